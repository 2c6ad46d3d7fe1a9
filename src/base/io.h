/* Files: read whole, or written so that they appear whole or not at all. */
#ifndef BAONOI_BASE_IO_H
#define BAONOI_BASE_IO_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"

/* A larger input is refused: no article is, and memory has an end. */
#define IO_INPUT_MAX_BYTES ((size_t)64 << 20)

/* What a message calls the input at this path. */
const char *io_input_name(const char *path);

/* All bytes of a file; "-" is standard input. ERROR_INPUT when it can't be
 * opened or read, is a folder, or is larger than IO_INPUT_MAX_BYTES. */
bool io_read_file(str *bytes, const char *path, struct arena *mem,
                  struct error *err);

/* Reads or writes all `size` bytes at `offset`; false and errno otherwise. */
bool io_read_at(int fd, void *bytes, size_t size, int64_t offset);
bool io_write_at(int fd, const void *bytes, size_t size, int64_t offset);

/* Copies `size` bytes from one place to another, in pieces; likewise. */
bool io_copy_at(int to, int64_t to_offset, int from, int64_t from_offset,
                int64_t size);

/* A file without a name, for what is too large for memory; it is gone with its
 * descriptor. It lies in `folder`, or in /tmp when that has no room for such
 * files. -1 and ERROR_OUTPUT when neither can hold one. */
int io_spool(const char *folder, struct error *err);

/* A file that is being written. It has no name, or a name of its own beside
 * the target, until sink_commit renames it; the old file stays whole until
 * then. The path "-" is standard output: the bytes are copied there at the
 * end, so that a format may seek while it writes. */
struct sink {
    int fd; /* to write with, and to seek: libsndfile does both */
    const char *path;
    const char *part; /* the name while writing; NULL while it has none */
    bool committed;
    bool exchanged; /* the part is the file that was there before */
    struct arena *mem;
};

bool sink_open(struct sink *sink, const char *path, struct arena *mem,
               struct error *err);
/* The same for a file that a folder is filled with: its own name for `part`
 * where there are no nameless files. */
bool sink_open_part(struct sink *sink, const char *path, const char *part,
                    struct arena *mem, struct error *err);
/* Gives it another hidden name; errno when that fails. */
bool sink_place(struct sink *sink, const char *path);
/* Standard output itself, for what is written once from start to end. */
bool sink_open_stream(struct sink *sink, struct error *err);
bool sink_write(struct sink *sink, const void *bytes, size_t size,
                struct error *err);
/* All written bytes reach the disk: fsync, with the error that it brings. */
bool sink_sync(struct sink *sink, struct error *err);
/* The file gets its name, over an older one. */
bool sink_commit(struct sink *sink, struct error *err);
/* Takes a commit back: the older file has its name again. Does nothing to a
 * file system that can't exchange two files (FAT, some network ones). */
void sink_undo(struct sink *sink);
/* Ends it; without a commit nothing is left of it. A zero sink is ignored. */
void sink_close(struct sink *sink);

bool io_is_folder(const char *path);

/* Makes a folder and those above it, where they are missing; ERROR_OUTPUT. */
bool io_make_folder(const char *path, struct arena tmp, struct error *err);

/* Waits until no other run changes names in the folder of `path`. Unlocking
 * also brings the names to the disk, where the file system can promise that. */
int io_lock_folder_of(const char *path, struct arena tmp);
void io_unlock_folder(int lock);

/* How hidden names end: of what is being written, and of what was put aside. */
#define IO_PART_SUFFIX "part"
#define IO_ASIDE_SUFFIX "old.part"

/* A hidden name beside `path`, unlike that of any other run. */
const char *io_hidden_name(const char *path, const char *suffix,
                           struct arena *mem);

/* Sets ERROR_OUTPUT with the reason in errno: "PATH: not written: REASON". */
bool io_not_written(const char *path, struct error *err);

#endif
