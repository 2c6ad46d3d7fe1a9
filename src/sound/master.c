/* One sentence at the level of the edition. */
#include "sound/master.h"

#include <math.h>
#include <soxr.h>
#include <string.h>

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

/* How many milliseconds a word has; the last may be a part of one. */
static size_t frames_of(const struct interval *word)
{
    return word->end > word->start
               ? (word->end - word->start + FRAME_SAMPLES - 1) / FRAME_SAMPLES
               : 0;
}

uint32_t master_count(const struct speech *speech)
{
    return at_audio_rate((uint32_t)speech->sample_count, speech->rate_hz);
}

bool master_begin(struct mastering *work, const struct speech *speech,
                  const struct level *level, struct arena *mem,
                  struct error *err)
{
    soxr_io_spec_t io = soxr_io_spec(SOXR_INT16_I, SOXR_FLOAT32_I);
    soxr_quality_spec_t quality = soxr_quality_spec(SOXR_HQ, 0);
    soxr_runtime_spec_t runtime = soxr_runtime_spec(1);
    uint32_t rate_hz = speech->rate_hz;
    soxr_error_t fault = NULL;
    size_t most_frames = 0;

    io.scale = ratio_of(level->gain_db);
    *work = (struct mastering){
        .speech = speech,
        .sample_count = master_count(speech),
        .words = ARENA_ARRAY(mem, struct interval, speech->word_count),
        .resampler = soxr_create(rate_hz, AUDIO_RATE_HZ, 1, &fault, &io,
                                 &quality, &runtime),
        .limiter.ceiling = (float)ratio_of(level->ceiling_dbtp),
    };
    polish_begin(&work->polishing, level->polish, level->speech_lufs);
    for (size_t i = 0; i < speech->word_count; i++) {
        struct interval *word = &work->words[i];

        word->start = at_audio_rate(speech->words[i].start, rate_hz);
        word->end = at_audio_rate(speech->words[i].end, rate_hz);
        if (frames_of(word) > most_frames)
            most_frames = frames_of(word);
    }
    work->levels = ARENA_ARRAY(mem, float, most_frames);
    return !fault || error_set(err, ERROR_INTERNAL, "resampler: %s", fault);
}

void master_end(struct mastering *work)
{
    soxr_delete(work->resampler);
    work->resampler = NULL;
}

/* Takes as much of the speech as makes `count` samples; what there is not of it
 * stays silent. */
static bool resample(float *out, size_t count, struct mastering *work,
                     struct error *err)
{
    const struct speech *speech = work->speech;
    soxr_error_t fault = NULL;
    size_t left, taken, got;

    do { /* at the end no input: what the filter still holds comes out */
        left = speech->sample_count - work->taken;
        fault = soxr_process(work->resampler,
                             left > 0 ? speech->samples + work->taken : NULL,
                             left < RESAMPLE_BLOCK ? left : RESAMPLE_BLOCK,
                             &taken, out, count, &got);
        work->taken += taken;
        out += got;
        count -= got;
    } while (!fault && count > 0 && (left > 0 || got > 0));
    for (size_t i = 0; i < count; i++)
        out[i] = 0;
    return !fault || error_set(err, ERROR_INTERNAL, "resampler: %s", fault);
}

int16_t master_to_s16(float sample)
{
    float scaled = sample * S16_SCALE;

    if (scaled > S16_MOST)
        return INT16_MAX;
    return scaled < -S16_SCALE ? INT16_MIN : (int16_t)lrintf(scaled);
}

/* An engine marks a word where the silence begins that a stop is made of; the
 * word starts with its sound. */
static uint32_t heard_from(const struct interval *word, const float *levels)
{
    size_t count = frames_of(word);
    size_t whole = count - ((word->end - word->start) % FRAME_SAMPLES > 0);
    float loudest = limiter_highest(levels, count);
    bool before = false; /* that may be the word before */
    uint32_t still = 0;

    for (size_t i = 0; i < whole; i++) {
        if (levels[i] <= loudest * HEARD_SHARE) {
            still++;
            continue;
        }
        if (i > 0 && (!before || still >= STILL_FRAMES))
            return word->start + (uint32_t)i * FRAME_SAMPLES;
        if (levels[i] > loudest * WEAK_SHARE)
            break;
        before = true;
        still = 0;
    }
    return word->start;
}

/* The levels of a word's milliseconds as far as they lie in the samples
 * [at, end). */
static void add_levels(float *levels, const struct interval *word,
                       const float *samples, uint32_t at, uint32_t end)
{
    uint32_t from = word->start > at ? word->start : at;

    end = word->end < end ? word->end : end;
    while (from < end) {
        uint32_t frame = (from - word->start) / FRAME_SAMPLES;
        uint32_t next = word->start + (frame + 1) * FRAME_SAMPLES;
        float level;

        next = next < end ? next : end;
        level = limiter_highest(samples + (from - at), next - from);
        levels[frame] = level > levels[frame] ? level : levels[frame];
        from = next;
    }
}

/* Moves the starts of the words that end in the samples [at, end) to where they
 * are heard. */
static void find_words(struct mastering *work, const float *samples,
                       uint32_t at, uint32_t end)
{
    while (work->word < work->speech->word_count) {
        struct interval *word = &work->words[work->word];
        size_t frames = frames_of(word);

        add_levels(work->levels, word, samples, at, end);
        if (word->end > end)
            break;
        if (frames > 0)
            word->start = heard_from(word, work->levels);
        memset(work->levels, 0, frames * sizeof *work->levels);
        work->word++;
    }
}

/* A run behind what is there, and as much of it levelled as can be. The words
 * are found before the limiter, which would let the times depend on the level.
 */
static bool go_on(struct mastering *work, struct error *err)
{
    uint32_t at = work->resampled, left = work->sample_count - at;
    uint32_t count = left < MASTER_RUN ? left : MASTER_RUN;
    float *run = work->sound + work->filled;

    if (!resample(run, count, work, err))
        return false;
    polish_more(&work->polishing, run, count);
    find_words(work, run, at, at + count);
    work->resampled += count;
    work->filled += count;
    work->ready += limiter_more(&work->limiter, work->sound + work->ready,
                                work->filled - work->ready,
                                work->resampled == work->sample_count);
    return true;
}

/* Takes the first samples from what is ready. */
static void take(int16_t *samples, size_t count, struct mastering *work)
{
    static const float silence[LIMITER_CONTEXT];

    for (size_t at = 0; at < count; at += PACKET_SAMPLES)
        limiter_hear(&work->meter, work->sound + at,
                     count - at < PACKET_SAMPLES ? count - at : PACKET_SAMPLES);
    for (size_t i = 0; i < count; i++)
        samples[i] = master_to_s16(work->sound[i]);
    work->ready -= count;
    work->filled -= count;
    memmove(work->sound, work->sound + count,
            work->filled * sizeof *work->sound);
    if (count == 0)
        limiter_hear(&work->meter, silence, LIMITER_CONTEXT);
    work->true_peak = work->meter.peak;
}

bool master_next(struct mastering *work, int16_t samples[MASTER_RUN],
                 size_t *count, struct error *err)
{
    while (work->ready < MASTER_RUN && work->resampled < work->sample_count)
        if (!go_on(work, err))
            return false;
    *count = work->ready < MASTER_RUN ? work->ready : MASTER_RUN;
    take(samples, *count, work);
    return true;
}
