/* Files in one ZIP, as books are packed: the same files give the same bytes. */
#ifndef BAONOI_ACCESS_PACK_H
#define BAONOI_ACCESS_PACK_H

#include "base/io.h"

/* What is to be packed lies in a spool, one file behind the other: only its
 * names are in memory. */
struct pack {
    struct sink spool;
    struct packed *files;
    size_t count, room;
    struct arena *mem;
};

/* `path` is that of the archive, for messages. ERROR_OUTPUT. */
bool pack_open(struct pack *pack, const char *path, struct arena *mem,
               struct error *err);

/* The next file of the archive: what is written to pack->spool until another
 * is begun. Names and what they need come from pack->mem. A file that is
 * compressed already is stored as it is. */
void pack_begin(struct pack *pack, const char *name, bool stored);

/* A whole text as the next file. */
bool pack_text(struct pack *pack, const char *name, str text,
               struct error *err);

/* Writes the archive (APPNOTE 6.3, ZIP64 where it must be), its files in their
 * order, all of 1980-01-01 00:00. */
bool pack_write(struct pack *pack, struct sink *sink, struct error *err);

void pack_close(struct pack *pack);

/* libzip can be loaded; else ERROR_INTERNAL, which begins with `what`. */
bool pack_ready(const char *what, struct error *err);

/* The archive is whole, every file has its sum, and the first is called so. */
bool pack_verify(const char *path, const char *first);

#endif
