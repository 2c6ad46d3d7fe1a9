/* A true-peak limiter. */
#include "sound/limiter.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "edition.h"

#define PHASES 4
#define TAPS LIMITER_CONTEXT
#define BEFORE (TAPS / 2 - 1) /* samples of the filter before the point */
#define ATTACK_S 0.010        /* for the whole range */
#define RELEASE_S 0.025       /* time constant */
/* No point between samples reaches this many times the highest sample near it
 * (the sum of the magnitudes of any phase). */
#define OVERSHOOT_MOST 2.2f
#define BLOCK 128 /* samples looked at together */
#define WINDOW (BLOCK + TAPS - 1)

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

/* Four points in time, looked at together. */
typedef float four __attribute__((vector_size(16)));
typedef int32_t four_bits __attribute__((vector_size(16)));
#define FOUR (sizeof(four) / sizeof(float))

static four four_at(const float *samples)
{
    four value;

    memcpy(&value, samples, sizeof value);
    return value;
}

static four magnitude(four value)
{
    return (four)((four_bits)value & INT32_MAX);
}

static four larger_of(four a, four b)
{
    four_bits first = a > b;

    return (four)(((four_bits)a & first) | ((four_bits)b & ~first));
}

/* What a pair of taps adds to the four curves: the filter is the same from
 * both ends, with its phases turned round. So a phase and its mirror share
 * their products, and the higher of the two is half of |even| + |odd|. */
static void add_taps(four even[2], four odd[2], const float *window, size_t tap)
{
    four early = four_at(window + tap);
    four late = four_at(window + TAPS - 1 - tap);

    for (size_t phase = 0; phase < 2; phase++) {
        float near = taps[tap][phase], far = taps[TAPS - 1 - tap][phase];

        even[phase] += (near + far) * (early + late);
        odd[phase] += (near - far) * (early - late);
    }
}

/* The highest point of the curve around each sample of a block, the sample
 * too; `window` begins BEFORE samples before the first. */
static void block_peaks(float peaks[BLOCK], const float window[WINDOW])
{
    for (size_t i = 0; i < BLOCK; i += FOUR) {
        four even[2] = {{0}}, odd[2] = {{0}};
        four peak = magnitude(four_at(window + i + BEFORE));

        for (size_t tap = 0; tap < TAPS / 2; tap++)
            add_taps(even, odd, window + i, tap);
        for (size_t phase = 0; phase < 2; phase++)
            peak = larger_of(
                peak, (magnitude(even[phase]) + magnitude(odd[phase])) / 2);
        memcpy(peaks + i, &peak, sizeof peak);
    }
}

/* The same for the block that starts at [first], wherever it lies. */
static void peaks_at(float peaks[BLOCK], const float *samples, size_t count,
                     size_t first)
{
    float window[WINDOW] = {0};

    if (first >= BEFORE && first - BEFORE + WINDOW <= count) {
        block_peaks(peaks, samples + first - BEFORE);
        return;
    }
    for (size_t i = 0; i < WINDOW; i++)
        if (first + i >= BEFORE && first + i - BEFORE < count)
            window[i] = samples[first + i - BEFORE];
    block_peaks(peaks, window);
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
        float peaks[BLOCK] = {0};

        if (may_pass(samples, count, first, ceiling))
            peaks_at(peaks, samples, count, first);
        for (size_t i = 0; i < BLOCK && first + i < count; i++) {
            gain[first + i] = peaks[i] > ceiling ? ceiling / peaks[i] : 1;
            any = any || peaks[i] > ceiling;
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

double limiter_peak_within(const float *samples, size_t count, size_t first,
                           size_t end, double least)
{
    float peak = larger((float)least, highest(samples, count, first, end));

    for (; first < end; first += BLOCK) {
        float peaks[BLOCK];

        if (!may_pass(samples, count, first, peak))
            continue;
        peaks_at(peaks, samples, count, first);
        for (size_t i = 0; i < BLOCK && first + i < end; i++)
            peak = larger(peak, peaks[i]);
    }
    return (double)peak;
}

double limiter_true_peak(const float *samples, size_t count)
{
    return limiter_peak_within(samples, count, 0, count, 0);
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
