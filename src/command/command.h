/* The commands: each reads its options, calls the stages that it needs, and
 * says what came of it. */
#ifndef BAONOI_COMMAND_COMMAND_H
#define BAONOI_COMMAND_COMMAND_H

#include "command/options.h"

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

struct lexicon;

/* The word lists in the folder of the voices, with the user's own over them;
 * says on standard error what of these can't be used. */
bool command_lexicon_load(struct lexicon *lexicon,
                          const struct options *options, const char *voices,
                          struct arena *mem, struct error *err);

#endif
