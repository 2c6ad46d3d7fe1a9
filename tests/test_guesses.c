/* What is told as a guess: a reading that what is written does not settle. */
#include <glob.h>

#include "words.h"

#include "base/io.h"
#include "reading/script.h"

#define EXAMPLES "tests/examples/guesses/*.txt"
#define ARTICLES "tests/examples/sure/*.txt"

/* A line; the parts of it that are guesses, each after "? "; how it is spoken,
 * after "= ", where that is looked at. */
struct guessed {
    const char *file;
    str written, spoken;
    struct buf guesses;
    size_t wrong;
};

static struct script read_line(str line, const struct lexicon *lexicon,
                               struct arena *mem)
{
    struct block block = {.role = ROLE_BODY, .text = line};
    struct article article = {.blocks = &block, .block_count = 1};
    struct script_options options = {0};
    struct script script = {0};
    struct error err = {0};

    if (!script_write(&script, &article, lexicon, &options, mem, &err))
        fail_msg("%s", err.message);
    return script;
}

static void add_guesses(struct buf *out, const struct script *script)
{
    for (size_t i = 0; i < script->sentence_count; i++)
        for (size_t j = 0; j < script->sentences[i].word_count; j++)
            if (script->sentences[i].words[j].unsure)
                buf_format(out, "%.*s\n",
                           STR_ARGS(script->sentences[i].words[j].written));
}

static void add_spoken(struct buf *out, const struct script *script)
{
    for (size_t i = 0; i < script->sentence_count; i++) {
        if (i > 0)
            buf_char(out, ' ');
        script_text(out, &script->sentences[i], true);
    }
}

static void complain(struct guessed *line, const char *what, str got, str want)
{
    line->wrong++;
    print_error("%s: %.*s\n    %s %.*s\n    want %.*s\n", line->file,
                STR_ARGS(line->written), what, STR_ARGS(got), STR_ARGS(want));
}

static void judge(struct guessed *line, const struct lexicon *lexicon,
                  struct arena mem)
{
    struct script script = read_line(line->written, lexicon, &mem);
    struct buf guesses = {.mem = &mem}, spoken = {.mem = &mem};

    add_guesses(&guesses, &script);
    add_spoken(&spoken, &script);
    if (!str_eq(buf_str(&guesses), buf_str(&line->guesses)))
        complain(line, "guesses", buf_str(&guesses), buf_str(&line->guesses));
    if (line->spoken.len > 0 && !str_eq(buf_str(&spoken), line->spoken))
        complain(line, "got ", buf_str(&spoken), line->spoken);
}

/* A blank line ends a case. */
static size_t judge_file(const char *file, const struct lexicon *lexicon,
                         struct arena mem)
{
    struct guessed line = {.file = file, .guesses = {.mem = &mem}};
    struct error err = {0};
    str text;

    if (!io_read_file(&text, file, &mem, &err))
        fail_msg("%s", err.message);
    while (text.len > 0) {
        str row = str_cut(text, '\n', &text);

        if (str_starts(row, STR("? ")))
            buf_format(&line.guesses, "%.*s\n", STR_ARGS(str_skip(row, 2)));
        else if (str_starts(row, STR("= ")))
            line.spoken = str_skip(row, 2);
        else if (row.len > 0 && !str_starts(row, STR("# ")))
            line.written = row;
        if ((row.len == 0 || text.len == 0) && line.written.len > 0) {
            judge(&line, lexicon, mem);
            line.guesses.len = line.spoken.len = line.written.len = 0;
        }
    }
    return line.wrong;
}

static void test_lines(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct lexicon lexicon = load_words(&mem);
    size_t wrong = 0;
    glob_t files;

    assert_int_equal(glob(EXAMPLES, 0, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i++)
        wrong += judge_file(files.gl_pathv[i], &lexicon, mem);
    globfree(&files);
    assert_int_equal(wrong, 0);
}

/* Whole articles with a bit of everything are read without a guess. */
static void test_articles_are_sure(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct lexicon lexicon = load_words(&mem);
    struct buf guesses = {.mem = &mem};
    glob_t files;

    assert_int_equal(glob(ARTICLES, 0, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i++) {
        struct error err = {0};
        str text;

        if (!io_read_file(&text, files.gl_pathv[i], &mem, &err))
            fail_msg("%s", err.message);
        while (text.len > 0) {
            str line = str_cut(text, '\n', &text);
            struct script script = {0};

            if (line.len > 0)
                script = read_line(line, &lexicon, &mem);
            add_guesses(&guesses, &script);
        }
    }
    globfree(&files);
    check_str("guesses", buf_str(&guesses), STR(""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_articles_are_sure),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
