/* The true peaks of an MP3 as it is played: coding moves them. */
#include "format/peaks.h"

#include <math.h>
#include <mpg123.h>
#include <string.h>

#include "sound/limiter.h"

#define BLOCK 2400
#define CONTEXT LIMITER_CONTEXT
#define WINDOW (CONTEXT + BLOCK + CONTEXT)
#define PIECE 4096
/* Coded again, a softened peak may come out a trifle higher than computed. */
#define MARGIN 0.98F
/* The same samples on every processor. */
#define DECODER "generic"

struct peaks_decoder {
    mpg123_handle *mpg123;
    struct peaks *peaks;
    size_t skip;          /* decoded samples before the sound */
    size_t block;         /* that the window is around */
    float window[WINDOW]; /* the block between its neighbours' samples */
    size_t held;
};

struct peaks peaks_of(uint64_t samples, double ceiling_dbtp, struct arena *mem)
{
    struct peaks peaks = {
        .ceiling = (float)pow(10, ceiling_dbtp / 20),
        .blocks = (size_t)(samples / BLOCK) + 1,
    };

    peaks.gains = ARENA_ARRAY(mem, float, peaks.blocks);
    peaks.found = ARENA_ARRAY(mem, float, peaks.blocks);
    for (size_t i = 0; i < peaks.blocks; i++)
        peaks.gains[i] = 1;
    return peaks;
}

/* ---- softer ------------------------------------------------------------- */

/* At the border before a block: what both sides bear. */
static float border_gain(const struct peaks *peaks, size_t block)
{
    float before = peaks->gains[block > 0 ? block - 1 : 0];
    float after =
        peaks->gains[block < peaks->blocks ? block : peaks->blocks - 1];

    return fminf(before, after);
}

void peaks_soften(int16_t *samples, size_t count, uint64_t at,
                  const struct peaks *peaks)
{
    for (size_t i = 0; i < count;) {
        size_t block = (size_t)((at + i) / BLOCK);
        float gain = border_gain(peaks, block);
        float step = (border_gain(peaks, block + 1) - gain) / BLOCK;
        size_t in_block = (size_t)((at + i) % BLOCK);
        size_t end =
            i + BLOCK - in_block < count ? i + BLOCK - in_block : count;

        if (gain >= 1 && step >= 0)
            i = end;
        for (; i < end; i++, in_block++)
            samples[i] = (int16_t)lrintf((float)samples[i] *
                                         (gain + step * (float)in_block));
    }
}

bool peaks_learn(struct peaks *peaks, bool everywhere)
{
    float highest = 0;

    for (size_t i = 0; i < peaks->blocks; i++)
        highest = fmaxf(highest, peaks->found[i]);
    if (highest <= peaks->ceiling)
        return false;
    for (size_t i = 0; i < peaks->blocks; i++) {
        float peak = everywhere ? highest : peaks->found[i];

        if (peak > peaks->ceiling)
            peaks->gains[i] *= peaks->ceiling / peak * MARGIN;
    }
    return true;
}

/* ---- decoding ----------------------------------------------------------- */

struct peaks_decoder *peaks_begin(struct peaks *peaks, size_t delay,
                                  struct arena *mem, struct error *err)
{
    struct peaks_decoder *decoder = ARENA_ONE(mem, struct peaks_decoder);
    int fault;

    decoder->peaks = peaks;
    decoder->skip = delay;
    decoder->held = CONTEXT; /* silence before the start */
    decoder->mpg123 = mpg123_new(DECODER, &fault);
    if (decoder->mpg123 &&
        mpg123_param(decoder->mpg123, MPG123_FLAGS,
                     MPG123_QUIET | MPG123_FORCE_FLOAT |
                         MPG123_IGNORE_INFOFRAME,
                     0) == MPG123_OK &&
        mpg123_open_feed(decoder->mpg123) == MPG123_OK) {
        memset(peaks->found, 0, peaks->blocks * sizeof *peaks->found);
        return decoder;
    }
    peaks_end(decoder);
    error_set(err, ERROR_INTERNAL, "mpg123: no decoder");
    return NULL;
}

static void measure_window(struct peaks_decoder *decoder)
{
    struct peaks *peaks = decoder->peaks;
    size_t block =
        decoder->block < peaks->blocks ? decoder->block : peaks->blocks - 1;
    float peak =
        (float)limiter_peak_within(decoder->window, WINDOW, CONTEXT,
                                   CONTEXT + BLOCK, (double)peaks->ceiling);

    peaks->found[block] = fmaxf(peaks->found[block], peak);
    memmove(decoder->window, decoder->window + BLOCK,
            (WINDOW - BLOCK) * sizeof *decoder->window);
    decoder->held = WINDOW - BLOCK;
    decoder->block++;
}

static void take_samples(struct peaks_decoder *decoder, const float *samples,
                         size_t count)
{
    size_t skip = count < decoder->skip ? count : decoder->skip;

    decoder->skip -= skip;
    samples += skip;
    count -= skip;
    while (count > 0) {
        size_t room = WINDOW - decoder->held;
        size_t part = count < room ? count : room;

        memcpy(decoder->window + decoder->held, samples,
               part * sizeof *samples);
        decoder->held += part;
        samples += part;
        count -= part;
        if (decoder->held == WINDOW)
            measure_window(decoder);
    }
}

bool peaks_decode(struct peaks_decoder *decoder, const unsigned char *bytes,
                  size_t count, struct error *err)
{
    float samples[PIECE];
    size_t got;
    int state = mpg123_feed(decoder->mpg123, bytes, count);

    while (state == MPG123_OK || state == MPG123_NEW_FORMAT) {
        state = mpg123_read(decoder->mpg123, samples, sizeof samples, &got);
        take_samples(decoder, samples, got / sizeof *samples);
    }
    return state == MPG123_NEED_MORE ||
           error_set(err, ERROR_INTERNAL, "mpg123: %s",
                     mpg123_strerror(decoder->mpg123));
}

void peaks_end(struct peaks_decoder *decoder)
{
    if (!decoder)
        return;
    if (decoder->held > CONTEXT) { /* what came after the last whole window */
        memset(decoder->window + decoder->held, 0,
               (WINDOW - decoder->held) * sizeof *decoder->window);
        measure_window(decoder);
    }
    mpg123_delete(decoder->mpg123);
}
