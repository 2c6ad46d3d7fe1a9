/* The word lists of a run. */
#ifndef BAONOI_RUN_LISTS_H
#define BAONOI_RUN_LISTS_H

#include "run/options.h"
#include "words/lexicon.h"

/* Reads those in the folder of the voices, with the user's own over them, into
 * the last part of the arena, which is theirs from then on. Says on standard
 * error what of the user's own can't be used; false when a list is bad. */
bool lists_read(struct lexicon *lexicon, const struct options *options,
                const char *voices, struct arena *mem, struct error *err);

#endif
