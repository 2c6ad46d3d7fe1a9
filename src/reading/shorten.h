/* A script without some of its blocks. */
#ifndef BAONOI_READING_SHORTEN_H
#define BAONOI_READING_SHORTEN_H

#include "edition.h"

/* What is left out, the last first; the lead stays whatever happens. */
enum shorten_by {
    SHORTEN_NOT,
    SHORTEN_PARAGRAPHS, /* of the body; a heading goes with its last one */
    SHORTEN_STORIES     /* whole ones of an edition of several */
};

/* A script that is being shortened, unit by unit. */
struct shortening {
    const struct article *article;
    const struct script *script; /* whole */
    enum shorten_by by;
    bool *read;     /* of each block: it has sentences */
    bool *left_out; /* of each block */
    size_t units;   /* that were left out */
};

struct shortening shorten_begin(const struct article *article,
                                const struct script *script, enum shorten_by by,
                                struct arena *mem);

/* Leaves out one more; false when there is none that may go. */
bool shorten_more(struct shortening *shortening);

/* What is left: blocks that went are listed among the skips, chapters that lost
 * all their sentences are gone. `kept` are the numbers that the sentences had
 * in the whole. */
struct script shorten_script(const struct shortening *shortening, size_t **kept,
                             struct arena *mem);

#endif
