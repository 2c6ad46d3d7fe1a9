/* What came of it: JSON for machines, a summary for people. */
#include "run/result.h"

#include <math.h>
#include <string.h>

#include "base/io.h"
#include "base/utf8.h"
#include "output/manifest.h"
#include "output/values.h"
#include "reading/script.h"
#include "sound/takes.h"

#define DIGITS 12 /* of a number: more would show the noise of doubles */
#define EXCERPT_BYTES 72
#define MEGABYTE 1e6
#define CHANGES_SHOWN 8
#define LEVEL_OFF_LU 0.3 /* more than this is told */

/* ---- readings and skips ------------------------------------------------- */

void result_readings(FILE *out, const struct article *article,
                     const struct script *script, bool only_unsure)
{
    for (size_t i = 0; i < script->sentence_count; i++) {
        const struct sentence *sentence = script_sentence(script, i);
        size_t line = article->blocks[sentence->block].line;

        for (size_t w = 0; w < sentence->word_count; w++) {
            const struct word *word = &sentence->words[w];

            if (only_unsure ? !word->unsure : !script_is_reading(word))
                continue;
            fprintf(out, "%4zu  %.*s → %.*s  [%s%s]\n", line,
                    STR_ARGS(word->written), STR_ARGS(word->spoken), word->rule,
                    word->unsure ? ", unsure" : "");
        }
    }
}

/* ---- JSON --------------------------------------------------------------- */

str result_path(const char *path, struct arena *mem)
{
    return utf8_clean(str_from(path), mem);
}

bool result_json(json_t *json, struct error *err)
{
    bool ok;

    if (!json)
        return error_set(err, ERROR_INTERNAL, "the result: no room for it");
    ok = json_dumpf(json, stdout, JSON_COMPACT | JSON_REAL_PRECISION(DIGITS)) ==
             0 &&
         fputc('\n', stdout) != EOF;
    json_decref(json);
    return (ok && fflush(stdout) == 0) || io_not_written("-", err);
}

/* To the millisecond. */
static double seconds(uint64_t samples)
{
    return round((double)samples * 1000 / AUDIO_RATE_HZ) / 1000;
}

static json_t *files_json(const struct output_files *files, struct arena *mem)
{
    json_t *list = json_array();

    for (size_t i = 0; i < files->count; i++) {
        const struct output_file *file = &files->files[i];
        str path = result_path(file->path, mem);

        json_array_append_new(list, json_pack("{s:s, s:s%, s:I, s:s}", "format",
                                              file->format->name, "path",
                                              JSON_STR(path), "size_bytes",
                                              (json_int_t)file->size_bytes,
                                              "sha256", file->sha256));
    }
    return list;
}

static json_t *unsure_json(const struct edition *edition)
{
    json_t *list = json_array();

    for (size_t i = 0; i < edition->script->sentence_count; i++) {
        const struct sentence *sentence = script_sentence(edition->script, i);

        for (size_t w = 0; w < sentence->word_count; w++) {
            const struct word *word = &sentence->words[w];
            uint64_t start = edition->timeline->sentences[i] +
                             edition->takes[i].words[w].start;

            if (word->unsure)
                json_array_append_new(
                    list, json_pack("{s:s%, s:s%, s:s, s:f}", "written",
                                    JSON_STR(word->written), "spoken",
                                    JSON_STR(word->spoken), "rule", word->rule,
                                    "start", seconds(start)));
        }
    }
    return list;
}

static size_t count_pieced(const struct edition *edition)
{
    size_t pieced = 0;

    for (size_t i = 0; i < edition->script->sentence_count; i++)
        pieced += edition->takes[i].pieced;
    return pieced;
}

static const char *const change_names[] = {"altered", "added", "removed"};

static json_t *changes_json(const struct changes *changes)
{
    json_t *list = json_array();

    for (size_t i = 0; i < changes->count; i++) {
        const struct change *change = &changes->items[i];
        json_t *item = json_pack("{s:s}", "kind", change_names[change->kind]);

        if (change->kind != CHANGE_ADDED)
            json_object_set_new(item, "before",
                                json_pack("{s:f, s:s%}", "start",
                                          change->before_s, "written",
                                          JSON_STR(change->before)));
        if (change->kind != CHANGE_REMOVED)
            json_object_set_new(item, "after",
                                json_pack("{s:f, s:s%}", "start",
                                          change->after_s, "written",
                                          JSON_STR(change->after)));
        json_array_append_new(list, item);
    }
    return list;
}

json_t *result_edition(const char *input, const struct edition *edition,
                       const struct output_files *files,
                       const struct changes *changes, struct arena *mem)
{
    const struct loudness *loudness = &edition->loudness;
    str article = result_path(input, mem);
    str manifest = {0};

    if (files->manifest)
        manifest = result_path(files->manifest, mem);
    return json_pack(
        "{s:s%, s:s%, s:s%, s:s%, s:I, s:o, s:f, s:o, s:o, s:o, s:{s:o, s:o}, "
        "s:o, s:o, s:o, s:I, s:I}",
        "article", JSON_STR(article), "title",
        JSON_STR(edition->article->title), "voice", JSON_STR(edition->voice),
        "manifest", JSON_STR(manifest), "revision",
        (json_int_t)edition->revision, "changes", changes_json(changes),
        "seconds", seconds(edition->timeline->total), "fit",
        manifest_fit(&edition->fit), "files", files_json(files, mem),
        "chapters", values_chapters(edition), "loudness", "integrated_lufs",
        values_level(loudness->integrated_lufs, loudness), "true_peak_dbtp",
        values_level(loudness->true_peak_dbtp, loudness), "unsure",
        unsure_json(edition), "skips", values_skips(edition->script),
        "left_out", values_left_out(edition->article), "lost_words",
        (json_int_t)takes_count_lost(edition), "pieced_sentences",
        (json_int_t)count_pieced(edition));
}

