/* What makes a take the same: the name that the cache knows it by. */
#ifndef BAONOI_SOUND_TAKE_KEY_H
#define BAONOI_SOUND_TAKE_KEY_H

#include "base/hash.h"
#include "sound/takes.h"

/* Everything that the bytes of a take depend on, but for its words. */
str take_key_of_plan(const struct takes_plan *plan, const struct voice *voice,
                     struct arena *mem);

/* With the words. */
struct hash take_key(const struct sentence *sentence, str of_plan,
                     struct arena tmp);

#endif
