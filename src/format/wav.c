/* WAV, 48 kHz, 16 or 24 bit, mono or dual mono, by libsndfile; chapters as cue
 * points with labels (Multimedia Programming Interface 1.0, chapter 3: `cue `
 * and `LIST/adtl`), titles as ID3, and what radio reads (broadcast.h). Past
 * 4 GiB it is an RF64 (EBU Tech 3306). */
#include "format/format.h"

#include <errno.h>
#include <fcntl.h>
#include <sndfile.h>
#include <string.h>
#include <unistd.h>

#include "base/encode.h"
#include "base/late.h"
#include "format/broadcast.h"
#include "format/id3.h"
#include "format/upsample.h"

/* libsndfile 1.2.0 spoils a header of more than about 48 KB in silence. */
#define HEADER_MAX_BYTES 46000
#define TEXTS_MAX_BYTES (HEADER_MAX_BYTES - BROADCAST_BYTES)
#define SOUND_MAX_BYTES (UINT32_MAX - 65536) /* of a plain WAV: 32 bits */
#define LENGTH_HEAD_BYTES 8   /* "RIFF" and the size of all that follows */
#define DS64_SIZE_AT 20       /* of an RF64: the same size in 64 bits */
#define SUBCHUNK_HEAD_BYTES 8 /* its name and its size */
#define CHANNELS_MOST 2

#define CALLS(f)                                                               \
    f(sf_open) f(sf_open_fd) f(sf_set_chunk) f(sf_command) f(sf_writef_short)  \
        f(sf_writef_int) f(sf_strerror) f(sf_close)
LATE_LIBRARY(snd_calls, LATE_SNDFILE, CALLS)

/* The file as libsndfile has it. */
struct wav {
    struct snd_calls lib;
    SNDFILE *file;
};

/* A text of a list. It ends with one NUL, as FFmpeg takes the next to start
 * behind it; but the last fills the chunk with NULs to a multiple of four
 * bytes: libsndfile can't reopen its own file otherwise. */
static void add_text(struct buf *out, const char *id, str head, str text,
                     bool last)
{
    size_t size = head.len + text.len + 1;

    if (last)
        size += -(out->len + SUBCHUNK_HEAD_BYTES + size) % 4;
    buf_add(out, str_from(id));
    encode_u32_little(out, (uint32_t)size);
    buf_add(out, head);
    buf_add(out, text);
    for (size_t n = head.len + text.len; n < size; n++)
        buf_char(out, 0);
    if (out->len % 2 != 0)
        buf_char(out, 0); /* chunks start on even places */
}

/* The labels of the cue points, by their numbers. */
static str labels_chunk(const struct script *script, struct arena *mem)
{
    struct buf out = {.mem = mem};

    buf_add(&out, STR("adtl"));
    for (size_t i = 0; i < script->chapter_count; i++) {
        struct buf number = {.mem = mem};

        encode_u32_little(&number, (uint32_t)i + 1);
        add_text(&out, "labl", buf_str(&number), script->chapters[i].title,
                 i + 1 == script->chapter_count);
    }
    return buf_str(&out);
}

/* Title and artist as FFmpeg reads them: beside `bext` it takes no ID3. */
static str info_chunk(const struct article *article, struct arena *mem)
{
    struct buf out = {.mem = mem};

    buf_add(&out, STR("INFO"));
    if (article->author.len > 0)
        add_text(&out, "IART", (str){0}, article->author, false);
    add_text(&out, "INAM", (str){0}, article->title, true);
    return buf_str(&out);
}

/* The cue points; libsndfile has a command for them, but not in an RF64. One
 * that 32 bits can't count to, beyond a day, has the last place they can. */
