/* How an article is read, as a page to be checked by eye and ear. */
#include "web/report.h"

#include <stdio.h>
#include <string.h>

#include "base/encode.h"
#include "base/utf8.h"
#include "format/format.h"
#include "reading/script.h"
#include "web/assets.h"
#include "web/report_labels.h"
#include "web/sound.h"
#include "words/wordlist.h"

#define TIME_BYTES 32
#define SECONDS_PER_HOUR 3600
#define SKIP_BYTES 400 /* of a piece that is not read */
#define COLUMNS 5      /* of a reading; one less without times */
#define PAGE_END "</main>\n</body>\n</html>\n"

struct page {
    const struct edition *edition;
    const struct report_labels *labels;
    str sound; /* a reference to the file; empty when there is none */
};

static bool put(struct sink *sink, const struct buf *text, struct error *err)
{
    return text->len == 0 || sink_write(sink, text->s, text->len, err);
}

static void add_element(struct buf *out, const char *element, const char *text)
{
    buf_format(out, "<%s>%s</%s>\n", element, text, element);
}

/* ---- what there is to tell ----------------------------------------------- */

static size_t count_readings(const struct sentence *sentence)
{
    size_t count = 0;

    for (size_t w = 0; w < sentence->word_count; w++)
        count += script_is_reading(&sentence->words[w]);
    return count;
}

static size_t count_all(const struct script *script)
{
    size_t count = 0;

    for (size_t i = 0; i < script->sentence_count; i++)
        count += count_readings(script_sentence(script, i));
    return count;
}

/* Where the word is heard, in milliseconds. */
static uint64_t time_of(const struct edition *edition, size_t sentence,
                        size_t word)
{
    uint64_t samples = edition->timeline->sentences[sentence] +
                       edition->takes[sentence].words[word].start;

    return samples * 1000 / AUDIO_RATE_HZ;
}

static void write_time(char out[TIME_BYTES], uint64_t ms)
{
    unsigned s = (unsigned)(ms / 1000);

    if (s >= SECONDS_PER_HOUR)
        snprintf(out, TIME_BYTES, "%u:%02u:%02u", s / SECONDS_PER_HOUR,
                 s / 60 % 60, s % 60);
    else
        snprintf(out, TIME_BYTES, "%u:%02u", s / 60, s % 60);
}

/* ---- the head ------------------------------------------------------------ */

static void add_head(struct buf *out, const struct page *page)
{
    const struct edition *edition = page->edition;

    buf_format(out,
               "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n"
               "<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
               "content=\"width=device-width, initial-scale=1\">\n"
               "<link rel=\"icon\" href=\"data:,\">\n<title>%s",
               page->labels->language, page->labels->title);
    encode_markup(out, edition->article->title);
    buf_add(out, STR("</title>\n<style>"));
    buf_add(out, assets_report_style());
    buf_format(out,
               "</style>\n</head>\n<body>\n<main>\n<h1>%s<span lang=\"vi\">",
               page->labels->title);
    encode_markup(out, edition->article->title);
    buf_add(out, STR("</span></h1>\n<p>"));
    buf_format(out, "%zu %s, %zu %s, %zu %s.</p>\n", count_all(edition->script),
               page->labels->not_plain, script_count_unsure(edition->script),
               page->labels->guesses, edition->script->skip_count,
               page->labels->pieces);
    if (page->sound.len > 0)
        buf_format(
            out, "<audio controls preload=\"metadata\" src=\"%.*s\"></audio>\n",
            STR_ARGS(page->sound));
}

/* ---- one reading --------------------------------------------------------- */

/* Marks are in the order of the words; a word that the page has not has none.
 */
static void add_sentence(struct buf *out, const struct sentence *sentence)
{
    const char *at = sentence->written.s;
    const char *end = at + sentence->written.len;

    for (size_t w = 0; w < sentence->word_count; w++) {
        const struct word *word = &sentence->words[w];
        str before = {at, (size_t)(word->written.s - at)};

        if (!script_is_reading(word) || word->written.len == 0)
            continue;
        encode_markup(out, before);
        buf_add(out, STR("<mark>"));
        encode_markup(out, word->written);
        buf_add(out, STR("</mark>"));
        at = word->written.s + word->written.len;
    }
    encode_markup(out, (str){at, (size_t)(end - at)});
}

