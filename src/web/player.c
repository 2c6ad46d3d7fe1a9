/* The player of an edition as HTML: native audio, what helps around it, and
 * the times that it follows the text by. */
#include "web/player.h"

#include <jansson.h>
#include <string.h>

#include "base/encode.h"
#include "format/format.h"
#include "reading/script.h"
#include "web/labels.h"
#include "web/sound.h"

#define SAMPLES_PER_MS (AUDIO_RATE_HZ / 1000)

static unsigned long milliseconds(uint64_t samples)
{
    return (unsigned long)((samples + SAMPLES_PER_MS / 2) / SAMPLES_PER_MS);
}

/* Minutes and seconds, with hours where there are any. */
static void add_clock(struct buf *out, uint64_t samples)
{
    unsigned long seconds = (unsigned long)(samples / AUDIO_RATE_HZ);

    if (seconds >= 3600)
        buf_format(out, "%lu:%02lu:%02lu", seconds / 3600, seconds / 60 % 60,
                   seconds % 60);
    else
        buf_format(out, "%lu:%02lu", seconds / 60, seconds % 60);
}

static bool put(struct sink *sink, const struct buf *text, struct error *err)
{
    return sink_write(sink, text->s, text->len, err);
}

/* ---- what stands around the sound ---------------------------------------- */

static void add_button(struct buf *out, const char *action, const char *label)
{
    buf_format(out, "<button type=\"button\" data-do=\"%s\">%s</button>\n",
               action, label);
}

static void add_rates(struct buf *out, const char *label)
{
    static const char *const rates[] = {"0.75", "1",    "1.25",
                                        "1.5",  "1.75", "2"};

    buf_format(out, "<label>%s <select class=\"bn-rate\">\n", label);
    for (size_t i = 0; i < sizeof rates / sizeof rates[0]; i++)
        buf_format(out, "<option value=\"%s\"%s>%s×</option>\n", rates[i],
                   strcmp(rates[i], "1") == 0 ? " selected" : "", rates[i]);
    buf_add(out, STR("</select></label>\n"));
}

/* The choice of a voice, where there is one. */
static void add_voices(struct buf *out, const struct edition *edition,
                       const char *prefix, const struct labels *labels)
{
    if (!edition->also)
        return;
    buf_format(out, "<fieldset class=\"bn-voices\"><legend>%s</legend>\n",
               labels->voice);
    for (const struct edition *one = edition; one; one = one->also) {
        buf_format(out,
                   "<label><input type=\"radio\" class=\"bn-voice\" "
                   "name=\"%svoice\"%s> ",
                   prefix, one == edition ? " checked" : "");
        encode_markup(out, labels_voice(edition->language, one->voice));
        buf_add(out, STR("</label>\n"));
    }
    buf_add(out, STR("</fieldset>\n"));
}

/* Hidden until the script is there that they need. */
static void add_controls(struct buf *out, const struct edition *edition,
                         const char *prefix, const struct labels *labels)
{
    buf_add(out, STR("<div class=\"bn-controls\" hidden>\n"));
    add_button(out, "play", labels->play);
    add_button(out, "back", labels->back);
    add_button(out, "ahead", labels->ahead);
    add_button(out, "sentence-back", labels->sentence_back);
    add_button(out, "sentence-ahead", labels->sentence_ahead);
    buf_format(out, "<details class=\"bn-options\"><summary>%s</summary>\n",
               edition->also ? labels->voice_options : labels->options);
    add_voices(out, edition, prefix, labels);
    add_rates(out, labels->rate);
    buf_format(out,
               "<label><input type=\"checkbox\" class=\"bn-follow\" checked> "
               "%s</label>\n</details>\n</div>\n"
               "<p class=\"bn-status\" role=\"status\"></p>\n",
               labels->follow);
}

static void add_chapters(struct buf *out, const struct edition *edition,
                         const char *prefix, const struct labels *labels)
{
    const struct script *script = edition->script;

    if (script->chapter_count == 0)
        return;
    buf_format(out,
               "<details class=\"bn-chapters\"><summary>%s (%zu)</summary>\n"
               "<ol>\n",
               labels->chapters, script->chapter_count);
    for (size_t i = 0; i < script->chapter_count; i++) {
        buf_format(out, "<li%s><a href=\"#%ss%zu\">",
                   script->chapters[i].level > 1 ? " class=\"bn-inner\"" : "",
                   prefix, script->chapters[i].first_sentence);
        encode_markup(out, script->chapters[i].title);
        buf_add(out, STR("</a> <span class=\"bn-at\">"));
        add_clock(out, edition->timeline->chapters[i]);
        buf_add(out, STR("</span></li>\n"));
    }
    buf_add(out, STR("</ol></details>\n"));
}

/* The other files of the edition, beside the page. */
static void add_downloads(struct buf *out, const struct edition *edition,
                          const struct labels *labels)
{
    size_t links = 0;

    for (size_t i = 0; i < edition->format_count; i++) {
        const struct format *format = edition->formats[i];

        if (format == &format_html || format == &format_fragment)
            continue;
        if (links++ == 0)
            buf_format(out,
                       "<details class=\"bn-downloads\"><summary>%s"
                       "</summary>\n<ul>\n",
                       labels->downloads);
        buf_add(out, STR("<li><a download href=\""));
        sound_reference(out, edition, format);
        buf_add(out, STR("\">"));
        encode_markup(out, edition->name);
        buf_format(out, "%s</a></li>\n", format->suffix);
    }
    if (links > 0)
        buf_add(out, STR("</ul></details>\n"));
}

/* ---- the sound ----------------------------------------------------------- */