static str cues_chunk(const struct edition *edition, struct arena *mem)
{
    size_t count = edition->script->chapter_count;
    struct buf out = {.mem = mem};

    encode_u32_little(&out, (uint32_t)count);
    for (size_t i = 0; i < count; i++) {
        uint64_t at = edition->timeline->chapters[i] * UPSAMPLE_FACTOR;
        uint32_t place = at < UINT32_MAX ? (uint32_t)at : UINT32_MAX;

        encode_u32_little(&out, (uint32_t)i + 1);
        encode_u32_little(&out, place);
        buf_add(&out, STR("data"));
        encode_u32_little(&out, 0);
        encode_u32_little(&out, 0);
        encode_u32_little(&out, place);
    }
    return buf_str(&out);
}

static bool fail(const struct wav *wav, struct error *err)
{
    return error_set(err, ERROR_INTERNAL, "libsndfile: %s",
                     wav->lib.sf_strerror(wav->file));
}

static bool set_chunk(const struct wav *wav, const char *id, str bytes,
                      struct error *err)
{
    SF_CHUNK_INFO chunk = {
        .id_size = (unsigned)strlen(id),
        .datalen = (unsigned)bytes.len,
        .data = (void *)(uintptr_t)bytes.s, /* libsndfile only reads */
    };

    memcpy(chunk.id, id, chunk.id_size);
    return wav->lib.sf_set_chunk(wav->file, &chunk) == SF_ERR_NO_ERROR ||
           fail(wav, err);
}

static bool set_broadcast(const struct wav *wav, const struct edition *edition,
                          struct error *err)
{
    SF_BROADCAST_INFO bext;
    SF_CART_INFO cart;

    broadcast_bext(&bext, edition);
    broadcast_cart(&cart, edition);
    return (wav->lib.sf_command(wav->file, SFC_SET_BROADCAST_INFO, &bext,
                                sizeof bext) == SF_TRUE &&
            wav->lib.sf_command(wav->file, SFC_SET_CART_INFO, &cart,
                                sizeof cart) == SF_TRUE) ||
           fail(wav, err);
}

/* Must come before the first sample: later chunks overwrite sound. */
static bool set_texts(const struct wav *wav, const struct edition *edition,
                      const char *path, struct arena mem, struct error *err)
{
    bool chapters = edition->script->chapter_count > 0;
    str cues = cues_chunk(edition, &mem);
    str labels = labels_chunk(edition->script, &mem);
    str info = info_chunk(edition->article, &mem);
    size_t size;
    str tag;

    if (!id3_texts(&tag, edition, path, &mem, err))
        return false;
    size = info.len + tag.len + (chapters ? cues.len + labels.len : 0);
    if (size > TEXTS_MAX_BYTES)
        return error_set(err, ERROR_OUTPUT,
                         "%s: titles of %zu bytes, of %d that a WAV can "
                         "carry; try --chapters none",
                         path, size, TEXTS_MAX_BYTES);
    return (!chapters || (set_chunk(wav, "cue ", cues, err) &&
                          set_chunk(wav, "LIST", labels, err))) &&
           set_chunk(wav, "LIST", info, err) &&
           set_chunk(wav, "id3 ", tag, err) && set_broadcast(wav, edition, err);
}

/* A block of samples for all channels. */
union frames {
    int16_t samples[CHANNELS_MOST * UPSAMPLE_BLOCK];
    int32_t wide[CHANNELS_MOST * UPSAMPLE_BLOCK];
};

/* One channel as so many. */
static void interleave(union frames *out, const struct upsample *up,
                       size_t channels)
{
    for (size_t i = 0; i < channels * up->count; i++)
        if (up->wide)
            out->wide[i] = up->wide_samples[i / channels];
        else
            out->samples[i] = up->samples[i / channels];
}

static bool put_audio(const struct wav *wav, struct upsample *up,
                      size_t channels, const char *path, struct error *err)
{
    union frames frames;
    sf_count_t count;

    do {
        if (!upsample_next(up, err))
            return false;
        interleave(&frames, up, channels);
        count = (sf_count_t)up->count;
        errno = 0;
        if ((up->wide ? wav->lib.sf_writef_int(wav->file, frames.wide, count)
                      : wav->lib.sf_writef_short(wav->file, frames.samples,
                                                 count)) != count) {
            errno = errno ? errno : EIO;
            return io_not_written(path, err);
        }
    } while (count > 0);
    return true;
}

