/* Takes that were made before, by what they were made from. */
#include "sound/cache.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/io.h"

/* Entries lie in folders named by the first digits of their keys. */
#define SHELF_DIGITS 2
#define SHELVES 256

static char *shelf_path(const struct cache *cache, const char *hex,
                        struct arena *mem)
{
    struct buf path = {.mem = mem};

    buf_format(&path, "%s/%.*s%c", cache->folder, SHELF_DIGITS, hex, '\0');
    return path.s;
}

static char *entry_path(const struct cache *cache, const struct hash *key,
                        struct arena *mem)
{
    char hex[HASH_HEX_BYTES];
    struct buf path = {.mem = mem};

    hash_hex(hex, key);
    buf_format(&path, "%s/%s%c", shelf_path(cache, hex, mem),
               hex + SHELF_DIGITS, '\0');
    return path.s;
}

/* An entry begins with it; what came to another key's name has the wrong one.
 */
static struct hash sum_of(const struct hash *key, str message)
{
    struct hash both[2] = {*key, hash_of(message)};

    return hash_of((str){(const char *)both, sizeof both});
}

bool cache_find(str *message, const struct cache *cache, const struct hash *key,
                struct arena *mem)
{
    struct arena before = *mem;
    struct error unread;
    struct hash sum;
    const char *path;
    str file;

    if (!cache->folder)
        return false;
    path = entry_path(cache, key, mem);
    if (!io_read_file(&file, path, mem, &unread) || file.len < HASH_BYTES)
        goto missing;
    *message = str_skip(file, HASH_BYTES);
    sum = sum_of(key, *message);
    if (memcmp(sum.bytes, file.s, HASH_BYTES) != 0)
        goto missing;
    utimensat(AT_FDCWD, path, NULL, 0);
    return true;
missing:
    *mem = before;
    return false;
}

void cache_keep(const struct cache *cache, const struct hash *key, str message,
                struct arena mem)
{
    char hex[HASH_HEX_BYTES];
    struct error unkept;
    struct sink sink;
    struct hash sum;

    if (!cache->folder)
        return;
    sum = sum_of(key, message);
    hash_hex(hex, key);
    if (!io_make_folder(shelf_path(cache, hex, &mem), mem, &unkept) ||
        !sink_open(&sink, entry_path(cache, key, &mem), &mem, &unkept))
        return;
    /* Not synced: a torn entry has the wrong sum. */
    if (sink_write(&sink, sum.bytes, sizeof sum.bytes, &unkept) &&
        sink_write(&sink, message.s, message.len, &unkept))
        sink_commit(&sink, &unkept);
    sink_close(&sink);
}

/* ---- trimming ----------------------------------------------------------- */

struct entry {
    char *path;
    uint64_t size_bytes;
    struct timespec used;
};

struct inventory {
    struct buf entries; /* of struct entry */
    uint64_t total_bytes;
    struct arena *names;
};

static void look_at_shelf(struct inventory *all, const char *shelf)
{
    DIR *files = opendir(shelf);
    struct dirent *file;

    if (!files)
        return;
    while ((file = readdir(files))) {
        struct buf path = {.mem = all->names};
        struct stat info;
        struct entry entry;

        buf_format(&path, "%s/%s%c", shelf, file->d_name, '\0');
        if (stat(path.s, &info) != 0 || !S_ISREG(info.st_mode))
            continue;
        entry = (struct entry){path.s, (uint64_t)info.st_size, info.st_mtim};
        buf_add(&all->entries, (str){(char *)&entry, sizeof entry});
        all->total_bytes += entry.size_bytes;
    }
    closedir(files);
}

static int by_age(const void *a, const void *b)
{
    const struct timespec *x = &((const struct entry *)a)->used;
    const struct timespec *y = &((const struct entry *)b)->used;

    if (x->tv_sec != y->tv_sec)
        return x->tv_sec < y->tv_sec ? -1 : 1;
    return (x->tv_nsec > y->tv_nsec) - (x->tv_nsec < y->tv_nsec);
}

void cache_trim(const struct cache *cache, struct arena mem)
{
    struct arena names = {mem.next, mem.next + (mem.end - mem.next) / 2};
    struct inventory all = {.names = &names};
    struct entry *entries;
    size_t count;

    if (!cache->folder)
        return;
    mem.next = names.end;
    all.entries.mem = &mem;
    for (unsigned i = 0; i < SHELVES; i++) {
        char hex[HASH_HEX_BYTES];

        snprintf(hex, sizeof hex, "%02x", i);
        look_at_shelf(&all, shelf_path(cache, hex, &names));
    }
    entries = (struct entry *)(void *)all.entries.s;
    count = all.entries.len / sizeof *entries;
    if (all.total_bytes <= cache->limit_bytes)
        return;
    qsort(entries, count, sizeof *entries, by_age);
    for (size_t i = 0; i < count && all.total_bytes > cache->limit_bytes; i++)
        if (unlink(entries[i].path) == 0)
            all.total_bytes -= entries[i].size_bytes;
}
