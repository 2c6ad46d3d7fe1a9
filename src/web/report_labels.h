/* What the report says, in the languages that it speaks: its own words, and the
 * names of rules and reasons. */
#ifndef BAONOI_WEB_REPORT_LABELS_H
#define BAONOI_WEB_REPORT_LABELS_H

#include "edition.h"

struct report_labels {
    const char *language; /* BCP 47 */
    const char *title;    /* before the title of the article */
    const char *not_plain, *guesses, *pieces; /* behind their numbers */
    const char *unsure_heading, *no_unsure;
    const char *readings, *skips;
    const char *written, *spoken, *rule, *sureness, *time;
    const char *sure, *unsure, *line, *reason;
    const char *from; /* "from %s", of a time */
};

const struct report_labels *report_labels_of(enum language language);

/* A rule of the reading, or a reason of a skip, as the script names it. */
const char *report_labels_name(enum language language, const char *name);

#endif
