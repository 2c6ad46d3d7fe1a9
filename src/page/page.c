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

void page_split(struct page *page, str text, struct arena *mem)
{
    size_t count = 0, number = 0;

    for (str rest = text; rest.len > 0;) {
        str_cut(rest, '\n', &rest);
        count++;
    }
    page->lines = ARENA_ARRAY(mem, struct line, count);
    page->count = 0;
    while (text.len > 0) {
        str line = page_trim(str_cut(text, '\n', &text));

        number++;
        if (line.len > 0)
            page->lines[page->count++] =
                (struct line){.text = line, .number = number};
    }
}
