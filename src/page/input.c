/* The kinds of input, by their content and never by a file's name. */
#include "page/input.h"

#include "base/charset.h"

static const struct input_kind *const kinds[] = {
    &input_feed, &input_html, &input_markdown,
    &input_text, /* takes any text, so it comes last */
};

bool input_read(struct page *page, str bytes, const char *name,
                struct arena *mem, struct error *err)
{
    bytes = charset_decode(bytes, mem);
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (kinds[i]->recognise(bytes))
            return kinds[i]->read(page, bytes, name, mem, err);
    return error_set(err, ERROR_INPUT, "%s: not a text", name);
}
