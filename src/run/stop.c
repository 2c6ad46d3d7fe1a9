/* Signals that end the program, held back until it has cleaned up.
 *
 * They are blocked, not handled: whether one is pending is all there is to
 * know, and to let it through is to end as if it had never been held. */
#include "run/stop.h"

#include <signal.h>
#include <stddef.h>

static const int stopping[] = {SIGINT, SIGTERM, SIGHUP};

#define STOPPING_COUNT (sizeof stopping / sizeof stopping[0])

void stop_begin(void)
{
    sigset_t pipe;

    signal(SIGXFSZ, SIG_IGN);
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    sigprocmask(SIG_BLOCK, &pipe, NULL);
}

/* A blocked signal is pending even when it is ignored, as it is for what a
 * script runs in the background. */
static bool is_ignored(int number)
{
    struct sigaction action;

    return sigaction(number, NULL, &action) == 0 &&
           action.sa_handler == SIG_IGN;
}

void stop_defer(void)
{
    sigset_t set;

    sigemptyset(&set);
    for (size_t i = 0; i < STOPPING_COUNT; i++)
        if (!is_ignored(stopping[i]))
            sigaddset(&set, stopping[i]);
    sigprocmask(SIG_BLOCK, &set, NULL);
}

bool stop_wanted(void)
{
    sigset_t pending;

    sigpending(&pending);
    for (size_t i = 0; i < STOPPING_COUNT; i++)
        if (sigismember(&pending, stopping[i]) == 1)
            return true;
    return false;
}

void stop_obey(void)
{
    sigset_t none;

    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}