static bool open_file(struct wav *wav, SF_INFO *info, int fd,
                      const struct edition *edition, struct error *err)
{
    const struct airing *airing = &edition->airing;
    uint64_t sample_bytes = airing->wide ? 3 : 2;
    int kind;

    info->samplerate = UPSAMPLE_RATE_HZ;
    info->channels = airing->dual_mono ? 2 : 1;
    kind = edition->timeline->total * UPSAMPLE_FACTOR * sample_bytes *
                       (uint64_t)info->channels >
                   SOUND_MAX_BYTES
               ? SF_FORMAT_RF64
               : SF_FORMAT_WAV;
    info->format = kind | (airing->wide ? SF_FORMAT_PCM_24 : SF_FORMAT_PCM_16);
    if (!snd_calls_load(&wav->lib, format_wav.name, err))
        return false;
    wav->file = wav->lib.sf_open_fd(fd, SFM_WRITE, info, SF_FALSE);
    return wav->file || fail(wav, err);
}

static bool render_wav(struct sink *sink, const struct edition *edition,
                       struct arena mem, struct error *err)
{
    struct upsample_form form = {
        .wide = edition->airing.wide,
        .more_db = upsample_channel_db(&edition->airing),
    };
    SF_INFO info = {0};
    struct upsample up = {0};
    struct wav wav = {0};
    bool ok;

    if (!open_file(&wav, &info, sink->fd, edition, err))
        return false;
    ok = set_texts(&wav, edition, sink->path, mem, err) &&
         upsample_begin(&up, edition, &form, err) &&
         put_audio(&wav, &up, (size_t)info.channels, sink->path, err);
    upsample_end(&up);
    /* It writes the header once more. */
    errno = EIO;
    if (wav.lib.sf_close(wav.file) != 0 && ok)
        return io_not_written(sink->path, err);
    return ok;
}

static uint64_t number_at(const unsigned char *bytes, size_t size)
{
    uint64_t value = 0;

    while (size-- > 0)
        value = value << 8 | bytes[size];
    return value;
}

/* The header tells the length of the file; libsndfile would make do with what
 * is left of it. */
static bool has_its_length(const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    unsigned char head[DS64_SIZE_AT + sizeof(uint64_t)];
    bool ok = fd >= 0 && io_read_at(fd, head, sizeof head, 0);
    uint64_t size = 0;

    if (ok)
        size = memcmp(head, "RF64", 4) == 0
                   ? number_at(head + DS64_SIZE_AT, sizeof(uint64_t))
                   : number_at(head + 4, sizeof(uint32_t));
    ok = ok && (uint64_t)lseek(fd, 0, SEEK_END) == size + LENGTH_HEAD_BYTES;
    if (fd >= 0)
        close(fd);
    return ok;
}

static bool ready_wav(const char *what, struct error *err)
{
    struct snd_calls lib;

    return snd_calls_load(&lib, what, err);
}

static bool verify_wav(const char *path, struct arena tmp)
{
    SF_INFO info = {0};
    struct wav wav;
    struct error none;

    (void)tmp;
    if (!snd_calls_load(&wav.lib, path, &none))
        return false;
    wav.file = wav.lib.sf_open(path, SFM_READ, &info);
    if (!wav.file)
        return false;
    wav.lib.sf_close(wav.file);
    return has_its_length(path);
}

const struct format format_wav = {
    .name = "wav",
    .suffix = ".wav",
    .about = "WAV, 48 kHz, with cue points, for studios and playout",
    .render = render_wav,
    .ready = ready_wav,
    .verify = verify_wav,
};
