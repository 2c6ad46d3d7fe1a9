/* ID3v2.3 (id3.org, "ID3 tag version 2.3.0") with chapters ("ID3v2 Chapter
 * Frame Addendum" 1.0). */
#include "format/id3.h"

#include <math.h>
#include <string.h>

#include "base/encode.h"
#include "base/utf8.h"
#include "format/cues.h"
#include "format/notes.h"
#include "reading/script.h"

#define TAG_MAX_BYTES 1048576 /* FFmpeg looks no further for the sound */
#define CHAPTERS_MOST UINT8_MAX
#define LANGUAGE "vie"
#define LATIN_1 0
#define UTF_16 1
#define TOP_LEVEL_ORDERED 3
#define FRONT_COVER 3
#define IN_MILLISECONDS 2
#define TRANSCRIPT 2
#define REPLAYGAIN_LUFS (-18.0) /* of ReplayGain 2.0 */
#define NO_OFFSET UINT32_MAX    /* the times tell all */
#define PAIR_FIRST 0x10000      /* code points from here take two units */
#define ASCII_LAST 0x7F

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
    encode_u32_big(out, (uint32_t)body.len);
    buf_add(out, STR("\0\0")); /* no flags */
    buf_add(out, body);
}

/* Text in the encoding that the frame names. */
static void add_encoded(struct buf *out, str text, int encoding)
{
    if (encoding == LATIN_1)
        buf_add(out, text);
    else
        add_utf16(out, text);
}

static int encoding_of(str text)
{
    return is_ascii(text) ? LATIN_1 : UTF_16;
}

/* Nothing without a text. */
static void add_text(struct buf *out, const char *id, str text,
                     struct arena *mem)
{
    struct buf body = {.mem = mem};

    if (text.len == 0)
        return;
    buf_char(&body, (char)encoding_of(text));
    add_encoded(&body, text, encoding_of(text));
    add_frame(out, id, buf_str(&body));
}

/* A text of some length, in Vietnamese (COMM, USLT); nothing without one. */
static void add_full_text(struct buf *out, const char *id, str text,
                          struct arena *mem)
{
    struct buf body = {.mem = mem};

    if (text.len == 0)
        return;
    buf_char(&body, UTF_16);
    buf_add(&body, STR(LANGUAGE));
    add_utf16(&body, (str){0});
    add_unit(&body, 0);
    add_utf16(&body, text);
    add_frame(out, id, buf_str(&body));
}

/* A text that has a name, both of ASCII. */
static void add_named(struct buf *out, const char *name, str text,
                      struct arena *mem)
{
    struct buf body = {.mem = mem};

    buf_char(&body, LATIN_1);
    buf_format(&body, "%s%c%.*s", name, '\0', STR_ARGS(text));
    add_frame(out, "TXXX", buf_str(&body));
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
    encode_u32_big(&body, milliseconds(timeline->chapters[i]));
    encode_u32_big(&body, milliseconds(last ? timeline->total
                                            : timeline->chapters[i + 1]));
    encode_u32_big(&body, NO_OFFSET);
    encode_u32_big(&body, NO_OFFSET);
    add_text(&body, "TIT2", edition->script->chapters[i].title, mem);
    add_frame(out, "CHAP", buf_str(&body));
}

/* ---- what a whole edition tells ----------------------------------------- */

static void add_cover(struct buf *out, const struct picture *cover,
                      struct arena *mem)
{
    struct buf body = {.mem = mem};

    if (!cover->type)
        return;
    buf_char(&body, LATIN_1);
    buf_format(&body, "%s%c%c%c", cover->type, '\0', FRONT_COVER, '\0');
    buf_add(&body, cover->bytes);
    add_frame(out, "APIC", buf_str(&body));
}

/* For players that even out what they play; the peak is the most it may be. */
static void add_level(struct buf *out, const struct edition *edition,
                      struct arena *mem)
{
    const struct loudness *loudness = &edition->loudness;
    double lufs = loudness->integrated_lufs + loudness->gain_db;

    if (!isfinite(lufs))
        return;
    add_named(out, "REPLAYGAIN_TRACK_GAIN",
              str_from(str_format(mem, "%.2f dB", REPLAYGAIN_LUFS - lufs)),
              mem);
    add_named(
        out, "REPLAYGAIN_TRACK_PEAK",
        str_from(str_format(mem, "%.6f", pow(10, edition->ceiling_dbtp / 20))),
        mem);
}

/* The address of the article. */
static void add_address(struct buf *out, str address)
{
    if (address.len > 0 && is_ascii(address))
        add_frame(out, "WOAS", address);
}

/* The text, a line for each paragraph. */
static void add_transcript(struct buf *out, const struct script *script,
                           struct arena *mem)
{
    struct buf text = {.mem = mem};

    for (size_t i = 0; i < script->sentence_count; i++) {
        const struct sentence *sentence = script_sentence(script, i);

        if (i > 0)
            buf_char(&text, sentence->block == sentence[-1].block ? ' ' : '\n');
        buf_add(&text, sentence->written);
    }
    add_full_text(out, "USLT", buf_str(&text), mem);
}

/* The text in lines with their times. */
static void add_timed_transcript(struct buf *out, const struct edition *edition,
                                 struct arena *mem)
{
    struct arena scratch = arena_halve(mem);
    struct buf body = {.mem = mem};

    buf_char(&body, UTF_16);
    buf_add(&body, STR(LANGUAGE));
    buf_char(&body, IN_MILLISECONDS);
    buf_char(&body, TRANSCRIPT);
    add_utf16(&body, (str){0});
    add_unit(&body, 0);
    for (size_t i = 0; i < edition->script->sentence_count; i++) {
        struct arena tmp = scratch;
        struct cues cues = cues_of(edition, i, &tmp);

        for (size_t c = 0; c < cues.count; c++) {
            add_utf16(&body, cues.items[c].text);
            add_unit(&body, 0);
            encode_u32_big(&body, milliseconds(cues.items[c].start));
        }
    }
    add_frame(out, "SYLT", buf_str(&body));
}

/* What is the same in all files of an edition. */
static void add_facts(struct buf *frames, const struct edition *edition,
                      struct arena *mem)
{
    const struct article *article = edition->article;

    add_text(frames, "TPE1", article->author, mem);
    add_text(frames, "TPUB", article->source, mem);
    add_text(frames, "TLAN", STR(LANGUAGE), mem);
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

/* The text, as far as there is room for it. */
static void add_text_of_sound(struct buf *frames, const struct edition *edition,
                              struct arena *mem)
{
    struct buf plain = {.mem = mem}, timed = {.mem = mem};

    add_transcript(&plain, edition->script, mem);
    if (frames->len + plain.len <= TAG_MAX_BYTES)
        buf_add(frames, buf_str(&plain));
    add_timed_transcript(&timed, edition, mem);
    if (frames->len + timed.len <= TAG_MAX_BYTES)
        buf_add(frames, buf_str(&timed));
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
    add_full_text(&frames, "COMM", notes_summary(edition, mem), mem);
    add_address(&frames, edition->article->address);
    add_level(&frames, edition, mem);
    add_cover(&frames, &edition->cover, mem);
    add_text_of_sound(&frames, edition, mem);
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
