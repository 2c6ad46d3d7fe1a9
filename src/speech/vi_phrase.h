/* Where a reader of Vietnamese parts a sentence without punctuation. */
#ifndef BAONOI_SPEECH_VI_PHRASE_H
#define BAONOI_SPEECH_VI_PHRASE_H

#include "edition.h"

/* Sets MARK_JOINT after the words that end a phrase. Phrases of four to ten
 * syllables are aimed at; the joints stand before words of grammar and after
 * verbs of saying, never inside a name, a number, a fixed compound, or what the
 * script has as one word. Marks of punctuation stay as they are. */
void vi_phrase_sentence(struct sentence *sentence, struct arena tmp);

#endif
