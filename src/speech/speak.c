/* One sentence into sound: the engine's phrases, joined by our own pauses. */
#include "speech/speak.h"

#include <string.h>

#include "base/process.h"
#include "speech/melody.h"
#include "words/spoken.h"

#define PHRASE_MAX_SYLLABLES 48 /* engines cut longer ones where they like */
#define PIECE_LIMIT_MS 5000
#define SILENT_BELOW 48 /* of 32768: what the engine leaves around a phrase */
#define FADE_MS 12

/* The words [first, end) of a sentence, spoken in one breath. */
struct phrase {
    const struct sentence *sentence;
    const struct voice *voice;
    const struct engine *engine;
    const struct syllable *syllables; /* from the first word on */
    size_t first, end;
    size_t least_samples; /* that are wanted */
};

/* Silence inside a sentence, in milliseconds. */
static double pause_after(const struct word *word, const struct voice *voice)
{
    return word->mark == MARK_JOINT && voice->flat ? 0
                                                   : voice->mark_ms[word->mark];
}

/* The phrase ends where the voice has a pause. */
static size_t phrase_end(const struct sentence *sentence, size_t first,
                         const struct voice *voice)
{
    size_t syllables = melody_syllables(&sentence->words[first]);
    size_t end = first + 1;

    while (end < sentence->word_count &&
           pause_after(&sentence->words[end - 1], voice) == 0) {
        syllables += melody_syllables(&sentence->words[end]);
        if (syllables > PHRASE_MAX_SYLLABLES)
            break;
        end++;
    }
    return end;
}

static size_t phrase_syllables(const struct phrase *phrase)
{
    size_t count = 0;

    for (size_t i = phrase->first; i < phrase->end; i++)
        count += melody_syllables(&phrase->sentence->words[i]);
    return count;
}

static bool is_silent(int16_t sample)
{
    return sample > -SILENT_BELOW && sample < SILENT_BELOW;
}

/* Takes the engine's silence off both ends, and leaves its marks in order and
 * within what is left. */
static void trim(struct utterance *sound, size_t count)
{
    size_t head = 0;
    uint32_t before = 0;

    while (head < sound->sample_count && is_silent(sound->samples[head]))
        head++;
    sound->samples += head;
    sound->sample_count -= head;
    while (sound->sample_count > 0 &&
           is_silent(sound->samples[sound->sample_count - 1]))
        sound->sample_count--;
    for (size_t i = 0; sound->starts && i < count; i++) {
        uint32_t start = sound->starts[i];

        start = start > head ? start - (uint32_t)head : 0;
        start =
            start < sound->sample_count ? start : (uint32_t)sound->sample_count;
        before = start > before ? start : before;
        sound->starts[i] = before;
    }
}

/* What a syllable takes of the time of its phrase: its bytes and so much. */
#define SYLLABLE_WEIGHT 3

/* Where each syllable starts, by the length of what it is written with. */
static uint32_t *estimate(size_t sample_count, const struct syllable *syllables,
                          size_t count, struct arena *mem)
{
    uint32_t *starts = ARENA_ARRAY(mem, uint32_t, count);
    size_t total = 0, before = 0;

    for (size_t i = 0; i < count; i++)
        total += SYLLABLE_WEIGHT + syllables[i].text.len;
    for (size_t i = 0; i < count; i++) {
        starts[i] = (uint32_t)(sample_count * before / total);
        before += SYLLABLE_WEIGHT + syllables[i].text.len;
    }
    return starts;
}

/* An engine may stop in the middle of a wave: that clicks, and an encoder
 * smears it into the pause. */
static void fade_out(struct utterance *sound, uint32_t rate_hz)
{
    int64_t whole = (int64_t)rate_hz * FADE_MS / 1000;

    for (size_t i = sound->sample_count; i-- > 0;) {
        int64_t left = (int64_t)(sound->sample_count - i);

        if (left > whole)
            break;
        sound->samples[i] =
            (int16_t)(sound->samples[i] * left * left / (whole * whole));
    }
}

/* The one door to every engine. */
static bool may_be_said(const struct syllable *syllables, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!spoken_is_legal(syllables[i].text))
            return false;
    return true;
}

/* What was said of a phrase. */
struct said {
    const uint32_t *starts; /* of each word, in samples */
    const int16_t *samples;
    size_t sample_count;
};

/* Speaks a phrase. */
static bool say(struct said *said, const struct phrase *phrase,
                struct arena *mem)
{
    struct utterance sound;
    size_t count = phrase_syllables(phrase), at = 0;
    uint32_t *starts = ARENA_ARRAY(mem, uint32_t, phrase->end - phrase->first);

    if (!may_be_said(phrase->syllables, count) ||
        !phrase->engine->speak(&sound, phrase->voice, phrase->syllables, count,
                               phrase->least_samples, mem))
        return false;
    trim(&sound, count);
    if (!sound.starts)
        sound.starts =
            estimate(sound.sample_count, phrase->syllables, count, mem);
    fade_out(&sound, phrase->engine->rate_hz);
    for (size_t i = phrase->first; i < phrase->end; i++) {
        starts[i - phrase->first] = sound.starts[at];
        at += melody_syllables(&phrase->sentence->words[i]);
    }
    *said = (struct said){starts, sound.samples, sound.sample_count};
    return true;
}

