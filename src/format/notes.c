/* Show notes as text, for the descriptions of podcasts and videos: apps make
 * links of times at the start of a line. */
#include "format/notes.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "format/format.h"

#define SENTENCES 2 /* of a body, when there is no lead */
#define HOUR_S 3600
#define MINUTE_S 60

void notes_add_time(struct buf *out, uint64_t seconds)
{
    unsigned hours = (unsigned)(seconds / HOUR_S);

    if (hours > 0)
        buf_format(out, "%u:", hours);
    buf_format(out, "%02u:%02u", (unsigned)(seconds / MINUTE_S % MINUTE_S),
               (unsigned)(seconds % MINUTE_S));
}

/* The first sentences of the first block of that role. */
static str sentences_of(const struct script *script, enum role role,
                        size_t most, struct arena *mem)
{
    const struct sentence *first = NULL;
    struct buf text = {.mem = mem};
    size_t taken = 0;

    for (size_t i = 0; i < script->sentence_count && taken < most; i++) {
        const struct sentence *sentence = &script->sentences[i];

        if (sentence->role != role ||
            (first && sentence->block != first->block))
            continue;
        first = first ? first : sentence;
        if (taken++ > 0)
            buf_char(&text, ' ');
        buf_add(&text, sentence->written);
    }
    return buf_str(&text);
}

str notes_summary(const struct edition *edition, struct arena *mem)
{
    str lead = sentences_of(edition->script, ROLE_LEAD, SIZE_MAX, mem);

    return lead.len > 0
               ? lead
               : sentences_of(edition->script, ROLE_BODY, SENTENCES, mem);
}

/* Paragraphs have an empty line between them. */
static void begin_paragraph(struct buf *out)
{
    if (out->len > 0)
        buf_char(out, '\n');
}

static void add_paragraph(struct buf *out, str text)
{
    if (text.len == 0)
        return;
    begin_paragraph(out);
    buf_format(out, "%.*s\n", STR_ARGS(text));
}

static bool render_notes(struct sink *sink, const struct edition *edition,
                         struct arena mem, struct error *err)
{
    const struct article *article = edition->article;
    const struct script *script = edition->script;
    str summary = notes_summary(edition, &mem);
    struct buf out = {.mem = &mem};

    add_paragraph(&out, article->title);
    add_paragraph(&out, summary);
    if (script->chapter_count > 0)
        begin_paragraph(&out);
    for (size_t i = 0; i < script->chapter_count; i++) {
        notes_add_time(&out, edition->timeline->chapters[i] / AUDIO_RATE_HZ);
        buf_format(&out, " %.*s\n", STR_ARGS(script->chapters[i].title));
    }
    add_paragraph(&out, article->source);
    add_paragraph(&out, article->address);
    return sink_write(sink, out.s, out.len, err);
}

/* Its lines end, the last one too. */
static bool verify_notes(const char *path, struct arena tmp)
{
    struct error unread;
    str text;

    return io_read_file(&text, path, &tmp, &unread) && utf8_valid(text) &&
           str_ends(text, STR("\n"));
}

const struct format format_notes = {
    .name = "notes",
    .suffix = ".notes.txt",
    .about = "show notes with times, for descriptions of podcasts and videos",
    .render = render_notes,
    .verify = verify_notes,
};
