/* The tables of commands, options and exit statuses.
 *
 * They drive parsing (parse.c), --help (help.c), the man page (manual.c) and
 * bash completion (completion.c): adding an option is a row here and the place
 * where it is used. */
#ifndef BAONOI_CLI_TABLE_H
#define BAONOI_CLI_TABLE_H

#include "base/str.h"
#include "run/options.h"

/* The commands as a set, to say which ones an option is for. */
enum {
    FOR_MAKE = 1 << 0,
    FOR_ARTICLE = 1 << 1,
    FOR_TEXT = 1 << 2,
    FOR_CHECK = 1 << 3,
    FOR_VOICES = 1 << 4,
    FOR_HELP = 1 << 5,
    FOR_LEXICON = 1 << 6,
    FOR_FEED = 1 << 7,
    FOR_ALL = (1 << 8) - 1
};

struct example {
    const char *command, *about;
};

#define EXAMPLES_MAX 4

struct command {
    const char *name;
    unsigned bit;         /* FOR_... */
    const char *operands; /* as the usage line shows them */
    size_t least, most;   /* how many of them */
    const char *about;    /* one line */
    options_run run;
    struct example examples[EXAMPLES_MAX]; /* the last ones may be empty */
};

enum option_kind {
    OPTION_FLAG,   /* bool */
    OPTION_TEXT,   /* const char * */
    OPTION_TEXTS,  /* struct texts: may be given several times */
    OPTION_NUMBER, /* double, from least to most */
    OPTION_WHOLE,  /* double without a fraction, from least to most */
    OPTION_CHOICE, /* int: which of the choices */
    OPTION_RUN     /* is done instead of the command */
};

/* What an option's argument is, for completion. */
enum argument_kind {
    ARGUMENT_OTHER,
    ARGUMENT_FILE,
    ARGUMENT_FOLDER,
    ARGUMENT_FORMATS,
    ARGUMENT_VOICE
};

struct option {
    const char *section;  /* that it begins; NULL: it goes on */
    const char *name;     /* without its dashes */
    const char *argument; /* its name; NULL when it takes none */
    const char *help;
    size_t place; /* offset in struct options */
    double least, most;
    const char *const *choices; /* ends with NULL */
    const char *otherwise;      /* the value when it is not given, or NULL */
    const char *bare; /* the value of "--name" alone, another being given as
                       * "--name=VALUE"; NULL: it must have one */
    options_run run;
    enum option_kind kind;
    enum argument_kind argument_kind;
    unsigned commands; /* FOR_... */
    char letter;       /* 0: none */
    bool hidden;
    const struct option *more; /* of a row without a name: where they go on */
};

struct exit_status {
    int status;
    const char *meaning;
};

/* Each of these ends with an empty row; the first command is the default. */
extern const struct command table_commands[];
extern const struct exit_status table_statuses[];

#define OPTION_PLACE(field) offsetof(struct options, field)

/* The first of all options. */
extern const struct option table_options[];
extern const struct option table_radio[];
extern const struct option table_general[];

/* The option after this one; NULL after the last. */
const struct option *table_next(const struct option *option);

const struct command *table_command(const char *name); /* NULL: none */
const struct option *table_option(str name);           /* likewise */

/* Stores the value of an option: ERROR_USAGE when it is not a value for it. */
bool table_store(struct options *options, const struct option *option,
                 const char *value, struct arena tmp, struct error *err);

/* Everything as it is when nothing is given, with room for so many texts in
 * each list. */
void table_default(struct options *options, size_t room, struct arena *mem);

#endif
