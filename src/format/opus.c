/* Ogg Opus (RFC 7845) with chapters: the takes' packets, framed by libogg. */
#include "format/opus.h"

#include <fcntl.h>
#include <math.h>
#include <ogg/ogg.h>
#include <string.h>
#include <unistd.h>

#include "base/encode.h"
#include "base/hash.h"
#include "sound/loudness.h"
#include "sound/reel.h"

#define PER_PACKET (PACKET_SAMPLES * (OPUS_RATE_HZ / AUDIO_RATE_HZ))
#define PAGE_MAX_BYTES 65025
#define PAGE_PACKETS 50      /* a second: players seek by pages */
#define TAGS_MAX_BYTES 61440 /* FFmpeg and others read no longer header */
#define REFERENCE_LUFS (-23) /* of R128_TRACK_GAIN, RFC 7845 5.2.1 */
#define GAIN_STEPS_PER_DB 256
#define READ_BYTES 65536

static void add_u16(struct buf *out, uint32_t value)
{
    buf_char(out, (char)(unsigned char)value);
    buf_char(out, (char)(unsigned char)(value >> 8));
}

/* RFC 7845, 5.1 */
static str opus_head(const struct edition *edition, struct arena *mem)
{
    struct buf head = {.mem = mem};
    double gain_db = fmin(edition->loudness.gain_db + edition->opus_loss_db,
                          LOUDNESS_RAISE_MOST_DB);
    long gain = lround(gain_db * GAIN_STEPS_PER_DB);

    buf_add(&head, STR("OpusHead\x01\x01")); /* version 1, one channel */
    add_u16(&head, edition->opus_lookahead);
    encode_u32_little(&head, AUDIO_RATE_HZ);
    add_u16(&head, (uint32_t)gain);
    buf_char(&head, 0); /* channel mapping family 0 */
    return buf_str(&head);
}

/* The comments of the tags header, counted. */
struct tags {
    struct buf bytes;
    uint32_t count;
};

static void add_tag(struct tags *tags, const char *key, str value)
{
    if (value.len == 0)
        return;
    encode_u32_little(&tags->bytes, (uint32_t)(strlen(key) + 1 + value.len));
    buf_add(&tags->bytes, str_from(key));
    buf_char(&tags->bytes, '=');
    buf_add(&tags->bytes, value);
    tags->count++;
}

/* The form that VorbisComment chapters have everywhere: three digits from
 * 001, the time before the name, always milliseconds. */
static void add_chapters(struct tags *tags, const struct edition *edition,
                         struct arena *mem)
{
    for (size_t i = 0; i < edition->script->chapter_count; i++) {
        uint64_t ms = edition->timeline->chapters[i] * 1000 / AUDIO_RATE_HZ;
        struct buf key = {.mem = mem}, name = {.mem = mem}, at = {.mem = mem};

        buf_format(&key, "CHAPTER%03zu%c", i + 1, '\0');
        buf_format(&name, "CHAPTER%03zuNAME%c", i + 1, '\0');
        buf_format(&at, "%02u:%02u:%02u.%03u", (unsigned)(ms / 3600000),
                   (unsigned)(ms / 60000 % 60), (unsigned)(ms / 1000 % 60),
                   (unsigned)(ms % 1000));
        add_tag(tags, key.s, buf_str(&at));
        add_tag(tags, name.s, edition->script->chapters[i].title);
    }
}

/* RFC 7845, 5.2 */
static str opus_tags(const struct edition *edition, bool chapters,
                     struct arena *mem)
{
    const struct article *article = edition->article;
    const struct loudness *loudness = &edition->loudness;
    struct tags tags = {.bytes = {.mem = mem}};
    struct buf packet = {.mem = mem}, gain = {.mem = mem};

