/* Any XML, by expat. */
#include "base/xml.h"

#include <expat.h>
#include <string.h>

#define DEPTH_MOST 4096              /* expat keeps all that is open */
#define PART_BYTES ((size_t)1 << 20) /* expat counts in int */

struct run {
    const struct xml_handler *handler;
    XML_Parser parser;
    size_t depth;
};

static const char *without_prefix(const char *name)
{
    const char *colon = strrchr(name, ':');

    return colon ? colon + 1 : name;
}

/* The line of what is parsed, if anyone asks. */
static void tell_line(const struct run *run)
{
    if (run->handler->line)
        *run->handler->line = XML_GetCurrentLineNumber(run->parser);
}

static void on_start(void *data, const char *name, const char **attributes)
{
    struct run *run = data;
    const struct xml_handler *handler = run->handler;

    tell_line(run);
    if (run->depth++ == DEPTH_MOST)
        XML_StopParser(run->parser, XML_FALSE);
    handler->start(handler->context, str_from(without_prefix(name)),
                   attributes);
}

static void on_end(void *data, const char *name)
{
    struct run *run = data;
    const struct xml_handler *handler = run->handler;

    run->depth--;
    handler->end(handler->context, str_from(without_prefix(name)));
}

static void on_text(void *data, const char *text, int len)
{
    const struct xml_handler *handler = ((const struct run *)data)->handler;

    handler->text(handler->context, (str){text, (size_t)len});
}

bool xml_parse(str text, const struct xml_handler *handler)
{
    XML_Parser parser = XML_ParserCreate("UTF-8");
    struct run run = {handler, parser, 0};
    bool ok = parser != NULL;

    if (!parser)
        return false;
    XML_SetUserData(parser, &run);
    XML_SetElementHandler(parser, on_start, on_end);
    XML_SetCharacterDataHandler(parser, on_text);
    while (ok && text.len > 0) {
        size_t len = text.len < PART_BYTES ? text.len : PART_BYTES;

        ok = XML_Parse(parser, text.s, (int)len, len == text.len) ==
             XML_STATUS_OK;
        text = str_skip(text, len);
    }
    if (!ok)
        tell_line(&run);
    XML_ParserFree(parser);
    return ok;
}

const char *xml_attribute(const char **attributes, const char *name)
{
    for (; *attributes; attributes += 2)
        if (strcmp(without_prefix(attributes[0]), name) == 0)
            return attributes[1];
    return NULL;
}
