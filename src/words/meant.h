/* What was probably meant by a line of a word list that is no entry. */
#ifndef BAONOI_WORDS_MEANT_H
#define BAONOI_WORDS_MEANT_H

#include "words/lexicon.h"

/* Adds the text as legal syllables: in lower case, with tone marks in their
 * places, foreign words as they are read. False when it can't be. */
bool meant_spoken(struct buf *out, str spoken, const struct lexicon *lexicon);

/* Adds a whole line, with its tabs; false when nothing is likely. `line` is
 * that of the list, as it is. */
bool meant_line(struct buf *out, str line, const struct lexicon *lexicon);

#endif
