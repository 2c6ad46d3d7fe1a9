/* The text of an edition as XHTML: every block of the article but the site's
 * furniture, as it is written, with what is heard marked sentence by sentence.
 * Its elements are those that HTML and XHTML 1.0 share. */
#ifndef BAONOI_ACCESS_XHTML_H
#define BAONOI_ACCESS_XHTML_H

#include "access/tracks.h"

/* How it is marked. A sentence is a span with the id s1, s2 ... of its place in
 * the edition, a word in it one with s1w1, s1w2 ... */
struct xhtml_style {
    bool words;
    /* The reference that a sentence links to; NULL: none. */
    void (*link)(struct buf *out, size_t sentence, void *context);
    void *context;
};

/* The text of one story: its title as h1, its headings as h2. Where no block
 * says the title, it stands there unread. */
void xhtml_add(struct buf *out, const struct edition *edition,
               const struct track *story, const struct xhtml_style *style);

/* Which words of a sentence have an element of their own, in their order: a
 * word that is read but not written has none. Their number; there is room for
 * all words. */
size_t xhtml_words(size_t *words, const struct sentence *sentence);

/* What a story is called, in a word or two where it has no title. */
str xhtml_title(const struct track *story);

#endif
