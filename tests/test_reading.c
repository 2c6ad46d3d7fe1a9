/* Written lines as spoken ones, and an article as a script. */
#include <glob.h>

#include "words.h"

#include "base/io.h"
#include "base/utf8.h"
#include "reading/script.h"

#define EXAMPLES "tests/examples/reading/*.txt"
#define ARTICLES "tests/examples/sure/*"
#define GOLD "../shared/data/reading/seed_gold.tsv"
#define PIECE_BYTES 16384

static const struct script_options plain_options = {0},
                                   spoken_options = {.respelled = true};

/* ---- lines ----------------------------------------------------------------
 */

/* Small letters, and one space for all that is neither letter nor digit. */
static str simplify(str text, struct arena *mem)
{
    struct buf out = {.mem = mem};
    bool blank = false;

    while (text.len > 0) {
        int32_t code = utf8_next(&text);

        if (!utf8_is_letter(code) && !utf8_is_digit(code)) {
            blank = true;
            continue;
        }
        if (blank && out.len > 0)
            buf_char(&out, ' ');
        blank = false;
        utf8_add(&out, utf8_lower(code));
    }
    return buf_str(&out);
}

struct tally {
    const char *file;
    size_t cases, wrong;
};

/* A case is right when one of the accepted readings, parted by `sep`, is what
 * the line gives. */
static void judge(struct tally *tally, str written, str accepted,
                  const char *sep, const struct lexicon *lexicon,
                  struct arena mem)
{
    str spoken =
        script_line(utf8_clean(written, &mem), lexicon, &spoken_options, &mem);
    str got = simplify(spoken, &mem), rest = accepted, first = {0};
    str parted = str_from(sep);

    tally->cases++;
    while (rest.len > 0) {
        size_t end = str_find(rest, parted);
        str one = str_slice(rest, 0, end);

        if (str_eq(simplify(one, &mem), got))
            return;
        if (first.len == 0)
            first = one;
        rest = str_skip(rest, end);
        if (rest.len > 0)
            rest = str_skip(rest, parted.len);
    }
    tally->wrong++;
    print_error("%s: %.*s\n    got  %.*s\n    want %.*s\n", tally->file,
                STR_ARGS(written), STR_ARGS(spoken), STR_ARGS(first));
}

/* A line, then its readings, each after "= "; a blank line between cases. */
static void judge_examples(struct tally *tally, const struct lexicon *lexicon,
                           struct arena mem)
{
    str text, written = {0};
    struct error err = {0};
    struct buf accepted = {.mem = &mem};

    if (!io_read_file(&text, tally->file, &mem, &err))
        fail_msg("%s", err.message);
    while (text.len > 0) {
        str line = str_cut(text, '\n', &text);

        if (str_starts(line, STR("= "))) {
            buf_add(&accepted, str_skip(line, 2));
            buf_char(&accepted, '\n');
        } else if (line.len > 0 && !str_starts(line, STR("# "))) {
            written = line;
        }
        if ((line.len == 0 || text.len == 0) && written.len > 0) {
            judge(tally, written, buf_str(&accepted), "\n", lexicon, mem);
            accepted.len = written.len = 0;
        }
    }
}

