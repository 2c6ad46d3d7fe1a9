/* The manifest of an edition: one line of JSON for each sentence, so that a
 * long edition is never in memory as one value. */
#include "output/manifest.h"

#include <math.h>
#include <string.h>

#include "article/article.h"
#include "format/notes.h"
#include "output/values.h"
#include "reading/script.h"
#include "speech/voice.h"

#define JSON_FLAGS (JSON_COMPACT | JSON_REAL_PRECISION(12))

/* Writes `before`, the value, and forgets the value. */
static bool put(struct sink *sink, const char *before, json_t *value,
                struct error *err)
{
    char *text = json_dumps(value, JSON_FLAGS | JSON_ENCODE_ANY);
    bool ok = text && sink_write(sink, before, strlen(before), err) &&
              sink_write(sink, text, strlen(text), err);

    if (!text)
        error_set(err, ERROR_INTERNAL, "%s: no JSON", sink->path);
    free(text);
    json_decref(value);
    return ok;
}

static json_t *files_json(const struct output_files *files)
{
    json_t *list = json_array();

    for (size_t i = 0; i < files->count; i++) {
        const struct output_file *file = &files->files[i];

        json_array_append_new(list, json_pack("{s:s, s:s, s:I, s:s}", "name",
                                              file->name, "format",
                                              file->format->name, "bytes",
                                              (json_int_t)file->size_bytes,
                                              "sha256", file->sha256));
    }
    return list;
}

/* The first sentence of the script that stands in the story or below it. */
static size_t first_sentence(const struct script *script,
                             const struct story *story)
{
    size_t at = 0;

    while (at < script->sentence_count &&
           script->sentences[at].block < story->first_block)
        at++;
    return at;
}

static json_t *stories_json(const struct edition *edition)
{
    const struct article *article = edition->article;
    json_t *list = json_array();

    for (size_t i = 0; i < article->story_count; i++) {
        const struct story *story = &article->stories[i];
        size_t first = first_sentence(edition->script, story);

        if (first == edition->script->sentence_count)
            break; /* this and what follows was left out */
        json_array_append_new(
            list, json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:I}", "start",
                            values_seconds(edition->timeline->sentences[first]),
                            "title", values_text(story->title), "author",
                            values_text(story->author), "date",
                            values_text(story->date), "source",
                            values_text(story->source), "address",
                            values_text(story->address), "sentence",
                            (json_int_t)first));
    }
    return list;
}

static json_t *word_json(const struct word *word, uint64_t start, uint64_t end)
{
    json_t *value = json_pack("{s:o, s:o, s:o, s:o, s:s}", "start",
                              values_seconds(start), "end", values_seconds(end),
                              "written", values_text(word->written), "spoken",
                              values_text(word->spoken), "rule", word->rule);

    if (word->unsure)
        json_object_set_new(value, "unsure", json_true());
    return value;
}

static json_t *sentence_json(const struct edition *edition, size_t i,
                             struct arena mem)
{
    const struct sentence *sentence = script_sentence(edition->script, i);
    const struct take *take = &edition->takes[i];
    uint64_t start = edition->timeline->sentences[i];
    struct buf spoken = {.mem = &mem};
    json_t *words = json_array(), *value;

    script_text(&spoken, sentence, false);
    for (size_t w = 0; w < sentence->word_count; w++)
        json_array_append_new(words, word_json(&sentence->words[w],
                                               start + take->words[w].start,
                                               start + take->words[w].end));
    value = json_pack("{s:o, s:o, s:s, s:o, s:o, s:o}", "start",
                      values_seconds(start), "end",
                      values_seconds(start + take->sample_count), "role",
                      article_role_name(sentence->role), "written",
                      values_text(sentence->written), "spoken",
                      values_text(buf_str(&spoken)), "words", words);
    if (sentence->voice)
        json_object_set_new(value, "voice", values_text(sentence->voice->name));
    if (take->lost_words > 0)
        json_object_set_new(value, "lost_words",
                            json_integer((json_int_t)take->lost_words));
    return value;
}

json_t *manifest_fit(const struct fit *fit)
{
    if (fit->samples == 0)
        return json_null();
    return json_pack("{s:o, s:f, s:f, s:f, s:I}", "asked",
                     values_seconds(fit->samples), "natural", fit->natural_s,
                     "rate_wpm", fit->rate_wpm, "pauses",
                     round(fit->pauses * 1000) / 1000, "left_out",
                     (json_int_t)fit->left_out);
}

static json_t *loudness_json(const struct loudness *loudness)
{
    return json_pack(
        "{s:o, s:o, s:o}", "target_lufs", json_real(loudness->target_lufs),
        "integrated_lufs", values_level(loudness->integrated_lufs, loudness),
        "true_peak_dbtp", values_level(loudness->true_peak_dbtp, loudness));
}

static bool put_sentences(struct sink *sink, const struct edition *edition,
                          struct arena mem, struct error *err)
{
    const char *before = ",\n\"sentences\":[\n";

    for (size_t i = 0; i < edition->script->sentence_count; i++) {
        if (!put(sink, before, sentence_json(edition, i, mem), err))
            return false;
        before = ",\n";
    }
    return sink_write(sink, "\n]}\n", strlen("\n]}\n"), err);
}

