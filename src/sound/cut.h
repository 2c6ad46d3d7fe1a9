/* One sentence on its way from the engine to a take, in a child. */
#ifndef BAONOI_SOUND_CUT_H
#define BAONOI_SOUND_CUT_H

#include "base/process.h"
#include "sound/takes.h"

/* The voice that reads the sentence, and the level for what it says. */
struct voice cut_voice(const struct takes_plan *plan,
                       const struct sentence *sentence);
struct level cut_level(const struct takes_plan *plan,
                       const struct voice *voice);

/* Speaks, levels and encodes a sentence and writes it (sound/take.h). False
 * when the engine failed on it. */
bool cut_take(struct result *result, const struct takes_plan *plan,
              size_t sentence, bool careful);

/* The first packets of the first sentence, as in the spool, from no more of its
 * sound than they need; none when they can't be known before the rest. */
bool cut_head(str *packets, const struct takes_plan *plan, struct arena *mem);

#endif
