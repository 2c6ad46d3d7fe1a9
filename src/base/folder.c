/* A folder of files that appear together, or not at all. */
#include "base/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FOLDER_MODE 0777
#define ROOM_FIRST 16

void folder_open(struct folder *folder, const char *path, struct arena *mem)
{
    *folder = (struct folder){.path = path, .mem = mem};
}

static void make_room(struct folder *folder)
{
    struct sink *files;

    if (folder->count < folder->room)
        return;
    folder->room = folder->room > 0 ? 2 * folder->room : ROOM_FIRST;
    files = ARENA_ARRAY(folder->mem, struct sink, folder->room);
    if (folder->count > 0)
        memcpy(files, folder->files, folder->count * sizeof *files);
    folder->files = files;
}

struct sink *folder_add(struct folder *folder, const char *name,
                        struct error *err)
{
    struct buf suffix = {.mem = folder->mem};
    struct sink *sink;

    make_room(folder);
    sink = &folder->files[folder->count];
    buf_format(&suffix, "%zu." IO_PART_SUFFIX "%c", folder->count + 1, '\0');
    if (!sink_open_part(sink,
                        str_format(folder->mem, "%s/%s", folder->path, name),
                        io_hidden_name(folder->path, suffix.s, folder->mem),
                        folder->mem, err))
        return NULL;
    folder->count++;
    return sink;
}

bool folder_sync(struct folder *folder, struct error *err)
{
    for (size_t i = 0; i < folder->count; i++)
        if (!sink_sync(&folder->files[i], err))
            return false;
    return true;
}

/* The hidden folder with all files in it, down to the disk. */
static bool fill_part(struct folder *folder)
{
    int fd;
    bool ok;

    folder->part = io_hidden_name(folder->path, IO_PART_SUFFIX, folder->mem);
    if (mkdir(folder->part, FOLDER_MODE) != 0)
        return false;
    for (size_t i = 0; i < folder->count; i++) {
        const char *slash = strrchr(folder->files[i].path, '/');

        if (!sink_place(&folder->files[i],
                        str_format(folder->mem, "%s%s", folder->part, slash)))
            return false;
    }
    fd = open(folder->part, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    ok = fd >= 0 && (fsync(fd) == 0 || errno == EINVAL);
    if (fd >= 0)
        close(fd);
    return ok;
}

static bool exchange(const struct folder *folder)
{
    return renameat2(AT_FDCWD, folder->part, AT_FDCWD, folder->path,
                     RENAME_EXCHANGE) == 0;
}

/* Where two folders can't be exchanged, or there is no old one. */
static bool replace(struct folder *folder)
{
    const char *aside =
        io_hidden_name(folder->path, IO_ASIDE_SUFFIX, folder->mem);
    bool had = rename(folder->path, aside) == 0;
    int why;

    if (rename(folder->part, folder->path) == 0) {
        folder->part = had ? aside : NULL;
        return true;
    }
    why = errno;
    if (had)
        rename(aside, folder->path);
    errno = why;
    return false;
}

bool folder_commit(struct folder *folder, struct error *err)
{
    if (!fill_part(folder) || (!exchange(folder) && !replace(folder)))
        return io_not_written(folder->path, err);
    folder->committed = true;
    return true;
}

void folder_undo(struct folder *folder)
{
    const char *part =
        io_hidden_name(folder->path, IO_PART_SUFFIX, folder->mem);

    if (!folder->committed)
        return;
    if (!folder->part || !exchange(folder)) {
        if (rename(folder->path, part) != 0)
            return;
        if (folder->part)
            rename(folder->part, folder->path);
        folder->part = part;
    }
    folder->committed = false;
}

void folder_remove(const char *path)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *entries = fd >= 0 ? fdopendir(fd) : NULL;
    struct dirent *entry;

    if (!entries) {
        if (fd >= 0)
            close(fd);
        else
            unlink(path); /* a link to a folder, which stays as it is */
        return;
    }
    while ((entry = readdir(entries)))
        unlinkat(dirfd(entries), entry->d_name, 0);
    closedir(entries);
    rmdir(path);
}

void folder_close(struct folder *folder)
{
    for (size_t i = 0; i < folder->count; i++)
        sink_close(&folder->files[i]);
    if (folder->part)
        folder_remove(folder->part);
    *folder = (struct folder){0};
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

bool folder_names(const char ***names, size_t *count, const char *path,
                  struct arena *mem)
{
    DIR *entries = opendir(path);
    size_t total = 0, n = 0;
    struct dirent *entry;
    const char **found;

    if (!entries)
        return false;
    while (readdir(entries))
        total++;
    rewinddir(entries);
    found = ARENA_ARRAY(mem, const char *, total);
    while (n < total && (entry = readdir(entries)))
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            found[n++] = str_zero(str_from(entry->d_name), mem);
    closedir(entries);
    qsort(found, n, sizeof *found, by_name);
    *names = found;
    *count = n;
    return true;
}
