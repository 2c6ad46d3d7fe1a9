/* Dates and clock times as papers print them above an article. */
#ifndef BAONOI_ARTICLE_DATES_H
#define BAONOI_ARTICLE_DATES_H

#include <stdbool.h>

#include "base/str.h"

struct stamp {
    int year, month, day; /* 0 when the text has no full date */
    int hour, minute;     /* -1 without a clock time */
};

/* The first date (5/3/2024, 05-03-2024, 2024-03-05, 5 Mar 2024, 5 tháng 3 năm
 * 2024) and the first clock time (8:05, 8h05) in the head of `text`; false when
 * there is neither. */
bool dates_find(struct stamp *stamp, str text);

/* Whether `text` starts with a date or a clock time. */
bool dates_start(str text);

/* ISO 8601: 2024-03-05 or 2024-03-05T08:05; empty without a full date. */
str dates_iso(const struct stamp *stamp, struct arena *mem);

#endif
