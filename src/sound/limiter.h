/* A true-peak limiter. */
#ifndef BAONOI_SOUND_LIMITER_H
#define BAONOI_SOUND_LIMITER_H

#include <stddef.h>

/* The true peak of the samples, 1.0 is full scale, as ITU-R BS.1770-4 Annex 2
 * finds it, by four times oversampling. */
double limiter_true_peak(const float *samples, size_t count);

/* The same of the samples [first, end), heard among those around them, or
 * `least` when it is not higher. So many samples on either side matter. */
#define LIMITER_CONTEXT 12
double limiter_peak_within(const float *samples, size_t count, size_t first,
                           size_t end, double least);

/* Keeps the true peak of the samples (1.0 is full scale) at or below
 * `ceiling`, in place. The gain falls within 10 ms before a peak and comes back
 * within about 80 ms. Returns the true peak that is left. */
double limiter_apply(float *samples, size_t count, double ceiling);

#endif
