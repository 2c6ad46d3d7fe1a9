/* Signs that only markup shows. */
#include "article/look.h"

#include "page/hints.h"

#define FAR 0.3F
#define NEAR 0.6F
#define LINKED 0.6F
#define STRONG 0.9F
#define CROWD 0.2F
#define CROWD_WORDS 8
#define BYLINE_LINES 4
#define TEASER_TITLE_WORDS 6

static bool has(const struct page *page, size_t at, uint32_t hints)
{
    return (page->lines[at].look.hints & hints) != 0;
}

bool look_inside(const struct page *page, size_t at)
{
    const struct look *look = &page->lines[at].look;

    return look->inside && look->crowd <= CROWD && look->linked <= LINKED;
}

bool look_outside(const struct page *page, size_t at)
{
    return page->marked && !page->lines[at].look.inside;
}

bool look_beside(const struct page *page, size_t at)
{
    return look_outside(page, at) && page->lines[at].look.near >= NEAR;
}

bool look_far(const struct page *page, size_t at)
{
    return page->marked && page->lines[at].look.near < FAR;
}

bool look_linked(const struct page *page, size_t at)
{
    return page->lines[at].look.linked > LINKED;
}

bool look_h1(const struct page *page, size_t at)
{
    return has(page, at, HINT_BIT(HINT_H1));
}

bool look_heading(const struct page *page, size_t at)
{
    return has(page, at, HINT_BIT(HINT_HEADING));
}

bool look_paragraph(const struct page *page, size_t at)
{
    return has(page, at, HINT_BIT(HINT_PARAGRAPH));
}

bool look_item(const struct page *page, size_t at)
{
    return has(page, at, HINT_BIT(HINT_ITEM)) && look_inside(page, at);
}

bool look_row(const struct page *page, size_t at)
{
    return has(page, at, HINT_BIT(HINT_ROW));
}

bool look_caption(const struct page *page, size_t at)
{
    return has(page, at, HINT_BIT(HINT_CAPTION) | HINT_BIT(HINT_FIGURE)) &&
           !look_row(page, at);
}

bool look_title(const struct page *page, size_t at)
{
    return has(page, at, HINT_BIT(HINT_TITLE));
}

bool look_lead(const struct page *page, size_t at)
{
    return has(page, at, HINT_BIT(HINT_LEAD));
}

bool look_writer(const struct page *page, size_t at)
{
    return has(page, at, HINT_BIT(HINT_WRITER));
}

/* What is told of the author: more than a name. */
bool look_about_writer(const struct page *page, size_t at)
{
    return look_writer(page, at) && page->lines[at].words > WRITER_WORDS_MOST;
}

bool look_pull(const struct page *page, size_t at)
{
    return has(page, at, HINT_BIT(HINT_PULL));
}

bool look_date(const struct page *page, size_t at)
{
    return has(page, at, HINT_BIT(HINT_DATE));
}

bool look_others(const struct page *page, size_t at)
{
    return has(page, at,
               HINT_BIT(HINT_OTHERS) | HINT_BIT(HINT_TAGS) |
                   HINT_BIT(HINT_ADS));
}

bool look_talk(const struct page *page, size_t at)
{
    return has(page, at, HINT_BIT(HINT_TALK));
}

bool look_tool(const struct page *page, size_t at)
{
    return has(page, at, HINT_BIT(HINT_TOOL));
}

bool look_frame(const struct page *page, size_t at)
{
    return has(page, at, HINT_BIT(HINT_FRAME));
}

bool look_hidden(const struct page *page, size_t at)
{
    return has(page, at, HINT_BIT(HINT_HIDDEN));
}

bool look_strong(const struct page *page, size_t at)
{
    return page->lines[at].look.strong > STRONG &&
           line_is_headline(&page->lines[at]);
}

bool look_says_title(const struct page *page, size_t at)
{
    return page->lines[at].says_title;
}

bool look_says_lead(const struct page *page, size_t at)
{
    return page->lines[at].says_lead;
}

bool look_says_writer(const struct page *page, size_t at)
{
    return page->lines[at].says_writer;
}

/* A name close below the title. */
bool look_below_title(const struct page *page, size_t at)
{
    uint32_t from_title = page->lines[at].from_title;

    return sign_name(page, at) && from_title > 0 && from_title <= BYLINE_LINES;
}

bool look_below_image(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];

    return line->look.below_image && line->words > SCRAP_WORDS &&
           line->words <= PHOTO_WORDS_MOST && line->sentences <= 1;
}

bool look_slanted(const struct page *page, size_t at)
{
    return page->lines[at].look.slanted > STRONG &&
           page->lines[at].words <= PHOTO_WORDS_MOST;
}

bool look_centred(const struct page *page, size_t at)
{
    return has(page, at, HINT_BIT(HINT_CENTRED)) &&
           page->lines[at].words <= PHOTO_WORDS_MOST;
}

bool look_right(const struct page *page, size_t at)
{
    return has(page, at, HINT_BIT(HINT_RIGHT)) &&
           page->lines[at].words <= WRITER_WORDS_MOST &&
           page->lines[at].prose_above > 0;
}

static bool is_headline_link(const struct page *page, size_t at)
{
    return at < page->count && look_linked(page, at) &&
           page->lines[at].words >= TEASER_TITLE_WORDS;
}

/* What a link to another article says of it. */
bool look_below_link(const struct page *page, size_t at)
{
    return at > 0 && is_headline_link(page, at - 1) && !look_linked(page, at);
}

/* The same, in a box of their own. */
bool look_crowd(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];

    return line->look.crowd > CROWD && !look_linked(page, at) &&
           !look_h1(page, at) && line->words >= CROWD_WORDS + line->numbers &&
           (is_headline_link(page, at + 1) ||
            (at > 0 && is_headline_link(page, at - 1)) ||
            (at > 1 && is_headline_link(page, at - 2)));
}

bool look_strong_lead(const struct page *page, size_t at)
{
    return page->lines[at].look.strong > STRONG &&
           line_is_prose(&page->lines[at]);
}
