/* An engine that fails: baonoi linked with it in the place of espeak_Synth.
 *
 *     SHIM_WORDS="một hai"   the words on which it fails
 *     SHIM_DEED=crash        how: crash, abort, leave, refuse, hang
 *     SHIM_SPEED=10          how many times faster all clocks run meanwhile
 *     SHIM_CALLS=FILE        which gets one byte more with every call
 */
#include <espeak-ng/speak_lib.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define NANOSECONDS 1000000000LL

static const char *setting(const char *name)
{
    const char *value = getenv(name);

    return value ? value : "";
}

/* Whether the token stands among the tokens of `list`. */
static bool is_among(const char *token, size_t len, const char *list)
{
    while (*list) {
        size_t part = strcspn(list, " ");

        if (part == len && len > 0 && memcmp(token, list, len) == 0)
            return true;
        list += part + (list[part] == ' ');
    }
    return false;
}

/* Behind the commands before a word: "\00150P\001190Smột". */
static const char *skip_commands(const char *text)
{
    while (*text == 1)
        text += 2 + strspn(text + 1, "0123456789");
    return text;
}

static bool is_chosen(const char *text)
{
    while (*text) {
        size_t len;

        text = skip_commands(text);
        len = strcspn(text, " ");

        if (is_among(text, len, setting("SHIM_WORDS")))
            return true;
        text += len + (text[len] == ' ');
    }
    return false;
}

static espeak_ERROR fail(const char *deed)
{
    if (strcmp(deed, "crash") == 0)
        raise(SIGSEGV);
    if (strcmp(deed, "abort") == 0)
        abort();
    if (strcmp(deed, "leave") == 0)
        _exit(0); /* as if it had done its work */
    while (strcmp(deed, "hang") == 0)
        pause();
    return EE_INTERNAL_ERROR;
}

static void count_call(const char *path)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_APPEND, 0666);

    if (fd < 0 || write(fd, ".", 1) != 1)
        abort();
    close(fd);
}

espeak_ERROR __real_espeak_Synth(const void *text, size_t size,
                                 unsigned position, espeak_POSITION_TYPE type,
                                 unsigned end, unsigned flags, unsigned *id,
                                 void *user_data);
espeak_ERROR __wrap_espeak_Synth(const void *text, size_t size,
                                 unsigned position, espeak_POSITION_TYPE type,
                                 unsigned end, unsigned flags, unsigned *id,
                                 void *user_data);

espeak_ERROR __wrap_espeak_Synth(const void *text, size_t size,
                                 unsigned position, espeak_POSITION_TYPE type,
                                 unsigned end, unsigned flags, unsigned *id,
                                 void *user_data)
{
    if (*setting("SHIM_CALLS"))
        count_call(setting("SHIM_CALLS"));
    return is_chosen(text) ? fail(setting("SHIM_DEED"))
                           : __real_espeak_Synth(text, size, position, type,
                                                 end, flags, id, user_data);
}

/* ---- clocks ------------------------------------------------------------- */

static long long speed(void)
{
    long long times = atoll(setting("SHIM_SPEED"));

    return times > 0 ? times : 1;
}

int clock_gettime(clockid_t clock, struct timespec *now)
{
    long result = syscall(SYS_clock_gettime, clock, now);
    long long whole = (now->tv_sec * NANOSECONDS + now->tv_nsec) * speed();

    *now = (struct timespec){whole / NANOSECONDS, whole % NANOSECONDS};
    return (int)result;
}

int poll(struct pollfd *files, nfds_t count, int limit_ms)
{
    long long limit = limit_ms * (NANOSECONDS / 1000) / speed();
    struct timespec left = {limit / NANOSECONDS, limit % NANOSECONDS};

    return (int)syscall(SYS_ppoll, files, count, limit_ms < 0 ? NULL : &left,
                        NULL, 0);
}
