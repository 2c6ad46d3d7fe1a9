/* Chapters as JSON (podcastindex.org/namespace/1.0, jsonChapters 1.2.0): apps
 * read them beside a sound that has none of its own. */
#include <jansson.h>
#include <string.h>

#include "format/format.h"

#define VERSION "1.2.0"

static json_t *chapters_json(const struct edition *edition)
{
    json_t *list = json_array();

    for (size_t i = 0; i < edition->script->chapter_count; i++) {
        uint64_t start = edition->timeline->chapters[i];
        str title = edition->script->chapters[i].title;

        json_array_append_new(
            list, json_pack("{s:I, s:s%}", "startTime",
                            (json_int_t)(start / AUDIO_RATE_HZ), "title",
                            title.s ? title.s : "", title.len));
    }
    return list;
}

static bool render_chapters(struct sink *sink, const struct edition *edition,
                            struct arena mem, struct error *err)
{
    json_t *value = json_pack("{s:s, s:o}", "version", VERSION, "chapters",
                              chapters_json(edition));
    char *text = json_dumps(value, JSON_INDENT(2));
    bool ok;

    (void)mem;
    ok = text ? sink_write(sink, text, strlen(text), err) &&
                    sink_write(sink, "\n", 1, err)
              : error_set(err, ERROR_INTERNAL, "%s: no JSON", sink->path);
    free(text);
    json_decref(value);
    return ok;
}

static bool verify_chapters(const char *path, struct arena tmp)
{
    struct error unread;
    json_t *value;
    str text;
    bool ok;

    if (!io_read_file(&text, path, &tmp, &unread))
        return false;
    value = json_loadb(text.s ? text.s : "", text.len, 0, NULL);
    ok = json_is_string(json_object_get(value, "version")) &&
         json_is_array(json_object_get(value, "chapters"));
    json_decref(value);
    return ok;
}

const struct format format_chapters = {
    .name = "chapters",
    .suffix = ".chapters.json",
    .about = "JSON chapters (Podcasting 2.0), for podcast apps",
    .render = render_chapters,
    .verify = verify_chapters,
};
