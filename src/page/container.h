/* Which part of a web page holds its text. */
#ifndef BAONOI_PAGE_CONTAINER_H
#define BAONOI_PAGE_CONTAINER_H

#include "page/page.h"

/* The block elements of a page, each after the one it stands in; the first
 * stands in itself. */
struct element {
    uint32_t parent;
    uint32_t hints; /* its own */
};

/* Finds the part, or takes the whole page for it, and fills the look of each
 * line by it: inside, near, and the hints of what the line stands in. `where`
 * is the element of each line. */
void container_find(struct page *page, const uint32_t *where,
                    const struct element *elements, size_t count, bool whole,
                    struct arena tmp);

#endif
