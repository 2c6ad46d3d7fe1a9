/* All sentences of a script into takes, in parallel forked children. */
#include "sound/takes.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/depot.h"
#include "base/process.h"
#include "reading/script.h"
#include "sound/cut.h"
#include "sound/take.h"
#include "sound/take_key.h"

/* Hundreds of times what a sentence needs; careful ones may hang in pieces. */
#define TAKE_LIMIT_MS 30000
#define CAREFUL_LIMIT_MS 120000

/* What the children and the parent share. */
struct takes_run {
    const struct takes_plan *plan;
    struct take *takes;
    struct hash *keys; /* of each sentence, in the cache */
    bool *ended;       /* of each: its take is there, or can't be made */
    bool *failed;      /* of each: its child failed */
    size_t *missing;   /* sentences that the cache doesn't have: the tasks */
    size_t missing_count, done_count;
    struct pool pool;
    struct pool_run work;
    int spool;
    int64_t spool_end;
    struct arena *mem;
    struct error *err;
};

static bool work(struct result *result, size_t task, void *context)
{
    const struct takes_run *run = context;

    return cut_take(result, run->plan, run->missing[task], false);
}

static void end_with_take(struct takes_run *run, size_t i)
{
    run->ended[i] = true;
    run->done_count++;
}

static bool store(struct takes_run *run, size_t i, const struct result *result)
{
    end_with_take(run, i);
    run->takes[i].pieced = run->failed[i];
    return take_store(&run->takes[i], result,
                      script_sentence(run->plan->script, i)->word_count,
                      run->spool, &run->spool_end, run->err);
}

/* Not the engine's fault: nothing is lost for it. */
static bool no_process(struct takes_run *run)
{
    return error_set(run->err, ERROR_INTERNAL,
                     "no process can be started for a sentence: %s",
                     strerror(errno));
}

static bool done(size_t task, enum process_end end, const struct result *result,
                 void *context)
{
    struct takes_run *run = context;
    size_t i = run->missing[task];

    if (end == PROCESS_UNSTARTED)
        return no_process(run);
    if (end != PROCESS_DONE) {
        run->failed[i] = true;
        return true;
    }
    if (!store(run, i, result))
        return false;
    cache_keep(&run->plan->cache, &run->keys[i], result->fd, result->size_bytes,
               *run->mem);
    return true;
}

static bool alive(void *context)
{
    struct takes_run *run = context;
    const struct progress *progress = run->plan->progress;

    return progress->report(progress->context, run->done_count,
                            run->plan->script->sentence_count) ||
           error_set(run->err, ERROR_STOPPED, "stopped");
}

/* ---- a sentence that failed, once more ---------------------------------- */

/* The pool for one sentence, and which one it is. */
struct second_try {
    struct takes_run *run;
    size_t sentence;
};

static bool work_carefully(struct result *result, size_t task, void *context)
{
    const struct second_try *second = context;

    (void)task;
    return cut_take(result, second->run->plan, second->sentence, true);
}

/* What can't be said at all keeps its take of lost words. */
static bool done_carefully(size_t task, enum process_end end,
                           const struct result *result, void *context)
{
    struct second_try *second = context;

    (void)task;
    if (end == PROCESS_UNSTARTED)
        return no_process(second->run);
    second->run->ended[second->sentence] = true;
    return end != PROCESS_DONE || store(second->run, second->sentence, result);
}

static bool alive_carefully(void *context)
{
    return alive(((struct second_try *)context)->run);
}

static bool try_again(struct takes_run *run, size_t sentence)
{
    struct second_try second = {run, sentence};
    struct pool pool = {
        .task_count = 1,
        .jobs = 1,
        .limit_ms = CAREFUL_LIMIT_MS,
        .work = work_carefully,
        .done = done_carefully,
        .alive = alive_carefully,
        .context = &second,
    };

    return pool_run(&pool, run->mem);
}

