/* Plain text as a scraper leaves it: a line is a paragraph. */
#include "page/input.h"

#include "base/utf8.h"

#define SAMPLE_BYTES 65536
#define DIRT_SHARE 16 /* text has at most one byte in so many that is none */

/* Control characters and bytes that are no UTF-8, counted at the start. */
static bool is_text(str bytes)
{
    str sample = utf8_head(bytes, SAMPLE_BYTES);
    size_t total = sample.len, dirt = 0;

    if (utf8_is_clean(sample))
        return true;
    while (sample.len > 0) {
        int32_t code = utf8_next(&sample);

        dirt += code == 0xFFFD || (code < ' ' && !utf8_is_space(code));
    }
    return dirt * DIRT_SHARE <= total;
}

static bool read_text(struct page *page, str bytes, const char *name,
                      struct arena *mem, struct error *err)
{
    if (!page_split(page, utf8_cleaned(bytes, mem), name, mem, err))
        return false;
    if (page->count == 0)
        return error_set(err, ERROR_INPUT, "%s: the file is empty", name);
    return true;
}

const struct input_kind input_text = {
    .name = "text",
    .recognise = is_text,
    .read = read_text,
};
