/* The feed itself: RSS 2.0 with the names of iTunes, Atom and Podcasting 2.0
 * (podcastindex.org/namespace/1.0). */
#ifndef BAONOI_PODCAST_RSS_H
#define BAONOI_PODCAST_RSS_H

#include "podcast/config.h"
#include "podcast/episodes.h"

/* `cover` is the name of a file in the folder. */
str rss_text(const struct podcast_config *config,
             const struct episodes *episodes, str cover, struct arena *mem);

#endif