/* ---- before the work --------------------------------------------------- */

/* Room for everything, and the names that the cache knows the sentences by. */
static void prepare(struct takes_run *run)
{
    const struct script *script = run->plan->script;
    size_t count = script->sentence_count;
    str same = {0};

    run->keys = ARENA_ARRAY(run->mem, struct hash, count);
    run->ended = ARENA_ARRAY(run->mem, bool, count);
    run->failed = ARENA_ARRAY(run->mem, bool, count);
    run->missing = ARENA_ARRAY(run->mem, size_t, count);
    for (size_t i = 0; i < count; i++) {
        const struct sentence *sentence = script_sentence(script, i);

        run->takes[i] = (struct take){
            .words =
                ARENA_ARRAY(run->mem, struct interval, sentence->word_count),
            .lost_words = (uint32_t)sentence->word_count,
        };
        if (i == 0 || sentence->voice != sentence[-1].voice) {
            struct voice voice = cut_voice(run->plan, sentence);

            same = take_key_of_plan(run->plan, &voice, run->mem);
        }
        run->keys[i] = take_key(sentence, same, *run->mem);
    }
}

static bool find(struct takes_run *run, size_t i)
{
    int64_t size;

    if (!cache_find(&size, &run->plan->cache, &run->keys[i], run->spool,
                    run->spool_end, *run->mem) ||
        !take_open(&run->takes[i],
                   script_sentence(run->plan->script, i)->word_count,
                   run->spool, run->spool_end, size))
        return false;
    run->spool_end += size;
    end_with_take(run, i);
    return true;
}

/* Takes from the cache what it has. */
static bool find_all(struct takes_run *run)
{
    for (size_t i = 0; i < run->plan->script->sentence_count; i++)
        if (!find(run, i))
            run->missing[run->missing_count++] = i;
        else if (!alive(run))
            return false;
    return true;
}

/* What takes longest begins first, so that no child is left alone with it. */
static int by_length(const void *a, const void *b, void *context)
{
    const struct sentence *sentences = context;
    size_t x = *(const size_t *)a, y = *(const size_t *)b;

    if (sentences[x].written.len != sentences[y].written.len)
        return sentences[x].written.len > sentences[y].written.len ? -1 : 1;
    return (x > y) - (x < y);
}

struct takes_run *takes_begin(struct take *takes, const struct takes_plan *plan,
                              int spool, struct arena *mem, struct error *err)
{
    struct takes_run *run = ARENA_ONE(mem, struct takes_run);

    *run = (struct takes_run){
        .plan = plan,
        .takes = takes,
        .spool = spool,
        .mem = mem,
        .err = err,
    };
    prepare(run);
    if (!depot_put(plan->script->depot, mem, err) || !find_all(run))
        return NULL;
    if (!plan->in_order)
        qsort_r(run->missing, run->missing_count, sizeof *run->missing,
                by_length, plan->script->sentences);
    run->pool = (struct pool){
        .task_count = run->missing_count,
        .jobs = plan->jobs,
        .limit_ms = TAKE_LIMIT_MS,
        .work = work,
        .done = done,
        .alive = alive,
        .context = run,
    };
    pool_begin(&run->work, &run->pool, mem);
    return run;
}

bool takes_wait(struct takes_run *run, size_t sentence)
{
    while (!run->ended[sentence]) {
        if (run->failed[sentence] ? !try_again(run, sentence)
                                  : !pool_step(&run->work))
            return false;
    }
    return true;
}

void takes_end(struct takes_run *run)
{
    pool_end(&run->work);
    if (run->missing_count > 0)
        cache_trim(&run->plan->cache, *run->mem);
}

size_t takes_count_lost(const struct edition *edition)
{
    size_t lost = 0;

    for (size_t i = 0; i < edition->script->sentence_count; i++)
        lost += edition->takes[i].lost_words;
    return lost;
}
