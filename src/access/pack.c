/* Files in one ZIP, by libzip. */
#include "access/pack.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

#include "base/late.h"

#define ROOM_FIRST 16
#define DEFLATE_LEVEL 9
#define DOS_DATE (1 << 5 | 1) /* the first day that ZIP knows */
#define DOS_TIME 0
#define READ_BYTES 65536

#define CALLS(f)                                                               \
    f(zip_source_function) f(zip_source_function_create) f(zip_source_free)    \
        f(zip_source_make_command_bitmap) f(zip_source_seek_compute_offset)    \
            f(zip_error_set) f(zip_error_to_data) f(zip_stat_init) f(zip_open) \
                f(zip_open_from_source) f(zip_file_add)                        \
                    f(zip_file_set_dostime) f(zip_set_file_compression)        \
                        f(zip_close) f(zip_discard) f(zip_strerror)            \
                            f(zip_get_num_entries) f(zip_get_name)             \
                                f(zip_fopen_index) f(zip_fread) f(zip_fclose)
LATE_LIBRARY(zip_calls, LATE_ZIP, CALLS)

/* A file of the archive: a stretch of the spool. */
struct packed {
    const char *name;
    int64_t start, end;
    bool stored;
};

/* What libzip reads or writes: a stretch of an open file. */
struct piece {
    const struct zip_calls *lib;
    int fd;
    int64_t start, size;
    int64_t at; /* from the start; where it reads, or writes */
    zip_error_t error;
};

bool pack_open(struct pack *pack, const char *path, struct arena *mem,
               struct error *err)
{
    *pack = (struct pack){.mem = mem};
    pack->spool.fd = io_spool("/var/tmp", err);
    if (pack->spool.fd < 0)
        return false;
    pack->spool.path = path;
    return true;
}

/* The file that was begun last ends here. */
static int64_t end_last(struct pack *pack)
{
    int64_t end = lseek(pack->spool.fd, 0, SEEK_END);

    if (pack->count > 0)
        pack->files[pack->count - 1].end = end;
    return end;
}

void pack_begin(struct pack *pack, const char *name, bool stored)
{
    int64_t start = end_last(pack);
    struct packed *files;

    if (pack->count == pack->room) {
        pack->room = pack->room > 0 ? 2 * pack->room : ROOM_FIRST;
        files = ARENA_ARRAY(pack->mem, struct packed, pack->room);
        if (pack->count > 0)
            memcpy(files, pack->files, pack->count * sizeof *files);
        pack->files = files;
    }
    pack->files[pack->count++] = (struct packed){
        .name = str_zero(str_from(name), pack->mem),
        .start = start,
        .stored = stored,
    };
}

bool pack_text(struct pack *pack, const char *name, str text, struct error *err)
{
    pack_begin(pack, name, false);
    return sink_write(&pack->spool, text.s, text.len, err);
}

static zip_int64_t fail(struct piece *file, int kind)
{
    file->lib->zip_error_set(&file->error, kind, errno);
    return -1;
}

static zip_int64_t tell_size(const struct piece *file, void *data)
{
    zip_stat_t *about = data;

    file->lib->zip_stat_init(about);
    about->valid = ZIP_STAT_SIZE;
    about->size = (zip_uint64_t)file->size;
    return sizeof *about;
}

