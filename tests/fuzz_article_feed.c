/* Any bytes in a feed become an article or are refused. */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#include "article/article.h"

#define FUZZ_ARENA_BYTES ((size_t)64 << 20)
#define START STR("<rss><channel>")

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena whole = arena_reserve(FUZZ_ARENA_BYTES), mem = whole;
    struct buf bytes = {.mem = &mem};
    struct article article = {0};
    struct error err = {0};

    buf_add(&bytes, START);
    buf_add(&bytes, (str){(const char *)data, size});
    if (article_read(&article, buf_str(&bytes), "fuzz", &mem, &err))
        for (size_t i = 0; i < article.block_count; i++) {
            assert(article.blocks[i].text.len > 0);
            assert(article.blocks[i].reason.len > 0);
        }
    else
        assert(err.code == ERROR_INPUT && err.message[0] != '\0');
    arena_release(&whole);
    return 0;
}
