/* What a book says for itself, in the languages that it speaks. What stands in
 * for words of the article is Vietnamese, as the article is. */
#ifndef BAONOI_ACCESS_WORDING_H
#define BAONOI_ACCESS_WORDING_H

#include "edition.h"

struct wording {
    const char *language; /* BCP 47 */
    const char *contents, *landmarks, *start, *cover;
    const char *unknown;        /* an author or a publisher */
    const char *narrator;       /* before the name of the voice */
    const char *summary[2];     /* by sentence, by word */
    const char *summary_unread; /* added where not all is read */
};

const struct wording *wording_of(const struct edition *edition);

/* The attributes that tell the language, where it is not that of the text. */
const char *wording_attributes(const struct edition *edition);

#endif
