/* What is dialled, typed or sent to. */
#include "grammar/vi_address.h"

#include "base/utf8.h"
#include "words/foreign.h"
#include "words/vi_syllable.h"

#define PHONE_MIN_DIGITS 9
#define PHONE_MAX_DIGITS 13
#define TOLL_FREE_MIN_DIGITS 8
#define TOLL_FREE_MAX_DIGITS 10
#define MAX_GROUPS 8
#define ADDRESS_MAX_TOKENS 48
#define SPELLED_MAX_LETTERS 3

/* Any number after these is read digit by digit. */
static const char digit_heads[] =
    "sbd|số báo danh|hotline|tổng đài hỗ trợ|tổng đài tư vấn|điện thoại|đường "
    "dây nóng|số "
    "máy|tổng đài|zalo|sđt|đt|fax|gọi|"
    "số điện thoại|tài khoản|số tài khoản|stk|tk|mã số thuế|mst|cccd|cmnd|cảnh "
    "sát|"
    "căn cước|định danh|mã số|mã|liên hệ|đầu số|gọi số|số hiệu|hộ chiếu|gọi "
    "ngay|gọi tới|gọi đến|"
    "dãy số|vé số|giải đặc biệt|soạn tin|gửi|nhắn tin";

/* After these so many of them are. */
static const char lottery_heads[] =
    "giải nhất|giải nhì|giải ba|giải tư|giải năm|giải sáu";

#define LOTTERY_DIGITS 5

/* ---- telephone numbers ----------------------------------------------------
 */

/* The token of the next group of digits; 0 when there is none. */
static size_t next_group(const struct line *line, size_t end)
{
    const struct token *token = &line->tokens[end];
    bool apart = token->kind == TOKEN_SIGN && !token->glued &&
                 !token[1].glued && str_eq(token->lower, STR("-"));

    if (apart && token[1].kind == TOKEN_NUMBER && token[1].text.len >= 3 &&
        token[-1].text.len >= 3)
        return end + 1; /* "0982 - 145 - 236" */

    if (token->kind == TOKEN_NUMBER && !token->glued)
        return end;
    if (token->kind == TOKEN_SIGN && token->glued && token->lower.len == 1 &&
        str_has(STR(".-)"), token->lower) && token[1].kind == TOKEN_NUMBER &&
        (token[1].glued || token->lower.s[0] == ')'))
        return end + 1;
    return 0;
}

/* "0212.3852.452 hoặc 1022" */
static bool follows_telephone(const struct match *match)
{
    return match->item_count > 1 &&
           line_has_before(match->line, match->first, "hoặc|và|/|-") &&
           str_eq(str_from(match_last(match)[-1].rule), STR("telephone"));
}

bool vi_address_digits(struct buf *out, struct match *match)
{
    const struct line *line = match->line;
    size_t group = match->first;
    bool lottery = match->part[0].len >= LOTTERY_DIGITS &&
                   line_has_before(line, match_series(match), lottery_heads);
    bool numbered = match->part[0].len >= PHONE_MIN_DIGITS &&
                    line_has_before(line, match->first, "số|seri|sê ri");

    if (match->part[0].len < 3 ||
        (!line_has_before(line, match_series(match), digit_heads) &&
         !follows_telephone(match) && !lottery && !numbered))
        return false;
    for (size_t i = 0; i < MAX_GROUPS && group > 0; i++) {
        vi_number_digits(out, line->tokens[group].lower);
        match->end = group + 1;
        group = next_group(line, match->end);
    }
    return true;
}

/* Police, fire brigade, ambulance, rescue and children's helpline are known by
 * their digits. */
bool vi_address_emergency(struct buf *out, struct match *match)
{
    static const char heads[] =
        "số|số máy|máy|qua|lực lượng|cấp cứu|xe|báo|"
        "cứu hỏa|cứu nạn|cứu hộ|công an|trung tâm|báo cháy|và|,";

    if (!line_is_one_of(match->part[0], "111|112|113|114|115") ||
        !line_has_before(match->line, match_series(match), heads) ||
        !line_has_near(match->line, match->first,
                       "gọi|báo|cấp cứu|cứu hỏa|cứu nạn|cứu hộ|cảnh sát|"
                       "lực lượng|khẩn cấp|trình báo|tổng đài|đường dây"))
        return false;
    vi_number_digits(out, match->part[0]);
    return true;
}

#define COUNTRY_MAX_DIGITS 3

/* "đầu số +232" */
bool vi_address_country(struct buf *out, struct match *match)
{
    if (match->part[0].len > COUNTRY_MAX_DIGITS ||
        !line_has_near(match->line, match->first,
                       "đầu số|mã vùng|mã quốc gia|mã nước|số lạ"))
        return false;
    vi_number_say(out, "cộng");
    vi_number_digits(out, match->part[0]);
    return true;
}

static bool is_toll_free(str digits)
{
    return (str_starts(digits, STR("1800")) ||
            str_starts(digits, STR("1900"))) &&
           (digits.len == 4 || (digits.len >= TOLL_FREE_MIN_DIGITS &&
                                digits.len <= TOLL_FREE_MAX_DIGITS));
}

