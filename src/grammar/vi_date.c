/* Dates and times of day. */
#include "grammar/vi_date.h"

#define YEAR_DIGITS 4
#define FIRST_YEAR 1000
#define LAST_YEAR 2999
#define FIRST_WEEKDAY 2 /* Monday is "thứ hai" */
#define LAST_WEEKDAY 7
#define CENTURY_TURN 50 /* "24" is 2024, "75" is 1975 */

const char vi_date_heads[] =
    "ngày|hôm|sáng|trưa|chiều|tối|đêm|khuya|mùng|mồng|hôm nay|hôm qua|ngày mai|"
    "chủ nhật|thứ hai|thứ ba|thứ tư|thứ năm|thứ sáu|thứ bảy|thứ 2|thứ 3|thứ 4|"
    "thứ 5|thứ 6|thứ 7|lễ|dịp|dịp lễ|tết|rằm|duyệt binh|diễu binh|sinh nhật|"
    "ngày hội|siêu trăng|nguyệt thực|nhật thực|phiên|họp báo|sáng nay|trưa "
    "nay|chiều nay|"
    "tối nay|đêm nay|sáng qua|chiều qua|tối qua|đêm qua|sáng mai|chiều mai|"
    "tối mai|hôm kia|ngày kia|hôm sau|hôm trước";

static bool is_day(int value)
{
    return value >= 1 && value <= 31;
}

static bool is_month(int value)
{
    return value >= 1 && value <= 12;
}

static bool is_year(str digits)
{
    int value = vi_number_value(digits);

    return digits.len == YEAR_DIGITS && value >= FIRST_YEAR &&
           value <= LAST_YEAR;
}

static bool is_day_month(str day, str month)
{
    return day.len <= 2 && month.len <= 2 && is_day(vi_number_value(day)) &&
           is_month(vi_number_value(month));
}

static void say_value(struct buf *out, str digits, const struct match *match)
{
    vi_number_count(out, digits, match->region);
}

/* April is "tháng tư". */
static void say_month(struct buf *out, str digits, const struct match *match)
{
    int month = vi_number_value(digits);

    if (month == 4)
        vi_number_say(out, "tư");
    else
        vi_number_value_count(out, month, match->region);
}

static void say_day_month(struct buf *out, str day, str month,
                          const struct match *match)
{
    say_value(out, day, match);
    vi_number_say(out, "tháng");
    say_month(out, month, match);
}

/* Of two digits, or four of our time. */
bool vi_date_say_year(struct buf *out, str digits, const struct match *match)
{
    int year = vi_number_value(digits);

    if (digits.len != 2 && !is_year(digits))
        return false;
    vi_number_say(out, "năm");
    if (digits.len == 2)
        year += year < CENTURY_TURN ? 2000 : 1900;
    vi_number_value_count(out, year, match->region);
    return true;
}

bool vi_date_full(struct buf *out, struct match *match)
{
    str day = match->part[0], month = match->part[1], year = match->part[2];

    if (is_year(day)) { /* 2024-05-27 */
        day = match->part[2];
        year = match->part[0];
    }
    if (!is_day_month(day, month) || !(is_year(year) || year.len == 2))
        return false;
    say_day_month(out, day, month, match);
    vi_date_say_year(out, year, match);
    return true;
}

/* The word that governs months and quarters: "quý" in "quý 1-2/2024". */
static const char *month_head(const struct match *match)
{
    size_t first = match_series(match);

    return line_has_before(match->line, first, "quý") ? "quý" : "tháng";
}

static bool has_month_head(const struct match *match)
{
    return line_has_before(match->line, match->first, "tháng|quý|t");
}

static bool read_month_span(struct buf *out, struct match *match)
{
    int first = vi_number_value(match->part[0]);
    int last = vi_number_value(match->part[1]);

    if (!is_month(first) || !is_month(last) || first >= last)
        return false;
    if (!has_month_head(match))
        vi_number_say(out, "tháng");
    say_month(out, match->part[0], match);
    vi_number_say(out, "đến");
    vi_number_say(out, month_head(match));
    say_month(out, match->part[1], match);
    vi_date_say_year(out, match->part[2], match);
    return true;
}