/* One for each voice, named where there are several; the script shows one at a
 * time. */
static bool put_sounds(struct sink *sink, const struct edition *edition,
                       const struct labels *labels, struct arena mem,
                       struct error *err)
{
    for (const struct edition *one = edition; one; one = one->also) {
        struct buf out = {.mem = &mem};
        str voice = labels_voice(edition->language, one->voice);

        if (edition->also) {
            buf_add(&out, STR("<p class=\"bn-which\">"));
            encode_markup(&out, voice);
            buf_add(&out, STR("</p>\n"));
        }
        buf_add(&out, STR("<audio controls preload=\"metadata\" "
                          "aria-label=\""));
        encode_markup(&out, voice);
        buf_add(&out, STR("\">\n"));
        if (!put(sink, &out, err) || !sound_write(sink, one, mem, err))
            return false;
        out.len = 0;
        buf_format(&out, "%s\n</audio>\n", labels->failed);
        if (!put(sink, &out, err))
            return false;
    }
    return true;
}

bool player_write(struct sink *sink, const struct edition *edition,
                  const char *prefix, int level, struct arena mem,
                  struct error *err)
{
    const struct labels *labels = labels_of(edition->language);
    struct buf out = {.mem = &mem};

    buf_format(&out,
               "<section class=\"bn-player\" lang=\"%s\" "
               "aria-labelledby=\"%splayer\">\n"
               "<h%d id=\"%splayer\">%s (",
               labels->language, prefix, level, prefix, labels->listen);
    add_clock(&out, edition->timeline->total);
    buf_format(&out, ")</h%d>\n", level);
    if (!put(sink, &out, err) || !put_sounds(sink, edition, labels, mem, err))
        return false;
    out.len = 0;
    add_controls(&out, edition, prefix, labels);
    buf_format(&out, "</section>\n<div class=\"bn-more\" lang=\"%s\">\n",
               labels->language);
    add_chapters(&out, edition, prefix, labels);
    add_downloads(&out, edition, labels);
    buf_format(&out, "<p class=\"bn-note\">%s</p>\n</div>\n", labels->note);
    return put(sink, &out, err);
}

/* ---- the times ----------------------------------------------------------- */

/* All but the voices. */
static json_t *head_json(const struct edition *edition)
{
    const struct labels *labels = labels_of(edition->language);
    const struct article *article = edition->article;
    str artist = article->author.len > 0 ? article->author : article->source;

#define TEXT(text) ((text).s ? (text).s : ""), (text).len
    return json_pack("{s:s%, s:s%, s:s%, s:{s:s, s:s, s:s, s:s, s:s}}", "id",
                     TEXT(edition->identity), "title", TEXT(article->title),
                     "artist", TEXT(artist), "words", "play", labels->play,
                     "pause", labels->pause, "from", labels->from, "resumed",
                     labels->resumed, "failed", labels->failed);
#undef TEXT
}

static void add_times(struct buf *out, const struct edition *edition, size_t i)
{
    const struct sentence *sentence = script_sentence(edition->script, i);
    const struct take *take = &edition->takes[i];
    uint64_t start = edition->timeline->sentences[i];

    buf_format(out, "%s[%lu,%lu", i > 0 ? ",\n" : "\n", milliseconds(start),
               milliseconds(start + take->sample_count));
    for (size_t w = 0; w < sentence->word_count; w++)
        buf_format(out, ",%lu", milliseconds(start + take->words[w].start));
    buf_char(out, ']');
}

static bool put_voice(struct sink *sink, const struct edition *edition,
                      bool first, struct arena mem, struct error *err)
{
    const struct timeline *timeline = edition->timeline;
    struct buf out = {.mem = &mem};

    /* The name of a file of voices/: letters, digits, hyphens, but a path
     * where the user gave one. */
    buf_format(&out, "%s{\"name\":\"", first ? "" : ",\n");
    encode_reference(&out, edition->voice);
    buf_format(&out, "\",\"total\":%lu,\"chapters\":[",
               milliseconds(timeline->total));
    for (size_t i = 0; i < edition->script->chapter_count; i++)
        buf_format(&out, "%s%lu", i > 0 ? "," : "",
                   milliseconds(timeline->chapters[i]));
    buf_add(&out, STR("],\"sentences\":["));
    if (!put(sink, &out, err))
        return false;
    for (size_t i = 0; i < edition->script->sentence_count; i++) {
        out.len = 0;
        add_times(&out, edition, i);
        if (!put(sink, &out, err))
            return false;
    }
    out.len = 0;
    buf_add(&out, STR("]}"));
    return put(sink, &out, err);
}

bool player_data(struct sink *sink, const struct edition *edition,
                 struct arena mem, struct error *err)
{
    json_t *head = head_json(edition);
    char *json = head ? json_dumps(head, JSON_COMPACT) : NULL;
    struct buf out = {.mem = &mem};
    bool ok;

    json_decref(head);
    if (!json)
        return error_set(err, ERROR_INTERNAL, "%s: no JSON", sink->path);
    buf_add(&out, STR("<script type=\"application/json\" class=\"bn-data\">"));
    /* Without its last brace: the voices follow. */
    encode_script(&out, (str){json, strlen(json) - 1});
    free(json);
    buf_add(&out, STR(",\"voices\":["));
    ok = put(sink, &out, err);
    for (const struct edition *one = edition; ok && one; one = one->also)
        ok = put_voice(sink, one, one == edition, mem, err);
    out.len = 0;
    buf_add(&out, STR("]}</script>\n"));
    return ok && put(sink, &out, err);
}
