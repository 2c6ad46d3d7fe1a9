/* The date of an article as feeds tell it. */
#ifndef BAONOI_PODCAST_DATE_H
#define BAONOI_PODCAST_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct date {
    int64_t local_s;  /* since 1970, by the clocks of its zone */
    int zone_minutes; /* east of Greenwich */
};

/* ISO 8601: "2024-05-14", "2024-05-14T08:30", with seconds and a zone if they
 * are known. A date that names no zone keeps that of `date`. False when it is
 * no date. */
bool date_read(struct date *date, str text);

/* Before 0, at 0 or after 0 as `a` is to `b`. */
int date_compare(const struct date *a, const struct date *b);

/* "Tue, 14 May 2024 08:30:00 +0700" (RFC 822, with the years of RFC 2822). */
void date_add(struct buf *out, const struct date *date);

#endif
