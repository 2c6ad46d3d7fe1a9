/* Opus packets of one sentence (RFC 6716), made with libopus.
 *
 * Every sentence gets a fresh encoder, and its packets end in silence: so they
 * can be made in any order and joined by packets of silence. */
#ifndef BAONOI_SOUND_ENCODER_H
#define BAONOI_SOUND_ENCODER_H

#include "base/error.h"
#include "sound/master.h"

struct packets {
    str bytes; /* of each packet: uint16_t length in native order, then it */
    uint32_t count;
};

/* What is the same for all sentences of an edition. */
struct encoding {
    uint32_t lookahead; /* samples at 48 kHz: the pre-skip of RFC 7845 */
    str silence;        /* one packet that goes on with silence */
    const char *name;   /* library and version */
};

bool encoder_facts(struct encoding *facts, struct arena *mem,
                   struct error *err);

/* The packets go on until the decoder has given every sample. */
bool encoder_run(struct packets *out, const struct pcm *pcm, struct arena *mem,
                 struct error *err);

#endif
