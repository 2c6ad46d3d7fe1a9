/* What may be said: the one list of what reaches an engine.
 *
 * A syllable is a Vietnamese one in lower case ("quốc"), or one written in the
 * phonemes of espeak-ng's Vietnamese voice, in brackets: "[[tS'E3p]]". Those
 * are consonants, one vowel with the figure of its tone right behind it, or
 * without for the level one, and consonants; a stress mark (' or ,) may stand
 * before the vowel. 1 is ngang (7 at the end of a phrase), 2 huyền, 3 sắc, 4
 * hỏi, 5 ngã, 6 nặng. Mnemonics as `espeak-ng -v vi -x` writes them. */
#ifndef BAONOI_WORDS_SPOKEN_H
#define BAONOI_WORDS_SPOKEN_H

#include "words/vi_syllable.h"

/* Whether one syllable may be said. */
bool spoken_is_legal(str syllable);

/* One or more that may, one space between them. */
bool spoken_is_text(str text);

/* Whether it is written in phonemes, legal or not. */
bool spoken_is_phonemes(str syllable);

/* Adds them in syllables, each in brackets of its own; false when they are
 * none. */
bool spoken_split(struct buf *out, str phonemes);

enum tone spoken_tone(str syllable);

/* The text in lower case, but for phonemes. */
str spoken_lower(str text, struct arena *keep);

#endif
