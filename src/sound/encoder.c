/* Opus packets of one sentence (RFC 6716), made with libopus. */
#include "sound/encoder.h"

#include <opus.h>
#include <string.h>

#define PACKET_MAX_BYTES 1276 /* RFC 6716, 3.2.1, and the TOC byte */
#define SILENT_PACKETS 4      /* until an encoder of silence is settled */

#define SAMPLE_BITS 16

/* Chosen by measurement: docs/encoding.md. LOWDELAY is CELT alone; it keeps
 * nothing of a sentence beyond one frame. AUDIO, told that it is speech, is
 * hybrid at this rate from its first frame. VOIP would be too, but passes it
 * through a filter that takes 0.4 LU of a deep voice and turns the phases,
 * which raises peaks by 2 dB. */
/* clang-format off */
const struct encoding encoder_table[] = {
    {"fast",     "least time: 40 kbit/s, CELT",
     OPUS_APPLICATION_RESTRICTED_LOWDELAY, 40000, 5, 1.7, 0.1},
    {"balanced", "44 kbit/s, CELT with all its searches",
     OPUS_APPLICATION_RESTRICTED_LOWDELAY, 44000, 10, 1.7, 0.1},
    {"small",    "least bytes: 24 kbit/s, hybrid",
     OPUS_APPLICATION_AUDIO, 24000, 10, 1.2, 0.2},
    {.name = NULL},
};
/* clang-format on */

const struct encoding *encoder_find(str name)
{
    for (size_t i = 0; encoder_table[i].name; i++)
        if (str_eq(name, str_from(encoder_table[i].name)))
            return &encoder_table[i];
    return NULL;
}

static OpusEncoder *encoder_new(const struct encoding *encoding,
                                struct error *err)
{
    int fault = OPUS_OK;
    OpusEncoder *encoder =
        opus_encoder_create(AUDIO_RATE_HZ, 1, encoding->application, &fault);

    if (!encoder) {
        error_set(err, ERROR_INTERNAL, "libopus: %s", opus_strerror(fault));
        return NULL;
    }
    opus_encoder_ctl(encoder, OPUS_SET_BITRATE(encoding->bitrate));
    opus_encoder_ctl(encoder, OPUS_SET_COMPLEXITY(encoding->complexity));
    opus_encoder_ctl(encoder, OPUS_SET_SIGNAL(OPUS_SIGNAL_VOICE));
    opus_encoder_ctl(encoder, OPUS_SET_LSB_DEPTH(SAMPLE_BITS));
    return encoder;
}

/* The encoder's delay in samples at AUDIO_RATE_HZ. */
static uint32_t delay_of(OpusEncoder *encoder)
{
    opus_int32 delay = 0;

    opus_encoder_ctl(encoder, OPUS_GET_LOOKAHEAD(&delay));
    return (uint32_t)delay;
}

static bool encode(unsigned char *packet, uint16_t *len, OpusEncoder *encoder,
                   const int16_t *samples, struct error *err)
{
    opus_int32 got =
        opus_encode(encoder, samples, PACKET_SAMPLES, packet, PACKET_MAX_BYTES);

    if (got < 0)
        return error_set(err, ERROR_INTERNAL, "libopus: %s",
                         opus_strerror(got));
    *len = (uint16_t)got;
    return true;
}

bool encoder_learn(struct encoder_facts *facts, const struct encoding *encoding,
                   struct arena *mem, struct error *err)
{
    static const int16_t zeros[PACKET_SAMPLES];
    unsigned char packet[PACKET_MAX_BYTES];
    uint16_t len = 0;
    bool ok = true;
    OpusEncoder *encoder = encoder_new(encoding, err);

    if (!encoder)
        return false;
    for (int i = 0; ok && i < SILENT_PACKETS; i++)
        ok = encode(packet, &len, encoder, zeros, err);
    if (ok)
        *facts = (struct encoder_facts){
            .lookahead = delay_of(encoder) * (OPUS_RATE_HZ / AUDIO_RATE_HZ),
            .silence = str_copy((str){(char *)packet, len}, mem),
            .version = opus_get_version_string(),
        };
    opus_encoder_destroy(encoder);
    return ok;
}

