/* Memory that lies in a file: what an arena holds and is seldom looked at.
 *
 * It stays where it is, so pointers into it hold, and it may be changed; but a
 * page of it is in memory only from when it is looked at to the next rest. */
#ifndef BAONOI_BASE_DEPOT_H
#define BAONOI_BASE_DEPOT_H

#include "base/arena.h"
#include "base/error.h"

struct depot {
    char *start, *end; /* whole pages of the arena that lie in the file */
    int fd;            /* has no name; -1 while nothing lies there */
};

/* What is taken from `mem` after this may go there. */
void depot_begin(struct depot *depot, const struct arena *mem);

/* Puts away what was taken since, if it is worth it. False with ERROR_OUTPUT
 * when the disk is full. NULL is ignored here and below. */
bool depot_put(struct depot *depot, const struct arena *mem, struct error *err);

/* None of it is in memory until it is looked at. */
void depot_rest(const struct depot *depot);

/* What lay there is gone, and its place in the arena free for other things. */
void depot_end(struct depot *depot);

#endif
