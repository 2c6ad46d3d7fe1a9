/* What speaks for and against each place that a line can have on a page. */
#ifndef BAONOI_ARTICLE_EVIDENCE_H
#define BAONOI_ARTICLE_EVIDENCE_H

#include "page/page.h"

/* What a line can be. Chrome is two things: an aside stands inside the
 * article, the frame around it. */
enum place_of_line {
    AS_TITLE,
    AS_LEAD,
    AS_BODY,
    AS_HEADING,
    AS_CAPTION,
    AS_BYLINE,
    AS_META,
    AS_ASIDE,
    AS_FRAME,
    AS_COUNT
};

/* The sum of all evidence on one line, for each of them. */
void evidence_weigh(int score[AS_COUNT], const struct page *page, size_t at);

/* The strongest evidence for one of them; NULL when nothing speaks for it. */
const char *evidence_reason(const struct page *page, size_t at,
                            enum place_of_line as);

#endif
