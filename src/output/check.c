/* Verifies finished files against the manifest of their edition. */
#include "output/check.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "output/manifest.h"

struct checking {
    const struct check_report *report;
    struct arena *mem;
    size_t looked_at, faults;
    struct error unable; /* a file could not be verified; else ERROR_NONE */
};

static void say(struct checking *checking, bool good, const char *path,
                const char *what)
{
    checking->looked_at++;
    checking->faults += !good;
    checking->report->line(checking->report->context, good, path, what);
}

/* The part of the path up to its last slash, with it. */
static str folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');

    return (str){path, slash ? (size_t)(slash - path) + 1 : 0};
}

/* The same name with the suffix of a manifest. */
static char *manifest_of(const char *path, const struct format *format,
                         struct arena *mem)
{
    str base = {path, strlen(path) - strlen(format->suffix)};

    return str_join(base, STR(MANIFEST_SUFFIX), mem);
}

/* The one of the longest suffix: .fragment.html is none of .html. */
static const struct format *format_of(str path)
{
    const struct format *best = NULL;

    for (size_t i = 0; formats[i]; i++)
        if (str_ends(path, str_from(formats[i]->suffix)) &&
            (!best || strlen(formats[i]->suffix) > strlen(best->suffix)))
            best = formats[i];
    return best;
}

static bool is_plain(str name)
{
    return name.len > 0 && !str_eq(name, STR(".")) && !str_eq(name, STR(".."));
}

/* The name of a file beside the manifest, or in a folder that stands there. */
static bool is_name(str name)
{
    str rest = name, first = str_cut(name, '/', &rest);

    return is_plain(first) &&
           (first.len == name.len ||
            (is_plain(rest) && memchr(rest.s, '/', rest.len) == NULL));
}

/* One file of a manifest. */
static void check_file(struct checking *checking, str folder, json_t *file)
{
    const char *name = NULL, *sha256 = NULL;
    json_int_t bytes = 0;
    char found[HASH_HEX_BYTES], *path;
    uint64_t found_bytes = 0;
    int fd;

    if (json_unpack(file, "{s:s, s:I, s:s}", "name", &name, "bytes", &bytes,
                    "sha256", &sha256) != 0 ||
        !is_name(str_from(name))) {
        say(checking, false, "manifest", "a file without name or sum");
        return;
    }
    path = str_join(folder, str_from(name), checking->mem);
    fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        say(checking, false, path, strerror(errno));
        return;
    }
    if (!hash_file(found, &found_bytes, fd))
        say(checking, false, path, strerror(errno));
    else if (found_bytes != (uint64_t)bytes)
        say(checking, false, path, "not of the size in its manifest");
    else if (strcmp(found, sha256) != 0)
        say(checking, false, path, "not the bytes of its manifest");
    else
        say(checking, true, path, "as in its manifest");
    close(fd);
}

static str name_of(const json_t *file)
{
    const char *name = json_string_value(json_object_get(file, "name"));

    return str_from(name ? name : "");
}

/* A file by its name, or a folder that one stands in. */
static bool is_listed(const json_t *manifest, str path)
{
    json_t *file;
    size_t i;

    json_array_foreach(json_object_get(manifest, "files"), i, file)
    {
        str name = name_of(file);

        if (str_eq(name, path) ||
            (str_starts(name, path) && name.s[path.len] == '/'))
            return true;
    }
    return false;
}

/* A sound file beside a manifest: of the edition, or left over from another. */
static bool check_listed(struct checking *checking, const char *manifest_path,
                         const char *path)
{
    json_t *manifest = manifest_load(manifest_path, *checking->mem);
    bool listed =
        is_listed(manifest, str_skip(str_from(path), folder_of(path).len));

    json_decref(manifest);
    if (!listed)
        say(checking, false, path, "not of the edition in its manifest");
    return listed;
}

/* In the folders of an edition stands nothing but its files. */
static void check_folders(struct checking *checking, str place,
                          const json_t *manifest)
{
    str done = {0};
    json_t *file;
    size_t i;

    json_array_foreach(json_object_get(manifest, "files"), i, file)
    {
        str rest, name = name_of(file);
        str folder = str_cut(name, '/', &rest);
        const char **names;
        size_t count = 0;

        if (!is_name(name) || folder.len == name.len || str_eq(folder, done) ||
            !folder_names(&names, &count,
                          str_join(place, folder, checking->mem),
                          checking->mem))
            continue;
        done = folder;
        folder = str_slice(name, 0, folder.len + 1);
        for (size_t n = 0; n < count; n++) {
            char *inside = str_join(folder, str_from(names[n]), checking->mem);

            if (!is_listed(manifest, str_from(inside)))
                say(checking, false,
                    str_join(place, str_from(inside), checking->mem),
                    "not of the edition in its manifest");
        }
    }
}

