/* The sound of a page: in the page itself, or in the files beside it. */
#ifndef BAONOI_WEB_SOUND_H
#define BAONOI_WEB_SOUND_H

#include "base/error.h"
#include "base/io.h"
#include "edition.h"
#include "format/format.h"

/* What lies in the page when it is short enough: a longer one is in the files
 * beside it, if the edition has any that browsers play. */
#define SOUND_EMBED_SECONDS 600

/* The <source> elements of an audio element, in the order of preference. */
bool sound_write(struct sink *sink, const struct edition *edition,
                 struct arena mem, struct error *err);

/* A file of the edition as a reference from beside it. */
void sound_reference(struct buf *out, const struct edition *edition,
                     const struct format *format);

/* The file of the edition that plays in the most browsers; NULL: none. */
const struct format *sound_file(const struct edition *edition);

#endif
