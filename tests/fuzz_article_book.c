/* Any bytes inside an archive become an article or are refused: as the text of
 * a document, as the package of a book, and as the archive itself. */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>
#include <zip.h>

#include "article/article.h"

#define FUZZ_ARENA_BYTES ((size_t)64 << 20)
#define CONTAINER "<c><rootfile full-path='p'/></c>"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { ODT, DOCX, EPUB };

static const char *const names[] = {
    [ODT] = "content.xml", [DOCX] = "word/document.xml", [EPUB] = "p"};

static str archive_of(const char *name, str bytes, struct arena *mem)
{
    zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, NULL);
    zip_t *zip = zip_open_from_source(source, ZIP_TRUNCATE, NULL);
    struct buf out = {.mem = mem};
    char part[4096];

    zip_source_keep(source);
    zip_file_add(zip, name, zip_source_buffer(zip, bytes.s, bytes.len, 0), 0);
    if (name == names[EPUB]) /* an archive that has it is no other kind */
        zip_file_add(zip, "META-INF/container.xml",
                     zip_source_buffer(zip, CONTAINER, sizeof CONTAINER - 1, 0),
                     0);
    zip_close(zip);
    if (zip_source_open(source) == 0)
        for (zip_int64_t got;
             (got = zip_source_read(source, part, sizeof part)) > 0;)
            buf_add(&out, (str){part, (size_t)got});
    zip_source_free(source);
    return buf_str(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena whole = arena_reserve(FUZZ_ARENA_BYTES), mem = whole;
    str bytes = {(const char *)data, size};
    struct article article = {0};
    struct error err = {0};
    size_t kind = size > 0 ? data[0] % 4 : 3;

    if (kind < sizeof names / sizeof names[0])
        bytes = archive_of(names[kind], str_skip(bytes, 1), &mem);
    if (article_read(&article, bytes, "fuzz", &mem, &err))
        for (size_t i = 0; i < article.block_count; i++) {
            assert(article.blocks[i].text.len > 0);
            assert(article.blocks[i].reason.len > 0);
        }
    else
        assert(err.code == ERROR_INPUT && err.message[0] != '\0');
    arena_release(&whole);
    return 0;
}
