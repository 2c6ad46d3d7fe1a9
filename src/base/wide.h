/* Eight bytes of a text at once, as a number with the first byte lowest. */
#ifndef BAONOI_BASE_WIDE_H
#define BAONOI_BASE_WIDE_H

#include <endian.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define WIDE_BYTES sizeof(uint64_t)

/* The same byte eight times. */
#define WIDE_EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

static inline uint64_t wide_load(const char *at)
{
    uint64_t bytes;

    memcpy(&bytes, at, sizeof bytes);
    return le64toh(bytes);
}

/* Tests give a byte's highest bit as their answer; of the bytes that have a yes
 * the first one is sure, and those before it. */
static inline uint64_t wide_below(uint64_t bytes, unsigned char limit)
{
    return (bytes - WIDE_EACH(limit)) & ~bytes & WIDE_EACH(0x80);
}

/* How many bytes stand before the first yes, of which there is one. */
static inline size_t wide_before(uint64_t answers)
{
    return (size_t)__builtin_ctzll(answers) / 8;
}

/* The first `count` bytes, fewer than eight, and zeros. */
static inline uint64_t wide_head(uint64_t bytes, size_t count)
{
    return bytes & ((UINT64_C(1) << count * 8) - 1);
}

#endif
