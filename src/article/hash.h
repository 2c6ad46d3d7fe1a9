/* A hash of text, the same on every machine. */
#ifndef BAONOI_ARTICLE_HASH_H
#define BAONOI_ARTICLE_HASH_H

#include <stdint.h>

#include "base/str.h"

uint64_t hash_text(str text);

#endif
