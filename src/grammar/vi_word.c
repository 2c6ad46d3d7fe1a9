/* Words, single numbers and signs: what no longer rule has taken. */
#include "grammar/vi_word.h"

#include "base/utf8.h"
#include "grammar/vi_day.h"
#include "words/foreign.h"
#include "words/vi_syllable.h"

/* "007" is no count, nor is "016". */
static bool is_serial(str digits)
{
    return digits.len > 2 && digits.s[0] == '0';
}

/* A run of digits that was cut, as no number is that long. */
bool vi_word_long_digits(struct buf *out, struct match *match)
{
    const struct token *token = match_token(match);
    bool goes_on = token[1].kind == TOKEN_NUMBER && token[1].glued;

    if (!goes_on &&
        !(token->glued && match->first > 0 && token[-1].kind == TOKEN_NUMBER))
        return false;
    vi_number_digits(out, token->lower);
    return true;
}

bool vi_word_number(struct buf *out, struct match *match)
{
    str whole = {match->numeral.whole, match->numeral.whole_digits};

    match->unsure = match->numeral.has_point &&
                    vi_day_may_be(match->line, match->first + 1);
    if (match->numeral.fraction.len == 0 && is_serial(whole))
        vi_number_digits(out, whole);
    else
        vi_number_read(out, &match->numeral, match->region);
    return true;
}

/* "1,5nghìn": what touches the number is no unit. */
bool vi_word_parted(struct buf *out, struct match *match)
{
    return (match->numeral.has_groups || match->numeral.fraction.len > 0) &&
           vi_word_number(out, match);
}

/* Up to here digits that touch letters are a count: "U23". */
#define COUNT_MAX_DIGITS 4

bool vi_word_digits(struct buf *out, struct match *match)
{
    str digits = match->part[0];
    const struct token *next = &match->line->tokens[match->end];
    bool named = digits.s[0] == '0' && next->glued &&
                 next->kind == TOKEN_WORD; /* "09A" */

    if (digits.len > COUNT_MAX_DIGITS || is_serial(digits) || named)
        vi_number_digits(out, digits);
    else
        vi_number_count(out, digits, match->region);
    return true;
}

bool vi_word_lower(struct buf *out, struct match *match)
{
    const struct token *token = match_token(match);

    if (!str_eq(token->text, token->lower) ||
        !line_ends_at(match->line, match->end) ||
        !vi_syllable_valid(token->lower))
        return false;
    buf_add(out, token->text);
    return true;
}

bool vi_word_plain(struct buf *out, struct match *match)
{
    const struct token *token = match_token(match);

    if (!vi_syllable_valid(token->lower))
        return false;
    buf_add(out, token->text);
    return true;
}

bool vi_word_letter(struct buf *out, struct match *match)
{
    const struct token *token = match_token(match);

    return utf8_count(token->text) == 1 &&
           foreign_spell(out, token->text, match->lexicon);
}

/* Where another word begins inside a word: "họpTrở", "UBNDtỉnh"; or 0. */
static size_t find_seam(str text)
{
    str rest = text;
    size_t capitals = 0;
    bool small = false;

    while (rest.len > 0) {
        size_t at = text.len - rest.len;
        bool upper = utf8_is_upper(utf8_next(&rest));

        if ((upper && small) || (!upper && capitals > 1))
            return at;
        small = !upper;
        capitals += upper;
    }
    return 0;
}

static bool say_joined(struct buf *out, str text, struct match *match)
{
    const struct entry *entry =
        lexicon_find(match->lexicon, WORDS_ABBREVIATIONS, text);
    bool plain = vi_syllable_valid(utf8_lower_str(text, match->scratch));

    vi_number_add(out, entry ? entry_spoken(entry) : text);
    return entry || plain;
}

/* Blanks are lost where pages are put together. Words that only a tone mark
 * shows to be Vietnamese could be foreign ones too. */
bool vi_word_joined(struct buf *out, struct match *match)
{
    str text = match_token(match)->text;
    size_t seam = find_seam(text);

    match->unsure = seam == 0;
    if (seam == 0)
        return text.len > utf8_count(text) &&
               vi_syllable_split(out, match_token(match)->lower);
    return seam > 0 && say_joined(out, str_slice(text, 0, seam), match) &&
           say_joined(out, str_skip(text, seam), match);
}

bool vi_word_foreign(struct buf *out, struct match *match)
{
    bool known = false;

    if (!foreign_read(out, match_token(match)->text, match->lexicon, &known))
        return false;
    match->unsure = !known;
    match_show(match, match_token(match)->text, buf_str(out));
    return true;
}

/* ---- signs --------------------------------------------------------------- */

/* Never spoken, whatever the word lists say. */
static const char silent_signs[] =
    ".,;:?!\u2026()[]{}\"'-/\\|*_\u2022\u00B7\u25CF\u25A0\u25AA\u25BA"
    "\u201C\u201D\u2018\u2019\u00AB\u00BB\u2032\u2033^#<>`\u203A\u2039\u25E6";

/* Elsewhere these are bullets and marks of a list. */
static const char before_numbers[] =
    "\u2191|\u2193|\u25B2|\u25BC|\u2197|\u2198|\u25B3|\u25BD";

static str first_char(str text)
{
    str rest = text;

    utf8_next(&rest);
    return str_slice(text, 0, text.len - rest.len);
}

/* "lương 15tr+": from there up. */
static bool is_least(const struct match *match)
{
    const struct token *plus = match_token(match);
    const struct item *last = match_last(match);

    return str_eq(plus->lower, STR("+")) && plus->glued && last &&
           last->kind == KIND_NUMBER && last->end > last->first + 1 &&
           plus[1].kind != TOKEN_NUMBER &&
           (plus[1].kind == TOKEN_SIGN || !plus[1].glued);
}

/* "<" and ">" are spoken before numbers, all others by their nature; a sign at
 * the start of a line is a bullet. */
bool vi_word_symbol(struct buf *out, struct match *match)
{
    const struct token *token = match_token(match);
    const struct entry *entry =
        lexicon_find(match->lexicon, WORDS_SYMBOLS, token->lower);
    bool compares =
        line_is_one_of(token->lower, "<|>") && token[1].kind == TOKEN_NUMBER;
    bool rate = str_eq(token->lower, STR("@")) && token->glued &&
                token[1].kind == TOKEN_NUMBER; /* "4K@60fps" */
    bool apart = line_is_one_of(token->lower, before_numbers) &&
                 token[1].kind != TOKEN_NUMBER;

    if (str_eq(token->lower, STR("#")) && token[1].kind == TOKEN_NUMBER &&
        token[1].glued) {
        vi_number_say(out, "số"); /* "#1" */
        return true;
    }
    if (is_least(match)) {
        vi_number_say(out, "trở lên");
        return true;
    }
    if (!entry || apart || rate || (match->first == 0 && !token[1].glued) ||
        (!compares && str_has(str_from(silent_signs), token->lower)))
        return false;
    vi_number_add(out, entry_spoken(entry));
    match->entry = entry;
    return true;
}

bool vi_word_sign(struct buf *out, struct match *match)
{
    (void)out;
    if (!str_has(str_from(silent_signs), first_char(match_token(match)->lower)))
        match->skipped = "a sign that is not spoken";
    return true;
}
