/* Work in forked children: a crash or a hang costs one task, never the run.
 *
 * A child writes its result to a file in memory that it shares with the parent,
 * says so through a pipe, and ends; what a crashed one left there is never
 * looked at. Who is done is not waited for to leave its memory. */
#include "base/process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/error.h"
#include "base/io.h"

/* How often `alive` is asked while nothing ends. */
#define ALIVE_MS 50

#define EXIT_FAILED 1

struct child {
    pid_t pid;     /* at work, 0: none */
    pid_t leaving; /* done, but for its end; 0: none */
    int end_fd;    /* a byte when it is done, closed when it ends without */
    int result_fd;
    size_t task;
    int limit_ms;
    int64_t deadline_ms;
};

static int64_t ms_of(const struct timespec *time)
{
    return (int64_t)time->tv_sec * 1000 + time->tv_nsec / 1000000;
}

bool process_add(struct result *result, str bytes)
{
    if (!io_write_at(result->fd, bytes.s, bytes.len, result->size_bytes))
        return false;
    result->size_bytes += (int64_t)bytes.len;
    return true;
}

str process_read(const struct result *result, struct arena *mem)
{
    size_t size = (size_t)result->size_bytes;
    char *bytes = arena_take(mem, size, 1, _Alignof(max_align_t));

    if (!io_read_at(result->fd, bytes, size, 0))
        return (str){0};
    return (str){bytes, size};
}

/* Only a limit for children: no result depends on it. */
static int64_t now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return ms_of(&now);
}

/* The work of a child that has just been forked, and its end. */
static _Noreturn void child_work(const struct child *child, int done_fd,
                                 process_work work, void *context,
                                 struct arena mem)
{
    struct result result = {.fd = child->result_fd, .mem = &mem};

    if (!work(&result, child->task, context) || write(done_fd, "", 1) != 1)
        _exit(EXIT_FAILED);
    _exit(0);
}

/* Takes the one that is done off the list of processes. */
static void child_bury(struct child *child)
{
    while (child->leaving && waitpid(child->leaving, NULL, 0) < 0 &&
           errno == EINTR)
        continue;
    child->leaving = 0;
}

/* The pipe of a child: false when there is none to be had. */
static bool open_files(struct child *child, int *done_fd)
{
    int ends[2];

    child->result_fd = memfd_create("result", MFD_CLOEXEC);
    if (child->result_fd < 0)
        return false;
    if (pipe2(ends, O_CLOEXEC) != 0) {
        close(child->result_fd);
        return false;
    }
    child->end_fd = ends[0];
    *done_fd = ends[1];
    return true;
}

static void close_files(const struct child *child)
{
    close(child->end_fd);
    close(child->result_fd);
}

static bool child_start(struct child *child, process_work work, size_t task,
                        void *context, int limit_ms, struct arena mem)
{
    struct child new = {.task = task, .limit_ms = limit_ms};
    pid_t parent = getpid();
    int done_fd;

    child_bury(child);
    if (!open_files(&new, &done_fd))
        return false;
    new.pid = fork();
    if (new.pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != parent)
            _exit(EXIT_FAILED);
        child_work(&new, done_fd, work, context, mem);
    }
    close(done_fd);
    if (new.pid < 0) {
        close_files(&new);
        return false;
    }
    new.deadline_ms = now_ms() + limit_ms;
    *child = new;
    return true;
}

/* Takes the child that ended, or is killed, off the list of processes. */
static enum process_end child_reap(struct child *child)
{
    int status = 0;

    while (waitpid(child->pid, &status, 0) < 0 && errno == EINTR)
        continue;
    child->pid = 0;
    return WIFEXITED(status) && WEXITSTATUS(status) == EXIT_FAILED
               ? PROCESS_FAILED
               : PROCESS_CRASHED;
}

/* How the child ended whose pipe tells that it did. A library that gives up
 * calls exit, with 0 or 1: that is no work that is done. */
static enum process_end child_end(struct child *child)
{
    char done;

    if (read(child->end_fd, &done, 1) != 1)
        return child_reap(child);
    child->leaving = child->pid;
    child->pid = 0;
    return PROCESS_DONE;
}

static enum process_end child_kill(struct child *child)
{
    kill(child->pid, SIGKILL);
    child_reap(child);
    return PROCESS_HUNG;
}

static struct result result_of(const struct child *child)
{
    off_t size = lseek(child->result_fd, 0, SEEK_END);

    return (struct result){.fd = child->result_fd,
                           .size_bytes = size > 0 ? size : 0};
}

/* The time that the processors gave it. */
static int64_t worked_ms(pid_t pid)
{
    clockid_t clock;
    struct timespec worked;

    if (clock_getcpuclockid(pid, &clock) != 0 ||
        clock_gettime(clock, &worked) != 0)
        return INT64_MAX;
    return ms_of(&worked);
}

/* Whether it waits for something, by proc(5): "PID (NAME) STATE ...". */
static bool is_asleep(pid_t pid, struct arena tmp)
{
    struct buf path = {.mem = &tmp};
    struct error unread;
    str stat;

    buf_format(&path, "/proc/%ld/stat%c", (long)pid, '\0');
    return !io_read_file(&stat, path.s, &tmp, &unread) ||
           str_has(stat, STR(") S "));
}

