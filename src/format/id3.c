/* ID3v2.3 (id3.org, "ID3 tag version 2.3.0") with chapters ("ID3v2 Chapter
 * Frame Addendum" 1.0). */
#include "format/id3.h"

#include <string.h>

#include "base/utf8.h"

#define TAG_MAX_BYTES 1048576 /* FFmpeg looks no further for the sound */
#define CHAPTERS_MOST UINT8_MAX
#define LATIN_1 0
#define UTF_16 1
#define TOP_LEVEL_ORDERED 3
#define NO_OFFSET UINT32_MAX /* the times tell all */
#define PAIR_FIRST 0x10000   /* code points from here take two units */
#define ASCII_LAST 0x7F

static void add_u32(struct buf *out, uint32_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        buf_char(out, (char)(unsigned char)(value >> shift));
}

/* Seven bits in each byte, so that no player takes it for sound. */
static void add_length(struct buf *out, size_t length)
{
    for (int shift = 21; shift >= 0; shift -= 7)
        buf_char(out, (char)(length >> shift & 0x7F));
}

size_t id3_length(const unsigned char head[ID3_HEAD_BYTES])
{
    size_t length = 0;

    if (memcmp(head, "ID3", 3) != 0)
        return 0;
    for (size_t i = ID3_HEAD_BYTES - 4; i < ID3_HEAD_BYTES; i++)
        length = length << 7 | (head[i] & 0x7F);
    return ID3_HEAD_BYTES + length;
}

static void add_unit(struct buf *out, int32_t unit)
{
    buf_char(out, (char)(unsigned char)unit);
    buf_char(out, (char)(unsigned char)(unit >> 8));
}

static void add_utf16(struct buf *out, str text)
{
    add_unit(out, 0xFEFF); /* the byte order mark */
    while (text.len > 0) {
        int32_t code = utf8_next(&text);

        if (code >= PAIR_FIRST) {
            add_unit(out, 0xD800 + ((code - PAIR_FIRST) >> 10));
            code = 0xDC00 + ((code - PAIR_FIRST) & 0x3FF);
        }
        add_unit(out, code);
    }
}

static bool is_ascii(str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.s[i] > ASCII_LAST)
            return false;
    return true;
}

static void add_frame(struct buf *out, const char *id, str body)
{
    buf_add(out, str_from(id));
    add_u32(out, (uint32_t)body.len);
    buf_add(out, STR("\0\0")); /* no flags */
    buf_add(out, body);
}

/* Nothing without a text. */
static void add_text(struct buf *out, const char *id, str text,
                     struct arena *mem)
{
    struct buf body = {.mem = mem};

    if (text.len == 0)
        return;
    if (is_ascii(text)) {
        buf_char(&body, LATIN_1);
        buf_add(&body, text);
    } else {
        buf_char(&body, UTF_16);
        add_utf16(&body, text);
    }
    add_frame(out, id, buf_str(&body));
}

/* "2024-05-14T08:30" as year, day with month, and time. */
static void add_date(struct buf *out, str date, struct arena *mem)
{
    struct buf day = {.mem = mem}, time = {.mem = mem};

    if (date.len >= strlen("YYYY"))
        add_text(out, "TYER", str_slice(date, 0, 4), mem);
    if (date.len >= strlen("YYYY-MM-DD")) {
        buf_add(&day, str_slice(date, 8, 10));
        buf_add(&day, str_slice(date, 5, 7));
        add_text(out, "TDAT", buf_str(&day), mem);
    }
    if (date.len >= strlen("YYYY-MM-DDThh:mm")) {
        buf_add(&time, str_slice(date, 11, 13));
        buf_add(&time, str_slice(date, 14, 16));
        add_text(out, "TIME", buf_str(&time), mem);
    }
}

/* In three digits, as some readers sort by it. */
static void add_chapter_name(struct buf *out, size_t i)
{
    buf_format(out, "ch%03zu%c", i + 1, '\0');
}

