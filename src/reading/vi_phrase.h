/* Where a reader of Vietnamese parts a sentence without punctuation. */
#ifndef BAONOI_READING_VI_PHRASE_H
#define BAONOI_READING_VI_PHRASE_H

#include "edition.h"

struct lexicon;

/* Sets MARK_JOINT after the words that end a phrase, and MARK_ITEM where a
 * comma parts the items of a list; all other punctuation stays as it is. No
 * joint stands inside a name, between a number and what it counts, inside a
 * word of the list, or of what the script has as one word.
 *
 * The list is voices/vi/classes.tsv: a word, its class (the names stand in
 * vi_phrase.c) with what the word itself weighs for a joint before it, and in a
 * third column another class with the clues that choose it, any of them:
 *
 *     nhưng	clause 5
 *     nên	aux	clause: +
 *     được	aux	tail: <verb <saying
 *     mới	state	aux: verb act saying
 *
 * '+': its clause has had a verb; '<' and a class: that of the word before; a
 * class alone: that of the word after. */
void vi_phrase_sentence(struct sentence *sentence,
                        const struct lexicon *lexicon, struct arena tmp);

#endif
