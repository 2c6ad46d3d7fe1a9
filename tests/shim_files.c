/* A file system that fails: laid over libc by LD_PRELOAD.
 *
 *     SHIM_KILL_AT=3      kills the program before the third call that changes
 *                         the folder, or waits for the disk
 *     SHIM_NO_TMPFILE=1   has no files without a name and can't exchange two
 *                         files or folders, as FAT
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static void step(void)
{
    static long done;
    const char *last = getenv("SHIM_KILL_AT");

    if (last && ++done == atol(last))
        raise(SIGKILL);
}

int open(const char *path, int flags, ...)
{
    int (*real)(const char *, int, ...);
    mode_t mode = 0;
    va_list rest;

    if (flags & O_CREAT || (flags & O_TMPFILE) == O_TMPFILE) {
        va_start(rest, flags);
        mode = va_arg(rest, mode_t);
        va_end(rest);
        step();
    }
    if ((flags & O_TMPFILE) == O_TMPFILE && getenv("SHIM_NO_TMPFILE")) {
        errno = EOPNOTSUPP;
        return -1;
    }
    *(void **)&real = dlsym(RTLD_NEXT, "open");
    return real(path, flags, mode);
}

int fsync(int fd)
{
    int (*real)(int);

    step();
    *(void **)&real = dlsym(RTLD_NEXT, "fsync");
    return real(fd);
}

int linkat(int from, const char *old, int to, const char *new, int flags)
{
    int (*real)(int, const char *, int, const char *, int);

    step();
    *(void **)&real = dlsym(RTLD_NEXT, "linkat");
    return real(from, old, to, new, flags);
}

int mkdir(const char *path, mode_t mode)
{
    int (*real)(const char *, mode_t);

    step();
    *(void **)&real = dlsym(RTLD_NEXT, "mkdir");
    return real(path, mode);
}

int renameat2(int from, const char *old, int to, const char *new,
              unsigned flags)
{
    int (*real)(int, const char *, int, const char *, unsigned);

    step();
    if (getenv("SHIM_NO_TMPFILE")) {
        errno = EINVAL;
        return -1;
    }
    *(void **)&real = dlsym(RTLD_NEXT, "renameat2");
    return real(from, old, to, new, flags);
}

int unlinkat(int folder, const char *path, int flags)
{
    int (*real)(int, const char *, int);

    step();
    *(void **)&real = dlsym(RTLD_NEXT, "unlinkat");
    return real(folder, path, flags);
}

int unlink(const char *path)
{
    int (*real)(const char *);

    step();
    *(void **)&real = dlsym(RTLD_NEXT, "unlink");
    return real(path);
}

int rename(const char *old, const char *new)
{
    int (*real)(const char *, const char *);

    step();
    *(void **)&real = dlsym(RTLD_NEXT, "rename");
    return real(old, new);
}
