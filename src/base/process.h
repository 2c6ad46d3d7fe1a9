/* Work in forked children: a crash or a hang costs one task, never the run. */
#ifndef BAONOI_BASE_PROCESS_H
#define BAONOI_BASE_PROCESS_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* What a child leaves to its parent: a file without a name. It may be written
 * and read anywhere (base/io.h); so what is large need not be in memory. */
struct result {
    int fd;
    int64_t size_bytes;
    struct arena *mem; /* of the child */
};

/* Adds to its end; false when there is no room for it. */
bool process_add(struct result *result, str bytes);

/* All of it, aligned for any type; empty when it can't be read. */
str process_read(const struct result *result, struct arena *mem);

/* Runs in the child, which ends after it. False when the task failed. */
typedef bool (*process_work)(struct result *result, size_t task, void *context);

/* How a child ended. */
enum process_end {
    PROCESS_DONE,
    PROCESS_FAILED,
    PROCESS_CRASHED,
    PROCESS_HUNG,
    PROCESS_UNSTARTED /* no child could be started: errno */
};

#define PROCESS_NO_LIMIT INT_MAX

/* Runs one task in a child of its own and waits for it. It has hung when it
 * worked for `limit_ms`, or when it sleeps after so long; one that gets no
 * processor is waited for.
 * `result` is valid with PROCESS_DONE, and starts aligned for any type. */
enum process_end process_run(str *result, process_work work, size_t task,
                             void *context, int limit_ms, struct arena *mem);

/* Gets the result of a task in the parent, in the order in which they end.
 * `result` is empty unless `end` is PROCESS_DONE, and is gone on return. False
 * ends the pool: no further task is started, running ones are killed. */
typedef bool (*process_sink)(size_t task, enum process_end end,
                             const struct result *result, void *context);

struct pool {
    size_t task_count;
    size_t jobs;  /* children at a time */
    int limit_ms; /* for one task, as in process_run */
    bool gentle;  /* children are asked to stop, by SIGTERM, and waited for */
    process_work work;
    process_sink done;
    bool (*alive)(void *context); /* asked now and then; false ends the pool */
    void *context;                /* for all three */
};

/* A pool at work. Children work in their own copy of `mem`, behind what is
 * taken from it. */
struct pool_run {
    const struct pool *pool;
    struct child *children;
    struct pollfd *ends;
    size_t started; /* tasks */
    size_t running; /* children */
    struct arena *mem;
};

void pool_begin(struct pool_run *run, const struct pool *pool,
                struct arena *mem);

/* Whether any task is still to be handed to `done`. */
bool pool_busy(const struct pool_run *run);

/* Gives every idle place a task, without waiting for any. False when `done`
 * ended the pool. */
bool pool_start(struct pool_run *run);

/* Starts what may be started, waits a little, and hands over what ended.
 * False when `done` or `alive` ended the pool. */
bool pool_step(struct pool_run *run);

/* Ends what still runs. */
void pool_end(struct pool_run *run);

/* All of it: true when every task was handed to `done` and none returned
 * false. */
bool pool_run(const struct pool *pool, struct arena *mem);

/* How many processors may be used, at least 1. */
size_t process_cores(void);

#endif
