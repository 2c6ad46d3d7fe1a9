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
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/io.h"

#define RATE_HZ 22050
#define BUFFER_MS 200 /* fixed: its length changes the bytes of the sound */
#define VOLUME 70     /* from 90 on it runs into its own limiter */
#define PITCH_NEUTRAL 50
#define PITCH_MAX 99
/* One step of espeak's pitch parameter, measured from 25 to 60. */
#define PITCH_STEP_SEMITONES 0.17
#define SEMITONES_PER_OCTAVE 12

/* Syllables that espeak-ng 1.51 reads wrong, as others that sound the same.
 * What has none is written in espeak's own phonemes. */
/* clang-format off */
static const struct rewrite {
    const char *part, *sent;
} wholes[] = {
    {"bit",  "[[b'i7t]]"},
    {"buy",  "bui"},
    {"gen",  "ghen"},
    {"gét",  "ghét"},
    {"gi",   "di"},
    {"hic",  "[[h'i7c]]"},
    {"ok",   "[[,oU1k'eI7]]"},
    {"quí",  "quý"},
    {"qui",  "quy"},
    {"quýu", "[[kw'i3w]]"},
    {"quyu", "[[kw'i7w]]"},
    {"rep",  "[[r'E7p]]"},
    {"veo",  "[[v'E7w]]"},
    {"xit",  "[[s'i7t]]"},
}, parts[] = {
    {"giuô", "duô"}, {"giuố", "duố"}, {"giuồ", "duồ"}, {"giuổ", "duổ"},
    {"giuỗ", "duỗ"}, {"giuộ", "duộ"},
    {"giê",  "diê"}, {"giế",  "diế"}, {"giề",  "diề"}, {"giể",  "diể"},
    {"giễ",  "diễ"}, {"giệ",  "diệ"},
    {"ọa",   "oạ"},
    {"oóc",  "óc"},  {"oọc",  "ọc"},  {"oóng", "óng"}, {"oòng", "òng"},
    {"oỏng", "ỏng"}, {"oõng", "õng"}, {"oọng", "ọng"},
};
/* clang-format on */

/* The sound of one call, gathered by the callback. */
struct gathering {
    struct buf sound;
    uint32_t *starts;
    size_t start_count, start_max;
};

static int gather(short *samples, int count, espeak_EVENT *events)
{
    struct gathering *all = events->user_data;

    for (; events->type != espeakEVENT_LIST_TERMINATED; events++)
        if (events->type == espeakEVENT_WORD &&
            all->start_count < all->start_max)
            all->starts[all->start_count++] = (uint32_t)events->sample;
    if (samples && count > 0)
        buf_add(&all->sound,
                (str){(const char *)samples, (size_t)count * sizeof *samples});
    return 0;
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

/* The value of espeak's pitch parameter for a share of the voice's own pitch.
 */
static int pitch_parameter(double percent)
{
    double semitones = SEMITONES_PER_OCTAVE * log2(percent / 100);
    long value = lround(PITCH_NEUTRAL + semitones / PITCH_STEP_SEMITONES);

    return value < 0 ? 0 : value > PITCH_MAX ? PITCH_MAX : (int)value;
}

static bool open_espeak(const struct voice *voice, struct error *err)
{
    const char *data = NULL;
    int rate_hz = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, BUFFER_MS, NULL,
                                    espeakINITIALIZE_DONT_EXIT);

    if (rate_hz != RATE_HZ)
        return error_set(err, ERROR_ENGINE,
                         "espeak-ng: not ready: %d Hz where %d are expected",
                         rate_hz, RATE_HZ);
    espeak_Info(&data);
    if (!set_voice(voice->engine_voice))
        return error_set(err, ERROR_ENGINE,
                         "%.*s: espeak-ng takes no such voice; its data is in "
                         "%s",
                         STR_ARGS(voice->name), data ? data : "no folder");
    espeak_SetSynthCallback(gather);
    espeak_SetParameter(espeakRATE, (int)lround(voice->rate_wpm), 0);
    espeak_SetParameter(espeakPITCH, pitch_parameter(voice->pitch_percent), 0);
    espeak_SetParameter(espeakRANGE, (int)lround(voice->pitch_range), 0);
    espeak_SetParameter(espeakVOLUME, VOLUME, 0);
    return true;
}

/* The syllable as espeak-ng reads it right. */
static void add_syllable(struct buf *text, str syllable)
{
    for (size_t i = 0; i < sizeof wholes / sizeof wholes[0]; i++)
        if (str_eq(syllable, str_from(wholes[i].part))) {
            buf_add(text, str_from(wholes[i].sent));
            return;
        }
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        str part = str_from(parts[i].part);
        size_t at = str_find(syllable, part);

        if (at < syllable.len) {
            buf_add(text, str_slice(syllable, 0, at));
            buf_add(text, str_from(parts[i].sent));
            buf_add(text, str_skip(syllable, at + part.len));
            return;
        }
    }
    buf_add(text, syllable);
}

static bool speak_espeak(struct utterance *out, const str *syllables,
                         size_t count, struct arena *mem)
{
    struct gathering all = {.starts = ARENA_ARRAY(mem, uint32_t, count),
                            .start_max = count};
    struct buf text = {.mem = mem};

    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            buf_char(&text, ' ');
        add_syllable(&text, syllables[i]);
    }
    buf_char(&text, '\0');
    all.sound = (struct buf){.mem = mem};
    if (espeak_Synth(text.s, text.len, 0, POS_CHARACTER, 0,
                     espeakCHARS_UTF8 | espeakPHONEMES, NULL, &all) != EE_OK ||
        all.start_count != count || all.sound.len == 0)
        return false;
    *out = (struct utterance){
        .samples = (int16_t *)(void *)all.sound.s,
        .sample_count = all.sound.len / sizeof(int16_t),
        .starts = all.starts,
    };
    return true;
}

static const char *version_espeak(void)
{
    const char *data;

    return espeak_Info(&data);
}

const struct engine engine_espeak = {
    .name = "espeak-ng",
    .rate_hz = RATE_HZ,
    .open = open_espeak,
    .speak = speak_espeak,
    .version = version_espeak,
};
