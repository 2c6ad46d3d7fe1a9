/* A hash of text, the same on every machine: FNV-1a, its high bits folded into
 * the low ones. */
#ifndef BAONOI_PAGE_TEXTHASH_H
#define BAONOI_PAGE_TEXTHASH_H

#include <stdint.h>

#include "base/str.h"

uint64_t texthash(str text);

/* The same, byte by byte: begun, gone on with, and ended. */
#define TEXTHASH_START UINT64_C(0xCBF29CE484222325)

static inline uint64_t texthash_add(uint64_t hash, char byte)
{
    return (hash ^ (unsigned char)byte) * UINT64_C(0x100000001B3);
}

static inline uint64_t texthash_end(uint64_t hash)
{
    return hash ^ hash >> 32;
}

#endif
