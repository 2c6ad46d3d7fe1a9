/* Title, author, date and source of an article, out of its blocks. */
#ifndef BAONOI_ARTICLE_FACTS_H
#define BAONOI_ARTICLE_FACTS_H

#include "base/arena.h"
#include "edition.h"

void facts_fill(struct article *article, struct arena *mem);

#endif
