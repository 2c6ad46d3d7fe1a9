/* A true-peak limiter. */
#include "sound/limiter.h"

#include <math.h>
#include <stdbool.h>

#include "edition.h"

#define PHASES 4
#define TAPS 12
#define BEFORE (TAPS / 2 - 1) /* samples of the filter before the point */
#define ATTACK_S 0.010        /* for the whole range */
#define RELEASE_S 0.025       /* time constant */
/* No point between samples reaches this many times the highest sample near it
 * (the sum of the magnitudes of any phase). */
#define OVERSHOOT_MOST 2.2f
#define BLOCK 128 /* samples looked at together */

/* The interpolating filter of BS.1770-4, Annex 2: for each tap its four
 * phases, newest sample first. */
/* clang-format off */
static const float taps[TAPS][PHASES] = {
    { 0.0017089843750f, -0.0291748046875f, -0.0189208984375f, -0.0083007812500f},
    { 0.0109863281250f,  0.0292968750000f,  0.0330810546875f,  0.0148925781250f},
    {-0.0196533203125f, -0.0517578125000f, -0.0582275390625f, -0.0266113281250f},
    { 0.0332031250000f,  0.0891113281250f,  0.1015625000000f,  0.0476074218750f},
    {-0.0594482421875f, -0.1665039062500f, -0.2003173828125f, -0.1022949218750f},
    { 0.1373291015625f,  0.4650878906250f,  0.7797851562500f,  0.9721679687500f},
    { 0.9721679687500f,  0.7797851562500f,  0.4650878906250f,  0.1373291015625f},
    {-0.1022949218750f, -0.2003173828125f, -0.1665039062500f, -0.0594482421875f},
    { 0.0476074218750f,  0.1015625000000f,  0.0891113281250f,  0.0332031250000f},
    {-0.0266113281250f, -0.0582275390625f, -0.0517578125000f, -0.0196533203125f},
    { 0.0148925781250f,  0.0330810546875f,  0.0292968750000f,  0.0109863281250f},
    {-0.0083007812500f, -0.0189208984375f, -0.0291748046875f,  0.0017089843750f},
};
/* clang-format on */

static float larger(float a, float b)
{
    return a > b ? a : b;
}

static float smaller(float a, float b)
{
    return a < b ? a : b;
}

/* The highest point of the curve from the middle of the window on. */
static float window_peak(const float window[TAPS])
{
    float sums[PHASES] = {0}, peak = 0;

    for (size_t tap = 0; tap < TAPS; tap++)
        for (size_t phase = 0; phase < PHASES; phase++)
            sums[phase] += taps[tap][phase] * window[TAPS - 1 - tap];
    for (size_t phase = 0; phase < PHASES; phase++)
        peak = larger(peak, fabsf(sums[phase]));
    return peak;
}

/* The highest point of the curve around sample [at]. */
static float peak_near(const float *samples, size_t count, size_t at)
{
    float window[TAPS] = {0};

    if (at >= BEFORE && at - BEFORE + TAPS <= count)
        return larger(fabsf(samples[at]), window_peak(samples + at - BEFORE));
    for (size_t i = 0; i < TAPS; i++)
        if (at + i >= BEFORE && at + i - BEFORE < count)
            window[i] = samples[at + i - BEFORE];
    return larger(fabsf(samples[at]), window_peak(window));
}

/* The highest magnitude of the samples [first, end), as far as there are any.
 */
static float highest(const float *samples, size_t count, size_t first,
                     size_t end)
{
    float peak = 0;

    end = end < count ? end : count;
    for (size_t i = first; i < end; i++)
        peak = larger(peak, fabsf(samples[i]));
    return peak;
}

/* Whether the curve may pass `level` within the block that starts at [first]:
 * most of speech stays far below, and needs no oversampling. */
static bool may_pass(const float *samples, size_t count, size_t first,
                     float level)
{
    size_t from = first > TAPS ? first - TAPS : 0;

    return highest(samples, count, from, first + BLOCK + TAPS) *
               OVERSHOOT_MOST >
           level;
}

/* The gain that each sample needs by itself; false when none needs any. */
static bool needed_gain(float *gain, const float *samples, size_t count,
                        float ceiling)
{
    bool any = false;

    for (size_t first = 0; first < count; first += BLOCK) {
        bool close = may_pass(samples, count, first, ceiling);

        for (size_t i = first; i < first + BLOCK && i < count; i++) {
            float peak = close ? peak_near(samples, count, i) : 0;

            gain[i] = peak > ceiling ? ceiling / peak : 1;
            any = any || peak > ceiling;
        }
    }
    return any;
}

/* Lowers the gain around what is needed, never raises it: down in a straight
 * line before a peak, back along a curve after it. */
static void smooth(float *gain, size_t count)
{
    const float fall = (float)(1 / (ATTACK_S * AUDIO_RATE_HZ));
    const float back = (float)(1 - exp(-1 / (RELEASE_S * AUDIO_RATE_HZ)));

    for (size_t i = count - 1; i-- > 0;)
        gain[i] = smaller(gain[i], gain[i + 1] + fall);
    for (size_t i = 1; i < count; i++)
        gain[i] = smaller(gain[i], gain[i - 1] + (1 - gain[i - 1]) * back);
}

double limiter_true_peak(const float *samples, size_t count)
{
    float peak = highest(samples, count, 0, count);

    for (size_t first = 0; first < count; first += BLOCK) {
        if (!may_pass(samples, count, first, peak))
            continue;
        for (size_t i = first; i < first + BLOCK && i < count; i++)
            peak = larger(peak, peak_near(samples, count, i));
    }
    return (double)peak;
}

double limiter_apply(float *samples, size_t count, double ceiling,
                     struct arena tmp)
{
    float *gain = ARENA_ARRAY(&tmp, float, count);

    if (count > 0 && needed_gain(gain, samples, count, (float)ceiling)) {
        smooth(gain, count);
        for (size_t i = 0; i < count; i++)
            samples[i] *= gain[i];
    }
    return limiter_true_peak(samples, count);
}
