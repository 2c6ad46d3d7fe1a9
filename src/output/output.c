/* The files of an edition: written together, the manifest last. */
#include "output/output.h"

#include <errno.h>
#include <string.h>
#include <stdio.h>
#include <unistd.h>

#include "base/utf8.h"
#include "output/manifest.h"

static bool is_standard(const char *base)
{
    return strcmp(base, "-") == 0;
}

static const char *path_of(const char *base, const char *suffix,
                           struct arena *mem)
{
    struct buf path = {.mem = mem};

    if (is_standard(base))
        return base;
    buf_format(&path, "%s%s%c", base, suffix, '\0');
    return path.s;
}

const char *output_manifest(const char *base, struct arena *mem)
{
    return is_standard(base) ? NULL : path_of(base, MANIFEST_SUFFIX, mem);
}

/* Nothing else that is called so may be lost. */
static bool is_free(const char *path, struct arena tmp, struct error *err)
{
    struct error unread;
    str text;

    return access(path, F_OK) != 0 ||
           (io_read_file(&text, path, &tmp, &unread) &&
            (text.len == 0 || str_starts(text, STR(MANIFEST_HEAD)))) ||
           error_set(err, ERROR_OUTPUT,
                     "%s: no manifest of an edition, and not replaced by one; "
                     "-o gives another name",
                     path);
}

bool output_try(const char *base, struct arena tmp, struct error *err)
{
    const char *manifest = output_manifest(base, &tmp);
    struct sink sink = {0};
    bool ok;

    if (!manifest)
        return true;
    if (!utf8_valid(str_from(base)))
        return error_set(err, ERROR_USAGE,
                         "%s: a name that is no UTF-8, which the manifest "
                         "can't tell; -o gives another",
                         base);
    ok = is_free(manifest, tmp, err) && sink_open(&sink, manifest, &tmp, err);
    sink_close(&sink);
    return ok;
}

/* Renders one file, down to the disk, but without its name. */
static bool render(struct output_file *file, struct sink *sink,
                   const struct edition *edition, struct arena *mem,
                   struct error *err)
{
    if (!sink_open(sink, file->path, mem, err) ||
        !file->format->render(sink, edition, *mem, err) ||
        !sink_sync(sink, err))
        return false;
    return hash_file(file->sha256, &file->size_bytes, sink->fd) ||
           io_not_written(file->path, err);
}

static bool commit_all(struct sink *sinks, size_t count, struct error *err)
{
    for (size_t i = 0; i < count; i++)
        if (!sink_commit(&sinks[i], err)) {
            while (i-- > 0)
                sink_undo(&sinks[i]);
            return false;
        }
    return true;
}

/* Gives all files their names. The old manifest goes aside before the first of
 * them, the new one comes after the last, and no other run does the same
 * meanwhile: at no moment does a manifest stand beside sound that it does not
 * describe. */
static bool commit(struct sink *sinks, size_t count, struct sink *manifest,
                   struct arena *mem, struct error *err)
{
    const char *aside;
    bool ok, had;
    int lock;

    if (!manifest->path)
        return commit_all(sinks, count, err);
    aside = io_hidden_name(manifest->path, "old.part", mem);
    lock = io_lock_folder_of(manifest->path, *mem);
    had = rename(manifest->path, aside) == 0;
    ok = had || errno == ENOENT ? commit_all(sinks, count, err)
                                : io_not_written(manifest->path, err);
    if (ok && !sink_commit(manifest, err)) {
        for (size_t i = 0; i < count; i++)
            sink_undo(&sinks[i]);
        ok = false;
    }
    if (had && ok)
        unlink(aside);
    else if (had)
        rename(aside, manifest->path);
    io_unlock_folder(lock);
    return ok;
}

bool output_write(struct output_files *files, const char *base,
                  const struct format *const *chosen, size_t chosen_count,
                  const struct edition *edition, struct arena *mem,
                  struct error *err)
{
    struct output_files made = {
        .files = ARENA_ARRAY(mem, struct output_file, chosen_count),
        .count = chosen_count,
    };
    struct sink *sinks = ARENA_ARRAY(mem, struct sink, chosen_count);
    struct sink manifest = {0};
    bool ok = true;

    for (size_t i = 0; ok && i < chosen_count; i++) {
        made.files[i].format = chosen[i];
        made.files[i].path = path_of(base, chosen[i]->suffix, mem);
        ok = render(&made.files[i], &sinks[i], edition, mem, err);
    }
    made.manifest = output_manifest(base, mem);
    if (ok && made.manifest) {
        ok = sink_open(&manifest, made.manifest, mem, err) &&
             manifest_write(&manifest, edition, &made, *mem, err) &&
             sink_sync(&manifest, err);
    }
    ok = ok && commit(sinks, chosen_count, &manifest, mem, err);
    for (size_t i = 0; i < chosen_count; i++)
        sink_close(&sinks[i]);
    sink_close(&manifest);
    if (ok)
        *files = made;
    return ok;
}

bool output_stream(const struct format *format, const struct edition *edition,
                   struct arena mem, struct error *err)
{
    struct sink sink = {0};
    bool ok = sink_open_stream(&sink, err) &&
              format->render(&sink, edition, mem, err);

    sink_close(&sink);
    return ok;
}
