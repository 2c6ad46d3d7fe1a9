/* The written text of an edition in lines, each with the time when it is
 * heard. */
#include "format/cues.h"

#include "base/utf8.h"
#include "reading/script.h"

/* Each cue costs this, the square of what it is shorter than a line, and how
 * bad it is to end at its mark. */
#define COST_OF_CUE 600

static const unsigned costs_of_mark[MARK_COUNT] = {
    [MARK_NONE] = 12000, [MARK_JOINT] = 800, [MARK_ITEM] = 400,
    [MARK_COMMA] = 250,  [MARK_DASH] = 250,
};

/* Words that no blank parts, with the punctuation around them. */
struct unit {
    size_t first_word, last_word;
    size_t start_byte, end_byte; /* of the sentence */
    size_t start_char, end_char;
};

/* A sentence with the units that it can be cut into. */
struct text {
    const struct sentence *sentence;
    const struct interval *times; /* of its words */
    struct unit *units;
    size_t count;
};

/* Where the next line starts when it is cut between these words, behind the
 * last blank; 0 when none stands there. */
static size_t cut_between(str written, const struct word *before,
                          const struct word *after)
{
    const char *end = before->written.s + before->written.len;
    str gap = {end, (size_t)(after->written.s - end)};
    size_t cut = 0;

    while (gap.len > 0)
        if (utf8_is_space(utf8_next(&gap)))
            cut = (size_t)(gap.s - written.s);
    return cut;
}

static struct text part(const struct edition *edition, size_t index,
                        struct arena *mem)
{
    const struct sentence *sentence = script_sentence(edition->script, index);
    str written = sentence->written;
    struct text text = {
        .sentence = sentence,
        .times = edition->takes[index].words,
        .units = ARENA_ARRAY(mem, struct unit, sentence->word_count),
    };
    struct unit unit = {0};

    for (size_t w = 1; w <= sentence->word_count; w++) {
        const struct word *word = &sentence->words[w - 1];
        bool last = w == sentence->word_count;
        size_t cut = last ? written.len : cut_between(written, word, word + 1);
        str shown;

        if (cut == 0)
            continue;
        shown = str_trim(str_slice(written, unit.start_byte, cut));
        unit.last_word = w - 1;
        unit.end_byte = (size_t)(shown.s - written.s) + shown.len;
        unit.end_char = unit.start_char + utf8_count(shown);
        text.units[text.count++] = unit;
        unit = (struct unit){
            .first_word = w,
            .start_byte = cut,
            .start_char = unit.start_char +
                          utf8_count(str_slice(written, unit.start_byte, cut)),
        };
    }
    return text;
}

static struct interval time_of(const struct text *text, size_t first,
                               size_t last)
{
    return (struct interval){text->times[text->units[first].first_word].start,
                             text->times[text->units[last].last_word].end};
}

static size_t characters(const struct text *text, size_t first, size_t last)
{
    return text->units[last].end_char - text->units[first].start_char;
}

static bool fits(const struct text *text, size_t first, size_t last)
{
    struct interval time = time_of(text, first, last);

    return characters(text, first, last) <= CUE_MAX_CHARACTERS &&
           time.end - time.start <= CUE_MAX_SECONDS * AUDIO_RATE_HZ;
}

/* How bad one cue of these units is. */
static unsigned cost_of(const struct text *text, size_t first, size_t last)
{
    const struct sentence *sentence = text->sentence;
    size_t length = characters(text, first, last);
    unsigned missing = length < CUE_MAX_CHARACTERS
                           ? (unsigned)(CUE_MAX_CHARACTERS - length)
                           : 0;

    return COST_OF_CUE + missing * missing +
           costs_of_mark[sentence->words[text->units[last].last_word].mark];
}

/* For each unit the one that the next cue starts with, so that the costs of
 * all cues from there on are the least. */
static size_t *choose_cuts(const struct text *text, struct arena *mem)
{
    unsigned *least = ARENA_ARRAY(mem, unsigned, text->count + 1);
    size_t *next = ARENA_ARRAY(mem, size_t, text->count);

    for (size_t first = text->count; first-- > 0;)
        for (size_t last = first;
             last < text->count && (last == first || fits(text, first, last));
             last++) {
            unsigned cost = cost_of(text, first, last) + least[last + 1];

            if (last == first || cost < least[first]) {
                least[first] = cost;
                next[first] = last + 1;
            }
        }
    return next;
}

struct cues cues_of(const struct edition *edition, size_t sentence,
                    struct arena *mem)
{
    struct text text = part(edition, sentence, mem);
    const size_t *next = choose_cuts(&text, mem);
    uint64_t start = edition->timeline->sentences[sentence];
    struct cues cues = {ARENA_ARRAY(mem, struct cue, text.count), 0};

    for (size_t first = 0; first < text.count; first = next[first]) {
        size_t last = next[first] - 1;
        struct interval time = time_of(&text, first, last);

        cues.items[cues.count++] = (struct cue){
            .text =
                str_slice(text.sentence->written, text.units[first].start_byte,
                          text.units[last].end_byte),
            .start = start + time.start,
            .end = start + time.end,
        };
    }
    return cues;
}