/* "26-28/6" and "26-28/6/2024", or "4-6/2024". */
bool vi_date_span(struct buf *out, struct match *match)
{
    str day = match->part[0], last = match->part[1], month = match->part[2];
    str year = match->part[3];

    if (year.len == 0 && is_year(month))
        return read_month_span(out, match);
    if (!is_day_month(last, month) || day.len > 2 ||
        !is_day(vi_number_value(day)) || (year.len > 0 && !is_year(year)))
        return false;
    say_value(out, day, match);
    vi_number_say(out, "đến");
    say_day_month(out, last, month, match);
    if (year.len > 0)
        vi_date_say_year(out, year, match);
    return true;
}

/* "5/2024"; "5.2024" and "5-2024" only of our time. */
bool vi_date_month_year(struct buf *out, struct match *match)
{
    str month = match->part[0], year = match->part[1];
    bool slash =
        line_is_one_of(match->line->tokens[match->first + 1].lower, "/");

    if (month.len > 2 || !is_month(vi_number_value(month)) || !is_year(year))
        return false;
    if (!slash && !str_starts(year, STR("19")) && !str_starts(year, STR("20")))
        return false;
    if (!has_month_head(match))
        vi_number_say(out, "tháng");
    say_month(out, match->part[0], match);
    vi_date_say_year(out, match->part[1], match);
    return true;
}

/* Near these "T2" is Monday. */
static const char week_words[] =
    "cn|chủ nhật|mở cửa|làm việc|đóng cửa|hằng tuần|hàng tuần|khung giờ|lịch";

bool vi_date_short_weekday(struct buf *out, struct match *match)
{
    int day = vi_number_value(match->part[0]);

    if (day < FIRST_WEEKDAY || day > LAST_WEEKDAY ||
        !match->line->tokens[match->first].upper ||
        !line_has_near(match->line, match->first, week_words))
        return false;
    vi_number_say(out, "thứ");
    vi_number_rank(out, day, match->region);
    return true;
}

bool vi_date_issue(struct buf *out, struct match *match)
{
    if (!is_year(match->part[1]) || match->part[0].len > 2)
        return false;
    say_value(out, match->part[0], match);
    vi_date_say_year(out, match->part[1], match);
    return true;
}

bool vi_date_day_month(struct buf *out, struct match *match)
{
    if (!is_day_month(match->part[0], match->part[1]))
        return false;
    say_day_month(out, match->part[0], match->part[1], match);
    return true;
}

/* Days that are called by their date, and what stands near them then. */
static const char feasts[] =
    "1-1|3-2|27-2|8-3|26-3|30-4|1-5|7-5|19-5|1-6|21-6|27-7|19-8|2-9|10-10|"
    "20-10|20-11|22-12";
static const char feast_clues[] =
    "lễ|tết|quốc khánh|quốc tế|kỷ niệm|chào mừng|mừng|dịp|thành lập|cách mạng|"
    "phụ nữ|thiếu nhi|lao động|nhà giáo|thương binh|liệt sĩ|giải phóng|"
    "huy hiệu|tuổi đảng";

bool vi_date_counts(const struct line *line, size_t end)
{
    if (line_has_at(line, end, "năm"))
        return line->tokens[end + 1].kind != TOKEN_NUMBER &&
               !line_has_at(line, end,
                            "năm nay|năm ngoái|năm trước|năm sau|năm tới|"
                            "năm ấy|năm đó");
    return line_has_at(line, end,
                       "người|ngày|tháng|giờ|triệu|tỷ|nghìn|suất|lần|tuổi|"
                       "độ|điểm|đồng|phút|hộ|con");
}

static bool is_feast(const struct match *match)
{
    const struct line *line = match->line;
    str written = line_span(line, match->first, match->end);

    return line_has_before(line, match->first,
                           "lễ|kỳ nghỉ|lễ hội|đại lễ|tết dương lịch|"
                           "quốc khánh|phong trào") ||
           (line_is_one_of(written, feasts) &&
            line_has_near(line, match->first, feast_clues) &&
            !vi_date_counts(line, match->end));
}

