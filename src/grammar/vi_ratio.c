/* Two numbers and a sign between them. */
#include "grammar/vi_ratio.h"

#include "grammar/vi_date.h"
#include "grammar/vi_unit.h"

#define LAST_PLAIN_DENOMINATOR 9

/* Words of a mass, of which a fraction is taken. */
static const char masses[] =
    "số|dân số|diện tích|tổng|tổng số|lượng|tài sản|quãng đường|chiều dài|"
    "thời gian|giá trị|sản lượng|vốn|nhu cầu|công suất|khối lượng|doanh thu|"
    "ngày công|thu nhập|chi phí|dung tích|lãnh thổ|nhân loại|thế giới|cuộc đời|"
    "năm|thế kỷ|kg|km|ha|lít|l|m|giá|mức|nước|ngân sách|trong số|trên tổng|"
    "cơ thể|bề mặt|nguồn|cả nước|chặng|quân số|lực lượng|thị phần|cổ phần|"
    "phiếu|tiền|dự toán|kế hoạch|trái đất|của";

static const char fraction_heads[] =
    "hơn|gần|quá|khoảng|chiếm|bằng|ít nhất|tới|còn|vòng|mất|chừng|trên|dưới|"
    "độ|đạt|tăng|giảm|một phần|phân số|góp";

/* Near these a day and a month are meant. */
static const char date_words[] =
    "từ|đến|trước|sau|vào|tính đến|kỷ niệm|quốc tế|quốc khánh|chào mừng|lễ|dịp|"
    "nghỉ|hạn|hết|kể từ|ngay trong|vía|việt nam|cả ngày|rạng sáng|cuối ngày|"
    "đêm qua|đầu|cuối|lúc|giờ|giờ ngày|khai mạc|bế mạc|trong|hồi|cuối tuần";

bool vi_ratio_is_day_month(const struct match *match)
{
    int day = vi_number_value(match->part[0]);
    int month = vi_number_value(match->part[1]);

    return match->part[0].len <= 2 && match->part[1].len <= 2 && day >= 1 &&
           day <= 31 && month >= 1 && month <= 12;
}

bool vi_ratio_rises(const struct match *match)
{
    return vi_number_value(match->part[0]) < vi_number_value(match->part[1]);
}

/* What may follow a date, if not a mark or the end; a counted noun may not. */
static const char date_tails[] = "đến|tới|năm|âm|dương|và|hàng|hằng|vừa|này|là";

static bool ends_as_date(const struct match *match)
{
    return match->line->tokens[match->end].kind != TOKEN_WORD ||
           line_has_at(match->line, match->end, date_tails);
}

/* Whether what holds for the series holds for the match: after a comma only if
 * nothing counted follows ("ngày 1/5, 2/5", but "ngày 1/5, 9/10 xã"). */
static bool is_linked(const struct match *match)
{
    return !match->in_series || ends_as_date(match) ||
           !line_is_one_of(match->line->tokens[match->first - 1].lower, ",");
}

static bool is_governed_by(const struct match *match, const char *heads)
{
    return is_linked(match) &&
           line_has_before(match->line, match_series(match), heads);
}

static bool has_leading_zero(const struct match *match)
{
    return match->part[0].s[0] == '0' || match->part[1].s[0] == '0';
}

/* Whether the line holds nothing but the match, and perhaps a minus. */
static bool is_alone(const struct match *match)
{
    return match->end == match->line->count &&
           (match->first == 0 ||
            (match->first == 1 && match->line->tokens[0].kind == TOKEN_SIGN));
}

/* "Số nhà 15/7" */
static const char address_words[] =
    "số|số nhà|nhà|ngõ|ngách|hẻm|kiệt|nhà số|tỷ lệ|tỉ lệ|huyết áp|mắt|thị lực";

bool vi_ratio_date(struct buf *out, struct match *match)
{
    const struct line *line = match->line;
    int day = vi_number_value(match->part[0]);
    int month = vi_number_value(match->part[1]);

    if (!vi_ratio_is_day_month(match))
        return false;
    if (is_governed_by(match, vi_date_heads) || has_leading_zero(match) ||
        (match->has_date && is_linked(match)))
        return vi_date_day_month(out, match);
    if (line_has_at(line, match->end, masses) ||
        line_has_before(line, match->first, address_words))
        return false;
    if (is_governed_by(match, date_words))
        return (day > month || ends_as_date(match)) &&
               vi_date_day_month(out, match);
    return !is_alone(match) && day > month && vi_date_day_month(out, match);
}

