/* The commands: each reads its options, calls the stages that it needs, and
 * says what came of it. */
#ifndef BAONOI_CLI_COMMAND_H
#define BAONOI_CLI_COMMAND_H

#include "cli/options.h"

bool command_make(const struct options *options, struct arena *mem,
                  struct error *err);
bool command_article(const struct options *options, struct arena *mem,
                     struct error *err);
bool command_text(const struct options *options, struct arena *mem,
                  struct error *err);
bool command_check(const struct options *options, struct arena *mem,
                   struct error *err);
bool command_voices(const struct options *options, struct arena *mem,
                    struct error *err);

/* The pages that the tables of options.h give. */
bool help_run(const struct options *options, struct arena *mem,
              struct error *err);
bool help_version(const struct options *options, struct arena *mem,
                  struct error *err);
bool manual_run(const struct options *options, struct arena *mem,
                struct error *err);
bool completion_run(const struct options *options, struct arena *mem,
                    struct error *err);

#endif
