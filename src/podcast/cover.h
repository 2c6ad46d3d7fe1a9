/* A cover for a podcast that has none: its title on a plain ground. */
#ifndef BAONOI_PODCAST_COVER_H
#define BAONOI_PODCAST_COVER_H

#include "base/error.h"
#include "base/str.h"

/* A PNG of 1,400 by 1,400 pixels, the least that Apple Podcasts takes. `font`
 * is the path of a TrueType or OpenType file. The bytes are the same for the
 * same font and versions of FreeType, libpng and zlib. ERROR_INPUT when the
 * font can't be used. */
bool cover_make(str *png, str title, const char *font, struct arena *mem,
                struct error *err);

/* Whether cover_make made it, of whatever title: by its size and ground. */
bool cover_is_made(str png, struct arena tmp);

#endif