/* Holidays have names, and their dates stand behind. */
static const char holidays[] =
    "quốc tế|quốc khánh|kỷ niệm|chào mừng|mừng|nhân ngày|lễ|nhân dịp|tết";

/* What opens or ends on a day. */
static const char openings[] =
    "đến hết|hết|tính đến|ra rạp|khởi chiếu|công chiếu|lên sóng|khai mạc|"
    "khởi tranh|mở bán|ra mắt|bế mạc|chiếu từ|diễn ra từ|bắt đầu từ|kể từ|"
    "áp dụng từ|hiệu lực từ|mở cửa từ|phát sóng từ";

/* "trước 31-1", as no range falls; "từ 1-7, ...", as nothing is counted. */
static bool limits_time(const struct match *match)
{
    const struct line *line = match->line;

    return str_eq(line->tokens[match->first + 1].lower, STR("-")) &&
           ends_as_date(match) &&
           line_has_before(line, match->first,
                           "trước|sau|từ|đến|vào|hạn|kể từ|chậm nhất|muộn "
                           "nhất|tính đến|hết") &&
           (!vi_ratio_rises(match) ||
            (match->first > 1 &&
             !line_has_near(line, match->first,
                            "điểm|thang|mức|cấp|tuổi|lớp|độ|hạng|"
                            "lãi suất|số|trang|vòng|phút")));
}

/* "5.3" and "5-3" are other things more often than "5/3" is. */
bool vi_ratio_other_date(struct buf *out, struct match *match)
{
    const struct line *line = match->line;
    bool listed = line_has_before(line, match->first, "và|đến|-") &&
                  (match->has_date || is_governed_by(match, vi_date_heads));
    bool dot = str_eq(line->tokens[match->first + 1].lower, STR("."));

    bool told;

    if (line_has_at(line, match->end, "tháng"))
        return false; /* "mùng 3-5 tháng Giêng" */
    told = line_has_before(line, match->first, vi_date_heads) || listed ||
           (line_has_before(line, match->first, openings) &&
            ends_as_date(match)) ||
           (dot && line_has_near(line, match->first, holidays) &&
            line->tokens[match->end].kind != TOKEN_WORD);
    match->unsure = !told && vi_ratio_rises(match); /* "trẻ từ 3-5, ..." */
    return (told || limits_time(match)) && vi_date_day_month(out, match);
}

static void say_fraction(struct buf *out, str upper, str lower,
                         const struct match *match)
{
    vi_number_count(out, upper, match->region);
    vi_number_say(out, "phần");
    if (vi_number_value(lower) == 4)
        vi_number_say(out, "tư");
    else
        vi_number_count(out, lower, match->region);
}

/* What a cook takes a part of. */
static const char kitchen[] =
    "muỗng|thìa|củ|quả|trái|cốc|chén|bát|ly|gói|hộp|bó|nắm|con|cây|tép|nhánh|"
    "miếng|lon|ổ|cái|chai|viên|tách|bìa|lạng|ký|đĩa|tô|hũ|khúc|mớ|phần|kí";

/* "1/2 muỗng", "3/4 cốc" */
static bool is_helping(const struct match *match)
{
    return line_is_one_of(line_span(match->line, match->first, match->end),
                          "1/2|1/3|2/3|1/4|3/4|1/5|1/8") &&
           line_has_at(match->line, match->end, kitchen);
}

bool vi_ratio_fraction(struct buf *out, struct match *match)
{
    const struct line *line = match->line;
    int upper = vi_number_value(match->part[0]);
    int lower = vi_number_value(match->part[1]);
    bool plain = upper < lower && lower <= LAST_PLAIN_DENOMINATOR;

    if (upper < 1 || lower < 2 || match->part[0].s[0] == '0' ||
        line_has_before(line, match->first, "thứ|hạng|vị trí"))
        return false;
    if (!(upper < lower &&
          (upper == 1 || lower <= LAST_PLAIN_DENOMINATOR + 1) &&
          line_has_at(line, match->end, masses)) &&
        !(is_alone(match) && lower <= LAST_PLAIN_DENOMINATOR + 1) &&
        !(plain && line_has_before(line, match->first, fraction_heads)) &&
        !is_helping(match))
        return false;
    say_fraction(out, match->part[0], match->part[1], match);
    vi_unit_take(out, match, &match->end);
    return true;
}

