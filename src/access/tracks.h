/* An edition in parts, each in a file of its own. */
#ifndef BAONOI_ACCESS_TRACKS_H
#define BAONOI_ACCESS_TRACKS_H

#include "edition.h"
#include "format/upsample.h"

/* Sentences that follow one another, and when they are heard: to the start of
 * the next track, so that all tracks together are the edition. */
struct track {
    str title;      /* may be empty */
    unsigned level; /* of the chapter */
    size_t first_sentence, end_sentence;
    struct stretch stretch;
    size_t first_block, end_block; /* of a story: the text around them too */
};

struct tracks {
    struct track *items; /* at least one */
    size_t count;
};

/* A track for each chapter down to a level: the first has a chapter for each
 * article where there are several. One, with the edition's title, without
 * chapters. */
struct tracks tracks_of(const struct edition *edition, unsigned deepest,
                        struct arena *mem);

/* A track for each story with all its blocks, and one for what stands before
 * the first; one for an article that stands alone. A story of which nothing is
 * read has no sentences and no length. */
struct tracks tracks_stories(const struct edition *edition, struct arena *mem);

#endif
