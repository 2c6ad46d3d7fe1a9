/* Where the program's data and the user's own are: the only file that knows
 * the environment. */
#ifndef BAONOI_RUN_PATHS_H
#define BAONOI_RUN_PATHS_H

#include "run/options.h"

/* The folder of the voices: that of --voices, of BAONOI_VOICES, beside the
 * program, or where it was installed. ERROR_USAGE when it is in none. */
bool paths_voices(const char **folder, const struct options *options,
                  struct arena *mem, struct error *err);

/* The folder of the word lists inside that of the voices. */
const char *paths_words(const char *voices, struct arena *mem);

/* The word lists that lie over them, the topmost last: the user's own, then
 * those of --lexicon. */
struct texts paths_lexicons(const struct options *options, struct arena *mem);

/* The folder of the take cache; NULL when there is to be none. */
const char *paths_cache(const struct options *options, struct arena *mem);

/* Whether a line can be redrawn on standard error. */
bool paths_terminal(void);

#endif
