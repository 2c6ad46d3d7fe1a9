/* One sentence at the level of the edition. */
#include "sound/master.h"

#include <math.h>
#include <soxr.h>

#include "sound/limiter.h"
#include "sound/loudness.h"

#define RESAMPLE_BLOCK 2048

#define S16_SCALE 32768.0f
#define S16_MOST 32767.0f

/* A word is heard from where it is this much of its loudest sample. Sound at
 * its mark that is never louder than a weak share, and ends in silence, is the
 * end of the word before. */
#define HEARD_SHARE 0.026F
#define WEAK_SHARE 0.25F
#define FRAME_SAMPLES (AUDIO_RATE_HZ / 1000)
#define STILL_FRAMES 8

static uint32_t at_audio_rate(uint32_t sample, uint32_t rate_hz)
{
    return (uint32_t)((uint64_t)sample * AUDIO_RATE_HZ / rate_hz);
}

static double ratio_of(double db)
{
    return pow(10, db / 20);
}

/* In blocks, which are the same samples as at once in half the time: they stay
 * in the processor's cache. */
static bool resample(float *out, size_t count, const struct speech *speech,
                     uint32_t rate_hz, double gain, struct error *err)
{
    soxr_io_spec_t io = soxr_io_spec(SOXR_INT16_I, SOXR_FLOAT32_I);
    soxr_quality_spec_t quality = soxr_quality_spec(SOXR_HQ, 0);
    soxr_runtime_spec_t runtime = soxr_runtime_spec(1);
    soxr_error_t fault = NULL;
    soxr_t resampler;
    const int16_t *samples = speech->samples;
    size_t left = speech->sample_count, taken = 0, got = 0;

    io.scale = gain;
    resampler =
        soxr_create(rate_hz, AUDIO_RATE_HZ, 1, &fault, &io, &quality, &runtime);
    do { /* at the end no input: what the filter still holds comes out */
        samples += taken;
        left -= taken;
        out += got;
        count -= got;
        if (!fault)
            fault = soxr_process(resampler, left > 0 ? samples : NULL,
                                 left < RESAMPLE_BLOCK ? left : RESAMPLE_BLOCK,
                                 &taken, out, count, &got);
    } while (!fault && got < count && (left > 0 || got > 0));
    soxr_delete(resampler);
    return !fault || error_set(err, ERROR_INTERNAL, "resampler: %s", fault);
}

int16_t master_to_s16(float sample)
{
    float scaled = sample * S16_SCALE;

    if (scaled > S16_MOST)
        return INT16_MAX;
    return scaled < -S16_SCALE ? INT16_MIN : (int16_t)lrintf(scaled);
}

static float loudest_of(const float *samples, uint32_t start, uint32_t end)
{
    float loudest = 0;

    for (uint32_t i = start; i < end; i++) {
        float level = fabsf(samples[i]);

        loudest = level > loudest ? level : loudest;
    }
    return loudest;
}

/* An engine marks a word where the silence begins that a stop is made of; the
 * word starts with its sound. */
static uint32_t heard_from(const struct interval *word, const float *samples)
{
    float loudest = loudest_of(samples, word->start, word->end);
    bool before = false; /* that may be the word before */
    uint32_t still = 0;

    for (uint32_t i = word->start; i + FRAME_SAMPLES <= word->end;
         i += FRAME_SAMPLES) {
        float level = loudest_of(samples, i, i + FRAME_SAMPLES);

        if (level <= loudest * HEARD_SHARE) {
            still++;
            continue;
        }
        if (i > word->start && (!before || still >= STILL_FRAMES))
            return i;
        if (level > loudest * WEAK_SHARE)
            break;
        before = true;
        still = 0;
    }
    return word->start;
}

bool master_speech(struct pcm *out, const struct speech *speech,
                   size_t word_count, uint32_t rate_hz,
                   const struct level *level, struct arena *mem,
                   struct error *err)
{
    uint32_t count = at_audio_rate((uint32_t)speech->sample_count, rate_hz);
    struct pcm pcm = {
        .samples = ARENA_ARRAY(mem, int16_t, count),
        .sample_count = count,
        .words = ARENA_ARRAY(mem, struct interval, word_count),
        .energies = ARENA_ARRAY(mem, float, loudness_packets(count)),
    };
    struct arena tmp = *mem;
    float *sound = ARENA_ARRAY(&tmp, float, count);

    for (size_t i = 0; i < word_count; i++) {
        pcm.words[i].start = at_audio_rate(speech->words[i].start, rate_hz);
        pcm.words[i].end = at_audio_rate(speech->words[i].end, rate_hz);
    }
    if (!resample(sound, count, speech, rate_hz, ratio_of(level->gain_db), err))
        return false;
    polish_apply(sound, count, level->polish, level->speech_lufs);
    /* Before the limiter, which would let the times depend on the level. */
    for (size_t i = 0; i < word_count; i++)
        pcm.words[i].start = heard_from(&pcm.words[i], sound);
    pcm.true_peak =
        (float)limiter_apply(sound, count, ratio_of(level->ceiling_dbtp));
    for (uint32_t i = 0; i < count; i++)
        pcm.samples[i] = master_to_s16(sound[i]);
    if (!loudness_weigh(pcm.energies, pcm.samples, count, err))
        return false;
    *out = pcm;
    return true;
}
