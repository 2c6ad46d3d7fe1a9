/* What runs that were killed leave beside the files they wrote: hidden ones
 * (io_hidden_name), half written or put aside. */
#ifndef BAONOI_BASE_LEFTOVER_H
#define BAONOI_BASE_LEFTOVER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* `path`, or, when nothing is there, the file that was there until a run which
 * put it aside was killed. */
const char *leftover_or(const char *path, struct arena *mem);

/* A file or folder that was written. */
struct leftover {
    const char *path;
    bool aside; /* the older one was put aside meanwhile */
};

/* Removes what is left of these, all in one folder, which the caller has locked
 * (io_lock_folder_of). What a run still writes stays: it holds a lock on it. */
void leftover_sweep(const struct leftover *written, size_t count,
                    struct arena tmp);

#endif
