/* The whole edition as one run of Opus packets: takes and the silence between.
 *
 * Of an edition that is still being made (edition.live) it waits for what it
 * comes to. */
#ifndef BAONOI_SOUND_REEL_H
#define BAONOI_SOUND_REEL_H

#include "base/arena.h"
#include "base/error.h"
#include "edition.h"

/* So many packets of the first take are sent ahead of it. */
#define REEL_HEAD_PACKETS 5

/* A place in the edition, read from start to end. Starts with .edition and
 * .mem set, all else zero. */
struct reel {
    const struct edition *edition;
    struct arena mem; /* holds the packets of one take */
    uint64_t at;      /* packets so far */
    size_t take;      /* the next one */
    uint32_t left;    /* packets of the last one still to come */
    str rest;         /* their bytes */
    uint32_t given;   /* packets of the next take that came ahead of it */
    bool started, gone_on;
};

/* The next packet, valid until the one after it: silence without end behind the
 * last take. False when the work on the edition ended. */
bool reel_next(str *packet, struct reel *reel, struct error *err);

#endif
