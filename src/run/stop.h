/* Signals that end the program, held back until it has cleaned up. */
#ifndef BAONOI_RUN_STOP_H
#define BAONOI_RUN_STOP_H

#include <stdbool.h>

/* From the start: a broken pipe or a file size limit is an error of the write
 * that met it. */
void stop_begin(void);

/* From here on SIGINT, SIGTERM and SIGHUP wait, unless they were ignored. */
void stop_defer(void);

/* Whether one of them waits. */
bool stop_wanted(void);

/* Lets them through: when one waits, or SIGPIPE, the program ends here by it,
 * as the shell expects (130, 143, 141). */
void stop_obey(void);

#endif
