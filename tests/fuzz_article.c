/* Any bytes become an article or are refused, and every line is in a block. */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#include "article/article.h"

#define FUZZ_ARENA_BYTES ((size_t)64 << 20)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena whole = arena_reserve(FUZZ_ARENA_BYTES), mem = whole;
    struct article article = {0};
    struct error err = {0};
    size_t line = 0;

    if (article_read(&article, (str){(const char *)data, size}, "fuzz", &mem,
                     &err)) {
        for (size_t i = 0; i < article.block_count; i++) {
            assert(article.blocks[i].text.len > 0);
            assert(article.blocks[i].reason.len > 0);
            assert(article.blocks[i].line >= line);
            line = article.blocks[i].line;
        }
    } else {
        assert(err.code == ERROR_INPUT && err.message[0] != '\0');
    }
    arena_release(&whole);
    return 0;
}
