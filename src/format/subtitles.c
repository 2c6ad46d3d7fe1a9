/* The written text with its times: WebVTT (w3.org/TR/webvtt1), SubRip, and the
 * lyrics that music players show. */
#include <string.h>

#include "base/utf8.h"
#include "format/cues.h"
#include "format/format.h"

#define VTT_HEAD "WEBVTT\n\n"
#define ARROW " --> "
#define MS_PER_S 1000
#define MS_PER_MIN 60000
#define MS_PER_H 3600000

/* ---- writing ------------------------------------------------------------ */

static uint64_t milliseconds(uint64_t samples)
{
    return samples * MS_PER_S / AUDIO_RATE_HZ;
}

static void add_times(struct buf *out, const struct cue *cue, char point)
{
    uint64_t times[] = {milliseconds(cue->start), milliseconds(cue->end)};

    for (size_t i = 0; i < 2; i++)
        buf_format(out, "%s%02u:%02u:%02u%c%03u", i == 0 ? "" : ARROW,
                   (unsigned)(times[i] / MS_PER_H),
                   (unsigned)(times[i] / MS_PER_MIN % 60),
                   (unsigned)(times[i] / MS_PER_S % 60), point,
                   (unsigned)(times[i] % MS_PER_S));
    buf_char(out, '\n');
}

/* What stands for a character of the text in WebVTT; empty for most. */
static str entity_of(int32_t code)
{
    switch (code) {
    case '&':
        return STR("&amp;");
    case '<':
        return STR("&lt;");
    case '>':
        return STR("&gt;");
    default:
        return (str){0};
    }
}

/* One line, but more when a word alone is longer than one; ends the last. */
static void add_text(struct buf *out, str text, size_t width, bool escaped)
{
    for (size_t count = 1; text.len > 0; count++) {
        int32_t code = utf8_next(&text);
        str entity = escaped ? entity_of(code) : (str){0};

        if (entity.len > 0)
            buf_add(out, entity);
        else
            utf8_add(out, utf8_is_space(code) ? ' ' : code);
        if (count % width == 0 && text.len > 0)
            buf_char(out, '\n');
    }
    buf_char(out, '\n');
}

static void add_vtt(struct buf *out, const struct cue *cue, size_t number)
{
    (void)number;
    add_times(out, cue, '.');
    add_text(out, cue->text, CUE_MAX_CHARACTERS, true);
    buf_char(out, '\n');
}

static void add_srt(struct buf *out, const struct cue *cue, size_t number)
{
    buf_format(out, "%zu\n", number);
    add_times(out, cue, ',');
    add_text(out, cue->text, CUE_MAX_CHARACTERS, false);
    buf_char(out, '\n');
}

static void add_lrc(struct buf *out, const struct cue *cue, size_t number)
{
    uint64_t ms = milliseconds(cue->start);

    (void)number;
    buf_format(out, "[%02u:%02u.%02u]", (unsigned)(ms / MS_PER_MIN),
               (unsigned)(ms / MS_PER_S % 60), (unsigned)(ms % MS_PER_S / 10));
    add_text(out, cue->text, SIZE_MAX, false);
}

/* The head, and all cues that are heard, a sentence at a time. */
static bool put(struct sink *sink, const struct edition *edition, str head,
                void (*add)(struct buf *out, const struct cue *cue,
                            size_t number),
                struct arena mem, struct error *err)
{
    size_t number = 0;

    if (!sink_write(sink, head.s, head.len, err))
        return false;
    for (size_t i = 0; i < edition->script->sentence_count; i++) {
        struct arena tmp = mem;
        struct cues cues = cues_of(edition, i, &tmp);
        struct buf out = {.mem = &tmp};

        for (size_t c = 0; c < cues.count; c++)
            if (milliseconds(cues.items[c].start) <
                milliseconds(cues.items[c].end))
                add(&out, &cues.items[c], ++number);
        if (!sink_write(sink, out.s, out.len, err))
            return false;
    }
    return true;
}

static bool render_vtt(struct sink *sink, const struct edition *edition,
                       struct arena mem, struct error *err)
{
    return put(sink, edition, STR(VTT_HEAD), add_vtt, mem, err);
}

static bool render_srt(struct sink *sink, const struct edition *edition,
                       struct arena mem, struct error *err)
{
    return put(sink, edition, (str){0}, add_srt, mem, err);
}

static void add_fact(struct buf *out, const char *key, str value)
{
    if (value.len > 0)
        buf_format(out, "[%s:%.*s]\n", key, STR_ARGS(value));
}

static bool render_lrc(struct sink *sink, const struct edition *edition,
                       struct arena mem, struct error *err)
{
    struct buf head = {.mem = &mem};

    add_fact(&head, "ti", edition->article->title);
    add_fact(&head, "ar", edition->article->author);
    add_fact(&head, "re", STR("baonoi " BAONOI_VERSION));
    return put(sink, edition, buf_str(&head), add_lrc, mem, err);
}

/* ---- verifying ---------------------------------------------------------- */

/* Whether the text ends so; '#' is a digit. */
static bool ends_like(str text, str shape)
{
    size_t skip = text.len - shape.len;

    for (size_t i = 0; i < shape.len; i++)
        if (text.len < shape.len ||
            (shape.s[i] == '#' ? !utf8_is_digit(text.s[skip + i])
                               : shape.s[i] != text.s[skip + i]))
            return false;
    return true;
}

/* A line of times, both of that shape. */
static bool is_times(str line, str shape)
{
    size_t arrow = str_find(line, STR(ARROW));

    return ends_like(str_slice(line, 0, arrow), shape) &&
           ends_like(line, shape);
}

/* From its head to the blank line behind the last cue. */
static bool verify(const char *path, str head, str shape, struct arena tmp)
{
    struct error unread;
    size_t cues = 0;
    str text;

    if (!io_read_file(&text, path, &tmp, &unread) || !utf8_valid(text) ||
        !str_starts(text, head) || !str_ends(text, STR("\n\n")))
        return false;
    while (text.len > 0) {
        str line = str_cut(text, '\n', &text);

        if (!str_has(line, STR(ARROW)))
            continue;
        if (!is_times(line, shape))
            return false;
        cues++;
    }
    return cues > 0;
}

static bool verify_vtt(const char *path, struct arena tmp)
{
    return verify(path, STR(VTT_HEAD), STR("##:##:##.###"), tmp);
}

static bool verify_srt(const char *path, struct arena tmp)
{
    return verify(path, STR("1\n"), STR("##:##:##,###"), tmp);
}

/* Every line is one of a time or a fact. */
static bool verify_lrc(const char *path, struct arena tmp)
{
    struct error unread;
    str text;

    if (!io_read_file(&text, path, &tmp, &unread) || !utf8_valid(text) ||
        !str_ends(text, STR("\n")))
        return false;
    while (text.len > 0)
        if (!str_starts(str_cut(text, '\n', &text), STR("[")))
            return false;
    return true;
}

const struct format format_vtt = {
    .name = "vtt",
    .suffix = ".vtt",
    .about = "WebVTT: the text in lines with times, for podcasts and the web",
    .render = render_vtt,
    .verify = verify_vtt,
};

const struct format format_srt = {
    .name = "srt",
    .suffix = ".srt",
    .about = "SubRip: the same for players of video",
    .render = render_srt,
    .verify = verify_srt,
};

const struct format format_lrc = {
    .name = "lrc",
    .suffix = ".lrc",
    .about = "LRC: the same as lyrics, for players of music",
    .render = render_lrc,
    .verify = verify_lrc,
};
