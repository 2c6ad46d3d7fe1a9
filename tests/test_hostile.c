/* Inputs made to take all time or memory: each is read, or refused, in a child
 * that may use so much of either and no more. */
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"

#include "article/article.h"

/* Sanitizers take several times as much of both. */
#if defined(__SANITIZE_ADDRESS__)
#define SHARE 20
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SHARE 20
#endif
#endif
#ifndef SHARE
#define SHARE 1
#define MEMORY_IS_TOLD 1
#endif

#define MILLION 1000000
#define SECONDS_MOST 20 /* none takes two, and what is squared takes hours */
#define MEGABYTES_MOST 100
#define CODES_OF_ERROR 64 /* exit statuses below it are the program's */

#define HTML "<html><body><h1>Cầu tre xóm Đông</h1>" STORY "<p>" MORE "</p>\n"
#define MARKDOWN "# Cầu tre xóm Đông\n\n" TEXT "\n\n" MORE "\n\n"
#define FEED "<rss><channel><title>Bản tin xóm</title><item><title>a</title>"
#define STORY "<p>" TEXT "</p>\n"
#define TEXT                                                                                 \
    "Sáng 2/3, xóm Đông bắc xong cây cầu tre dài hai mươi mét qua con lạch, " \
    "để lũ trẻ khỏi phải đi vòng khi nước lên."

#define MORE                                                                                 \
    "Cả xóm góp tre, mỗi nhà một ngày công, làm trong đúng một tuần thì " \
    "xong, không tốn đồng nào của xã."

enum fate { READ, REFUSED, EITHER };

static const struct {
    const char *name, *start, *unit;
    size_t unit_bytes; /* of a unit with zero bytes in it; else 0 */
    size_t bytes;      /* of all units */
    enum fate fate;
} cases[] = {
    {"10 MB page", HTML, STORY, 0, 10 * MILLION, READ},
    {"a million nested divs", HTML, "<div>", 0, 5 * MILLION, READ},
    {"nested divs with text", HTML, "<div>a", 0, 6 * MILLION, REFUSED},
    {"100000 attributes", HTML "<p ", "a1b=c ", 0, 600000, READ},
    {"12 MB text node", HTML "<p>", TEXT " ", 0, 12 * MILLION, READ},
    {"open comment", HTML "<!--", " a - b -- ", 0, 10 * MILLION, READ},
    {"open comments", HTML, "<!-- ", 0, 10 * MILLION, READ},
    {"open script", HTML "<script>", "var a = '<p>';", 0, 10 * MILLION, READ},
    {"open scripts", HTML, "<script>", 0, 10 * MILLION, READ},
    {"NULs", HTML, "\0", 1, 10 * MILLION, READ},
    {"bad UTF-8", HTML, "\xFF\xE1\xBB", 0, 10 * MILLION, READ},
    {"half a character", HTML, "\xE1\xBB ", 0, 5 * MILLION, EITHER},
    {"wrong charset", "<meta charset=utf-16>" HTML, STORY, 0, 10 * MILLION,
     READ},
    {"marks on one letter", HTML, "\xCC\xA3\xCC\x81", 0, 2 * MILLION, READ},
    {"entities of marks", HTML, "&#803;&#769;", 0, 2 * MILLION, READ},
    {"end tags", HTML, "</p>", 0, 5 * MILLION, READ},
    {"list", HTML, "<li>a", 0, 5 * MILLION, REFUSED},
    {"breaks", HTML, "a<br>", 0, 5 * MILLION, REFUSED},
    {"table", HTML "<table>", "<tr><td>a<td>b", 0, 5 * MILLION, REFUSED},
    {"one row", HTML "<table><tr>", "<td>a", 0, 5 * MILLION, REFUSED},
    {"links", HTML, "<a href=x>Chợ phiên hôm nay đông khách xa</a> ", 0,
     5 * MILLION, REFUSED},
    {"classes", HTML, "<b class='tin-lien-quan x'>a</b>", 0, 5 * MILLION, READ},
    {"quotations in Markdown", MARKDOWN, "> ", 0, 5 * MILLION, EITHER},
    {"links in Markdown", MARKDOWN, "[a](", 0, 5 * MILLION, EITHER},
    {"pictures in Markdown", MARKDOWN, "![", 0, 5 * MILLION, EITHER},
    {"list in Markdown", MARKDOWN, "- a\n\n", 0, 5 * MILLION, REFUSED},
    {"tables in Markdown", MARKDOWN, "a|b\n-|-\n\n", 0, 5 * MILLION, REFUSED},
    {"10 MB of Markdown", MARKDOWN, TEXT "\n\n", 0, 10 * MILLION, READ},
    {"short lines", "Cầu tre\n" TEXT "\n", "a b\n", 0, 5 * MILLION, REFUSED},
    {"one line", "Cầu tre\n", TEXT " ", 0, 10 * MILLION, READ},
    {"Latin-1", "Cầu tre\n", "caf\xE9 a ", 0, 10 * MILLION, EITHER},
    {"open items", FEED, "<description>a", 0, 5 * MILLION, REFUSED},
    {"10 MB item", FEED "<description>", TEXT, 0, 8 * MILLION, EITHER},
    {"items", FEED "</item>",
     "<item><title>Cầu</title><description>" TEXT "</description></item>", 0,
     10 * MILLION, READ},
};

static str hostile(size_t row, struct arena *mem)
{
    str unit = str_from(cases[row].unit);
    struct buf text = {.mem = mem};
    size_t end = cases[row].bytes / SHARE;

    if (cases[row].unit_bytes > 0)
        unit = (str){cases[row].unit, cases[row].unit_bytes};
    buf_reserve(&text, end + strlen(cases[row].start) + unit.len);
    buf_add(&text, str_from(cases[row].start));
    for (end += text.len; text.len < end;)
        buf_add(&text, unit);
    return buf_str(&text);
}

/* In the child: its status tells what came of it. */
static void read_hostile(size_t row)
{
    const struct rlimit limit = {SECONDS_MOST, SECONDS_MOST};
    struct arena whole = arena_reserve(ARENA_EDITION_BYTES), mem = whole;
    struct article article = {0};
    struct error err = {0};

    setrlimit(RLIMIT_CPU, &limit);
    if (article_read(&article, hostile(row, &mem), "x", &mem, &err))
        _exit(0);
    _exit(err.code < CODES_OF_ERROR ? (int)err.code : 1);
}

static bool is_fate(enum fate fate, int status)
{
    if (!WIFEXITED(status))
        return false;
    if (WEXITSTATUS(status) == 0)
        return fate != REFUSED || SHARE > 1; /* fewer lines are few enough */
    return WEXITSTATUS(status) == ERROR_INPUT && fate != READ;
}

static void test_hostile(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct rusage used;
        int status = 0;
        pid_t child = fork();

        if (child == 0)
            read_hostile(i);
        assert_true(wait4(child, &status, 0, &used) == child);
        check_true(cases[i].name, is_fate(cases[i].fate, status));
#ifdef MEMORY_IS_TOLD
        if (used.ru_maxrss / 1024 > MEGABYTES_MOST)
            print_message("# %s: %ld MB\n", cases[i].name,
                          used.ru_maxrss / 1024);
        check_true(cases[i].name, used.ru_maxrss / 1024 <= MEGABYTES_MOST);
#endif
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_hostile)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
