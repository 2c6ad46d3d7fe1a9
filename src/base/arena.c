/* Memory that is given back all at once. */
#include "base/arena.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_GUARDED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_GUARDED 1
#endif
#endif

#ifdef ARENA_GUARDED
#include <sanitizer/asan_interface.h>
#define GUARD_BYTES 32
/* To give a range back its shadow must be written, all of it. */
#define RESERVE_MOST ((size_t)1 << 30)
#define SHUT(p, n) ASAN_POISON_MEMORY_REGION(p, n)
#define OPEN(p, n) ASAN_UNPOISON_MEMORY_REGION(p, n)
#else
#define GUARD_BYTES 0
#define RESERVE_MOST SIZE_MAX
#define SHUT(p, n) ((void)0)
#define OPEN(p, n) ((void)0)
#endif

#define RESERVE_LEAST ((size_t)16 << 20)
#define LARGE_PAGE_BYTES ((size_t)2 << 20)

static _Noreturn void out_of_memory(void)
{
    fputs("baonoi: out of memory\n", stderr);
    _exit(1); /* perhaps in a child: nothing of the parent's is flushed */
}

struct arena arena_reserve(size_t size_bytes)
{
    void *start;

    if (size_bytes > RESERVE_MOST)
        size_bytes = RESERVE_MOST;
    for (;; size_bytes /= 2) { /* a limit may leave less room than asked for */
        start = mmap(NULL, size_bytes, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (start != MAP_FAILED)
            break;
        if (size_bytes < RESERVE_LEAST)
            out_of_memory();
    }
    return (struct arena){start, (char *)start + size_bytes};
}

void arena_release(struct arena *whole)
{
    OPEN(whole->next, (size_t)(whole->end - whole->next));
    munmap(whole->next, (size_t)(whole->end - whole->next));
    *whole = (struct arena){0};
}

void *arena_take(struct arena *mem, size_t count, size_t size_bytes,
                 size_t align)
{
    size_t pad = -(uintptr_t)mem->next & (align - 1);
    size_t room = (size_t)(mem->end - mem->next);
    char *take;

    if (room < pad + GUARD_BYTES ||
        count > (room - pad - GUARD_BYTES) / size_bytes)
        out_of_memory();
    take = mem->next + pad;
    mem->next = take + count * size_bytes + GUARD_BYTES;
    OPEN(take, count * size_bytes);
    SHUT(take + count * size_bytes, GUARD_BYTES);
    return count > 0 ? memset(take, 0, count * size_bytes) : take;
}

bool arena_extend(struct arena *mem, const void *take, size_t old_bytes,
                  size_t new_bytes)
{
    char *start = mem->next - old_bytes - GUARD_BYTES;

    if (start != take || new_bytes + GUARD_BYTES > (size_t)(mem->end - start))
        return false;
    mem->next = start + new_bytes + GUARD_BYTES;
    OPEN(start, new_bytes);
    SHUT(start + new_bytes, GUARD_BYTES);
    return true;
}

struct arena arena_split(struct arena *mem, size_t parts)
{
    size_t size_bytes = (size_t)(mem->end - mem->next) / parts;
    char *start = mem->end - size_bytes;
    size_t pad = -(uintptr_t)start & (LARGE_PAGE_BYTES - 1);
    struct arena part = {start, mem->end};

    if (pad <= size_bytes / 4) { /* or it is too small for them */
        part.next = start + pad;
        madvise(part.next, size_bytes - pad, MADV_HUGEPAGE);
    }
    mem->end = part.next;
    return part;
}

struct arena arena_halve(struct arena *mem)
{
    char *middle = mem->next + (mem->end - mem->next) / 2;
    struct arena other = {middle, mem->end};

    mem->end = middle;
    return other;
}
