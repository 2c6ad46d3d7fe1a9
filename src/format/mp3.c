/* MP3, mono, by LAME; its own header tells readers what it added at both ends,
 * so that they play the edition to the sample. */
#include "format/mp3.h"

#include <fcntl.h>
#include <lame/lame.h>
#include <string.h>
#include <unistd.h>

#include "format/id3.h"
#include "format/peaks.h"
#include "format/shelf.h"

#define RATE_HZ UPSAMPLE_RATE_HZ
#define FRAME_MS 24
#define KBPS_MOST 320
#define QUALITY 5     /* of 0, the slowest, to 9; less than 5 saves no noise */
#define VBR_QUALITY 7 /* of 0, the largest, to 9 */
#define LAME_SCALE                                                             \
    0.95F /* LAME turns down what it encodes at constant rates                 \
           */
#define ENCODED_BYTES (UPSAMPLE_BLOCK * 5 / 4 + 7200) /* lame.h: the most */
#define DECODER_DELAY 529 /* samples, of any decoder */
#define FRAME_SAMPLES (RATE_HZ * FRAME_MS / 1000)

/* Where the true peak was passed, the sound is coded again, softer: so many
 * times only there, then everywhere. */
#define PASSES_THERE 4
#define PASSES_MOST 16

/* LAME's header (gabriel.mp3-tech.org, "Mp3 Info Tag rev 1"), at places of the
 * frame that holds it: big-endian, with CRC-16 sums. */
#define INFO_AT 21
#define LENGTH_AT 169    /* of this frame and all that follow */
#define SOUND_SUM_AT 173 /* of all that follow */
#define HEADER_SUM_AT 175
#define HEADER_MOST 1024
#define CRC_16 0xA001
#define READ_BYTES 65536

const unsigned mp3_rates[] = {64, 96, 128, 0};

/* What the making of one MP3 needs. */
struct coding {
    struct sink *sink;
    const struct edition *edition;
    struct stretch stretch;
    off_t at; /* in the file: where the header is */
    struct peaks peaks;
    lame_t lame;
    struct peaks_decoder *decoder;
    struct upsample up;
};

/* At 48 kHz and a constant rate all frames have one length: who seeks by bytes,
 * as small players do, lands where the sound is. */
static bool set_up(lame_t lame, unsigned kbps)
{
    lame_set_errorf(lame, NULL);
    lame_set_debugf(lame, NULL);
    lame_set_msgf(lame, NULL);
    lame_set_in_samplerate(lame, RATE_HZ);
    lame_set_out_samplerate(lame, RATE_HZ);
    lame_set_num_channels(lame, 1);
    lame_set_mode(lame, MONO);
    lame_set_quality(lame, QUALITY);
    if (kbps > 0) {
        lame_set_brate(lame, (int)kbps);
        lame_set_scale(lame, 1 / LAME_SCALE);
    } else {
        lame_set_VBR(lame, vbr_mtrh);
        lame_set_VBR_quality(lame, VBR_QUALITY);
    }
    lame_set_write_id3tag_automatic(lame, 0);
    lame_set_bWriteVbrTag(lame, 1); /* LAME's header */
    return lame_init_params(lame) == 0;
}

static bool put(struct coding *coding, const unsigned char *bytes, int count,
                struct error *err)
{
    if (count < 0)
        return error_set(err, ERROR_INTERNAL, "LAME: error %d", count);
    return sink_write(coding->sink, bytes, (size_t)count, err) &&
           peaks_decode(coding->decoder, bytes, (size_t)count, err);
}

/* Leaves room for the header; its frame is the first one. */
static bool put_audio(struct coding *coding, struct error *err)
{
    struct upsample *up = &coding->up;
    unsigned char out[ENCODED_BYTES];
    uint64_t done = 0;
    int count;

    do {
        if (!upsample_next(up, err))
            return false;
        peaks_soften(up->samples, up->count, done, &coding->peaks);
        done += up->count;
        count = up->count > 0
                    ? lame_encode_buffer(coding->lame, up->samples, up->samples,
                                         (int)up->count, out, sizeof out)
                    : lame_encode_flush(coding->lame, out, sizeof out);
        if (!put(coding, out, count, err))
            return false;
    } while (up->count > 0);
    return true;
}

static bool put_header(struct coding *coding, struct error *err)
{
    unsigned char header[HEADER_MOST];
    size_t size = lame_get_lametag_frame(coding->lame, header, sizeof header);

    if (size == 0 || size > sizeof header)
        return error_set(err, ERROR_INTERNAL, "LAME: no header");
    return io_write_at(coding->sink->fd, header, size, (int64_t)coding->at) ||
           io_not_written(coding->sink->path, err);
}

