/* A hash of text: FNV-1a, its high bits folded into the low ones. */
#include "page/texthash.h"

#define FNV_OFFSET UINT64_C(0xCBF29CE484222325)
#define FNV_PRIME UINT64_C(0x100000001B3)

uint64_t texthash(str text)
{
    uint64_t hash = FNV_OFFSET;

    for (size_t i = 0; i < text.len; i++)
        hash = (hash ^ (unsigned char)text.s[i]) * FNV_PRIME;
    return hash ^ hash >> 32;
}
