/* baonoi voices: a list of them, or a sample of each. */
#include <stdio.h>
#include <unistd.h>

#include "base/encode.h"
#include "base/io.h"
#include "command/command.h"
#include "run/paths.h"
#include "run/plan.h"
#include "run/result.h"
#include "speech/voice.h"

#define NAME_COLUMNS 12
#define SAMPLE_TEXT "sample.txt"

struct voices {
    const char *folder;
    struct voice *items;
    size_t count;
};

static bool load_all(struct voices *voices, const struct options *options,
                     struct arena *mem, struct error *err)
{
    struct voices all = {0};
    str *names;

    if (!paths_voices(&all.folder, options, mem, err) ||
        !voice_list(&names, &all.count, all.folder, mem, err))
        return false;
    all.items = ARENA_ARRAY(mem, struct voice, all.count);
    for (size_t i = 0; i < all.count; i++)
        if (!voice_load(&all.items[i], all.folder, str_zero(names[i], mem), mem,
                        err))
            return false;
    *voices = all;
    return true;
}

static bool list_json(const struct voices *voices, struct error *err)
{
    json_t *list = json_array();

    for (size_t i = 0; i < voices->count; i++) {
        const struct voice *voice = &voices->items[i];

        json_array_append_new(list, json_pack("{s:s%, s:s%, s:s%, s:f}", "name",
                                              JSON_STR(voice->name), "about",
                                              JSON_STR(voice->about), "engine",
                                              JSON_STR(voice->engine),
                                              "rate_wpm", voice->rate_wpm));
    }
    return result_json(json_pack("{s:o}", "voices", list), err);
}

static void list_text(const struct voices *voices, bool only_names)
{
    for (size_t i = 0; i < voices->count; i++) {
        const struct voice *voice = &voices->items[i];

        if (only_names)
            printf("%.*s\n", STR_ARGS(voice->name));
        else
            printf("%-*.*s  %.*s\n", NAME_COLUMNS, STR_ARGS(voice->name),
                   STR_ARGS(voice->about));
    }
}

static const char *join(const char *folder, str name, struct arena *mem)
{
    struct buf path = {.mem = mem};

    buf_format(&path, "%s/%.*s%c", folder, STR_ARGS(name), '\0');
    return path.s;
}

/* The sounds of a voice that are there, for a player to choose from. */
static void add_sounds(struct buf *page, const char *folder, str name,
                       struct arena tmp)
{
    static const char *const suffixes[] = {".opus", ".mp3", ".wav"};
    const char *base = join(folder, name, &tmp);

    for (size_t i = 0; i < sizeof suffixes / sizeof suffixes[0]; i++) {
        if (access(str_format(&tmp, "%s%s", base, suffixes[i]), F_OK) != 0)
            continue;
        buf_add(page, STR("  <source src=\""));
        encode_markup(page, name);
        buf_format(page, "%s\">\n", suffixes[i]);
    }
}

static str sample_page(const struct voices *voices, const char *folder,
                       str text, struct arena *mem, struct arena tmp)
{
    struct buf page = {.mem = mem};

    buf_add(&page, STR("<!DOCTYPE html>\n<html lang=\"vi\">\n"
                       "<meta charset=\"utf-8\">\n"
                       "<meta name=\"viewport\" "
                       "content=\"width=device-width\">\n"
                       "<title>Giọng đọc</title>\n<h1>Giọng đọc</h1>\n"
                       "<p style=\"white-space: pre-line\">"));
    encode_markup(&page, text);
    buf_add(&page, STR("</p>\n"));
    for (size_t i = 0; i < voices->count; i++) {
        buf_add(&page, STR("<h2>"));
        encode_markup(&page, voices->items[i].about);
        buf_add(&page, STR("</h2>\n<audio controls preload=\"none\">\n"));
        add_sounds(&page, folder, voices->items[i].name, tmp);
        buf_add(&page, STR("</audio>\n"));
    }
    buf_add(&page, STR("</html>\n"));
    return buf_str(&page);
}

/* A page to hear the samples side by side. */
static bool write_page(const struct voices *voices, const char *folder,
                       const char *text_path, struct arena mem,
                       struct error *err)
{
    struct arena tmp = arena_halve(&mem);
    struct sink sink = {0};
    str text, page;
    bool ok;

    if (!io_read_file(&text, text_path, &mem, err))
        return false;
    page = sample_page(voices, folder, text, &mem, tmp);
    ok = sink_open(&sink, join(folder, STR("index.html"), &mem), &mem, err) &&
         sink_write(&sink, page.s, page.len, err) && sink_sync(&sink, err) &&
         sink_commit(&sink, err);
    sink_close(&sink);
    return ok;
}

/* The same short text, made as any article is, under the name of the voice. */
static bool make_samples(const struct voices *voices,
                         const struct options *options, struct arena *mem,
                         struct error *err)
{
    const char *text = join(voices->folder, STR(SAMPLE_TEXT), mem);

    if (!io_make_folder(options->sample, *mem, err))
        return false;
    for (size_t i = 0; i < voices->count; i++) {
        const struct voice *voice = &voices->items[i];
        struct options sample = *options;
        struct arena tmp = *mem;

        sample.operands = (struct texts){&text, 1};
        sample.output = join(options->sample, voice->name, &tmp);
        sample.voice = str_zero(voice->name, &tmp);
        if (!command_make(&sample, &tmp, err))
            return false;
    }
    return write_page(voices, options->sample, text, *mem, err);
}

bool command_voices(const struct options *options, struct arena *mem,
                    struct error *err)
{
    struct voices voices;

    if (!load_all(&voices, options, mem, err))
        return false;
    if (options->sample)
        return make_samples(&voices, options, mem, err);
    if (options->json)
        return list_json(&voices, err);
    list_text(&voices, options->quiet);
    return true;
}
