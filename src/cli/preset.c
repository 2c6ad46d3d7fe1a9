/* What an edition is for: names for sets of options. */
#include "cli/preset.h"

#include <string.h>

/* A row here is one in the names below. Values are those of the command line;
 * what a preset does not name stays as it is without it. */
const struct preset preset_table[] = {
    {
        .name = "podcast",
        .about = "MP3 and Opus with transcripts and chapters, for a feed",
        .values =
            {
                {"format", "mp3,opus,vtt,srt,chapters,notes"},
                {"loudness", "-19"}, /* in mono sounds as -16 in stereo */
                {"true-peak", "-1"},
            },
    },
    {
        .name = "radio",
        .about = "WAV and cue sheet at the level of broadcasting (EBU R 128)",
        .values =
            {
                {"format", "wav,cue"},
                {"loudness", "-23"},
                {"true-peak", "-1"},
            },
    },
    {
        .name = "loudspeaker",
        .about = "WAV and MP3 for horn loudspeakers in the open",
        .values =
            {
                {"format", "wav,mp3"},
                {"sound", "loudspeaker"},
                {"loudness", "-15"},
                {"true-peak", "-1"},
            },
    },
    {
        .name = "web",
        .about = "a page to read and to hear, with its sound for any browser",
        .values =
            {
                {"format", "html,mp3,opus,vtt"},
                {"loudness", "-19"},
                {"true-peak", "-1"},
            },
    },
    {
        .name = "access",
        .about = "numbered MP3 files, DAISY and EPUB, for who sees little or "
                 "nothing",
        .values = {{"format", "mp3dir,daisy,epub"}},
    },
};

const char *const preset_names[] = {"podcast", "radio",  "loudspeaker",
                                    "web",     "access", NULL};

void preset_options(struct buf *out, const struct preset *preset)
{
    for (size_t i = 0; i < PRESET_VALUES_MAX && preset->values[i].option; i++)
        buf_format(out, "%s--%s%s%s", i > 0 ? " " : "",
                   preset->values[i].option, preset->values[i].value ? " " : "",
                   preset->values[i].value ? preset->values[i].value : "");
    buf_char(out, '\0');
}

static bool is_given(const char *name, const struct option *const *given,
                     size_t given_count)
{
    for (size_t i = 0; i < given_count; i++)
        if (strcmp(given[i]->name, name) == 0)
            return true;
    return false;
}

bool preset_apply(struct options *options, const struct option *const *given,
                  size_t given_count, struct arena tmp, struct error *err)
{
    const struct preset *preset;

    if (!is_given("for", given, given_count))
        return true;
    preset = &preset_table[options->preset];
    for (size_t i = 0; i < PRESET_VALUES_MAX && preset->values[i].option; i++) {
        const struct preset_value *value = &preset->values[i];

        if (!is_given(value->option, given, given_count) &&
            !table_store(options, table_option(str_from(value->option)),
                         value->value, tmp, err))
            return false;
    }
    return true;
}
