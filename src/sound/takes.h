/* All sentences of a script into takes, in parallel forked children. */
#ifndef BAONOI_SOUND_TAKES_H
#define BAONOI_SOUND_TAKES_H

#include "base/progress.h"
#include "sound/cache.h"
#include "sound/encoder.h"

struct takes_plan {
    const struct script *script;
    const struct voice *voice; /* of the edition: the engine has it */
    double own_wpm; /* its own rate: where it has another, so have all voices */
    const struct engine *engine;
    struct level level; /* of samples and packets: the gain is on a voice of
                         * 0 LUFS, so that all voices are as loud */
    const struct encoding *encoding;
    bool packets; /* whether they are wanted */
    struct cache cache;
    size_t jobs;   /* children at a time, at least 1 */
    bool in_order; /* the first sentences are waited for first */
    const struct progress *progress;
};

/* The work on the takes of one script. */
struct takes_run;

/* Starts to fill `takes`, one for each sentence; their sound goes to the spool,
 * from its start. What the cache has is not made again. NULL when the spool is
 * full or the work was stopped. */
struct takes_run *takes_begin(struct take *takes, const struct takes_plan *plan,
                              int spool, struct arena *mem, struct error *err);

/* Works until the take of this sentence is there. One whose child crashed, hung
 * or failed is made again in smaller pieces; what then still fails are its lost
 * words. False when the spool is full or the work was stopped. */
bool takes_wait(struct takes_run *run, size_t sentence);

/* Keeps what was made, and ends the children that still work. */
void takes_end(struct takes_run *run);

/* The words that the engine failed on. */
size_t takes_count_lost(const struct edition *edition);

#endif
