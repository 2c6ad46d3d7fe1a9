/* Show notes: what an edition is about, and when each part begins. */
#ifndef BAONOI_FORMAT_NOTES_H
#define BAONOI_FORMAT_NOTES_H

#include "edition.h"

/* What sums the text up: its lead, or how its body begins. */
str notes_summary(const struct edition *edition, struct arena *mem);

/* "04:05", or "1:04:05" from an hour on: apps make links of such times. */
void notes_add_time(struct buf *out, uint64_t seconds);

#endif
