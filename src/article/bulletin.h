/* What a presenter says in a bulletin: when it is, and what comes next. */
#ifndef BAONOI_ARTICLE_BULLETIN_H
#define BAONOI_ARTICLE_BULLETIN_H

#include "base/error.h"
#include "edition.h"

struct bulletin {
    bool links;          /* before each story but the first: that it comes */
    bool dateline;       /* at the start: day and time of the edition */
    const char *phrases; /* path of the list of what is said */
};

/* Adds blocks of ROLE_LINK to the article; the stories begin with theirs.
 * ERROR_INPUT when the list can't be read or the edition has no date. */
bool bulletin_add(struct article *article, const struct bulletin *bulletin,
                  struct arena *mem, struct error *err);

#endif
