/* The parts of an Opus edition behind the synthesis, each by its library and
 * nothing around: for scripts/bench to compare with.
 *
 *     bench_parts QUALITY SPEECH.wav */
#include <opus.h>
#include <sndfile.h>
#include <soxr.h>
#include <stdio.h>
#include <stdlib.h>

#include "sound/encoder.h"

static bool encode(const int16_t *samples, size_t count,
                   const struct encoding *encoding)
{
    unsigned char packet[1500];
    int fault;
    OpusEncoder *encoder =
        opus_encoder_create(AUDIO_RATE_HZ, 1, encoding->application, &fault);
    bool ok = encoder;

    if (!ok)
        return false;
    opus_encoder_ctl(encoder, OPUS_SET_BITRATE(encoding->bitrate));
    opus_encoder_ctl(encoder, OPUS_SET_COMPLEXITY(encoding->complexity));
    opus_encoder_ctl(encoder, OPUS_SET_SIGNAL(OPUS_SIGNAL_VOICE));
    for (size_t at = 0; ok && at + PACKET_SAMPLES <= count;
         at += PACKET_SAMPLES)
        ok = opus_encode(encoder, samples + at, PACKET_SAMPLES, packet,
                         sizeof packet) > 0;
    opus_encoder_destroy(encoder);
    return ok;
}

int main(int argc, char **argv)
{
    const struct encoding *encoding =
        argc == 3 ? encoder_find(str_from(argv[1])) : NULL;
    soxr_io_spec_t io = soxr_io_spec(SOXR_INT16_I, SOXR_INT16_I);
    SF_INFO info = {0};
    SNDFILE *file = encoding ? sf_open(argv[2], SFM_READ, &info) : NULL;
    int16_t *in, *out;
    size_t room, count = 0;
    bool ok;

    if (!file || info.channels != 1)
        return EXIT_FAILURE;
    room = (size_t)info.frames * AUDIO_RATE_HZ / (size_t)info.samplerate + 1;
    in = calloc((size_t)info.frames, sizeof *in);
    out = calloc(room, sizeof *out);
    ok = in && out && sf_readf_short(file, in, info.frames) == info.frames &&
         !soxr_oneshot(info.samplerate, AUDIO_RATE_HZ, 1, in,
                       (size_t)info.frames, NULL, out, room, &count, &io, NULL,
                       NULL) &&
         encode(out, count, encoding);
    free(in);
    free(out);
    sf_close(file);
    return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
