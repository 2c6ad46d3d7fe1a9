/* The first packets of a stream, made ahead of its first take, so that it is
 * heard at once. They are those that the take has: what it is encoded from does
 * not depend on what is said later. */
#ifndef BAONOI_SOUND_HEAD_H
#define BAONOI_SOUND_HEAD_H

#include "base/process.h"
#include "sound/takes.h"

/* The work on them; stays where it is. */
struct head {
    const struct takes_plan *plan;
    struct pool pool;
    struct pool_run work;
    str packets;
    struct arena *mem;
};

/* Starts a child that makes them of the first sentence of the plan. Of a take
 * that the cache has, or an engine that can't break off, there are none. */
void head_begin(struct head *head, const struct takes_plan *plan,
                struct arena *mem);

/* Waits for them: as in the spool, empty when they come with the take. */
str head_wait(struct head *head);

/* Ends what still works; nothing of a zero head. */
void head_end(struct head *head);

#endif
