/* Pictures that go with an edition, as they come: PNG and JPEG. */
#ifndef BAONOI_FORMAT_PICTURE_H
#define BAONOI_FORMAT_PICTURE_H

#include "base/error.h"
#include "edition.h"

/* Knows the kind and the size by the first bytes. ERROR_INPUT when it is
 * neither; `path` is named then. */
bool picture_know(struct picture *picture, str bytes, const char *path,
                  struct error *err);

#endif
