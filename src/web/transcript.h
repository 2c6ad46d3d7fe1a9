/* The text of an edition as HTML, its sentences and words marked. */
#ifndef BAONOI_WEB_TRANSCRIPT_H
#define BAONOI_WEB_TRANSCRIPT_H

#include "base/error.h"
#include "base/io.h"
#include "edition.h"

/* Every block of the article but the site's furniture, as an element with the
 * class bn-block. In it, for the player: sentence 7 of the script as
 * <span id="PREFIXs7" data-s="7">, each of its words as <span data-w>. The
 * title is a heading of level `top`; those of several stories lie below it. */
bool transcript_write(struct sink *sink, const struct edition *edition,
                      const char *prefix, int top, struct arena mem,
                      struct error *err);

#endif
