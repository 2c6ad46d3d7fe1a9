/* One walk over the characters of a line: its words, and how it ends. */
#ifndef BAONOI_ARTICLE_SCAN_H
#define BAONOI_ARTICLE_SCAN_H

#include "page/page.h"

/* Words in the fold of a line; longer lines are prose. */
#define FOLD_WORDS 64

/* Fills the fold, the counts and the ending of a line. */
void scan_line(struct line *line, struct arena *mem);

#endif