    buf_format(&gain, "%ld",
               isinf(loudness->integrated_lufs)
                   ? 0
                   : lround((REFERENCE_LUFS - loudness->integrated_lufs -
                             loudness->gain_db) *
                            GAIN_STEPS_PER_DB));
    add_tag(&tags, "TITLE", article->title);
    add_tag(&tags, "ARTIST", article->author);
    add_tag(&tags, "DATE", article->date);
    add_tag(&tags, "ORGANIZATION", article->source);
    add_tag(&tags, "LANGUAGE", STR("vie"));
    add_tag(&tags, "ENCODER", STR("baonoi " BAONOI_VERSION));
    add_tag(&tags, "R128_TRACK_GAIN", buf_str(&gain));
    if (chapters)
        add_chapters(&tags, edition, mem);

    buf_add(&packet, STR("OpusTags"));
    encode_u32_little(&packet, (uint32_t)edition->encoder.len);
    buf_add(&packet, edition->encoder);
    encode_u32_little(&packet, tags.count);
    buf_add(&packet, buf_str(&tags.bytes));
    return buf_str(&packet);
}

/* The stream as it is written. */
struct stream {
    ogg_stream_state *ogg;
    struct sink *sink;
    int64_t packet_count; /* all, headers too */
};

static bool put_pages(struct stream *stream, struct error *err)
{
    ogg_page page;

    while (ogg_stream_flush_fill(stream->ogg, &page, PAGE_MAX_BYTES))
        if (!sink_write(stream->sink, page.header, (size_t)page.header_len,
                        err) ||
            !sink_write(stream->sink, page.body, (size_t)page.body_len, err))
            return false;
    return true;
}

static bool put_packet(struct stream *stream, str bytes, int64_t granule,
                       bool last, struct error *err)
{
    ogg_packet packet = {
        .packet = (unsigned char *)(uintptr_t)bytes.s, /* libogg only reads */
        .bytes = (long)bytes.len,
        .b_o_s = stream->packet_count == 0,
        .e_o_s = last,
        .granulepos = granule,
        .packetno = stream->packet_count++,
    };

    if (ogg_stream_packetin(stream->ogg, &packet) != 0)
        return error_set(err, ERROR_INTERNAL, "libogg: no memory");
    return true;
}

/* The granule position at which the stretch ends. That of a whole edition which
 * is still being made is known once its last take is there. */
static uint64_t end_granule(const struct edition *edition,
                            struct stretch stretch)
{
    uint64_t end = stretch.end > 0 ? stretch.end : edition->timeline->total;

    return end == 0 ? UINT64_MAX
                    : (end - stretch.start) * (OPUS_RATE_HZ / AUDIO_RATE_HZ) +
                          edition->opus_lookahead;
}

/* Goes to the first packet of the stretch: in a mix it may lie inside a part.
 */
static bool go_to(struct reel *reel, uint64_t start, struct error *err)
{
    const struct parts *parts = &reel->edition->parts;
    str packet;

    if (start == 0)
        return true;
    while (reel->take + 1 < parts->count &&
           parts->starts[reel->take + 1] <= start)
        reel->take++;
    reel->at = parts->starts[reel->take] / PACKET_SAMPLES;
    while (reel->at < start / PACKET_SAMPLES)
        if (!reel_next(&packet, reel, err))
            return false;
    return true;
}

/* Whether the page ends with this packet: pages of a second, so that players
 * can seek; the first is short, so that a stream is heard at once. */
static bool ends_page(uint64_t index)
{
    return (index + 1) % PAGE_PACKETS == 0 || index + 1 == REEL_HEAD_PACKETS;
}

/* RFC 7845, 4: granule positions count from the pre-skip; the last cuts the
 * end of the last packet off. */
static bool put_audio(struct stream *stream, const struct edition *edition,
                      struct stretch stretch, struct arena mem,
                      struct error *err)
{
    struct reel reel = {.edition = edition, .mem = mem};
    bool last = false;

    if (!go_to(&reel, stretch.start, err))
        return false;
    for (uint64_t i = 0; !last; i++) {
        uint64_t granule = (i + 1) * PER_PACKET, end;
        str packet;

        if (!reel_next(&packet, &reel, err))
            return false;
        end = end_granule(edition, stretch);
        last = granule >= end;
        if (last)
            granule = end;
        if (!put_packet(stream, packet, (int64_t)granule, last, err) ||
            ((last || ends_page(i)) && !put_pages(stream, err)))
            return false;
    }
    return true;
}

