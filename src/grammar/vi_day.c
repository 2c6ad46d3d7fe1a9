/* Days written as 2/9, 5.3 and 5-3, which may be other things as well. */
#include "grammar/vi_day.h"

#include "grammar/vi_date.h"
#include "grammar/vi_ratio.h"

/* Near these a day and a month are meant. */
static const char date_words[] =
    "từ|đến|trước|sau|vào|tính đến|kỷ niệm|quốc tế|quốc khánh|chào mừng|lễ|dịp|"
    "nghỉ|hạn|hết|kể từ|ngay trong|vía|việt nam|cả ngày|rạng sáng|cuối ngày|"
    "đêm qua|đầu|cuối|lúc|giờ|giờ ngày|khai mạc|bế mạc|trong|hồi|cuối tuần|"
    "hạn chót|hạn chót là|hạn cuối|hạn cuối là|chậm nhất|muộn nhất|"
    "tức|nhằm|đợt|thanh toán|chi trả|bốc thăm|mở bán|ra rạp|khai giảng|"
    "diễn ra|đăng quang|công bố|phát hành|lên sóng|chốt quyền|khởi chiếu";

bool vi_day_is_possible(const struct match *match)
{
    int day = vi_number_value(match->part[0]);
    int month = vi_number_value(match->part[1]);

    return match->part[0].len <= 2 && match->part[1].len <= 2 && day >= 1 &&
           day <= 31 && month >= 1 && month <= 12;
}

bool vi_day_rises(const struct match *match)
{
    return vi_number_value(match->part[0]) < vi_number_value(match->part[1]);
}

/* What may follow a date, if not a mark or the end; a counted noun may not. */
static const char date_tails[] =
    "đến|tới|năm|âm|dương|và|hàng|hằng|vừa|này|là|sẽ|đã|đang|mới|phải|cũng|vẫn|"
    "thì|tại|ở|cho|để|do|với|theo|khi|nếu";

bool vi_day_ends(const struct match *match)
{
    return match->line->tokens[match->end].kind != TOKEN_WORD ||
           (line_has_at(match->line, match->end, date_tails) &&
            !vi_date_counts(match->line, match->end));
}

/* Whether what holds for the series holds for the match: after a comma only if
 * nothing counted follows ("ngày 1/5, 2/5", but "ngày 1/5, 9/10 xã"), unless it
 * gives the month to what stands before ("ngày 7, 8/10 do mưa"). */
static bool is_linked(const struct match *match)
{
    return !match->in_series || !match->has_date || vi_day_ends(match) ||
           !line_is_one_of(match->line->tokens[match->first - 1].lower, ",");
}

bool vi_day_is_governed(const struct match *match, const char *heads)
{
    return is_linked(match) &&
           line_has_before(match->line, match_series(match), heads);
}

/* "17h 5/8" */
static bool follows_clock(const struct match *match)
{
    const struct item *last = match_last(match);

    return last && last->kind == KIND_TIME && last->end == match->first;
}

static bool has_leading_zero(const struct match *match)
{
    return match->part[0].s[0] == '0' || match->part[1].s[0] == '0';
}

/* Whether the line holds nothing but the match, and perhaps a minus. */
bool vi_day_is_alone(const struct match *match)
{
    return match->end == match->line->count &&
           (match->first == 0 ||
            (match->first == 1 && match->line->tokens[0].kind == TOKEN_SIGN));
}

/* What is planned by number, so that more may be done than was planned:
 * "kết nạp 9/8 đảng viên". */
static const char planned[] =
    "đảng viên|đv|đoàn viên|hội viên|chỉ tiêu|tiêu chí|mô hình|công trình|"
    "nhiệm vụ|chuyên đề|căn nhà|ngôi nhà|sáng kiến";

/* Whether a part is counted, and no day named. */
static bool is_part(const struct match *match, bool falls)
{
    const struct line *line = match->line;

    return (line_has_at(line, match->end, vi_ratio_masses) &&
            !(falls && line_has_at(line, match->end, "năm"))) ||
           line_has_at(line, match->end, planned);
}

/* "Số nhà 15/7" */
static const char address_words[] =
    "số|số nhà|nhà|ngõ|ngách|hẻm|kiệt|nhà số|tỷ lệ|tỉ lệ|huyết áp|mắt|thị lực|"
    "địa chỉ|trụ sở";