static void test_examples(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct lexicon lexicon = load_words(&mem);
    size_t wrong = 0, cases = 0;
    glob_t files;

    assert_int_equal(glob(EXAMPLES, 0, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i++) {
        struct tally tally = {.file = files.gl_pathv[i]};

        judge_examples(&tally, &lexicon, mem);
        wrong += tally.wrong;
        cases += tally.cases;
    }
    globfree(&files);
    print_message("# %zu of %zu lines are read right\n", cases - wrong, cases);
    assert_int_equal(wrong, 0);
}

/* id, source, category, input, expected, kind, note */
static void test_gold(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct lexicon lexicon = load_words(&mem);
    struct tally tally = {.file = GOLD};
    struct error err = {0};
    str text;

    if (!io_read_file(&text, GOLD, &mem, &err)) {
        print_message("# skipped: %s\n", err.message);
        skip();
    }
    str_cut(text, '\n', &text);
    while (text.len > 0) {
        str line = str_cut(text, '\n', &text), column[5];

        for (size_t i = 0; i < 5; i++)
            column[i] = str_cut(line, '\t', &line);
        if (column[3].len > 0 && !str_starts(column[4], STR("(not narrated)")))
            judge(&tally, column[3], column[4], " | ", &lexicon, mem);
    }
    assert_int_equal(tally.wrong, 0);
}

/* ---- scripts --------------------------------------------------------------
 */

static struct script write_script(struct block *blocks, size_t count,
                                  const struct script_options *options,
                                  struct arena *mem)
{
    struct lexicon *lexicon = ARENA_ONE(mem, struct lexicon);
    struct article article = {.blocks = blocks, .block_count = count};
    struct script script = {0};
    struct error err = {0};

    *lexicon = load_words(mem);
    if (!script_write(&script, &article, lexicon, options, mem, &err))
        fail_msg("%s", err.message);
    return script;
}

#define BLOCK(block_role, words)                                               \
    {                                                                          \
        .role = (block_role), .text = STR(words)                               \
    }
#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static str spoken_sentence(const struct script *script, size_t i,
                           struct arena *mem)
{
    struct buf out = {.mem = mem};

    script_text(&out, &script->sentences[i], false);
    return buf_str(&out);
}

static void test_roles(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct block blocks[] = {
        BLOCK(ROLE_META, "Thứ Hai, 3/6/2024"),
        BLOCK(ROLE_TITLE, "Xã vùng cao đón điện"),
        BLOCK(ROLE_BYLINE, "Lò Văn Mẫu"),
        BLOCK(ROLE_CAPTION, "Bà con dựng cột điện."),
        BLOCK(ROLE_BODY, "Có 12 bản (3 xã) được cấp điện. Ai cũng vui!"),
        BLOCK(ROLE_CHROME, "Chia sẻ"),
    };
    static const char *const spoken[] = {
        "Xã vùng cao đón điện.",
        "Có mười hai bản \u2013 ba xã \u2013 được cấp điện.",
        "Ai cũng vui!",
        "Tác giả Lò Văn Mẫu.",
    };
    struct script script =
        write_script(blocks, COUNT(blocks), &plain_options, &mem);

    assert_int_equal(script.sentence_count, COUNT(spoken));
    for (size_t i = 0; i < COUNT(spoken); i++)
        check_str(spoken[i], spoken_sentence(&script, i, &mem),
                  str_from(spoken[i]));
    assert_int_equal(script.skip_count, 3);
    check_str("meta", script.skips[0].written, blocks[0].text);
    check_str("caption", script.skips[1].written, blocks[3].text);
    check_str("chrome", script.skips[2].written, blocks[5].text);
}

static void test_captions_and_sources(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    const struct script_options options = {.captions = true};
    struct block blocks[] = {
        BLOCK(ROLE_TITLE, "Tin vui"),
        BLOCK(ROLE_CAPTION, "Cầu mới."),
        BLOCK(ROLE_BYLINE, "Theo báo Mẫu"),
    };
    struct script script = write_script(blocks, COUNT(blocks), &options, &mem);

    assert_int_equal(script.sentence_count, 3);
    check_str("caption", spoken_sentence(&script, 1, &mem), STR("Cầu mới."));
    check_str("source", spoken_sentence(&script, 2, &mem),
              STR("Theo báo Mẫu."));
    assert_int_equal(script.skip_count, 0);
}

/* The name of a paper before the text is not read, and listed. */
static void test_opening(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct block lead = BLOCK(ROLE_LEAD, "(Báo Mẫu) - Cầu đã thông xe.");
    struct script script;

    lead.opening = strlen("(Báo Mẫu) - ");
    script = write_script(&lead, 1, &plain_options, &mem);
    assert_int_equal(script.sentence_count, 1);
    check_str("lead", spoken_sentence(&script, 0, &mem),
              STR("Cầu đã thông xe."));
    assert_int_equal(script.skip_count, 1);
    check_str("opening", script.skips[0].written, STR("(Báo Mẫu) -"));
}

