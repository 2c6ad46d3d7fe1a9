/* The options that are about the program, behind all others. */
#include "cli/table.h"

#include "cli/help.h"

const struct option table_general[] = {
    {
        .section = "General",
        .name = "voices",
        .kind = OPTION_TEXT,
        .argument = "FOLDER",
        .argument_kind = ARGUMENT_FOLDER,
        .place = OPTION_PLACE(voices),
        .commands = FOR_MAKE | FOR_TEXT | FOR_VOICES | FOR_LEXICON,
        .help = "where the voices and their word lists are",
    },
    {
        .name = "json",
        .kind = OPTION_FLAG,
        .place = OPTION_PLACE(json),
        .commands =
            FOR_MAKE | FOR_ARTICLE | FOR_TEXT | FOR_LEXICON | FOR_VOICES,
        .help = "write the result as JSON on standard output",
    },
    {
        .name = "quiet",
        .letter = 'q',
        .kind = OPTION_FLAG,
        .place = OPTION_PLACE(quiet),
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
