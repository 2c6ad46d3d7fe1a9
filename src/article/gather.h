/* Several articles as one: an edition of many stories. */
#ifndef BAONOI_ARTICLE_GATHER_H
#define BAONOI_ARTICLE_GATHER_H

#include "article/article.h"

/* The inputs that an edition is read from. */
struct gather {
    const char *const *paths; /* "-" is standard input */
    size_t count;
    bool edition; /* it has a story for each article, and for each item of a
                   feed, even where there is only one */
    str title;    /* of such an edition, read first; else named after them */
};

/* Reads all of them. Fails as article_read does, at the first that can't be
 * read: an edition is never made of some of its articles. */
bool gather_articles(struct article *article, const struct gather *inputs,
                     struct arena *mem, struct error *err);

/* SHA-256 of an input, in hex digits. */
str gather_sum(str bytes, struct arena *keep);

#endif