/* ---- the summary -------------------------------------------------------- */

/* What was moved to keep the time. */
static void print_fit(const struct fit *fit)
{
    if (fit->samples == 0)
        return;
    fprintf(stderr,
            "  by itself %.3f s long; at %.5g words a minute, pauses %.0f %%",
            fit->natural_s, fit->rate_wpm, fit->pauses * 100);
    if (fit->left_out > 0)
        fprintf(stderr, ", %zu left out at the end", fit->left_out);
    fputc('\n', stderr);
}

/* Scripts and players have no text; items of a feed have. */
static void print_left_out(const struct article *article)
{
    size_t items = 0;

    for (size_t i = 0; i < article->left_out_count; i++)
        if (strcmp(article->left_out[i].kind, "item") == 0)
            items += article->left_out[i].count;
    if (items > 0)
        fprintf(stderr,
                "  %zu item%s left out at the end: a feed gives %d at the "
                "most\n",
                items, items == 1 ? "" : "s", SCRIPT_MAX_CHAPTERS);
}

static void print_unread(const char *input, const struct edition *edition)
{
    const struct script *script = edition->script;
    size_t unsure = script_count_unsure(script);

    if (unsure > 0)
        fprintf(stderr, "  %zu reading%s unsure", unsure,
                unsure == 1 ? "" : "s");
    if (script->skip_count > 0)
        fprintf(stderr, "%s %zu piece%s of text not read",
                unsure > 0 ? "," : " ", script->skip_count,
                script->skip_count == 1 ? "" : "s");
    if (unsure + script->skip_count > 0)
        fprintf(stderr, ": see baonoi text --report %s\n",
                edition->article->story_count > 0 ? "--edition ARTICLE..."
                                                  : input);
}

/* At most CHANGES_SHOWN: --json has them all. */
static void print_changes(const struct edition *edition,
                          const struct changes *changes)
{
    if (changes->count == 0)
        return;
    fprintf(stderr, "  revision %u: %zu sentence%s changed\n",
            (unsigned)edition->revision, changes->count,
            changes->count == 1 ? "" : "s");
    for (size_t i = 0; i < changes->count && i < CHANGES_SHOWN; i++) {
        const struct change *change = &changes->items[i];
        bool removed = change->kind == CHANGE_REMOVED;
        double at = removed ? change->before_s : change->after_s;
        str text = removed ? change->before : change->after;

        fprintf(stderr, "    %d:%02d %s: %.*s\n", (int)at / 60, (int)at % 60,
                change_names[change->kind],
                STR_ARGS(utf8_head(text, EXCERPT_BYTES)));
    }
}

/* A line for each file; the files of a folder share one. */
static void print_files(const struct output_files *files)
{
    for (size_t i = 0, next; i < files->count && files->manifest; i = next) {
        const struct output_file *file = &files->files[i];
        bool folder = file->format->render_folder != NULL;
        uint64_t size_bytes = 0;
        size_t path = strlen(file->path);

        for (next = i;
             next < files->count && files->files[next].format == file->format;
             next++)
            size_bytes += files->files[next].size_bytes;
        if (folder)
            path = (size_t)(strrchr(file->path, '/') + 1 - file->path);
        fprintf(stderr, "  %.*s", (int)path, file->path);
        if (folder)
            fprintf(stderr, "  %zu files,", next - i);
        fprintf(stderr, "  %.1f MB\n", (double)size_bytes / MEGABYTE);
    }
}

void result_summary(const char *input, const struct edition *edition,
                    const struct output_files *files,
                    const struct changes *changes)
{
    uint64_t total = edition->timeline->total / AUDIO_RATE_HZ;
    size_t chapters = edition->script->chapter_count;

    double level =
        edition->loudness.integrated_lufs + edition->loudness.gain_db;
    double target = edition->loudness.target_lufs;

    fprintf(stderr, "%s: %d:%02d long, %zu chapter%s", io_input_name(input),
            (int)(total / 60), (int)(total % 60), chapters,
            chapters == 1 ? "" : "s");
    if (isfinite(level))
        fprintf(stderr, ", %.1f LUFS", level);
    if (isfinite(level) && fabs(level - target) > LEVEL_OFF_LU)
        fprintf(stderr, " (not %.1f: the true peak stands against it)", target);
    fputc('\n', stderr);
    print_fit(&edition->fit);
    print_changes(edition, changes);
    if (count_pieced(edition) > 0)
        fprintf(
            stderr,
            "  %zu spoken in pieces: the engine failed on the sentence as a "
            "whole\n",
            count_pieced(edition));
    if (edition->live)
        fputs("  sent while it was made: no chapters in it\n", stderr);
    print_files(files);
    if (files->manifest)
        fprintf(stderr, "  %s\n", files->manifest);
    print_left_out(edition->article);
    print_unread(input, edition);
}

void result_lost(const struct edition *edition)
{
    for (size_t i = 0; i < edition->script->sentence_count; i++) {
        str written = edition->script->sentences[i].written;
        str excerpt = utf8_head(written, EXCERPT_BYTES);

        if (edition->takes[i].lost_words > 0)
            fprintf(stderr, "  lost %u of %zu words: %.*s%s\n",
                    edition->takes[i].lost_words,
                    edition->script->sentences[i].word_count, STR_ARGS(excerpt),
                    excerpt.len < written.len ? "…" : "");
    }
}