/* The sentence as it grows. */
struct joining {
    struct buf sound;
    struct interval *words;
};

static uint32_t samples_so_far(const struct joining *all)
{
    return (uint32_t)(all->sound.len / sizeof(int16_t));
}

static void add_silence(struct joining *all, double ms, uint32_t rate_hz)
{
    static const char zeros[1024];
    size_t left = (size_t)(ms * rate_hz / 1000) * sizeof(int16_t);

    while (left > 0) {
        size_t part = left < sizeof zeros ? left : sizeof zeros;

        buf_add(&all->sound, (str){zeros, part});
        left -= part;
    }
}

static void add_said(struct joining *all, const struct phrase *phrase,
                     const struct said *said)
{
    size_t count = phrase->end - phrase->first;
    uint32_t base = samples_so_far(all);

    for (size_t i = 0; i < count; i++)
        all->words[phrase->first + i].start = base + said->starts[i];
    buf_add(&all->sound, (str){(const char *)said->samples,
                               said->sample_count * sizeof *said->samples});
    for (size_t i = 0; i < count; i++)
        all->words[phrase->first + i].end =
            i + 1 < count ? all->words[phrase->first + i + 1].start
                          : samples_so_far(all);
}

/* The same in a child: the starts, then the samples. */
static bool work(struct result *result, size_t task, void *context)
{
    const struct phrase *phrase = context;
    struct said said;

    (void)task;
    return say(&said, phrase, result->mem) &&
           process_add(result, (str){(const char *)said.starts,
                                     (phrase->end - phrase->first) *
                                         sizeof *said.starts}) &&
           process_add(result, (str){(const char *)said.samples,
                                     said.sample_count * sizeof *said.samples});
}

/* Says it in a child of its own; where none can be started, in this one. */
static bool say_apart(struct said *said, struct phrase *phrase,
                      struct arena *mem)
{
    size_t head = (phrase->end - phrase->first) * sizeof *said->starts;
    str result;

    switch (process_run(&result, work, 0, phrase, PIECE_LIMIT_MS, mem)) {
    case PROCESS_DONE:
        if (result.len < head)
            break;
        *said = (struct said){
            (const uint32_t *)(const void *)result.s,
            (const int16_t *)(const void *)(result.s + head),
            (result.len - head) / sizeof(int16_t),
        };
        return true;
    case PROCESS_UNSTARTED:
        return say(said, phrase, mem);
    case PROCESS_FAILED:
    case PROCESS_CRASHED:
    case PROCESS_HUNG:
        break;
    }
    return false;
}

/* The phrase in a child of its own; then each of its words. */
static uint32_t say_carefully(struct joining *all, struct phrase phrase,
                              struct arena *mem)
{
    uint32_t lost = 0;
    struct said said;

    if (say_apart(&said, &phrase, mem)) {
        add_said(all, &phrase, &said);
        return 0;
    }
    for (size_t i = phrase.first; i < phrase.end; i++) {
        struct phrase word = phrase;

        word.first = i;
        word.end = i + 1;
        phrase.syllables += phrase_syllables(&word);
        if (say_apart(&said, &word, mem)) {
            add_said(all, &word, &said);
            continue;
        }
        all->words[i] =
            (struct interval){samples_so_far(all), samples_so_far(all)};
        lost++;
    }
    return lost;
}

bool speak_sentence(struct speech *out, const struct sentence *sentence,
                    const struct voice *voice, const struct engine *engine,
                    enum speak how, struct arena *mem)
{
    /* The sound of a phrase goes when the next one comes. */
    struct arena keep = *mem, scratch = arena_halve(&keep);
    struct joining all = {
        .words = ARENA_ARRAY(&keep, struct interval, sentence->word_count),
    };
    uint32_t lost = 0, rate_hz = engine_rate_hz(engine, voice);
    size_t count;
    const struct syllable *syllables =
        melody_plan(&count, sentence, voice, &keep);
    size_t least = how == SPEAK_BEGINNING
                       ? (size_t)SPEAK_BEGINNING_MS * rate_hz / 1000
                       : ENGINE_ALL;

    all.sound.mem = &keep;
    for (size_t first = 0, end;
         first < sentence->word_count && samples_so_far(&all) < least;
         first = end) {
        struct phrase phrase = {.sentence = sentence,
                                .voice = voice,
                                .engine = engine,
                                .syllables = syllables,
                                .first = first,
                                .end = phrase_end(sentence, first, voice),
                                .least_samples = least};
        struct arena tmp = scratch;
        struct said said;

        end = phrase.end;
        if (how == SPEAK_CAREFULLY)
            lost += say_carefully(&all, phrase, &tmp);
        else if (say(&said, &phrase, &tmp))
            add_said(&all, &phrase, &said);
        else
            return false;
        if (end < sentence->word_count)
            add_silence(&all, pause_after(&sentence->words[end - 1], voice),
                        rate_hz);
        syllables += phrase_syllables(&phrase);
    }
    if (lost == sentence->word_count)
        return false;
    mem->next = keep.next;
    *out = (struct speech){
        .samples = (int16_t *)(void *)all.sound.s,
        .sample_count = samples_so_far(&all),
        .rate_hz = rate_hz,
        .words = all.words,
        .word_count = sentence->word_count,
        .lost_words = lost,
    };
    return true;
}
