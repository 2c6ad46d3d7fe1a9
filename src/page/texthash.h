/* A hash of text, the same on every machine. */
#ifndef BAONOI_PAGE_TEXTHASH_H
#define BAONOI_PAGE_TEXTHASH_H

#include <stdint.h>

#include "base/str.h"

uint64_t texthash(str text);

#endif
