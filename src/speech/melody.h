/* The newsreader's melody: how each syllable of a sentence is said.
 *
 * Sentences and phrases sink and start afresh; what goes on rises, what ends
 * falls and slows down; questions end high; titles, quotations, brackets and
 * figures have manners of their own. All of it is added to the tones of the
 * words, which it leaves as they are. The figures stand in the voice. */
#ifndef BAONOI_SPEECH_MELODY_H
#define BAONOI_SPEECH_MELODY_H

#include "speech/engine.h"

/* The syllables of all words of the sentence, in lower case, each with its
 * manner; `count` of them. */
struct syllable *melody_plan(size_t *count, const struct sentence *sentence,
                             const struct voice *voice, struct arena *mem);

/* How many syllables the word has. */
size_t melody_syllables(const struct word *word);

#endif
