/* How a voice is made to sound before it is levelled: rows of a table, for
 * --sound. */
#ifndef BAONOI_SOUND_POLISH_H
#define BAONOI_SOUND_POLISH_H

#include <stdbool.h>
#include <stddef.h>

#define POLISH_FILTERS_MOST 5

enum filter_kind {
    FILTER_NONE, /* ends the list */
    FILTER_HIGH_PASS,
    FILTER_LOW_PASS,
    FILTER_PEAK,
    FILTER_HIGH_SHELF
};

/* Of second order; a peak and a shelf raise by `gain_db`. */
struct filter {
    enum filter_kind kind;
    double hz, q, gain_db;
};

/* What is louder than speech by `threshold_lu` comes out nearer to that;
 * a ratio of 1 is none. */
struct compressor {
    double threshold_lu, ratio, attack_s, release_s;
};

struct polish {
    const char *name; /* for --sound */
    const char *about;
    struct filter filters[POLISH_FILTERS_MOST + 1];
    struct compressor compressor;
    double makeup_db; /* what all that takes from the loudness, measured */
};

extern const struct polish polish_table[]; /* ends with a NULL name; the first
                                            * is the default */

/* Filters, compresses and raises the samples at AUDIO_RATE_HZ in place. Speech
 * in them is as loud as `speech_lufs`, before and after. */
void polish_apply(float *samples, size_t count, const struct polish *polish,
                  double speech_lufs);

#endif
