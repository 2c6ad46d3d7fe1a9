/* baonoi lexicon: lists of words of one's own, checked and converted. */
#include <stdio.h>
#include <string.h>

#include "base/io.h"
#include "base/utf8.h"
#include "command/command.h"
#include "run/paths.h"
#include "run/result.h"
#include "run/setup.h"
#include "reading/script.h"
#include "words/lexicon.h"
#include "words/meant.h"
#include "words/pls.h"

/* ---- what is told of a list ---------------------------------------------- */

struct check {
    const struct options *options;
    const struct lexicon *shipped; /* without the list */
    struct lexicon lexicon;        /* with it */
    struct wordlist list;
    str bytes;
    size_t bad, warnings;
    json_t *notes; /* NULL: they are printed */
};

/* One line of the list: what is wrong with it, and what was meant, if known. */
static void note(struct check *check, bool bad, size_t line, str what,
                 str meant)
{
    bad ? check->bad++ : check->warnings++;
    if (check->notes) {
        json_array_append_new(
            check->notes,
            json_pack("{s:s, s:I, s:s%, s:s%}", "kind", bad ? "bad" : "warning",
                      "line", (json_int_t)line, "what", JSON_STR(what), "meant",
                      JSON_STR(meant)));
        return;
    }
    if (!bad && check->options->quiet)
        return;
    printf("%s:%zu: %s%.*s\n", io_input_name(check->list.file), line,
           bad ? "" : "warning: ", STR_ARGS(what));
    if (meant.len > 0)
        printf("    perhaps: %.*s\n", STR_ARGS(meant));
}

static str line_of(str bytes, size_t number, struct arena *mem)
{
    str line = {0};

    while (number-- > 0)
        line = wordlist_cut_line(&bytes);
    return utf8_clean(line, mem);
}

/* An entry that could stand in place of the line; empty when none is known. */
static str mend(const struct check *check, size_t line, struct arena *mem)
{
    struct buf meant = {.mem = mem};
    struct wordlist list = {.file = ""};

    if (pls_is_one(check->bytes) ||
        !meant_line(&meant, line_of(check->bytes, line, mem), check->shipped))
        return (str){0};
    wordlist_read(&list, buf_str(&meant), NULL, mem);
    return list.entry_count == 1 ? buf_str(&meant) : (str){0};
}

static void tell_faults(struct check *check, struct arena tmp)
{
    for (size_t i = 0; i < check->list.fault_count; i++) {
        const struct fault *fault = &check->list.faults[i];
        struct arena mem = tmp;
        struct buf what = {.mem = &mem};

        buf_format(&what, "\"%.*s\" %s", STR_ARGS(fault->text), fault->what);
        note(check, true, fault->line, buf_str(&what),
             fault->skipped ? (str){0} : mend(check, fault->line, &mem));
    }
}

/* ---- entries that do nothing --------------------------------------------- */

static bool is_reading(const struct entry *entry, str spoken)
{
    str context = entry_context(entry);

    if (str_has(spoken, entry_spoken(entry)))
        return true;
    while (context.len > 0) {
        str clues = str_cut(context, '|', &context);

        if (str_has(spoken, str_trim(str_cut(clues, ':', &clues))))
            return true;
    }
    return false;
}

/* What may stand around an entry that is read. */
static const struct context {
    const char *before, *after;
} alone = {"", ""}, contexts[] = {
                        {"", ""},
                        {"5 ", ""},
                        {"của ", " Hà"},
                        {"", " 5"},
};

/* Reads the written form there; false when nothing is said. */
static bool read_in(struct script *script, const struct context *context,
                    const struct entry *entry, const struct lexicon *lexicon,
                    struct arena *mem)
{
    const struct script_options reading = {0};
    struct buf text = {.mem = mem};
    struct block *block = ARENA_ONE(mem, struct block);
    struct article article = {.blocks = block, .block_count = 1};
    struct error none;

