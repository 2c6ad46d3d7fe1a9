/* How a line is read: a table of rules, tried in order at each token.
 *
 * A rule has a shape (match.h), the words that must stand around it, and a
 * reader. The first reader that says yes takes the tokens. */
#ifndef BAONOI_GRAMMAR_RULES_H
#define BAONOI_GRAMMAR_RULES_H

#include "grammar/match.h"

/* Reads the whole line, and learns what it explains. The items lie in
 * `scratch`; what is spoken lies in `keep`. */
void rules_read(struct items *out, const struct line *line,
                const struct reading *reading, struct arena *keep,
                struct arena *scratch);

#endif
