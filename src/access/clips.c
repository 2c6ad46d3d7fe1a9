/* What of the text is heard when: the clips of a track, from the timeline. */
#include "access/clips.h"

#include "access/xhtml.h"
#include "reading/script.h"

#define MS_PER_S 1000
#define MS_PER_MIN 60000
#define MS_PER_H 3600000

uint64_t clips_ms(const struct track *track, uint64_t sample)
{
    return ((sample - track->stretch.start) * MS_PER_S + AUDIO_RATE_HZ / 2) /
           AUDIO_RATE_HZ;
}

/* Where the first clip of a sentence begins: words that are not written are
 * part of it. Behind the last sentence the end of the track. */
static uint64_t begin_of(const struct edition *edition,
                         const struct track *track, size_t sentence, bool words)
{
    if (sentence == track->end_sentence)
        return track->stretch.end;
    return edition->timeline->sentences[sentence] +
           (words ? edition->takes[sentence].words[0].start : 0);
}

struct clips clips_of(const struct edition *edition, const struct track *track,
                      size_t sentence, bool words, struct arena *mem)
{
    const struct sentence *text = script_sentence(edition->script, sentence);
    const struct interval *times = edition->takes[sentence].words;
    uint64_t start = edition->timeline->sentences[sentence];
    struct clips clips = {.items =
                              ARENA_ARRAY(mem, struct clip, text->word_count)};
    size_t *marked = ARENA_ARRAY(mem, size_t, text->word_count);
    size_t count = words ? xhtml_words(marked, text) : 0;

    clips.items[clips.count++] = (struct clip){
        .word = count > 0 ? marked[0] : CLIP_SENTENCE,
        .begin_ms = clips_ms(track, begin_of(edition, track, sentence, words)),
    };
    for (; clips.count < count; clips.count++) {
        uint64_t ms = clips_ms(track, start + times[marked[clips.count]].start);

        clips.items[clips.count - 1].end_ms = ms;
        clips.items[clips.count] = (struct clip){marked[clips.count], ms, 0};
    }
    clips.items[clips.count - 1].end_ms =
        clips_ms(track, begin_of(edition, track, sentence + 1, words));
    return clips;
}

uint64_t clips_length_ms(const struct edition *edition,
                         const struct track *track, bool words)
{
    return clips_ms(track, track->stretch.end) -
           clips_ms(track,
                    begin_of(edition, track, track->first_sentence, words));
}

void clips_add_clock(struct buf *out, uint64_t ms)
{
    buf_format(out, "%u:%02u:%02u.%03u", (unsigned)(ms / MS_PER_H),
               (unsigned)(ms / MS_PER_MIN % 60), (unsigned)(ms / MS_PER_S % 60),
               (unsigned)(ms % MS_PER_S));
}
