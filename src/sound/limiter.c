/* A true-peak limiter. */
#include "sound/limiter.h"

#include <math.h>

#include "edition.h"

#define PHASES 4
#define TAPS 12
#define ATTACK_S 0.010  /* for the whole range */
#define RELEASE_S 0.025 /* time constant */
/* No point between samples reaches this many times the highest sample near it
 * (the sum of the magnitudes of any phase). */
#define OVERSHOOT_MOST 2.2f

/* The interpolating filter of BS.1770-4, Annex 2. */
/* clang-format off */
static const float phases[PHASES][TAPS] = {
    { 0.0017089843750f,  0.0109863281250f, -0.0196533203125f,
      0.0332031250000f, -0.0594482421875f,  0.1373291015625f,
      0.9721679687500f, -0.1022949218750f,  0.0476074218750f,
     -0.0266113281250f,  0.0148925781250f, -0.0083007812500f},
    {-0.0291748046875f,  0.0292968750000f, -0.0517578125000f,
      0.0891113281250f, -0.1665039062500f,  0.4650878906250f,
      0.7797851562500f, -0.2003173828125f,  0.1015625000000f,
     -0.0582275390625f,  0.0330810546875f, -0.0189208984375f},
    {-0.0189208984375f,  0.0330810546875f, -0.0582275390625f,
      0.1015625000000f, -0.2003173828125f,  0.7797851562500f,
      0.4650878906250f, -0.1665039062500f,  0.0891113281250f,
     -0.0517578125000f,  0.0292968750000f, -0.0291748046875f},
    {-0.0083007812500f,  0.0148925781250f, -0.0266113281250f,
      0.0476074218750f, -0.1022949218750f,  0.9721679687500f,
      0.1373291015625f, -0.0594482421875f,  0.0332031250000f,
     -0.0196533203125f,  0.0109863281250f,  0.0017089843750f},
};
/* clang-format on */

/* The highest point of the curve through the samples around [at]. */
static float peak_near(const float *samples, size_t count, size_t at)
{
    float peak = fabsf(samples[at]);

    for (size_t phase = 0; phase < PHASES; phase++) {
        float sum = 0;

        for (size_t tap = 0; tap < TAPS; tap++) {
            size_t i = at + TAPS / 2 - tap; /* wraps round below 0 */

            sum += i < count ? phases[phase][tap] * samples[i] : 0;
        }
        peak = fmaxf(peak, fabsf(sum));
    }
    return peak;
}

/* The highest magnitude within the filter's reach: what stays far below the
 * ceiling there needs no oversampling. */
static bool is_near(const float *samples, size_t count, size_t at, float level)
{
    size_t first = at > TAPS / 2 ? at - TAPS / 2 : 0;
    size_t end = at + TAPS / 2 + 1 < count ? at + TAPS / 2 + 1 : count;

    for (size_t i = first; i < end; i++)
        if (fabsf(samples[i]) * OVERSHOOT_MOST > level)
            return true;
    return false;
}

/* The gain that each sample needs by itself. */
static bool needed_gain(float *gain, const float *samples, size_t count,
                        float ceiling)
{
    bool any = false;

    for (size_t i = 0; i < count; i++) {
        float peak = is_near(samples, count, i, ceiling)
                         ? peak_near(samples, count, i)
                         : 0;

        gain[i] = peak > ceiling ? ceiling / peak : 1;
        any = any || peak > ceiling;
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
        gain[i] = fminf(gain[i], gain[i + 1] + fall);
    for (size_t i = 1; i < count; i++)
        gain[i] = fminf(gain[i], gain[i - 1] + (1 - gain[i - 1]) * back);
}

double limiter_true_peak(const float *samples, size_t count)
{
    double peak = 0;

    for (size_t i = 0; i < count; i++)
        if (is_near(samples, count, i, (float)peak))
            peak = fmax(peak, peak_near(samples, count, i));
    return peak;
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