static void add_contents(struct buf *out, size_t count, struct arena *mem)
{
    struct buf body = {.mem = mem};

    buf_add(&body, STR("toc\0"));
    buf_char(&body, TOP_LEVEL_ORDERED);
    buf_char(&body, (char)(unsigned char)count);
    for (size_t i = 0; i < count; i++)
        add_chapter_name(&body, i);
    add_frame(out, "CTOC", buf_str(&body));
}

static uint32_t milliseconds(uint64_t samples)
{
    return (uint32_t)(samples * 1000 / AUDIO_RATE_HZ);
}

static void add_chapter(struct buf *out, const struct edition *edition,
                        size_t i, struct arena *mem)
{
    const struct timeline *timeline = edition->timeline;
    bool last = i + 1 == edition->script->chapter_count;
    struct buf body = {.mem = mem};

    add_chapter_name(&body, i);
    add_u32(&body, milliseconds(timeline->chapters[i]));
    add_u32(&body,
            milliseconds(last ? timeline->total : timeline->chapters[i + 1]));
    add_u32(&body, NO_OFFSET);
    add_u32(&body, NO_OFFSET);
    add_text(&body, "TIT2", edition->script->chapters[i].title, mem);
    add_frame(out, "CHAP", buf_str(&body));
}

/* What is the same in all files of an edition. */
static void add_facts(struct buf *frames, const struct edition *edition,
                      struct arena *mem)
{
    const struct article *article = edition->article;

    add_text(frames, "TPE1", article->author, mem);
    add_text(frames, "TPUB", article->source, mem);
    add_text(frames, "TLAN", STR("vie"), mem);
    add_date(frames, article->date, mem);
    add_text(frames, "TSSE", STR("baonoi " BAONOI_VERSION), mem);
}

/* The frames behind their head. */
static bool finish(str *tag, const struct buf *frames, const char *path,
                   struct arena *mem, struct error *err)
{
    struct buf whole = {.mem = mem};

    if (frames->len > TAG_MAX_BYTES)
        return error_set(err, ERROR_OUTPUT,
                         "%s: titles of %zu bytes; players look for the sound "
                         "in the first %d; try --chapters none",
                         path, frames->len, TAG_MAX_BYTES);
    buf_add(&whole, STR("ID3\x03\0\0")); /* version 2.3.0, no flags */
    add_length(&whole, frames->len);
    buf_add(&whole, buf_str(frames));
    *tag = buf_str(&whole);
    return true;
}

bool id3_tag(str *tag, const struct edition *edition, const char *path,
             struct arena *mem, struct error *err)
{
    size_t chapters = edition->script->chapter_count;
    struct buf frames = {.mem = mem};

    if (chapters > CHAPTERS_MOST)
        return error_set(err, ERROR_OUTPUT,
                         "%s: %zu chapters, of %d that an MP3 can carry; try "
                         "--chapters none",
                         path, chapters, CHAPTERS_MOST);
    add_text(&frames, "TIT2", edition->article->title, mem);
    add_facts(&frames, edition, mem);
    if (chapters > 0)
        add_contents(&frames, chapters, mem);
    for (size_t i = 0; i < chapters; i++)
        add_chapter(&frames, edition, i, mem);
    return finish(tag, &frames, path, mem, err);
}

bool id3_texts(str *tag, const struct edition *edition, const char *path,
               struct arena *mem, struct error *err)
{
    struct buf frames = {.mem = mem};

    add_text(&frames, "TIT2", edition->article->title, mem);
    add_facts(&frames, edition, mem);
    return finish(tag, &frames, path, mem, err);
}

bool id3_track(str *tag, const struct edition *edition,
               const struct id3_track *track, const char *path,
               struct arena *mem, struct error *err)
{
    struct buf frames = {.mem = mem}, number = {.mem = mem};

    buf_format(&number, "%zu/%zu", track->number, track->count);
    add_text(&frames, "TIT2", track->title, mem);
    add_text(&frames, "TALB", edition->article->title, mem);
    add_text(&frames, "TRCK", buf_str(&number), mem);
    add_facts(&frames, edition, mem);
    return finish(tag, &frames, path, mem, err);
}
