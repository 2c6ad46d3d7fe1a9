/* An edition in parts, each in a file of its own. */
#include "access/tracks.h"

/* Tracks end where the next begin. */
static void set_ends(struct tracks *tracks, const struct edition *edition)
{
    for (size_t i = 0; i < tracks->count; i++) {
        struct track *track = &tracks->items[i];
        bool last = i + 1 == tracks->count;

        track->end_sentence =
            last ? edition->script->sentence_count : track[1].first_sentence;
        track->stretch.end =
            last ? edition->timeline->total : track[1].stretch.start;
    }
}

struct tracks tracks_of(const struct edition *edition, struct arena *mem)
{
    const struct script *script = edition->script;
    struct tracks tracks = {
        .items = ARENA_ARRAY(mem, struct track, script->chapter_count + 1)};

    for (size_t i = 0; i < script->chapter_count; i++)
        if (script->chapters[i].level == 1)
            tracks.items[tracks.count++] = (struct track){
                .title = script->chapters[i].title,
                .first_sentence = script->chapters[i].first_sentence,
                .stretch.start = edition->timeline->chapters[i],
            };
    if (tracks.count == 0)
        tracks.items[tracks.count++].title = edition->article->title;
    set_ends(&tracks, edition);
    return tracks;
}
