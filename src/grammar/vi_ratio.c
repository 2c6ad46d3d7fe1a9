/* Two numbers and a sign between them. */
#include "grammar/vi_ratio.h"

#include "grammar/vi_date.h"
#include "grammar/vi_day.h"
#include "grammar/vi_unit.h"
#include "words/vi_syllable.h"

#define LAST_PLAIN_DENOMINATOR 9

/* Words of a mass, of which a fraction is taken. */
const char vi_ratio_masses[] =
    "số|dân số|diện tích|tổng|tổng số|lượng|tài sản|quãng đường|chiều dài|"
    "thời gian|giá trị|sản lượng|vốn|nhu cầu|công suất|khối lượng|doanh thu|"
    "ngày công|thu nhập|chi phí|dung tích|lãnh thổ|nhân loại|thế giới|cuộc đời|"
    "năm|thế kỷ|kg|km|ha|lít|l|m|giá|mức|nước|ngân sách|trong số|trên tổng|"
    "cơ thể|bề mặt|nguồn|cả nước|chặng|quân số|lực lượng|thị phần|cổ phần|"
    "phiếu|tiền|dự toán|kế hoạch|trái đất|của|giữa|dưới xương|trên xương";

static const char fraction_heads[] =
    "hơn|gần|quá|khoảng|chiếm|bằng|ít nhất|tới|còn|vòng|mất|chừng|trên|dưới|"
    "độ|đạt|tăng|giảm|một phần|phân số|góp|thu hồi|phục hồi";

/* What is said of a part of those named before: "trong đó 2/3 là nữ". */
static const char said_of_part[] =
    "là|thuộc|không|đã|được|bị|đang|chưa|sống|làm|đến từ|ở|có|do|vẫn|từng";

static const char part_heads[] = "trong đó|trong đó có|và|với|nhưng|có|số đó";

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

/* "vòng 1/16": of how many pairs. */
static bool is_round(const struct match *match)
{
    return line_is_one_of(line_span(match->line, match->first, match->end),
                          "1/4|1/8|1/16|1/32|1/64") &&
           line_has_before(match->line, match->first, "vòng|vòng đấu|trận");
}

static bool is_subject(const struct match *match)
{
    const struct line *line = match->line;
    size_t first = match->first;
    bool opens =
        first == 0 || line_is_one_of(line->tokens[first - 1].lower, ",|;|:");

    return (opens || line_has_before(line, first, part_heads)) &&
           line_has_at(line, match->end, said_of_part);
}

/* "từ 1/3 đến 1/2 diện tích": the next fraction is of a mass. */
bool vi_ratio_leads_to_mass(const struct match *match)
{
    const struct line *line = match->line;
    const struct token *next = &line->tokens[match->end];

    return line_is_one_of(next->lower, "đến|tới|-") &&
           next[1].kind == TOKEN_NUMBER && next[2].kind == TOKEN_SIGN &&
           str_eq(next[2].lower, STR("/")) && next[3].kind == TOKEN_NUMBER &&
           line_has_at(line, match->end + 4, vi_ratio_masses);
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
          (line_has_at(line, match->end, vi_ratio_masses) ||
           vi_ratio_leads_to_mass(match))) &&
        !(vi_day_is_alone(match) && lower <= LAST_PLAIN_DENOMINATOR + 1) &&
        !(plain && (line_has_before(line, match->first, fraction_heads) ||
                    is_subject(match))) &&
        !is_round(match) && !is_helping(match))
        return false;
    say_fraction(out, match->part[0], match->part[1], match);
    vi_unit_take(out, match, &match->end);
    return true;
}

static bool say_part(struct buf *out, struct match *match)
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

/* Near these two numbers are no day. */
static const char parts[] =
    "thứ|điểm|kết quả|tỷ lệ|tỉ lệ|đạt|được|chấm|lớp|tổ|hạng|bậc|thị "
    "lực|mắt|nhịp|"
    "số|đánh giá|xếp|thương binh|tỷ số|tỉ số|thua|thắng|bỏ phiếu|tán thành|ngõ|"
    "vị trí|khu phố|thương tật|huyết áp|âm nhạc|tứ kết|bán kết|vòng|còn";

bool vi_ratio_part(struct buf *out, struct match *match)
{
    match->unsure = vi_day_is_possible(match) && vi_day_ends(match) &&
                    vi_day_begins(match->line, match->first) &&
                    !vi_day_is_alone(match) &&
                    !line_has_near_before(match->line, match->first, parts);
    return say_part(out, match);
}