/* False when the file is no manifest. */
static bool check_manifest(struct checking *checking, const char *path)
{
    json_t *manifest = manifest_load(path, *checking->mem), *file;
    const json_t *files = json_object_get(manifest, "files");
    size_t i;

    if (!manifest)
        return false;
    if (json_array_size(files) == 0)
        say(checking, false, path, "a manifest without files");
    json_array_foreach(files, i, file)
        check_file(checking, folder_of(path), file);
    check_folders(checking, folder_of(path), manifest);
    json_decref(manifest);
    return true;
}

/* Every file of a folder is one that the format makes, and whole. */
static bool verify_folder(const char *path, const struct format *format,
                          struct arena tmp)
{
    str prefix = str_from(str_join(str_from(path), STR("/"), &tmp));
    const char **names;
    size_t count = 0;
    bool whole = folder_names(&names, &count, path, &tmp) && count > 0;

    for (size_t i = 0; whole && i < count; i++) {
        str name = str_from(names[i]);

        whole = format->owns(name) &&
                format->verify(str_join(prefix, name, &tmp), tmp);
    }
    return whole;
}

/* The file may be good all the same. */
static void say_unable(struct checking *checking, const char *path)
{
    const char *what =
        str_format(checking->mem, "not verified: %s", checking->unable.message);

    checking->looked_at++;
    checking->report->line(checking->report->context, false, path, what);
}

static void check_alone(struct checking *checking, const char *path,
                        const struct format *format)
{
    bool whole;

    if (!format_ready(format, &checking->unable)) {
        say_unable(checking, path);
        return;
    }
    whole = format->render_folder ? verify_folder(path, format, *checking->mem)
                                  : format->verify(path, *checking->mem);
    say(checking, whole, path,
        whole ? "whole, but has no manifest" : "damaged, and has no manifest");
}

/* Names of chapters end so too. */
static bool may_be_manifest(const char *path)
{
    return str_ends(str_from(path), STR(MANIFEST_SUFFIX));
}

/* Whether a file of the same name stands beside the manifest. */
static bool has_file(const char *manifest, struct arena tmp)
{
    str base = {manifest, strlen(manifest) - strlen(MANIFEST_SUFFIX)};

    for (size_t i = 0; formats[i]; i++)
        if (access(str_join(base, str_from(formats[i]->suffix), &tmp), F_OK) ==
            0)
            return true;
    return false;
}

static bool check_folder(struct checking *checking, const char *folder,
                         struct error *err)
{
    str prefix = str_from(str_join(str_from(folder), STR("/"), checking->mem));
    const char **names;
    size_t count;

    if (!folder_names(&names, &count, folder, checking->mem))
        return error_set(err, ERROR_INPUT, "%s: not read: %s", folder,
                         strerror(errno));
    for (size_t i = 0; i < count; i++) {
        str name = str_from(names[i]);
        const struct format *format = format_of(name);
        char *path = str_join(prefix, name, checking->mem);

        if (may_be_manifest(path) && check_manifest(checking, path))
            continue;
        if (format) {
            const char *manifest = manifest_of(path, format, checking->mem);

            if (access(manifest, F_OK) != 0)
                check_alone(checking, path, format);
            else
                check_listed(checking, manifest, path);
        } else if (may_be_manifest(path) && has_file(path, *checking->mem)) {
            say(checking, false, path, "no manifest of an edition");
        }
    }
    return true;
}

static bool check_one(struct checking *checking, const char *path,
                      struct error *err)
{
    const struct format *format = format_of(str_from(path));
    const char *manifest =
        format ? manifest_of(path, format, checking->mem) : path;

    if (may_be_manifest(path) && check_manifest(checking, path))
        return true;
    if (format && access(manifest, F_OK) != 0)
        check_alone(checking, path, format);
    else if ((!format || check_listed(checking, manifest, path)) &&
             !check_manifest(checking, manifest))
        return error_set(err, ERROR_INPUT, "%s: no manifest of an edition",
                         manifest);
    return true;
}

bool check_path(const char *path, const struct check_report *report,
                struct arena *mem, struct error *err)
{
    struct checking checking = {.report = report, .mem = mem};
    const struct format *format;
    struct stat info;
    bool read;

    if (stat(path, &info) != 0)
        return error_set(err, ERROR_INPUT, "%s: not read: %s", path,
                         strerror(errno));
    while (strlen(path) > 1 && str_ends(str_from(path), STR("/")))
        path = str_zero((str){path, strlen(path) - 1}, mem);
    format = format_of(str_from(path));
    read = S_ISDIR(info.st_mode) && !(format && format->render_folder)
               ? check_folder(&checking, path, err)
               : check_one(&checking, path, err);
    if (!read)
        return false;
    if (checking.looked_at == 0)
        return error_set(err, ERROR_INPUT, "%s: no edition to check", path);
    if (checking.faults > 0)
        return error_set(err, ERROR_INPUT, "%s: %zu of %zu files are not right",
                         path, checking.faults, checking.looked_at);
    if (checking.unable.code != ERROR_NONE)
        return error_set(err, checking.unable.code, "%s: not all verified: %s",
                         path, checking.unable.message);
    return true;
}
