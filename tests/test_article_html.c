/* Web pages: examples of many layouts with what is to be read of them, what
 * is refused, what the pages say about themselves, and hostile input. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "check.h"

#include "article/article.h"
#include "page/hints.h"
#include "page/markup.h"

#define EXAMPLES "tests/examples/article"
#define FILES_MOST 100
#define HOSTILE_BYTES ((size_t)2 << 20)
#define HOSTILE_SECONDS 20 /* under sanitizers on a busy machine */

static bool load(str *bytes, const char *path, struct arena *mem)
{
    FILE *file = fopen(path, "rb");
    struct buf out = {.mem = mem};
    char part[4096];

    if (!file)
        return false;
    for (size_t got; (got = fread(part, 1, sizeof part, file)) > 0;)
        buf_add(&out, (str){part, got});
    fclose(file);
    *bytes = buf_str(&out);
    return true;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The paths of the pages, sorted. */
static size_t list_pages(char **paths, struct arena *mem)
{
    DIR *dir = opendir(EXAMPLES);
    size_t count = 0;

    for (struct dirent *entry; dir && (entry = readdir(dir));) {
        struct buf path = {.mem = mem};

        if (!str_ends(str_from(entry->d_name), STR(".html")) ||
            count == FILES_MOST)
            continue;
        buf_format(&path, "%s/%s", EXAMPLES, entry->d_name);
        paths[count++] = str_zero(buf_str(&path), mem);
    }
    if (dir)
        closedir(dir);
    qsort(paths, count, sizeof *paths, by_name);
    return count;
}

/* ---- Examples -------------------------------------------------------------*/

/* All of an article that is part of it, "role TAB text" a line. */
static str content_of(const struct article *article, struct arena *mem)
{
    struct buf out = {.mem = mem};

    for (size_t i = 0; i < article->block_count; i++) {
        const struct block *block = &article->blocks[i];

        if (block->role == ROLE_CHROME || block->role == ROLE_META)
            continue;
        buf_add(&out, str_from(article_role_name(block->role)));
        buf_char(&out, '\t');
        buf_add(&out, block->text);
        buf_char(&out, '\n');
    }
    return buf_str(&out);
}

/* A page beside which no .want lies must be refused. */
static void test_examples(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    char *paths[FILES_MOST];
    size_t count = list_pages(paths, &mem), refused = 0;

    assert_true(count >= 12);
    for (size_t i = 0; i < count; i++) {
        struct arena tmp = mem;
        struct article article = {0};
        struct error err = {0};
        str page, want;
        bool found;

        assert_true(load(&page, paths[i], &tmp));
        found = article_read(&article, page, paths[i], &tmp, &err);
        memcpy(paths[i] + strlen(paths[i]) - 4, "want", 4);
        if (load(&want, paths[i], &tmp)) {
            check_true(paths[i], found);
            check_str(paths[i], content_of(&article, &tmp), want);
        } else {
            check_true(paths[i], !found && err.code == ERROR_INPUT);
            refused++;
        }
    }
    assert_true(refused >= 2);
}

/* ---- What a page says about itself ----------------------------------------*/

#define HEAD "<html><head><title>Cầu tre xóm Đông - Báo Bến Cũ</title>"
#define TEXT                                                                                    \
    "<p>Sáng 2/3, xóm Đông bắc xong cây cầu tre dài hai mươi mét qua con "         \
    "lạch, để lũ trẻ khỏi phải đi vòng khi nước lên.</p>"                     \
    "<p>Cả xóm góp tre, mỗi nhà một ngày công, làm trong đúng một tuần thì " \
    "xong, không tốn đồng nào của xã.</p></body></html>"

static void test_claims(void **state)
{
    (void)state;
    static const struct {
        const char *page, *title, *author, *date;
    } cases[] = {
        {HEAD "</head><body><h1>Cầu tre xóm Đông</h1><p>Lê Thị Hà</p>" TEXT,
         "Cầu tre xóm Đông", "Lê Thị Hà", ""},
        /* the author that is only the paper is not believed */
        {HEAD "<meta name=author content='Báo Bến Cũ'><meta "
              "property=og:site_name content='Báo Bến Cũ'></head><body>"
              "<h1>Cầu tre xóm Đông</h1><div>03/03/2024 07:30</div>" TEXT,
         "Cầu tre xóm Đông", "", "2024-03-03T07:30"},
        {HEAD "<script type='application/ld+json'>{\"@graph\":[{\"@type\":"
              "\"NewsArticle\",\"headline\":\"Cầu tre xóm Đông\",\"author\":"
              "[{\"name\":\"Lê Thị Hà\"}]}]}</script></head><body>"
              "<div>Cầu tre xóm Đông</div><div>Bài: Lê Thị Hà</div>" TEXT,
         "Cầu tre xóm Đông", "Lê Thị Hà", ""},
        /* what does not agree with the page is not believed */
        {HEAD "<meta property=og:title content='Trang chủ'>"
              "<script type='application/ld+json'>{\"@type\":[</script>"
              "</head><body><h1>Cầu tre xóm Đông</h1>" TEXT,
         "Cầu tre xóm Đông", "", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TEST_ARENA(mem);
        struct article article = {0};
        struct error err = {0};

        check_true(
            cases[i].page,
            article_read(&article, str_from(cases[i].page), "x", &mem, &err));
        check_str(cases[i].page, article.title, str_from(cases[i].title));
        check_str(cases[i].page, article.author, str_from(cases[i].author));
        check_str(cases[i].page, article.date, str_from(cases[i].date));
    }
}

/* ---- Parts ----------------------------------------------------------------*/

static void test_markup(void **state)
{
    (void)state;
    static const struct {
        const char *html, *tags, *data;
    } cases[] = {
        {"a<!-- <p> -->b<!doctype html>c", "abc", ""},
        {"<p>a<script>if (a<b) '<p>'</script>b", "<p>ab", ""},
        {"<STYLE>p{}</Style >a", "a", ""},
        {"a<button>b</button>c<button>d", "acd", ""},
        {"a <b title='>'>b</b> < c", "a <b title='>'>b</b> &lt; c", ""},
        {"<script type=\"application/ld+json\">{}</script>x", "x", "{}"},
        {"a<script>b", "a", ""},
        {"a<!-- b", "a", ""},
        {"a<p", "a<p", ""},
        {"a<", "a&lt;", ""},
        {"<scripted>a", "<scripted>a", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TEST_ARENA(mem);
        struct markup markup;
        str data;

        markup_strip(&markup, str_from(cases[i].html), &mem);
        data = str_cut(markup.data, '\0', &(str){0});
        check_str(cases[i].html, markup.tags, str_from(cases[i].tags));
        check_str(cases[i].html, data, str_from(cases[i].data));
    }
}

/* What is left out whole is told by its kind and size. */
static void test_left_out(void **state)
{
    (void)state;
    static const char page[] =
        HEAD "<script>let a</script></head><body><h1>Cầu tre xóm Đông</h1>"
             "<button>Gửi</button><script>b</script>" TEXT;
    TEST_ARENA(mem);
    struct article article = {0};
    struct error err = {0};

    assert_true(article_read(&article, str_from(page), "x", &mem, &err));
    assert_int_equal(article.left_out_count, 2);
    assert_string_equal(article.left_out[0].kind, "script");
    assert_int_equal(article.left_out[0].count, 2);
    assert_int_equal(article.left_out[0].size_bytes, strlen("let ab"));
    assert_string_equal(article.left_out[1].kind, "button");
}

static void test_hints(void **state)
{
    (void)state;
    static const struct {
        const char *classes;
        uint32_t hints;
    } cases[] = {
        {"detail-sapo", HINT_BIT(HINT_LEAD)},
        {"articleTitle", HINT_BIT(HINT_TITLE)},
        {"box tin-lien-quan", HINT_BIT(HINT_OTHERS)},
        {"PhotoCMS_Caption", HINT_BIT(HINT_CAPTION)},
        {"author_name comment-list",
         HINT_BIT(HINT_WRITER) | HINT_BIT(HINT_TALK)},
        {"download loading", 0},
        {"", 0},
        {"- 12 _", 0},
    };
    TEST_ARENA(mem);
    struct hints *hints = hints_new(&mem);

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_int_equal(hints_find(hints, str_from(cases[i].classes)),
                         cases[i].hints);
        assert_int_equal(hints_find(hints, str_from(cases[i].classes)),
                         cases[i].hints);
    }
}

/* ---- Hostile input --------------------------------------------------------*/

/* `start`, then `unit` over and over, then an article. */
static str hostile_page(const char *start, const char *unit, size_t len,
                        struct arena *mem)
{
    struct buf page = {.mem = mem};

    buf_add(&page, STR("<!doctype html><html><body>"));
    buf_add(&page, str_from(start));
    while (page.len < HOSTILE_BYTES)
        buf_add(&page, len > 0 ? (str){unit, len} : str_from(unit));
    buf_add(&page, STR("<h1>Cầu tre xóm Đông</h1>" TEXT));
    return buf_str(&page);
}

static void test_hostile(void **state)
{
    (void)state;
    static const struct {
        const char *name, *start, *unit;
        size_t len; /* with zero bytes in it; else 0 */
    } cases[] = {
        {"nested", "", "<div>", 0},
        {"nested inline", "", "<b>", 0},
        {"nested lists", "", "<ul><li>", 0},
        {"nested tables", "", "<table><tr><td>a", 0},
        {"end tags", "", "</b>", 0},
        {"end tags in depth", "<i><div><div><div><div>", "<b></i></div>", 0},
        {"misnested", "", "<a><div></a><p></div>", 0},
        {"attributes", "<p ", "a=1 b ", 0},
        {"attributes in many tags", "", "<p a b c d e f g h i j k l m n o>", 0},
        {"a long attribute", "<p a='", "tre ", 0},
        {"one text", "<p>", "Nước lên, cầu tre trôi mất nửa nhịp. ", 0},
        {"one word", "<p>", "a", 0},
        {"entities", "<p>", "&#768;&amp;&eacute;&#1;", 0},
        {"breaks", "", "a<br>", 0},
        {"links", "", "<a href=x>Chợ phiên hôm nay đông khách xa</a> ", 0},
        {"comments", "", "<!-- -->", 0},
        {"an open comment", "<!--", "<p>tre ", 0},
        {"open comments", "", "<!- ", 0},
        {"an open script", "<script>", "</scrip ", 0},
        {"open widgets", "", "<button><svg><select>", 0},
        {"less than", "", "<", 0},
        {"quotes", "", "<a ='", 0},
        {"zeros", "", "<p>tre\0</p>", sizeof "<p>tre\0</p>" - 1},
        {"broken", "", "<p>tre \xE1\xBB\xFF</p>", 0},
        {"doctype", "<!DOCTYPE x [<!ENTITY a 'aaaa'>", "<!ENTITY b '&a;&a;'>",
         0},
        {"claims", "", "<meta property=og:title content=a>", 0},
        {"data", "", "<script type=application/ld+json>[[[[</script>", 0},
        {"images", "", "<img src=x>a<p>", 0},
        {"rows", "<table>", "<tr><td>a<td>b", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct arena whole = arena_reserve(ARENA_EDITION_BYTES), mem = whole;
        struct article article = {0};
        struct error err = {0};
        str page =
            hostile_page(cases[i].start, cases[i].unit, cases[i].len, &mem);
        clock_t start = clock();

        article_read(&article, page, "x", &mem, &err);
        if ((clock() - start) / CLOCKS_PER_SEC >= 2)
            print_message("# %s: %ld s\n", cases[i].name,
                          (long)((clock() - start) / CLOCKS_PER_SEC));
        check_true(cases[i].name,
                   (clock() - start) / CLOCKS_PER_SEC < HOSTILE_SECONDS);
        arena_release(&whole);
    }
}

/* However deep an article lies, it is found. */
static void test_deep(void **state)
{
    (void)state;
    struct arena whole = arena_reserve(ARENA_EDITION_BYTES), mem = whole;
    struct article article = {0};
    struct error err = {0};
    struct buf page = {.mem = &mem};

    for (int i = 0; i < 1000000; i++)
        buf_add(&page, STR("<div>"));
    buf_add(&page, STR("<h1>Cầu tre xóm Đông</h1>" TEXT));
    assert_true(article_read(&article, buf_str(&page), "x", &mem, &err));
    check_str("title", article.title, STR("Cầu tre xóm Đông"));
    assert_int_equal(article.block_count, 3);
    arena_release(&whole);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_examples), cmocka_unit_test(test_claims),
        cmocka_unit_test(test_left_out), cmocka_unit_test(test_markup),
        cmocka_unit_test(test_hints),    cmocka_unit_test(test_hostile),
        cmocka_unit_test(test_deep),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
