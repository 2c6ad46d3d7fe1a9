/* Every command and option, and how an option takes its value. */
#include "cli/table.h"

#include <math.h>
#include <string.h>

#include "base/str.h"
#include "cli/help.h"
#include "cli/preset.h"
#include "command/command.h"
#include "speech/voice.h"

/* In the order of enum chapter_mode and enum region. */
static const char *const chapter_names[] = {"auto", "heading", "paragraph",
                                            "none", NULL};
static const char *const region_names[] = {"bac", "trung", "nam", NULL};

/* In the order of encoder_table. */
static const char *const quality_names[] = {"fast", "balanced", "small", NULL};

const struct command table_commands[] = {
    {
        .name = "make",
        .bit = FOR_MAKE,
        .operands = "ARTICLE...",
        .least = 1,
        .most = (size_t)-1,
        .about = "make an audio edition of each article",
        .run = command_make,
        .examples =
            {
                {"baonoi article.txt", "article.opus and article.wav, here"},
                {"baonoi *.txt -o editions/ -f opus", "a folder of editions"},
                {"baonoi article.txt -o - | mpv -", "listen to it at once"},
            },
    },
    {
        .name = "article",
        .bit = FOR_ARTICLE,
        .operands = "ARTICLE",
        .least = 1,
        .most = 1,
        .about = "show the article found: each block, its role and why",
        .run = command_article,
        .examples = {{"baonoi article page.txt", "what would be read"}},
    },
    {
        .name = "text",
        .bit = FOR_TEXT,
        .operands = "ARTICLE",
        .least = 0,
        .most = 1,
        .about = "show how it is read aloud, without making sound",
        .run = command_text,
        .examples =
            {
                {"baonoi text article.txt", "one sentence a line"},
                {"baonoi text --report article.txt", "what to check by ear"},
                {"echo 27/5 | baonoi text --lines", "a spoken line for each"},
            },
    },
    {
        .name = "check",
        .bit = FOR_CHECK,
        .operands = "EDITION...",
        .least = 1,
        .most = (size_t)-1,
        .about = "verify editions against their manifests",
        .run = command_check,
        .examples = {{"baonoi check editions/", "every edition in a folder"}},
    },
    {
        .name = "voices",
        .bit = FOR_VOICES,
        .operands = "",
        .about = "list the voices, or make a sample of each",
        .run = command_voices,
        .examples = {{"baonoi voices --sample samples/", "to listen to"}},
    },
    {
        .name = "help",
        .bit = FOR_HELP,
        .operands = "[COMMAND]",
        .most = 1,
        .about = "show how a command is used",
        .run = help_run,
    },
    {.name = NULL},
};

#define PLACE(field) offsetof(struct options, field)
#define FOR_SOUND (FOR_MAKE | FOR_VOICES)
#define FOR_READING (FOR_MAKE | FOR_TEXT | FOR_VOICES)