/* "Quốc khánh 2-9"; "trận 21-12", as no range falls and hardly a match ends
 * so. */
bool vi_date_alone(struct buf *out, struct match *match)
{
    bool feast = is_feast(match);
    int day = vi_number_value(match->part[0]);

    if ((!feast && (is_month(day) || day < vi_number_value(match->part[1]))) ||
        line_has_before(match->line, match->first,
                        "từ|còn|xuống|giảm|số|nhà|ngõ|lô|căn|phòng|lớp") ||
        line_has_at(match->line, match->end, "lần|lượt|suất|triệu|ngày nữa"))
        return false;
    match->unsure = !feast;
    return vi_date_day_month(out, match);
}

bool vi_date_month(struct buf *out, struct match *match)
{
    if (!is_month(vi_number_value(match->part[0])) ||
        !line_has_before(match->line, match_series(match), "tháng"))
        return false;
    say_month(out, match->part[0], match);
    return true;
}

#define CENTURY 100

/* "2021-25" */
bool vi_date_years(struct buf *out, struct match *match)
{
    int first = vi_number_value(match->part[0]);
    int last = vi_number_value(match->part[1]);

    if (!is_year(match->part[0]) || match->part[1].len != 2 ||
        last <= first % CENTURY ||
        (!str_starts(match->part[0], STR("19")) &&
         !str_starts(match->part[0], STR("20"))))
        return false;
    say_value(out, match->part[0], match);
    vi_number_say(out, "đến");
    vi_number_value_count(out, first - first % CENTURY + last, match->region);
    return true;
}

/* "2024/2025", "2024/25" */
bool vi_date_seasons(struct buf *out, struct match *match)
{
    str last = match->part[1];
    int next = vi_number_value(match->part[0]) + 1;

    if (!is_year(match->part[0]) ||
        vi_number_value(last) != (last.len == 2 ? next % CENTURY : next))
        return false;
    say_value(out, match->part[0], match);
    vi_number_value_count(out, next, match->region);
    return true;
}

/* "8 tháng/2025" */
bool vi_date_slash_year(struct buf *out, struct match *match)
{
    if (!is_year(match->part[0]))
        return false;
    vi_date_say_year(out, match->part[0], match);
    return true;
}

/* ---- times of day ---------------------------------------------------------
 */

#define LAST_HOUR 24
#define LAST_MINUTE 59

static bool is_minute(str digits)
{
    return digits.len == 2 && vi_number_value(digits) <= LAST_MINUTE;
}

/* Full hours and minutes are silent. */
static void say_unless_zero(struct buf *out, str digits, const char *unit,
                            const struct match *match)
{
    if (vi_number_value(digits) == 0)
        return;
    say_value(out, digits, match);
    vi_number_say(out, unit);
}

static const char races[] =
    "phút|giây|thành tích|kỷ lục|chạy|bơi|về nhất|về đích|thời lượng|video";

bool vi_date_clock(struct buf *out, struct match *match)
{
    int hour = vi_number_value(match->part[0]);
    str minute = match->part[1], second = match->part[2];

    if (hour < 0 || !is_minute(minute) ||
        (second.len > 0 && !is_minute(second)))
        return false;
    if (hour > LAST_HOUR && second.len == 0) { /* a runner's time */
        match->unsure = !line_has_near(match->line, match->first, races);
        say_value(out, match->part[0], match);
        vi_number_say(out, "phút");
        say_unless_zero(out, minute, "giây", match);
        return true;
    }
    say_value(out, match->part[0], match);
    vi_number_say(out, "giờ");
    say_unless_zero(out, minute, "phút", match);
    if (second.len > 0)
        say_unless_zero(out, second, "giây", match);
    return hour <= LAST_HOUR;
}

#define FRACTION_MAX_DIGITS 3

