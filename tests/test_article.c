/* From text with site chrome to labelled blocks: examples with a label for
 * each line, what is refused, title and date, and hostile input. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "check.h"

#include "article/article.h"
#include "article/dates.h"
#include "article/opening.h"

#define EXAMPLES "tests/examples/article"
#define SHARED "../shared/data/lines/"
#define HOSTILE_BYTES ((size_t)10 << 20)
#define HOSTILE_SECONDS 20 /* under sanitizers on a busy machine */

/* ---- Files ----------------------------------------------------------------*/

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

/* The paths in `folder` that end in ".txt", sorted. */
static size_t list_texts(char **paths, size_t most, const char *folder,
                         struct arena *mem)
{
    DIR *dir = opendir(folder);
    size_t count = 0;

    for (struct dirent *entry; dir && (entry = readdir(dir));) {
        struct buf path = {.mem = mem};

        if (!str_ends(str_from(entry->d_name), STR(".txt")) || count == most)
            continue;
        buf_format(&path, "%s/%s", folder, entry->d_name);
        paths[count++] = str_zero(buf_str(&path), mem);
    }
    if (dir)
        closedir(dir);
    qsort(paths, count, sizeof *paths, by_name);
    return count;
}

/* ---- Labels ---------------------------------------------------------------*/

struct score {
    size_t lines, right;
    size_t read, wanted, both; /* lines to be read aloud */
};

static bool is_read(str role)
{
    return str_eq(role, STR("title")) || str_eq(role, STR("lead")) ||
           str_eq(role, STR("heading")) || str_eq(role, STR("body"));
}

/* The role of the last block that line `number` is in. */
static str role_at(const struct article *article, size_t number)
{
    str role = STR("missing");

    for (size_t i = 0; i < article->block_count; i++)
        if (article->blocks[i].line == number)
            role = str_from(article_role_name(article->blocks[i].role));
    return role;
}

static void score_line(struct score *score, const char *path, str want, str got,
                       str line)
{
    score->lines++;
    score->right += str_eq(want, got);
    score->read += is_read(got);
    score->wanted += is_read(want);
    score->both += is_read(want) && is_read(got);
    if (!str_eq(want, got))
        print_message("# %s: %.*s, not %.*s: %.*s\n", path, STR_ARGS(got),
                      STR_ARGS(want), (int)(line.len < 90 ? line.len : 90),
                      line.s);
}

/* The text at `path` and its labels, one "role TAB line" for each line that is
 * not blank, in the .tsv beside it. */
static void score_file(struct score *score, char *path, struct arena mem)
{
    struct article article = {0};
    struct error err = {0};
    str text, labels, want;
    size_t number = 0;

    assert_true(load(&text, path, &mem));
    check_true(path, article_read(&article, text, path, &mem, &err));
    memcpy(path + strlen(path) - 3, "tsv", 3);
    assert_true(load(&labels, path, &mem));
    while (text.len > 0) {
        str line = str_cut(text, '\n', &text);

        number++;
        if (str_trim(line).len == 0)
            continue;
        want = str_cut(str_cut(labels, '\n', &labels), '\t', &(str){0});
        score_line(score, path, want, role_at(&article, number), line);
    }
}

static struct score score_folder(const char *folder, struct arena mem)
{
    char *paths[100];
    struct score score = {0};
    size_t count = list_texts(paths, 100, folder, &mem);

    for (size_t i = 0; i < count; i++)
        if (!strstr(paths[i], "refused_"))
            score_file(&score, paths[i], mem);
    return score;
}

static void test_examples(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct score score = score_folder(EXAMPLES, mem);

    assert_true(score.lines > 200);
    assert_int_equal(score.right, score.lines);
}

static void test_shared_lines(void **state)
{
    (void)state;
    static const struct {
        const char *folder;
        double right, f1;
    } cases[] = {
        {SHARED "seed", 1, 1},
        {SHARED "syn", 1, 1},
        {SHARED "real", 0.95, 0.97},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TEST_ARENA(mem);
        struct score score = score_folder(cases[i].folder, mem);

        if (score.lines == 0) {
            print_message("# %s is missing: skipped\n", cases[i].folder);
            skip();
        }
        check_true(cases[i].folder,
                   (double)score.right >= cases[i].right * (double)score.lines);
        check_true(cases[i].folder,
                   2 * (double)score.both >=
                       cases[i].f1 * (double)(score.read + score.wanted));
    }
}

/* ---- Refusals -------------------------------------------------------------*/

static void test_refused_files(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    char *paths[100];
    size_t refused = 0, count = list_texts(paths, 100, EXAMPLES, &mem);

    for (size_t i = 0; i < count; i++) {
        struct article article = {0};
        struct error err = {0};
        str text;

        if (!strstr(paths[i], "refused_"))
            continue;
        assert_true(load(&text, paths[i], &mem));
        check_true(paths[i], !article_read(&article, text, "page", &mem, &err));
        assert_int_equal(err.code, ERROR_INPUT);
        check_str(paths[i], str_from(err.message),
                  STR("page: no article found in it, nothing to read aloud"));
        assert_int_equal(article.block_count, 0);
        refused++;
    }
    assert_true(refused >= 4);
}

