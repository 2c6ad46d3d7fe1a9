/* Fundamental frequency of speech, by the autocorrelation of the signal over
 * that of its window (P. Boersma, 1993), with a parabola through the peak.
 * Synthetic voices have no noise to speak of: no path search is needed. */
#ifndef BAONOI_TESTS_F0_H
#define BAONOI_TESTS_F0_H

#include <math.h>
#include <stddef.h>
#include <stdint.h>

#define F0_STEP_MS 5
#define F0_WINDOW_MS 40
#define F0_WINDOW_MOST 2048
#define F0_VOICED 0.5 /* share of the energy that comes back a period later */
#define F0_NEAR 0.9   /* of the highest peak: the first such one is taken */
#define F0_SILENT 150 /* root mean square, of 32768 */

struct f0 {
    uint32_t rate_hz;
    size_t size, first_lag, last_lag;
    double window[F0_WINDOW_MOST];
    double ends[F0_WINDOW_MOST]; /* autocorrelation of the window, 1 at lag 0 */
};

static inline double f0_lagged(const double *frame, size_t size, size_t lag)
{
    double sums[4] = {0}; /* four that don't wait for each other */
    size_t i = lag;

    for (; i + 4 <= size; i += 4)
        for (size_t k = 0; k < 4; k++)
            sums[k] += frame[i + k] * frame[i + k - lag];
    for (; i < size; i++)
        sums[0] += frame[i] * frame[i - lag];
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

/* Pitches between the bounds are looked for. */
static inline void f0_prepare(struct f0 *f0, uint32_t rate_hz, double least_hz,
                              double most_hz)
{
    size_t size = (size_t)rate_hz * F0_WINDOW_MS / 1000;

    f0->rate_hz = rate_hz;
    f0->size = size;
    f0->first_lag = (size_t)(rate_hz / most_hz);
    f0->last_lag = (size_t)(rate_hz / least_hz);
    for (size_t i = 0; i < size; i++)
        f0->window[i] =
            0.5 - 0.5 * cos(2 * acos(-1) * ((double)i + 0.5) / (double)size);
    for (size_t lag = 0; lag <= f0->last_lag + 1; lag++)
        f0->ends[lag] =
            f0_lagged(f0->window, size, lag) / f0_lagged(f0->window, size, 0);
}

/* Hertz around sample `at`; 0 where there is no voice. */
static inline double f0_at(const struct f0 *f0, const int16_t *samples,
                           size_t count, size_t at)
{
    double frame[F0_WINDOW_MOST], back[F0_WINDOW_MOST];
    double mean = 0, energy = 0, best = 0;
    size_t size = f0->size;

    if (at < size / 2 || at - size / 2 + size > count)
        return 0;
    samples += at - size / 2;
    for (size_t i = 0; i < size; i++)
        mean += samples[i] / (double)size;
    for (size_t i = 0; i < size; i++) {
        frame[i] = (samples[i] - mean) * f0->window[i];
        energy += frame[i] * frame[i];
    }
    if (energy < (double)size * F0_SILENT * F0_SILENT)
        return 0;
    for (size_t lag = f0->first_lag - 1; lag <= f0->last_lag + 1; lag++) {
        back[lag] = f0_lagged(frame, size, lag) / energy / f0->ends[lag];
        best = back[lag] > best ? back[lag] : best;
    }
    if (best < F0_VOICED)
        return 0;
    for (size_t lag = f0->first_lag; lag <= f0->last_lag; lag++) {
        double before = back[lag - 1], here = back[lag], after = back[lag + 1];

        if (here >= F0_NEAR * best && here >= before && here >= after)
            return f0->rate_hz /
                   ((double)lag +
                    (before - after) / 2 / (before - 2 * here + after));
    }
    return 0;
}

#endif
