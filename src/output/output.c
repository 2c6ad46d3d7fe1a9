/* The files of an edition: written together, the manifest last. */
#include "output/output.h"

#include <errno.h>
#include <string.h>
#include <stdio.h>
#include <unistd.h>

#include "base/leftover.h"
#include "base/utf8.h"
#include "output/manifest.h"

static bool is_standard(const char *base)
{
    return strcmp(base, "-") == 0;
}

static const char *path_of(const char *base, const char *suffix,
                           struct arena *mem)
{
    return is_standard(base) ? base : str_format(mem, "%s%s", base, suffix);
}

const char *output_manifest(const char *base, struct arena *mem)
{
    return is_standard(base) ? NULL : path_of(base, MANIFEST_SUFFIX, mem);
}

const char *output_last_manifest(const char *base, struct arena *mem)
{
    return is_standard(base) ? NULL
                             : leftover_or(output_manifest(base, mem), mem);
}

/* As much of a file as MANIFEST_HEAD is long; less of a shorter one. */
static bool read_start(str *start, const char *path, struct arena *mem)
{
    size_t most = strlen(MANIFEST_HEAD);
    char *bytes = ARENA_ARRAY(mem, char, most);
    FILE *file = fopen(path, "re");
    bool ok;

    if (!file)
        return false;
    *start = (str){bytes, fread(bytes, 1, most, file)};
    ok = !ferror(file);
    fclose(file);
    return ok;
}

/* A format may give the names of manifests: that of another edition stays. */
static bool is_no_manifest(const char *path, struct arena tmp,
                           struct error *err)
{
    str start;

    return !str_ends(str_from(path), STR(MANIFEST_SUFFIX)) ||
           access(path, F_OK) != 0 ||
           (read_start(&start, path, &tmp) &&
            !str_eq(start, STR(MANIFEST_HEAD))) ||
           error_set(err, ERROR_OUTPUT,
                     "%s: the manifest of another edition, and not replaced; "
                     "-o gives another name",
                     path);
}

/* Nothing else that is called so may be lost. */
static bool is_free(const char *path, struct arena tmp, struct error *err)
{
    str start;

    return access(path, F_OK) != 0 ||
           (read_start(&start, path, &tmp) &&
            (start.len == 0 || str_eq(start, STR(MANIFEST_HEAD)))) ||
           error_set(err, ERROR_OUTPUT,
                     "%s: no manifest of an edition, and not replaced by one; "
                     "-o gives another name",
                     path);
}

/* A folder gives its place up only when the format made all that is in it. */
static bool is_replaceable(const char *path, const struct format *format,
                           struct arena tmp, struct error *err)
{
    const char **names;
    size_t count = 0;

    if (access(path, F_OK) != 0)
        return true;
    if (!folder_names(&names, &count, path, &tmp))
        return io_not_written(path, err);
    for (size_t i = 0; i < count; i++)
        if (!format->owns(str_from(names[i])))
            return error_set(err, ERROR_OUTPUT,
                             "%s: holds %s, which is no part of an edition; "
                             "not replaced, -o gives another name",
                             path, names[i]);
    return true;
}

bool output_try(const char *base, const struct edition *edition,
                struct arena tmp, struct error *err)
{
    const struct format *const *chosen = edition->formats;
    const char *manifest = output_manifest(base, &tmp);
    struct sink sink = {0};
    bool ok;

    for (size_t i = 0; i < edition->format_count; i++)
        if (!format_ready(chosen[i], err))
            return false;
    if (!manifest)
        return true;
    if (!utf8_valid(str_from(base)))
        return error_set(err, ERROR_USAGE,
                         "%s: a name that is no UTF-8, which the manifest "
                         "can't tell; -o gives another",
                         base);
    for (size_t i = 0; i < edition->format_count; i++) {
        const char *path = path_of(base, chosen[i]->suffix, &tmp);

        if (chosen[i]->render_folder
                ? !is_replaceable(path, chosen[i], tmp, err)
                : !is_no_manifest(path, tmp, err))
            return false;
    }
    ok = is_free(manifest, tmp, err) && sink_open(&sink, manifest, &tmp, err);
    sink_close(&sink);
    return ok;
}

/* What one format makes: a file, or a folder of them. */
struct product {
    const struct format *format;
    const char *path;
    struct sink sink;
    struct folder folder;
};

/* Renders it, down to the disk, but without its name. */
static bool render(struct product *product, const struct edition *edition,
                   struct arena *mem, struct error *err)
{
    const struct format *format = product->format;

    if (format->render_folder) {
        folder_open(&product->folder, product->path, mem);
        return format->render_folder(&product->folder, edition, err) &&
               folder_sync(&product->folder, err);
    }
    return sink_open(&product->sink, product->path, mem, err) &&
           format->render(&product->sink, edition, *mem, err) &&
           sink_sync(&product->sink, err);
}