static void test_refused_bytes(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t len;
        const char *message;
    } cases[] = {
        {"", 0, "x: the file is empty"},
        {" \n\t\n", 4, "x: the file is empty"},
        {"\x7F"
         "ELF\0\0\0\1\2\3",
         10, "x: not a text"},
        {"\xFD\xFC\xFB\xFA", 4, "x: not a text"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TEST_ARENA(mem);
        struct article article = {0};
        struct error err = {0};
        str bytes = {cases[i].bytes, cases[i].len};

        check_true(cases[i].message,
                   !article_read(&article, bytes, "x", &mem, &err));
        assert_int_equal(err.code, ERROR_INPUT);
        check_str("message", str_from(err.message), str_from(cases[i].message));
    }
}

/* ---- Facts ----------------------------------------------------------------*/

#define STORY                                                                                       \
    "Sáng 2/3, xã Bản Mù khánh thành cầu treo dài 62 m bắc qua suối Nậm Tục, "    \
    "nối hai bản vốn chỉ đi lại được bằng bè vào mùa nước lớn.\n"          \
    "Cầu do nhân dân góp hơn 900 ngày công, phần còn lại từ nguồn xã hội hóa " \
    "của các nhà hảo tâm.\n"

static void test_facts(void **state)
{
    (void)state;
    static const struct {
        const char *text, *title, *author, *date, *source;
    } cases[] = {
        {"Bản Mù có cầu treo mới\n02/03/2024 07:30\n" STORY "Hoa Lê\n",
         "Bản Mù có cầu treo mới", "Hoa Lê", "2024-03-02T07:30", ""},
        {"# Bản Mù có cầu treo mới\n" STORY "**Bài, ảnh: Hoa Lê**\n",
         "Bản Mù có cầu treo mới", "Hoa Lê", "", ""},
        {"Thứ Năm, 07/03/2024\nXã hội\nBản Mù có cầu treo mới\n"
         "Đăng ngày: 3.3.2024\n(Sông Cái) - " STORY "Theo Báo Sông Cái\n",
         "Bản Mù có cầu treo mới", "", "2024-03-03", "Báo Sông Cái"},
        {"Bản Mù có cầu treo mới\nngày 3 tháng 3 năm 2024\nSC.VN - " STORY,
         "Bản Mù có cầu treo mới", "", "2024-03-03", "SC.VN"},
        {"Bản Mù có cầu treo mới\n" STORY "Theo Hoa Lê\nBáo Sông Cái\n",
         "Bản Mù có cầu treo mới", "Hoa Lê", "", "Báo Sông Cái"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TEST_ARENA(mem);
        struct article article = {0};
        struct error err = {0};

        check_true(
            cases[i].text,
            article_read(&article, str_from(cases[i].text), "x", &mem, &err));
        check_str(cases[i].text, article.title, str_from(cases[i].title));
        check_str(cases[i].text, article.author, str_from(cases[i].author));
        check_str(cases[i].text, article.date, str_from(cases[i].date));
        check_str(cases[i].text, article.source, str_from(cases[i].source));
    }
}

static void test_openings(void **state)
{
    (void)state;
    static const struct {
        const char *text, *opening, *name;
    } cases[] = {
        {"(Dân trí) - Giá vàng giảm", "(Dân trí) - ", "Dân trí"},
        {"QĐND - Ngày 2/3", "QĐND - ", "QĐND"},
        {"VOV.VN – “Tôi", "VOV.VN – ", "VOV.VN"},
        {"TPHCM - Nếu có", "", ""},
        {"Hà Nội - Sáng nay", "", ""},
        {"EVN - đơn vị bán điện", "", ""},
        {"(1) Miễn phí", "", ""},
        {"(Dân trí) -", "", ""},
        {"(", "", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        str text = str_from(cases[i].text);
        str opening = str_slice(text, 0, opening_length(text));

        check_str(cases[i].text, opening, str_from(cases[i].opening));
        if (opening.len > 0)
            check_str(cases[i].text, opening_name(opening),
                      str_from(cases[i].name));
    }
}

static void test_opening_is_kept(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct article article = {0};
    struct error err = {0};

    assert_true(article_read(&article, STR("Bản Mù có cầu mới\n(SC) - " STORY),
                             "x", &mem, &err));
    assert_int_equal(article.block_count, 3);
    assert_int_equal(article.blocks[1].role, ROLE_LEAD);
    assert_true(str_starts(article.blocks[1].text, STR("(SC) - Sáng 2/3")));
    assert_int_equal(article.blocks[1].opening, strlen("(SC) - "));
}

/* What a loudspeaker is to say may be one sentence; a menu has none. */
static void test_notices(void **state)
{
    (void)state;
    static const struct {
        const char *text, *read; /* NULL: refused */
    } cases[] = {
        {"Ngày mai cả xã nghỉ học.\n", "Ngày mai cả xã nghỉ học."},
        {"# Thông báo\n\nSáng mai, trạm y tế tiêm phòng cho trẻ em.\n",
         "Thông báo|Sáng mai, trạm y tế tiêm phòng cho trẻ em."},
        {"Họp thôn\nTối nay thôn Đông họp lúc 19 giờ 30.\nMỗi nhà cử một "
         "người đi họp.\nTrưởng thôn\nNguyễn Văn Bình\n",
         "Họp thôn|Tối nay thôn Đông họp lúc 19 giờ 30.|Mỗi nhà cử một người "
         "đi họp.|Trưởng thôn|Nguyễn Văn Bình"},
        {"Ông An nói: cầu sẽ xong trong tháng này.\n",
         "Ông An nói: cầu sẽ xong trong tháng này."},
        {"Trang chủ\nTin tức\nLiên hệ\n", NULL},
        {"Lúa được mùa\nBão đổi hướng\nĐội làng thắng trận\n", NULL},
        {"<html><body><p>Ngày mai cả xã nghỉ học.</p></body></html>", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TEST_ARENA(mem);
        struct article article = {0};
        struct error err = {0};
        struct buf read = {.mem = &mem};
        bool found =
            article_read(&article, str_from(cases[i].text), "x", &mem, &err);

        check_true(cases[i].text, found == (cases[i].read != NULL));
        for (size_t k = 0; k < article.block_count; k++)
            buf_format(&read, "%s%.*s", k > 0 ? "|" : "",
                       STR_ARGS(article.blocks[k].text));
        if (found)
            check_str(cases[i].text, buf_str(&read), str_from(cases[i].read));
    }
}

static void test_dates(void **state)
{
    (void)state;
    static const struct {
        const char *text, *iso;
    } cases[] = {
        {"Thứ Hai, 19/02/2024, 08:15 [GMT+7]", "2024-02-19T08:15"},
        {"21:10 - 14/07/2023", "2023-07-14T21:10"},
        {"07-03-2026 - 00:01 AM | Chợ", "2026-03-07T00:01"},
        {"2024-03-05T06:07:08", "2024-03-05T06:07"},
        {"5.3.2024", "2024-03-05"},
        {"ngày 5 tháng 3 năm 2024", "2024-03-05"},
        {"9h05, 1/1/2020", "2020-01-01T09:05"},
        {"32/01/2024", ""},
        {"12/2024", ""},
        {"120/03/2024", ""},
        {"5/3/20245", ""},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TEST_ARENA(mem);
        struct stamp stamp;

        dates_find(&stamp, str_from(cases[i].text));
        check_str(cases[i].text, dates_iso(&stamp, &mem),
                  str_from(cases[i].iso));
    }
}

/* ---- Hostile input
 * ---------------------------------------------------------*/

/* Reads `unit` over and over, in linear time. */
static void test_hostile(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        const char *unit;
        size_t len; /* with zero bytes in it; else 0 */
    } cases[] = {
        {"paragraphs", STORY, 0},
        {"one line", "Nước lên, chợ họp trên thuyền. ", 0},
        {"one word", "a", 0},
        {"short lines", "mưa rơi\n", 0},
        {"the same headline", "Chợ phiên Bản Mù đông khách\n", 0},
        {"verse", "mưa rơi trên mái đình xưa\n", 0},
        {"teasers", "Chợ phiên Bản Mù hôm nay đông khách xa\n" STORY, 0},
        {"figures", "1/1/2024 10:10 ", 0},
        {"zeros", "mưa rơi \0\n", sizeof "mưa rơi \0\n" - 1},
        {"broken", "mưa \xE1\xBB rơi trên mái đình xưa rất lâu\n", 0},
        {"marks", "a\xCC\x81\xCC\xA3", 0},
        {"blank", " \n\t\xC2\xA0\n", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct arena whole = arena_reserve(ARENA_EDITION_BYTES), mem = whole;
        struct buf text = {.mem = &mem};
        struct article article = {0};
        struct error err = {0};
        clock_t start;

        while (text.len < HOSTILE_BYTES)
            buf_add(&text, cases[i].len > 0 ? (str){cases[i].unit, cases[i].len}
                                            : str_from(cases[i].unit));
        start = clock();
        article_read(&article, buf_str(&text), "x", &mem, &err);
        check_true(cases[i].name,
                   (clock() - start) / CLOCKS_PER_SEC < HOSTILE_SECONDS);
        arena_release(&whole);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_examples),
        cmocka_unit_test(test_shared_lines),
        cmocka_unit_test(test_refused_files),
        cmocka_unit_test(test_refused_bytes),
        cmocka_unit_test(test_facts),
        cmocka_unit_test(test_openings),
        cmocka_unit_test(test_opening_is_kept),
        cmocka_unit_test(test_notices),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_hostile),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
