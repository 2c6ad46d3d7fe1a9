/* A folder of numbered MP3 files: a file for each chapter, in the order of
 * their names, with a list for players that read one. */
#include "access/filename.h"
#include "access/tracks.h"
#include "format/format.h"
#include "format/id3.h"
#include "format/mp3.h"

#define SUFFIX ".mp3"
#define LIST_NAME "playlist.m3u8"
#define LIST_HEAD "#EXTM3U\n"

/* "01 - Tiêu đề.mp3"; as many digits as the last one needs. */
static const char *name_of(const struct tracks *tracks, size_t i,
                           struct arena *mem)
{
    struct buf name = {.mem = mem};
    int digits = 2;

    for (size_t most = 99; tracks->count > most; most = most * 10 + 9)
        digits++;
    buf_format(&name, "%0*zu - ", digits, i + 1);
    filename_add(&name, tracks->items[i].title);
    if (str_ends(buf_str(&name), STR("- ")))
        buf_format(&name, "baonoi");
    buf_add(&name, STR(SUFFIX "\0"));
    return name.s;
}

/* A line of the list can't hold the end of one. */
static void add_line(struct buf *list, const struct track *track,
                     const char *name)
{
    uint64_t length = track->stretch.end - track->stretch.start;
    size_t start;

    buf_format(list, "#EXTINF:%u,",
               (unsigned)((length + AUDIO_RATE_HZ / 2) / AUDIO_RATE_HZ));
    start = list->len;
    buf_add(list, track->title);
    for (size_t i = start; i < list->len; i++)
        if (list->s[i] == '\n' || list->s[i] == '\r')
            list->s[i] = ' ';
    buf_format(list, "\n%s\n", name);
}

static bool put_track(struct folder *folder, const char *name,
                      const struct edition *edition,
                      const struct tracks *tracks, size_t i, struct error *err)
{
    const struct track *track = &tracks->items[i];
    struct id3_track facts = {track->title, i + 1, tracks->count};
    struct sink *sink = folder_add(folder, name, err);
    str tag;

    return sink &&
           id3_track(&tag, edition, &facts, sink->path, folder->mem, err) &&
           mp3_write(sink, edition, track->stretch, tag, *folder->mem, err);
}

static bool render_mp3dir(struct folder *folder, const struct edition *edition,
                          struct error *err)
{
    struct arena *mem = folder->mem;
    struct tracks tracks = tracks_of(edition, 1, mem);
    struct buf list = {.mem = mem};
    struct sink *sink;

    buf_add(&list, STR(LIST_HEAD));
    for (size_t i = 0; i < tracks.count; i++) {
        const char *name = name_of(&tracks, i, mem);

        add_line(&list, &tracks.items[i], name);
        if (!put_track(folder, name, edition, &tracks, i, err))
            return false;
    }
    sink = folder_add(folder, LIST_NAME, err);
    return sink && sink_write(sink, list.s, list.len, err);
}

static bool owns_mp3dir(str name)
{
    return str_eq(name, STR(LIST_NAME)) ||
           filename_is_numbered(name, STR(SUFFIX));
}

static bool verify_mp3dir(const char *path, struct arena tmp)
{
    struct error unread;
    str text;

    if (!str_ends(str_from(path), STR(LIST_NAME)))
        return mp3_verify(path);
    return io_read_file(&text, path, &tmp, &unread) &&
           str_starts(text, STR(LIST_HEAD)) && str_ends(text, STR("\n"));
}

const struct format format_mp3dir = {
    .name = "mp3dir",
    .suffix = ".mp3dir",
    .about = "a folder of numbered MP3 files, for simple players and cards",
    .render_folder = render_mp3dir,
    .owns = owns_mp3dir,
    .verify = verify_mp3dir,
};
