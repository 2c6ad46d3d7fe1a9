/* The word lists of a run, read by a thread. */
#include "run/lists.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>

#include "run/paths.h"

#define ARENA_SHARE 4 /* of what is left they get this part */

struct lists {
    const char *folder;
    struct texts overlays;
    bool quiet;
    struct arena mem;
    pthread_t thread;
    bool reading; /* the thread is to be joined */

    struct lexicon lexicon;
    struct error err;
    bool good, told;
};

static void *read_lists(void *context)
{
    struct lists *lists = context;

    lists->good =
        lexicon_load(&lists->lexicon, lists->folder, lists->overlays.items,
                     lists->overlays.count, &lists->mem, &lists->err);
    return NULL;
}

/* The thread takes no signals: they are the program's. */
static bool start(struct lists *lists)
{
    sigset_t all, before;
    int fault;

    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    fault = pthread_create(&lists->thread, NULL, read_lists, lists);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return fault == 0;
}

struct lists *lists_begin(const struct options *options, const char *voices,
                          struct arena *mem)
{
    struct lists *lists = ARENA_ONE(mem, struct lists);

    lists->folder = paths_words(voices, mem);
    lists->overlays = paths_lexicons(options, mem);
    lists->quiet = options->quiet;
    lists->mem.end = mem->end;
    mem->end -= (mem->end - mem->next) / ARENA_SHARE;
    lists->mem.next = mem->end;
    lists->reading = start(lists);
    if (!lists->reading)
        read_lists(lists);
    return lists;
}

static void tell(struct lists *lists)
{
    const struct lexicon *lexicon = &lists->lexicon;

    for (size_t i = 0; i < lexicon->list_count && !lists->quiet; i++)
        if (lexicon->lists[i].fault_count > 0)
            fprintf(stderr,
                    "%s: %zu of its words can't be said, and are read without "
                    "it: baonoi lexicon check lists them\n",
                    lexicon->lists[i].file, lexicon->lists[i].fault_count);
    lists->told = true;
}

const struct lexicon *lists_wait(void *lists, struct error *err)
{
    struct lists *all = lists;

    if (all->reading)
        pthread_join(all->thread, NULL);
    all->reading = false;
    if (!all->good) {
        *err = all->err;
        return NULL;
    }
    if (!all->told)
        tell(all);
    return &all->lexicon;
}
