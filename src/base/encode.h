/* Text and bytes as they stand inside other text. */
#ifndef BAONOI_BASE_ENCODE_H
#define BAONOI_BASE_ENCODE_H

#include <stdint.h>

#include "base/str.h"

/* Text of HTML or XML, also inside double quotes: & < > " as entities;
 * characters that XML can't hold are left out. */
void encode_markup(struct buf *out, str text);

/* JSON as the text of a script element of HTML, where < would be markup. */
void encode_script(struct buf *out, str json);

/* A relative reference to a file of this name (RFC 3986, 2.1 and 3.3): all but
 * unreserved characters as %XX. */
void encode_reference(struct buf *out, str name);

/* Base 64 (RFC 4648, 4), padded. Pieces of a whole but for the last have a
 * length that three divides. */
void encode_base64(struct buf *out, str bytes);

/* A number in four bytes, the lowest or the highest first. */
void encode_u32_little(struct buf *out, uint32_t value);
void encode_u32_big(struct buf *out, uint32_t value);

#endif
