/* The categories of Apple Podcasts, which other directories take too. */
#ifndef BAONOI_PODCAST_CATEGORIES_H
#define BAONOI_PODCAST_CATEGORIES_H

#include <stdbool.h>

#include "base/str.h"

/* Whether there is such a category; `sub` is one below it, or empty. */
bool categories_have(str name, str sub);

#endif
