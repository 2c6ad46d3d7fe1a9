/* The finished editions of a folder, as episodes of a podcast. */
#include "podcast/episodes.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/folder.h"
#include "base/hash.h"
#include "output/manifest.h"

static const struct format *const part_formats[EPISODE_PARTS] = {
    [EPISODE_MP3] = &format_mp3,           [EPISODE_OPUS] = &format_opus,
    [EPISODE_VTT] = &format_vtt,           [EPISODE_SRT] = &format_srt,
    [EPISODE_CHAPTERS] = &format_chapters,
};

/* No edition is as long as a month. */
#define SECONDS_MOST (31.0 * 24 * 3600)

/* Where the reading stands. */
struct gathering {
    const char *folder;
    const struct podcast_config *config;
    const struct episodes_report *report;
    struct episode *items;
    size_t count;
    struct arena *mem;
    struct error *err;
};

/* ---- one edition -------------------------------------------------------- */

static size_t part_of(str format)
{
    size_t part = 0;

    while (part < EPISODE_PARTS &&
           !str_eq(format, str_from(part_formats[part]->name)))
        part++;
    return part;
}

/* A file of the manifest; one of a kind that feeds don't name is left aside. */
static bool take_file(struct episode *episode,
                      const struct gathering *gathering, const json_t *file)
{
    json_int_t bytes = json_integer_value(json_object_get(file, "bytes"));
    size_t part = part_of(manifest_text(file, "format", gathering->mem));
    struct episode_file found = {
        .name = manifest_text(file, "name", gathering->mem),
        .size_bytes = (uint64_t)bytes,
        .sha256 = manifest_text(file, "sha256", gathering->mem),
    };
    struct stat info;
    const char *path;

    if (part == EPISODE_PARTS)
        return true;
    path = str_format(gathering->mem, "%s/%.*s", gathering->folder,
                      STR_ARGS(found.name));
    if (found.name.len == 0 || str_has(found.name, STR("/")) ||
        found.sha256.len != HASH_HEX_BYTES - 1)
        return error_set(gathering->err, ERROR_INPUT,
                         "%s/%s: a file without name or sum", gathering->folder,
                         episode->manifest);
    if (stat(path, &info) != 0 || info.st_size != bytes)
        return error_set(gathering->err, ERROR_INPUT,
                         "%s: not as its manifest says; baonoi check tells "
                         "more",
                         path);
    episode->files[part] = found;
    return true;
}

static bool take_files(struct episode *episode,
                       const struct gathering *gathering,
                       const json_t *manifest)
{
    const json_t *list = json_object_get(manifest, "files");

    for (size_t i = 0; i < json_array_size(list); i++)
        if (!take_file(episode, gathering, json_array_get(list, i)))
            return false;
    return true;
}

/* False when it is no time inside an edition. */
static bool take_time(double *seconds, const json_t *object, const char *key)
{
    *seconds = json_number_value(json_object_get(object, key));
    return *seconds >= 0 && *seconds <= SECONDS_MOST;
}

static bool take_chapters(struct episode *episode, const json_t *manifest,
                          struct arena *mem)
{
    const json_t *list = json_object_get(manifest, "chapters");
    size_t count = json_array_size(list);

    episode->chapters = ARENA_ARRAY(mem, struct episode_chapter, count);
    episode->chapter_count = count;
    for (size_t i = 0; i < count; i++) {
        const json_t *chapter = json_array_get(list, i);

        episode->chapters[i].title = manifest_text(chapter, "title", mem);
        if (!take_time(&episode->chapters[i].start_s, chapter, "start"))
            return false;
    }
    return true;
}

static bool take_episode(struct episode *episode,
                         const struct gathering *gathering,
                         const json_t *manifest)
{
    struct arena *mem = gathering->mem;
    str name = str_from(episode->manifest);

    episode->id = manifest_text(manifest, "id", mem);
    episode->revision =
        (uint32_t)json_integer_value(json_object_get(manifest, "revision"));
    episode->title = manifest_text(manifest, "title", mem);
    if (episode->title.len == 0)
        episode->title = str_slice(name, 0, name.len - strlen(MANIFEST_SUFFIX));
    episode->author = manifest_text(manifest, "author", mem);
    episode->source = manifest_text(manifest, "source", mem);
    episode->address = manifest_text(manifest, "address", mem);
    episode->summary = manifest_text(manifest, "summary", mem);
    episode->date.zone_minutes = gathering->config->zone_minutes;
    episode->dated =
        date_read(&episode->date, manifest_text(manifest, "date", mem));
    if (!take_time(&episode->seconds, manifest, "seconds") ||
        !take_chapters(episode, manifest, mem))
        return error_set(gathering->err, ERROR_INPUT,
                         "%s/%s: a manifest with times that can't be",
                         gathering->folder, episode->manifest);
    if (episode->id.len == 0)
        return error_set(gathering->err, ERROR_INPUT,
                         "%s/%s: a manifest without an identity",
                         gathering->folder, episode->manifest);
    return take_files(episode, gathering, manifest);
}