/* "đã thu hồi 1/3": a part; alone "hồi" is before days. */
static const char regained[] = "thu hồi|phục hồi";

/* "lúc 19h30 (2/7)": in brackets behind the hour. */
static bool is_of_hour(const struct match *match)
{
    const struct token *tokens = match->line->tokens;
    size_t count = match->item_count;

    return count > 1 && match->first > 1 &&
           str_eq(tokens[match->first - 1].lower, STR("(")) &&
           line_is_one_of(tokens[match->end].lower, ")|,") &&
           match->items[count - 2].kind == KIND_TIME;
}

/* "Giá cà phê 10-11: ...", "Tin bão 5-11:" */
static bool is_dateline(const struct match *match)
{
    const struct line *line = match->line;

    return str_eq(line->tokens[match->end].lower, STR(":")) &&
           !line->tokens[match->end + 1].glued &&
           line_is_one_of(line->tokens[0].lower,
                          "giá|tin|lịch|thời|dự|điểm|bản|kết|tỷ|tỉ|xổ|nhật");
}

bool vi_day_slash(struct buf *out, struct match *match)
{
    const struct line *line = match->line;
    int day = vi_number_value(match->part[0]);
    int month = vi_number_value(match->part[1]);

    if (!vi_day_is_possible(match) || vi_ratio_leads_to_mass(match) ||
        (day < month && line_has_before(line, match->first, regained)))
        return false;
    if (vi_day_is_governed(match, vi_date_heads) || has_leading_zero(match) ||
        follows_clock(match) || is_of_hour(match) || is_dateline(match) ||
        (match->has_date && is_linked(match)) ||
        line_has_at(line, match->end, "là ngày|hàng năm|hằng năm"))
        return vi_date_day_month(out, match);
    if (is_part(match, day > month) ||
        line_has_before(line, match->first, address_words))
        return false;
    if (vi_day_is_governed(match, date_words))
        return (day > month || vi_day_ends(match)) &&
               vi_date_day_month(out, match);
    return !vi_day_is_alone(match) && day > month &&
           vi_date_day_month(out, match);
}

/* Holidays have names, and their dates stand behind. */
static const char holidays[] =
    "quốc tế|quốc khánh|kỷ niệm|chào mừng|mừng|nhân ngày|lễ|nhân dịp|tết";

/* Right before the date of a feast. */
static const char feasts[] = "nhân|dịp|mừng|lễ|kỷ niệm|chào mừng|tri ân|quà";

/* What opens or ends on a day. */
static const char openings[] =
    "đến hết|hết|tính đến|ra rạp|khởi chiếu|công chiếu|lên sóng|khai mạc|"
    "khởi tranh|mở bán|ra mắt|bế mạc|chiếu từ|diễn ra từ|bắt đầu từ|kể từ|"
    "áp dụng từ|hiệu lực từ|mở cửa từ|phát sóng từ";

/* After these a day is the limit. */
static const char limits[] =
    "trước|sau|từ|đến|vào|hạn|kể từ|chậm nhất|muộn nhất|tính đến|hết";

/* Near these two numbers are a range, with nothing counted behind it. */
static const char scales[] =
    "điểm|thang|mức|cấp|tuổi|trẻ|lớp|độ|hạng|lãi suất|số|trang|vòng|phút|nhóm|"
    "cỡ|bậc|tập|tầng|bài|câu|điều|khoản";

/* "chính quyền 2 cấp từ 1-7, ...": what is counted there is no scale. */
static bool is_scaled(const struct match *match)
{
    const struct token *token = &match->line->tokens[match->first];

    return line_has_near_before(match->line, match->first, scales) &&
           !(match->first > 2 && token[-3].kind == TOKEN_NUMBER);
}

/* "trước 31-1", as no range falls; "từ 1-7, ...", as nothing is counted. */
static bool limits_time(const struct match *match)
{
    const struct line *line = match->line;

    return vi_day_ends(match) && line_has_before(line, match->first, limits) &&
           (!vi_day_rises(match) ||
            (match->end < line->count && !is_scaled(match)));
}

/* "ngày 2-3 lần": how often a day, or how much. */
static bool is_dose(const struct match *match)
{
    return vi_day_rises(match) &&
           line_has_at(match->line, match->end,
                       "lần|viên|bữa|cốc|ly|gói|giọt|thìa|quả|tiếng|giờ|lượt|"
                       "liều|mũi|ca|chuyến|lít|điếu|tách|chén|miếng|tuýp|ống|"
                       "suất|triệu|ngày nữa");
}

