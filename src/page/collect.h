/* Collects lines out of nested elements, each with its look: what all kinds of
 * input that have markup share. Text runs on through inline elements; a block,
 * a break or an image ends the line. */
#ifndef BAONOI_PAGE_COLLECT_H
#define BAONOI_PAGE_COLLECT_H

#include "base/error.h"
#include "page/hints.h"
#include "page/page.h"

struct collector;

struct collector *collect_new(struct arena *mem);

/* Opens an element; `is` and `hints` are those of its tag and its names. */
void collect_open(struct collector *to, uint32_t is, uint32_t hints);
/* Closes the innermost. */
void collect_close(struct collector *to);

/* The line of the input that what follows stands in; 0 where it has none. */
void collect_number(struct collector *to, size_t number);

/* The item of a feed that what follows stands in; 0 where it has none. */
void collect_item(struct collector *to, uint32_t item);

/* Text in UTF-8, any white space in it as good as one space. */
void collect_text(struct collector *to, str text);
/* A break of the line; in a heading only a space. */
void collect_break(struct collector *to);
void collect_image(struct collector *to);

/* Elements that were not handed over. */
void collect_left_out(struct collector *to, const struct left_out *left_out);

/* Whether it has got more than PAGE_LINES_MOST: it takes no further ones. */
bool collect_full(const struct collector *to);

/* Fills the lines of `page`. Its main part is looked for, unless it is said to
 * be whole: without the frame of a site. ERROR_INPUT when it has too many
 * lines; `name` is for the message. */
bool collect_finish(struct page *page, struct collector *to, bool whole,
                    const char *name, struct error *err);

#endif
