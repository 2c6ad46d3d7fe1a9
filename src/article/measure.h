/* What can be measured on the lines of a page: words, endings, cues, and how
 * they lie among the others. */
#ifndef BAONOI_ARTICLE_MEASURE_H
#define BAONOI_ARTICLE_MEASURE_H

#include "article/cues.h"
#include "page/page.h"

/* A notice to be read out has no more lines. */
#define NOTICE_LINES_MOST 12

/* Fills all that struct line leaves to this file. */
void measure_page(struct page *page, struct arena *mem);

/* Prose: at least a full sentence of some length. */
bool line_is_prose(const struct line *line);
/* Nothing but a name: words in capitals, perhaps joined by "và" or a dash. */
bool line_is_name(const struct line *line);
/* A name, and what follows a dash or a bracket: an office, a place. */
bool line_opens_with_name(const struct line *line);
/* Bytes of such a name at the start of `text`; 0 without. */
size_t measure_name(str text);
/* As a headline is written: some words without an end. */
bool line_is_headline(const struct line *line);

bool line_has_cue(const struct line *line, enum cue cue);

#endif