bool vi_address_phone(struct buf *out, struct match *match)
{
    const struct line *line = match->line;
    size_t group = match->first, end = match->first, digits = 0;
    bool plus = str_eq(line->tokens[group].lower, STR("+"));
    bool toll_free;
    str first;

    if (line->tokens[group].kind == TOKEN_SIGN) /* '+' or '(' */
        group++;
    first = line->tokens[group].lower;
    toll_free = is_toll_free(first);
    if (!plus && !toll_free && first.s[0] != '0' && match->part[1].len == 0)
        return false;
    if (plus)
        vi_number_say(out, "cộng");
    while (digits + line->tokens[group].lower.len <= PHONE_MAX_DIGITS) {
        digits += line->tokens[group].lower.len;
        vi_number_digits(out, line->tokens[group].lower);
        end = group + 1;
        group = next_group(line, end);
        if (group == 0)
            break;
    }
    match->end = end;
    return digits >= (toll_free ? TOLL_FREE_MIN_DIGITS : PHONE_MIN_DIGITS);
}

bool vi_address_house(struct buf *out, struct match *match)
{
    for (size_t i = 0; i < MATCH_MAX_PARTS && match->part[i].len > 0; i++) {
        if (i > 0)
            vi_number_say(out, "trên");
        vi_number_count(out, match->part[i], match->region);
    }
    return true;
}

bool vi_address_ip(struct buf *out, struct match *match)
{
    struct numeral numeral;

    if (vi_number_scan(&numeral, match->line, match->first) > match->first)
        return false; /* "1.000.000.000" */
    for (size_t i = 0; i < MATCH_MAX_PARTS && match->part[i].len > 0; i++) {
        if (match->part[i].len > 3)
            return false;
        if (i > 0)
            vi_number_say(out, "chấm");
        vi_number_digits(out, match->part[i]);
    }
    return true;
}

/* ---- the web --------------------------------------------------------------
 */

static const char top_domains[] =
    "com|vn|org|net|gov|edu|info|io|ai|tech|me|tv|co|uk|us|fr|jp|cn|kr|ru|de|"
    "cc|site|club|vip|icu|store|hk|tw|nl|cloud|link|media|news|blog|page|"
    "asia|biz|int|app|dev|shop|online|xyz|eu|au|sg|id";

static const struct {
    char sign;
    const char *spoken;
} address_signs[] = {
    {'.', "chấm"},      {'@', "a còng"},    {'/', "gạch"}, {'-', "gạch ngang"},
    {'_', "gạch dưới"}, {':', "hai chấm"},  {'?', "hỏi"},  {'=', "bằng"},
    {'&', "và"},        {'%', "phần trăm"}, {'~', "ngã"},  {'+', "cộng"},
    {'#', "thăng"},
};

static const char *sign_name(const struct token *token)
{
    for (size_t i = 0; i < sizeof address_signs / sizeof address_signs[0]; i++)
        if (token->lower.len == 1 && token->lower.s[0] == address_signs[i].sign)
            return address_signs[i].spoken;
    return NULL;
}

static bool is_part(const struct token *token)
{
    return token->kind == TOKEN_WORD || token->kind == TOKEN_NUMBER;
}

/* No part of a longer thing that was looked at before. */
static bool starts_chunk(const struct line *line, size_t at)
{
    return !line->tokens[at].glued || (!is_part(&line->tokens[at - 1]) &&
                                       !sign_name(&line->tokens[at - 1]));
}

/* The token after the address that may begin at `first`: words, digits and
 * signs that touch, the last of them no sign. */
static size_t address_end(const struct line *line, size_t first)
{
    size_t end = first + 1;

    for (size_t at = end; at < first + ADDRESS_MAX_TOKENS; at++) {
        const struct token *token = &line->tokens[at];

        if (token->kind == TOKEN_END || !token->glued)
            break;
        if (is_part(token) || str_eq(token->lower, STR("//")))
            end = at + 1;
        else if (!sign_name(token))
            break;
    }
    return end;
}

static bool is_scheme(const struct line *line, size_t at)
{
    return line_is_one_of(line->tokens[at].lower, "http|https") &&
           str_eq(line->tokens[at + 1].lower, STR(":")) &&
           str_eq(line->tokens[at + 2].lower, STR("//"));
}

/* Whether the tokens make an address: "@" between words, or a name of the
 * top level after a dot, at the end or before a slash. */
static bool is_address(const struct line *line, size_t first, size_t end)
{
    for (size_t at = first + 1; at + 1 < end; at++) {
        const struct token *sign = &line->tokens[at];

        if (str_eq(sign->lower, STR("@")) && sign[1].kind == TOKEN_WORD)
            return true; /* "4K@60fps" is none */
        if (str_eq(sign->lower, STR(".")) && is_part(&sign[-1]) &&
            str_eq(sign[1].text, sign[1].lower) &&
            line_is_one_of(sign[1].lower, top_domains) &&
            (at + 2 == end || str_has(STR("./:?"), sign[2].lower)))
            return true;
    }
    return is_scheme(line, first) ||
           (str_eq(line->tokens[first].lower, STR("www")) && end > first + 2);
}

