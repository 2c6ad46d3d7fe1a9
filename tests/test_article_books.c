/* EPUB, DOCX and ODT: archives made here, read back; and hostile ones. */
#include <stdlib.h>
#include <zip.h>

#include "check.h"

#include "article/article.h"

#define FILES_MOST 6
#define BOMB_BYTES ((size_t)20 << 20)

struct file {
    const char *name, *text;
};

/* An archive of `files`, up to the first without a name. */
static str archive_of(const struct file *files, struct arena *mem)
{
    zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, NULL);
    zip_t *zip = zip_open_from_source(source, ZIP_TRUNCATE, NULL);
    zip_int64_t size;
    str bytes;

    assert_non_null(zip);
    zip_source_keep(source);
    for (; files->name; files++) {
        zip_source_t *text =
            zip_source_buffer(zip, files->text, strlen(files->text), 0);

        assert_true(zip_file_add(zip, files->name, text, 0) >= 0);
    }
    assert_int_equal(zip_close(zip), 0);
    assert_int_equal(zip_source_open(source), 0);
    zip_source_seek(source, 0, SEEK_END);
    size = zip_source_tell(source);
    zip_source_seek(source, 0, SEEK_SET);
    bytes = (str){ARENA_ARRAY(mem, char, (size_t)size), (size_t)size};
    assert_true(zip_source_read(source, (char *)(size_t)bytes.s,
                                (zip_uint64_t)size) == size);
    zip_source_free(source);
    return bytes;
}

#define P1                                                                                   \
    "Sáng 2/3, xóm Đông bắc xong cây cầu tre dài hai mươi mét qua con lạch, " \
    "để lũ trẻ khỏi phải đi vòng khi nước lên."
#define P2                                                                                   \
    "Cả xóm góp tre, mỗi nhà một ngày công, làm trong đúng một tuần thì " \
    "xong, không tốn đồng nào của xã."
#define P3                                                                                          \
    "Ông Tư Lành, người chỉ cách ghép nhịp, nói cầu đi được chừng năm năm " \
    "rồi phải thay tre."
#define SPOKEN                                                                 \
    "Cầu tre xóm Đông\n" P1 "\n" P2 "\nGhép nhịp cầu thế nào\n" P3             \
    "\nLê Thị Hà\n"

#define CONTAINER                                                              \
    {                                                                          \
        "META-INF/container.xml", "<container><rootfiles><rootfile "           \
                                  "full-path='OPS/p.opf'/></rootfiles>"        \
                                  "</container>"                               \
    }
#define PACKAGE(manifest, spine)                                                 \
    {                                                                            \
        "OPS/p.opf", "<package xmlns:dc='d'><metadata><dc:title>Cầu tre xóm " \
                     "Đông</dc:title></metadata><manifest>" manifest             \
                     "</manifest><spine>" spine "</spine></package>"             \
    }
#define W(text, style)                                                         \
    "<w:p><w:pPr><w:pStyle w:val='" style "'/></w:pPr><w:r><w:t>" text         \
    "</w:t></w:r></w:p>"

/* ---- Books ----------------------------------------------------------------*/

static void test_books(void **state)
{
    (void)state;
    static const struct file books[][FILES_MOST] = {
        {{"mimetype", "application/epub+zip"},
         CONTAINER,
         PACKAGE("<item id='b' href='text/b%20b.xhtml'/>"
                 "<item id='a' href='a.xhtml#x'/>",
                 "<itemref idref='a'/><itemref idref='b'/>"),
         {"OPS/a.xhtml", "<html><title>x</title><p>" P1 "</p><p>" P2 "</p>"},
         {"OPS/text/b b.xhtml",
          "<h1>Ghép nhịp cầu thế nào</h1><p>" P3 "</p><p>Lê Thị Hà</p>"}},
        {{"word/document.xml",
          "<w:document xmlns:w='w'>" W("Cầu tre xóm Đông", "Title") W(P1, "")
              W(P2, "") W("Ghép nhịp cầu thế nào", "Heading1") W(
                  P3,
                  "") "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Lê Thị "
                      "</w:t></w:r><w:r>"
                      "<w:t>Hà</w:t><w:instrText>PAGE</w:instrText></w:r></w:p>"
                      "</w:document>"}},
        {{"content.xml",
          "<o:d xmlns:o='o' xmlns:t='t'><t:h>Cầu tre xóm Đông</t:h><t:p>" P1
          "</t:p><t:p>" P2 "<t:note><t:p>chú thích</t:p></t:note></t:p><t:h>"
          "Ghép nhịp<t:s/>cầu thế nào</t:h><t:p>" P3
          "</t:p><t:p>Lê Thị Hà</t:p></o:d>"}},
        /* cut off inside */
        {{"content.xml", "<o:d xmlns:o='o' xmlns:t='t'><t:h>Cầu tre xóm Đông"
                         "</t:h><t:p>" P1 "</t:p><t:p>" P2
                         "</t:p><t:h>Ghép nhịp cầu thế nào</t:h><t:p>" P3
                         "</t:p><t:p>Lê Thị Hà"}},
    };
    for (size_t i = 0; i < sizeof books / sizeof books[0]; i++) {
        TEST_ARENA(mem);
        struct article article = {0};
        struct error err = {0};
        struct buf spoken = {.mem = &mem};

        check_true(books[i][0].name,
                   article_read(&article, archive_of(books[i], &mem), "x", &mem,
                                &err));
        for (size_t k = 0; k < article.block_count; k++)
            if (article.blocks[k].role != ROLE_CHROME) {
                buf_add(&spoken, article.blocks[k].text);
                buf_char(&spoken, '\n');
            }
        check_str(books[i][0].name, buf_str(&spoken), STR(SPOKEN));
        check_str(books[i][0].name, article.title, STR("Cầu tre xóm Đông"));
    }
}