bool vi_ratio_part(struct buf *out, struct match *match)
{
    struct numeral lower;
    size_t at = match->first;

    vi_number_read(out, &match->numeral, match->region);
    vi_number_say(out, "trên");
    while (match->line->tokens[at].lower.s[0] != '/')
        at++;
    if (vi_number_scan(&lower, match->line, at + 1) != match->end)
        return false;
    vi_number_read(out, &lower, match->region);
    vi_unit_take(out, match, &match->end);
    return true;
}

/* "24/7" and "24/24" are said so, wherever no date is meant. */
bool vi_ratio_always(struct buf *out, struct match *match)
{
    str written = line_span(match->line, match->first, match->end);

    return line_is_one_of(written, "24/7|24/24") &&
           !is_governed_by(match, vi_date_heads) && vi_ratio_part(out, match);
}

bool vi_ratio_mixed(struct buf *out, struct match *match)
{
    int upper = vi_number_value(match->part[1]);
    int lower = vi_number_value(match->part[2]);

    if (upper < 1 || upper >= lower || lower > LAST_PLAIN_DENOMINATOR)
        return false;
    vi_number_count(out, match->part[0], match->region);
    vi_number_say(out, "và");
    say_fraction(out, match->part[1], match->part[2], match);
    return true;
}

/* What is counted in a range, not in a game or an address. */
const char vi_ratio_counted[] = "tháng|ngày|tuần|năm|giờ|phút|giây|người|lần|%|"
                                "điểm|bàn|trận|con|triệu|tỷ|độ|"
                                "km|kg|m|tuổi|nghìn|hộ|ha|tấn|đồng|cầu|\u00B0";

static bool is_quantity(const struct item *item)
{
    return item->kind == KIND_NUMBER || item->kind == KIND_DATE ||
           item->kind == KIND_TIME;
}

/* Words that a number may have before a hyphen: "7 giờ - 11 giờ". */
static const char range_units[] = "giờ|phút|giây|ngày|tuần|tháng|năm|tuổi|độ|"
                                  "triệu|tỷ|tỉ|nghìn|ngàn|trăm|đồng|"
                                  "mét|lít|tấn|tạ|điểm|người|lần|km|kg";

static bool ends_quantity(const struct match *match)
{
    const struct item *last = match_last(match);

    if (!last)
        return false;
    return is_quantity(last) ||
           (match->item_count > 1 && is_quantity(last - 1) &&
            line_is_one_of(match->line->tokens[last->first].lower,
                           range_units));
}

/* "30/4 - 1/5" is one holiday. */
static bool is_holiday_pair(const struct match *match)
{
    const struct item *last = match_last(match);

    return str_eq(line_span(match->line, last->first, last->end),
                  STR("30/4")) &&
           line_has_at(match->line, match->end, "1/5");
}

/* "7/3/2026 - 9:40" is when, not how long. */
static bool is_date_and_time(const struct match *match)
{
    const struct token *after = &match->line->tokens[match->end];

    return match_last(match)->kind == KIND_DATE &&
           after->kind == TOKEN_NUMBER &&
           line_is_one_of(after[1].lower, ":|h|giờ");
}

/* "4.500-5.000", "10-15 triệu": more than the number of a name. */
static bool is_amount(const struct match *match)
{
    const struct line *line = match->line;
    struct numeral numeral;
    size_t end = vi_number_scan(&numeral, line, match->first + 1);

    return end > match->first + 2 || line_has_at(line, end, vi_ratio_counted);
}

/* "Android 9-16": versions, where a model has more digits or fewer. */
static bool is_version_span(const struct token *sign)
{
    return sign[-1].text.len <= 2 && sign[1].text.len <= 2 &&
           vi_number_value(sign[-1].lower) < vi_number_value(sign[1].lower);
}

/* "C2-07", "Boeing 737-800": the number before belongs to a name. */
static bool is_in_code(const struct match *match)
{
    const struct token *sign = &match->line->tokens[match->first];
    const struct item *last = match_last(match);

    if (!sign->glued || !sign[1].glued || sign[1].kind != TOKEN_NUMBER ||
        match->item_count < 2)
        return false;
    if (sign[-1].glued && sign[-2].kind == TOKEN_WORD &&
        (sign[-2].upper || !sign[-2].glued))
        return true;
    return !is_amount(match) && !is_version_span(sign) &&
           (str_eq(str_from(last[-1].rule), STR("foreign")) ||
            (str_eq(str_from(last[-1].rule), STR("word list")) &&
             line_is_capital(match->line, last[-1].first) &&
             !match->line->tokens[last[-1].first].upper));
}

