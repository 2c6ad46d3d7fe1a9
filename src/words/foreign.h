/* Foreign words as Vietnamese syllables: by the word lists, else by rule. */
#ifndef BAONOI_WORDS_FOREIGN_H
#define BAONOI_WORDS_FOREIGN_H

#include <stdbool.h>

#include "base/str.h"
#include "words/lexicon.h"

/* Adds the syllables of a word in Latin letters, of any language and in any
 * case, and says whether it could: other scripts and signs add nothing. `known`
 * is set when the word lists have the word, perhaps with an English ending
 * ("fans", "Apple's"); else the reading is a guess by the rules of spelling. */
bool foreign_read(struct buf *out, str word, const struct lexicon *lexicon,
                  bool *known);

/* Adds the names of its letters and digits, one by one: "FBI" is "ép bê i".
 * What has no name is left out; false when nothing is left. */
bool foreign_spell(struct buf *out, str word, const struct lexicon *lexicon);

/* Whether a token in capitals that no list knows is spelled by its letters
 * ("FBI", "HSBC"), rather than said as a word ("SAMSUNG"). */
bool foreign_is_spelled(str upper);

#endif
