/* The newsreader's melody: how each syllable of a sentence is said. */
#include "speech/melody.h"

#include <assert.h>

#include "words/spoken.h"

size_t melody_syllables(const struct word *word)
{
    size_t count = word->spoken.len > 0;

    for (size_t i = 0; i < word->spoken.len; i++)
        count += word->spoken.s[i] == ' ';
    return count;
}

/* Adds a part of what `part` does. */
static void add(struct manner *sum, const struct manner *part, double share)
{
    sum->pitch_st += part->pitch_st * share;
    sum->rate_percent += part->rate_percent * share;
    sum->volume_db += part->volume_db * share;
}

/* A fall over the whole, half of it above the voice's own level and half below;
 * less in what is shorter than `whole` syllables. */
static void add_fall(struct syllable *syllables, size_t count,
                     const struct manner *fall, double whole)
{
    double part = (double)count < whole ? (double)count / whole : 1;

    for (size_t i = 0; i < count; i++)
        add(&syllables[i].manner, fall,
            part * (((double)i + 0.5) / (double)count - 0.5));
}

/* The end of a phrase, on its last two syllables. A slow end is one syllable
 * alone. */
static void add_end(struct syllable *syllables, size_t count,
                    const struct manner *end, double share)
{
    struct manner before = *end;

    before.rate_percent = 0;
    if (count > 0)
        add(&syllables[count - 1].manner, end, 1);
    if (count > 1)
        add(&syllables[count - 2].manner, &before, share);
}

/* What the whole sentence has. */
static struct manner manner_of(const struct sentence *sentence,
                               const struct melody *melody)
{
    struct manner manner = melody->roles[sentence->role];
    enum mark mark = sentence->words[sentence->word_count - 1].mark;

    add(&manner, &melody->sentences[mark], 1);
    if (sentence->opens)
        add(&manner, &melody->opening, 1);
    if (sentence->closes)
        add(&manner, &melody->closing, 1);
    return manner;
}

static struct syllable *list_syllables(size_t *count,
                                       const struct sentence *sentence,
                                       struct arena *mem)
{
    size_t total = 0, n = 0;
    struct syllable *list;

    for (size_t i = 0; i < sentence->word_count; i++)
        total += melody_syllables(&sentence->words[i]);
    list = ARENA_ARRAY(mem, struct syllable, total);
    for (size_t i = 0; i < sentence->word_count; i++) {
        str rest = sentence->words[i].spoken;

        while (rest.len > 0)
            list[n++].text = spoken_lower(str_cut(rest, ' ', &rest), mem);
    }
    assert(n == total);
    *count = n;
    return list;
}

/* What each syllable has by its word and by itself. */
static void add_words(struct syllable *syllables,
                      const struct sentence *sentence,
                      const struct melody *melody)
{
    struct manner whole = manner_of(sentence, melody);

    for (size_t i = 0; i < sentence->word_count; i++) {
        const struct word *word = &sentence->words[i];

        for (size_t n = melody_syllables(word); n > 0; n--, syllables++) {
            add(&syllables->manner, &whole, 1);
            add(&syllables->manner, &melody->deliveries[word->delivery], 1);
            add(&syllables->manner,
                &melody->tones[spoken_tone(syllables->text)], 1);
        }
    }
}

/* What they have by their place. What ends with a semicolon, or more, sinks as
 * a sentence does. */
static void add_places(struct syllable *syllables,
                       const struct sentence *sentence,
                       const struct melody *melody)
{
    size_t clause = 0, phrase = 0, end = 0;

    for (size_t i = 0; i < sentence->word_count; i++) {
        enum mark mark = sentence->words[i].mark;
        bool last = i + 1 == sentence->word_count;

        end += melody_syllables(&sentence->words[i]);
        if (mark == MARK_NONE && !last)
            continue;
        add_fall(syllables + phrase, end - phrase, &melody->phrase_fall,
                 melody->phrase_syllables);
        add_end(syllables + phrase, end - phrase, &melody->ends[mark],
                melody->end_share_percent / 100);
        if (spoken_tone(syllables[end - 1].text) == TONE_LEVEL)
            add(&syllables[end - 1].manner, &melody->last_level, 1);
        phrase = end;
        if (mark < MARK_SEMICOLON && !last)
            continue;
        add_fall(syllables + clause, end - clause, &melody->fall,
                 melody->fall_syllables);
        clause = end;
    }
}

struct syllable *melody_plan(size_t *count, const struct sentence *sentence,
                             const struct voice *voice, struct arena *mem)
{
    struct syllable *syllables = list_syllables(count, sentence, mem);

    if (!voice->flat) {
        add_words(syllables, sentence, &voice->melody);
        add_places(syllables, sentence, &voice->melody);
    }
    return syllables;
}
