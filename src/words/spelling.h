/* The sounds of a word in Latin letters, by the rules of spelling. */
#ifndef BAONOI_WORDS_SPELLING_H
#define BAONOI_WORDS_SPELLING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* A longer run of letters is read in pieces. */
#define SPELLING_MAX_BYTES 48

/* Adds the syllables of plain letters; false for a word without a vowel. */
bool spelling_read(struct buf *out, str letters);

/* The letter in lower case and without marks; empty when it has none. */
str spelling_plain(int32_t code);

/* Adds the same of each letter; false for other scripts. */
bool spelling_plain_letters(struct buf *out, str part);

/* Adds a syllable, parted from what stands before it. */
void spelling_add(struct buf *out, str syllable);

#endif
