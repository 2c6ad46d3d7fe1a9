/* Text in any of the encodings that Vietnamese pages come in, as UTF-8: a byte
 * order mark, valid UTF-8, what the page declares, and the old TCVN3, VISCII,
 * CP1258 and VNI, which pages seldom declare. Of what can't be told by its
 * bytes, the reading wins in which most words can be Vietnamese. */
#ifndef BAONOI_CHARSET_CHARSET_H
#define BAONOI_CHARSET_CHARSET_H

#include "base/arena.h"
#include "base/str.h"

/* `bytes` itself where it needs no change or nothing fits; it may be invalid
 * UTF-8 then. */
str charset_decode(str bytes, struct arena *mem);

#endif
