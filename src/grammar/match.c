/* What a rule is matched against. */
#include "grammar/match.h"

#include <string.h>

#include "base/utf8.h"
#include "words/foreign.h"
#include "words/vi_syllable.h"

/* ---- shapes -------------------------------------------------------------- */

static bool is_letter_token(const struct token *token, char letter)
{
    return token->kind == TOKEN_WORD && token->lower.len == 1 &&
           token->lower.s[0] == letter;
}

static bool is_sign_token(const struct token *token, char sign)
{
    return token->kind == TOKEN_SIGN && token->lower.len == 1 &&
           token->lower.s[0] == sign;
}

static bool has_kind(const struct token *token, char shape)
{
    switch (shape) {
    case '#':
    case 'N':
        return token->kind == TOKEN_NUMBER;
    case 'W':
        return token->kind == TOKEN_WORD;
    case 'U':
        return token->kind == TOKEN_WORD && token->upper;
    case '?':
        return token->kind == TOKEN_SIGN;
    default:
        return shape >= 'a' && shape <= 'z' ? is_letter_token(token, shape)
                                            : is_sign_token(token, shape);
    }
}

/* Whether what it takes is a part of the match. */
static bool is_part(char shape)
{
    return shape == '#' || shape == 'N' || shape == 'W' || shape == 'U' ||
           shape == '?';
}

/* The tokens that one letter of a shape takes from `at` on; 0 when none. */
static size_t match_one(struct match *match, size_t *parts, char shape,
                        size_t at)
{
    const struct line *line = match->line;
    size_t end = at + 1;
    struct numeral numeral;

    if (!has_kind(&line->tokens[at], shape))
        return 0;
    if (shape == 'N') {
        end = vi_number_scan(&numeral, line, at);
        if (end == at)
            return 0;
        if (match->numeral.whole_digits == 0)
            match->numeral = numeral;
    }
    if (is_part(shape))
        match->part[(*parts)++] =
            shape == '#' ? line->tokens[at].lower : line_span(line, at, end);
    return end - at;
}

/* What is written does not go on: "1/2" does in "1/2/3" and "1/2kg". */
static bool is_whole(const struct token *next)
{
    if (next->kind == TOKEN_END || !next->glued)
        return true;
    if (next->kind != TOKEN_SIGN)
        return false;
    if (next->lower.len != 1 || !strchr("./,:", next->lower.s[0]))
        return true;
    return !next[1].glued || next[1].kind == TOKEN_SIGN ||
           (next[1].kind == TOKEN_WORD && next->lower.s[0] != '/');
}

/* Whether the second token is as the shape has it: most shapes fail at that. A
 * number with its separators may be several tokens. */
static bool may_match(const struct token *first, const char *shape)
{
    const struct token *second = first + 1;
    char next = shape[1];

    if (next == '*')
        return true;
    if (shape[0] == 'N')
        return (next != '/' && next != ':') ||
               (second->glued && has_kind(second, next));
    if (next == '\0')
        return is_whole(second);
    if (next == '_')
        return has_kind(second, shape[2]);
    if (next == ' ')
        return !second->glued && has_kind(second, shape[2]);
    return second->glued && has_kind(second, next);
}

bool match_shape(struct match *match, const char *shape)
{
    const struct token *tokens = match->line->tokens;
    size_t at = match->first, parts = 0;

    if (!may_match(&tokens[at], shape))
        return false;
    match->numeral.whole_digits = 0;
    match->numeral.guessed = false;
    memset(match->part, 0, sizeof match->part);
    for (; *shape && *shape != '*'; shape++) {
        bool may_part = *shape == '_' || *shape == ' ';
        size_t taken;

        if (may_part && *shape == ' ' && tokens[at].glued)
            return false;
        shape += may_part;
        if (at > match->first && !may_part && !tokens[at].glued)
            return false;
        taken = match_one(match, &parts, *shape, at);
        if (taken == 0)
            return false;
        at += taken;
    }
    match->end = at;
    return *shape == '*' || is_whole(&tokens[at]);
}

