/* Title, author, date and source of an article, out of its blocks. */
#ifndef BAONOI_ARTICLE_FACTS_H
#define BAONOI_ARTICLE_FACTS_H

#include "base/arena.h"
#include "edition.h"
#include "page/page.h"

void facts_fill(struct article *article, struct arena *mem);

/* What only the page says of itself: the address and the image; the date when
 * none is seen; the section when it is seen too. */
void facts_believe(struct article *article, const struct claims *claims,
                   struct arena *mem);

#endif
