/* How far the work is, on standard error, and whether it is to be stopped. */
#ifndef BAONOI_RUN_PROGRESS_H
#define BAONOI_RUN_PROGRESS_H

#include "base/progress.h"

struct meter {
    const char *name; /* of the article; NULL: of several */
    const char *unit; /* what is counted; NULL: sentences */
    bool quiet, terminal;
    bool streams; /* there is nothing to clean up: signals end it at once */
    bool started;
    double start_s, drawn_s; /* monotonic clock */
};

/* On a terminal a line that is redrawn, elsewhere a line at the start. From the
 * first report on, signals that end the program wait (cli/stop.h), but for a
 * stream. */
struct progress progress_of(struct meter *meter);

/* Leaves no trace of the redrawn line. */
void progress_end(const struct meter *meter);

#endif