/* ---- all of them -------------------------------------------------------- */

static void tell(const struct gathering *gathering,
                 const struct episode *episode, const char *why)
{
    gathering->report->line(gathering->report->context, episode->manifest, why);
}

static bool read_all(struct gathering *gathering, const char **names,
                     size_t count)
{
    for (size_t i = 0; i < count; i++) {
        str name = str_from(names[i]);
        struct episode episode = {.manifest = names[i]};
        json_t *manifest = NULL;
        bool ok = true;

        if (str_ends(name, STR(MANIFEST_SUFFIX)))
            manifest = manifest_load(str_format(gathering->mem, "%s/%s",
                                                gathering->folder, names[i]),
                                     *gathering->mem);
        if (manifest)
            ok = take_episode(&episode, gathering, manifest);
        if (ok && manifest && episode.files[EPISODE_MP3].name.len == 0)
            tell(gathering, &episode, "no MP3, and not in the feed");
        if (ok && manifest && !episode.dated)
            tell(gathering, &episode, "no date, and last in the feed");
        if (ok && manifest && episode.files[EPISODE_MP3].name.len > 0)
            gathering->items[gathering->count++] = episode;
        json_decref(manifest);
        if (!ok)
            return false;
    }
    return true;
}

static int newest_first(const void *a, const void *b)
{
    const struct episode *first = a, *second = b;
    int order = date_compare(&second->date, &first->date);

    if (first->dated != second->dated)
        return first->dated ? -1 : 1;
    return order != 0 && first->dated
               ? order
               : strcmp(first->manifest, second->manifest);
}

static int by_identity(const void *a, const void *b)
{
    const struct episode *first = a, *second = b;
    int order = str_cmp(first->id, second->id);

    if (order == 0)
        order = (first->revision < second->revision) -
                (first->revision > second->revision);
    return order != 0 ? order : strcmp(first->manifest, second->manifest);
}

/* Of editions of one article under several names, that of the last revision
 * stays. */
static void drop_doubles(struct gathering *gathering)
{
    size_t kept = 0;

    qsort(gathering->items, gathering->count, sizeof *gathering->items,
          by_identity);
    for (size_t i = 0; i < gathering->count; i++)
        if (kept > 0 &&
            str_eq(gathering->items[i].id, gathering->items[kept - 1].id))
            tell(gathering, &gathering->items[i],
                 "the same article as another edition, and not in the "
                 "feed");
        else
            gathering->items[kept++] = gathering->items[i];
    gathering->count = kept;
}

bool episodes_read(struct episodes *episodes, const char *folder,
                   const struct podcast_config *config,
                   const struct episodes_report *report, struct arena *mem,
                   struct error *err)
{
    struct gathering gathering = {
        .folder = folder,
        .config = config,
        .report = report,
        .mem = mem,
        .err = err,
    };
    const char **names;
    size_t count;

    if (!folder_names(&names, &count, folder, mem))
        return error_set(err, ERROR_INPUT, "%s: not read: %s", folder,
                         strerror(errno));
    gathering.items = ARENA_ARRAY(mem, struct episode, count);
    if (!read_all(&gathering, names, count))
        return false;
    drop_doubles(&gathering);
    if (gathering.count == 0)
        return error_set(err, ERROR_INPUT,
                         "%s: no edition with an MP3, as --for podcast makes",
                         folder);
    qsort(gathering.items, gathering.count, sizeof *gathering.items,
          newest_first);
    *episodes = (struct episodes){
        .items = gathering.items,
        .found = gathering.count,
        .count =
            gathering.count < config->limit ? gathering.count : config->limit,
    };
    return true;
}