/* Whether its time is over. What is stopped, or waits for a processor, has
 * more; then the result doesn't depend on how busy the machine is. */
static bool has_hung(struct child *child, struct arena tmp)
{
    if (now_ms() < child->deadline_ms)
        return false;
    if (worked_ms(child->pid) >= child->limit_ms || is_asleep(child->pid, tmp))
        return true;
    child->deadline_ms = now_ms() + child->limit_ms;
    return false;
}

/* Waits until the child ends or its time is over. */
static bool child_wait(struct child *child, struct arena tmp)
{
    struct pollfd end = {.fd = child->end_fd, .events = POLLIN};

    while (!has_hung(child, tmp))
        if (poll(&end, 1, ALIVE_MS) > 0)
            return true;
    return false;
}

enum process_end process_run(str *result, process_work work, size_t task,
                             void *context, int limit_ms, struct arena *mem)
{
    struct child child = {0};
    enum process_end end;

    if (!child_start(&child, work, task, context, limit_ms, *mem))
        return PROCESS_UNSTARTED;
    end = child_wait(&child, *mem) ? child_end(&child) : child_kill(&child);
    if (end == PROCESS_DONE) {
        struct result left = result_of(&child);

        *result = process_read(&left, mem);
    }
    close_files(&child);
    child_bury(&child);
    return end;
}

/* Hands the ended child's task to the pool's owner. */
static bool hand_over(const struct pool *pool, struct child *child,
                      enum process_end end)
{
    struct result result = {.fd = -1};
    bool going;

    if (end == PROCESS_DONE)
        result = result_of(child);
    going = pool->done(child->task, end, &result, pool->context);
    close_files(child);
    return going;
}

void pool_begin(struct pool_run *run, const struct pool *pool,
                struct arena *mem)
{
    *run = (struct pool_run){
        .pool = pool,
        .children = ARENA_ARRAY(mem, struct child, pool->jobs),
        .ends = ARENA_ARRAY(mem, struct pollfd, pool->jobs),
        .mem = mem,
    };
}

bool pool_busy(const struct pool_run *run)
{
    return run->started < run->pool->task_count || run->running > 0;
}

bool pool_start(struct pool_run *run)
{
    const struct pool *pool = run->pool;

    for (size_t i = 0; i < pool->jobs; i++) {
        if (run->children[i].pid || run->started == pool->task_count)
            continue;
        if (child_start(&run->children[i], pool->work, run->started,
                        pool->context, pool->limit_ms, *run->mem)) {
            run->started++;
            run->running++;
        } else if (run->running > 0) {
            return true; /* there may be room when one has ended */
        } else if (!pool->done(run->started++, PROCESS_UNSTARTED,
                               &(struct result){.fd = -1}, pool->context)) {
            return false;
        }
    }
    return true;
}

/* Waits a little for any child to end. */
static void wait_for_any(struct pool_run *run)
{
    size_t jobs = run->pool->jobs;

    for (size_t i = 0; i < jobs; i++)
        run->ends[i] = (struct pollfd){
            .fd = run->children[i].pid ? run->children[i].end_fd : -1,
            .events = POLLIN,
        };
    if (poll(run->ends, (nfds_t)jobs, ALIVE_MS) <= 0)
        for (size_t i = 0; i < jobs; i++)
            run->ends[i].revents = 0;
}

bool pool_step(struct pool_run *run)
{
    const struct pool *pool = run->pool;

    if (!pool_start(run))
        return false;
    wait_for_any(run);
    for (size_t i = 0; i < pool->jobs; i++) {
        struct child *child = &run->children[i];
        bool ended = run->ends[i].revents != 0;

        if (!child->pid || (!ended && !has_hung(child, *run->mem)))
            continue;
        run->running--;
        if (!hand_over(pool, child,
                       ended ? child_end(child) : child_kill(child)))
            return false;
    }
    return pool->alive(pool->context);
}

void pool_end(struct pool_run *run)
{
    bool gentle = run->pool->gentle;

    for (size_t i = 0; gentle && i < run->pool->jobs; i++)
        if (run->children[i].pid)
            kill(run->children[i].pid, SIGTERM);
    for (size_t i = 0; i < run->pool->jobs; i++) {
        struct child *child = &run->children[i];

        child_bury(child);
        if (!child->pid)
            continue;
        if (gentle)
            child_reap(child);
        else
            child_kill(child);
        close_files(child);
    }
    run->running = 0;
}

bool pool_run(const struct pool *pool, struct arena *mem)
{
    struct pool_run run;
    bool going = true;

    pool_begin(&run, pool, mem);
    while (going && pool_busy(&run))
        going = pool_step(&run);
    pool_end(&run);
    return going;
}

size_t process_cores(void)
{
    cpu_set_t cores;

    if (sched_getaffinity(0, sizeof cores, &cores) != 0)
        return 1;
    return CPU_COUNT(&cores) > 0 ? (size_t)CPU_COUNT(&cores) : 1;
}
