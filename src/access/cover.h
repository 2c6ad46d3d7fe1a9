/* A cover for what has none: its title on a plain ground. */
#ifndef BAONOI_ACCESS_COVER_H
#define BAONOI_ACCESS_COVER_H

#include "base/error.h"
#include "base/str.h"

#define COVER_FONT "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"

struct cover_size {
    int width, height; /* pixels */
};

extern const struct cover_size cover_square;   /* the least that Apple Podcasts
                                                * takes */
extern const struct cover_size cover_portrait; /* of a book */

/* A PNG. `font` is the path of a TrueType or OpenType file. The bytes are the
 * same for the same font and versions of FreeType, libpng and zlib. ERROR_INPUT
 * when the font can't be used. */
bool cover_make(str *png, str title, struct cover_size size, const char *font,
                struct arena *mem, struct error *err);

/* Whether cover_make made it, a square of whatever title: by its size and
 * ground. */
bool cover_is_made(str png, struct arena tmp);

#endif
