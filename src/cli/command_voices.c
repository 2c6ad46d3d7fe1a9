/* baonoi voices: a list of them, or a sample of each. */
#include <stdio.h>

#include "base/io.h"
#include "cli/command.h"
#include "cli/paths.h"
#include "cli/plan.h"
#include "cli/result.h"
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
    return true;
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