/* "1:21.43", "1:21:08.429": parts of a second end what a race took. */
bool vi_date_race(struct buf *out, struct match *match)
{
    static const char *const names[] = {"giờ", "phút", "giây"};
    size_t count = match->part[3].len > 0 ? 3 : 2;
    str fraction = match->part[count];

    if (fraction.len < 2 || fraction.len > FRACTION_MAX_DIGITS ||
        !is_minute(match->part[count - 1]) ||
        (count == 3 && !is_minute(match->part[1])))
        return false;
    for (size_t i = 0; i < count; i++) {
        say_value(out, match->part[i], match);
        vi_number_say(out, names[i + 3 - count]);
    }
    if (fraction.s[0] == '0')
        vi_number_digits(out, fraction);
    else
        vi_number_count(out, fraction, match->region);
    return true;
}

/* "B-52H", "QL14H": the letter belongs to a name. */
static bool ends_model(const struct match *match)
{
    const struct token *token = &match->line->tokens[match->first];

    if (match->first == 0 || !token[1].upper || !token->glued)
        return false;
    if (token[-1].kind == TOKEN_WORD)
        return token[-1].upper;
    return match->first > 1 && str_eq(token[-1].lower, STR("-")) &&
           token[-1].glued && token[-2].kind == TOKEN_WORD && token[-2].upper;
}

bool vi_date_hours(struct buf *out, struct match *match)
{
    if (vi_number_value(match->part[0]) < 0 || ends_model(match))
        return false;
    say_value(out, match->part[0], match);
    vi_number_say(out, "giờ");
    return true;
}

/* The hour of "17g 30/8". */
bool vi_date_hour_before_day(struct buf *out, struct match *match)
{
    if (!is_day_month(match->part[1], match->part[2]) ||
        vi_number_value(match->part[0]) > LAST_HOUR)
        return false;
    match->end = match->first + 2;
    return vi_date_hours(out, match);
}

/* "5g30 và 17g" */
bool vi_date_next_hour(struct buf *out, struct match *match)
{
    return match->item_count > 1 && match_last(match)[-1].kind == KIND_TIME &&
           vi_number_value(match->part[0]) <= LAST_HOUR &&
           vi_date_hours(out, match);
}

bool vi_date_full_hour(struct buf *out, struct match *match)
{
    if (!str_eq(match->part[1], STR("giờ")) ||
        !str_eq(match->part[2], STR("00")))
        return false;
    match->end += line_has_at(match->line, match->end, "phút");
    return vi_date_hours(out, match);
}

/* "19h/7": the hour and the day. */
bool vi_date_hour_of_day(struct buf *out, struct match *match)
{
    str day = match->part[1], month = match->part[2];

    if (!is_day(vi_number_value(day)) || !vi_date_hours(out, match))
        return false;
    vi_number_say(out, "ngày");
    if (month.len == 0)
        say_value(out, day, match);
    else if (is_day_month(day, month))
        say_day_month(out, day, month, match);
    return month.len == 0 || is_day_month(day, month);
}

bool vi_date_minutes(struct buf *out, struct match *match)
{
    str second = match->part[1];

    if (vi_number_value(match->part[0]) < 0 ||
        (second.len > 0 && !is_minute(second)))
        return false;
    say_value(out, match->part[0], match);
    if (!line_has_before(match->line, match->first, "phút|phút thứ"))
        vi_number_say(out, "phút");
    if (second.len > 0)
        say_unless_zero(out, second, "giây", match);
    if (match->part[2].len > 0)
        say_value(out, match->part[2], match);
    return true;
}

/* "49\"85" on the track */
bool vi_date_seconds(struct buf *out, struct match *match)
{
    if (match->part[0].len > 2 || match->part[1].len > 2 ||
        vi_number_value(match->part[0]) > LAST_MINUTE)
        return false;
    say_value(out, match->part[0], match);
    vi_number_say(out, "giây");
    say_value(out, match->part[1], match);
    return true;
}

/* The T of "T9/2024". */
bool vi_date_short_month(struct buf *out, struct match *match)
{
    const struct token *tokens = match->line->tokens;

    if (!tokens[match->first].upper ||
        !is_month(vi_number_value(match->part[0])) || !is_year(match->part[1]))
        return false;
    vi_number_say(out, "tháng");
    match->end = match->first + 1;
    return true;
}
