/* A hash of text. */
#include "page/texthash.h"

uint64_t texthash(str text)
{
    uint64_t hash = TEXTHASH_START;

    for (size_t i = 0; i < text.len; i++)
        hash = texthash_add(hash, text.s[i]);
    return texthash_end(hash);
}
