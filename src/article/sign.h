/* Signs: what can be seen of a line by itself that tells what it is. */
#ifndef BAONOI_ARTICLE_SIGN_H
#define BAONOI_ARTICLE_SIGN_H

#include "article/measure.h"

#define SCRAP_WORDS 3        /* a line of so many words or fewer says little */
#define PHOTO_WORDS_MOST 32  /* below a photograph */
#define WRITER_WORDS_MOST 12 /* in a byline */

/* Whether the line at `at` shows the sign. */
typedef bool sign_test(const struct page *page, size_t at);

/* clang-format off */
sign_test sign_wordless, sign_parting, sign_prose, sign_long, sign_sentence,
    sign_headline, sign_scrap, sign_name, sign_colon, sign_clause, sign_bullet,
    sign_numbered, sign_quote, sign_figures, sign_heading, sign_italic,
    sign_pointer, sign_address, sign_very_long, sign_ending, sign_links,
    sign_tool, sign_site, sign_section, sign_writer, sign_speaker, sign_stamp,
    sign_posted, sign_clock, sign_dated_link, sign_credit, sign_pose,
    sign_scene, sign_claim, sign_opening, sign_appeal,
    sign_dated, sign_number, sign_glued;
/* clang-format on */

#endif
