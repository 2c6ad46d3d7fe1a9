/* The sound of a page: in the page itself, or in the files beside it. */
#include "web/sound.h"

#include <unistd.h>

#include "base/encode.h"
#include "format/mp3.h"

/* What browsers play, those first that all of them do. */
static const struct {
    const struct format *format;
    const char *type;
} playable[] = {
    {&format_mp3, "audio/mpeg"},
    {&format_opus, "audio/ogg; codecs=opus"},
    {&format_wav, "audio/wav"},
};

#define PLAYABLE_COUNT (sizeof playable / sizeof playable[0])

/* Base 64 has no rest within a piece that three divides. */
#define PIECE_BYTES ((size_t)3 << 14)

static bool has(const struct edition *edition, const struct format *format)
{
    for (size_t i = 0; i < edition->format_count; i++)
        if (edition->formats[i] == format)
            return true;
    return false;
}

const struct format *sound_file(const struct edition *edition)
{
    for (size_t i = 0; i < PLAYABLE_COUNT; i++)
        if (has(edition, playable[i].format))
            return playable[i].format;
    return NULL;
}

void sound_reference(struct buf *out, const struct edition *edition,
                     const struct format *format)
{
    encode_reference(out, edition->name);
    encode_reference(out, str_from(format->suffix));
}

static void add_source(struct buf *out, const char *type)
{
    buf_format(out, "<source type=\"%s\" src=\"", type);
}

static bool put_base64(struct sink *sink, int fd, struct arena mem,
                       struct error *err)
{
    char *piece = ARENA_ARRAY(&mem, char, PIECE_BYTES);
    int64_t size = lseek(fd, 0, SEEK_END);

    for (int64_t at = 0; at < size;) {
        struct arena tmp = mem;
        struct buf out = {.mem = &tmp};
        size_t count = size - at < (int64_t)PIECE_BYTES ? (size_t)(size - at)
                                                        : PIECE_BYTES;

        if (!io_read_at(fd, piece, count, at))
            return io_not_written(sink->path, err);
        encode_base64(&out, (str){piece, count});
        if (!sink_write(sink, out.s, out.len, err))
            return false;
        at += (int64_t)count;
    }
    return true;
}

/* MP3, which every browser plays, as a data URL (RFC 2397). */
static bool put_embedded(struct sink *sink, const struct edition *edition,
                         struct arena mem, struct error *err)
{
    struct stretch whole = {0, edition->timeline->total};
    struct sink spool = {.fd = io_spool("/var/tmp", err), .path = sink->path};
    struct buf out = {.mem = &mem};
    bool ok;

    if (spool.fd < 0)
        return false;
    add_source(&out, playable[0].type);
    buf_format(&out, "data:%s;base64,", playable[0].type);
    ok = mp3_write(&spool, edition, whole, (str){0}, mem, err) &&
         sink_write(sink, out.s, out.len, err) &&
         put_base64(sink, spool.fd, mem, err) &&
         sink_write(sink, "\">\n", 3, err);
    close(spool.fd);
    return ok;
}

static bool put_files(struct sink *sink, const struct edition *edition,
                      struct arena mem, struct error *err)
{
    struct buf out = {.mem = &mem};

    for (size_t i = 0; i < PLAYABLE_COUNT; i++) {
        if (!has(edition, playable[i].format))
            continue;
        add_source(&out, playable[i].type);
        sound_reference(&out, edition, playable[i].format);
        buf_add(&out, STR("\">\n"));
    }
    return sink_write(sink, out.s, out.len, err);
}

bool sound_write(struct sink *sink, const struct edition *edition,
                 struct arena mem, struct error *err)
{
    const struct format *file = sound_file(edition);
    bool short_enough = edition->timeline->total <=
                        (uint64_t)SOUND_EMBED_SECONDS * AUDIO_RATE_HZ;

    return file && !short_enough ? put_files(sink, edition, mem, err)
                                 : put_embedded(sink, edition, mem, err);
}