static void add_rule(struct buf *out, const struct page *page,
                     const struct word *word)
{
    const char *slash = word->entry ? strrchr(word->entry->file, '/') : NULL;

    buf_add(out,
            str_from(report_labels_name(page->edition->language, word->rule)));
    if (!word->entry)
        return;
    buf_add(out, STR(": "));
    encode_markup(out, str_from(slash ? slash + 1 : word->entry->file));
    buf_format(out, ", %s %u", page->labels->line, (unsigned)word->entry->line);
}

static void add_time(struct buf *out, const struct page *page, uint64_t ms)
{
    char time[TIME_BYTES];

    write_time(time, ms);
    buf_add(out, STR("<td>"));
    if (page->sound.len > 0) {
        buf_format(out, "<a href=\"%.*s#t=%.3f\" data-t=\"%.3f\" aria-label=\"",
                   STR_ARGS(page->sound), (double)ms / 1000, (double)ms / 1000);
        buf_add(out, str_slice(str_from(page->labels->from), 0,
                               strlen(page->labels->from) - 2));
        buf_format(out, "%s\">%s</a>", time, time);
    } else {
        buf_add(out, str_from(time));
    }
    buf_add(out, STR("</td>"));
}

static void add_reading(struct buf *out, const struct page *page,
                        size_t sentence, size_t w)
{
    const struct edition *edition = page->edition;
    const struct word *word = &edition->script->sentences[sentence].words[w];

    buf_format(out, "<tr id=\"r%zu-%zu\"><th scope=\"row\" lang=\"vi\">",
               sentence, w);
    encode_markup(out, word->written.len > 0 ? word->written : STR("\u2013"));
    buf_add(out, STR("</th><td lang=\"vi\">"));
    encode_markup(out, word->spoken);
    buf_add(out, STR("</td><td>"));
    add_rule(out, page, word);
    buf_format(out,
               word->unsure ? "</td><td class=\"unsure\">%s</td>"
                            : "</td><td>%s</td>",
               word->unsure ? page->labels->unsure : page->labels->sure);
    if (edition->takes)
        add_time(out, page, time_of(edition, sentence, w));
    buf_add(out, STR("</tr>\n"));
}

/* ---- the parts ----------------------------------------------------------- */

static void add_unsure(struct buf *out, const struct page *page)
{
    const struct script *script = page->edition->script;
    bool any = script_count_unsure(script) > 0;

    add_element(out, "h2", page->labels->unsure_heading);
    if (!any)
        add_element(out, "p", page->labels->no_unsure);
    buf_add(out, any ? STR("<ul lang=\"vi\">\n") : STR(""));
    for (size_t i = 0; i < script->sentence_count; i++) {
        const struct sentence *sentence = script_sentence(script, i);

        for (size_t w = 0; w < sentence->word_count; w++) {
            const struct word *word = &sentence->words[w];

            if (!word->unsure)
                continue;
            buf_format(out, "<li><a href=\"#r%zu-%zu\">", i, w);
            encode_markup(out, word->written);
            buf_add(out, STR("</a>: "));
            encode_markup(out, word->spoken);
            buf_add(out, STR("</li>\n"));
        }
    }
    buf_add(out, any ? STR("</ul>\n") : STR(""));
}

static bool open_table(struct sink *sink, const char *heading,
                       const char *const *heads, size_t count, struct arena mem,
                       struct error *err)
{
    struct buf out = {.mem = &mem};

    add_element(&out, "h2", heading);
    buf_add(&out, STR("<div class=\"wide\"><table>\n<thead><tr>"));
    for (size_t i = 0; i < count; i++)
        buf_format(&out, "<th scope=\"col\">%s</th>", heads[i]);
    buf_add(&out, STR("</tr></thead>\n"));
    return put(sink, &out, err);
}

static bool close_table(struct sink *sink, struct error *err)
{
    static const char end[] = "</table></div>\n";

    return sink_write(sink, end, strlen(end), err);
}

