/* What a new edition is to the one whose place it takes: its identity and its
 * revision stay in the manifest, and what was changed can be told. */
#ifndef BAONOI_OUTPUT_REVISION_H
#define BAONOI_OUTPUT_REVISION_H

#include "base/error.h"
#include "edition.h"

enum change_kind { CHANGE_ALTERED, CHANGE_ADDED, CHANGE_REMOVED };

/* A sentence that is not as it was. */
struct change {
    enum change_kind kind;
    str before, after; /* as written; empty for what was added or removed */
    double before_s, after_s; /* where it starts, or stood */
};

struct changes {
    struct change *items; /* in the order of the text */
    size_t count;
};

/* Fills the identity and the revision of `edition` from the manifest at `path`,
 * if there is one of the same article: an edition of the same content and
 * settings keeps its revision, another has the next. Without one it is the
 * first of its identity, which is made from title, author, date and source. */
void revision_of(struct edition *edition, struct changes *changes,
                 const char *path, struct arena *mem);

#endif