    buf_format(&text, "%s%.*s%s", context->before,
               STR_ARGS(entry_written(entry)), context->after);
    *block = (struct block){.role = ROLE_BODY, .text = buf_str(&text)};
    return script_write(script, &article, lexicon, &reading, mem, &none);
}

static bool is_used(const struct entry *entry, const struct lexicon *lexicon,
                    struct arena tmp)
{
    for (size_t i = 0; i < sizeof contexts / sizeof contexts[0]; i++) {
        struct arena mem = tmp;
        struct script script = {0};

        if (!read_in(&script, &contexts[i], entry, lexicon, &mem))
            continue;
        for (size_t w = 0; w < script.sentences[0].word_count; w++) {
            const struct word *word = &script.sentences[0].words[w];

            if (str_has(word->written, entry_written(entry)) &&
                is_reading(entry, word->spoken))
                return true;
        }
    }
    return false;
}

static void tell_unused(struct check *check, const struct entry *entry,
                        struct arena mem)
{
    struct script script = {0};
    struct buf what = {.mem = &mem}, spoken = {.mem = &mem};

    buf_format(&what, "\"%.*s\" is never read by this entry: ",
               STR_ARGS(entry_written(entry)));
    if (!read_in(&script, &alone, entry, &check->lexicon, &mem)) {
        buf_format(&what, "nothing in it is spoken");
    } else {
        script_text(&spoken, &script.sentences[0], true);
        spoken.len -= str_ends(buf_str(&spoken), STR("."));
        buf_format(&what, "it is \"%.*s\", by the rule of \"%s\"",
                   STR_ARGS(buf_str(&spoken)),
                   script.sentences[0].words[0].rule);
    }
    note(check, false, entry->line, buf_str(&what), (str){0});
}

/* The entry of a line that has one. */
static const struct entry *entry_at(const struct wordlist *list, size_t line)
{
    size_t first = 0, end = list->entry_count;

    while (end - first > 1) {
        size_t middle = first + (end - first) / 2;

        if (list->entries[middle].line > line)
            end = middle;
        else
            first = middle;
    }
    return &list->entries[first];
}

/* The line that says last how the same is spoken. */
static size_t last_line(const struct check *check, const struct entry *entry)
{
    for (enum word_list list = 0; list < WORDS_COUNT; list++) {
        const struct entry *found =
            lexicon_find(&check->lexicon, list, entry_written(entry));

        if (found && found->file == entry->file && found->line > entry->line &&
            str_eq(entry_written(entry_at(&check->list, found->line)),
                   entry_written(entry)))
            return found->line;
    }
    return entry->line;
}

static void tell_entries(struct check *check, struct arena tmp)
{
    for (size_t i = 0; i < check->list.entry_count; i++) {
        const struct entry *entry = &check->list.entries[i];
        size_t last = last_line(check, entry);
        struct arena mem = tmp;
        struct buf what = {.mem = &mem};

        if (last != entry->line) {
            buf_format(&what, "\"%.*s\" stands again in line %zu, which counts",
                       STR_ARGS(entry_written(entry)), last);
            note(check, false, entry->line, buf_str(&what), (str){0});
        } else if (!is_used(entry, &check->lexicon, mem)) {
            tell_unused(check, entry, mem);
        }
    }
    for (size_t i = 0; i < check->list.changed_count; i++)
        note(check, false, check->list.changed[i],
             STR("is not in Unicode's normal form C, but read as if it were"),
             (str){0});
}

/* ---- check --------------------------------------------------------------- */

static bool finish(struct check *check, struct error *err)
{
    size_t entries = check->list.entry_count;

    if (check->notes)
        return result_json(
            json_pack("{s:s, s:I, s:I, s:I, s:o}", "file", check->list.file,
                      "entries", (json_int_t)entries, "bad",
                      (json_int_t)check->bad, "warnings",
                      (json_int_t)check->warnings, "notes", check->notes),
            err);
    if (!check->options->quiet)
        printf("%s: %zu entr%s, %zu bad, %zu warning%s\n",
               io_input_name(check->list.file), entries,
               entries == 1 ? "y" : "ies", check->bad, check->warnings,
               check->warnings == 1 ? "" : "s");
    return true;
}

