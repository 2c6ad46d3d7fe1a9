/* A true-peak limiter. */
#ifndef BAONOI_SOUND_LIMITER_H
#define BAONOI_SOUND_LIMITER_H

#include <stdbool.h>
#include <stddef.h>

/* The true peak of the samples, 1.0 is full scale, as ITU-R BS.1770-4 Annex 2
 * finds it, by four times oversampling. */
double limiter_true_peak(const float *samples, size_t count);

/* The same of the samples [first, end), heard among those around them, or
 * `least` when it is not higher. So many samples on either side matter. */
#define LIMITER_CONTEXT 12
double limiter_peak_within(const float *samples, size_t count, size_t first,
                           size_t end, double least);

/* The same of sound that comes in runs. Starts as zero; with `heard` set to
 * LIMITER_CONTEXT the silence before the first sample counts too. */
#define LIMITER_RUN_MOST 512
struct peak_meter {
    float window[2 * LIMITER_CONTEXT + LIMITER_RUN_MOST];
    size_t heard; /* samples before, as far as they matter */
    double peak;  /* of all but the last LIMITER_CONTEXT samples */
};
void limiter_hear(struct peak_meter *meter, const float *samples, size_t count);

/* The highest magnitude of the samples. */
float limiter_highest(const float *samples, size_t count);

/* Keeps the true peak of the samples (1.0 is full scale) at or below
 * `ceiling`, in place. The gain falls within 10 ms before a peak and comes back
 * within about 80 ms. Returns the true peak that is left. */
double limiter_apply(float *samples, size_t count, double ceiling);

/* The same of sound that comes in runs: starts with the ceiling, all else
 * zero. Gets the samples that it has not finished yet, and new ones behind
 * them; tells how many of them, from the first, it has finished. These are all
 * with `last`; else up to LIMITER_LAG of them stay. */
#define LIMITER_WAITING 256
#define LIMITER_BLOCK 64
#define LIMITER_LAG (LIMITER_WAITING + LIMITER_BLOCK + LIMITER_CONTEXT)
struct limiter {
    float ceiling;
    float loss[LIMITER_WAITING + LIMITER_BLOCK], last;
    size_t next; /* to be looked at, of the samples */
};
size_t limiter_more(struct limiter *limiter, float *samples, size_t count,
                    bool last);

#endif
