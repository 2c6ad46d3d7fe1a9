/* The syllables of written Vietnamese: onset, rime and tone.
 *
 * What is legal here is what may be spoken: words of foreign or highland names
 * ("Đắk", "Krông", "Kon") are not, and are respelled by the word lists ("đắc",
 * "cờ rông", "con"). Sounds that loans brought in are: "pê", "buýt", "xoong",
 * "tuýp". */
#ifndef BAONOI_WORDS_VI_SYLLABLE_H
#define BAONOI_WORDS_VI_SYLLABLE_H

#include <stdbool.h>

#include "base/str.h"

/* ngang, huyền, hỏi, ngã, sắc, nặng */
enum tone {
    TONE_LEVEL,
    TONE_GRAVE,
    TONE_HOOK,
    TONE_TILDE,
    TONE_ACUTE,
    TONE_DOT,
    TONE_COUNT
};

/* One syllable, in lower case and NFC. Both places of the tone mark are good
 * where both are in use ("hòa", "hoà"). */
bool vi_syllable_valid(str lower);

/* Adds the legal syllable that differs from `lower` in the place of its tone
 * mark alone, or in having one that its end demands: "toán" for "tóan", "mát"
 * for "mat". False when there is none. */
bool vi_syllable_retone(struct buf *out, str lower);

/* That of one syllable; TONE_LEVEL where none is marked. */
enum tone vi_syllable_tone(str lower);

/* Adds the syllables that a word is made of, as few as can be: "baomoi" is "bao
 * moi". False for other words. */
bool vi_syllable_split(struct buf *out, str lower);

#endif