/* "Lễ Các Thánh 1-11." */
static bool closes_feast(const struct match *match)
{
    const struct line *line = match->line;

    return line->tokens[match->end].kind != TOKEN_WORD &&
           line_has_near_before(line, match->first, "lễ|dịp lễ|nhân dịp|dịp") &&
           !line_has_near_before(line, match->first, scales);
}

/* Whether the words around say that a day is meant. */
static bool is_told(const struct match *match)
{
    const struct line *line = match->line;
    bool dot = str_eq(line->tokens[match->first + 1].lower, STR("."));

    return line_has_before(line, match->first, vi_date_heads) ||
           follows_clock(match) || is_dateline(match) ||
           (line_has_before(line, match->first, "và|đến|-") &&
            (match->has_date || vi_day_is_governed(match, vi_date_heads))) ||
           (line_has_before(line, match->first, openings) &&
            vi_day_ends(match)) ||
           (line_has_before(line, match->first, feasts) &&
            !vi_date_counts(line, match->end)) ||
           (dot && line_has_near(line, match->first, holidays) &&
            line->tokens[match->end].kind != TOKEN_WORD);
}

/* A sentence that begins with "Từ 5-8, ..." goes on with what is new since. */
static bool opens(const struct match *match)
{
    const struct line *line = match->line;

    return line_is_capital(line, match->first - 1) &&
           str_eq(line->tokens[match->end].lower, STR(","));
}

/* "săn sale 9.9": shops sell on such days. */
static bool is_sale(const struct match *match)
{
    return str_eq(match->part[0], match->part[1]) &&
           line_has_near(match->line, match->first,
                         "sale|giảm giá|khuyến mãi|khuyến mại|shopee|lazada|"
                         "tiktok shop|mua sắm|ngày đôi|voucher|săn deal");
}

/* "5.3" and "5-3" are other things more often than "5/3" is. */
bool vi_day_other(struct buf *out, struct match *match)
{
    const struct line *line = match->line;
    bool dot = str_eq(line->tokens[match->first + 1].lower, STR("."));
    bool told = is_told(match) || (is_sale(match) && vi_day_is_possible(match));

    if (line_has_at(line, match->end, "tháng|tết") || is_dose(match) ||
        !(told || limits_time(match) || closes_feast(match)))
        return false; /* "mùng 3-5 tháng Giêng", "mùng 1-3 Tết" */
    match->unsure = !told && (dot || (vi_day_rises(match) && !opens(match)));
    return vi_date_day_month(out, match);
}

/* Before these two numbers of no unit are a range of names. */
static const char numbered[] =
    "cấp|số|tầng|trang|bậc|lớp|điều|khoản|câu|bài|chương|tập|tuyến|quận|nhóm|"
    "hàng|dãy|vòng|thứ|hạng|mục|phút|kỳ|loại|cỡ|ca|tổ|đội|năm|khối|khóa|đường|"
    "tiết|thang|độ|tuổi|điểm|tháng|tuần|quý|phần|thôn|bản|ấp|khu|khu phố|lần";

/* Near these too. */
static const char measured[] = "thang|tuổi|trẻ|cỡ|bậc|độ|điểm|ielts";

static bool is_mark(const struct token *token)
{
    return token->kind == TOKEN_END ||
           (token->kind == TOKEN_SIGN && !token[1].glued &&
            line_is_one_of(token->lower, ",|.|;|)|:|?|!"));
}

bool vi_day_begins(const struct line *line, size_t at)
{
    return at == 0 || !line->tokens[at].glued ||
           line_is_one_of(line->tokens[at - 1].lower, "(|[|\"");
}

bool vi_day_may_be(const struct line *line, size_t sign)
{
    const struct token *first = &line->tokens[sign - 1];
    struct match match = {.line = line,
                          .first = sign - 1,
                          .end = sign + 2,
                          .part = {first->lower, first[2].lower}};

    return first->kind == TOKEN_NUMBER && first[2].kind == TOKEN_NUMBER &&
           vi_day_begins(line, match.first) && first[1].glued &&
           first[2].glued && vi_day_is_possible(&match) &&
           (is_mark(&first[3]) ||
            (first[3].kind == TOKEN_WORD && vi_day_ends(&match))) &&
           !line_has_before(line, match.first, numbered) &&
           !line_has_near_before(line, match.first, measured);
}
