/* What a page says about itself: its <meta> tags and its JSON-LD. */
#ifndef BAONOI_PAGE_CLAIMS_H
#define BAONOI_PAGE_CLAIMS_H

#include "page/page.h"

/* One <meta>: `name` is its name, property or itemprop. Texts that are kept
 * are copied. */
void claims_meta(struct claims *claims, str name, str content,
                 struct arena *keep);

/* Scripts of type application/ld+json, each ended by a NUL; what is no JSON
 * is passed over. They count before what <meta> says. */
void claims_data(struct claims *claims, str data, struct arena *keep);

#endif
