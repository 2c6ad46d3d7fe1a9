/* Signs that only markup shows. Plain text has none of them. */
#ifndef BAONOI_ARTICLE_LOOK_H
#define BAONOI_ARTICLE_LOOK_H

#include "article/sign.h"

/* clang-format off */
sign_test look_inside, look_outside, look_far, look_linked, look_h1,
    look_heading, look_paragraph, look_item, look_row, look_caption,
    look_title, look_lead, look_writer, look_date, look_others, look_talk,
    look_tool, look_frame, look_hidden, look_strong, look_says_title,
    look_says_lead, look_says_writer, look_below_title, look_below_image,
    look_slanted, look_centred, look_beside, look_below_link, look_crowd,
    look_strong_lead, look_right, look_about_writer, look_pull;
/* clang-format on */

#endif
