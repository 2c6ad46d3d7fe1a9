/* The player of an edition as HTML: native audio, what helps around it, and
 * the times that it follows the text by. */
#ifndef BAONOI_WEB_PLAYER_H
#define BAONOI_WEB_PLAYER_H

#include "base/error.h"
#include "base/io.h"
#include "edition.h"

/* A <section class="bn-player"> with a heading of level `level`, and behind it
 * a <div class="bn-more"> of chapters and files. Links to the text are to the
 * ids that transcript_write made with the same prefix. */
bool player_write(struct sink *sink, const struct edition *edition,
                  const char *prefix, int level, struct arena mem,
                  struct error *err);

/* A <script type="application/json" class="bn-data"> for player.js. */
bool player_data(struct sink *sink, const struct edition *edition,
                 struct arena mem, struct error *err);

#endif
