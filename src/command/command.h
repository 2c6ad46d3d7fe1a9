/* The commands: each reads its options, calls the stages that it needs, and
 * says what came of it. */
#ifndef BAONOI_COMMAND_COMMAND_H
#define BAONOI_COMMAND_COMMAND_H

#include "run/options.h"

bool command_make(const struct options *options, struct arena *mem,
                  struct error *err);
bool command_article(const struct options *options, struct arena *mem,
                     struct error *err);
bool command_text(const struct options *options, struct arena *mem,
                  struct error *err);
bool command_check(const struct options *options, struct arena *mem,
                   struct error *err);
bool command_lexicon(const struct options *options, struct arena *mem,
                     struct error *err);
bool command_feed(const struct options *options, struct arena *mem,
                  struct error *err);
bool command_voices(const struct options *options, struct arena *mem,
                    struct error *err);

#endif
