/* espeak-ng, in-process: the only file that knows it.
 *
 * It is one global state, and what it says depends on what it said before; so
 * the parent initialises it once and each sentence is spoken in a fresh fork.
 * It gets nothing but legal syllables: it crashes on ordinary text, and obeys
 * control characters. */
#include "speech/engine.h"

#include <assert.h>
#include <espeak-ng/speak_lib.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/io.h"
#include "speech/respell.h"

#define RATE_HZ 22050
#define BUFFER_MS 200 /* fixed: its length changes the bytes of the sound */
#define VOLUME 70     /* from 90 on it runs into its own limiter */
#define PITCH_NEUTRAL 50
#define PARAMETER_MAX 99
#define SEMITONES_PER_OCTAVE 12
#define DB_PER_DECADE 20

/* The sound of one call, gathered by the callback. */
struct gathering {
    struct buf sound;
    uint32_t *starts;
    size_t start_count, start_max;
    size_t least_bytes; /* that are wanted */
};

/* No word starts before the one before it: its gap is closed by that. */
static void add_start(struct gathering *all, uint32_t start)
{
    uint32_t before =
        all->start_count > 0 ? all->starts[all->start_count - 1] : 0;

    all->starts[all->start_count++] = start > before ? start : before;
}

static int gather(short *samples, int count, espeak_EVENT *events)
{
    struct gathering *all = events->user_data;

    for (; events->type != espeakEVENT_LIST_TERMINATED; events++)
        if (events->type == espeakEVENT_WORD &&
            all->start_count < all->start_max)
            add_start(all, (uint32_t)events->sample);
    if (samples && count > 0)
        buf_add(&all->sound,
                (str){(const char *)samples, (size_t)count * sizeof *samples});
    return all->sound.len >= all->least_bytes; /* 1: espeak-ng breaks off */
}

/* espeak takes a voice by the path of a file, which it lower-cases and cuts at
 * 59 bytes: so by the number of an open one. */
static bool set_voice(str definition)
{
    int fd = memfd_create("voice", 0);
    char path[32];
    bool ok = false;

    if (fd < 0)
        return false;
    if (io_write_at(fd, definition.s, definition.len, 0)) {
        snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
        ok = espeak_SetVoiceByFile(path) == EE_OK;
    }
    close(fd);
    return ok;
}

static int parameter(double value)
{
    return value < 0               ? 0
           : value > PARAMETER_MAX ? PARAMETER_MAX
                                   : (int)lround(value);
}

/* ---- pitch --------------------------------------------------------------
 *
 * espeak's pitch parameter moves the foot of the voice, and leaves the tones
 * that stand on it as they are in hertz: a raised voice would have flat tones.
 * Its range parameter stretches the tones, about a point above the foot. Both
 * together raise or lower a syllable as it is.
 *
 * In units of the foot at pitch 50, a tone that is `tone` hundredths high lies
 * at 2^((pitch - 50) / 50) + span * (range * (tone / 2 - 18) / 50 + 18), by
 * SetPitch2 of espeak's intonation.c. */

/* The level tone of Vietnamese, of which all others keep their distance. */
#define TONE_LEVEL_HUNDREDTHS 29

/* The tones against the foot, by the voice file's line "pitch LOW HIGH". */
static double voice_span(str definition)
{
    static const double foot = 4096, off = 9, step = 108;
    double low = 82, high = 118; /* where a voice file says nothing */

    while (definition.len > 0) {
        str high_text, line = str_cut(definition, '\n', &definition);

        if (!str_starts(line, STR("pitch ")))
            continue;
        line = str_cut(str_skip(line, STR("pitch ").len), ' ', &high_text);
        str_to_double(line, &low);
        str_to_double(high_text, &high);
    }
    return (high - low) * step / ((low - off) * foot);
}

/* What the range adds to the level tone. */
static double range_part(double range, double span)
{
    return span * (18 + range * (TONE_LEVEL_HUNDREDTHS / 2.0 - 18) / 50);
}

static void add_pitch(struct buf *text, const struct voice *voice,
                      double pitch_st)
{
    double ratio =
        voice->pitch_percent / 100 * pow(2, pitch_st / SEMITONES_PER_OCTAVE);
    double span = voice_span(voice->engine_voice);
    int range = parameter(voice->pitch_range * ratio);
    double foot = ratio * (1 + range_part(voice->pitch_range, span)) -
                  range_part(range, span);

    buf_format(text, "\x01%dP\x01%dR",
               parameter(PITCH_NEUTRAL * (1 + log2(foot))), range);
}

/* The thread that espeak-ng begins takes no signals: they are the program's. */
static int initialize(void)
{
    sigset_t all, before;
    int rate_hz;

    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    rate_hz = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, BUFFER_MS, NULL,
                                espeakINITIALIZE_DONT_EXIT);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return rate_hz;
}

