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

/* An entry is a sum, and then what was kept. They lie in folders named by the
 * first digits of their keys. */
#define SHELF_DIGITS 2
#define SHELVES 256

#define COPY_BYTES (64 << 10)
#define ENTRY_MAX_BYTES ((int64_t)64 << 20)

#define SUM_FACTOR 0x9E3779B97F4A7C15U /* odd, its bits mixed */

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

/* Goes on with the bytes, eight at a time; only the last may be fewer. No step
 * loses anything: of two messages that differ in one word the sums differ. */
static uint64_t sum_more(uint64_t sum, str bytes)
{
    for (size_t at = 0; at < bytes.len; at += sizeof sum) {
        size_t left = bytes.len - at;
        uint64_t word = 0;

        memcpy(&word, bytes.s + at, left < sizeof word ? left : sizeof word);
        sum = (sum ^ word) * SUM_FACTOR;
        sum ^= sum >> 32;
    }
    return sum;
}

/* Bytes of a file. */
struct place {
    int fd;
    int64_t at;
};

/* Copies an entry's message in pieces, and sums up what it copied. What came to
 * another key's name has the wrong sum. It is against accidents: who may write
 * here needs no false sums. */
static bool copy(uint64_t *sum, struct place to, struct place from,
                 int64_t size, const struct hash *key)
{
    char piece[COPY_BYTES];
    uint64_t sum_so_far =
        sum_more((uint64_t)size, (str){(const char *)key, sizeof *key});

    for (int64_t at = 0; at < size; at += COPY_BYTES) {
        size_t part =
            size - at < COPY_BYTES ? (size_t)(size - at) : sizeof piece;

        if (!io_read_at(from.fd, piece, part, from.at + at) ||
            !io_write_at(to.fd, piece, part, to.at + at))
            return false;
        sum_so_far = sum_more(sum_so_far, (str){piece, part});
    }
    *sum = sum_so_far;
    return true;
}

bool cache_has(const struct cache *cache, const struct hash *key,
               struct arena tmp)
{
    return cache->folder && access(entry_path(cache, key, &tmp), R_OK) == 0;
}

bool cache_find(int64_t *size, const struct cache *cache,
                const struct hash *key, int file, int64_t at, struct arena tmp)
{
    uint64_t sum, told;
    const char *path;
    int64_t found;
    bool ok;
    int fd;

    if (!cache->folder)
        return false;
    path = entry_path(cache, key, &tmp);
    fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    found = lseek(fd, 0, SEEK_END) - (int64_t)sizeof told;
    ok = found >= 0 && found <= ENTRY_MAX_BYTES &&
         io_read_at(fd, &told, sizeof told, 0) &&
         copy(&sum, (struct place){file, at}, (struct place){fd, sizeof told},
              found, key) &&
         sum == told;
    close(fd);
    if (!ok)
        return false;
    utimensat(AT_FDCWD, path, NULL, 0);
    *size = found;
    return true;
}

void cache_keep(const struct cache *cache, const struct hash *key, int file,
                int64_t size, struct arena tmp)
{
    char hex[HASH_HEX_BYTES];
    struct error unkept;
    struct sink sink;
    uint64_t sum;

    if (!cache->folder)
        return;
    hash_hex(hex, key);
    if (!io_make_folder(shelf_path(cache, hex, &tmp), tmp, &unkept) ||
        !sink_open(&sink, entry_path(cache, key, &tmp), &tmp, &unkept))
        return;
    /* Not synced: a torn entry has the wrong sum. */
    if (copy(&sum, (struct place){sink.fd, sizeof sum}, (struct place){file, 0},
             size, key) &&
        io_write_at(sink.fd, &sum, sizeof sum, 0))
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
