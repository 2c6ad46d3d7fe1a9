/* Every kind of input but web pages: old encodings, Markdown, feeds; and that
 * one article is the same in all of them. */
#include <iconv.h>
#include <time.h>

#include "check.h"

#include "article/article.h"
#include "charset/charset.h"
#include "charset/syllable.h"
#include "base/utf8.h"
#include "page/input.h"

#define HOSTILE_BYTES ((size_t)1 << 20)
#define HOSTILE_SECONDS 20 /* under sanitizers on a busy machine */

/* ---- Encodings ------------------------------------------------------------*/

#define WATER                                                                                      \
    "Nước về tới xóm, cả làng đổ ra xem. Trưởng thôn mở van, tiếng nước " \
    "reo rất to."

static str encoded(const char *to, const char *from, const char *text,
                   struct arena *mem)
{
    iconv_t state = iconv_open(to, from);
    size_t left = strlen(text), room = 8 * left;
    char *in = (char *)(size_t)text, *out = ARENA_ARRAY(mem, char, room);
    str bytes = {out, 0};

    assert_true(state != (iconv_t)-1);
    assert_true(iconv(state, &in, &left, &out, &room) != (size_t)-1);
    iconv_close(state);
    bytes.len = (size_t)(out - bytes.s);
    return bytes;
}

static void test_encodings(void **state)
{
    (void)state;
    static const struct {
        const char *to, *from;
    } cases[] = {
        {"UTF-8", "UTF-8"},      {"TCVN5712-1//TRANSLIT", "UTF-8"},
        {"VISCII", "UTF-8"},     {"CP1258//TRANSLIT", "UTF-8"},
        {"UTF-16", "UTF-8"},     /* with its mark */
        {"UTF-8", "ISO-8859-1"}, /* twice */
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TEST_ARENA(mem);
        str bytes = encoded(cases[i].to, cases[i].from, WATER, &mem);

        check_str(cases[i].to, utf8_clean(charset_decode(bytes, &mem), &mem),
                  STR(WATER));
    }
}

/* Where marks follow their letter the last one could still have one. */
static void test_last_letter(void **state)
{
    (void)state;
    static const char *const encodings[] = {"TCVN5712-1//TRANSLIT", "VISCII",
                                            "CP1258//TRANSLIT"};
    static const char text[] = WATER " Nước về làng ta";

    for (size_t i = 0; i < sizeof encodings / sizeof encodings[0]; i++) {
        TEST_ARENA(mem);
        str bytes = encoded(encodings[i], "UTF-8", text, &mem);

        check_str(encodings[i], utf8_clean(charset_decode(bytes, &mem), &mem),
                  str_from(text));
    }
}

static void test_vni(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    str bytes = STR("N\xF6\xF4\xF9"
                    "c ve\xE0 t\xF4\xF9i xo\xF9m, ca\xFB la\xF8ng \xF1o\xE5 "
                    "ra xem. Tr\xF6\xF4\xFBng tho\xE2n m\xF4\xFB van, "
                    "tie\xE1ng n\xF6\xF4\xF9"
                    "c reo ra\xE1t to.");

    check_str("VNI", utf8_clean(charset_decode(bytes, &mem), &mem), STR(WATER));
}

/* What is right stays as it is, and so does what nothing fits. */
static void test_left_alone(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "plain ASCII",
        "Le café, la forêt, l'été, où, déjà, très, même, après, être, Noël.",
        "\xFF\xFD\xFC\xFB",
        "caf\xE9",
        "",
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TEST_ARENA(mem);

        check_str(cases[i], charset_decode(str_from(cases[i]), &mem),
                  str_from(cases[i]));
    }
}

static void test_declared(void **state)
{
    (void)state;
    TEST_ARENA(mem);

    check_str("declared",
              charset_decode(STR("<meta charset=\"iso-8859-1\">caf\xE9"), &mem),
              STR("<meta charset=\"iso-8859-1\">café"));
}

