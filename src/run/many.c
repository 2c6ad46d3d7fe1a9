/* Editions made at the same time, each in a child of its own. */
#include "run/many.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/io.h"
#include "base/process.h"
#include "run/paths.h"
#include "run/progress.h"

/* What a child tells: this, what it printed on standard output, and on
 * standard error. */
struct told {
    struct error failure; /* code ERROR_NONE: none */
    size_t output_bytes;
};

struct work {
    const struct many *many;
    str *told; /* of each edition that has ended */
    size_t ended_count, printed_count;
    struct meter meter;
    struct progress progress;
    struct arena *mem;
    struct error *err;
};

/* Puts a file in memory in the place of a standard stream. */
static bool capture(int stream)
{
    int file = memfd_create("printed", MFD_CLOEXEC);
    bool ok = file >= 0 && dup2(file, stream) >= 0;

    if (file >= 0)
        close(file);
    return ok;
}

static bool add_captured(struct buf *text, int stream)
{
    off_t size = lseek(stream, 0, SEEK_END);
    char *bytes;

    if (size < 0)
        return false;
    bytes = ARENA_ARRAY(text->mem, char, (size_t)size);
    if (!io_read_at(stream, bytes, (size_t)size, 0))
        return false;
    buf_add(text, (str){bytes, (size_t)size});
    return true;
}

static bool work(struct result *result, size_t which, void *context)
{
    struct many many = *((struct work *)context)->many;
    struct told told = {0};
    struct buf output = {.mem = result->mem}, errors = {.mem = result->mem};

    if (!capture(STDOUT_FILENO) || !capture(STDERR_FILENO))
        return false;
    many.make(many.context, which, *result->mem, &told.failure);
    if (fflush(stdout) != 0 || fflush(stderr) != 0 ||
        !add_captured(&output, STDOUT_FILENO) ||
        !add_captured(&errors, STDERR_FILENO))
        return false;
    told.output_bytes = output.len;
    return process_add(result, (str){(char *)&told, sizeof told}) &&
           process_add(result, buf_str(&output)) &&
           process_add(result, buf_str(&errors));
}

/* What is told of an edition whose child failed. */
static str told_of_end(enum process_end end, struct arena *mem)
{
    struct told told = {0};

    error_set(&told.failure, ERROR_INTERNAL, "the process that made it %s",
              end == PROCESS_UNSTARTED ? "could not be started" : "crashed");
    return str_copy((str){(char *)&told, sizeof told}, mem);
}

static bool print(struct work *work, str all, size_t which)
{
    struct told told;
    str output, errors;

    memcpy(&told, all.s, sizeof told);
    output = str_slice(all, sizeof told, sizeof told + told.output_bytes);
    errors = str_skip(all, sizeof told + told.output_bytes);
    progress_end(&work->meter);
    if (fwrite(output.s, 1, output.len, stdout) != output.len ||
        fflush(stdout) != 0)
        return io_not_written("-", work->err);
    fwrite(errors.s, 1, errors.len, stderr);
    if (told.failure.code == ERROR_STOPPED)
        return error_set(work->err, ERROR_STOPPED, "stopped");
    return work->many->made(work->many->context, which,
                            told.failure.code == ERROR_NONE ? NULL
                                                            : &told.failure);
}

static bool done(size_t which, enum process_end end,
                 const struct result *result, void *context)
{
    struct work *work = context;

    work->ended_count++;
    work->told[which] = process_read(result, work->mem);
    if (work->told[which].len < sizeof(struct told))
        work->told[which] = told_of_end(end, work->mem);
    while (work->printed_count < work->many->count &&
           work->told[work->printed_count].len > 0) {
        size_t next = work->printed_count++;

        if (!print(work, work->told[next], next))
            return false;
    }
    return true;
}

static bool alive(void *context)
{
    struct work *work = context;

    return work->progress.report(work->progress.context, work->ended_count,
                                 work->many->count) ||
           error_set(work->err, ERROR_STOPPED, "stopped");
}

bool many_make(const struct many *many, struct arena *mem, struct error *err)
{
    struct work state = {
        .many = many,
        .told = ARENA_ARRAY(mem, str, many->count),
        .meter = {.unit = "articles",
                  .quiet = many->quiet || !paths_terminal(),
                  .terminal = true},
        .mem = mem,
        .err = err,
    };
    struct pool pool = {
        .task_count = many->count,
        .jobs = many->jobs,
        .limit_ms = PROCESS_NO_LIMIT,
        .gentle = true,
        .work = work,
        .done = done,
        .alive = alive,
        .context = &state,
    };
    bool ok;

    state.progress = progress_of(&state.meter);
    if (fflush(stdout) != 0) /* or each child would print it again */
        return io_not_written("-", err);
    ok = alive(&state) && pool_run(&pool, mem);
    progress_end(&state.meter);
    return ok;
}
