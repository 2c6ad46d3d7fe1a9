/* baonoi feed: finished editions as a podcast. */
#include <stdio.h>

#include "command/command.h"
#include "podcast/feed.h"

static void tell(void *context, const char *path, const char *what)
{
    const struct options *options = context;

    if (!options->quiet)
        fprintf(stderr, "%s: %s\n", path, what);
}

bool command_feed(const struct options *options, struct arena *mem,
                  struct error *err)
{
    struct options context = *options;
    const struct episodes_report report = {tell, &context};
    const char *folder = options->operands.items[0];
    struct feed_result result;

    if (!options->config)
        return error_set(err, ERROR_USAGE,
                         "feed: --config FILE is missing: what the podcast is "
                         "called, and where it will be");
    if (!feed_write(&result, folder, options->config, &report, mem, err))
        return false;
    if (options->quiet)
        return true;
    fprintf(stderr, "%s: %zu episode%s", result.paths[0], result.episodes,
            result.episodes == 1 ? "" : "s");
    if (result.editions > result.episodes)
        fprintf(stderr, " of %zu", result.editions);
    fputs(result.changed ? "\n" : ", as it was\n", stderr);
    return true;
}