/* How parts of addresses are called that are no words of a list. */
static const struct {
    const char *written, *spoken;
} address_words[] = {
    {"com", "com"},
    {"gov", "gốp"},
    {"net", "nét"},
    {"edu", "ê đu"},
    {"http", "hát tê tê pê"},
    {"https", "hát tê tê pê ét"},
    {"www", "vê kép vê kép vê kép"},
};

static bool find_name(struct buf *out, str name, const struct match *match)
{
    const struct entry *entry =
        name.len > SPELLED_MAX_LETTERS
            ? lexicon_find(match->lexicon, WORDS_FOREIGN, name)
            : NULL;

    for (size_t i = 0; i < sizeof address_words / sizeof address_words[0]; i++)
        if (str_eq(name, str_from(address_words[i].written))) {
            buf_add(out, str_from(address_words[i].spoken));
            return true;
        }
    if (entry)
        buf_add(out, entry_spoken(entry));
    return entry != NULL;
}

static void say_name(struct buf *out, const struct token *token,
                     struct match *match)
{
    struct buf name = {.mem = match->scratch};
    bool known = false;
    bool spelled = !find_name(&name, token->lower, match) &&
                   !vi_syllable_split(&name, token->lower) &&
                   (utf8_count(token->text) <= SPELLED_MAX_LETTERS ||
                    !foreign_read(&name, token->text, match->lexicon, &known));

    if (spelled)
        foreign_spell(&name, token->text, match->lexicon);
    vi_number_add(out, buf_str(&name));
    spelled = spelled && line_is_one_of(token->lower, top_domains);
    vi_number_add(&match->shown, spelled ? buf_str(&name) : token->text);
}

/* A sign of an address, the same for the ear and the eye. */
static void say_sign(struct buf *out, const char *name, struct match *match)
{
    vi_number_say(out, name);
    vi_number_say(&match->shown, name);
}

/* ".vn" */
bool vi_address_domain(struct buf *out, struct match *match)
{
    const struct token *token = &match->line->tokens[match->first];

    if (token->glued || !line_is_one_of(token[1].text, top_domains))
        return false;
    say_sign(out, "chấm", match);
    say_name(out, &token[1], match);
    return true;
}

/* The sign is silent. */
bool vi_address_hashtag(struct buf *out, struct match *match)
{
    const struct token *token = &match->line->tokens[match->first];

    if (!line_is_one_of(token->lower, "#"))
        return false;
    say_name(out, &token[1], match);
    return out->len > 0;
}

static void say_number(struct buf *out, str digits, struct match *match)
{
    struct buf number = {.mem = match->scratch};

    if (digits.s[0] == '0' || digits.len > 4)
        vi_number_digits(&number, digits);
    else
        vi_number_count(&number, digits, match->region);
    vi_number_add(out, buf_str(&number));
    vi_number_add(&match->shown, buf_str(&number));
}

#define PATH_MAX_BYTES 32

/* Where the path begins that is too long to be said; `end` when none is. */
static size_t find_long_path(const struct line *line, size_t first, size_t end)
{
    size_t at = first;

    while (at < end && !str_eq(line->tokens[at].lower, STR("/")))
        at++;
    return at < end && line_span(line, at, end).len > PATH_MAX_BYTES ? at : end;
}

/* The rest of an address whose path is too long. */
bool vi_address_path(struct buf *out, struct match *match)
{
    const struct item *last = match_last(match);

    (void)out;
    if (!last || !str_eq(str_from(last->rule), STR("web address")) ||
        !match->line->tokens[match->first].glued)
        return false;
    while (match->line->tokens[match->end].glued)
        match->end++;
    match->skipped = "the long path of a web address";
    return true;
}

static void say_address(struct buf *out, size_t at, size_t end,
                        struct match *match)
{
    for (; at < end; at++) {
        const struct token *token = &match->line->tokens[at];

        if (token->kind == TOKEN_WORD)
            say_name(out, token, match);
        else if (token->kind == TOKEN_NUMBER)
            say_number(out, token->lower, match);
        else if (sign_name(token))
            say_sign(out, sign_name(token), match);
    }
}

/* "@ten.99" */
bool vi_address_handle(struct buf *out, struct match *match)
{
    size_t end = address_end(match->line, match->first + 1);

    say_address(out, match->first, end, match);
    match->end = end;
    return true;
}

bool vi_address_web(struct buf *out, struct match *match)
{
    const struct line *line = match->line;
    size_t at = match->first, end;

    if (!starts_chunk(line, at) || !line->tokens[at + 1].glued)
        return false;
    end = address_end(line, at);
    if (!is_address(line, at, end))
        return false;
    end = find_long_path(line, is_scheme(line, at) ? at + 3 : at, end);
    if (is_scheme(line, at)) {
        say_name(out, &line->tokens[at], match);
        at += 3; /* behind "://", which is silent */
    }
    say_address(out, at, end, match);
    match->end = end;
    return out->len > 0;
}
