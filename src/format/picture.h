/* Pictures that go with an edition, as they come: PNG and JPEG. */
#ifndef BAONOI_FORMAT_PICTURE_H
#define BAONOI_FORMAT_PICTURE_H

#include "base/error.h"
#include "edition.h"

#define PICTURE_MOST_BYTES ((size_t)512 << 10) /* in a file of sound */

/* Knows the kind and the size by the first bytes. ERROR_INPUT when it is
 * neither; `path` is named then. */
bool picture_know(struct picture *picture, str bytes, const char *path,
                  struct error *err);

/* The same of a file, for a file of sound: ERROR_INPUT also when it is larger
 * than that. */
bool picture_read(struct picture *picture, const char *path, struct arena *mem,
                  struct error *err);

#endif
