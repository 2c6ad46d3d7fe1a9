/* The files of an edition: written together, the manifest last. */
#include "output/output.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

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

bool output_try(const char *base, struct arena tmp, struct error *err)
{
    const char *manifest = output_manifest(base, &tmp);
    struct sink sink = {0};
    bool ok = !manifest || sink_open(&sink, manifest, &tmp, err);

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

/* Gives all files their names. The old manifest goes before the first of
 * them, the new one comes after the last: at no moment does a manifest stand
 * beside sound that it does not describe. */
static bool commit(struct sink *sinks, size_t count, struct sink *manifest,
                   struct arena tmp, struct error *err)
{
    if (manifest->path && unlink(manifest->path) != 0 && errno != ENOENT)
        return io_not_written(manifest->path, err);
    for (size_t i = 0; i < count; i++)
        if (!sink_commit(&sinks[i], err))
            return false;
    if (!manifest->path)
        return true;
    if (!sink_commit(manifest, err))
        return false;
    io_sync_folder_of(manifest->path, tmp);
    return true;
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
    ok = ok && commit(sinks, chosen_count, &manifest, *mem, err);
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