const struct option table_options[] = {
    {
        .name = "output",
        .letter = 'o',
        .kind = OPTION_TEXT,
        .argument = "OUT",
        .argument_kind = ARGUMENT_FILE,
        .place = PLACE(output),
        .commands = FOR_MAKE,
        .help = "where the edition goes: a folder, a file (talk.opus), or a "
                "name to which the suffixes are added; - is standard output",
    },
    {
        .name = "format",
        .letter = 'f',
        .kind = OPTION_TEXT,
        .argument = "FORMAT,...",
        .argument_kind = ARGUMENT_FORMATS,
        .place = PLACE(formats),
        .commands = FOR_SOUND,
        .help = "the files to make; without it opus,wav, or what the suffix "
                "of OUT says",
    },
    {
        .name = "for",
        .kind = OPTION_CHOICE,
        .argument = "USE",
        .place = PLACE(preset),
        .choices = preset_names,
        .commands = FOR_MAKE,
        .help = "what the edition is for: sets the options that this use "
                "needs, where they are not given",
    },
    {
        .name = "voice",
        .kind = OPTION_TEXT,
        .argument = "VOICE",
        .argument_kind = ARGUMENT_VOICE,
        .place = PLACE(voice),
        .otherwise = "nam-bac",
        .commands = FOR_MAKE,
        .help = "the voice, by its name (see baonoi voices) or as a path",
    },
    {
        .name = "rate",
        .kind = OPTION_NUMBER,
        .argument = "WPM",
        .place = PLACE(rate_wpm),
        .least = VOICE_RATE_LEAST,
        .most = VOICE_RATE_MOST,
        .commands = FOR_SOUND,
        .help = "speed in words a minute, in place of the voice's own",
    },
    {
        .name = "pitch",
        .kind = OPTION_NUMBER,
        .argument = "PERCENT",
        .place = PLACE(pitch_percent),
        .least = VOICE_PITCH_LEAST,
        .most = VOICE_PITCH_MOST,
        .commands = FOR_SOUND,
        .help = "pitch; 100 is the voice's own",
    },
    {
        .name = "flat",
        .kind = OPTION_FLAG,
        .place = PLACE(flat),
        .commands = FOR_SOUND,
        .help = "leave out the newsreader's melody, to compare",
    },
    {
        .name = "loudness",
        .kind = OPTION_NUMBER,
        .argument = "LUFS",
        .place = PLACE(loudness_lufs),
        .least = -36,
        .most = -14,
        .otherwise = "-19",
        .commands = FOR_SOUND,
        .help = "integrated loudness of the whole edition",
    },
    {
        .name = "true-peak",
        .kind = OPTION_NUMBER,
        .argument = "DBTP",
        .place = PLACE(true_peak_dbtp),
        .least = -12,
        .most = 0,
        .otherwise = "-1.5",
        .commands = FOR_SOUND,
        .help = "no peak of the sound is above it",
    },
    {
        .name = "captions",
        .kind = OPTION_FLAG,
        .place = PLACE(captions),
        .commands = FOR_MAKE | FOR_TEXT,
        .help = "read the captions of pictures too",
    },
    {
        .name = "chapters",
        .kind = OPTION_CHOICE,
        .argument = "HOW",
        .place = PLACE(chapters),
        .choices = chapter_names,
        .otherwise = "auto",
        .commands = FOR_MAKE,
        .help = "a chapter for each heading or paragraph; auto takes headings "
                "where there are any",
    },
    {
        .name = "region",
        .kind = OPTION_CHOICE,
        .argument = "REGION",
        .place = PLACE(region),
        .choices = region_names,
        .otherwise = "bac",
        .commands = FOR_READING,
        .help = "whose words are used where the regions differ",
    },
    {
        .name = "lexicon",
        .kind = OPTION_TEXTS,
        .argument = "FILE",
        .argument_kind = ARGUMENT_FILE,
        .place = PLACE(lexicons),
        .commands = FOR_READING,
        .help = "words of your own, written<TAB>spoken, over those that come "
                "with the program; may be given several times",
    },
    {
        .name = "jobs",
        .kind = OPTION_WHOLE,
        .argument = "N",
        .place = PLACE(jobs),
        .least = 1,
        .most = 256,
        .commands = FOR_SOUND,
        .help = "sentences spoken at a time; without it one for each processor",
    },
    {
        .name = "quality",
        .kind = OPTION_CHOICE,
        .argument = "QUALITY",
        .choices = quality_names,
        .place = PLACE(quality),
        .otherwise = "fast",
        .commands = FOR_SOUND,
        .help = "how Opus is encoded: fast (40 kbit/s), balanced (28) or "
                "small (24, the slowest)",
    },
    {
        .name = "cache",
        .kind = OPTION_TEXT,
        .argument = "FOLDER",
        .argument_kind = ARGUMENT_FOLDER,
        .place = PLACE(cache),
        .commands = FOR_SOUND,
        .help = "where sentences are kept, so that a corrected article costs "
                "its changed sentences only; without it "
                "$XDG_CACHE_HOME/baonoi",
    },
    {
        .name = "cache-size",
        .kind = OPTION_WHOLE,
        .argument = "MB",
        .place = PLACE(cache_mb),
        .least = 1,
        .most = 1000000,
        .otherwise = "1000",
        .commands = FOR_SOUND,
        .help = "how large the cache may grow; the oldest sentences go first",
    },
    {
        .name = "no-cache",
        .kind = OPTION_FLAG,
        .place = PLACE(no_cache),
        .commands = FOR_SOUND,
        .help = "make every sentence anew, and keep none",
    },
    {
        .name = "allow-gaps",
        .kind = OPTION_FLAG,
        .place = PLACE(allow_gaps),
        .commands = FOR_MAKE,
        .help = "write the edition though the engine failed on some words",
    },
    {
        .name = "strict",
        .kind = OPTION_FLAG,
        .place = PLACE(strict),
        .commands = FOR_MAKE | FOR_TEXT,
        .help = "fail when a reading is unsure",
    },
    {
        .name = "report",
        .kind = OPTION_FLAG,
        .place = PLACE(report),
        .commands = FOR_TEXT,
        .help = "show only what is not read as it is written, by which rule, "
                "and what is not read at all",
    },
    {
        .name = "lines",
        .kind = OPTION_FLAG,
        .place = PLACE(lines),
        .commands = FOR_TEXT,
        .help = "read lines from standard input, write each as it is spoken",
    },
    {
        .name = "sample",
        .kind = OPTION_TEXT,
        .argument = "FOLDER",
        .argument_kind = ARGUMENT_FOLDER,
        .place = PLACE(sample),
        .commands = FOR_VOICES,
        .help = "make a sample of each voice there",
    },
    {
        .name = "voices",
        .kind = OPTION_TEXT,
        .argument = "FOLDER",
        .argument_kind = ARGUMENT_FOLDER,
        .place = PLACE(voices),
        .commands = FOR_READING,
        .help = "where the voices and their word lists are",
    },
    {
        .name = "json",
        .kind = OPTION_FLAG,
        .place = PLACE(json),
        .commands = FOR_MAKE | FOR_ARTICLE | FOR_TEXT | FOR_VOICES,
        .help = "write the result as JSON on standard output",
    },
    {
        .name = "quiet",
        .letter = 'q',
        .kind = OPTION_FLAG,
        .place = PLACE(quiet),
        .commands = FOR_ALL,
        .help = "say nothing but what went wrong",
    },
    {
        .name = "help",
        .letter = 'h',
        .kind = OPTION_RUN,
        .run = help_run,
        .commands = FOR_ALL,
        .help = "show how it is used",
    },
    {
        .name = "version",
        .kind = OPTION_RUN,
        .run = help_version,
        .commands = FOR_ALL,
        .help = "show the version",
    },
    {
        .name = "help-man",
        .kind = OPTION_RUN,
        .run = manual_run,
        .commands = FOR_ALL,
        .hidden = true,
        .help = "the manual page",
    },
    {
        .name = "help-completion",
        .kind = OPTION_RUN,
        .run = completion_run,
        .commands = FOR_ALL,
        .hidden = true,
        .help = "completion for bash",
    },
    {.name = NULL},
};

