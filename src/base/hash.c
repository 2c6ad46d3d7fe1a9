/* SHA-256 (FIPS 180-4), by nettle. */
#include "base/hash.h"

#include <errno.h>
#include <nettle/base16.h>
#include <nettle/sha2.h>
#include <unistd.h>

#define PIECE_BYTES ((size_t)64 << 10)

void hash_bytes(unsigned char digest[HASH_BYTES], str bytes)
{
    struct sha256_ctx state;

    sha256_init(&state);
    sha256_update(&state, bytes.len, (const uint8_t *)bytes.s);
    sha256_digest(&state, HASH_BYTES, digest);
}

bool hash_file(char hex[HASH_HEX_BYTES], uint64_t *size_bytes, int fd)
{
    struct sha256_ctx state;
    uint8_t piece[PIECE_BYTES], digest[HASH_BYTES];
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
    sha256_digest(&state, sizeof digest, digest);
    base16_encode_update(hex, sizeof digest, digest);
    hex[HASH_HEX_BYTES - 1] = '\0';
    *size_bytes = (uint64_t)at;
    return true;
}
