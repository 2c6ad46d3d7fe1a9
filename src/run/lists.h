/* The word lists of a run, read by a thread while other things are made ready.
 */
#ifndef BAONOI_RUN_LISTS_H
#define BAONOI_RUN_LISTS_H

#include "run/options.h"
#include "words/lexicon.h"

struct lists;

/* Starts to read those in the folder of the voices, with the user's own over
 * them, into a part of the arena. They are to be waited for before the program
 * ends or forks. */
struct lists *lists_begin(const struct options *options, const char *voices,
                          struct arena *mem);

/* Waits for `lists`, as often as one likes. Says on standard error what of the
 * user's own can't be used; NULL when a list is bad. */
const struct lexicon *lists_wait(void *lists, struct error *err);

#endif
