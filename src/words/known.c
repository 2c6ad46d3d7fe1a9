/* Syllables that were found good: the same ones stand in all lists. */
#include "words/known.h"

#include "base/wide.h"
#include "words/spoken.h"

/* Odd numbers, their bits as by chance. */
#define LOW_FACTOR UINT64_C(0x9E3779B97F4A7C15)
#define HIGH_FACTOR UINT64_C(0xC2B2AE3D27D4EB4F)
#define HASH_SHIFT 52 /* to less than KNOWN_ROOM */
#define PLACES 8      /* that a syllable may stand in, one behind the other */

_Static_assert(KNOWN_ROOM == UINT64_C(1) << (64 - HASH_SHIFT),
               "a hash is a place");

/* Eight bytes, or those before the end and zeros. */
static uint64_t load(const char *at, const char *end)
{
    char last[WIDE_BYTES] = {0};

    if (end - at >= (ptrdiff_t)WIDE_BYTES)
        return wide_load(at);
    memcpy(last, at, (size_t)(end - at));
    return wide_load(last);
}

/* How many of the bytes stand before the first blank or control character,
 * which goes with all behind it. */
static size_t cut_blank(uint64_t *bytes)
{
    uint64_t blanks = wide_below(*bytes, ' ' + 1);

    if (!blanks)
        return WIDE_BYTES;
    *bytes = wide_head(*bytes, wide_before(blanks));
    return wide_before(blanks);
}

static bool is_same(const struct known_bytes *a, const struct known_bytes *b)
{
    return a->low == b->low && a->high == b->high;
}

static size_t hash_of(const struct known_bytes *bytes)
{
    return (size_t)((bytes->low * LOW_FACTOR ^ bytes->high * HIGH_FACTOR) >>
                    HASH_SHIFT);
}

/* The same of one that is not kept. */
static size_t judge(const char *at, const char *end)
{
    const char *blank = at;

    while (blank < end && (unsigned char)*blank > ' ')
        blank++;
    return spoken_is_legal((str){at, (size_t)(blank - at)})
               ? (size_t)(blank - at)
               : 0;
}

/* Whether one that does not stand in its first place may be said. */
static bool is_good(struct known *known, const struct known_bytes *bytes,
                    str syllable)
{
    size_t first = hash_of(bytes), place = first;

    for (size_t i = 1; i < PLACES && known->syllables[place].low != 0; i++) {
        place = (first + i) % KNOWN_ROOM;
        if (is_same(&known->syllables[place], bytes))
            return true;
    }
    if (!spoken_is_legal(syllable))
        return false;
    known->syllables[place] = *bytes;
    return true;
}

/* Bytes of the syllable at `at`, if it may be said; else 0. */
static size_t syllable_length(struct known *known, const char *at,
                              const char *end)
{
    struct known_bytes bytes = {load(at, end), 0};
    size_t len = cut_blank(&bytes.low);

    if (len == WIDE_BYTES) {
        bytes.high = load(at + WIDE_BYTES, end);
        len += cut_blank(&bytes.high);
    }
    if (!known || len == 0 || len == sizeof bytes)
        return judge(at, end); /* too long to be kept, perhaps */
    if (is_same(&known->syllables[hash_of(&bytes)], &bytes) ||
        is_good(known, &bytes, (str){at, len}))
        return len;
    return 0;
}

const char *known_end(struct known *known, const char *at, const char *end)
{
    for (;; at++) {
        size_t len = syllable_length(known, at, end);

        if (len == 0)
            return NULL;
        at += len;
        if (at == end || *at != ' ')
            return at;
    }
}
