/* Gives each line of a page its role: the most likely way through the page,
 * from the frame above the title to the frame below the text. */
#ifndef BAONOI_ARTICLE_LABEL_H
#define BAONOI_ARTICLE_LABEL_H

#include "page/page.h"
#include "edition.h"

struct label {
    enum role role;
    const char *reason; /* static text */
};

/* One label for each line of the page, which measure_page has seen. */
struct label *label_lines(const struct page *page, struct arena *mem);

#endif
