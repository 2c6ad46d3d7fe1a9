/* Fundamental frequency of speech, by the autocorrelation of the signal over
 * that of its window (P. Boersma, 1993), with a parabola through the peak.
 * Synthetic voices have no noise to speak of: no path search is needed. */
#ifndef BAONOI_TESTS_F0_H
#define BAONOI_TESTS_F0_H

#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define F0_STEP_MS 5
#define F0_WINDOW_MS 40
#define F0_WINDOW_MOST 4096
#define F0_VOICED 0.6 /* share of the energy that comes back a period later */
#define F0_NEAR 0.9   /* of the highest peak: the first such one is taken */
#define F0_SILENT 150 /* root mean square, of 32768 */

struct f0 {
    const float *window; /* Hann, `size` samples */
    size_t size;
    uint32_t rate_hz;
    double least_hz, most_hz;
};

static inline double f0_hann(size_t i, size_t size)
{
    return 0.5 -
           0.5 * cos(2 * 3.14159265358979 * ((double)i + 0.5) / (double)size);
}

/* The share of a windowed frame's energy that comes back `lag` samples later.
 */
static inline double f0_return(const double *frame, const double *window,
                               size_t size, size_t lag)
{
    double sum = 0, whole = 0, ends = 0;

    for (size_t i = 0; i + lag < size; i++) {
        sum += frame[i] * frame[i + lag];
        ends += window[i] * window[i + lag];
    }
    for (size_t i = 0; i < size; i++)
        whole += window[i] * window[i];
    return sum * whole / ends;
}

/* Hertz around sample `at`, between the bounds; 0 where there is no voice. */
static inline double f0_at(const int16_t *samples, size_t count, size_t at,
                           uint32_t rate_hz, double least_hz, double most_hz)
{
    static double window[F0_WINDOW_MOST], frame[F0_WINDOW_MOST];
    static double back[F0_WINDOW_MOST];
    size_t size = (size_t)rate_hz * F0_WINDOW_MS / 1000;
    size_t first = (size_t)(rate_hz / most_hz);
    size_t last = (size_t)(rate_hz / least_hz);
    double mean = 0, energy = 0, best = 0;

    if (at < size / 2 || at - size / 2 + size > count)
        return 0;
    samples += at - size / 2;
    for (size_t i = 0; i < size; i++)
        mean += samples[i] / (double)size;
    for (size_t i = 0; i < size; i++) {
        window[i] = f0_hann(i, size);
        frame[i] = (samples[i] - mean) * window[i];
        energy += frame[i] * frame[i];
    }
    if (energy < (double)size * F0_SILENT * F0_SILENT)
        return 0;
    for (size_t lag = first - 1; lag <= last + 1; lag++) {
        back[lag] = f0_return(frame, window, size, lag) / energy;
        best = back[lag] > best ? back[lag] : best;
    }
    if (best < F0_VOICED)
        return 0;
    for (size_t lag = first; lag <= last; lag++) {
        double before = back[lag - 1], here = back[lag], after = back[lag + 1];

        if (here >= F0_NEAR * best && here >= before && here >= after)
            return rate_hz / ((double)lag + (before - after) / 2 /
                                                (before - 2 * here + after));
    }
    return 0;
}

#endif
