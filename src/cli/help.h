/* What --help and the manual page say of an option. */
#ifndef BAONOI_CLI_HELP_H
#define BAONOI_CLI_HELP_H

#include "base/str.h"
#include "cli/table.h"

/* Its help text with the values it takes, NUL-terminated. */
void help_option(struct buf *out, const struct option *option);

/* The pages that the tables of table.h give. */
bool help_run(const struct options *options, struct arena *mem,
              struct error *err);
bool help_version(const struct options *options, struct arena *mem,
                  struct error *err);
bool manual_run(const struct options *options, struct arena *mem,
                struct error *err);
bool completion_run(const struct options *options, struct arena *mem,
                    struct error *err);

#endif
