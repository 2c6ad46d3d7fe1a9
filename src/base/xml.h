/* Any XML, by expat, which refuses entity bombs and opens nothing from
 * outside. Names come without their prefixes. */
#ifndef BAONOI_BASE_XML_H
#define BAONOI_BASE_XML_H

#include <stdbool.h>

#include "base/str.h"

struct xml_handler {
    void (*start)(void *context, str name, const char **attributes);
    void (*end)(void *context, str name);
    void (*text)(void *context, str text);
    void *context;
    size_t *line; /* NULL, or where to put the line of the input, from 1: of
                   * each start, and of the mistake */
};

/* Text must be UTF-8, whatever it declares. What stands before a mistake is
 * handed over all the same; false tells of one. */
bool xml_parse(str text, const struct xml_handler *handler);

/* The value of an attribute, its name without a prefix; NULL without one. */
const char *xml_attribute(const char **attributes, const char *name);

#endif
