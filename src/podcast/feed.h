/* The feed of a folder of editions. */
#ifndef BAONOI_PODCAST_FEED_H
#define BAONOI_PODCAST_FEED_H

#include "podcast/episodes.h"

#define FEED_FILE "feed.xml"
#define FEED_COVER "cover.png" /* when the podcast has no other */

struct feed_result {
    size_t episodes;      /* in the feed */
    size_t editions;      /* there were */
    bool changed;         /* the feed is another than before */
    const char *paths[2]; /* of the feed, of a cover that was made or NULL */
};

/* Writes feed.xml into the folder, and a cover when the podcast has none. What
 * would be as it is stays untouched. `config` is a path. ERROR_OUTPUT when a
 * file that was not made here has the name of either. */
bool feed_write(struct feed_result *result, const char *folder,
                const char *config, const struct episodes_report *report,
                struct arena *mem, struct error *err);

#endif
