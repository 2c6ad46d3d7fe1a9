/* The files of an edition: written together, the manifest last. */
#ifndef BAONOI_OUTPUT_OUTPUT_H
#define BAONOI_OUTPUT_OUTPUT_H

#include "base/hash.h"
#include "format/format.h"

struct output_file {
    const struct format *format;
    const char *path;
    const char *name; /* the end of the path, as the manifest tells it */
    uint64_t size_bytes;
    char sha256[HASH_HEX_BYTES];
};

struct output_files {
    struct output_file *files;
    size_t count;
    const char *manifest; /* path; NULL when there is none */
};

/* Where the manifest of the edition `base` stands; NULL for standard output. */
const char *output_manifest(const char *base, struct arena *mem);

/* The same, or where a run that was killed has put the one that stood there. */
const char *output_last_manifest(const char *base, struct arena *mem);

/* Whether the files can be made at all, and there, before any work is done on
 * them. */
bool output_try(const char *base, const struct edition *edition,
                struct arena tmp, struct error *err);

/* Renders every format of the edition to `base` + its suffix, a file or a
 * folder of files, and the manifest to `base`.json; the names appear only after
 * every byte has reached the disk, the manifest's last. `base` "-" sends the
 * only format, one of a file, to standard output. */
bool output_write(struct output_files *files, const char *base,
                  const struct edition *edition, struct arena *mem,
                  struct error *err);

/* Sends a format that streams to standard output while the edition's takes are
 * still being made. */
bool output_stream(const struct format *format, const struct edition *edition,
                   struct arena mem, struct error *err);

#endif
