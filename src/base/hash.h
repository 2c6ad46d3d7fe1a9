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

/* False when it is no hash in hexadecimal. */
bool hash_from_hex(struct hash *hash, str hex);

/* A UUID of version 5 (RFC 9562, 5.5), in small letters: of a name among those
 * of another UUID. */
#define HASH_UUID_BYTES 16
#define HASH_UUID_TEXT_BYTES 37 /* with its NUL */
void hash_uuid(char text[HASH_UUID_TEXT_BYTES],
               const unsigned char space[HASH_UUID_BYTES], str name);

/* Of a whole open file, wherever it stands. False and errno when it can't be
 * read. */
bool hash_file(char hex[HASH_HEX_BYTES], uint64_t *size_bytes, int fd);

#endif
