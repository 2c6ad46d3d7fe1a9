/* Encodings that the C library doesn't know, and what comes of encoding twice.
 */
#ifndef BAONOI_CHARSET_LEGACY_H
#define BAONOI_CHARSET_LEGACY_H

#include "base/arena.h"
#include "base/str.h"

/* VNI for Windows: marks follow their letters. */
str legacy_vni(str bytes, struct arena *mem);

/* UTF-8 that was taken for Windows-1252 and encoded once more; what is left
 * need not be valid. */
str legacy_undouble(str text, struct arena *mem);

/* The bytes that text of an old encoding had before it was taken for
 * Latin-1; empty when it can't have been. */
str legacy_bytes(str text, struct arena *mem);

#endif