/* "BĐ1 - BĐ2"; but roads meet, they don't reach: "QL5 - QL10". */
static bool is_numbered_again(const struct match *match)
{
    const struct token *sign = &match->line->tokens[match->first];

    return match->first > 1 && sign[1].kind == TOKEN_WORD &&
           sign[2].kind == TOKEN_NUMBER &&
           str_eq(sign[1].lower, sign[-2].lower) &&
           !line_is_one_of(sign[1].lower, "ql|tl|đt|hl");
}

/* "thế kỷ XV - XVIII" */
static bool are_roman(const struct match *match)
{
    const struct token *next = &match->line->tokens[match->end];
    const struct item *last = match_last(match);

    return last && str_eq(str_from(last->rule), STR("roman")) &&
           next->kind == TOKEN_WORD && next->upper &&
           vi_number_roman(next->text) > 0;
}

/* "Nikkei 225 -0,4%": how far an index fell, as no range falls. */
static bool is_loss(const struct match *match)
{
    const struct token *sign = &match->line->tokens[match->first];
    struct numeral numeral;
    size_t end = vi_number_scan(&numeral, match->line, match->first + 1);

    return !sign->glued && sign[1].glued &&
           str_eq(match->line->tokens[end].lower, STR("%")) &&
           vi_number_value(sign[-1].lower) > vi_number_value(sign[1].lower);
}

bool vi_ratio_hyphen(struct buf *out, struct match *match)
{
    const struct line *line = match->line;
    const struct token *next = &line->tokens[match->end];

    if (!line_is_one_of(line->tokens[match->first].lower, "-|÷|~") ||
        is_in_code(match) || is_loss(match) ||
        !(ends_quantity(match) || are_roman(match)) || is_holiday_pair(match) ||
        is_date_and_time(match) ||
        line_has_before(line, match_series(match), "tỷ số|tỉ số"))
        return false;
    if (next->kind != TOKEN_NUMBER && !is_numbered_again(match) &&
        !are_roman(match) &&
        !line_is_one_of(next->lower, "thứ|ngày|tháng|năm|quý|cấp|lớp|km|$|€"))
        return false;
    vi_number_say(out, "đến");
    return true;
}

#define NOUN_MAX_ITEMS 4

/* A number and the words of what it counts: "3.210 tỷ đồng", "30 lô". */
static bool follows_counted(const struct match *match)
{
    const struct item *last = match_last(match);

    for (size_t i = 0; i < NOUN_MAX_ITEMS && i < match->item_count; i++) {
        const struct item *noun = last - i;
        bool figure = match->line->tokens[noun->first].kind == TOKEN_NUMBER;

        if (noun->kind == KIND_NUMBER && figure)
            return i > 0 || noun->end > noun->first + 1;
        if ((noun->kind != KIND_TEXT && noun->kind != KIND_NUMBER) ||
            line_is_capital(match->line, noun->first))
            return false;
    }
    return false;
}

/* "256GB/512GB": one or the other, and no sign is said. */
static bool are_versions(const struct match *match)
{
    static const char stores[] = "gb|tb|mb";
    const struct token *slash = &match->line->tokens[match->first];

    return line_is_one_of(slash[-1].lower, stores) &&
           slash[1].kind == TOKEN_NUMBER &&
           line_is_one_of(slash[2].lower, stores);
}

/* "30 lô/35 lô", "3.210 tỷ đồng/5.400 tỷ đồng", "100mm/24 giờ" */
bool vi_ratio_whole(struct buf *out, struct match *match)
{
    if (!follows_counted(match))
        return false;
    match->end = match->first + 1;
    match->pause = are_versions(match);
    if (!match->pause)
        vi_number_say(out, "trên");
    return true;
}

bool vi_ratio_times(struct buf *out, struct match *match)
{
    if (!line_is_one_of(match->line->tokens[match->first].text, "x|×|*") ||
        !(ends_quantity(match) ||
          (match->item_count > 1 && is_quantity(match_last(match) - 1))) ||
        match->line->tokens[match->end].kind != TOKEN_NUMBER)
        return false;
    vi_number_say(out, "nhân");
    return true;
}
