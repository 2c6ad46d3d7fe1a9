/* Verifies finished files against the manifest of their edition. */
#ifndef BAONOI_OUTPUT_CHECK_H
#define BAONOI_OUTPUT_CHECK_H

#include "base/arena.h"
#include "base/error.h"

/* Hears one line for each file looked at; `good` is false for a fault. */
struct check_report {
    void (*line)(void *context, bool good, const char *path, const char *what);
    void *context;
};

/* `path` is a manifest, an audio file beside its manifest, or a folder with
 * editions in it. False with ERROR_INPUT when anything is wrong or there is
 * nothing to check, ERROR_INTERNAL when nothing is, but a library is missing
 * that some file can't be verified without; every file is looked at before. */
bool check_path(const char *path, const struct check_report *report,
                struct arena *mem, struct error *err);

#endif
