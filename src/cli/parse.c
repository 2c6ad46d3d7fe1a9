/* The command line as options. */
#include "cli/parse.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8.h"
#include "cli/preset.h"

#define LONGEST 32     /* longer names are never mistyped ones */
#define PREFIX_LEAST 3 /* letters that make a beginning worth completing */
#define SUGGEST_BYTES 96

/* Where the parsing stands. */
struct line {
    char **next; /* the arguments that are still to come; ends with NULL */
    const struct option **given; /* the options so far, to be checked */
    size_t given_count;
    bool only_operands; /* after "--" */
    struct options *options;
    struct arena *mem;
    struct error *err;
};

/* ---- what was probably meant -------------------------------------------- */

/* A mistyped name, and the nearest of those that were offered, or NULL. */
struct suggestion {
    const char *word, *best;
    size_t distance;
};

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* How many letters are to be put in, left out, exchanged or swapped with their
 * neighbour. `above` and `row` are the last two rows of the usual table. */
static size_t distance(const char *a, const char *b)
{
    size_t rows[3][LONGEST + 1];
    size_t *before = rows[0], *above = rows[1], *row = rows[2], *swap;
    size_t a_len = strlen(a), b_len = strlen(b);

    for (size_t j = 0; j <= b_len; j++)
        above[j] = j;
    for (size_t i = 1; i <= a_len; i++) {
        row[0] = i;
        for (size_t j = 1; j <= b_len; j++) {
            row[j] = least(above[j - 1] + (a[i - 1] != b[j - 1]),
                           least(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = least(row[j], before[j - 2] + 1);
        }
        swap = before;
        before = above;
        above = row;
        row = swap;
    }
    return above[b_len];
}

static void offer(struct suggestion *suggestion, const char *name)
{
    size_t len = strlen(suggestion->word);
    size_t far;

    if (len == 0 || len > LONGEST || strlen(name) > LONGEST)
        return;
    far = len >= PREFIX_LEAST && strncmp(name, suggestion->word, len) == 0
              ? 1
              : distance(suggestion->word, name);
    if (far > 1 + len / 4 || far >= len)
        return;
    if (!suggestion->best || far < suggestion->distance) {
        suggestion->best = name;
        suggestion->distance = far;
    }
}

/* "; did you mean DASHESbest?" in `text`, or nothing. */
static const char *suggest(char text[SUGGEST_BYTES],
                           const struct suggestion *suggestion,
                           const char *dashes)
{
    text[0] = '\0';
    if (suggestion->best)
        snprintf(text, SUGGEST_BYTES, "; did you mean %s%s?", dashes,
                 suggestion->best);
    return text;
}

/* ---- options ------------------------------------------------------------ */

static const struct option *find_letter(char letter)
{
    for (const struct option *o = table_options; o; o = table_next(o))
        if (o->letter == letter)
            return o;
    return NULL;
}

/* Stores the option; its value is the rest of its own argument, when there is
 * one, or the next argument. */
static bool take_option(struct line *line, const struct option *option,
                        const char *value)
{
    if (!value)
        value = option->bare;
    if (option->argument && !value) {
        value = *line->next;
        if (!value)
            return error_set(line->err, ERROR_USAGE,
                             "--%s: %s is missing after it", option->name,
                             option->argument);
        line->next++;
    }
    line->given[line->given_count++] = option;
    return table_store(line->options, option, value, *line->mem, line->err);
}

static bool unknown_long(const char *name, size_t len, struct line *line)
{
    const char *word = str_zero((str){name, len}, line->mem);
    struct suggestion near = {.word = word};
    char text[SUGGEST_BYTES];

    for (const struct option *o = table_options; o; o = table_next(o))
        if (!o->hidden)
            offer(&near, o->name);
    return error_set(line->err, ERROR_USAGE, "--%s: no such option%s", word,
                     suggest(text, &near, "--"));
}

static bool take_long(struct line *line, const char *name)
{
    size_t len = strcspn(name, "=");
    const char *value = name[len] ? name + len + 1 : NULL;
    const struct option *option = table_option((str){name, len});

    if (!option)
        return unknown_long(name, len, line);
    if (value && !option->argument)
        return error_set(line->err, ERROR_USAGE, "--%s: takes no value",
                         option->name);
    return take_option(line, option, value);
}

/* "-qo OUT", "-oOUT": letters, until one takes the rest as its value. */
static bool take_letters(struct line *line, const char *letters)
{
    for (; *letters; letters++) {
        const struct option *option = find_letter(*letters);
        const char *value = letters[1] ? letters + 1 : NULL;

        if (!option)
            return error_set(
                line->err, ERROR_USAGE, "-%s: no such option",
                str_zero(utf8_head(str_from(letters), 4), line->mem));
        if (option->argument)
            return take_option(line, option, value);
        if (!take_option(line, option, NULL))
            return false;
    }
    return true;
}

/* ---- operands ----------------------------------------------------------- */

/* A word that is nearly a command and no file, nor looks like the path of one,
 * is a mistyped command. */
static bool refuse_mistyped(const char *word, struct error *err)
{
    struct suggestion near = {.word = word};
    char text[SUGGEST_BYTES];

    for (const struct command *c = table_commands; c->name; c++)
        offer(&near, c->name);
    if (!near.best || strpbrk(word, "./") || access(word, F_OK) == 0)
        return true;
    return error_set(err, ERROR_USAGE, "%s: no such command or file%s", word,
                     suggest(text, &near, ""));
}

/* The first operand is a command when it is the name of one. */
static bool take_operand(struct line *line, const char *word)
{
    struct options *options = line->options;
    const struct command *command = table_command(word);

    if (!options->command && !line->only_operands) {
        if (command) {
            options->command = command;
            return true;
        }
        if (!refuse_mistyped(word, line->err))
            return false;
    }
    if (!options->command)
        options->command = &table_commands[0];
    options->operands.items[options->operands.count++] = word;
    return true;
}

/* ---- the whole ---------------------------------------------------------- */

static bool take_argument(struct line *line, const char *argument)
{
    if (line->only_operands || argument[0] != '-' || argument[1] == '\0')
        return take_operand(line, argument);
    if (strcmp(argument, "--") == 0) {
        line->only_operands = true;
        return true;
    }
    return argument[1] == '-' ? take_long(line, argument + 2)
                              : take_letters(line, argument + 1);
}

static bool check_given(const struct line *line)
{
    const struct command *command = line->options->command;

    for (size_t i = 0; i < line->given_count; i++)
        if (!(line->given[i]->commands & command->bit))
            return error_set(line->err, ERROR_USAGE,
                             "--%s: not an option of baonoi %s",
                             line->given[i]->name, command->name);
    return true;
}

static bool check_operands(const struct options *options, struct error *err)
{
    const struct command *command = options->command;

    if (options->watch && options->operands.count > 0)
        return error_set(err, ERROR_USAGE,
                         "--watch %s: it makes the articles there, not %s",
                         options->watch, options->operands.items[0]);
    if (!options->watch && options->operands.count < command->least)
        return error_set(err, ERROR_USAGE,
                         "%s: %s is missing; see baonoi --help", command->name,
                         command->operands);
    if (options->title && !options->edition)
        return error_set(err, ERROR_USAGE, "--title: it is for --edition");
    if (options->operands.count > command->most && !options->edition)
        return error_set(err, ERROR_USAGE, "%s: one too many for baonoi %s",
                         options->operands.items[command->most], command->name);
    return true;
}

bool parse_arguments(struct options *options, int argc, char **argv,
                     struct arena *mem, struct error *err)
{
    size_t most = argc > 0 ? (size_t)argc : 1;
    struct options parsed;
    struct line line = {.options = &parsed, .mem = mem, .err = err};
    size_t letters = 0;

    for (int i = 1; i < argc; i++)
        letters += strlen(argv[i]);
    table_default(&parsed, most, mem);
    line.given = ARENA_ARRAY(mem, const struct option *, most + letters);
    for (line.next = argv + (argc > 0); *line.next;)
        if (!take_argument(&line, *line.next++))
            return false;
    if (!parsed.run) {
        if (!parsed.command)
            parsed.command = &table_commands[0];
        parsed.run = parsed.command->run;
        if (!check_given(&line) || !check_operands(&parsed, err) ||
            !preset_apply(&parsed, line.given, line.given_count, *mem, err))
            return false;
    }
    *options = parsed;
    return true;
}
