/* Lines out of HTML, for all kinds of input that have some in them. */
#ifndef BAONOI_PAGE_HTML_H
#define BAONOI_PAGE_HTML_H

#include "page/collect.h"

/* Adds the lines of a page or a piece of one, and to `claims` what it says of
 * itself. `name` is the file's: ERROR_INTERNAL without libxml2, or memory for
 * it. */
bool html_collect(struct collector *to, struct claims *claims, str html,
                  const char *name, struct arena *mem, struct error *err);

#endif
