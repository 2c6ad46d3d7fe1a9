/* baonoi text: how an article, or a line, is read aloud. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "article/gather.h"
#include "base/io.h"
#include "base/utf8.h"
#include "command/command.h"
#include "output/values.h"
#include "run/paths.h"
#include "run/plan.h"
#include "run/result.h"
#include "run/lists.h"
#include "words/lexicon.h"
#include "reading/script.h"
#include "web/report.h"
#include "words/wordlist.h"

#define CHUNK_BYTES ((size_t)64 << 10)
#define EXCERPT_BYTES 72

/* ---- lines -------------------------------------------------------------- */

struct line_reader {
    const struct lexicon *lexicon;
    const struct script_options *reading;
    struct buf line; /* read so far */
};

/* Prints the spoken form of the line, and begins the next. */
static void speak_line(struct line_reader *reader)
{
    struct arena tmp = *reader->line.mem;
    str line, spoken;

    for (size_t i = 0; i < reader->line.len; i++)
        if (reader->line.s[i] == '\r')
            reader->line.s[i] = ' ';
    line = utf8_clean(buf_str(&reader->line), &tmp);
    spoken = script_line(line, reader->lexicon, reader->reading, &tmp);
    if (spoken.len > 0)
        fwrite(spoken.s, 1, spoken.len, stdout);
    putchar('\n');
    reader->line.len = 0;
}

static void take_chunk(struct line_reader *reader, str chunk)
{
    while (memchr(chunk.s, '\n', chunk.len)) {
        buf_add(&reader->line, str_cut(chunk, '\n', &chunk));
        speak_line(reader);
    }
    buf_add(&reader->line, chunk);
}

/* Each line is answered as soon as it has come, so that a program at the other
 * end of the pipes may wait for the answer. */
static bool run_lines(const struct lexicon *lexicon,
                      const struct script_options *reading, struct arena *mem,
                      struct error *err)
{
    struct line_reader reader = {lexicon, reading, {.mem = mem}};
    char chunk[CHUNK_BYTES];
    ssize_t got;

    while ((got = read(STDIN_FILENO, chunk, sizeof chunk)) != 0) {
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return error_set(err, ERROR_INPUT, "standard input: not read: %s",
                             strerror(errno));
        take_chunk(&reader, (str){chunk, (size_t)got});
        if (reader.line.len > IO_INPUT_MAX_BYTES)
            return error_set(err, ERROR_INPUT,
                             "standard input: a line larger than %zu MiB",
                             IO_INPUT_MAX_BYTES >> 20);
        if (fflush(stdout) != 0)
            return io_not_written("-", err);
    }
    if (reader.line.len > 0)
        speak_line(&reader);
    return true;
}

/* ---- an article --------------------------------------------------------- */

static void print_text(const struct script *script, struct arena tmp)
{
    for (size_t i = 0; i < script->sentence_count; i++) {
        const struct sentence *sentence = script_sentence(script, i);
        struct arena mem = tmp;
        struct buf text = {.mem = &mem};

        if (i > 0 && sentence->block != sentence[-1].block)
            putchar('\n');
        script_text(&text, sentence, false);
        buf_char(&text, '\n');
        fwrite(text.s, 1, text.len, stdout);
    }
}

static void print_report(const struct article *article,
                         const struct script *script)
{
    puts("line  written → spoken  [rule]");
    result_readings(stdout, article, script, false);
    if (script->skip_count > 0)
        puts("\nline  not read  [reason]");
    for (size_t i = 0; i < script->skip_count; i++) {
        const struct skip *skip = &script->skips[i];
        str excerpt = utf8_head(skip->written, EXCERPT_BYTES);

        printf("%4zu  %.*s%s  [%s]\n", article->blocks[skip->block].line,
               STR_ARGS(excerpt), excerpt.len < skip->written.len ? "…" : "",
               skip->reason);
    }
    for (size_t i = 0; i < article->left_out_count; i++)
        printf("%s%4zu  <%s>, %zu bytes\n",
               i == 0 ? "\ncount  element without text\n" : "",
               article->left_out[i].count, article->left_out[i].kind,
               article->left_out[i].size_bytes);
}

static bool print_page(const struct article *article,
                       const struct script *script,
                       const struct options *options, struct arena mem,
                       struct error *err)
{
    const struct edition edition = {
        .article = article,
        .script = script,
        .language = (enum language)options->language,
    };
    struct sink sink = {0};
    bool ok =
        sink_open_stream(&sink, err) && report_write(&sink, &edition, mem, err);

