/* What elements hint at by their tag and by the words of their class and id.
 * Each is evidence and never a verdict: papers keep articles in "sidebar-1". */
#ifndef BAONOI_PAGE_HINTS_H
#define BAONOI_PAGE_HINTS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

enum hint {
    HINT_TITLE,   /* named as the title */
    HINT_LEAD,    /* the lead, summary, sapo */
    HINT_CAPTION, /* the text to a picture */
    HINT_WRITER,  /* the author or source */
    HINT_DATE,
    HINT_OTHERS, /* related, most read, recommended: other articles */
    HINT_TALK,   /* comments, forms to write them */
    HINT_TOOL,   /* sharing, printing, players, polls */
    HINT_TAGS,   /* keywords, topics */
    HINT_FRAME,  /* header, footer, navigation, breadcrumbs, sidebar */
    HINT_ADS,
    HINT_HIDDEN,  /* not shown */
    HINT_PULL,    /* a quotation that is lifted out of the text */
    HINT_PLACE,   /* the town that an article was sent from */
    HINT_H1,      /* tags from here on */
    HINT_HEADING, /* h2 to h6 */
    HINT_PARAGRAPH,
    HINT_ITEM, /* of a list */
    HINT_ROW,  /* of a table */
    HINT_FIGURE,
    HINT_CENTRED,
    HINT_RIGHT, /* aligned at the right, as signatures are */
    HINT_COUNT
};

#define HINT_BIT(hint) ((uint32_t)1 << (hint))

/* What an element is to the text in it. */
enum {
    TAG_BLOCK = 1, /* its text has lines of its own */
    TAG_LINK = 2,
    TAG_STRONG = 4,
    TAG_SLANTED = 8,
    TAG_ROW = 16,   /* of a table */
    TAG_EMPTY = 32, /* it has no text and no end */
};

struct tag {
    const char *name;
    uint32_t is;
    uint32_t hints;
};

/* The tag of that name, in lower case; unknown ones are blocks. */
const struct tag *hints_tag(str name);

/* All words that hint at something, and what was found in classes so far. */
struct hints;

struct hints *hints_new(struct arena *mem);

/* The hints in the value of a class or an id: names with spaces between. */
uint32_t hints_find(struct hints *hints, str classes);

#endif
