/* WAV, 48 kHz 16 bit mono, by libsndfile; chapters as cue points with labels
 * (Multimedia Programming Interface 1.0, chapter 3: `cue ` and `LIST/adtl`). */
#include "format/format.h"

#include <errno.h>
#include <fcntl.h>
#include <sndfile.h>
#include <unistd.h>

#include "format/upsample.h"

/* libsndfile 1.2.0 spoils a header of more than about 48 KB in silence. */
#define LABELS_MAX_BYTES 40000
#define SOUND_MAX_BYTES (UINT32_MAX - 65536) /* sizes are of 32 bits */
#define RIFF_HEAD_BYTES 8   /* "RIFF" and the size of all that follows */
#define LABEL_HEAD_BYTES 12 /* "labl", size, number of the cue point */

static void add_u32(struct buf *out, uint32_t value)
{
    for (int shift = 0; shift < 32; shift += 8)
        buf_char(out, (char)(unsigned char)(value >> shift));
}

/* The labels of the cue points. A label ends with one NUL, as FFmpeg takes the
 * next to start behind it; but the last fills the chunk with NULs to a multiple
 * of four bytes: libsndfile can't reopen its own file otherwise. */
static str labels_chunk(const struct script *script, struct arena *mem)
{
    struct buf out = {.mem = mem};

    buf_add(&out, STR("adtl"));
    for (size_t i = 0; i < script->chapter_count; i++) {
        str title = script->chapters[i].title;
        bool last = i + 1 == script->chapter_count;
        size_t nuls = 1;

        if (last)
            nuls += -(out.len + LABEL_HEAD_BYTES + title.len + nuls) % 4;
        buf_add(&out, STR("labl"));
        add_u32(&out, (uint32_t)(sizeof(uint32_t) + title.len + nuls));
        add_u32(&out, (uint32_t)i + 1);
        buf_add(&out, title);
        for (size_t n = 0; n < nuls; n++)
            buf_char(&out, 0);
        if (out.len % 2 != 0)
            buf_char(&out, 0); /* chunks start on even places */
    }
    return buf_str(&out);
}

/* Must come before the first sample: later ones overwrite sound. */
static bool set_chapters(SNDFILE *file, const struct edition *edition,
                         const char *path, struct arena mem, struct error *err)
{
    typedef SF_CUES_VAR(1) some_cues;
    size_t count = edition->script->chapter_count;
    size_t size = sizeof(some_cues) + count * sizeof(SF_CUE_POINT);
    some_cues *cues = arena_take(&mem, 1, size, _Alignof(some_cues));
    str labels = labels_chunk(edition->script, &mem);
    SF_CHUNK_INFO chunk = {
        .id = "LIST",
        .id_size = 4,
        .datalen = (unsigned)labels.len,
        .data = (void *)(uintptr_t)labels.s, /* libsndfile only reads */
    };

    if (count == 0)
        return true;
    if (labels.len > LABELS_MAX_BYTES)
        return error_set(err, ERROR_OUTPUT,
                         "%s: chapter titles of %zu bytes, of %d that a WAV "
                         "can carry; try --chapters none",
                         path, labels.len, LABELS_MAX_BYTES);
    cues->cue_count = (uint32_t)count;
    for (size_t i = 0; i < count; i++) {
        uint32_t at =
            (uint32_t)(edition->timeline->chapters[i] * UPSAMPLE_FACTOR);

        cues->cue_points[i] = (SF_CUE_POINT){
            .indx = (int32_t)i + 1,
            .position = at,
            .fcc_chunk = 0x61746164, /* "data" */
            .sample_offset = at,
        };
    }
    if (sf_command(file, SFC_SET_CUE, cues, (int)size) != SF_TRUE ||
        sf_set_chunk(file, &chunk) != SF_ERR_NO_ERROR)
        return error_set(err, ERROR_INTERNAL, "libsndfile: %s",
                         sf_strerror(file));
    return true;
}

static bool put_audio(SNDFILE *file, struct upsample *up, const char *path,
                      struct error *err)
{
    sf_count_t count;

    do {
        if (!upsample_next(up, err))
            return false;
        count = (sf_count_t)up->count;
        errno = 0;
        if (sf_writef_short(file, up->samples, count) != count) {
            errno = errno ? errno : EIO;
            return io_not_written(path, err);
        }
    } while (count > 0);
    return true;
}

static bool render_wav(struct sink *sink, const struct edition *edition,
                       struct arena mem, struct error *err)
{
    uint64_t size =
        edition->timeline->total * UPSAMPLE_FACTOR * (uint64_t)sizeof(int16_t);
    SF_INFO info = {.samplerate = UPSAMPLE_RATE_HZ,
                    .channels = 1,
                    .format = SF_FORMAT_WAV | SF_FORMAT_PCM_16};
    SNDFILE *file;
    struct upsample up = {0};
    bool ok;

    if (size > SOUND_MAX_BYTES)
        return error_set(err, ERROR_OUTPUT,
                         "%s: longer than 12 hours, more than a WAV can hold; "
                         "try --format opus",
                         sink->path);
    file = sf_open_fd(sink->fd, SFM_WRITE, &info, SF_FALSE);
    if (!file)
        return error_set(err, ERROR_INTERNAL, "libsndfile: %s",
                         sf_strerror(NULL));
    ok = set_chapters(file, edition, sink->path, mem, err) &&
         upsample_begin(&up, edition, err) &&
         put_audio(file, &up, sink->path, err);
    upsample_end(&up);
    sf_close(file);
    return ok;
}

/* The first chunk tells the length of the file; libsndfile would make do with
 * what is left of it. */
static bool has_its_length(const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    unsigned char head[RIFF_HEAD_BYTES];
    uint64_t riff = 0;
    bool ok = fd >= 0 && io_read_at(fd, head, sizeof head, 0);

    for (size_t i = 0; ok && i < sizeof(uint32_t); i++)
        riff |= (uint64_t)head[4 + i] << (8 * i);
    ok = ok && (uint64_t)lseek(fd, 0, SEEK_END) == riff + sizeof head;
    if (fd >= 0)
        close(fd);
    return ok;
}

static bool verify_wav(const char *path, struct arena tmp)
{
    SF_INFO info = {0};
    SNDFILE *file = sf_open(path, SFM_READ, &info);

    (void)tmp;
    if (!file)
        return false;
    sf_close(file);
    return has_its_length(path);
}

const struct format format_wav = {
    .name = "wav",
    .suffix = ".wav",
    .about = "WAV, 48 kHz 16 bit, with cue points, for studios and playout",
    .render = render_wav,
    .verify = verify_wav,
};
