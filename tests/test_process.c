/* Children that do their work, fail, crash and hang. */
#include "check.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/io.h"
#include "base/process.h"

#define LIMIT_MS 300
#define LONG_MS 60000

enum deed {
    DEED_WORK,
    DEED_FAIL,
    DEED_CRASH,
    DEED_EXIT,
    DEED_HANG,
    DEED_COUNT
};

static const enum process_end ends[DEED_COUNT] = {
    [DEED_WORK] = PROCESS_DONE,
    [DEED_FAIL] = PROCESS_FAILED,
    [DEED_CRASH] = PROCESS_CRASHED,
    [DEED_EXIT] = PROCESS_CRASHED, /* a library gave up */
    [DEED_HANG] = PROCESS_HUNG,
};

/* In two parts, the first of them larger than a page. */
#define FIRST_BYTES 10000

static bool act(struct result *result, size_t task, void *context)
{
    struct buf text = {.mem = result->mem};

    (void)context;
    buf_format(&text, "%*s", FIRST_BYTES, "task ");
    if (!process_add(result, buf_str(&text)))
        return false;
    text.len = 0;
    buf_format(&text, "%zu", task);
    if (!process_add(result, buf_str(&text)))
        return false;
    switch ((enum deed)(task % DEED_COUNT)) {
    case DEED_FAIL:
        return false;
    case DEED_CRASH:
        kill(getpid(), SIGKILL);
        return true;
    case DEED_EXIT:
        exit(0);
    case DEED_HANG:
        sleep(LONG_MS / 1000);
        return true;
    case DEED_WORK:
    case DEED_COUNT:
        break;
    }
    return true;
}

/* None is left behind, at work or ended. */
static void check_alone(void)
{
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    assert_int_equal(errno, ECHILD);
}

static void test_one_child(void **state)
{
    (void)state;
    TEST_ARENA(mem);

    for (size_t task = 0; task < DEED_COUNT; task++) {
        str result = {0};

        assert_int_equal(process_run(&result, act, task, NULL,
                                     task == DEED_HANG ? LIMIT_MS : LONG_MS,
                                     &mem),
                         ends[task]);
        if (task == DEED_WORK)
            check_str("result", str_skip(result, FIRST_BYTES - 5),
                      STR("task 0"));
        check_alone();
    }
}

struct tally {
    size_t seen[8];
    size_t count, stop_after;
};

static bool tell(size_t task, enum process_end end, const struct result *result,
                 void *context)
{
    struct tally *tally = context;
    char number;

    assert_int_equal(end, ends[task % DEED_COUNT]);
    assert_int_equal(result->size_bytes > 0, end == PROCESS_DONE);
    if (end == PROCESS_DONE) {
        assert_true(io_read_at(result->fd, &number, 1, FIRST_BYTES));
        assert_int_equal(number - '0', task);
    }
    tally->seen[task]++;
    tally->count++;
    return tally->count != tally->stop_after;
}

static bool always(void *context)
{
    (void)context;
    return true;
}

static bool never(void *context)
{
    (void)context;
    return false;
}

static bool run_pool(struct tally *tally, size_t jobs,
                     bool (*alive)(void *context))
{
    TEST_ARENA(mem);
    struct pool pool = {
        .task_count = sizeof tally->seen / sizeof tally->seen[0],
        .jobs = jobs,
        .limit_ms = LIMIT_MS,
        .work = act,
        .done = tell,
        .alive = alive,
        .context = tally,
    };

    return pool_run(&pool, &mem);
}

static void test_every_task_ends_once(void **state)
{
    (void)state;
    for (size_t jobs = 1; jobs <= 9; jobs += 4) {
        struct tally tally = {0};

        assert_true(run_pool(&tally, jobs, always));
        for (size_t i = 0; i < 8; i++)
            assert_int_equal(tally.seen[i], 1);
        check_alone();
    }
}

static void test_pool_stops(void **state)
{
    (void)state;
    struct tally refused = {.stop_after = 2}, stopped = {0};

    assert_false(run_pool(&refused, 2, always));
    assert_int_equal(refused.count, 2);
    assert_false(run_pool(&stopped, 2, never));
    assert_true(stopped.count <= 2);
    check_alone();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_child),
        cmocka_unit_test(test_every_task_ends_once),
        cmocka_unit_test(test_pool_stops),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
