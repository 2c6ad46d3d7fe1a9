/* Editions made at the same time, each in a child of its own. */
#ifndef BAONOI_RUN_MANY_H
#define BAONOI_RUN_MANY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"

struct many {
    size_t count; /* of editions */
    size_t jobs;  /* made at a time */
    bool quiet;   /* no progress on a terminal */
    /* Makes one, in its child; what it prints is printed when all before it
     * have been printed, as if one were made after the other. */
    bool (*make)(void *context, size_t which, struct arena mem,
                 struct error *err);
    /* Told of each in this order; `failure` when `make` was false. False ends
     * the work. */
    bool (*made)(void *context, size_t which, const struct error *failure);
    void *context;
};

/* False when `made` said so, or with ERROR_STOPPED when the user did. */
bool many_make(const struct many *many, struct arena *mem, struct error *err);

#endif
