/* Memory that is given back all at once.
 *
 * An arena is one reserved range; taking from it moves `next`. It never
 * returns NULL: when the range is used up the program ends with status 1.
 * What it gives is zeroed. Passed by pointer, what the callee takes stays;
 * passed by value, it is free again on return. A function that needs both
 * gets two arenas: a copy of the one it keeps results in would overlap them. */
#ifndef BAONOI_BASE_ARENA_H
#define BAONOI_BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

struct arena {
    char *next, *end;
};

/* Reserves address space, or as much of it as there may be; pages cost memory
 * only once they are touched. */
struct arena arena_reserve(size_t size_bytes);
void arena_release(struct arena *whole);

void *arena_take(struct arena *mem, size_t count, size_t size_bytes,
                 size_t align);

/* Lengthens the newest take in place; false when it is not the newest. */
bool arena_extend(struct arena *mem, const void *take, size_t old_bytes,
                  size_t new_bytes);

/* The last part of an arena, one in `parts`, for what is kept and read by all:
 * in large pages where the system has them, so that it takes few page faults
 * and a child gets it at once. */
struct arena arena_split(struct arena *mem, size_t parts);

/* The other half of an arena, for what need not last: `mem` keeps the first. */
struct arena arena_halve(struct arena *mem);

#define ARENA_ARRAY(mem, type, count)                                          \
    ((type *)arena_take((mem), (count), sizeof(type), _Alignof(type)))
#define ARENA_ONE(mem, type) ARENA_ARRAY(mem, type, 1)

/* What one run needs at the most: articles, scripts and timelines are text. */
#define ARENA_EDITION_BYTES ((size_t)4 << 30)

#endif