    sink_close(&sink);
    return ok;
}

/* The entry of a word list that the reading is of, if any. */
static void add_entry(json_t *value, const struct word *word)
{
    if (!word->entry)
        return;
    json_object_set_new(value, "list", json_string(word->entry->file));
    json_object_set_new(value, "list_line",
                        json_integer((json_int_t)word->entry->line));
}

static json_t *words_json(const struct sentence *sentence, bool only_readings)
{
    json_t *list = json_array();

    for (size_t i = 0; i < sentence->word_count; i++) {
        const struct word *word = &sentence->words[i];

        json_t *value;

        if (only_readings && !script_is_reading(word))
            continue;
        value =
            json_pack("{s:s%, s:s%, s:s, s:b}", "written",
                      JSON_STR(word->written), "spoken", JSON_STR(word->spoken),
                      "rule", word->rule, "unsure", word->unsure);
        add_entry(value, word);
        json_array_append_new(list, value);
    }
    return list;
}

static bool print_json(const struct article *article,
                       const struct script *script, bool only_readings,
                       struct arena tmp, struct error *err)
{
    json_t *list = json_array();

    for (size_t i = 0; i < script->sentence_count; i++) {
        const struct sentence *sentence = script_sentence(script, i);
        struct arena mem = tmp;
        struct buf text = {.mem = &mem};

        script_text(&text, sentence, false);
        json_array_append_new(
            list, json_pack("{s:I, s:I, s:s%, s:s%, s:o}", "block",
                            (json_int_t)sentence->block, "line",
                            (json_int_t)article->blocks[sentence->block].line,
                            "written", JSON_STR(sentence->written), "spoken",
                            JSON_STR(text), "words",
                            words_json(sentence, only_readings)));
    }
    return result_json(json_pack("{s:s%, s:o, s:o, s:o, s:I}", "title",
                                 JSON_STR(article->title), "sentences", list,
                                 "skips", values_skips(script), "left_out",
                                 values_left_out(article), "unsure",
                                 (json_int_t)script_count_unsure(script)),
                       err);
}

static bool check_sure(const struct options *options,
                       const struct article *article,
                       const struct script *script, struct error *err)
{
    size_t unsure = script_count_unsure(script);

    if (!options->strict || unsure == 0)
        return true;
    if (options->report == REPORT_NONE && !options->json && !options->quiet) {
        fflush(stdout);
        result_readings(stderr, article, script, true);
    }
    return error_set(err, ERROR_UNSURE, "%s: %zu reading%s unsure",
                     options->operands.items[0], unsure,
                     unsure == 1 ? "" : "s");
}

static bool print_as_asked(const struct options *options,
                           const struct article *article,
                           const struct script *script, struct arena mem,
                           struct error *err)
{
    if (options->json || options->report == REPORT_JSON)
        return print_json(article, script, options->report != REPORT_NONE, mem,
                          err);
    if (options->report == REPORT_HTML)
        return print_page(article, script, options, mem, err);
    if (options->report == REPORT_TEXT)
        print_report(article, script);
    else
        print_text(script, mem);
    return true;
}

static bool run_article(const struct options *options,
                        const struct lexicon *lexicon,
                        const struct script_options *reading, struct arena *mem,
                        struct error *err)
{
    const struct gather inputs = plan_inputs(options, 0);
    struct article article = {0};
    struct script script = {0};

    if (!gather_articles(&article, &inputs, mem, err) ||
        !script_write(&script, &article, lexicon, reading, mem, err))
        return false;
    if (!print_as_asked(options, &article, &script, *mem, err))
        return false;
    return check_sure(options, &article, &script, err);
}

bool command_text(const struct options *options, struct arena *mem,
                  struct error *err)
{
    const struct script_options reading = {
        .captions = options->captions,
        .region = (enum region)options->region,
    };
    struct lexicon lexicon;
    const char *voices;

    if ((options->operands.count == 0) != options->lines)
        return error_set(
            err, ERROR_USAGE,
            options->lines ? "--lines: reads standard input, takes no file"
                           : "text: ARTICLE is missing; see baonoi help text");
    if (options->json && options->report == REPORT_HTML)
        return error_set(err, ERROR_USAGE, "--report=html: not with --json");
    if (!paths_voices(&voices, options, mem, err) ||
        !lists_read(&lexicon, options, voices, mem, err))
        return false;
    return options->lines ? run_lines(&lexicon, &reading, mem, err)
                          : run_article(options, &lexicon, &reading, mem, err);
}