static bool open_espeak(struct error *err)
{
    int rate_hz = initialize();

    if (rate_hz != RATE_HZ)
        return error_set(err, ERROR_ENGINE,
                         "espeak-ng: not ready: %d Hz where %d are expected",
                         rate_hz, RATE_HZ);
    espeak_SetSynthCallback(gather);
    return true;
}

static bool select_espeak(const struct voice *voice, struct error *err)
{
    const char *data = NULL;

    if (set_voice(voice->engine_voice))
        return true;
    espeak_Info(&data);
    return error_set(err, ERROR_ENGINE,
                     "%.*s: espeak-ng takes no such voice; its data is in %s",
                     STR_ARGS(voice->name), data ? data : "no folder");
}

/* Before a syllable espeak is silent for so long for each of its commands; the
 * sound around the gap is that of a syllable without any. */
#define COMMAND_SAMPLES 132
#define COMMANDS 4

/* The last syllable of a call comes out longer, by so much on average. */
#define LAST_STRETCH 1.34

/* From the next rate on espeak speaks slower, and has its sound made faster:
 * its marks are not those of what comes out. */
#define RATE_MOST_WPM (espeakRATE_MAXIMUM - 1)

/* Commands for the syllable that follows. */
static void add_manner(struct buf *text, const struct voice *voice,
                       const struct manner *manner, bool last)
{
    double rate_wpm = voice->rate_wpm * (1 + manner->rate_percent / 100) *
                      (last ? LAST_STRETCH : 1);
    int rate = rate_wpm < RATE_MOST_WPM ? (int)lround(rate_wpm) : RATE_MOST_WPM;
    double volume = VOLUME * pow(10, manner->volume_db / DB_PER_DECADE);

    add_pitch(text, voice, manner->pitch_st);
    buf_format(text, "\x01%dS\x01%dA", rate, parameter(volume));
}

/* Closes the gaps that the commands leave, right before each start. */
static void close_gaps(struct utterance *sound, size_t count)
{
    int16_t *samples = sound->samples;
    size_t kept = 0, at = 0;

    for (size_t i = 0; i < count; i++) {
        size_t start = sound->starts[i], end = start;

        while (end > at && samples[end - 1] == 0 &&
               start - end < COMMANDS * COMMAND_SAMPLES)
            end--;
        memmove(samples + kept, samples + at, (end - at) * sizeof *samples);
        kept += end - at;
        at = start;
        sound->starts[i] = (uint32_t)kept;
    }
    memmove(samples + kept, samples + at,
            (sound->sample_count - at) * sizeof *samples);
    sound->sample_count -= at - kept;
}

static bool speak_espeak(struct utterance *out, const struct voice *voice,
                         const struct syllable *syllables, size_t count,
                         size_t least_samples, struct arena *mem)
{
    struct gathering all = {
        .starts = ARENA_ARRAY(mem, uint32_t, count),
        .start_max = count,
        .least_bytes = least_samples == ENGINE_ALL
                           ? SIZE_MAX
                           : least_samples * sizeof(int16_t),
    };
    struct buf text = {.mem = mem};

    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            buf_char(&text, ' ');
        add_manner(&text, voice, &syllables[i].manner, i + 1 == count);
        respell_syllable(&text, syllables[i].text);
    }
    buf_char(&text, '\0');
    all.sound = (struct buf){.mem = mem};
    if (espeak_Synth(text.s, text.len, 0, POS_CHARACTER, 0,
                     espeakCHARS_UTF8 | espeakPHONEMES, NULL, &all) != EE_OK)
        return false;
    if (all.sound.len >=
        all.least_bytes) /* what is not said starts at its end */
        while (all.start_count < count)
            all.starts[all.start_count++] =
                (uint32_t)(all.sound.len / sizeof(int16_t));
    if (all.start_count != count ||
        all.starts[count - 1] > all.sound.len / sizeof(int16_t))
        return false;
    *out = (struct utterance){
        .samples = (int16_t *)(void *)all.sound.s,
        .sample_count = all.sound.len / sizeof(int16_t),
        .starts = all.starts,
    };
    close_gaps(out, count);
    return true;
}

static const char *version_espeak(void)
{
    const char *data;

    return espeak_Info(&data);
}

static const char *data_espeak(void)
{
    const char *data = NULL;

    espeak_Info(&data);
    return data ? data : "";
}

const struct engine engine_espeak = {
    .name = "espeak-ng",
    .rate_hz = RATE_HZ,
    .open = open_espeak,
    .select = select_espeak,
    .speak = speak_espeak,
    .version = version_espeak,
    .data = data_espeak,
    .breaks_off = true,
};