static void test_chapters(void **state)
{
    (void)state;
    static const struct {
        enum chapter_mode mode;
        bool headings;
        const char *titles; /* parted by '|' */
    } cases[] = {
        {CHAPTERS_AUTO, true, "Tin vui|Mở đầu|Kết thúc"},
        {CHAPTERS_AUTO, false,
         "Tin vui|Một.|Đoạn văn này dài hơn sáu mươi chữ cái cho nên tên "
         "chương "
         "bị\u2026"},
        {CHAPTERS_HEADING, false, "Tin vui"},
        {CHAPTERS_NONE, true, ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        TEST_ARENA(mem);
        enum role role = cases[i].headings ? ROLE_HEADING : ROLE_CHROME;
        const struct script_options options = {.chapters = cases[i].mode};
        struct block blocks[] = {
            BLOCK(ROLE_TITLE, "Tin vui"),
            BLOCK(ROLE_LEAD, "Tóm tắt."),
            BLOCK(role, "Mở đầu"),
            BLOCK(ROLE_BODY, "Một."),
            BLOCK(role, "Kết thúc"),
            BLOCK(ROLE_BODY, "Đoạn văn này dài hơn sáu mươi chữ cái cho nên "
                             "tên chương bị cắt ở cuối một từ."),
        };
        struct script script =
            write_script(blocks, COUNT(blocks), &options, &mem);
        struct buf titles = {.mem = &mem};

        for (size_t j = 0; j < script.chapter_count; j++) {
            if (j > 0)
                buf_char(&titles, '|');
            buf_add(&titles, script.chapters[j].title);
        }
        check_str(cases[i].titles, buf_str(&titles), str_from(cases[i].titles));
    }
}

static void test_many_chapters_are_grouped(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct block *blocks = ARENA_ARRAY(&mem, struct block, 500);
    struct script script;

    for (size_t i = 0; i < 500; i++)
        blocks[i] = (struct block)BLOCK(ROLE_BODY, "Một đoạn.");
    script = write_script(blocks, 500, &plain_options, &mem);
    assert_int_equal(script.chapter_count, SCRIPT_MAX_CHAPTERS);
    assert_int_equal(script.chapters[0].first_sentence, 0);
    for (size_t i = 1; i < script.chapter_count; i++)
        assert_in_range(script.chapters[i].first_sentence -
                            script.chapters[i - 1].first_sentence,
                        5, 6);
}

/* What can't be spoken is listed; the rest of the line is read. */
static void test_skips(void **state)
{
    (void)state;
    static const struct {
        const char *text, *skipped;
    } cases[] = {
        {"Vui quá \U0001F600 nhé", "\U0001F600"},
        {"Tên \u4E2D\u56FD là", "\u4E2D\u56FD"},
        {"Ổn cả", ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        TEST_ARENA(mem);
        struct block block = {.role = ROLE_BODY,
                              .text = str_from(cases[i].text)};
        struct script script = write_script(&block, 1, &plain_options, &mem);
        str skipped = {0};

        assert_int_equal(script.skip_count, cases[i].skipped[0] != '\0');
        if (script.skip_count > 0)
            skipped = script.skips[0].written;
        check_str(cases[i].text, skipped, str_from(cases[i].skipped));
    }
}

static struct script write_lines(const char *path, struct arena *mem)
{
    struct block *blocks;
    struct error err = {0};
    size_t count = 0;
    str text;

    if (!io_read_file(&text, path, mem, &err))
        fail_msg("%s", err.message);
    blocks = ARENA_ARRAY(mem, struct block, text.len);
    while (text.len > 0)
        blocks[count++] = (struct block){.role = ROLE_BODY,
                                         .text = str_cut(text, '\n', &text)};
    return write_script(blocks, count, &plain_options, mem);
}

/* How many sentences are not spoken as the lines of `text`. */
static size_t count_wrong(const struct script *script, str text,
                          struct arena mem)
{
    size_t wrong = 0;

    for (size_t i = 0; i < script->sentence_count || text.len > 0; i++) {
        struct buf spoken = {.mem = &mem};
        str want = str_cut(text, '\n', &text);

        if (i < script->sentence_count)
            script_text(&spoken, &script->sentences[i], true);
        if (str_eq(simplify(buf_str(&spoken), &mem), simplify(want, &mem)))
            continue;
        wrong++;
        print_error("sentence %zu\n    got  %.*s\n    want %.*s\n", i + 1,
                    STR_ARGS(buf_str(&spoken)), STR_ARGS(want));
    }
    return wrong;
}

/* An article in NAME.txt is spoken as NAME.spoken says, a sentence a line. */
static void test_articles_are_right(void **state)
{
    (void)state;
    size_t wrong = 0;
    glob_t files;

    assert_int_equal(glob(ARTICLES ".spoken", 0, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i++) {
        TEST_ARENA(mem);
        str path = str_from(files.gl_pathv[i]), spoken;
        struct buf name = {.mem = &mem};
        struct error err = {0};

        buf_add(&name, str_slice(path, 0, path.len - strlen("spoken")));
        buf_add(&name, STR("txt"));
        if (!io_read_file(&spoken, files.gl_pathv[i], &mem, &err))
            fail_msg("%s", err.message);
        print_message("# %s\n", files.gl_pathv[i]);
        struct script script =
            write_lines(str_zero(buf_str(&name), &mem), &mem);
        wrong += count_wrong(&script, spoken, mem);
    }
    globfree(&files);
    assert_int_equal(wrong, 0);
}

static void test_regions(void **state)
{
    (void)state;
    static const struct {
        enum region region;
        const char *spoken;
    } cases[] = {
        {REGION_BAC,
         "Giá một nghìn không trăm linh bốn đồng, hai mươi tư nghìn."},
        {REGION_TRUNG,
         "Giá một ngàn không trăm lẻ bốn đồng, hai mươi tư ngàn."},
        {REGION_NAM, "Giá một ngàn không trăm lẻ bốn đồng, hai mươi bốn ngàn."},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        TEST_ARENA(mem);
        struct lexicon lexicon = load_words(&mem);
        struct script_options options = {.region = cases[i].region};

        check_str(
            cases[i].spoken,
            script_line(STR("Giá 1.004 đồng, 24k."), &lexicon, &options, &mem),
            str_from(cases[i].spoken));
    }
}

static void test_nothing_to_read(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct lexicon lexicon = load_words(&mem);
    struct block block = BLOCK(ROLE_BODY, "* * *");
    struct article article = {.blocks = &block, .block_count = 1};
    struct script script = {0};
    struct error err = {0};

    assert_false(
        script_write(&script, &article, &lexicon, &plain_options, &mem, &err));
    assert_int_equal(err.code, ERROR_INPUT);
}

/* A paragraph longer than a piece keeps all of its words. */
static void test_long_paragraph(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct buf text = {.mem = &mem};
    struct block block = {.role = ROLE_BODY};
    struct script script;
    size_t words = 0;

    while (text.len < 5 * PIECE_BYTES)
        buf_add(&text, STR("ta đi "));
    block.text = buf_str(&text);
    script = write_script(&block, 1, &plain_options, &mem);
    for (size_t i = 0; i < script.sentence_count; i++)
        words += script.sentences[i].word_count;
    assert_int_equal(words, 2 * (block.text.len / STR("ta đi ").len));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_examples),
        cmocka_unit_test(test_gold),
        cmocka_unit_test(test_roles),
        cmocka_unit_test(test_captions_and_sources),
        cmocka_unit_test(test_opening),
        cmocka_unit_test(test_chapters),
        cmocka_unit_test(test_many_chapters_are_grouped),
        cmocka_unit_test(test_skips),
        cmocka_unit_test(test_articles_are_right),
        cmocka_unit_test(test_regions),
        cmocka_unit_test(test_nothing_to_read),
        cmocka_unit_test(test_long_paragraph),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
