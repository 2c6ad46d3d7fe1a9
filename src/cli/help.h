/* What --help and the manual page say of an option. */
#ifndef BAONOI_CLI_HELP_H
#define BAONOI_CLI_HELP_H

#include "base/str.h"
#include "cli/options.h"

/* Its help text with the values it takes, NUL-terminated. */
void help_option(struct buf *out, const struct option *option);

#endif