/* The name of a file that stands in the folder of the manifest, or with its
 * own folder before it. */
static const char *name_of(const char *path, bool in_folder)
{
    const char *name = path + strlen(path);

    for (int slashes = 0; name > path; name--)
        if (name[-1] == '/' && ++slashes > in_folder)
            break;
    return name;
}

static bool list_file(struct output_files *files, const struct product *product,
                      const struct sink *sink, struct error *err)
{
    struct output_file *file = &files->files[files->count++];

    *file = (struct output_file){
        .format = product->format,
        .path = sink->path,
        .name = name_of(sink->path, product->format->render_folder != NULL),
    };
    return hash_file(file->sha256, &file->size_bytes, sink->fd) ||
           io_not_written(file->path, err);
}

static bool list_files(struct output_files *files,
                       const struct product *products, size_t count,
                       struct arena *mem, struct error *err)
{
    size_t most = 0;

    for (size_t i = 0; i < count; i++)
        most += 1 + products[i].folder.count;
    files->files = ARENA_ARRAY(mem, struct output_file, most);
    for (size_t i = 0; i < count; i++) {
        const struct folder *folder = &products[i].folder;

        for (size_t f = 0; f < folder->count; f++)
            if (!list_file(files, &products[i], &folder->files[f], err))
                return false;
        if (!folder->path &&
            !list_file(files, &products[i], &products[i].sink, err))
            return false;
    }
    return true;
}

static void undo(struct product *products, size_t count)
{
    while (count-- > 0)
        if (products[count].folder.path)
            folder_undo(&products[count].folder);
        else
            sink_undo(&products[count].sink);
}

static bool commit_all(struct product *products, size_t count,
                       struct error *err)
{
    for (size_t i = 0; i < count; i++)
        if (!(products[i].folder.path ? folder_commit(&products[i].folder, err)
                                      : sink_commit(&products[i].sink, err))) {
            undo(products, i);
            return false;
        }
    return true;
}

/* What killed runs have left of the same edition, in whatever formats. */
static void sweep(const char *manifest, struct arena tmp)
{
    str base = {manifest, strlen(manifest) - strlen(MANIFEST_SUFFIX)};
    struct leftover *written;
    size_t count = 0;

    while (formats[count])
        count++;
    written = ARENA_ARRAY(&tmp, struct leftover, count + 1);
    for (size_t i = 0; i < count; i++)
        written[i] = (struct leftover){
            str_join(base, str_from(formats[i]->suffix), &tmp),
            formats[i]->render_folder != NULL};
    written[count] = (struct leftover){manifest, true};
    leftover_sweep(written, count + 1, tmp);
}

/* Gives all files their names. The old manifest goes aside before the first of
 * them, the new one comes after the last, and no other run does the same
 * meanwhile: at no moment does a manifest stand beside sound that it does not
 * describe. */
static bool commit(struct product *products, size_t count,
                   struct sink *manifest, struct arena *mem, struct error *err)
{
    const char *aside;
    bool ok, had;
    int lock;

    if (!manifest->path)
        return commit_all(products, count, err);
    aside = io_hidden_name(manifest->path, IO_ASIDE_SUFFIX, mem);
    lock = io_lock_folder_of(manifest->path, *mem);
    had = rename(manifest->path, aside) == 0;
    ok = had || errno == ENOENT ? commit_all(products, count, err)
                                : io_not_written(manifest->path, err);
    if (ok && !sink_commit(manifest, err)) {
        undo(products, count);
        ok = false;
    }
    if (had && ok)
        unlink(aside);
    else if (had)
        rename(aside, manifest->path);
    if (ok)
        sweep(manifest->path, *mem);
    io_unlock_folder(lock);
    return ok;
}

bool output_write(struct output_files *files, const char *base,
                  const struct edition *edition, struct arena *mem,
                  struct error *err)
{
    const struct format *const *chosen = edition->formats;
    size_t chosen_count = edition->format_count;
    struct output_files made = {0};
    struct product *products = ARENA_ARRAY(mem, struct product, chosen_count);
    struct sink manifest = {0};
    bool ok = true;

    for (size_t i = 0; ok && i < chosen_count; i++) {
        products[i].format = chosen[i];
        products[i].path = path_of(base, chosen[i]->suffix, mem);
        ok = render(&products[i], edition, mem, err);
    }
    ok = ok && list_files(&made, products, chosen_count, mem, err);
    made.manifest = output_manifest(base, mem);
    if (ok && made.manifest) {
        ok = sink_open(&manifest, made.manifest, mem, err) &&
             manifest_write(&manifest, edition, &made, *mem, err) &&
             sink_sync(&manifest, err);
    }
    ok = ok && commit(products, chosen_count, &manifest, mem, err);
    for (size_t i = 0; i < chosen_count; i++)
        if (products[i].folder.path)
            folder_close(&products[i].folder);
        else
            sink_close(&products[i].sink);
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
