/* The whole edition as one run of Opus packets: takes and the silence between.
 */
#include "sound/reel.h"

#include <string.h>

#include "base/io.h"

/* The packet that stands first in `rest`, which is never empty. */
static str cut_packet(str *rest)
{
    uint16_t len;
    str packet;

    memcpy(&len, rest->s, sizeof len);
    packet = str_slice(*rest, sizeof len, sizeof len + len);
    *rest = str_skip(*rest, sizeof len + len);
    return packet;
}

/* What is there of the first take before it is whole. */
static bool open_head(struct reel *reel)
{
    const struct live *live = reel->edition->live;
    str head = {0};

    reel->started = true;
    if (!live)
        return true;
    if (!live->begin(live->context, &head))
        return false;
    reel->rest = head;
    while (head.len > 0) {
        cut_packet(&head);
        reel->given++;
    }
    reel->left = reel->given;
    return true;
}

/* What follows the head is known once the work has gone on. */
static bool go_on(struct reel *reel)
{
    const struct live *live = reel->edition->live;
    bool first = !reel->gone_on;

    reel->gone_on = true;
    return !first || !live || live->go_on(live->context);
}

/* Whether a take starts with this packet, or should have: one may have no
 * packets, and no pause behind it. */
static bool take_starts(const struct reel *reel)
{
    const struct parts *parts = &reel->edition->parts;

    return reel->take < parts->count &&
           parts->starts[reel->take] <=
               (reel->at - reel->given) * PACKET_SAMPLES;
}

static bool open_take(struct reel *reel, struct error *err)
{
    const struct edition *edition = reel->edition;
    const struct take *take = &edition->parts.takes[reel->take];
    struct arena mem = reel->mem;
    uint32_t given = reel->given;
    char *bytes;

    if (edition->live &&
        !edition->live->wait(edition->live->context, reel->take))
        return false;
    bytes = ARENA_ARRAY(&mem, char, take->packets_bytes);
    if (!io_read_at(edition->spool, bytes, take->packets_bytes,
                    take->packets_at))
        return error_set(err, ERROR_INTERNAL,
                         "temporary file: part %zu can't be read again",
                         reel->take + 1);
    reel->rest = (str){bytes, take->packets_bytes};
    reel->left = take->packet_count;
    for (reel->given = 0; given > 0 && reel->left > 0; given--, reel->left--)
        cut_packet(&reel->rest);
    reel->take++;
    return true;
}

bool reel_next(str *packet, struct reel *reel, struct error *err)
{
    if ((!reel->started && !open_head(reel)) ||
        (reel->left == 0 && !go_on(reel)))
        return false;
    while (reel->left == 0 && take_starts(reel))
        if (!open_take(reel, err))
            return false;
    if (reel->left > 0) {
        *packet = cut_packet(&reel->rest);
        reel->left--;
    } else {
        *packet = reel->edition->silence_packet;
    }
    reel->at++;
    return true;
}
