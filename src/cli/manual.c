/* The manual page, as mdoc(7), from the tables of options.c. */
#include <stdio.h>
#include <string.h>

#include "cli/help.h"
#include "cli/preset.h"
#include "format/format.h"

/* Of the text below; the page is the same on whatever day it is made. */
#define PAGE_DATE "May 27, 2024"

#define LINE_COLUMNS 64 /* of the source: a word may grow by escapes */

/* A word of a table: nothing in it is a request. */
static void print_word(const char *word, size_t len)
{
    if (*word == '.' || *word == '\'')
        fputs("\\&", stdout);
    for (size_t i = 0; i < len; i++) {
        if (word[i] == '\\')
            fputs("\\e", stdout);
        else if (word[i] == '-')
            fputs("\\-", stdout);
        else
            putchar(word[i]);
    }
}

/* Text of a table, on lines of its own. */
static void print_text(const char *text, const char *end)
{
    size_t column = 0;

    while (*text) {
        size_t len = strcspn(text, " ");

        if (column > 0)
            putchar(column + len > LINE_COLUMNS ? '\n' : ' ');
        column = column + len > LINE_COLUMNS ? len : column + len + 1;
        print_word(text, len);
        text += len + strspn(text + len, " ");
    }
    puts(end);
}

static void print_synopsis(void)
{
    puts(".Sh SYNOPSIS");
    for (const struct command *c = table_commands; c->name; c++) {
        puts(".Nm");
        printf(c == table_commands ? ".Op Cm %s\n" : ".Cm %s\n", c->name);
        puts(".Op Ar OPTION ...");
        if (*c->operands)
            printf(".Ar %s\n", c->operands);
    }
}

static void print_commands(void)
{
    puts("The commands are:\n.Bl -tag -width Ds");
    for (const struct command *c = table_commands; c->name; c++) {
        printf(".It Cm %s", c->name);
        if (*c->operands)
            printf(" Ar %s", c->operands);
        putchar('\n');
        print_text(c->about, ".");
    }
    puts(".El");
}

/* Which commands take the option; nothing when all do. */
static void print_takers(const struct option *option)
{
    const char *sep = "Option of ";

    if (option->commands == FOR_ALL)
        return;
    for (const struct command *c = table_commands; c->name; c++)
        if (option->commands & c->bit) {
            printf("%s%s", sep, c->name);
            sep = ", ";
        }
    puts(".");
}

static void print_options(struct arena tmp)
{
    const char *end = "";

    puts(".Sh OPTIONS");
    for (const struct option *o = table_options; o; o = table_next(o)) {
        struct arena mem = tmp;
        struct buf about = {.mem = &mem};

        if (o->hidden)
            continue;
        if (o->section)
            printf("%s.Ss %s\n.Bl -tag -width Ds\n", end, o->section);
        end = ".El\n";
        fputs(".It ", stdout);
        if (o->letter)
            printf("Fl %c , ", o->letter);
        printf("Fl \\-%s", o->name);
        if (o->argument)
            printf(o->bare ? " Ns Op = Ns Ar %s" : " Ar %s", o->argument);
        putchar('\n');
        help_option(&about, o);
        print_text(about.s, ".");
        print_takers(o);
    }
    puts(".El");
}

static void print_formats(void)
{
    puts(".Sh FORMATS\n.Bl -tag -width Ds");
    for (const struct format *const *f = formats; *f; f++) {
        printf(".It Cm %s\n", (*f)->name);
        print_text((*f)->about, ".");
    }
    puts(".El");
}

static void print_presets(struct arena tmp)
{
    puts(".Sh USES\nWhat\n.Fl \\-for\nsets, where it is not given:\n"
         ".Bl -tag -width Ds");
    for (size_t i = 0; preset_names[i]; i++) {
        struct arena mem = tmp;
        struct buf options = {.mem = &mem};

        preset_options(&options, &preset_table[i]);
        printf(".It Cm %s\n", preset_table[i].name);
        print_text(preset_table[i].about, ":");
        print_text(options.s, "");
    }
    puts(".El");
}

