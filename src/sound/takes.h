/* All sentences of a script into takes, in parallel forked children. */
#ifndef BAONOI_SOUND_TAKES_H
#define BAONOI_SOUND_TAKES_H

#include "base/progress.h"
#include "sound/cache.h"
#include "sound/encoder.h"

struct takes_plan {
    const struct script *script;
    const struct voice *voice;
    const struct engine *engine; /* open for the voice */
    struct level level; /* of the samples, and of what the packets become */
    const struct encoding *encoding;
    struct cache cache;
    size_t jobs; /* children at a time, at least 1 */
    const struct progress *progress;
};

/* Fills `takes`, one for each sentence; their sound goes to the spool, from
 * its start. What the cache has is not made again. A sentence whose child
 * crashed, hung or failed is made again in smaller pieces; what then still
 * fails are the lost words of its take. False when the spool is full or the
 * work was stopped. */
bool takes_make(struct take *takes, const struct takes_plan *plan, int spool,
                struct arena *mem, struct error *err);

#endif
