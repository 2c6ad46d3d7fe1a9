/* SHA-256, and SHA-1 where a standard wants it (FIPS 180-4), by nettle. */
#include "base/hash.h"

#include <errno.h>
#include <nettle/base16.h>
#include <nettle/sha1.h>
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

bool hash_from_hex(struct hash *hash, str hex)
{
    struct base16_decode_ctx state;
    size_t length = HASH_BYTES;

    base16_decode_init(&state);
    return hex.len == HASH_HEX_BYTES - 1 &&
           base16_decode_update(&state, &length, hash->bytes, hex.len, hex.s) &&
           base16_decode_final(&state) && length == HASH_BYTES;
}

void hash_uuid(char text[HASH_UUID_TEXT_BYTES],
               const unsigned char space[HASH_UUID_BYTES], str name)
{
    static const char shape[] = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    uint8_t bytes[SHA1_DIGEST_SIZE];
    char hex[BASE16_ENCODE_LENGTH(HASH_UUID_BYTES)];
    struct sha1_ctx state;

    sha1_init(&state);
    sha1_update(&state, HASH_UUID_BYTES, space);
    sha1_update(&state, name.len, (const uint8_t *)name.s);
    sha1_digest(&state, sizeof bytes, bytes);
    bytes[6] = (uint8_t)((bytes[6] & 0x0F) | 0x50); /* the version */
    bytes[8] = (uint8_t)((bytes[8] & 0x3F) | 0x80); /* the variant */
    base16_encode_update(hex, HASH_UUID_BYTES, bytes);
    for (size_t i = 0, digit = 0; i < sizeof shape; i++)
        text[i] = shape[i] == 'x' ? hex[digit++] : shape[i];
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
