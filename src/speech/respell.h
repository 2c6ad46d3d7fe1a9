/* Syllables as espeak-ng reads them right. */
#ifndef BAONOI_SPEECH_RESPELL_H
#define BAONOI_SPEECH_RESPELL_H

#include "base/str.h"

/* Adds one legal syllable in lower case: as it is, as another that sounds the
 * same, or in espeak's phonemes. What is in phonemes already stays so. */
void respell_syllable(struct buf *text, str syllable);

#endif
