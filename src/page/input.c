/* The kinds of input, by their content and never by a file's name. */
#include "page/input.h"

static const struct input_kind *const kinds[] = {
    &input_html, &input_text, /* takes any text, so it comes last */
};

const struct input_kind *input_find(str bytes)
{
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (kinds[i]->recognise(bytes))
            return kinds[i];
    return NULL;
}
