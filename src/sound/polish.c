/* How a voice is made to sound before it is levelled. */
#include "sound/polish.h"

#include <math.h>

#include "edition.h"

#define Q_FLAT 0.7071 /* of a pass filter: Butterworth */
/* Of two that make one of fourth order. */
#define Q_FLAT_FIRST 0.5412
#define Q_FLAT_SECOND 1.3066

const struct polish polish_table[] = {
    {
        /* espeak's voices have an offset that moves with the syllables: 10 to
         * 50 Hz lie 16 dB under 300 to 1,000 Hz, below any voice. */
        .name = "natural",
        .about = "without rumble",
        .filters = {{FILTER_HIGH_PASS, 60, Q_FLAT, 0}},
        .compressor = {.ratio = 1},
    },
    {
        /* The voices have a gap from 1 to 4 kHz, where consonants are told
         * apart, and hiss above it. */
        .name = "clear",
        .about = "more presence, less hiss",
        .filters = {{FILTER_HIGH_PASS, 80, Q_FLAT, 0},
                    {FILTER_PEAK, 2500, 0.8, 3},
                    {FILTER_HIGH_SHELF, 7000, Q_FLAT, -4}},
        .compressor = {.ratio = 1},
        .makeup_db = -0.4,
    },
    {
        /* What a horn loudspeaker gives back is 300 to 5,000 Hz; all else takes
         * its power. In the open what is soft is lost. */
        .name = "loudspeaker",
        .about = "for horns in the open: the band of speech, evenly loud",
        .filters = {{FILTER_HIGH_PASS, 300, Q_FLAT_FIRST, 0},
                    {FILTER_HIGH_PASS, 300, Q_FLAT_SECOND, 0},
                    {FILTER_PEAK, 2200, 0.8, 5},
                    {FILTER_LOW_PASS, 5000, Q_FLAT_FIRST, 0},
                    {FILTER_LOW_PASS, 5000, Q_FLAT_SECOND, 0}},
        .compressor = {.threshold_lu = -16,
                       .ratio = 3,
                       .attack_s = 0.003,
                       .release_s = 0.080},
        .makeup_db = 16.5,
    },
    {.name = NULL},
};

/* ---- filters ------------------------------------------------------------ */

/* R. Bristow-Johnson, Cookbook formulae for audio equalizer biquad filter
 * coefficients. */
static struct biquad biquad_of(const struct filter *filter)
{
    double w = 2 * acos(-1) * filter->hz / AUDIO_RATE_HZ;
    double cosine = cos(w), alpha = sin(w) / (2 * filter->q);
    double a = pow(10, filter->gain_db / 40), root = 2 * sqrt(a) * alpha,
           a0 = 1;
    struct biquad f = {.b0 = 1};

    switch (filter->kind) {
    case FILTER_NONE:
        break;
    case FILTER_HIGH_PASS:
        f = (struct biquad){(1 + cosine) / 2, -(1 + cosine), (1 + cosine) / 2,
                            -2 * cosine, 1 - alpha};
        a0 = 1 + alpha;
        break;
    case FILTER_LOW_PASS:
        f = (struct biquad){(1 - cosine) / 2, 1 - cosine, (1 - cosine) / 2,
                            -2 * cosine, 1 - alpha};
        a0 = 1 + alpha;
        break;
    case FILTER_PEAK:
        f = (struct biquad){1 + alpha * a, -2 * cosine, 1 - alpha * a,
                            -2 * cosine, 1 - alpha / a};
        a0 = 1 + alpha / a;
        break;
    case FILTER_HIGH_SHELF:
        f = (struct biquad){a * (a + 1 + (a - 1) * cosine + root),
                            -2 * a * (a - 1 + (a + 1) * cosine),
                            a * (a + 1 + (a - 1) * cosine - root),
                            2 * (a - 1 - (a + 1) * cosine),
                            a + 1 - (a - 1) * cosine - root};
        a0 = a + 1 - (a - 1) * cosine + root;
        break;
    }
    return (struct biquad){f.b0 / a0, f.b1 / a0, f.b2 / a0, f.a1 / a0,
                           f.a2 / a0};
}

/* Transposed direct form II. */
static void run_filter(float *samples, size_t count, struct biquad f,
                       double *one, double *two)
{
    double first = *one, second = *two;

    for (size_t i = 0; i < count; i++) {
        double in = (double)samples[i], out = f.b0 * in + first;

        first = f.b1 * in - f.a1 * out + second;
        second = f.b2 * in - f.a2 * out;
        samples[i] = (float)out;
    }
    *one = first;
    *two = second;
}

/* ---- compression -------------------------------------------------------- */

static double gain_for(double power, double threshold_db, double ratio)
{
    double over_db = 10 * log10(power + 1e-12) - threshold_db;

    return over_db > 0 ? pow(10, -over_db * (1 - 1 / ratio) / 20) : 1;
}

/* The gain is found at every step, and moves in a line between. */
static void compress(float *samples, size_t count, struct polishing *work)
{
    double power = work->power, gain = work->gain;

    for (size_t first = 0; first < count; first += POLISH_STEP) {
        size_t end = first + POLISH_STEP < count ? first + POLISH_STEP : count;
        double step;

        for (size_t i = first; i < end; i++) {
            double now = (double)samples[i] * (double)samples[i];

            power += (now - power) * (now > power ? work->rise : work->fall);
        }
        step = (gain_for(power, work->threshold_db,
                         work->polish->compressor.ratio) -
                gain) /
               (double)(end - first);
        for (size_t i = first; i < end; i++) {
            gain += step;
            samples[i] = (float)((double)samples[i] * gain);
        }
    }
    work->power = power;
    work->gain = gain;
}

static void raise(float *samples, size_t count, double db)
{
    float gain = (float)pow(10, db / 20);

    for (size_t i = 0; i < count; i++)
        samples[i] *= gain;
}

void polish_begin(struct polishing *work, const struct polish *polish,
                  double speech_lufs)
{
    const struct compressor *compressor = &polish->compressor;
    struct polishing begun = {
        .polish = polish,
        .threshold_db = speech_lufs + compressor->threshold_lu,
        .rise = 1 - exp(-1 / (compressor->attack_s * AUDIO_RATE_HZ)),
        .fall = 1 - exp(-1 / (compressor->release_s * AUDIO_RATE_HZ)),
        .gain = 1,
    };

    for (size_t i = 0; polish->filters[i].kind != FILTER_NONE; i++)
        begun.filters[i].f = biquad_of(&polish->filters[i]);
    *work = begun;
}

void polish_more(struct polishing *work, float *samples, size_t count)
{
    const struct polish *polish = work->polish;

    for (size_t i = 0; polish->filters[i].kind != FILTER_NONE; i++)
        run_filter(samples, count, work->filters[i].f, &work->filters[i].one,
                   &work->filters[i].two);
    if (polish->compressor.ratio > 1)
        compress(samples, count, work);
    if (polish->makeup_db != 0)
        raise(samples, count, polish->makeup_db);
}
