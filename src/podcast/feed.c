/* The feed of a folder of editions. */
#include "podcast/feed.h"

#include <unistd.h>

#include "access/cover.h"
#include "base/io.h"
#include "format/picture.h"
#include "podcast/rss.h"

#define COVER_LEAST 1400 /* pixels, of Apple Podcasts */
#define COVER_MOST 3000

static bool is_as(const char *path, str bytes, struct arena tmp)
{
    struct error unread;
    str old;

    return access(path, F_OK) == 0 && io_read_file(&old, path, &tmp, &unread) &&
           str_eq(old, bytes);
}

/* Whole or not at all, and not when it is there already. */
static bool put(bool *changed, const char *path, str bytes, struct arena *mem,
                struct error *err)
{
    struct sink sink = {0};
    bool ok;

    *changed = !is_as(path, bytes, *mem);
    if (!*changed)
        return true;
    ok = sink_open(&sink, path, mem, err) &&
         sink_write(&sink, bytes.s, bytes.len, err) && sink_sync(&sink, err) &&
         sink_commit(&sink, err);
    sink_close(&sink);
    return ok;
}

static bool is_feed_made(str bytes, struct arena tmp)
{
    (void)tmp;
    return str_has(bytes, STR("<generator>baonoi "));
}

/* What somebody else put there is not lost. */
static bool is_free(const char *path, bool (*is_made)(str, struct arena),
                    const char *hint, struct arena tmp, struct error *err)
{
    struct error unread;
    str old;

    return access(path, F_OK) != 0 ||
           (io_read_file(&old, path, &tmp, &unread) &&
            (old.len == 0 || is_made(old, tmp))) ||
           error_set(err, ERROR_OUTPUT,
                     "%s: not made by baonoi feed, and not replaced; %s", path,
                     hint);
}

/* What directories refuse is refused here. */
static bool check_cover(const char *path, struct arena tmp, struct error *err)
{
    struct picture picture;
    str bytes;

    if (!io_read_file(&bytes, path, &tmp, err) ||
        !picture_know(&picture, bytes, path, err))
        return false;
    return (picture.width == picture.height && picture.width >= COVER_LEAST &&
            picture.width <= COVER_MOST) ||
           error_set(err, ERROR_INPUT,
                     "%s: %u by %u pixels; a cover is square, of %d to %d",
                     path, (unsigned)picture.width, (unsigned)picture.height,
                     COVER_LEAST, COVER_MOST);
}

/* The name of the cover, which is made when there is none. */
static bool take_cover(str *name, struct feed_result *result,
                       const struct podcast_config *config, const char *folder,
                       struct arena *mem, struct error *err)
{
    const char *font =
        config->font.len > 0 ? str_zero(config->font, mem) : COVER_FONT;
    bool changed;
    str png;

    if (config->cover.len > 0) {
        *name = config->cover;
        return check_cover(
            str_format(mem, "%s/%.*s", folder, STR_ARGS(config->cover)), *mem,
            err);
    }
    *name = STR(FEED_COVER);
    result->paths[1] = str_format(mem, "%s/" FEED_COVER, folder);
    return is_free(result->paths[1], cover_is_made,
                   "cover = " FEED_COVER " takes it", *mem, err) &&
           cover_make(&png, config->title, cover_square, font, mem, err) &&
           put(&changed, result->paths[1], png, mem, err);
}

/* Without the slashes behind it. */
static const char *plain_folder(const char *path, struct arena *mem)
{
    str folder = str_from(path);

    while (folder.len > 1 && str_ends(folder, STR("/")))
        folder.len--;
    return str_zero(folder, mem);
}

bool feed_write(struct feed_result *result, const char *path,
                const char *config_path, const struct episodes_report *report,
                struct arena *mem, struct error *err)
{
    const char *folder = plain_folder(path, mem);
    const char *feed = str_format(mem, "%s/" FEED_FILE, folder);
    struct feed_result made = {.paths = {feed, NULL}};
    struct podcast_config config;
    struct episodes episodes;
    bool ok;
    str cover;
    int lock;

    if (!config_read(&config, config_path, mem, err))
        return false;
    lock = io_lock_folder_of(feed, *mem);
    ok = is_free(feed, is_feed_made, "rename it", *mem, err) &&
         episodes_read(&episodes, folder, &config, report, mem, err) &&
         take_cover(&cover, &made, &config, folder, mem, err) &&
         put(&made.changed, feed, rss_text(&config, &episodes, cover, mem), mem,
             err);
    io_unlock_folder(lock);
    if (!ok)
        return false;
    made.episodes = episodes.count;
    made.editions = episodes.found;
    *result = made;
    return true;
}
