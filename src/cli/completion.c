/* Completion for bash, from the tables of options.c. */
#include <stdio.h>

#include "cli/help.h"
#include "format/format.h"

static void print_names(void)
{
    fputs("    local commands=\"", stdout);
    for (const struct command *c = table_commands; c->name; c++)
        printf(c == table_commands ? "%s" : " %s", c->name);
    puts("\"");
}

/* One word list for each command: its options. */
static void print_options(void)
{
    puts("    case $command in");
    for (const struct command *c = table_commands; c->name; c++) {
        printf("    %s) options=\"", c->name);
        for (const struct option *o = table_options; o; o = table_next(o))
            if (!o->hidden && (o->commands & c->bit))
                printf("--%s ", o->name);
        puts("\" ;;");
    }
    puts("    esac");
}

static void print_words(const char *const *words)
{
    fputs("words=\"", stdout);
    for (; *words; words++)
        printf("%s ", *words);
    fputs("\"", stdout);
}

static void print_formats(void)
{
    fputs("words=\"", stdout);
    for (const struct format *const *f = formats; *f; f++)
        printf("%s ", (*f)->name);
    fputs("\"", stdout);
}

/* What completes the argument of an option, as the body of a case. */
static void print_argument(const struct option *option)
{
    if (option->choices) {
        print_words(option->choices);
        return;
    }
    switch (option->argument_kind) {
    case ARGUMENT_FILE:
        fputs("files=-f", stdout);
        break;
    case ARGUMENT_FOLDER:
        fputs("files=-d", stdout);
        break;
    case ARGUMENT_FORMATS:
        print_formats();
        break;
    case ARGUMENT_VOICE:
        fputs("words=$(baonoi voices --quiet 2> /dev/null)", stdout);
        break;
    case ARGUMENT_OTHER:
        fputs("words=''", stdout);
        break;
    }
}

static void print_arguments(void)
{
    puts("    case $before in");
    for (const struct option *o = table_options; o; o = table_next(o)) {
        if (o->hidden || !o->argument || o->bare)
            continue;
        printf("    --%s", o->name);
        if (o->letter)
            printf("|-%c", o->letter);
        fputs(") ", stdout);
        print_argument(o);
        puts(" ;;");
    }
    puts("    *) return 1 ;;\n    esac");
}

/* What is completed is $word; COMPREPLY is what it may become. */
static const char argument_end[] =
    "    if [ -n \"$files\" ]; then\n"
    "        compopt -o filenames\n"
    "        mapfile -t COMPREPLY < <(compgen $files -- \"$word\")\n"
    "    else\n"
    "        mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\")\n"
    "    fi\n"
    "}\n";

static const char whole[] =
    "    local word=$2 before=$3 command=make options w\n"
    "    COMPREPLY=()\n"
    "    _baonoi_argument \"$before\" \"$word\" && return\n"
    "    for w in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
    "        case \" $commands \" in *\" $w \"*) command=$w; break ;; esac\n"
    "    done";

static const char whole_end[] =
    "    if [[ $word == -* ]]; then\n"
    "        mapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$word\")\n"
    "        return\n"
    "    fi\n"
    "    compopt -o filenames\n"
    "    mapfile -t COMPREPLY < <(compgen -f -- \"$word\")\n"
    "    if [ \"$COMP_CWORD\" -eq 1 ] || [ \"$command\" = help ]; then\n"
    "        mapfile -t -O \"${#COMPREPLY[@]}\" COMPREPLY \\\n"
    "            < <(compgen -W \"$commands\" -- \"$word\")\n"
    "    fi\n"
    "}\n"
    "complete -F _baonoi baonoi";

bool completion_run(const struct options *options, struct arena *mem,
                    struct error *err)
{
    (void)options, (void)mem, (void)err;
    puts("# bash completion for baonoi\n"
         "_baonoi_argument() {\n"
         "    local before=$1 word=$2 words='' files=''");
    print_arguments();
    puts(argument_end);
    puts("_baonoi() {");
    print_names();
    puts(whole);
    print_options();
    puts(whole_end);
    return true;
}
