/* Words, single numbers and signs: what no longer rule has taken. */
#include "reading/vi_word.h"

#include "base/utf8.h"
#include "reading/foreign.h"
#include "reading/vi_syllable.h"

#define CONTEXT_BYTES 120

static const enum word_list word_lists[] = {WORDS_ABBREVIATIONS, WORDS_PEOPLES,
                                            WORDS_FOREIGN};

static const struct token *token_of(const struct match *match)
{
    return &match->line->tokens[match->first];
}

bool vi_word_number(struct buf *out, struct match *match)
{
    vi_number_read(out, &match->numeral, match->region);
    return true;
}

bool vi_word_digits(struct buf *out, struct match *match)
{
    vi_number_digits(out, match->part[0]);
    return true;
}

/* Nothing that belongs to the word touches its end. */
static bool stands_alone(const struct match *match)
{
    const struct token *next = &match->line->tokens[match->end];

    return !next->glued || (next->kind == TOKEN_SIGN && !next[1].glued);
}

bool vi_word_lower(struct buf *out, struct match *match)
{
    const struct token *token = token_of(match);

    if (!str_eq(token->text, token->lower) || !stands_alone(match) ||
        !vi_syllable_valid(token->lower))
        return false;
    buf_add(out, token->text);
    return true;
}

bool vi_word_plain(struct buf *out, struct match *match)
{
    const struct token *token = token_of(match);

    if (!vi_syllable_valid(token->lower))
        return false;
    buf_add(out, token->text);
    return true;
}

/* The token after `head`, which starts at token `first`; `first` when `head`
 * ends inside a token. */
static size_t token_after(const struct line *line, size_t first, str head)
{
    size_t at = first;

    while (at < line->count && line->tokens[at].text.s < head.s + head.len)
        at++;
    return at > first && line->tokens[at - 1].text.s +
                                 line->tokens[at - 1].text.len ==
                             head.s + head.len
               ? at
               : first;
}

static str text_from(const struct line *line, size_t at)
{
    size_t start = (size_t)(line->tokens[at].text.s - line->text.s);

    return str_skip(line->text, start);
}

static str tail(str text, size_t most)
{
    return text.len > most ? str_skip(text, text.len - most) : text;
}

bool vi_word_listed(struct buf *out, struct match *match)
{
    const struct line *line = match->line;
    str from = utf8_head(text_from(line, match->first), CONTEXT_BYTES);
    const struct entry *best = NULL;
    str longest = {0}, clue, before, after;

    for (size_t i = 0; i < sizeof word_lists / sizeof word_lists[0]; i++) {
        str head;
        const struct entry *entry =
            lexicon_longest(match->lexicon, word_lists[i], from, &head);

        if (entry && head.len > longest.len) {
            best = entry;
            longest = head;
        }
    }
    if (!best)
        return false;
    match->end = token_after(line, match->first, longest);
    if (match->end == match->first)
        return false;
    before = (str){line->text.s,
                   (size_t)(line->tokens[match->first].text.s - line->text.s)};
    after = text_from(line, match->end);
    buf_add(out, lexicon_choose(best, tail(before, CONTEXT_BYTES),
                                utf8_head(after, CONTEXT_BYTES), &clue,
                                *match->scratch));
    return true;
}

bool vi_word_spelled(struct buf *out, struct match *match)
{
    const struct token *token = token_of(match);

    match->unsure = true;
    return foreign_is_spelled(token->text) &&
           foreign_spell(out, token->text, match->lexicon);
}

bool vi_word_foreign(struct buf *out, struct match *match)
{
    bool known = false;

    if (!foreign_read(out, token_of(match)->text, match->lexicon, &known))
        return false;
    match->unsure = !known;
    return true;
}

bool vi_word_sign(struct buf *out, struct match *match)
{
    const struct token *token = token_of(match);

    (void)out;
    if ((unsigned char)token->lower.s[0] >= 0x80 &&
        !str_has(STR("\u2026\u201C\u201D\u00AB\u00BB\u2022\u00B7"),
                 token->lower))
        match->skipped = "a sign that is not spoken";
    return true;
}