static void test_table(void **state)
{
    (void)state;
    static const struct file book[] = {
        {"word/document.xml",
         "<w:document xmlns:w='w'>" W("Cầu tre xóm Đông", "Title")
             W(P1, "") "<w:tbl><w:tr><w:tc>" W("Nhịp", "") "</w:tc><w:tc>" W(
                 "Số tre", "") "</w:tc></w:tr></w:tbl>" W(P2,
                                                          "") "</w:document>"},
        {NULL, NULL}};
    TEST_ARENA(mem);
    struct article article = {0};
    struct error err = {0};

    assert_true(
        article_read(&article, archive_of(book, &mem), "x", &mem, &err));
    assert_int_equal(article.block_count, 4);
    check_str("row", article.blocks[2].text, STR("Nhịp, Số tre"));
    assert_int_equal(article.blocks[2].role, ROLE_BODY);
}

/* ---- Hostile archives -----------------------------------------------------*/

static void test_refused(void **state)
{
    (void)state;
    static const struct {
        struct file files[FILES_MOST];
        const char *message;
    } cases[] = {
        {{{"a.txt", "a"}}, "x: an archive, but no EPUB, DOCX or ODT"},
        {{{"word/document.xml", "<w:document xmlns:w='w'/>"}},
         "x: no text in it"},
        {{CONTAINER}, "x: no text in it"},
        /* names that lead out of it, or nowhere */
        {{CONTAINER, PACKAGE("<item id='a' href='../../../etc/passwd'/>"
                             "<item id='b' href='/etc/passwd'/><item id='c'/>",
                             "<itemref idref='a'/><itemref idref='b'/>"
                             "<itemref idref='c'/><itemref/>")},
         "x: no article found in it, nothing to read aloud"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TEST_ARENA(mem);
        struct article article = {0};
        struct error err = {0};

        check_true(cases[i].message,
                   !article_read(&article, archive_of(cases[i].files, &mem),
                                 "x", &mem, &err));
        assert_int_equal(err.code, ERROR_INPUT);
        check_str(cases[i].message, str_from(err.message),
                  str_from(cases[i].message));
    }
}

static void test_broken(void **state)
{
    (void)state;
    static const struct file book[] = {
        {"content.xml", "<o:d xmlns:o='o'><o:p>" P1 "</o:p></o:d>"},
        {NULL, NULL}};
    TEST_ARENA(mem);
    str whole = archive_of(book, &mem);

    for (size_t len = 4; len < whole.len; len++) {
        struct arena tmp = mem;
        struct article article = {0};
        struct error err = {0};

        assert_false(
            article_read(&article, str_slice(whole, 0, len), "x", &tmp, &err));
        assert_int_equal(err.code, ERROR_INPUT);
    }
}

/* A file that unpacks to more than any chapter is passed over; so is what is
 * named again and again. */
static void test_bombs(void **state)
{
    (void)state;
    struct arena whole = arena_reserve(ARENA_EDITION_BYTES), mem = whole;
    char *bomb = ARENA_ARRAY(&mem, char, BOMB_BYTES);
    struct buf spine = {.mem = &mem};
    struct article article = {0};
    struct error err = {0};

    memset(bomb, ' ', BOMB_BYTES - 1);
    {
        const struct file book[] = {{"word/document.xml", bomb}, {NULL, NULL}};

        assert_false(
            article_read(&article, archive_of(book, &mem), "x", &mem, &err));
        check_str("bomb", str_from(err.message),
                  STR("x: an archive, but no EPUB, DOCX or ODT"));
    }
    bomb[1 << 20] = '\0';
    buf_add(&spine, STR("<package><manifest><item id='a' href='a'/></manifest>"
                        "<spine>"));
    for (int i = 0; i < 100000; i++)
        buf_add(&spine, STR("<itemref idref='a'/>"));
    buf_add(&spine, STR("</spine></package>"));
    {
        const struct file book[] = {
            CONTAINER,
            {"OPS/p.opf", str_zero(buf_str(&spine), &mem)},
            {"OPS/a", bomb},
            {NULL, NULL}};

        assert_false(
            article_read(&article, archive_of(book, &mem), "x", &mem, &err));
        assert_int_equal(err.code, ERROR_INPUT);
    }
    arena_release(&whole);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_books),   cmocka_unit_test(test_table),
        cmocka_unit_test(test_refused), cmocka_unit_test(test_broken),
        cmocka_unit_test(test_bombs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
