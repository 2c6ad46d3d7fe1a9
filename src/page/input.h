/* The kinds of input that an article can come in. Each is one file and one row
 * of the table in input.c; the first that recognises the bytes reads them. */
#ifndef BAONOI_PAGE_INPUT_H
#define BAONOI_PAGE_INPUT_H

#include "page/page.h"
#include "base/error.h"

struct input_kind {
    const char *name;
    bool binary; /* the bytes are no text in any encoding */
    bool (*recognise)(str bytes);
    /* Splits the bytes into the lines of `page`; `name` is for messages. */
    bool (*read)(struct page *page, str bytes, const char *name,
                 struct arena *mem, struct error *err);
};

extern const struct input_kind input_book;     /* book.c */
extern const struct input_kind input_feed;     /* feed.c */
extern const struct input_kind input_html;     /* html.c */
extern const struct input_kind input_markdown; /* markdown.c */
extern const struct input_kind input_text;     /* text.c */

/* Reads `bytes` by the first kind that recognises them, whatever encoding they
 * are in. */
bool input_read(struct page *page, str bytes, const char *name,
                struct arena *mem, struct error *err);

#endif
