/* A line of text as tokens, and what stands around a token. */
#include "tokens/line.h"

#include <string.h>

#include "base/utf8.h"

#define WORD_MAX_BYTES 60
#define NUMBER_MAX_DIGITS 24
#define NEAR_BYTES 60
#define REACH_BYTES 120

/* Signs that come in several forms, and the plain one. */
static const struct {
    const char *forms, *plain;
} sign_forms[] = {
    {"\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE63\uFF0D", "-"},
    {"\u2018\u2019\u02BC\u0060\u00B4\u2032", "'"},
    {"\u201C\u201D\u201E\u00AB\u00BB\u2033", "\""},
    {"\u2044\u2215\uFF0F", "/"},
    {"\uFF05", "%"},
    {"\uFF0C", ","},
    {"\uFF1A\u2236", ":"},
    {"\u223C\u02DC\uFF5E", "~"},
    {"\u00BA\u02DA", "\u00B0"},
};

/* Feminine and masculine ordinals are letters in Unicode, degrees in use. */
static bool is_letter(int32_t code)
{
    return utf8_is_letter(code) && code != 0xBA && code != 0xAA;
}

static bool is_apostrophe(int32_t code)
{
    return code == '\'' || code == 0x2019 || code == 0x02BC;
}

static str first_char(str text)
{
    str rest = text;

    utf8_next(&rest);
    return str_slice(text, 0, text.len - rest.len);
}

static str sign_plain(str sign)
{
    str one = first_char(sign);

    if ((unsigned char)one.s[0] < 0x80)
        return sign;
    for (size_t i = 0; i < sizeof sign_forms / sizeof sign_forms[0]; i++)
        if (sign.len == one.len && str_has(str_from(sign_forms[i].forms), one))
            return str_from(sign_forms[i].plain);
    return sign;
}

/* An apostrophe between letters belongs to the word: "H'Mông". */
static size_t word_length(str text)
{
    str rest = text;

    while (rest.len > 0 && text.len - rest.len < WORD_MAX_BYTES) {
        str after = rest;
        int32_t code = utf8_next(&after);

        if (is_apostrophe(code) && is_letter(utf8_peek(after)))
            utf8_next(&after);
        else if (!is_letter(code))
            break;
        rest = after;
    }
    return text.len - rest.len;
}

/* The digit, also of a full-width one or the 2 of "CO₂"; -1 for others. */
static int digit_value(int32_t code)
{
    static const int32_t zeros[] = {'0', 0xFF10, 0x2080};

    for (size_t i = 0; i < sizeof zeros / sizeof zeros[0]; i++)
        if (code >= zeros[i] && code <= zeros[i] + 9)
            return code - zeros[i];
    return -1;
}

static size_t number_length(str text)
{
    str rest = text;

    for (size_t i = 0; i < NUMBER_MAX_DIGITS; i++) {
        if (digit_value(utf8_peek(rest)) < 0)
            break;
        utf8_next(&rest);
    }
    return text.len - rest.len;
}

static size_t sign_length(str text)
{
    str one = first_char(text);
    size_t len = one.len;

    while (str_starts(str_skip(text, len), one))
        len += one.len;
    return len;
}

static struct token next_token(str text)
{
    int32_t code = utf8_peek(text);
    struct token token = {0};
    size_t len;

    if (digit_value(code) >= 0) {
        token.kind = TOKEN_NUMBER;
        len = number_length(text);
    } else if (is_letter(code)) {
        token.kind = TOKEN_WORD;
        len = word_length(text);
    } else {
        token.kind = TOKEN_SIGN;
        len = sign_length(text);
    }
    token.text = str_slice(text, 0, len);
    return token;
}

/* Adds the lower form of the token and says whether it is all capitals. */
static bool add_lower(struct buf *lower, const struct token *token)
{
    str rest = token->text;
    bool upper = true;

    if (token->kind == TOKEN_SIGN)
        buf_add(lower, sign_plain(token->text));
    while (token->kind != TOKEN_SIGN && rest.len > 0) {
        int32_t code = utf8_next(&rest), small = utf8_lower(code);

        upper = upper && (small != code || !is_letter(code));
        if (digit_value(code) >= 0)
            small = '0' + digit_value(code);
        utf8_add(lower, is_apostrophe(code) ? '\'' : small);
    }
    return upper;
}

/* `text` and `lower` are empty, and lie where the line begins or ends. */
static void add_ends(struct line *line, str text, str lower)
{
    for (size_t i = 0; i < LINE_ENDS; i++)
        line->tokens[line->count + i] =
            (struct token){.text = text, .lower = lower};
}

/* No character takes more room in lower case: "Ⱥ" has two bytes, "ⱥ" three. */
#define LOWER_GROWTH 2

