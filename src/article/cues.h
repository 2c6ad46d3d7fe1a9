/* Words by which a page gives itself away: what stands on buttons, above lists
 * of links, under photographs. The lists are data about pages; the reading of
 * Vietnamese knows nothing of them. */
#ifndef BAONOI_ARTICLE_CUES_H
#define BAONOI_ARTICLE_CUES_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

enum cue {
    CUE_ENDING,  /* heads what follows an article: comments, tags, lists */
    CUE_LINKS,   /* announces links to other articles, anywhere */
    CUE_TOOL,    /* a button, a counter, a form field */
    CUE_SITE,    /* about the paper itself: licence, address, hotline */
    CUE_CONTACT, /* where somebody is to be found: the paper, or a shop */
    CUE_SECTION, /* the name of a section */
    CUE_POSTED,  /* when, or how often read */
    CUE_WRITER,  /* who wrote it, or where it was taken from */
    CUE_APPEAL,  /* to the readers: to look elsewhere, to write */
    CUE_CREDIT,  /* whose photograph */
    CUE_SCENE,   /* what photographs show: people by their office, views */
    CUE_POSE,    /* what people do on them: speak, hand over, visit */
    CUE_CLAIM,   /* a statement rather than a picture: said, has, will, must */
    CUE_JOINT,   /* ties a sentence to the one before, or sets its time */
    CUE_SPEAKER, /* a turn in an interview or a question to the paper */
    CUE_COUNT
};

#define CUE_BIT(cue) ((uint32_t)1 << (cue))

/* All that stand on pages but hardly in a text. */
#define CUES_OF_PAGES (CUE_BIT(CUE_SCENE) - 1)

/* All cues by their words; made once for a page. */
struct cue_index;
struct cue_index *cues_index(struct arena *mem);

/* The cues of a line, by its fold (page.h): a bit for each. */
uint32_t cues_find(const struct cue_index *index, str fold);

#endif