static void test_syllables(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        bool legal;
    } cases[] = {
        {"nghiêng", true}, {"Đường", true}, {"quạ", true}, {"giếng", true},
        {"khuỷu", true},   {"Ã", true},     {"ñ", false},  {"làm̀", false},
        {"fà", false},     {"tố́", false},   {"áp", true},  {"ðã", false},
        {"ủaáng", false},  {"", false},     {"đ", false},  {"straße", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        check_true(cases[i].word, syllable_is_legal(str_from(cases[i].word)) ==
                                      cases[i].legal);
}

/* ---- The same article in each kind ----------------------------------------*/

#define P1                                                                                   \
    "Sáng 2/3, xóm Đông bắc xong cây cầu tre dài hai mươi mét qua con lạch, " \
    "để lũ trẻ khỏi phải đi vòng khi nước lên."
#define P2                                                                                   \
    "Cả xóm góp tre, mỗi nhà một ngày công, làm trong đúng một tuần thì " \
    "xong, không tốn đồng nào của xã."
#define P3                                                                                          \
    "Ông Tư Lành, người chỉ cách ghép nhịp, nói cầu đi được chừng năm năm " \
    "rồi phải thay tre."

/* All that is read aloud of an article, a line each. */
static str spoken_of(const char *row, str bytes, struct arena *mem)
{
    struct article article = {0};
    struct error err = {0};
    struct buf out = {.mem = mem};

    if (!article_read(&article, bytes, "x", mem, &err))
        print_message("# %s: %s\n", row, err.message);
    for (size_t i = 0; i < article.block_count; i++) {
        enum role role = article.blocks[i].role;

        if (role == ROLE_CHROME || role == ROLE_META || role == ROLE_CAPTION)
            continue;
        buf_add(&out, article.blocks[i].text);
        buf_char(&out, '\n');
    }
    return buf_str(&out);
}

static void test_same_article(void **state)
{
    (void)state;
    static const struct {
        const char *name, *bytes;
    } cases[] = {
        {"text", "Cầu tre xóm Đông\n" P1 "\n" P2 "\nGhép nhịp cầu thế nào\n" P3
                 "\nLê Thị Hà\n"},
        {"HTML", "<html><h1>Cầu tre xóm Đông</h1><p>" P1 "</p><p>" P2
                 "</p><h2>Ghép nhịp cầu thế nào</h2><p>" P3
                 "</p><p>Lê Thị Hà</p></html>"},
        {"Markdown", "# Cầu tre xóm Đông\n\n" P1 "\n\n" P2
                     "\n\n## Ghép nhịp cầu thế nào\n\n" P3 "\n\nLê Thị Hà\n"},
        {"feed",
         "<rss><channel><title>Cầu tre xóm Đông</title><item><title/>"
         "<description><![CDATA[<p>" P1 "</p><p>" P2
         "</p><h2>Ghép nhịp cầu thế nào</h2><p>" P3
         "</p><p>Lê Thị Hà</p>]]></description></item></channel></rss>"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TEST_ARENA(mem);

        check_str(cases[i].name,
                  spoken_of(cases[i].name, str_from(cases[i].bytes), &mem),
                  STR("Cầu tre xóm Đông\n" P1 "\n" P2
                      "\nGhép nhịp cầu thế nào\n" P3 "\nLê Thị Hà\n"));
    }
}

/* ---- Markdown -------------------------------------------------------------*/

static void test_markdown(void **state)
{
    (void)state;
    static const char text[] =
        "---\ntitle: \"Cầu tre xóm Đông\"\nauthor: Lê Thị Hà\n---\n\n"
        "# Cầu tre xóm Đông\n\n*Lê Thị Hà*\n\n" P1 "\n\n"
        "![Cầu tre nhìn từ bờ bắc](cau.jpg)\n\n"
        "Dòng này bị một trình soạn thảo nào đó ngắt ra\nlàm đôi, đọc lên vẫn "
        "phải "
        "liền một câu.\n\n* * *\n\n" P2 " [Xem bản đồ](x)\n";
    static const struct {
        enum role role;
        size_t line;
        const char *text;
    } want[] = {
        {ROLE_CHROME, 1, "---"},
        {ROLE_CHROME, 2, "title: \"Cầu tre xóm Đông\""},
        {ROLE_CHROME, 3, "author: Lê Thị Hà"},
        {ROLE_CHROME, 4, "---"},
        {ROLE_TITLE, 6, "Cầu tre xóm Đông"},
        {ROLE_BYLINE, 8, "Lê Thị Hà"},
        {ROLE_LEAD, 10, P1},
        {ROLE_CAPTION, 12, "Cầu tre nhìn từ bờ bắc"},
        {ROLE_BODY, 14,
         "Dòng này bị một trình soạn thảo nào đó ngắt ra làm đôi, đọc lên vẫn "
         "phải "
         "liền một câu."},
        {ROLE_CHROME, 17, "* * *"},
        {ROLE_BODY, 19, P2 " Xem bản đồ"},
    };
    TEST_ARENA(mem);
    struct article article = {0};
    struct error err = {0};

    assert_true(article_read(&article, str_from(text), "x", &mem, &err));
    check_str("author", article.author, STR("Lê Thị Hà"));
    assert_int_equal(article.block_count, sizeof want / sizeof want[0]);
    for (size_t i = 0; i < article.block_count; i++) {
        check_str(want[i].text, article.blocks[i].text, str_from(want[i].text));
        check_str(want[i].text,
                  str_from(article_role_name(article.blocks[i].role)),
                  str_from(article_role_name(want[i].role)));
        assert_int_equal(article.blocks[i].line, want[i].line);
    }
}

/* ---- Feeds ----------------------------------------------------------------*/

#define RSS(items)                                                             \
    "<?xml version='1.0'?><rss><channel><title>Bản tin xóm</title>" items      \
    "</channel></rss>"

static void test_feeds(void **state)
{
    (void)state;
    static const struct {
        const char *feed, *spoken;
    } cases[] = {
        {RSS("<item><title>Cầu tre</title><description>" P1
             "</description></item><item><title>Góp tre &amp;amp; công</title>"
             "<description>ngắn</description><content:encoded xmlns:content="
             "'c'><![CDATA[<a href='x'><img src='y'/></a><p>" P2
             "</p><script>x</script>]]></content:encoded></item>"),
         "Bản tin xóm\nCầu tre\n" P1 "\nGóp tre & công\n" P2 "\n"},
        {"<feed xmlns='http://www.w3.org/2005/Atom'><title>Bản tin xóm</title>"
         "<entry><title>Cầu tre</title><content type='xhtml'><div xmlns='h'>"
         "<p>" P1 "</p><p>" P2 "</p></div></content></entry></feed>",
         "Bản tin xóm\nCầu tre\n" P1 "\n" P2 "\n"},
        /* cut off: what came before is read */
        {"<rss><channel><title>Bản tin xóm</title><item><title>Cầu tre</title>"
         "<description>" P1 " " P2 "</description></item><item><tit",
         "Bản tin xóm\nCầu tre\n" P1 " " P2 "\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TEST_ARENA(mem);

        check_str(cases[i].feed,
                  spoken_of(cases[i].feed, str_from(cases[i].feed), &mem),
                  str_from(cases[i].spoken));
    }
}

static void test_refused_feeds(void **state)
{
    (void)state;
    static const struct {
        const char *feed, *message;
    } cases[] = {
        {RSS(""), "x: a feed without items"},
        {"<rss", "x: a feed that can't be parsed"},
        {"<!DOCTYPE r [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><rss><channel>"
         "<item><title>&a;</title></item></channel></rss>",
         "x: a feed without items"},
        {"<!DOCTYPE r [<!ENTITY a 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'>"
         "<!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
         "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>"
         "<!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>"
         "<!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'>"
         "<!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;'>"
         "]><rss><channel><title>&f;</title></channel></rss>",
         "x: a feed that can't be parsed"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TEST_ARENA(mem);
        struct article article = {0};
        struct error err = {0};

        check_true(
            cases[i].feed,
            !article_read(&article, str_from(cases[i].feed), "x", &mem, &err));
        assert_int_equal(err.code, ERROR_INPUT);
        check_str(cases[i].feed, str_from(err.message),
                  str_from(cases[i].message));
    }
}

/* ---- Hostile input --------------------------------------------------------*/

static void test_hostile(void **state)
{
    (void)state;
    static const struct {
        const char *start, *unit;
    } cases[] = {
        {"# a\n\nb\n\nc\n\n", "> "},
        {"# a\n\nb\n\nc\n\n", "[a]("},
        {"# a\n\nb\n\nc\n\n", "*a **b "},
        {"# a\n\nb\n\nc\n\n", "- a\n\n"},
        {"# a\n\nb\n\nc\n\n", "a|b\n-|-\n"},
        {"# a\n\nb\n\nc\n\n", "`"},
        {"# a\n\nb\n\nc\n\n", "tre nứa lá\n"},
        {"---\n", "title: a\n"},
        {"<rss><channel>", "<item><title>a</title></item>"},
        {"<rss><channel><item>", "<description>a"},
        {"<rss><channel><item>", "<a>"},
        {"", "Ã¡ "},
        {"", "\xE1\xBB "},
        {"", "aaaaaaaaaa\xE9"},
        {"\xFF\xFE", "\xD8\xD8"},
        {"charset=", "x"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct arena whole = arena_reserve(ARENA_EDITION_BYTES), mem = whole;
        struct buf text = {.mem = &mem};
        struct article article = {0};
        struct error err = {0};
        clock_t start;

        buf_add(&text, str_from(cases[i].start));
        while (text.len < HOSTILE_BYTES)
            buf_add(&text, str_from(cases[i].unit));
        start = clock();
        article_read(&article, buf_str(&text), "x", &mem, &err);
        if ((clock() - start) / CLOCKS_PER_SEC >= 2)
            print_message("# %s: %ld s\n", cases[i].unit,
                          (long)((clock() - start) / CLOCKS_PER_SEC));
        check_true(cases[i].unit,
                   (clock() - start) / CLOCKS_PER_SEC < HOSTILE_SECONDS);
        arena_release(&whole);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_encodings),
        cmocka_unit_test(test_last_letter),
        cmocka_unit_test(test_vni),
        cmocka_unit_test(test_left_alone),
        cmocka_unit_test(test_declared),
        cmocka_unit_test(test_syllables),
        cmocka_unit_test(test_same_article),
        cmocka_unit_test(test_markdown),
        cmocka_unit_test(test_feeds),
        cmocka_unit_test(test_refused_feeds),
        cmocka_unit_test(test_hostile),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
