/* One sentence on its way from the engine to a take, in a child. */
#ifndef BAONOI_SOUND_CUT_H
#define BAONOI_SOUND_CUT_H

#include "sound/takes.h"

/* Where the first packets go ahead of the take: a socket of records. -1 where
 * nobody waits for them. */
#define CUT_NO_HEAD (-1)

/* The voice that reads the sentence, and the level for what it says. */
struct voice cut_voice(const struct takes_plan *plan,
                       const struct sentence *sentence);
struct level cut_level(const struct takes_plan *plan,
                       const struct voice *voice);

/* Speaks, levels and encodes a sentence and packs it (sound/take.h). `careful`
 * as in speech/speak.h. False when the engine failed on it. */
bool cut_take(struct buf *message, const struct takes_plan *plan,
              size_t sentence, bool careful, int head);

#endif
