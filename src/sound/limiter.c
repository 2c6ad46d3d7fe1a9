/* A true-peak limiter. */
#include "sound/limiter.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "edition.h"

#define PHASES 4
#define TAPS LIMITER_CONTEXT
#define BEFORE (TAPS / 2 - 1) /* samples of the filter before the point */
#define ATTACK_MS 10          /* for the whole range */
#define ATTACK_SAMPLES (ATTACK_MS * AUDIO_RATE_HZ / 1000)
#define RELEASE_S 0.025 /* time constant */
/* No point between samples reaches this many times the highest sample near it
 * (the sum of the magnitudes of any phase). */
#define OVERSHOOT_MOST 2.2f
#define BLOCK LIMITER_BLOCK /* samples looked at together */
#define WINDOW (BLOCK + TAPS - 1)
#define LOSS_LEAST 1e-6f /* what is less is none */

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
    four peaks = {0};
    float peak = 0;

    end = end < count ? end : count;
    for (; first + FOUR <= end; first += FOUR)
        peaks = larger_of(peaks, magnitude(four_at(samples + first)));
    for (size_t i = 0; i < FOUR; i++)
        peak = larger(peak, peaks[i]);
    for (; first < end; first++)
        peak = larger(peak, fabsf(samples[first]));
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

float limiter_highest(const float *samples, size_t count)
{
    return highest(samples, count, 0, count);
}

void limiter_hear(struct peak_meter *meter, const float *samples, size_t count)
{
    float *window = meter->window, *next = window + 2 * LIMITER_CONTEXT;
    size_t heard =
        meter->heard < LIMITER_CONTEXT ? meter->heard : (size_t)LIMITER_CONTEXT;

    memcpy(next, samples, count * sizeof *next);
    meter->peak = limiter_peak_within(window, 2 * LIMITER_CONTEXT + count,
                                      2 * LIMITER_CONTEXT - heard,
                                      LIMITER_CONTEXT + count, meter->peak);
    memmove(window, window + count, 2 * LIMITER_CONTEXT * sizeof *window);
    meter->heard += count;
}

double limiter_true_peak(const float *samples, size_t count)
{
    return limiter_peak_within(samples, count, 0, count, 0);
}

/* ---- limiting -----------------------------------------------------------
 *
 * What is taken away is found a block at a time, as a share of each sample. A
 * peak is felt through the blocks before it, so these wait for it. */

#define WAITING ((size_t)LIMITER_WAITING)
_Static_assert(WAITING >= ATTACK_SAMPLES, "an attack reaches no further");

/* The share that each sample of the block needs to lose by itself; false when
 * none needs to. */
static bool needed_loss(float loss[BLOCK], const float *samples, size_t count,
                        size_t first, float ceiling)
{
    float peaks[BLOCK];
    bool any = false;

    memset(loss, 0, BLOCK * sizeof *loss);
    if (first >= count || !may_pass(samples, count, first, ceiling))
        return false;
    peaks_at(peaks, samples, count, first);
    for (size_t i = 0; i < BLOCK && first + i < count; i++)
        if (peaks[i] > ceiling) {
            loss[i] = 1 - ceiling / peaks[i];
            any = true;
        }
    return any;
}

/* Down in a straight line before a peak. */
static void attack(float loss[WAITING + BLOCK])
{
    const float fall = 1.0f / ATTACK_SAMPLES;

    for (size_t i = WAITING + BLOCK - 1; i-- > 0;) {
        float before = loss[i + 1] - fall;

        if (i < WAITING && loss[i] >= before)
            break; /* those before it have fallen enough */
        loss[i] = larger(loss[i], before);
    }
}

/* Back along a curve after it; `last` is the loss of the sample before. */
static float release(float *samples, size_t count, const float *loss,
                     float last)
{
    const float stay = (float)exp(-1 / (RELEASE_S * AUDIO_RATE_HZ));

    for (size_t i = 0; i < count; i++) {
        last = larger(loss[i], last * stay);
        samples[i] -= samples[i] * last;
    }
    return last > LOSS_LEAST ? last : 0;
}

/* Looks at the block that starts at [next], and finishes that which has waited
 * for it. */
static void step(struct limiter *limiter, float *samples, size_t count)
{
    size_t next = limiter->next, ready = next - WAITING;
    float *loss = limiter->loss;

    if (needed_loss(loss + WAITING, samples, count, next, limiter->ceiling))
        attack(loss);
    if (next >= WAITING &&
        larger(limiter->last, highest(loss, BLOCK, 0, BLOCK)) > 0)
        limiter->last = release(samples + ready,
                                count - ready < BLOCK ? count - ready : BLOCK,
                                loss, limiter->last);
    memmove(loss, loss + BLOCK, WAITING * sizeof *loss);
    limiter->next += BLOCK;
}

size_t limiter_more(struct limiter *limiter, float *samples, size_t count,
                    bool last)
{
    size_t done;

    while (last ? limiter->next < count + WAITING
                : limiter->next + BLOCK + TAPS <= count)
        step(limiter, samples, count);
    if (last)
        return count;
    done = limiter->next > WAITING ? limiter->next - WAITING : 0;
    limiter->next -= done;
    return done;
}

double limiter_apply(float *samples, size_t count, double ceiling)
{
    struct limiter limiter = {.ceiling = (float)ceiling};

    limiter_more(&limiter, samples, count, true);
    return limiter_true_peak(samples, count);
}