/* "24/7" and "24/24" are said so, wherever no date is meant. */
bool vi_ratio_always(struct buf *out, struct match *match)
{
    str written = line_span(match->line, match->first, match->end);

    return line_is_one_of(written, "24/7|24/24") &&
           !vi_day_is_governed(match, vi_date_heads) && say_part(out, match);
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

/* "VF 3 - 3.850 xe": a name, and how many there are of it. */
static bool is_counted_name(const struct match *match)
{
    const struct token *sign = &match->line->tokens[match->first];
    struct numeral numeral;

    return match->first > 1 && !sign->glued && !sign[1].glued &&
           sign[-1].kind == TOKEN_NUMBER && sign[-1].text.len <= 2 &&
           sign[-2].kind == TOKEN_WORD &&
           (sign[-2].upper || !vi_syllable_valid(sign[-2].lower)) &&
           vi_number_scan(&numeral, match->line, match->first + 1) >
               match->first + 1 &&
           numeral.has_groups;
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

    return match->first > 0 && !sign->glued && sign[1].glued &&
           str_eq(match->line->tokens[end].lower, STR("%")) &&
           vi_number_value(sign[-1].lower) > vi_number_value(sign[1].lower);
}

/* What parts of a whole are counted by: "2PN-1WC", "3 ngày-2 đêm". */
static bool are_parts(const struct match *match)
{
    const struct token *sign = &match->line->tokens[match->first];
    const struct token *unit = &sign[2];

    return match->first > 1 && sign[-1].kind == TOKEN_WORD &&
           sign[1].kind == TOKEN_NUMBER && unit->kind == TOKEN_WORD &&
           ((line_is_one_of(sign[-1].lower, "ngày") &&
             line_is_one_of(unit->lower, "đêm")) ||
            (unit->upper && !str_eq(unit->lower, sign[-1].lower) &&
             !lexicon_find(match->lexicon, WORDS_UNITS, unit->text) &&
             !lexicon_find(match->lexicon, WORDS_CURRENCIES, unit->text)));
}

/* "218-214 phiếu": for and against. */
static bool are_votes(const struct match *match)
{
    const struct token *sign = &match->line->tokens[match->first];

    return sign->glued && sign[-1].kind == TOKEN_NUMBER &&
           sign[1].kind == TOKEN_NUMBER &&
           vi_number_value(sign[-1].lower) > vi_number_value(sign[1].lower) &&
           line_has_near(match->line, match->first,
                         "phiếu|bỏ phiếu|thông qua|phê chuẩn|hạ viện|"
                         "thượng viện|bác bỏ|phiếu thuận");
}

bool vi_ratio_hyphen(struct buf *out, struct match *match)
{
    const struct line *line = match->line;
    const struct token *next = &line->tokens[match->end];

    if (!line_is_one_of(line->tokens[match->first].lower, "-|÷|~") ||
        is_in_code(match) || is_loss(match) || is_counted_name(match) ||
        are_parts(match) || are_votes(match) ||
        !(ends_quantity(match) || are_roman(match)) || is_holiday_pair(match) ||
        is_date_and_time(match) ||
        line_has_before(line, match_series(match), "tỷ số|tỉ số"))
        return false;
    if (next->kind != TOKEN_NUMBER && !is_numbered_again(match) &&
        !are_roman(match) &&
        !line_is_one_of(next->lower,
                        "thứ|ngày|tháng|năm|quý|cấp|lớp|km|$|€|cn|chủ nhật"))
        return false;
    match->unsure = match->first > 0 && vi_day_may_be(line, match->first);
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

/* Marks that count twice: "điểm chuyên x 2". */
static const char weighted[] = "điểm chuyên|điểm môn chuyên|môn chính|điểm thi";

bool vi_ratio_times(struct buf *out, struct match *match)
{
    const struct token *token = &match->line->tokens[match->first];
    bool bonus = str_eq(token->text, STR("x")) && !token->glued &&
                 token[1].glued && token[1].kind == TOKEN_NUMBER &&
                 token[2].kind == TOKEN_WORD &&
                 !token[2].glued; /* "tích x2 điểm" */

    if (!line_is_one_of(token->text, "x|×|*") ||
        !(bonus || ends_quantity(match) ||
          (match->item_count > 1 && is_quantity(match_last(match) - 1)) ||
          follows_counted(match) ||
          line_has_before(match->line, match->first, weighted)) ||
        match->line->tokens[match->end].kind != TOKEN_NUMBER)
        return false;
    vi_number_say(out, "nhân");
    return true;
}