const struct exit_status table_statuses[] = {
    {0, "done"},
    {ERROR_INTERNAL, "something inside failed"},
    {ERROR_USAGE, "the command line is wrong"},
    {ERROR_INPUT, "the input can't be read, is no article, or is damaged"},
    {ERROR_SOME, "some of several articles failed"},
    {ERROR_OUTPUT, "the output can't be written"},
    {ERROR_ENGINE, "the engine failed on some words"},
    {ERROR_UNSURE, "a reading is unsure, and --strict was given"},
    {0, NULL},
};

const struct command *table_command(const char *name)
{
    for (const struct command *c = table_commands; c->name; c++)
        if (strcmp(c->name, name) == 0)
            return c;
    return NULL;
}

const struct option *table_option(str name)
{
    for (const struct option *o = table_options; o->name; o++)
        if (str_eq(str_from(o->name), name))
            return o;
    return NULL;
}

/* ---- values ------------------------------------------------------------- */

static bool store_number(double *number, const struct option *option,
                         const char *value, struct error *err)
{
    bool whole = option->kind == OPTION_WHOLE;
    double read;

    if (!str_to_double(str_from(value), &read) || (whole && fmod(read, 1) != 0))
        return error_set(err, ERROR_USAGE, "--%s %s: not a %snumber",
                         option->name, value, whole ? "whole " : "");
    if (read < option->least || read > option->most)
        return error_set(err, ERROR_USAGE,
                         "--%s %s: out of range, from %.9g to %.9g",
                         option->name, value, option->least, option->most);
    *number = read;
    return true;
}

static bool store_choice(int *choice, const struct option *option,
                         const char *value, struct arena tmp, struct error *err)
{
    struct buf all = {.mem = &tmp};

    for (int i = 0; option->choices[i]; i++) {
        if (strcmp(option->choices[i], value) == 0) {
            *choice = i;
            return true;
        }
        buf_format(&all, "%s%s", i > 0 ? ", " : "", option->choices[i]);
    }
    return error_set(err, ERROR_USAGE, "--%s %s: not one of %.*s", option->name,
                     value, STR_ARGS(buf_str(&all)));
}

bool table_store(struct options *options, const struct option *option,
                 const char *value, struct arena tmp, struct error *err)
{
    void *place = (char *)options + option->place;
    struct texts *texts = place;

    switch (option->kind) {
    case OPTION_FLAG:
        *(bool *)place = true;
        return true;
    case OPTION_TEXT:
        *(const char **)place = value;
        return true;
    case OPTION_TEXTS:
        texts->items[texts->count++] = value;
        return true;
    case OPTION_NUMBER:
    case OPTION_WHOLE:
        return store_number(place, option, value, err);
    case OPTION_CHOICE:
        return store_choice(place, option, value, tmp, err);
    case OPTION_RUN:
        options->run = option->run;
        return true;
    }
    return true;
}

void table_default(struct options *options, size_t room, struct arena *mem)
{
    struct error err;

    *options = (struct options){
        .operands.items = ARENA_ARRAY(mem, const char *, room),
        .lexicons.items = ARENA_ARRAY(mem, const char *, room),
    };
    for (const struct option *o = table_options; o->name; o++)
        if (o->otherwise)
            table_store(options, o, o->otherwise, *mem, &err);
}
