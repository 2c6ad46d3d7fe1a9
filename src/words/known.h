/* Syllables that were found good: the same ones stand in all lists. */
#ifndef BAONOI_WORDS_KNOWN_H
#define BAONOI_WORDS_KNOWN_H

#include <stdint.h>

#define KNOWN_ROOM 4096

/* Each as its bytes, the first in the lowest place, zeros behind them. */
struct known {
    struct known_bytes {
        uint64_t low, high;
    } syllables[KNOWN_ROOM];
};

/* The end of the syllables that begin at `at`, one blank between them: where a
 * tab, another control character or `end` is. NULL when one may not be said
 * (spoken_is_legal). `known` is zeroed at first; NULL: none are kept. */
const char *known_end(struct known *known, const char *at, const char *end);

#endif