bool manifest_write(struct sink *sink, const struct edition *edition,
                    const struct output_files *files, struct arena mem,
                    struct error *err)
{
    const struct article *article = edition->article;
    const struct {
        const char *before;
        json_t *value;
    } members[] = {
        {MANIFEST_HEAD, json_integer(MANIFEST_VERSION)},
        {",\n\"program\":", json_string("baonoi " BAONOI_VERSION)},
        {",\n\"id\":", values_text(edition->identity)},
        {",\n\"revision\":", json_integer(edition->revision)},
        {",\n\"input_sha256\":", values_text(article->sum)},
        {",\n\"title\":", values_text(article->title)},
        {",\n\"author\":", values_text(article->author)},
        {",\n\"date\":", values_text(article->date)},
        {",\n\"source\":", values_text(article->source)},
        {",\n\"address\":", values_text(article->address)},
        {",\n\"summary\":", values_text(notes_summary(edition, &mem))},
        {",\n\"language\":", json_string("vi")},
        {",\n\"voice\":", values_text(edition->voice)},
        {",\n\"settings\":", values_text(edition->settings)},
        {",\n\"engine\":", values_text(edition->engine)},
        {",\n\"encoder\":", values_text(edition->encoder)},
        {",\n\"seconds\":", values_seconds(edition->timeline->total)},
        {",\n\"fit\":", manifest_fit(&edition->fit)},
        {",\n\"loudness\":", loudness_json(&edition->loudness)},
        {",\n\"files\":", files_json(files)},
        {",\n\"articles\":", stories_json(edition)},
        {",\n\"chapters\":", values_chapters(edition)},
        {",\n\"skipped\":", values_skips(edition->script)},
        {",\n\"left_out\":", values_left_out(article)},
    };
    bool ok = true;

    for (size_t i = 0; i < sizeof members / sizeof members[0]; i++)
        if (ok)
            ok = put(sink, members[i].before, members[i].value, err);
        else
            json_decref(members[i].value);
    return ok && put_sentences(sink, edition, mem, err);
}

/* ---- reading it ---------------------------------------------------------- */

#define SENTENCES "\"sentences\":["

/* The lines of the file up to that which opens the sentences, closed there; or
 * all of them. */
static str read_head(FILE *file, char **line, size_t *size, struct arena *mem)
{
    struct buf head = {.mem = mem};
    ssize_t len;

    while ((len = getline(line, size, file)) > 0) {
        if (str_eq((str){*line, (size_t)len}, STR(SENTENCES "\n"))) {
            buf_add(&head, STR(SENTENCES "]}"));
            break;
        }
        buf_add(&head, (str){*line, (size_t)len});
    }
    return buf_str(&head);
}

/* The sentences, one a line, to the end of the manifest. */
static bool read_sentences(FILE *file, char **line, size_t *size,
                           manifest_sentence *each, void *context)
{
    ssize_t len;

    while ((len = getline(line, size, file)) > 0) {
        str text = {*line, (size_t)len};
        json_t *sentence;

        if (str_eq(text, STR("]}\n")))
            return true;
        sentence = json_loadb(text.s, text.len, JSON_DISABLE_EOF_CHECK, NULL);
        if (!sentence)
            return false;
        each(context, sentence);
        json_decref(sentence);
    }
    return false;
}

/* Those of a file that others have written anew, in lines of their own. */
static void give_sentences(json_t *manifest, manifest_sentence *each,
                           void *context)
{
    json_t *sentence;
    size_t i;

    json_array_foreach(json_object_get(manifest, "sentences"), i, sentence)
        each(context, sentence);
    json_object_del(manifest, "sentences");
}

json_t *manifest_read(const char *path, manifest_sentence *each, void *context,
                      struct arena tmp)
{
    FILE *file = path ? fopen(path, "re") : NULL;
    json_t *manifest;
    char *line = NULL;
    size_t size = 0;
    str head;

    if (!file)
        return NULL;
    head = read_head(file, &line, &size, &tmp);
    manifest = json_loadb(head.s ? head.s : "", head.len, 0, NULL);
    if (!json_is_integer(json_object_get(manifest, "manifest")) ||
        (str_ends(head, STR(SENTENCES "]}")) &&
         !read_sentences(file, &line, &size, each, context))) {
        json_decref(manifest);
        manifest = NULL;
    }
    give_sentences(manifest, each, context);
    free(line);
    fclose(file);
    return manifest;
}

static void ignore(void *context, const json_t *sentence)
{
    (void)context;
    (void)sentence;
}

json_t *manifest_load(const char *path, struct arena tmp)
{
    return manifest_read(path, ignore, NULL, tmp);
}

str manifest_text(const json_t *object, const char *key, struct arena *mem)
{
    const json_t *value = json_object_get(object, key);

    if (!json_is_string(value))
        return (str){0};
    return str_copy((str){json_string_value(value), json_string_length(value)},
                    mem);
}

bool manifest_is_of(const char *path, str input_sum, struct arena tmp)
{
    json_t *manifest = manifest_load(path, tmp);
    bool same =
        str_eq(manifest_text(manifest, "input_sha256", &tmp), input_sum);

    json_decref(manifest);
    return same;
}
