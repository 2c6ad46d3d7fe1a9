/* How far a long piece of work is, told to whoever waits for it. */
#ifndef BAONOI_BASE_PROGRESS_H
#define BAONOI_BASE_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

/* Called at least ten times a second while the work goes on; false stops it
 * (ERROR_STOPPED). */
struct progress {
    bool (*report)(void *context, size_t done, size_t total);
    void *context;
};

#endif