void line_scan(struct line *line, str text, struct arena *mem)
{
    size_t room = LOWER_GROWTH * text.len + 1;
    struct buf lower = {ARENA_ARRAY(mem, char, room), 0, room, mem};
    bool glued = false;

    *line = (struct line){.text = text};
    line->tokens = ARENA_ARRAY(mem, struct token, text.len + 2 * LINE_ENDS);
    add_ends(line, str_slice(text, 0, 0), (str){lower.s, 0});
    line->tokens += LINE_ENDS;
    while (text.len > 0) {
        struct token *token = &line->tokens[line->count];
        size_t start = lower.len;
        str rest = text;

        if (utf8_is_space(utf8_next(&rest))) {
            if (glued)
                buf_char(&lower, ' ');
            glued = false;
            text = rest;
            continue;
        }
        *token = next_token(text);
        token->glued = glued;
        token->upper = add_lower(&lower, token);
        token->lower = str_skip(buf_str(&lower), start);
        text = str_skip(text, token->text.len);
        glued = true;
        line->count++;
    }
    line->lower = buf_str(&lower);
    add_ends(line, text, str_skip(line->lower, lower.len));
}

str line_span(const struct line *line, size_t first, size_t end)
{
    const char *start = line->tokens[first].text.s;
    str last = line->tokens[end - 1].text;

    return (str){start, (size_t)(last.s + last.len - start)};
}

str line_text_before(const struct line *line, size_t at)
{
    size_t end = (size_t)(line->tokens[at].text.s - line->text.s);

    return str_slice(line->text, end > REACH_BYTES ? end - REACH_BYTES : 0,
                     end);
}

str line_text_from(const struct line *line, size_t at)
{
    size_t start = (size_t)(line->tokens[at].text.s - line->text.s);

    return utf8_head(str_skip(line->text, start), REACH_BYTES);
}

size_t line_token_after(const struct line *line, size_t first, str head)
{
    const char *end = head.s + head.len;
    size_t at = first;

    while (at < line->count && line->tokens[at].text.s < end)
        at++;
    return at > first && line->tokens[at - 1].text.s +
                                 line->tokens[at - 1].text.len ==
                             end
               ? at
               : first;
}

/* The same in lower case, all of it. */
static str lower_before(const struct line *line, size_t at)
{
    const char *end = line->tokens[at].lower.s;

    return str_trim((str){line->lower.s, (size_t)(end - line->lower.s)});
}

static str lower_from(const struct line *line, size_t at)
{
    size_t start = (size_t)(line->tokens[at].lower.s - line->lower.s);

    return str_skip(line->lower, start);
}

bool line_is_capital(const struct line *line, size_t at)
{
    return line->tokens[at].kind == TOKEN_WORD &&
           utf8_is_upper(utf8_peek(line->tokens[at].text));
}

bool line_ends_at(const struct line *line, size_t at)
{
    const struct token *next = &line->tokens[at];

    return !next->glued || (next->kind == TOKEN_SIGN && !next[1].glued);
}

static bool ends_in_word(str text)
{
    int32_t code = utf8_last(text);

    return code != UTF8_END && (is_letter(code) || utf8_is_digit(code));
}

static bool begins_with_word(str text)
{
    int32_t code = utf8_peek(text);

    return code != UTF8_END && (is_letter(code) || utf8_is_digit(code));
}

bool line_has_before(const struct line *line, size_t at, const char *phrases)
{
    str before = lower_before(line, at);

    while (before.len > 0 && strchr(":( ", before.s[before.len - 1]))
        before.len--;
    for (const char *end; *phrases; phrases = end + (*end == '|')) {
        str one;

        end = strchrnul(phrases, '|');
        one = (str){phrases, (size_t)(end - phrases)};
        if (str_ends(before, one) &&
            !ends_in_word(str_slice(before, 0, before.len - one.len)))
            return true;
    }
    return false;
}

bool line_has_at(const struct line *line, size_t at, const char *phrases)
{
    str from = lower_from(line, at), rest = str_from(phrases);

    while (rest.len > 0) {
        str one = str_cut(rest, '|', &rest);

        if (str_starts(from, one) && !begins_with_word(str_skip(from, one.len)))
            return true;
    }
    return false;
}

static bool has_phrase(str text, str phrase)
{
    while (text.len >= phrase.len) {
        size_t at = str_find(text, phrase);
        bool alone;

        if (at == text.len)
            return false;
        alone = !ends_in_word(str_slice(text, 0, at)) &&
                !begins_with_word(str_skip(text, at + phrase.len));
        if (alone)
            return true;
        text = str_skip(text, at + 1);
    }
    return false;
}

static bool has_any(str text, const char *phrases)
{
    str rest = str_from(phrases);

    while (rest.len > 0)
        if (has_phrase(text, str_cut(rest, '|', &rest)))
            return true;
    return false;
}

bool line_has_near_before(const struct line *line, size_t at,
                          const char *phrases)
{
    str before = lower_before(line, at);

    if (before.len > NEAR_BYTES)
        before = str_skip(before, before.len - NEAR_BYTES);
    return has_any(before, phrases);
}

bool line_has_near(const struct line *line, size_t at, const char *phrases)
{
    return line_has_near_before(line, at, phrases) ||
           has_any(utf8_head(lower_from(line, at), NEAR_BYTES), phrases);
}

bool line_is_one_of(str word, const char *phrases)
{
    for (const char *at = phrases; *at; at += *at == '|') {
        size_t same = 0;

        while (same < word.len && at[same] == word.s[same])
            same++;
        if (same == word.len && (at[same] == '|' || at[same] == '\0'))
            return true;
        at = strchrnul(at, '|');
    }
    return false;
}