static bool check_one(size_t *bad, const char *path,
                      const struct options *options,
                      const struct lexicon *shipped, struct arena mem,
                      struct error *err)
{
    struct check check = {.options = options, .shipped = shipped};

    if (!io_read_file(&check.bytes, path, &mem, err))
        return false;
    check.list.file = path;
    wordlist_read(&check.list, check.bytes, NULL, &mem);
    lexicon_lay(&check.lexicon, shipped, &check.list, &mem);
    check.notes = options->json ? json_array() : NULL;
    tell_faults(&check, mem);
    tell_entries(&check, mem);
    *bad += check.bad;
    return finish(&check, err);
}

static bool check_lists(const struct options *options,
                        const struct texts *files, struct arena *mem,
                        struct error *err)
{
    const char *voices;
    struct lexicon shipped;
    size_t bad = 0;

    if (!paths_voices(&voices, options, mem, err) ||
        !lexicon_load(&shipped, paths_words(voices, mem), NULL, 0, mem, err))
        return false;
    for (size_t i = 0; i < files->count; i++)
        if (!check_one(&bad, files->items[i], options, &shipped, *mem, err))
            return false;
    return bad == 0 ||
           error_set(err, ERROR_INPUT, "%s: %zu line%s bad",
                     files->count == 1 ? files->items[0] : "lexicon check", bad,
                     bad == 1 ? " is" : "s are");
}

/* ---- import -------------------------------------------------------------- */

static bool import_list(const struct options *options,
                        const struct texts *files, struct arena *mem,
                        struct error *err)
{
    const char *path = files->items[0];
    struct wordlist list = {.file = path};
    str bytes;

    if (!io_read_file(&bytes, path, mem, err))
        return false;
    wordlist_read(&list, bytes, NULL, mem);
    for (size_t i = 0; i < list.fault_count && !options->quiet; i++)
        fprintf(stderr, "%s:%zu: \"%.*s\" %s\n", io_input_name(path),
                list.faults[i].line, STR_ARGS(list.faults[i].text),
                list.faults[i].what);
    for (size_t i = 0; i < list.entry_count; i++) {
        const struct entry *entry = &list.entries[i];

        printf("%.*s\t%.*s%s%.*s\n", STR_ARGS(entry_written(entry)),
               STR_ARGS(entry_spoken(entry)),
               entry_context(entry).len > 0 ? "\t" : "",
               STR_ARGS(entry_context(entry)));
    }
    return list.entry_count > 0 ||
           error_set(err, ERROR_INPUT, "%s: no word of it can be said",
                     io_input_name(path));
}

/* ---- the command --------------------------------------------------------- */

static const struct action {
    const char *name;
    size_t most; /* files */
    bool (*run)(const struct options *options, const struct texts *files,
                struct arena *mem, struct error *err);
} actions[] = {
    {"check", (size_t)-1, check_lists},
    {"import", 1, import_list},
};

bool command_lexicon(const struct options *options, struct arena *mem,
                     struct error *err)
{
    const struct texts files = {options->operands.items + 1,
                                options->operands.count - 1};
    const char *name = options->operands.items[0];

    for (size_t i = 0; i < sizeof actions / sizeof actions[0]; i++) {
        if (strcmp(actions[i].name, name) != 0)
            continue;
        if (files.count > actions[i].most)
            return error_set(err, ERROR_USAGE, "%s: one too many for %s",
                             files.items[1], name);
        return actions[i].run(options, &files, mem, err);
    }
    return error_set(err, ERROR_USAGE, "%s: neither check nor import", name);
}
