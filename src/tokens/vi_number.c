/* Numbers in Vietnamese. */
#include "tokens/vi_number.h"

#include <stdio.h>
#include <string.h>

#define GROUP_DIGITS 3
#define BILLION_DIGITS                                                         \
    9 /* "tỷ" is the last scale word, and may be repeated                    \
       */
#define VALUE_MAX_DIGITS 5
#define MAX_GROUPS 14

/* clang-format off */
static const char *const digit_names[] = {
    "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín",
};

/* The last digit changes its form with the tens digit before it. */
static const char *const last_digit[10][3] = {
    /* tens is:  0       1       2..9  */
    [1] = {     "một",  "một",  "mốt"  },
    [2] = {     "hai",  "hai",  "hai"  },
    [3] = {     "ba",   "ba",   "ba"   },
    [4] = {     "bốn",  "bốn",  "tư"   },
    [5] = {     "năm",  "lăm",  "lăm"  },
    [6] = {     "sáu",  "sáu",  "sáu"  },
    [7] = {     "bảy",  "bảy",  "bảy"  },
    [8] = {     "tám",  "tám",  "tám"  },
    [9] = {     "chín", "chín", "chín" },
};

static const struct {
    const char *thousand; /* "một nghìn" */
    const char *and_one;  /* "một trăm linh một" */
    const char *four;     /* "hai mươi tư" */
} regions[REGION_COUNT] = {
    [REGION_BAC]   = {"nghìn", "linh", "tư"},
    [REGION_TRUNG] = {"ngàn",  "lẻ",   "tư"},
    [REGION_NAM]   = {"ngàn",  "lẻ",   "bốn"},
};

/* clang-format on */

void vi_number_add(struct buf *out, str words)
{
    if (out->len > 0 && words.len > 0)
        buf_char(out, ' ');
    buf_add(out, words);
}

void vi_number_say(struct buf *out, const char *words)
{
    vi_number_add(out, str_from(words));
}

static int digit(str digits, size_t from_right)
{
    return from_right < digits.len ? digits.s[digits.len - 1 - from_right] - '0'
                                   : 0;
}

/* At most three digits; `inside` when something was said before them. */
static void say_group(struct buf *out, str group, bool inside,
                      enum region region)
{
    int ones = digit(group, 0), tens = digit(group, 1);
    int hundreds = digit(group, 2);

    if (hundreds > 0 || inside) {
        vi_number_say(out, digit_names[hundreds]);
        vi_number_say(out, "trăm");
    }
    if (tens > 1)
        vi_number_say(out, digit_names[tens]);
    if (tens > 0)
        vi_number_say(out, tens == 1 ? "mười" : "mươi");
    if (tens == 0 && ones > 0 && (hundreds > 0 || inside))
        vi_number_say(out, regions[region].and_one);
    if (ones == 4 && tens > 1)
        vi_number_say(out, regions[region].four);
    else if (ones > 0)
        vi_number_say(out, last_digit[ones][tens > 2 ? 2 : tens]);
}

static bool is_zero(str digits)
{
    for (size_t i = 0; i < digits.len; i++)
        if (digits.s[i] != '0')
            return false;
    return true;
}

/* Takes the leading digits, so many that `size` divides what is left. */
static str take_group(str *digits, size_t size)
{
    size_t len = digits->len % size;
    str group = str_slice(*digits, 0, len > 0 ? len : size);

    *digits = str_skip(*digits, group.len);
    return group;
}

static void say_below_billion(struct buf *out, str digits, bool inside,
                              enum region region)
{
    const char *const scales[] = {"", regions[region].thousand, "triệu"};

    while (digits.len > 0) {
        str group = take_group(&digits, GROUP_DIGITS);

        if (is_zero(group))
            continue;
        say_group(out, group, inside, region);
        vi_number_say(out, scales[digits.len / GROUP_DIGITS]);
        inside = true;
    }
}

void vi_number_count(struct buf *out, str digits, enum region region)
{
    bool inside = false;

    while (digits.len > 1 && digits.s[0] == '0')
        digits = str_skip(digits, 1);
    if (is_zero(digits))
        vi_number_say(out, digit_names[0]);
    while (digits.len > 0) {
        str group = take_group(&digits, BILLION_DIGITS);

        if (is_zero(group))
            continue;
        say_below_billion(out, group, inside, region);
        for (size_t i = 0; i < digits.len / BILLION_DIGITS; i++)
            vi_number_say(out, "tỷ");
        inside = true;
    }
}

const char *vi_number_thousand(enum region region)
{
    return regions[region].thousand;
}

