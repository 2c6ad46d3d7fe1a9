/* What papers print before the first words of an article: "(Dân trí) -",
 * "QĐND - ", "VOV.VN - ". It names the paper and is not part of the text. */
#ifndef BAONOI_ARTICLE_OPENING_H
#define BAONOI_ARTICLE_OPENING_H

#include <stddef.h>

#include "base/str.h"

/* Bytes of it at the start of `text`, with the dash and white space after it;
 * 0 when there is none. */
size_t opening_length(str text);

/* The name of the paper in what opening_length found. */
str opening_name(str opening);

#endif
