/* What a podcast is, apart from its episodes: a file of "key = value" lines
 * below [feed]. */
#ifndef BAONOI_PODCAST_CONFIG_H
#define BAONOI_PODCAST_CONFIG_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/str.h"

struct podcast_config {
    str title, description, author; /* must be given, with the next four */
    str address;                    /* of the feed itself, on the net */
    str link;                       /* of the page that people see */
    str owner, email;
    str category, subcategory; /* of Apple Podcasts; the second may be empty */
    str copyright;             /* may be empty, as those below */
    str guid;                  /* made of the address when empty */
    str cover;                 /* a file in the folder; made when empty */
    str font;                  /* of a cover that is made: a path */
    str language;
    bool is_explicit, is_serial, is_open; /* open: others may import it */
    size_t limit;     /* episodes; those of older articles are left out */
    int zone_minutes; /* of dates that name no zone, east of Greenwich */
};

/* ERROR_INPUT names the file, and the line when one is to blame. */
bool config_read(struct podcast_config *config, const char *path,
                 struct arena *mem, struct error *err);

#endif