/* A sentence, and below it its readings. */
static bool put_sentence(struct sink *sink, const struct page *page,
                         size_t sentence, struct arena mem, struct error *err)
{
    const struct sentence *from =
        script_sentence(page->edition->script, sentence);
    struct buf out = {.mem = &mem};

    if (count_readings(from) == 0)
        return true;
    buf_format(&out,
               "<tbody>\n<tr><th scope=\"rowgroup\" colspan=\"%d\" "
               "lang=\"vi\">",
               page->edition->takes ? COLUMNS : COLUMNS - 1);
    add_sentence(&out, from);
    buf_add(&out, STR("</th></tr>\n"));
    for (size_t w = 0; w < from->word_count; w++)
        if (script_is_reading(&from->words[w]))
            add_reading(&out, page, sentence, w);
    buf_add(&out, STR("</tbody>\n"));
    return put(sink, &out, err);
}

static bool put_readings(struct sink *sink, const struct page *page,
                         struct arena mem, struct error *err)
{
    const struct report_labels *labels = page->labels;
    const char *const heads[COLUMNS] = {labels->written, labels->spoken,
                                        labels->rule, labels->sureness,
                                        labels->time};

    if (!open_table(sink, labels->readings, heads,
                    page->edition->takes ? COLUMNS : COLUMNS - 1, mem, err))
        return false;
    for (size_t i = 0; i < page->edition->script->sentence_count; i++)
        if (!put_sentence(sink, page, i, mem, err))
            return false;
    return close_table(sink, err);
}

static bool put_skips(struct sink *sink, const struct page *page,
                      struct arena mem, struct error *err)
{
    const struct report_labels *labels = page->labels;
    const struct script *script = page->edition->script;
    const char *const heads[] = {labels->written, labels->reason};
    bool ok = open_table(sink, labels->skips, heads, 2, mem, err);

    for (size_t i = 0; i < script->skip_count && ok; i++) {
        const struct skip *skip = &script->skips[i];
        str head = utf8_head(skip->written, SKIP_BYTES);
        struct arena tmp = mem;
        struct buf out = {.mem = &tmp};

        buf_format(&out, "%s<tr><td lang=\"vi\">", i == 0 ? "<tbody>\n" : "");
        encode_markup(&out, head);
        buf_format(&out, "%s</td><td>%s</td></tr>\n%s",
                   head.len < skip->written.len ? "…" : "",
                   report_labels_name(page->edition->language, skip->reason),
                   i + 1 == script->skip_count ? "</tbody>\n" : "");
        ok = put(sink, &out, err);
    }
    return ok && close_table(sink, err);
}

static str sound_of(const struct edition *edition, struct arena *mem)
{
    const struct format *file = edition->takes ? sound_file(edition) : NULL;
    struct buf out = {.mem = mem};

    if (file && edition->name.len > 0)
        sound_reference(&out, edition, file);
    return buf_str(&out);
}

bool report_write(struct sink *sink, const struct edition *edition,
                  struct arena mem, struct error *err)
{
    struct page page = {
        .edition = edition,
        .labels = report_labels_of(edition->language),
        .sound = sound_of(edition, &mem),
    };
    struct buf head = {.mem = &mem}, end = {.mem = &mem};

    add_head(&head, &page);
    add_unsure(&head, &page);
    if (page.sound.len > 0) {
        buf_add(&end, STR("<script>"));
        buf_add(&end, assets_report_script());
        buf_add(&end, STR("</script>\n"));
    }
    buf_add(&end, STR(PAGE_END));
    return put(sink, &head, err) &&
           (count_all(edition->script) == 0 ||
            put_readings(sink, &page, mem, err)) &&
           (edition->script->skip_count == 0 ||
            put_skips(sink, &page, mem, err)) &&
           put(sink, &end, err);
}

static bool verify_report(const char *path, struct arena tmp)
{
    struct error unread;
    str text;

    return io_read_file(&text, path, &tmp, &unread) && utf8_valid(text) &&
           str_ends(text, STR(PAGE_END));
}

const struct format format_report = {
    .name = "report",
    .suffix = ".report.html",
    .about = "a page of what is not read as written, with the second of each",
    .render = report_write,
    .verify = verify_report,
};