static void print_statuses(void)
{
    puts(".Sh EXIT STATUS\n.Bl -tag -width Ds");
    for (const struct exit_status *s = table_statuses; s->meaning; s++) {
        printf(".It %d\n", s->status);
        print_text(s->meaning, ".");
    }
    puts(".It 128 and more\nended by a signal, as the shell counts it.\n.El");
}

static void print_examples(void)
{
    puts(".Sh EXAMPLES\n.Bl -tag -width Ds");
    for (const struct command *c = table_commands; c->name; c++)
        for (size_t i = 0; i < EXAMPLES_MAX && c->examples[i].command; i++) {
            printf(".It Li \"%s\"\n", c->examples[i].command);
            print_text(c->examples[i].about, ".");
        }
    puts(".El");
}

static const char head[] =
    ".Dd " PAGE_DATE "\n"
    ".Dt BAONOI 1\n"
    ".Os\n"
    ".Sh NAME\n"
    ".Nm baonoi\n"
    ".Nd turn Vietnamese news articles into narrated audio editions";

static const char description[] =
    ".Sh DESCRIPTION\n"
    ".Nm\n"
    "finds the article in the text of a page, reads it as a news announcer\n"
    "would, numbers, dates, document codes and abbreviations in words, and\n"
    "writes an audio edition with chapters: one file for each format, and a\n"
    "manifest in JSON that says when each sentence and word is heard.\n"
    "Files appear whole or not at all, and the same article gives the same\n"
    "bytes.\n"
    ".Pp\n"
    "An\n"
    ".Ar ARTICLE\n"
    "is a saved web page, a text, Markdown, a feed, or a book (EPUB, DOCX,\n"
    "ODT), known by its content; a single dash is standard input.";

static const char environment[] =
    ".Sh ENVIRONMENT\n"
    ".Bl -tag -width Ds\n"
    ".It Ev BAONOI_VOICES\n"
    "The folder of the voices, unless\n"
    ".Fl \\-voices\n"
    "is given.\n"
    ".It Ev XDG_CONFIG_HOME\n"
    "Where the folder\n"
    ".Pa baonoi\n"
    "with your own word list is;\n"
    ".Pa ~/.config\n"
    "when it is not set.\n"
    ".It Ev XDG_CACHE_HOME\n"
    "Where the folder\n"
    ".Pa baonoi\n"
    "with the sentences of earlier editions is;\n"
    ".Pa ~/.cache\n"
    "when it is not set.\n"
    ".El\n"
    ".Sh FILES\n"
    ".Bl -tag -width Ds\n"
    ".It Pa ~/.config/baonoi/lexicon.tsv\n"
    "Words of your own, one a line: as written, a tab, as spoken.\n"
    "They come before those of the program, and after those of\n"
    ".Fl \\-lexicon .\n"
    ".It Pa ~/.cache/baonoi\n"
    "Sentences of earlier editions, kept so that a corrected article costs\n"
    "only what has changed.\n"
    "It may be removed at any time.\n"
    ".It Pa feed.ini\n"
    "What a podcast is, for\n"
    ".Fl \\-config :\n"
    "below\n"
    ".Li [feed]\n"
    "lines\n"
    ".Dq key = value ,\n"
    "which go on in lines that begin with a blank.\n"
    "There must be title, description, author, address (of the feed on the\n"
    "net), link (of its page), owner, email and category (of Apple Podcasts,\n"
    "as\n"
    ".Dq News > Daily News ) .\n"
    "There may be language, copyright, explicit, open, type, cover, font,\n"
    "limit, zone and guid.\n"
    ".El";

bool manual_run(const struct options *options, struct arena *mem,
                struct error *err)
{
    (void)options, (void)err;
    puts(head);
    print_synopsis();
    puts(description);
    print_commands();
    print_options(*mem);
    print_formats();
    print_presets(*mem);
    puts(environment);
    print_statuses();
    print_examples();
    puts(".Sh SEE ALSO\n.Xr espeak-ng 1 ,\n.Xr opusinfo 1");
    return true;
}
