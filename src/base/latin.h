/* The head of a text that is nothing but Latin letters, Vietnamese ones among
 * them, and their punctuation: what nearly all text is, found at once. */
#ifndef BAONOI_BASE_LATIN_H
#define BAONOI_BASE_LATIN_H

#include "base/str.h"

/* Bytes of that head, of any bytes: valid UTF-8 without control characters but
 * tabs and line feeds, and in normal form C whatever stands behind it. It has
 * ASCII, U+00C0 to U+02FF, U+1E00 to U+1EFF, and U+2010 to U+2027, the dashes
 * and quotation marks. */
size_t latin_length(str bytes);

#endif
