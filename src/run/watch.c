/* A folder whose files are handed over as they come (inotify(7)). */
#include "run/watch.h"

#include <dirent.h>
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/str.h"
#include "run/stop.h"

#define EVENTS_BYTES ((size_t)64 << 10)
#define SETTLE_MS 100 /* files that come together are handed over together */
#define ARRIVED (IN_CLOSE_WRITE | IN_MOVED_TO)
#define GONE (IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT | IN_IGNORED)

/* Names of files that are not finished. */
static const char *const unfinished[] = {"~", ".part", ".tmp", ".crdownload",
                                         ".swp"};

/* The files that came since the last were handed over. */
struct batch {
    struct buf paths; /* of const char * */
    bool all;         /* events were lost: any file may have come */
    bool gone;        /* the folder */
    struct arena *mem;
};

static bool is_finished(const char *name)
{
    for (size_t i = 0; i < sizeof unfinished / sizeof unfinished[0]; i++)
        if (str_ends(str_from(name), str_from(unfinished[i])))
            return false;
    return name[0] != '.';
}

static void add_file(struct batch *batch, const char *folder, const char *name)
{
    struct buf path = {.mem = batch->mem};
    struct stat what;

    if (!is_finished(name))
        return;
    buf_format(&path, "%s/%s%c", folder, name, '\0');
    if (stat(path.s, &what) == 0 && S_ISREG(what.st_mode))
        buf_add(&batch->paths, (str){(char *)&path.s, sizeof path.s});
}

static bool add_all(struct batch *batch, const char *folder, struct error *err)
{
    DIR *files = opendir(folder);
    struct dirent *file;

    if (!files)
        return error_set(err, ERROR_INPUT, "%s: not read: %s", folder,
                         strerror(errno));
    while ((file = readdir(files)))
        add_file(batch, folder, file->d_name);
    closedir(files);
    return true;
}

/* What the kernel tells at one time. */
static bool add_events(struct batch *batch, const char *folder, int notices,
                       struct error *err)
{
    _Alignas(struct inotify_event) char events[EVENTS_BYTES];
    ssize_t got = read(notices, events, sizeof events);

    if (got < 0)
        return errno == EINTR || error_set(err, ERROR_INPUT, "%s: not read: %s",
                                           folder, strerror(errno));
    for (const char *at = events; at < events + got;) {
        const struct inotify_event *event = (const void *)at;

        if (event->mask & ARRIVED && event->len > 0)
            add_file(batch, folder, event->name);
        batch->all = batch->all || event->mask & IN_Q_OVERFLOW;
        batch->gone = batch->gone || event->mask & GONE;
        at += sizeof *event + event->len;
    }
    return true;
}

/* Waits for files, and a little for those that come with them. */
static bool gather(struct batch *batch, const char *folder, int notices,
                   struct error *err)
{
    struct pollfd more = {.fd = notices, .events = POLLIN};

    do {
        if (!add_events(batch, folder, notices, err))
            return false;
    } while (poll(&more, 1, SETTLE_MS) > 0 && !batch->gone);
    return !batch->all || add_all(batch, folder, err);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Each once, in order. */
static struct texts files_of(struct batch *batch)
{
    const char **paths = (const char **)(void *)batch->paths.s;
    size_t count = batch->paths.len / sizeof *paths, kept = 0;

    if (count > 0)
        qsort(paths, count, sizeof *paths, by_name);
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || strcmp(paths[kept - 1], paths[i]) != 0)
            paths[kept++] = paths[i];
    return (struct texts){paths, kept};
}

/* Hands over what came; on the first call what is there. */
static bool next(const struct watch *watch, int notices, bool first,
                 struct arena mem, struct error *err)
{
    /* Names apart from the list that grows of them. */
    struct arena names = {mem.next,
                          mem.next + (size_t)(mem.end - mem.next) / 4};
    struct arena list = {names.end,
                         names.end + (size_t)(mem.end - names.end) / 4};
    struct batch batch = {.paths = {.mem = &list}, .mem = &names};
    struct texts files;

    mem.next = list.end;
    if (first ? !add_all(&batch, watch->folder, err)
              : !gather(&batch, watch->folder, notices, err))
        return false;
    if (batch.gone)
        return error_set(err, ERROR_INPUT, "%s: gone", watch->folder);
    files = files_of(&batch);
    return files.count == 0 ||
           watch->found(watch->context, &files, !first, mem, err);
}

bool watch_run(const struct watch *watch, struct arena *mem, struct error *err)
{
    int notices = inotify_init1(IN_CLOEXEC);
    bool ok =
        notices >= 0 && inotify_add_watch(notices, watch->folder,
                                          ARRIVED | IN_DELETE_SELF |
                                              IN_MOVE_SELF | IN_ONLYDIR) >= 0;

    if (!ok)
        error_set(err, ERROR_INPUT, "%s: not watched: %s", watch->folder,
                  strerror(errno));
    for (bool first = true; ok; first = false) {
        ok = next(watch, notices, first, *mem, err);
        if (ok) { /* nothing is half made: signals may end it here */
            stop_obey();
            stop_begin();
        }
    }
    if (notices >= 0)
        close(notices);
    return false;
}
