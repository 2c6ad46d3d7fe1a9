/* One sentence into sound: the engine's phrases, joined by our own pauses. */
#include "speech/speak.h"

#include <assert.h>
#include <string.h>

#include "base/process.h"
#include "base/utf8.h"

#define PHRASE_MAX_SYLLABLES 48 /* engines cut longer ones where they like */
#define PIECE_LIMIT_MS 5000
#define SILENT_BELOW 48 /* of 32768: what the engine leaves around a phrase */

/* The words [first, end) of a sentence, spoken in one breath. */
struct phrase {
    const struct sentence *sentence;
    const struct engine *engine;
    size_t first, end;
};

static size_t syllables_of(const struct word *word)
{
    size_t count = word->spoken.len > 0;

    for (size_t i = 0; i < word->spoken.len; i++)
        count += word->spoken.s[i] == ' ';
    return count;
}

/* The phrase that starts at word `first`. */
static size_t phrase_end(const struct sentence *sentence, size_t first)
{
    size_t syllables = syllables_of(&sentence->words[first]);
    size_t end = first + 1;

    while (end < sentence->word_count &&
           sentence->words[end - 1].mark == MARK_NONE) {
        syllables += syllables_of(&sentence->words[end]);
        if (syllables > PHRASE_MAX_SYLLABLES)
            break;
        end++;
    }
    return end;
}

/* The syllables of the phrase as the engine takes them. */
static str *phrase_syllables(size_t *count, const struct phrase *phrase,
                             struct arena *mem)
{
    size_t total = 0, n = 0;
    str *syllables;

    for (size_t i = phrase->first; i < phrase->end; i++)
        total += syllables_of(&phrase->sentence->words[i]);
    syllables = ARENA_ARRAY(mem, str, total);
    for (size_t i = phrase->first; i < phrase->end; i++) {
        str rest = phrase->sentence->words[i].spoken;

        while (rest.len > 0)
            syllables[n++] = utf8_lower_str(str_cut(rest, ' ', &rest), mem);
    }
    assert(n == total);
    *count = n;
    return syllables;
}

static bool is_silent(int16_t sample)
{
    return sample > -SILENT_BELOW && sample < SILENT_BELOW;
}

/* Takes the engine's silence off both ends. */
static void trim(struct utterance *sound, size_t count)
{
    size_t head = 0;

    while (head < sound->sample_count && is_silent(sound->samples[head]))
        head++;
    sound->samples += head;
    sound->sample_count -= head;
    while (sound->sample_count > 0 &&
           is_silent(sound->samples[sound->sample_count - 1]))
        sound->sample_count--;
    for (size_t i = 0; i < count; i++) {
        uint32_t start = sound->starts[i];

        start = start > head ? start - (uint32_t)head : 0;
        sound->starts[i] =
            start < sound->sample_count ? start : (uint32_t)sound->sample_count;
    }
}

/* Speaks a phrase: where each word starts, then the sound (process_work). */
static bool say(struct buf *result, size_t task, void *context)
{
    const struct phrase *phrase = context;
    struct utterance sound;
    size_t count, at = 0;
    str *syllables = phrase_syllables(&count, phrase, result->mem);

    (void)task;
    if (!phrase->engine->speak(&sound, syllables, count, result->mem))
        return false;
    trim(&sound, count);
    for (size_t i = phrase->first; i < phrase->end; i++) {
        buf_add(result, (str){(char *)&sound.starts[at], sizeof *sound.starts});
        at += syllables_of(&phrase->sentence->words[i]);
    }
    buf_add(result, (str){(char *)sound.samples,
                          sound.sample_count * sizeof *sound.samples});
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

static void add_said(struct joining *all, const struct phrase *phrase, str said)
{
    size_t count = phrase->end - phrase->first;
    uint32_t base = samples_so_far(all), start;
    size_t head = count * sizeof start;

    for (size_t i = 0; i < count; i++) {
        memcpy(&start, said.s + i * sizeof start, sizeof start);
        all->words[phrase->first + i].start = base + start;
    }
    buf_add(&all->sound, str_skip(said, head));
    for (size_t i = 0; i < count; i++)
        all->words[phrase->first + i].end =
            i + 1 < count ? all->words[phrase->first + i + 1].start
                          : samples_so_far(all);
}

/* The phrase in a child of its own; then each of its words. */
static uint32_t say_carefully(struct joining *all, struct phrase phrase,
                              struct arena *mem)
{
    uint32_t lost = 0;
    str said;

    if (process_run(&said, say, 0, &phrase, PIECE_LIMIT_MS, mem) ==
        PROCESS_DONE) {
        add_said(all, &phrase, said);
        return 0;
    }
    for (size_t i = phrase.first; i < phrase.end; i++) {
        struct phrase word = phrase;

        word.first = i;
        word.end = i + 1;
        if (process_run(&said, say, 0, &word, PIECE_LIMIT_MS, mem) ==
            PROCESS_DONE) {
            add_said(all, &word, said);
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
                    bool careful, struct arena *mem)
{
    struct joining all = {
        .sound = {.mem = mem},
        .words = ARENA_ARRAY(mem, struct interval, sentence->word_count),
    };
    uint32_t lost = 0;

    for (size_t first = 0, end; first < sentence->word_count; first = end) {
        struct phrase phrase = {sentence, engine, first,
                                end = phrase_end(sentence, first)};
        struct buf said = {.mem = mem};

        if (careful)
            lost += say_carefully(&all, phrase, mem);
        else if (say(&said, 0, &phrase))
            add_said(&all, &phrase, buf_str(&said));
        else
            return false;
        if (end < sentence->word_count)
            add_silence(&all, voice->mark_ms[sentence->words[end - 1].mark],
                        engine->rate_hz);
    }
    if (lost == sentence->word_count)
        return false;
    *out = (struct speech){
        .samples = (int16_t *)(void *)all.sound.s,
        .sample_count = samples_so_far(&all),
        .words = all.words,
        .lost_words = lost,
    };
    return true;
}
