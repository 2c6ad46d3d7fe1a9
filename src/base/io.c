/* Files: read whole, or written so that they appear whole or not at all. */
#include "base/io.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define READ_BYTES ((size_t)64 << 10)
#define FILE_MODE 0666
#define FOLDER_MODE 0777

static bool is_standard(const char *path)
{
    return strcmp(path, "-") == 0;
}

/* ---- reading ------------------------------------------------------------ */

/* What a file says of its own length; pipes say nothing. */
static size_t size_hint(int fd)
{
    struct stat info;

    if (fstat(fd, &info) != 0 || info.st_size <= 0 ||
        (uint64_t)info.st_size > IO_INPUT_MAX_BYTES)
        return 0;
    return (size_t)info.st_size + 1; /* one more, to see its end */
}

static bool read_all(str *bytes, int fd, const char *name, struct arena *mem,
                     struct error *err)
{
    struct buf all = {.mem = mem, .cap = size_hint(fd)};
    ssize_t got;

    if (all.cap > 0) { /* extended, as what is taken is written with zeros */
        all.s = arena_take(mem, 1, 1, _Alignof(max_align_t));
        if (!arena_extend(mem, all.s, 1, all.cap))
            all.s = arena_take(mem, all.cap, 1, _Alignof(max_align_t));
    }
    for (;;) {
        if (all.cap == all.len)
            buf_reserve(&all, READ_BYTES);
        got = read(fd, all.s + all.len, all.cap - all.len);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        all.len += (size_t)got;
        if (all.len > IO_INPUT_MAX_BYTES)
            return error_set(err, ERROR_INPUT, "%s: larger than %zu MiB", name,
                             IO_INPUT_MAX_BYTES >> 20);
    }
    if (got < 0)
        return error_set(err, ERROR_INPUT, "%s: not read: %s", name,
                         strerror(errno));
    *bytes = buf_str(&all);
    return true;
}

const char *io_input_name(const char *path)
{
    return is_standard(path) ? "standard input" : path;
}

bool io_read_file(str *bytes, const char *path, struct arena *mem,
                  struct error *err)
{
    int fd;
    bool ok;

    if (is_standard(path))
        return read_all(bytes, STDIN_FILENO, io_input_name(path), mem, err);
    fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return error_set(err, ERROR_INPUT, "%s: not read: %s", path,
                         strerror(errno));
    ok = read_all(bytes, fd, path, mem, err);
    close(fd);
    return ok;
}

bool io_read_at(int fd, void *bytes, size_t size, int64_t offset)
{
    char *to = bytes;

    while (size > 0) {
        ssize_t got = pread(fd, to, size, offset);

        if (got < 0 && errno == EINTR)
            continue;
        if (got == 0)
            errno = EIO;
        if (got <= 0)
            return false;
        to += got;
        size -= (size_t)got;
        offset += got;
    }
    return true;
}

bool io_write_at(int fd, const void *bytes, size_t size, int64_t offset)
{
    const char *from = bytes;

    while (size > 0) {
        ssize_t put = pwrite(fd, from, size, offset);

        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return false;
        from += put;
        size -= (size_t)put;
        offset += put;
    }
    return true;
}

bool io_copy_at(int to, int64_t to_offset, int from, int64_t from_offset,
                int64_t size)
{
    char piece[READ_BYTES];

    for (int64_t at = 0; at < size;) {
        size_t part = size - at < (int64_t)sizeof piece ? (size_t)(size - at)
                                                        : sizeof piece;

        if (!io_read_at(from, piece, part, from_offset + at) ||
            !io_write_at(to, piece, part, to_offset + at))
            return false;
        at += (int64_t)part;
    }
    return true;
}

/* ---- writing ------------------------------------------------------------ */

bool io_not_written(const char *path, struct error *err)
{
    return error_set(err, ERROR_OUTPUT, "%s: not written: %s",
                     is_standard(path) ? "standard output" : path,
                     strerror(errno));
}

int io_spool(const char *folder, struct error *err)
{
    char name[] = "/tmp/baonoi-XXXXXX";
    int fd = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

    if (fd >= 0)
        return fd;
    fd = mkostemp(name, O_CLOEXEC);
    if (fd >= 0)
        unlink(name);
    else
        error_set(err, ERROR_OUTPUT, "/tmp: no room for a temporary file: %s",
                  strerror(errno));
    return fd;
}

/* The folder that `path` stands in. */
static const char *folder_of(const char *path, struct arena *mem)
{
    const char *slash = strrchr(path, '/');

    if (!slash)
        return ".";
    if (slash == path)
        return "/";
    return str_zero((str){path, (size_t)(slash - path)}, mem);
}

const char *io_hidden_name(const char *path, const char *suffix,
                           struct arena *mem)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    struct buf hidden = {.mem = mem};

    buf_format(&hidden, "%.*s.%s.%ld.%s%c", (int)(name - path), path, name,
               (long)getpid(), suffix, '\0');
    return hidden.s;
}

bool sink_open_part(struct sink *sink, const char *path, const char *part,
                    struct arena *mem, struct error *err)
{
    struct sink opened = {.path = path, .mem = mem};

