/* Memory that lies in a file: what an arena holds and is seldom looked at. */
#include "base/depot.h"

#include <stdint.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/io.h"

/* Less is not worth the trouble: most articles need no file. */
#define WORTH_BYTES ((size_t)256 << 10)

static size_t page_bytes(void)
{
    return (size_t)sysconf(_SC_PAGESIZE);
}

void depot_begin(struct depot *depot, const struct arena *mem)
{
    size_t past = (uintptr_t)mem->next % page_bytes();

    depot->start = mem->next + (past > 0 ? page_bytes() - past : 0);
    depot->end = depot->start;
    depot->fd = -1;
}

/* What is written together may be kept in one piece, and is then in memory as
 * soon as any of it is looked at. */
#define PIECE_BYTES ((size_t)16 << 10)

/* By the system call itself: sanitizers would look at every byte, and an arena
 * has some that nobody may touch. */
static bool write_all(int fd, const char *bytes, size_t size, off_t offset)
{
    while (size > 0) {
        size_t piece = size < PIECE_BYTES ? size : PIECE_BYTES;
        long written = syscall(SYS_pwrite64, fd, bytes, piece, offset);

        if (written <= 0)
            return false;
        bytes += written;
        size -= (size_t)written;
        offset += written;
    }
    return true;
}

bool depot_put(struct depot *depot, const struct arena *mem, struct error *err)
{
    off_t at;
    size_t size;

    if (!depot || mem->next < depot->end + WORTH_BYTES)
        return true;
    at = depot->end - depot->start;
    size = (size_t)(mem->next - depot->end) / page_bytes() * page_bytes();
    if (depot->fd < 0 && (depot->fd = io_spool("/var/tmp", err)) < 0)
        return false;
    if (!write_all(depot->fd, depot->end, size, at))
        return io_not_written("temporary file", err);
    depot->end += size; /* memory again at depot_end, whatever becomes of it */
    return mmap(depot->start + at, size, PROT_READ | PROT_WRITE,
                MAP_SHARED | MAP_FIXED, depot->fd, at) != MAP_FAILED ||
           io_not_written("temporary file", err);
}

void depot_rest(const struct depot *depot)
{
    if (depot && depot->fd >= 0)
        madvise(depot->start, (size_t)(depot->end - depot->start),
                MADV_DONTNEED);
}

void depot_end(struct depot *depot)
{
    if (!depot || depot->fd < 0)
        return;
    mmap(depot->start, (size_t)(depot->end - depot->start),
         PROT_READ | PROT_WRITE,
         MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED, -1, 0);
    close(depot->fd);
    *depot = (struct depot){.fd = -1};
}