/* libzip reads a file of the spool, from its start to its end. */
static zip_int64_t read_part(void *context, void *data, zip_uint64_t size,
                             zip_source_cmd_t command)
{
    struct piece *file = context;
    zip_uint64_t left = (zip_uint64_t)(file->size - file->at);

    switch ((int)command) {
    case ZIP_SOURCE_OPEN:
        file->at = 0;
        return 0;
    case ZIP_SOURCE_READ:
        size = size < left ? size : left;
        if (!io_read_at(file->fd, data, size, file->start + file->at))
            return fail(file, ZIP_ER_READ);
        file->at += (int64_t)size;
        return (zip_int64_t)size;
    case ZIP_SOURCE_STAT:
        return tell_size(file, data);
    case ZIP_SOURCE_ERROR:
        return file->lib->zip_error_to_data(&file->error, data, size);
    case ZIP_SOURCE_SUPPORTS:
        return file->lib->zip_source_make_command_bitmap(
            ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
            ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
    default:
        return 0;
    }
}

/* libzip writes the archive, which has nothing in it before. */
static zip_int64_t write_whole(void *context, void *data, zip_uint64_t size,
                               zip_source_cmd_t command)
{
    struct piece *file = context;
    zip_int64_t to;

    switch ((int)command) {
    case ZIP_SOURCE_WRITE:
        if (!io_write_at(file->fd, data, size, file->at))
            return fail(file, ZIP_ER_WRITE);
        file->at += (int64_t)size;
        file->size = file->at > file->size ? file->at : file->size;
        return (zip_int64_t)size;
    case ZIP_SOURCE_SEEK_WRITE:
        to = file->lib->zip_source_seek_compute_offset(
            (zip_uint64_t)file->at, (zip_uint64_t)file->size, data, size,
            &file->error);
        file->at = to >= 0 ? to : file->at;
        return to >= 0 ? 0 : -1;
    case ZIP_SOURCE_TELL_WRITE:
        return file->at;
    case ZIP_SOURCE_SUPPORTS:
        return file->lib->zip_source_make_command_bitmap(
            ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
            ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL,
            ZIP_SOURCE_BEGIN_WRITE, ZIP_SOURCE_COMMIT_WRITE,
            ZIP_SOURCE_ROLLBACK_WRITE, ZIP_SOURCE_WRITE, ZIP_SOURCE_SEEK_WRITE,
            ZIP_SOURCE_TELL_WRITE, ZIP_SOURCE_REMOVE, -1);
    case ZIP_SOURCE_STAT:
        return tell_size(file, data);
    case ZIP_SOURCE_ERROR:
        return file->lib->zip_error_to_data(&file->error, data, size);
    default:
        return 0;
    }
}

static bool add_file(zip_t *zip, const struct packed *packed,
                     struct piece *part)
{
    const struct zip_calls *lib = part->lib;
    zip_source_t *source = lib->zip_source_function(zip, read_part, part);
    zip_int64_t index;

    if (!source)
        return false;
    index = lib->zip_file_add(zip, packed->name, source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        lib->zip_source_free(source);
        return false;
    }
    return lib->zip_file_set_dostime(zip, (zip_uint64_t)index, DOS_TIME,
                                     DOS_DATE, 0) == 0 &&
           lib->zip_set_file_compression(
               zip, (zip_uint64_t)index,
               packed->stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE,
               packed->stored ? 0 : DEFLATE_LEVEL) == 0;
}

static zip_t *open_target(struct piece *target)
{
    const struct zip_calls *lib = target->lib;
    zip_source_t *source =
        lib->zip_source_function_create(write_whole, target, NULL);
    zip_t *zip = NULL;

    if (source)
        zip =
            lib->zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, NULL);
    if (source && !zip)
        lib->zip_source_free(source);
    return zip;
}

bool pack_write(struct pack *pack, struct sink *sink, struct error *err)
{
    struct zip_calls lib;
    struct piece target = {.lib = &lib, .fd = sink->fd};
    struct piece *parts = ARENA_ARRAY(pack->mem, struct piece, pack->count);
    zip_t *zip;
    bool ok;

    if (!zip_calls_load(&lib, sink->path, err))
        return false;
    zip = open_target(&target);
    ok = zip != NULL;
    end_last(pack);
    for (size_t i = 0; ok && i < pack->count; i++) {
        const struct packed *file = &pack->files[i];

        parts[i] = (struct piece){.lib = &lib,
                                  .fd = pack->spool.fd,
                                  .start = file->start,
                                  .size = file->end - file->start};
        ok = add_file(zip, file, &parts[i]);
    }
    if (ok && lib.zip_close(zip) == 0)
        return true;
    if (zip)
        error_set(err, ERROR_OUTPUT, "%s: not written: %s", sink->path,
                  lib.zip_strerror(zip));
    else
        error_set(err, ERROR_INTERNAL, "libzip: no archive");
    if (zip)
        lib.zip_discard(zip);
    return false;
}

void pack_close(struct pack *pack)
{
    if (pack->mem && pack->spool.fd >= 0)
        close(pack->spool.fd);
    *pack = (struct pack){0};
}

bool pack_ready(const char *what, struct error *err)
{
    struct zip_calls lib;

    return zip_calls_load(&lib, what, err);
}

/* libzip checks the sum at the end of a file. */
static bool has_its_sum(const struct zip_calls *lib, zip_t *zip,
                        zip_uint64_t index)
{
    zip_file_t *file = lib->zip_fopen_index(zip, index, 0);
    char piece[READ_BYTES];
    zip_int64_t got;

    if (!file)
        return false;
    do
        got = lib->zip_fread(file, piece, sizeof piece);
    while (got > 0);
    lib->zip_fclose(file);
    return got == 0;
}

bool pack_verify(const char *path, const char *first)
{
    struct zip_calls lib;
    struct error none;
    const char *name = NULL;
    zip_int64_t count = 0;
    zip_t *zip;
    bool ok;

    if (!zip_calls_load(&lib, path, &none))
        return false;
    zip = lib.zip_open(path, ZIP_RDONLY | ZIP_CHECKCONS, NULL);
    if (zip)
        count = lib.zip_get_num_entries(zip, 0);
    if (count > 0)
        name = lib.zip_get_name(zip, 0, 0);
    ok = name && strcmp(name, first) == 0;
    for (zip_int64_t i = 0; ok && i < count; i++)
        ok = has_its_sum(&lib, zip, (zip_uint64_t)i);
    if (zip)
        lib.zip_discard(zip);
    return ok;
}
