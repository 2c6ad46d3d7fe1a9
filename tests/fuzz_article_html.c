/* Any bytes as a web page become an article or are refused; what was stripped
 * from them is never longer than they were, but for the "<"s spelled out. */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#include "article/article.h"
#include "page/markup.h"

#define FUZZ_ARENA_BYTES ((size_t)64 << 20)
#define SPELLED 4 /* "&lt;" */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena whole = arena_reserve(FUZZ_ARENA_BYTES), mem = whole;
    struct buf page = {.mem = &mem};
    struct article article = {0};
    struct error err = {0};
    struct markup markup;

    buf_add(&page, STR("<html>"));
    buf_add(&page, (str){(const char *)data, size});
    markup_strip(&markup, buf_str(&page), &mem);
    assert(markup.tags.len <= SPELLED * page.len);
    if (article_read(&article, buf_str(&page), "fuzz", &mem, &err))
        for (size_t i = 0; i < article.block_count; i++) {
            assert(article.blocks[i].text.len > 0);
            assert(article.blocks[i].reason.len > 0);
            assert(article.blocks[i].role < ROLE_COUNT);
        }
    else
        assert(err.code == ERROR_INPUT && err.message[0] != '\0');
    arena_release(&whole);
    return 0;
}
