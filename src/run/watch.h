/* A folder whose files are handed over as they come (inotify(7)). */
#ifndef BAONOI_RUN_WATCH_H
#define BAONOI_RUN_WATCH_H

#include "run/options.h"

struct watch {
    const char *folder;
    /* Gets paths of regular files, in order of their names: once those that
     * are there, then `changed` ones, written or moved there since they were
     * handed over last. One may be handed over again. False ends it. */
    bool (*found)(void *context, const struct texts *files, bool changed,
                  struct arena mem, struct error *err);
    void *context;
};

/* Goes on until `found` says no, the folder goes away (ERROR_INPUT), or a
 * signal ends the program: one that comes while nothing is to be done ends it
 * at once. Hidden files and those of editors and downloads at work are left
 * alone. */
bool watch_run(const struct watch *watch, struct arena *mem, struct error *err);

#endif