    opened.fd =
        open(folder_of(part, mem), O_TMPFILE | O_RDWR | O_CLOEXEC, FILE_MODE);
    if (opened.fd < 0) { /* FAT and some network file systems have none */
        opened.part = part;
        opened.fd =
            open(part, O_CREAT | O_TRUNC | O_RDWR | O_CLOEXEC, FILE_MODE);
        if (opened.fd >= 0) /* tells others that it is in work */
            flock(opened.fd, LOCK_EX | LOCK_NB);
    }
    if (opened.fd < 0)
        return io_not_written(path, err);
    *sink = opened;
    return true;
}

bool sink_open(struct sink *sink, const char *path, struct arena *mem,
               struct error *err)
{
    struct sink opened = {.fd = -1, .path = path, .mem = mem};
    struct stat old;

    if (is_standard(path)) {
        opened.fd = io_spool("/tmp", err);
        if (opened.fd < 0)
            return false;
        *sink = opened;
        return true;
    }
    if (stat(path, &old) == 0 && S_ISDIR(old.st_mode)) {
        errno = EISDIR;
        return io_not_written(path, err);
    }
    return sink_open_part(sink, path, io_hidden_name(path, IO_PART_SUFFIX, mem),
                          mem, err);
}

bool sink_open_stream(struct sink *sink, struct error *err)
{
    struct sink opened = {.fd = dup(STDOUT_FILENO), .path = "-"};

    if (opened.fd < 0)
        return io_not_written(opened.path, err);
    *sink = opened;
    return true;
}

static bool write_all(int fd, const char *bytes, size_t size)
{
    while (size > 0) {
        ssize_t put = write(fd, bytes, size);

        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return false;
        bytes += put;
        size -= (size_t)put;
    }
    return true;
}

bool sink_write(struct sink *sink, const void *bytes, size_t size,
                struct error *err)
{
    return write_all(sink->fd, bytes, size) || io_not_written(sink->path, err);
}

bool sink_sync(struct sink *sink, struct error *err)
{
    return is_standard(sink->path) || fsync(sink->fd) == 0 ||
           io_not_written(sink->path, err);
}

/* What was written, from its start, to standard output. */
static bool copy_out(struct sink *sink, struct error *err)
{
    char piece[READ_BYTES];
    off_t size = lseek(sink->fd, 0, SEEK_END);

    for (off_t at = 0; at < size;) {
        size_t part = size - at < (off_t)sizeof piece ? (size_t)(size - at)
                                                      : sizeof piece;

        if (!io_read_at(sink->fd, piece, part, at) ||
            !write_all(STDOUT_FILENO, piece, part))
            return io_not_written(sink->path, err);
        at += (off_t)part;
    }
    return true;
}

bool sink_place(struct sink *sink, const char *path)
{
    struct buf self = {.mem = sink->mem};
    bool ok;

    if (sink->part) {
        ok = rename(sink->part, path) == 0;
    } else {
        buf_format(&self, "/proc/self/fd/%d%c", sink->fd, '\0');
        unlink(path);
        ok = linkat(AT_FDCWD, self.s, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0;
    }
    if (ok)
        sink->part = path;
    return ok;
}

bool sink_commit(struct sink *sink, struct error *err)
{
    if (is_standard(sink->path))
        return copy_out(sink, err);
    if (!sink->part &&
        !sink_place(sink,
                    io_hidden_name(sink->path, IO_PART_SUFFIX, sink->mem)))
        return io_not_written(sink->path, err);
    sink->exchanged = renameat2(AT_FDCWD, sink->part, AT_FDCWD, sink->path,
                                RENAME_EXCHANGE) == 0;
    if (!sink->exchanged && rename(sink->part, sink->path) != 0)
        return io_not_written(sink->path, err);
    sink->committed = true;
    return true;
}

void sink_undo(struct sink *sink)
{
    if (sink->exchanged && renameat2(AT_FDCWD, sink->part, AT_FDCWD, sink->path,
                                     RENAME_EXCHANGE) == 0)
        sink->committed = sink->exchanged = false;
}

void sink_close(struct sink *sink)
{
    if (!sink->path)
        return;
    if (sink->part && (!sink->committed || sink->exchanged))
        unlink(sink->part);
    close(sink->fd);
    *sink = (struct sink){0};
}

int io_lock_folder_of(const char *path, struct arena tmp)
{
    int lock = open(folder_of(path, &tmp), O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    while (lock >= 0 && flock(lock, LOCK_EX) != 0 && errno == EINTR)
        continue;
    return lock;
}

void io_unlock_folder(int lock)
{
    if (lock >= 0) {
        fsync(lock);
        close(lock);
    }
}

bool io_is_folder(const char *path)
{
    struct stat what;

    return stat(path, &what) == 0 && S_ISDIR(what.st_mode);
}

bool io_make_folder(const char *path, struct arena tmp, struct error *err)
{
    char *part = str_zero(str_from(path), &tmp);

    for (size_t i = 1; i <= strlen(path); i++) {
        struct stat there;

        if (path[i] != '/' && path[i] != '\0')
            continue;
        part[i] = '\0';
        if (mkdir(part, FOLDER_MODE) != 0 &&
            (stat(part, &there) != 0 || !S_ISDIR(there.st_mode)))
            return error_set(err, ERROR_OUTPUT, "%s: not made: %s", part,
                             strerror(errno));
        part[i] = path[i];
    }
    return true;
}
