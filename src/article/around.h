/* Signs that need the surroundings: what stands above and below a line, and
 * whether the page says the same elsewhere. */
#ifndef BAONOI_ARTICLE_AROUND_H
#define BAONOI_ARTICLE_AROUND_H

#include "article/sign.h"

/* clang-format off */
sign_test around_verse, around_heads_figures, around_repeat, around_signature,
    around_below_ending, around_doubles_previous, around_twin, around_repeated, around_echo,
    around_foreign, around_teaser, around_heads_prose, around_follows_stamp,
    around_follows_links, around_named_below, around_opens_far_down,
    around_heads_opening, around_follows_colon, around_notice,
    around_heads_notice;
/* clang-format on */

#endif
