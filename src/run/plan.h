/* What is to be written, and under which names. */
#ifndef BAONOI_RUN_PLAN_H
#define BAONOI_RUN_PLAN_H

#include "article/gather.h"
#include "run/options.h"
#include "format/format.h"

struct plan {
    const struct format **formats;
    size_t format_count;
    const char **bases; /* one for each edition: what the suffixes are added
                           to; "-" for standard output */
    size_t count;       /* of editions */
};

/* What an edition is read from: its article, or with --edition all of them. */
struct gather plan_inputs(const struct options *options, size_t which);

/* From -o, -f and the articles. Two articles never get one name, and no
 * article is overwritten: ERROR_USAGE. A folder that OUT names is made. */
bool plan_write(struct plan *plan, const struct options *options,
                struct arena *mem, struct error *err);

/* The formats of a list of names, commas between. */
bool plan_formats(struct plan *plan, const char *names, struct arena *mem,
                  struct error *err);

/* The title as a file name: plain ASCII, hyphens between the words. */
void plan_slug(struct buf *out, str title);

#endif
