/* MP3, mono, by LAME; its own header tells readers what it added at both ends,
 * so that they play the edition to the sample. */
#include "format/mp3.h"

#include <fcntl.h>
#include <lame/lame.h>
#include <string.h>
#include <unistd.h>

#include "format/id3.h"

/* At these two every frame is 24 ms in 192 bytes: who seeks by bytes, as small
 * players do, lands where the sound is. */
#define RATE_HZ UPSAMPLE_RATE_HZ
#define BITRATE_KBPS 64
#define FRAME_BYTES 192
#define QUALITY 5 /* of 0, the slowest, to 9; less than 5 saves no noise */
#define LAME_SCALE 0.95F /* LAME turns down what it encodes at this bitrate */
#define ENCODED_BYTES (UPSAMPLE_BLOCK * 5 / 4 + 7200) /* lame.h: the most */

/* Sizes in LAME's header are of 32 bits. */
#define SAMPLES_MOST                                                           \
    ((uint64_t)UINT32_MAX * 8 / (BITRATE_KBPS * 1000) * AUDIO_RATE_HZ)

/* LAME's header (gabriel.mp3-tech.org, "Mp3 Info Tag rev 1"), at places of the
 * frame that holds it: big-endian, with CRC-16 sums. */
#define INFO_AT 21
#define LENGTH_AT 169    /* of this frame and all that follow */
#define SOUND_SUM_AT 173 /* of all that follow */
#define HEADER_SUM_AT 175
#define CRC_16 0xA001
#define READ_BYTES 65536

static lame_t encoder_new(void)
{
    lame_t lame = lame_init();

    if (!lame)
        return NULL;
    lame_set_errorf(lame, NULL);
    lame_set_debugf(lame, NULL);
    lame_set_msgf(lame, NULL);
    lame_set_in_samplerate(lame, RATE_HZ);
    lame_set_out_samplerate(lame, RATE_HZ);
    lame_set_num_channels(lame, 1);
    lame_set_mode(lame, MONO);
    lame_set_brate(lame, BITRATE_KBPS);
    lame_set_quality(lame, QUALITY);
    lame_set_scale(lame, 1 / LAME_SCALE);
    lame_set_write_id3tag_automatic(lame, 0);
    lame_set_bWriteVbrTag(lame, 1); /* LAME's header */
    if (lame_init_params(lame) == 0)
        return lame;
    lame_close(lame);
    return NULL;
}

static bool put(struct sink *sink, const unsigned char *bytes, int count,
                struct error *err)
{
    if (count < 0)
        return error_set(err, ERROR_INTERNAL, "LAME: error %d", count);
    return sink_write(sink, bytes, (size_t)count, err);
}

/* Leaves room for the header; its frame is the first one. */
static bool put_audio(struct sink *sink, lame_t lame, struct upsample *up,
                      struct error *err)
{
    unsigned char out[ENCODED_BYTES];
    int count;

    do {
        if (!upsample_next(up, err))
            return false;
        count = up->count > 0
                    ? lame_encode_buffer(lame, up->samples, up->samples,
                                         (int)up->count, out, sizeof out)
                    : lame_encode_flush(lame, out, sizeof out);
        if (!put(sink, out, count, err))
            return false;
    } while (up->count > 0);
    return true;
}

static bool put_header(struct sink *sink, lame_t lame, size_t at,
                       struct error *err)
{
    unsigned char header[FRAME_BYTES];

    if (lame_get_lametag_frame(lame, header, sizeof header) != sizeof header)
        return error_set(err, ERROR_INTERNAL, "LAME: no header");
    return io_write_at(sink->fd, header, sizeof header, (int64_t)at) ||
           io_not_written(sink->path, err);
}

bool mp3_write(struct sink *sink, const struct edition *edition,
               struct stretch stretch, str tag, struct error *err)
{
    struct upsample up = {0};
    lame_t lame;
    off_t at;
    bool ok;

    if (stretch.end - stretch.start > SAMPLES_MOST)
        return error_set(err, ERROR_OUTPUT,
                         "%s: longer than 149 hours, more than the header of "
                         "an MP3 can tell; try --format opus",
                         sink->path);
    lame = encoder_new();
    if (!lame)
        return error_set(err, ERROR_INTERNAL, "LAME: no encoder");
    ok = sink_write(sink, tag.s, tag.len, err);
    at = lseek(sink->fd, 0, SEEK_CUR);
    ok = ok && upsample_part(&up, edition, stretch, err) &&
         put_audio(sink, lame, &up, err) &&
         put_header(sink, lame, (size_t)at, err);
    upsample_end(&up);
    lame_close(lame);
    return ok;
}

static bool render_mp3(struct sink *sink, const struct edition *edition,
                       struct arena mem, struct error *err)
{
    struct stretch whole = {0, edition->timeline->total};
    str tag;

    return id3_tag(&tag, edition, sink->path, &mem, err) &&
           mp3_write(sink, edition, whole, tag, err);
}

static uint32_t number_at(const unsigned char *bytes, size_t size)
{
    uint32_t value = 0;

    for (size_t i = 0; i < size; i++)
        value = value << 8 | bytes[i];
    return value;
}

static uint16_t add_to_sum(uint16_t sum, const unsigned char *bytes,
                           size_t count)
{
    for (size_t i = 0; i < count; i++) {
        sum ^= bytes[i];
        for (int bit = 0; bit < 8; bit++)
            sum = (uint16_t)(sum >> 1 ^ (sum & 1 ? CRC_16 : 0));
    }
    return sum;
}

/* The sums of the header and of the sound behind it. */
static bool has_its_sums(int fd, uint64_t at, uint64_t size)
{
    unsigned char header[FRAME_BYTES], piece[READ_BYTES];
    uint16_t sum = 0;

    if (!io_read_at(fd, header, sizeof header, (int64_t)at) ||
        memcmp(header + INFO_AT, "Info", 4) != 0 ||
        number_at(header + LENGTH_AT, 4) != size - at ||
        number_at(header + HEADER_SUM_AT, 2) !=
            add_to_sum(0, header, HEADER_SUM_AT))
        return false;
    for (at += sizeof header; at < size;) {
        size_t part =
            size - at < sizeof piece ? (size_t)(size - at) : sizeof piece;

        if (!io_read_at(fd, piece, part, (int64_t)at))
            return false;
        sum = add_to_sum(sum, piece, part);
        at += part;
    }
    return number_at(header + SOUND_SUM_AT, 2) == sum;
}

bool mp3_verify(const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    unsigned char head[ID3_HEAD_BYTES];
    bool ok;

    if (fd < 0)
        return false;
    ok = io_read_at(fd, head, sizeof head, 0) &&
         has_its_sums(fd, id3_length(head), (uint64_t)lseek(fd, 0, SEEK_END));
    close(fd);
    return ok;
}

static bool verify_mp3(const char *path, struct arena tmp)
{
    (void)tmp;
    return mp3_verify(path);
}

const struct format format_mp3 = {
    .name = "mp3",
    .suffix = ".mp3",
    .about = "MP3, 64 kbit/s, with chapters, for podcasts and any player",
    .render = render_mp3,
    .verify = verify_mp3,
};