/* All of the sound, from `at` on. */
static bool code(struct coding *coding, struct arena tmp, struct error *err)
{
    const struct edition *edition = coding->edition;
    bool ok = false;

    if (ftruncate(coding->sink->fd, coding->at) != 0 ||
        lseek(coding->sink->fd, coding->at, SEEK_SET) < 0)
        return io_not_written(coding->sink->path, err);
    coding->lame = lame_init();
    if (!coding->lame || !set_up(coding->lame, edition->mp3_kbps)) {
        error_set(err, ERROR_INTERNAL, "LAME: no encoder");
        goto done;
    }
    /* The header is decoded too, as silence. */
    coding->decoder =
        peaks_begin(&coding->peaks,
                    FRAME_SAMPLES + DECODER_DELAY +
                        (size_t)lame_get_encoder_delay(coding->lame),
                    &tmp, err);
    ok = coding->decoder &&
         upsample_part(&coding->up, edition, coding->stretch, err) &&
         put_audio(coding, err) && put_header(coding, err);
done:
    upsample_end(&coding->up);
    peaks_end(coding->decoder);
    coding->decoder = NULL;
    if (coding->lame)
        lame_close(coding->lame);
    return ok;
}

/* Sizes in LAME's header are of 32 bits. */
static bool fits(const char *path, const struct edition *edition,
                 struct stretch stretch, struct error *err)
{
    unsigned kbps = edition->mp3_kbps;
    uint64_t seconds_most =
        (uint64_t)UINT32_MAX / ((kbps > 0 ? kbps : KBPS_MOST) * 1000 / 8);

    return (stretch.end - stretch.start) / AUDIO_RATE_HZ < seconds_most ||
           error_set(err, ERROR_OUTPUT,
                     "%s: longer than %u hours, more than the header of an MP3 "
                     "can tell; try --format opus",
                     path, (unsigned)(seconds_most / 3600));
}

static bool encode(struct sink *sink, const struct edition *edition,
                   struct stretch stretch, struct arena mem, struct error *err)
{
    struct coding coding = {
        .sink = sink, .edition = edition, .stretch = stretch};

    coding.at = lseek(sink->fd, 0, SEEK_CUR);
    coding.peaks = peaks_of((stretch.end - stretch.start) * UPSAMPLE_FACTOR,
                            edition->ceiling_dbtp, &mem);
    for (int pass = 0; pass < PASSES_MOST; pass++) {
        if (!code(&coding, mem, err))
            return false;
        if (!peaks_learn(&coding.peaks, pass >= PASSES_THERE))
            return true;
    }
    return error_set(err, ERROR_INTERNAL,
                     "%s: as MP3 it passes %.9g dBTP however soft it is",
                     sink->path, edition->ceiling_dbtp);
}

bool mp3_write(struct sink *sink, const struct edition *edition,
               struct stretch stretch, str tag, struct arena mem,
               struct error *err)
{
    return fits(sink->path, edition, stretch, err) &&
           sink_write(sink, tag.s, tag.len, err) &&
           shelf_write(sink, edition, stretch, encode, mem, err);
}

static bool render_mp3(struct sink *sink, const struct edition *edition,
                       struct arena mem, struct error *err)
{
    struct stretch whole = {0, edition->timeline->total};
    str tag;

    return id3_tag(&tag, edition, sink->path, &mem, err) &&
           mp3_write(sink, edition, whole, tag, mem, err);
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

/* Of the frame that holds the header: MPEG-1 layer III (ISO/IEC 11172-3, table
 * of 2.4.2.3), 48 kHz. */
static size_t frame_bytes(const unsigned char *header)
{
    static const uint16_t kbps[] = {0,   32,  40,  48,  56,  64,  80,  96,
                                    112, 128, 160, 192, 224, 256, 320, 0};

    return (size_t)kbps[header[2] >> 4] * FRAME_MS / 8;
}

/* The sums of the header and of the sound behind it. */
static bool has_its_sums(int fd, uint64_t at, uint64_t size)
{
    unsigned char header[HEADER_SUM_AT + 2], piece[READ_BYTES];
    uint16_t sum = 0;

    if (!io_read_at(fd, header, sizeof header, (int64_t)at) ||
        (memcmp(header + INFO_AT, "Info", 4) != 0 &&
         memcmp(header + INFO_AT, "Xing", 4) != 0) ||
        number_at(header + LENGTH_AT, 4) != size - at ||
        number_at(header + HEADER_SUM_AT, 2) !=
            add_to_sum(0, header, HEADER_SUM_AT))
        return false;
    for (at += frame_bytes(header); at < size;) {
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
    .about = "MP3 with chapters, for podcasts and any player",
    .render = render_mp3,
    .verify = verify_mp3,
};
