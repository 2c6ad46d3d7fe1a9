/* The command line as options. */
#ifndef BAONOI_CLI_PARSE_H
#define BAONOI_CLI_PARSE_H

#include "cli/table.h"

/* Takes `--name value`, `--name=value`, `-n value`, `-nvalue`, bundled letters,
 * and `--`, in any order with the operands. The first operand may name the
 * command. ERROR_USAGE says what is wrong, and what was probably meant. */
bool parse_arguments(struct options *options, int argc, char **argv,
                     struct arena *mem, struct error *err);

#endif
