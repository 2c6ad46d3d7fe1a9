/* A web page without what no parser should see: comments, scripts and styles,
 * and tags with more attributes than sense, whose reading would take libxml2
 * the square of their number. One pass, whatever the bytes. */
#ifndef BAONOI_PAGE_MARKUP_H
#define BAONOI_PAGE_MARKUP_H

#include "base/arena.h"
#include "base/str.h"
#include "edition.h"

/* Kinds of elements that hold no text of the page. */
#define MARKUP_KINDS 14

struct markup {
    str tags; /* the tags and the text between them */
    str data; /* the scripts of type application/ld+json, one after another,
                 each ended by a NUL */
    struct left_out left_out[MARKUP_KINDS]; /* what was dropped, by kind */
};

void markup_strip(struct markup *markup, str html, struct arena *mem);

#endif
