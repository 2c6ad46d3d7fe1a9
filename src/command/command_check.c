/* baonoi check: editions against their manifests. */
#include <stdio.h>

#include "command/command.h"
#include "output/check.h"

static void print_line(void *context, bool good, const char *path,
                       const char *what)
{
    const struct options *options = context;

    if (!good || !options->quiet)
        printf("%s: %s: %s\n", good ? "good" : "bad", path, what);
}

bool command_check(const struct options *options, struct arena *mem,
                   struct error *err)
{
    struct options context = *options;
    const struct check_report report = {print_line, &context};
    bool ok = true;

    for (size_t i = 0; i < options->operands.count; i++) {
        struct arena tmp = *mem;

        ok = check_path(options->operands.items[i], &report, &tmp, err) && ok;
    }
    return ok;
}
