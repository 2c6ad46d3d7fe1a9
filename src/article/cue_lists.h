/* The words of the cues, each written as a fold is: lower case, no punctuation,
 * "#" for a number. */
#ifndef BAONOI_ARTICLE_CUE_LISTS_H
#define BAONOI_ARTICLE_CUE_LISTS_H

#include "article/cues.h"

/* Where in a line a cue counts. Numbers at either end of a whole line don't
 * matter: "Bình luận (12)". */
enum cue_place { WHOLE, START, END, ANYWHERE, PLACE_COUNT };

struct cue_list {
    enum cue cue;
    enum cue_place place;
    const char *const *words;
    size_t count;
};

extern const struct cue_list cue_lists[];
extern const size_t cue_lists_count;

#endif
