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

struct biquad {
    double b0, b1, b2, a1, a2; /* by a0 */
};

/* A polish at work on sound that comes in runs. */
struct polishing {
    const struct polish *polish;
    struct {
        struct biquad f;
        double one, two; /* what it holds of the samples before */
    } filters[POLISH_FILTERS_MOST];
    double threshold_db, rise, fall, power, gain; /* of the compressor */
};

/* Speech in the sound is as loud as `speech_lufs`, before and after. */
void polish_begin(struct polishing *work, const struct polish *polish,
                  double speech_lufs);

/* Filters, compresses and raises the next samples at AUDIO_RATE_HZ in place.
 * All runs but the last are a multiple of POLISH_STEP long. */
#define POLISH_STEP 32
void polish_more(struct polishing *work, float *samples, size_t count);

#endif
