/* What is encoded once, for all formats that hold it: parts of an edition. */
#include "format/shelf.h"

#include <assert.h>
#include <unistd.h>

#define COPY_BYTES 65536

struct item {
    struct stretch stretch;
    unsigned mp3_kbps;
    int64_t at, end; /* in the spool */
};

struct shelf {
    struct item *items;
    size_t count, room;
};

/* A file may hold the whole, a story, or a chapter of the first or of any
 * level; some formats take another rate than others. */
struct shelf *shelf_of(const struct edition *edition, struct arena *mem)
{
    struct shelf *shelf = ARENA_ONE(mem, struct shelf);

    shelf->room = 2 * (edition->script->chapter_count + 1) +
                  edition->article->story_count + 1;
    shelf->items = ARENA_ARRAY(mem, struct item, shelf->room);
    return shelf;
}

static const struct item *find(const struct edition *edition,
                               struct stretch stretch)
{
    const struct shelf *shelf = edition->shelf;

    for (size_t i = 0; i < shelf->count; i++) {
        const struct item *item = &shelf->items[i];

        if (item->stretch.start == stretch.start &&
            item->stretch.end == stretch.end &&
            item->mp3_kbps == edition->mp3_kbps)
            return item;
    }
    return NULL;
}

static const struct item *add(const char *path, const struct edition *edition,
                              struct stretch stretch, shelf_maker *make,
                              struct arena mem, struct error *err)
{
    struct shelf *shelf = edition->shelf;
    struct sink spool = {.fd = edition->spool, .path = path};
    struct item item = {.stretch = stretch,
                        .mp3_kbps = edition->mp3_kbps,
                        .at = lseek(spool.fd, 0, SEEK_END)};

    assert(shelf->count < shelf->room);
    if (!make(&spool, edition, stretch, mem, err))
        return NULL;
    item.end = lseek(spool.fd, 0, SEEK_END);
    shelf->items[shelf->count] = item;
    return &shelf->items[shelf->count++];
}

static bool copy(struct sink *sink, int spool, const struct item *item,
                 struct error *err)
{
    char piece[COPY_BYTES];

    for (int64_t at = item->at; at < item->end;) {
        size_t count =
            item->end - at < COPY_BYTES ? (size_t)(item->end - at) : COPY_BYTES;

        if (!io_read_at(spool, piece, count, at))
            return io_not_written(sink->path, err);
        if (!sink_write(sink, piece, count, err))
            return false;
        at += (int64_t)count;
    }
    return true;
}

bool shelf_write(struct sink *sink, const struct edition *edition,
                 struct stretch stretch, shelf_maker *make, struct arena mem,
                 struct error *err)
{
    const struct item *item;

    if (!edition->shelf)
        return make(sink, edition, stretch, mem, err);
    item = find(edition, stretch);
    if (!item)
        item = add(sink->path, edition, stretch, make, mem, err);
    return item && copy(sink, edition->spool, item, err);
}
