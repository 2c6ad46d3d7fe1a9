/* SHA-256 (FIPS 180-4), by nettle. */
#include "base/hash.h"

#include <errno.h>
#include <nettle/base16.h>
#include <nettle/sha2.h>
#include <unistd.h>

#define PIECE_BYTES ((size_t)64 << 10)

struct hash hash_of(str bytes)
{
    struct sha256_ctx state;
    struct hash hash;

    sha256_init(&state);
    sha256_update(&state, bytes.len, (const uint8_t *)bytes.s);
    sha256_digest(&state, HASH_BYTES, hash.bytes);
    return hash;
}

void hash_hex(char hex[HASH_HEX_BYTES], const struct hash *hash)
{
    base16_encode_update(hex, HASH_BYTES, hash->bytes);
    hex[HASH_HEX_BYTES - 1] = '\0';
}

bool hash_file(char hex[HASH_HEX_BYTES], uint64_t *size_bytes, int fd)
{
    struct sha256_ctx state;
    uint8_t piece[PIECE_BYTES];
    struct hash hash;
    off_t at = 0;

    sha256_init(&state);
    for (;;) {
        ssize_t got = pread(fd, piece, sizeof piece, at);

        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return false;
        if (got == 0)
            break;
        sha256_update(&state, (size_t)got, piece);
        at += got;
    }
    sha256_digest(&state, HASH_BYTES, hash.bytes);
    hash_hex(hex, &hash);
    *size_bytes = (uint64_t)at;
    return true;
}