/* ---- what was read before ------------------------------------------------ */

const struct token *match_token(const struct match *match)
{
    return &match->line->tokens[match->first];
}

const struct item *match_last(const struct match *match)
{
    return match->item_count > 0 ? &match->items[match->item_count - 1] : NULL;
}

bool match_joins(const struct match *match, const char *rule,
                 const char *joints)
{
    const struct item *last = match_last(match);

    return match->item_count > 1 &&
           line_is_one_of(match->line->tokens[last->first].lower, joints) &&
           str_eq(str_from(last[-1].rule), str_from(rule));
}

static bool is_quantity(const struct item *item)
{
    return item->kind == KIND_NUMBER || item->kind == KIND_DATE ||
           item->kind == KIND_TIME;
}

static bool has_digit(str text)
{
    while (text.len > 0)
        if (utf8_is_digit(utf8_next(&text)))
            return true;
    return false;
}

static bool ends_in_words(str text, str words)
{
    size_t start = text.len - words.len;

    return str_ends(text, words) && (start == 0 || text.s[start - 1] == ' ');
}

/* The reading that stands in full before the brackets that hold the short form:
 * "Bộ Tài chính (BTC)". Empty when none does. */
static str reading_before(const struct match *match, const struct entry *entry)
{
    const struct line *line = match->line;
    str context = entry_context(entry), reading = entry_spoken(entry), before;

    if (match->first < 2 ||
        !str_eq(line->tokens[match->first - 1].lower, STR("(")))
        return (str){0};
    before = utf8_lower_str(str_trim(line_text_before(line, match->first - 1)),
                            match->scratch);
    while (!ends_in_words(before, reading)) {
        if (context.len == 0)
            return (str){0};
        reading = str_cut(context, '|', &context);
        reading = str_trim(str_cut(reading, ':', &reading));
    }
    return reading;
}

str match_choose(struct match *match, const struct entry *entry, size_t end,
                 str *clue)
{
    str spoken =
        lexicon_choose(entry, line_text_before(match->line, match->first),
                       line_text_from(match->line, end), clue, *match->scratch);

    str full = reading_before(match, entry);

    if (full.len > 0) {
        *clue = full;
        return full;
    }
    if (clue->len == 0 && entry_context(entry).len > 0)
        match->unsure = true;
    return spoken;
}

void match_show(struct match *match, str written, str spoken)
{
    struct buf letters = {.mem = match->scratch};
    bool named = foreign_spell(&letters, written, match->lexicon) &&
                 str_eq(buf_str(&letters), spoken);

    vi_number_add(&match->shown,
                  named || has_digit(written) ? spoken : written);
}

/* A series is of quantities, with these between them. */
static void grow_series(struct match *match, const struct item *item)
{
    if (is_quantity(item)) {
        if (!match->in_series)
            match->series = item->first;
        match->in_series = true;
        match->has_date = match->has_date || item->kind == KIND_DATE;
    } else if (!line_is_one_of(match->line->tokens[item->first].lower,
                               ",|-|và|hoặc|đến|tới|;")) {
        match->in_series = match->has_date = false;
    }
}

bool match_follows_brand(const struct match *match)
{
    return match->first > 0 && line_is_capital(match->line, match->first - 1) &&
           !vi_syllable_valid(match->line->tokens[match->first - 1].lower);
}

size_t match_series(const struct match *match)
{
    const struct item *last = match_last(match);
    bool sign = match->line->tokens[match->first].kind == TOKEN_SIGN;

    return match->in_series && (sign || !is_quantity(last)) ? match->series
                                                            : match->first;
}

void match_add(struct match *match, const struct item *item)
{
    grow_series(match, item);
    match->first = item->end;
    match->item_count++;
}
