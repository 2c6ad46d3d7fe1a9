/* Takes that were made before, by what they were made from.
 *
 * An entry is a file named by the hash of everything that the take depends on.
 * It carries the sum of its bytes: a damaged one is a miss, never a wrong
 * sound. Several runs may share the folder; entries appear whole or not at
 * all. Nothing that goes wrong here is an error: a take is then made anew. */
#ifndef BAONOI_SOUND_CACHE_H
#define BAONOI_SOUND_CACHE_H

#include "base/hash.h"

struct cache {
    const char *folder; /* made when it is missing; NULL: keep nothing */
    uint64_t limit_bytes;
};

/* Whether there is an entry with this key, whole or not. */
bool cache_has(const struct cache *cache, const struct hash *key,
               struct arena tmp);

/* Copies the entry with this key to `at` of the file, and marks it as just
 * used; fills its size. False when there is none that is whole: then what was
 * copied means nothing. */
bool cache_find(int64_t *size, const struct cache *cache,
                const struct hash *key, int file, int64_t at, struct arena tmp);

/* Keeps the first `size` bytes of the file. */
void cache_keep(const struct cache *cache, const struct hash *key, int file,
                int64_t size, struct arena tmp);

/* Removes the entries that were not used for longest, until the rest keeps
 * the limit. */
void cache_trim(const struct cache *cache, struct arena mem);

#endif
