/* A line of text as tokens, and what stands around a token.
 *
 * A token is a run of letters, a run of digits, or a sign (repeated signs such
 * as "..." are one). Blanks are no tokens. Runs are cut at a bound, so that
 * every token is short. */
#ifndef BAONOI_TOKENS_LINE_H
#define BAONOI_TOKENS_LINE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum token_kind {
    TOKEN_END, /* before the first one and after the last */
    TOKEN_WORD,
    TOKEN_NUMBER,
    TOKEN_SIGN
};

/* A reader may look so far past the first and the last token. */
#define LINE_ENDS 6

struct token {
    enum token_kind kind;
    bool glued; /* no blank before it */
    bool upper; /* no letter of it is in lower case */
    str text;   /* view into the line */
    str lower;  /* in lower case; digits and signs in their plain form */
};

struct line {
    str text, lower;
    struct token *tokens; /* count of them, LINE_ENDS ends on either side */
    size_t count;
};

void line_scan(struct line *line, str text, struct arena *mem);

/* The written text of tokens first .. end-1. */
str line_span(const struct line *line, size_t first, size_t end);

/* What stands before and from token `at` on, as far as clues may reach. */
str line_text_before(const struct line *line, size_t at);
str line_text_from(const struct line *line, size_t at);

/* The token after `head`, a text that starts with token `first`; `first` when
 * it ends inside a token. */
size_t line_token_after(const struct line *line, size_t first, str head);

/* Whether the token starts with a capital letter. */
bool line_is_capital(const struct line *line, size_t at);

/* Whether what stands before token `at` is written to its end: a blank follows,
 * or a mark that touches nothing else. */
bool line_ends_at(const struct line *line, size_t at);

/* Phrases are given in lower case, parted by '|'. Whether one of them stands
 * right before token `at`, perhaps with ':' or '(' between; right at token
 * `at`; within a few words of it, on either side or before it. */
bool line_has_before(const struct line *line, size_t at, const char *phrases);
bool line_has_at(const struct line *line, size_t at, const char *phrases);
bool line_has_near(const struct line *line, size_t at, const char *phrases);
bool line_has_near_before(const struct line *line, size_t at,
                          const char *phrases);

/* Whether `word` is one of the phrases. */
bool line_is_one_of(str word, const char *phrases);

#endif
