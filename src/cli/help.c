/* --help and --version, from the tables of options.c. */
#include <stdio.h>
#include <string.h>

#include "cli/help.h"
#include "cli/preset.h"
#include "format/format.h"

#define LINE_COLUMNS 79
#define OPTION_COLUMNS 25 /* of an option with its argument */

/* Prints ASCII text that stands in `column`, in lines from there on. */
static void print_wrapped(const char *text, size_t column)
{
    size_t at = column;

    while (*text) {
        size_t len = strcspn(text, " ");

        if (at > column && at + 1 + len > LINE_COLUMNS) {
            printf("\n%*s", (int)column, "");
            at = column;
        }
        at += (size_t)printf("%s%.*s", at > column ? " " : "", (int)len, text);
        text += len + strspn(text + len, " ");
    }
    putchar('\n');
}

/* Prints `left` in a column of its own, and `text` beside it, or below it when
 * that is too wide. */
static void print_row(const char *left, const char *text)
{
    if (strlen(left) > OPTION_COLUMNS)
        printf("  %s\n%*s", left, OPTION_COLUMNS + 3, "");
    else
        printf("  %-*s ", OPTION_COLUMNS, left);
    print_wrapped(text, OPTION_COLUMNS + 3);
}

void help_option(struct buf *out, const struct option *option)
{
    const char *sep = " (";

    buf_add(out, str_from(option->help));
    for (size_t i = 0; option->choices && option->choices[i]; i++) {
        buf_format(out, "%s%s", sep, option->choices[i]);
        sep = ", ";
    }
    if (option->most > option->least) {
        buf_format(out, "%s%.9g to %.9g", sep, option->least, option->most);
        sep = "; ";
    }
    if (option->otherwise) {
        buf_format(out, "%sdefault %s", option->choices ? "; " : sep,
                   option->otherwise);
        sep = "";
    }
    if (strcmp(sep, " (") != 0)
        buf_char(out, ')');
    buf_char(out, '\0');
}

static void print_option(const struct option *option, struct arena mem)
{
    struct buf left = {.mem = &mem}, text;

    if (option->letter)
        buf_format(&left, "-%c, ", option->letter);
    else
        buf_add(&left, STR("    "));
    buf_format(&left, option->bare ? "--%s[%s%s]%c" : "--%s%s%s%c",
               option->name,
               option->bare       ? "="
               : option->argument ? " "
                                  : "",
               option->argument ? option->argument : "", '\0');
    text = (struct buf){.mem = &mem};
    help_option(&text, option);
    print_row(left.s, text.s);
}

/* Those of the commands, under the sections in which there are any. */
static void print_options(unsigned commands, struct arena tmp)
{
    const char *section = NULL;

    for (const struct option *o = table_options; o; o = table_next(o)) {
        section = o->section ? o->section : section;
        if (o->hidden || !(o->commands & commands))
            continue;
        if (section)
            printf("\n%s:\n", section);
        section = NULL;
        print_option(o, tmp);
    }
}

static void print_formats(void)
{
    puts("\nFormats:");
    for (const struct format *const *f = formats; *f; f++)
        print_row((*f)->name, (*f)->about);
}

/* Each use, and the options that it sets. */
static void print_presets(struct arena tmp)
{
    puts("\nUses (--for):");
    for (size_t i = 0; preset_names[i]; i++) {
        struct arena mem = tmp;
        struct buf text = {.mem = &mem};

        buf_format(&text, "%s: ", preset_table[i].about);
        preset_options(&text, &preset_table[i]);
        print_row(preset_table[i].name, text.s);
    }
}

static void print_examples(const struct command *command)
{
    for (size_t i = 0; i < EXAMPLES_MAX && command->examples[i].command; i++) {
        if (i == 0)
            puts("\nExamples:");
        printf("  %-34s  %s\n", command->examples[i].command,
               command->examples[i].about);
    }
}

static void print_command(const struct command *command, struct arena tmp)
{
    bool is_default = command == &table_commands[0];

    printf("Usage: baonoi %s%s%s [OPTION...]%s%s\n\n", is_default ? "[" : "",
           command->name, is_default ? "]" : "", *command->operands ? " " : "",
           command->operands);
    printf("baonoi %s: %s.\n", command->name, command->about);
    print_options(command->bit, tmp);
    if (command->bit & FOR_MAKE) {
        print_formats();
        print_presets(tmp);
    }
    print_examples(command);
}

static void print_everything(struct arena tmp)
{
    puts("baonoi turns Vietnamese news articles into narrated audio editions."
         "\n\nUsage:");
    for (const struct command *c = table_commands; c->name; c++) {
        struct arena mem = tmp;
        struct buf left = {.mem = &mem};
        bool is_default = c == &table_commands[0];

        buf_format(&left, "baonoi %s%s%s %s%c", is_default ? "[" : "", c->name,
                   is_default ? "]" : "", c->operands, '\0');
        print_row(left.s, c->about);
    }
    puts(
        "\nAn ARTICLE is a file; - is standard input. These are the options of "
        "make;\nbaonoi help COMMAND shows those of the others.");
    print_options(FOR_MAKE, tmp);
    print_formats();
    print_presets(tmp);
    print_examples(&table_commands[0]);
    puts("\nExit status:");
    for (const struct exit_status *s = table_statuses; s->meaning; s++)
        printf("  %d  %s\n", s->status, s->meaning);
}

bool help_run(const struct options *options, struct arena *mem,
              struct error *err)
{
    const struct command *command = options->command;

    if (command && command->run == help_run) {
        if (options->operands.count == 0) {
            print_everything(*mem);
            return true;
        }
        command = table_command(options->operands.items[0]);
        if (!command)
            return error_set(err, ERROR_USAGE, "%s: no such command",
                             options->operands.items[0]);
    }
    if (command)
        print_command(command, *mem);
    else
        print_everything(*mem);
    return true;
}

bool help_version(const struct options *options, struct arena *mem,
                  struct error *err)
{
    (void)options, (void)mem, (void)err;
    puts("baonoi " BAONOI_VERSION);
    return true;
}