/* A number for the stream that depends on what is in it and nothing else. */
static int serial_of(str head, str tags, struct arena mem)
{
    struct buf both = {.mem = &mem};
    struct hash hash;
    uint32_t serial;

    buf_add(&both, head);
    buf_add(&both, tags);
    hash = hash_of(buf_str(&both));
    memcpy(&serial, hash.bytes, sizeof serial);
    return (int)(serial & INT32_MAX);
}

static bool put_stream(struct sink *sink, const struct edition *edition,
                       struct stretch stretch, str tags, struct arena mem,
                       struct error *err)
{
    ogg_stream_state ogg;
    struct stream stream = {.ogg = &ogg, .sink = sink};
    str head = opus_head(edition, &mem);
    bool ok;

    if (tags.len > TAGS_MAX_BYTES)
        return error_set(err, ERROR_OUTPUT,
                         "%s: chapter titles of %zu bytes; players read no "
                         "header over %d; try --chapters none",
                         sink->path, tags.len, TAGS_MAX_BYTES);
    if (ogg_stream_init(&ogg, serial_of(head, tags, mem)) != 0)
        return error_set(err, ERROR_INTERNAL, "libogg: no memory");
    ok = put_packet(&stream, head, 0, false, err) && put_pages(&stream, err) &&
         put_packet(&stream, tags, 0, false, err) && put_pages(&stream, err) &&
         put_audio(&stream, edition, stretch, mem, err);
    ogg_stream_clear(&ogg);
    return ok;
}

bool opus_write(struct sink *sink, const struct edition *edition,
                struct stretch stretch, struct arena mem, struct error *err)
{
    str tags = opus_tags(edition, false, &mem);

    return put_stream(sink, edition, stretch, tags, mem, err);
}

static bool render_opus(struct sink *sink, const struct edition *edition,
                        struct arena mem, struct error *err)
{
    struct stretch whole = {0, edition->timeline->total};
    bool known = whole.end > 0; /* else the times of chapters aren't */
    str tags = opus_tags(edition, known, &mem);

    return put_stream(sink, edition, whole, tags, mem, err);
}

/* Whether the page is the one that must come now: of the one stream, the first
 * its beginning, none left out, none after the end. */
static bool is_next(const ogg_page *page, long number, int serial, bool ended)
{
    return !ended && ogg_page_pageno(page) == number &&
           (number == 0 ? ogg_page_bos(page) != 0
                        : ogg_page_serialno(page) == serial);
}

/* Reads pages until the last; libogg checks their sums. */
static bool read_pages(ogg_sync_state *sync, int fd)
{
    bool ended = false;
    long number = 0;
    int serial = 0;
    ogg_page page;
    ssize_t got;

    do {
        char *to = ogg_sync_buffer(sync, READ_BYTES);
        int found;

        got = read(fd, to, READ_BYTES);
        ogg_sync_wrote(sync, got > 0 ? got : 0);
        while ((found = ogg_sync_pageout(sync, &page)) != 0) {
            if (found < 0 || !is_next(&page, number, serial, ended))
                return false;
            serial = ogg_page_serialno(&page);
            ended = ogg_page_eos(&page);
            number++;
        }
    } while (got > 0);
    return got == 0 && ended && sync->fill == sync->returned;
}

static bool verify_opus(const char *path, struct arena tmp)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    ogg_sync_state sync;
    bool ok;

    (void)tmp;
    if (fd < 0)
        return false;
    ogg_sync_init(&sync);
    ok = read_pages(&sync, fd);
    ogg_sync_clear(&sync);
    close(fd);
    return ok;
}

const struct format format_opus = {
    .name = "opus",
    .suffix = ".opus",
    .about = "Ogg Opus with chapters, for players, phones and the web",
    .packets = true,
    .streams = true,
    .render = render_opus,
    .verify = verify_opus,
};
