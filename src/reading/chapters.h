/* Where the chapters of a script begin, and what they are called. */
#ifndef BAONOI_READING_CHAPTERS_H
#define BAONOI_READING_CHAPTERS_H

#include "reading/script.h"

/* Fills the chapters of a script that has its sentences. The first holds the
 * title and the lead. */
void chapters_find(struct script *script, const struct article *article,
                   enum chapter_mode mode, struct arena *keep);

#endif
