/* SHA-256 (FIPS 180-4), by nettle. */
#ifndef BAONOI_BASE_HASH_H
#define BAONOI_BASE_HASH_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

#define HASH_BYTES 32
#define HASH_HEX_BYTES (2 * HASH_BYTES + 1) /* with its NUL */

struct hash {
    unsigned char bytes[HASH_BYTES];
};

struct hash hash_of(str bytes);
void hash_hex(char hex[HASH_HEX_BYTES], const struct hash *hash);

/* Of a whole open file, wherever it stands. False and errno when it can't be
 * read. */
bool hash_file(char hex[HASH_HEX_BYTES], uint64_t *size_bytes, int fd);

#endif
