/* The word lists of a run. */
#include "run/lists.h"

#include <stdio.h>

#include "run/paths.h"

#define ARENA_SHARE 4 /* of what is left they get this part */

static void tell_skipped(const struct lexicon *lexicon)
{
    for (size_t i = 0; i < lexicon->list_count; i++)
        if (lexicon->lists[i].fault_count > 0)
            fprintf(stderr,
                    "%s: %zu of its words can't be said, and are read without "
                    "it: baonoi lexicon check lists them\n",
                    lexicon->lists[i].file, lexicon->lists[i].fault_count);
}

bool lists_read(struct lexicon *lexicon, const struct options *options,
                const char *voices, struct arena *mem, struct error *err)
{
    const char *folder = paths_words(voices, mem);
    struct texts overlays = paths_lexicons(options, mem);
    struct arena own = arena_split(mem, ARENA_SHARE);

    if (!lexicon_load(lexicon, folder, overlays.items, overlays.count, &own,
                      err))
        return false;
    if (!options->quiet)
        tell_skipped(lexicon);
    return true;
}
