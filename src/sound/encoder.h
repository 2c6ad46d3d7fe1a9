/* Opus packets of one sentence (RFC 6716), made with libopus.
 *
 * Every sentence gets a fresh encoder, and its packets end in silence: so they
 * can be made in any order and joined by packets of silence. */
#ifndef BAONOI_SOUND_ENCODER_H
#define BAONOI_SOUND_ENCODER_H

#include "base/error.h"
#include "sound/limiter.h"
#include "sound/master.h"

/* How sound is encoded: a row of the table in encoder.c. */
struct encoding {
    const char *name; /* for --quality */
    const char *about;
    int application; /* of libopus */
    int32_t bitrate; /* bits a second */
    int complexity;
    double peak_db; /* by how much it raises a true peak, most often */
    double loss_db; /* by how much it comes out softer, of speech */
};

extern const struct encoding encoder_table[]; /* ends with a NULL name; the
                                               * first is the default */

const struct encoding *encoder_find(str name); /* NULL when there is none */

struct packets {
    str bytes; /* of each packet: uint16_t length in native order, then it */
    uint32_t count;
    float true_peak; /* of what a decoder makes of them; 1.0 is full scale */
};

/* What is the same for all sentences of an edition. */
struct encoder_facts {
    uint32_t lookahead;  /* samples at 48 kHz: the pre-skip of RFC 7845 */
    str silence;         /* one packet that goes on with silence */
    const char *version; /* of the library */
};

bool encoder_learn(struct encoder_facts *facts, const struct encoding *encoding,
                   struct arena *mem, struct error *err);

/* An encoder at work on one sentence, a packet at a time; and what a decoder
 * makes of these. */
struct encoder {
    struct OpusEncoder *opus;
    struct OpusDecoder *decoder;
    struct peak_meter heard;
    uint32_t delay; /* samples at AUDIO_RATE_HZ until it has given the first */
    uint32_t count; /* packets so far */
};

/* To be ended even where it fails. */
bool encoder_begin(struct encoder *encoder, const struct encoding *encoding,
                   struct error *err);

/* Adds the packet of the next samples, as in struct packets. */
bool encoder_next(struct buf *bytes, struct encoder *encoder,
                  const int16_t samples[PACKET_SAMPLES], struct error *err);

/* The true peak of the packets as they are heard. */
float encoder_peak(struct encoder *encoder);

void encoder_end(struct encoder *encoder);

#define ENCODER_ALL UINT32_MAX

/* All packets of a sentence: they go on until the decoder has given every
 * sample, but number at most `most`: what follows their samples makes no
 * difference to them. */
bool encoder_run(struct packets *out, const struct pcm *pcm, uint32_t most,
                 const struct encoding *encoding, struct arena *mem,
                 struct error *err);

#endif
