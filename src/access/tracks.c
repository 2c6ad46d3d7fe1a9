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

struct tracks tracks_of(const struct edition *edition, unsigned deepest,
                        struct arena *mem)
{
    const struct script *script = edition->script;
    struct tracks tracks = {
        .items = ARENA_ARRAY(mem, struct track, script->chapter_count + 1)};

    for (size_t i = 0; i < script->chapter_count; i++)
        if (script->chapters[i].level <= deepest)
            tracks.items[tracks.count++] = (struct track){
                .title = script->chapters[i].title,
                .level = script->chapters[i].level,
                .first_sentence = script->chapters[i].first_sentence,
                .stretch.start = edition->timeline->chapters[i],
            };
    if (tracks.count == 0)
        tracks.items[tracks.count++] =
            (struct track){.title = edition->article->title, .level = 1};
    set_ends(&tracks, edition);
    return tracks;
}

/* The first sentence that stands in this block or behind it. */
static size_t sentence_from(const struct script *script, size_t block)
{
    size_t i = 0;

    while (i < script->sentence_count && script->sentences[i].block < block)
        i++;
    return i;
}

static void add_story(struct tracks *tracks, str title, size_t first_block,
                      const struct edition *edition)
{
    size_t first = sentence_from(edition->script, first_block);
    bool read = first < edition->script->sentence_count;
    bool opens = tracks->count == 0;

    tracks->items[tracks->count++] = (struct track){
        .title = title,
        .first_sentence = first,
        .stretch.start = opens  ? 0
                         : read ? edition->timeline->sentences[first]
                                : edition->timeline->total,
        .first_block = first_block,
    };
}

struct tracks tracks_stories(const struct edition *edition, struct arena *mem)
{
    const struct article *article = edition->article;
    struct tracks tracks = {
        .items = ARENA_ARRAY(mem, struct track, article->story_count + 1)};

    if (article->story_count == 0 || article->stories[0].first_block > 0)
        add_story(&tracks, article->title, 0, edition);
    for (size_t i = 0; i < article->story_count; i++)
        add_story(&tracks, article->stories[i].title,
                  article->stories[i].first_block, edition);
    set_ends(&tracks, edition);
    for (size_t i = 0; i < tracks.count; i++)
        tracks.items[i].end_block = i + 1 < tracks.count
                                        ? tracks.items[i + 1].first_block
                                        : article->block_count;
    return tracks;
}