bool encoder_begin(struct encoder *encoder, const struct encoding *encoding,
                   struct error *err)
{
    *encoder = (struct encoder){
        .opus = encoder_new(encoding, err),
        .decoder = opus_decoder_create(AUDIO_RATE_HZ, 1, NULL),
        .heard.heard = LIMITER_CONTEXT,
    };
    if (!encoder->opus)
        return false;
    if (!encoder->decoder)
        return error_set(err, ERROR_INTERNAL, "libopus: no memory");
    encoder->delay = delay_of(encoder->opus);
    return true;
}

static bool hear(struct encoder *encoder, str packet)
{
    float heard[PACKET_SAMPLES];

    if (opus_decode_float(encoder->decoder, (const unsigned char *)packet.s,
                          (opus_int32)packet.len, heard, PACKET_SAMPLES,
                          false) != PACKET_SAMPLES)
        return false;
    limiter_hear(&encoder->heard, heard, PACKET_SAMPLES);
    return true;
}

/* The first packet tells its energies without those before it: a decoder comes
 * from silence, not from its start, as the encoder does, and would be 27 dB too
 * soft. */
bool encoder_next(struct buf *bytes, struct encoder *encoder,
                  const int16_t samples[PACKET_SAMPLES], struct error *err)
{
    unsigned char packet[PACKET_MAX_BYTES];
    uint16_t len;

    opus_encoder_ctl(encoder->opus,
                     OPUS_SET_PREDICTION_DISABLED(encoder->count == 0));
    if (!encode(packet, &len, encoder->opus, samples, err))
        return false;
    buf_add(bytes, (str){(char *)&len, sizeof len});
    buf_add(bytes, (str){(char *)packet, len});
    encoder->count++;
    return hear(encoder, (str){(char *)packet, len}) ||
           error_set(err, ERROR_INTERNAL,
                     "libopus: its packets can't be decoded");
}

float encoder_peak(struct encoder *encoder)
{
    static const float silence[PACKET_SAMPLES];

    limiter_hear(&encoder->heard, silence, PACKET_SAMPLES);
    return (float)encoder->heard.peak;
}

void encoder_end(struct encoder *encoder)
{
    if (encoder->opus)
        opus_encoder_destroy(encoder->opus);
    if (encoder->decoder)
        opus_decoder_destroy(encoder->decoder);
    *encoder = (struct encoder){0};
}

/* The packets of the samples [0, end), with silence behind the last. */
static bool encode_all(struct packets *out, const struct pcm *pcm, uint32_t end,
                       struct encoder *encoder, struct arena *mem,
                       struct error *err)
{
    struct buf bytes = {.mem = mem};

    for (uint32_t at = 0; at < end; at += PACKET_SAMPLES) {
        int16_t frame[PACKET_SAMPLES] = {0};
        uint32_t left = at < pcm->sample_count ? pcm->sample_count - at : 0;

        if (left > 0)
            memcpy(frame, pcm->samples + at,
                   sizeof *frame *
                       (left < PACKET_SAMPLES ? left : PACKET_SAMPLES));
        if (!encoder_next(&bytes, encoder, frame, err))
            return false;
    }
    *out = (struct packets){.bytes = buf_str(&bytes),
                            .count = encoder->count,
                            .true_peak = encoder_peak(encoder)};
    return true;
}

bool encoder_run(struct packets *out, const struct pcm *pcm, uint32_t most,
                 const struct encoding *encoding, struct arena *mem,
                 struct error *err)
{
    struct encoder encoder;
    bool ok = encoder_begin(&encoder, encoding, err);
    uint32_t end = pcm->sample_count + encoder.delay;

    if (most < end / PACKET_SAMPLES)
        end = most * PACKET_SAMPLES;
    ok = ok && encode_all(out, pcm, end, &encoder, mem, err);
    encoder_end(&encoder);
    return ok;
}
