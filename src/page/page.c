/* A page as lines. */
#include "page/page.h"

#include "base/utf8.h"

str page_trim(str text)
{
    str rest = text;

    while (text.len > 0 && utf8_is_space(utf8_next(&rest)))
        text = rest;
    while (text.len > 0 && utf8_is_space(utf8_last(text))) {
        do
            text.len--;
        while (((unsigned char)text.s[text.len] & 0xC0) == 0x80);
    }
    return text;
}

bool page_too_long(const char *name, struct error *err)
{
    return error_set(err, ERROR_INPUT, "%s: more than %d lines, no article",
                     name, PAGE_LINES_MOST);
}

static size_t count_lines(str text)
{
    size_t count = 0;

    while (text.len > 0)
        count += page_trim(str_cut(text, '\n', &text)).len > 0;
    return count;
}

bool page_split(struct page *page, str text, const char *name,
                struct arena *mem, struct error *err)
{
    size_t count = count_lines(text), number = 0;

    if (count > PAGE_LINES_MOST)
        return page_too_long(name, err);
    page->lines = ARENA_ARRAY(mem, struct line, count);
    page->count = 0;
    while (text.len > 0) {
        str line = page_trim(str_cut(text, '\n', &text));

        number++;
        if (line.len > 0)
            page->lines[page->count++] =
                (struct line){.text = line, .number = number};
    }
    return true;
}
