/* A voice in a test: it speaks a line, and what it said is measured. An engine
 * is opened once in a process: each voice gets a child of its own. */
#ifndef BAONOI_TESTS_STUDIO_H
#define BAONOI_TESTS_STUDIO_H

#include "check.h"

#include <stdlib.h>

#include "base/process.h"
#include "f0.h"
#include "speech/melody.h"
#include "speech/speak.h"
#include "speech/style.h"

#define VOICES "voices"
#define CHILD_LIMIT_MS 120000

#define WORDS_MOST 64
#define FRAMES_MOST 400
#define OCTAVE_ST 12

/* Where the pitch of a voice may be looked for. */
struct compass {
    const char *voice;
    double least_hz, most_hz;
    bool five_tones; /* hoi and nga are one, as in Hue and Saigon */
};

static const struct compass voices[] = {
    {"nam-bac", 65, 280, false},  {"nu-bac", 110, 500, false},
    {"nam-trung", 60, 280, true}, {"nu-trung", 100, 500, true},
    {"nam-nam", 65, 320, true},   {"nu-nam", 110, 550, true},
};

#define VOICE_COUNT (sizeof voices / sizeof voices[0])

struct line {
    struct word words[WORDS_MOST];
    struct sentence sentence;
    struct speech speech;
};

struct studio {
    struct f0 f0;
    const struct compass *compass;
    const struct engine *engine;
    struct voice voice;
};

static inline enum mark mark_of(char last)
{
    switch (last) {
    case ',':
        return MARK_COMMA;
    case '.':
        return MARK_STOP;
    case '?':
        return MARK_QUESTION;
    default:
        return MARK_NONE;
    }
}

/* One syllable a word; the marks stand behind them. */
static inline void read_words(struct line *line, str text)
{
    size_t n = 0;

    *line = (struct line){0};
    while (text.len > 0 && n < WORDS_MOST) {
        str word = str_cut(text, ' ', &text);
        enum mark mark = mark_of(word.s[word.len - 1]);

        word.len -= mark != MARK_NONE;
        line->words[n++] =
            (struct word){.written = word, .spoken = word, .mark = mark};
    }
    line->sentence = (struct sentence){
        .role = ROLE_BODY, .words = line->words, .word_count = n};
}

static inline void say(struct line *line, const struct studio *studio,
                       struct arena *mem)
{
    assert_true(speak_sentence(&line->speech, &line->sentence, &studio->voice,
                               studio->engine, false, mem));
}

static inline double semitones(double hz)
{
    return OCTAVE_ST * log2(hz);
}

static inline int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

/* Semitones of the frames of word `i`; 0 where it has no voice. */
static inline size_t track(double frames[FRAMES_MOST], const struct line *line,
                           size_t i, const struct studio *studio)
{
    const struct speech *speech = &line->speech;
    uint32_t rate_hz = studio->engine->rate_hz;
    uint32_t step = rate_hz * F0_STEP_MS / 1000;
    size_t n = 0;

    for (uint32_t at = speech->words[i].start;
         at < speech->words[i].end && n < FRAMES_MOST; at += step) {
        double hz =
            f0_at(&studio->f0, speech->samples, speech->sample_count, at);

        frames[n++] = hz > 0 ? semitones(hz) : 0;
    }
    return n;
}

/* The middle of what is voiced, in semitones; 0 when nothing is. */
static inline double height(const struct line *line, size_t i,
                            const struct studio *studio)
{
    double frames[FRAMES_MOST];
    size_t count = track(frames, line, i, studio), voiced = 0;

    for (size_t k = 0; k < count; k++)
        if (frames[k] > 0)
            frames[voiced++] = frames[k];
    qsort(frames, voiced, sizeof *frames, by_size);
    return voiced > 0 ? frames[voiced / 2] : 0;
}

static inline double seconds(const struct line *line, size_t i,
                             const struct studio *studio)
{
    const struct interval *word = &line->speech.words[i];

    return (double)(word->end - word->start) / studio->engine->rate_hz;
}

/* In a child: the studio for voices[task]; `context` is where the name of its
 * style is (measure_voice). */
static inline void open_studio(struct studio *studio, size_t task,
                               const void *context, struct arena *mem)
{
    const struct compass *compass = &voices[task];
    const struct wishes wishes = {.style = *(const char *const *)context};
    struct error err;

    studio->compass = compass;
    assert_true(style_load(&studio->voice, VOICES, str_from(compass->voice),
                           &wishes, mem, &err));
    studio->engine = engine_find(studio->voice.engine);
    assert_true(studio->engine->open(&err) &&
                studio->engine->select(&studio->voice, &err));
    f0_prepare(&studio->f0, studio->engine->rate_hz, compass->least_hz,
               compass->most_hz);
}

/* What `work` adds to its result for voices[task], in a style or, with NULL, in
 * its own. */
static inline const void *measure_voice(process_work work, size_t task,
                                        const char *style, struct arena *mem)
{
    str result;

    assert_int_equal(
        process_run(&result, work, task, &style, CHILD_LIMIT_MS, mem),
        PROCESS_DONE);
    return result.s;
}

#endif
