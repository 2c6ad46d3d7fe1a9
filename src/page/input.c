/* The kinds of input, by their content and never by a file's name. */
#include "page/input.h"

#include "charset/charset.h"

static const struct input_kind *const kinds[] = {
    &input_book,     &input_feed, &input_html,
    &input_markdown, &input_text, /* takes any text, so it comes last */
};

bool input_read(struct page *page, str bytes, const char *name,
                struct arena *mem, struct error *err)
{
    str text = {0};

    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (!kinds[i]->binary && !text.s)
            text = charset_decode(bytes, mem);
        if (kinds[i]->recognise(kinds[i]->binary ? bytes : text))
            return kinds[i]->read(page, kinds[i]->binary ? bytes : text, name,
                                  mem, err);
    }
    return error_set(err, ERROR_INPUT, "%s: not a text", name);
}