void vi_number_value_count(struct buf *out, int value, enum region region)
{
    char digits[12];
    int len = snprintf(digits, sizeof digits, "%d", value);

    vi_number_count(out, (str){digits, (size_t)len}, region);
}

void vi_number_rank(struct buf *out, int value, enum region region)
{
    static const char *const names[] = {[1] = "nhất", [4] = "tư"};

    if (value > 0 && (size_t)value < sizeof names / sizeof names[0] &&
        names[value])
        vi_number_say(out, names[value]);
    else
        vi_number_value_count(out, value, region);
}

void vi_number_digits(struct buf *out, str digits)
{
    for (size_t i = 0; i < digits.len; i++)
        vi_number_say(out, digit_names[digits.s[i] - '0']);
}

int vi_number_value(str digits)
{
    int value = 0;

    if (digits.len == 0 || digits.len > VALUE_MAX_DIGITS)
        return -1;
    for (size_t i = 0; i < digits.len; i++)
        value = value * 10 + (digits.s[i] - '0');
    return value;
}

/* ---- numbers with separators ----------------------------------------------
 */

struct groups {
    str digits[MAX_GROUPS];
    char separators[MAX_GROUPS]; /* before each but the first */
    size_t count, end;
};

static bool is_separator(const struct line *line, size_t at, char *separator)
{
    const struct token *token = &line->tokens[at];

    if (token->kind != TOKEN_SIGN || !token->glued || token->lower.len != 1)
        return false;
    *separator = token->lower.s[0];
    return *separator == '.' || *separator == ',';
}

/* All runs of digits that dots and commas join to the first. */
static bool take_joined(struct groups *groups, const struct line *line,
                        size_t at)
{
    char separator = 0;

    *groups = (struct groups){.digits = {line->tokens[at].lower}, .count = 1};
    for (at++; is_separator(line, at, &separator) &&
               line->tokens[at + 1].kind == TOKEN_NUMBER &&
               line->tokens[at + 1].glued;
         at += 2) {
        if (groups->count == MAX_GROUPS)
            return false;
        groups->separators[groups->count] = separator;
        groups->digits[groups->count++] = line->tokens[at + 1].lower;
    }
    groups->end = at;
    return !(line->tokens[at].kind == TOKEN_NUMBER && line->tokens[at].glued);
}

/* After these a number is a name, and another may follow it. */
static const char number_names[] =
    "năm|khóa|khoá|tổ|lớp|số|ngày|tháng|quý|điều|khoản|thứ|gọi|khối|thôn|bản";

/* "bài 1 100%": all of it, behind another number. */
static bool is_all(const struct token *token)
{
    return str_eq(token->lower, STR("100")) && str_eq(token[1].lower, STR("%"));
}

/* "9 000 000", "1 250": groups parted by blanks. */
static void take_spaced(struct groups *groups, const struct line *line)
{
    size_t at = groups->end, more = 0;

    while (line->tokens[at + more].kind == TOKEN_NUMBER &&
           line->tokens[at + more].lower.len == GROUP_DIGITS &&
           !is_all(&line->tokens[at + more]) &&
           groups->count + more < MAX_GROUPS)
        more++;
    if (more == 0 || line->tokens[at - 1].glued ||
        groups->digits[0].len > GROUP_DIGITS || groups->digits[0].s[0] == '0' ||
        line_has_before(line, at - 1, number_names))
        return;
    for (size_t i = 0; i < more; i++) {
        groups->separators[groups->count] = ' ';
        groups->digits[groups->count++] = line->tokens[at + i].lower;
    }
    groups->end = at + more;
}

/* Whether groups from the first to `last` are thousands with one separator. */
static bool are_thousands(const struct groups *groups, size_t last)
{
    str first = groups->digits[0];

    if (first.len > GROUP_DIGITS || (first.s[0] == '0'))
        return false;
    for (size_t i = 1; i <= last; i++)
        if (groups->digits[i].len != GROUP_DIGITS ||
            groups->separators[i] != groups->separators[1])
            return false;
    return true;
}

static bool fill(struct numeral *numeral, const struct groups *groups,
                 size_t whole)
{
    size_t len = 0;

    *numeral = (struct numeral){.has_groups = whole > 1};
    for (size_t i = 0; i < whole; i++) {
        str digits = groups->digits[i];

        if (len + digits.len > NUMERAL_MAX_DIGITS)
            return false;
        memcpy(numeral->whole + len, digits.s, digits.len);
        len += digits.len;
    }
    numeral->whole_digits = len;
    if (whole < groups->count) {
        numeral->fraction = groups->digits[whole];
        numeral->has_point = groups->separators[whole] == '.';
    }
    return true;
}

