/* Every command, and how an option takes its value. */
#include "cli/table.h"

#include <math.h>
#include <string.h>

#include "base/str.h"
#include "cli/help.h"
#include "command/command.h"

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
                {"baonoi *.html --edition -o bulletin", "one of them all"},
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
        .operands = "ARTICLE...",
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
        .name = "lexicon",
        .bit = FOR_LEXICON,
        .operands = "check|import FILE...",
        .least = 2,
        .most = (size_t)-1,
        .about = "check lists of words of your own, or convert a W3C lexicon",
        .run = command_lexicon,
        .examples =
            {
                {"baonoi lexicon check words.tsv", "what is wrong in it"},
                {"baonoi lexicon import w.pls > w.tsv", "PLS to a list"},
            },
    },
    {
        .name = "feed",
        .bit = FOR_FEED,
        .operands = "FOLDER",
        .least = 1,
        .most = 1,
        .about = "write a podcast feed of the editions in a folder",
        .run = command_feed,
        .examples =
            {
                {"baonoi *.txt --for podcast -o pod/", "the editions"},
                {"baonoi feed pod/ --config feed.ini", "pod/feed.xml"},
            },
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

const struct exit_status table_statuses[] = {
    {0, "done"},
    {ERROR_INTERNAL, "something inside failed"},
    {ERROR_USAGE, "the command line is wrong"},
    {ERROR_INPUT, "the input can't be read, is no article, or is damaged"},
    {ERROR_SOME, "some of several articles failed"},
    {ERROR_OUTPUT, "the output can't be written"},
    {ERROR_ENGINE, "the engine failed on some words"},
    {ERROR_UNSURE, "a reading is unsure, and --strict was given"},
    {ERROR_FIT, "the text does not fit the --duration"},
    {0, NULL},
};

const struct option *table_next(const struct option *option)
{
    option++;
    return option->name ? option : option->more;
}

const struct command *table_command(const char *name)
{
    for (const struct command *c = table_commands; c->name; c++)
        if (strcmp(c->name, name) == 0)
            return c;
    return NULL;
}

const struct option *table_option(str name)
{
    for (const struct option *o = table_options; o; o = table_next(o))
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
    for (const struct option *o = table_options; o; o = table_next(o))
        if (o->otherwise)
            table_store(options, o, o->otherwise, *mem, &err);
}