/* "10,000 người": nothing is that exact. Alone on a line it may be. */
static bool are_english(const struct groups *groups, const struct line *line,
                        size_t at)
{
    return str_eq(groups->digits[1], STR("000")) && are_thousands(groups, 1) &&
           !(at == 0 && groups->end == line->count);
}

/* How many groups make the whole part; 0 when this is no number. */
static size_t count_whole(const struct groups *groups, bool english)
{
    size_t last = groups->count - 1;
    bool mixed = last > 1 && groups->separators[last] != groups->separators[1];

    if (last == 0)
        return 1;
    if (mixed)
        return are_thousands(groups, last - 1) ? last : 0;
    if (are_thousands(groups, last) &&
        (last > 1 || groups->separators[1] != ',' || english))
        return groups->count;
    return last == 1 ? 1 : 0;
}

/* What has no decimals, and what often has three. */
static const char whole_things[] =
    "người|hộ|căn|chiếc|cái|con|học sinh|sinh viên|em|cháu|đại biểu|đảng viên|"
    "lao động|công nhân|khách|lượt|vụ|ca|trường hợp|trường|xã|cây|suất|phần "
    "quà|"
    "gia đình|doanh nghiệp|cán bộ|chiến sĩ|giáo viên|bệnh nhân|cử tri|nhân "
    "viên|"
    "sản phẩm|cuốn|bài|đơn|hồ sơ|phiếu|cổ phiếu|bình luận|ngôi|tàu|xe|phòng|"
    "công trình|đồng|đ|vnd|vnđ|usd|đô la|đô|eur|euro|yên|won|baht|vé|chuyến";
static const char fine_things[] = "triệu|tỷ|tỉ|nghìn|ngàn|phần trăm|tr";

/* Settles "1,500": a comma and three digits. */
static void settle(struct numeral *numeral, const struct groups *groups,
                   const struct line *line)
{
    size_t end = groups->end;

    if (groups->count != 2 || groups->separators[1] != ',' ||
        numeral->has_groups || !are_thousands(groups, 1) ||
        line->tokens[end].kind != TOKEN_WORD ||
        line_has_at(line, end, fine_things))
        return;
    if (line_has_at(line, end, whole_things))
        fill(numeral, groups, groups->count);
    numeral->guessed = true;
}

size_t vi_number_scan(struct numeral *numeral, const struct line *line,
                      size_t at)
{
    struct groups groups;
    size_t whole;

    if (line->tokens[at].kind != TOKEN_NUMBER ||
        !take_joined(&groups, line, at))
        return at;
    if (groups.count == 1)
        take_spaced(&groups, line);
    whole = count_whole(&groups, are_english(&groups, line, at));
    if (whole == 0 || !fill(numeral, &groups, whole))
        return at;
    settle(numeral, &groups, line);
    return groups.end;
}

void vi_number_read(struct buf *out, const struct numeral *numeral,
                    enum region region)
{
    str whole = {numeral->whole, numeral->whole_digits};

    vi_number_count(out, whole, region);
    if (numeral->fraction.len == 0)
        return;
    vi_number_say(out, "phẩy");
    vi_number_digits(out, numeral->fraction);
}

/* ---- Roman numerals -------------------------------------------------------
 */

/* How each decimal digit is written with one, five and ten of its place. */
static const char *const roman_forms[] = {
    "", "1", "11", "111", "15", "5", "51", "511", "5111", "1T",
};
static const char roman_places[][3] = {
    {'m', 0, 0}, {'c', 'd', 'm'}, {'x', 'l', 'c'}, {'i', 'v', 'x'}};

static char roman_letter(char form, const char place[3])
{
    return place[form == '1' ? 0 : form == '5' ? 1 : 2];
}

static bool starts_with_form(str text, const char *form, const char place[3])
{
    size_t len = strlen(form);

    for (size_t i = 0; i < len; i++)
        if (i >= text.len || (text.s[i] | 0x20) != roman_letter(form[i], place))
            return false;
    return true;
}

int vi_number_roman(str text)
{
    int value = 0;

    if (text.len == 0 || !strchr("ivxlcdm", text.s[0] | 0x20))
        return 0;
    for (size_t p = 0; p < sizeof roman_places / sizeof roman_places[0]; p++) {
        int best = 0;
        size_t len = 0;

        for (int d = 1; d <= 9; d++) {
            size_t form_len = strlen(roman_forms[d]);

            if (form_len > len &&
                starts_with_form(text, roman_forms[d], roman_places[p])) {
                best = d;
                len = form_len;
            }
        }
        value = value * 10 + best;
        text = str_skip(text, len);
    }
    return text.len == 0 ? value : 0;
}
