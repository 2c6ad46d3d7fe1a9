/* Where sentences are parted, against breaks that were marked by hand; and how
 * the words of an article are delivered. */
#include "check.h"

#include "base/io.h"
#include "base/utf8.h"
#include "words/lexicon.h"
#include "reading/script.h"
#include "speech/delivery.h"

#define EXAMPLES "tests/examples/phrasing/"
#define LISTS "voices/vi"
#define F1_LEAST 0.85
#define F1_UNSEEN_LEAST 0.68

struct score {
    size_t both, ours, theirs; /* breaks */
    size_t may;                /* of ours, where one may part as well as not */
    size_t in_names;
};

/* What stands behind a word in the examples. */
enum bar { BAR_NONE, BAR_MAY, BAR_BREAK };

static double f1(const struct score *score)
{
    return 2.0 * (double)score->both / (double)(score->ours + score->theirs);
}

static void load_lists(struct lexicon *lexicon, struct arena *mem)
{
    struct error err = {0};

    if (!lexicon_load(lexicon, LISTS, NULL, 0, mem, &err))
        fail_msg("%s", err.message);
}

/* The article of one paragraph, as it is said. */
static void plan(struct script *script, struct article *article,
                 struct block *block, const struct lexicon *lexicon,
                 struct arena *mem)
{
    struct script_options options = {.chapters = CHAPTERS_NONE};
    struct error err = {0};

    block->role = ROLE_BODY;
    *article = (struct article){.blocks = block, .block_count = 1};
    if (!script_write(script, article, lexicon, &options, mem, &err))
        fail_msg("%s", err.message);
    delivery_plan(script, article, *mem);
}

/* The line without its bars. `bars` is for each byte of what is left: the one
 * that stood right after it, blanks apart. */
static str take_bars(enum bar *bars, str line, struct arena *mem)
{
    struct buf plain = {.mem = mem};

    for (size_t i = 0; i < line.len; i++)
        if (line.s[i] == '|' || line.s[i] == '~') {
            plain.len--; /* the blank before it */
            bars[plain.len - 1] = line.s[i] == '|' ? BAR_BREAK : BAR_MAY;
        } else {
            buf_char(&plain, line.s[i]);
        }
    return buf_str(&plain);
}

/* Up to the next word: the punctuation may stand before the bar. */
static enum bar bar_after(const enum bar *bars, str text,
                          const struct word *word)
{
    size_t at = (size_t)(word->written.s - text.s) + word->written.len;
    size_t end = (size_t)(word[1].written.s - text.s);

    for (; at > 0 && at <= end; at++)
        if (bars[at - 1] != BAR_NONE)
            return bars[at - 1];
    return BAR_NONE;
}

static bool is_capital(const struct word *word)
{
    return utf8_is_upper(utf8_peek(word->written));
}

/* Breaks at punctuation agree by themselves: they are counted apart. */
static void score_line(struct score *all, struct score *joints, str line,
                       const struct lexicon *lexicon, struct arena mem)
{
    enum bar *bars = ARENA_ARRAY(&mem, enum bar, line.len);
    struct block block = {.text = take_bars(bars, line, &mem)};
    struct article article;
    struct script script;

    plan(&script, &article, &block, lexicon, &mem);
    for (size_t s = 0; s < script.sentence_count; s++)
        for (size_t i = 0; i + 1 < script.sentences[s].word_count; i++) {
            const struct word *word = &script.sentences[s].words[i];
            bool ours = word->mark != MARK_NONE;
            enum bar bar = bar_after(bars, block.text, word);
            bool theirs = bar == BAR_BREAK;

            all->may += ours && bar == BAR_MAY;
            all->both += ours && theirs;
            all->ours += ours;
            all->theirs += theirs;
            if (word->mark > MARK_JOINT)
                continue;
            joints->both += ours && theirs;
            joints->ours += ours;
            joints->theirs += theirs;
            joints->in_names +=
                ours && is_capital(word) && is_capital(word + 1);
        }
}

static void score_file(struct score *all, struct score *joints,
                       const char *path, const struct lexicon *lexicon,
                       struct arena mem)
{
    struct error err;
    str text;

    assert_true(io_read_file(&text, path, &mem, &err));
    while (text.len > 0)
        score_line(all, joints, str_cut(text, '\n', &text), lexicon, mem);
}

static void test_breaks(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct score all = {0}, joints = {0};
    struct lexicon lexicon;

    load_lists(&lexicon, &mem);
    score_file(&all, &joints, EXAMPLES "news_1.txt", &lexicon, mem);
    score_file(&all, &joints, EXAMPLES "news_2.txt", &lexicon, mem);
    print_message("# 100 sentences: F1 %.3f, without punctuation %.3f\n",
                  f1(&all), f1(&joints));
    assert_true(f1(&all) >= F1_LEAST);
    assert_int_equal(joints.in_names, 0);
    score_file(&all, &joints, EXAMPLES "news_3.txt", &lexicon, mem);
    score_file(&all, &joints, EXAMPLES "news_4.txt", &lexicon, mem);
    score_file(&all, &joints, EXAMPLES "news_5.txt", &lexicon, mem);
    assert_int_equal(joints.in_names, 0);
    all = joints = (struct score){0};
    score_file(&all, &joints, EXAMPLES "unseen.txt", &lexicon, mem);
    print_message("# unseen: F1 %.3f, without punctuation %.3f\n", f1(&all),
                  f1(&joints));
    assert_true(f1(&all) >= F1_UNSEEN_LEAST);
    assert_int_equal(joints.in_names, 0);
    all.ours -= all.may;
    print_message("# unseen, where it may be parted apart: F1 %.3f\n",
                  f1(&all));
}

/* The words with their deliveries: 'f' focus, 'q' quoted, 'a' aside. */
static str deliveries(const struct script *script, struct arena *mem)
{
    static const char letters[DELIVERY_COUNT] = {
        [DELIVERY_PLAIN] = '.',
        [DELIVERY_FOCUS] = 'f',
        [DELIVERY_QUOTED] = 'q',
        [DELIVERY_ASIDE] = 'a',
    };
    struct buf out = {.mem = mem};

    for (size_t s = 0; s < script->sentence_count; s++)
        for (size_t i = 0; i < script->sentences[s].word_count; i++)
            buf_char(&out, letters[script->sentences[s].words[i].delivery]);
    return buf_str(&out);
}

static void test_deliveries(void **state)
{
    (void)state;
    static const struct {
        const char *text, *want;
    } cases[] = {
        {"Có 15 em.", ".f."},
        {"Ông Lò Văn Pâng cảm ơn. Lò Văn Pâng về.", ".fff......"},
        {"Sở Nông nghiệp họp.", "...."},
        {"Bà nói: “Chúng tôi sẽ làm ngay.”", "..qqqqq"},
        {"Anh nói \"tôi sẽ đi. Tôi sẽ về\" rồi đi.", "..qqqqqq.."},
        {"Mô hình “đòn bẩy” tốt.", "....."},
        {"Xã Mường La (tỉnh Sơn La) họp.", "fffaaa."},
        {"Một (hai ba", ".aa"},
        {"Một) hai” ba", "..."},
        {"“Một hai ba bốn năm", "qqqqq"},
    };
    TEST_ARENA(mem);
    struct lexicon lexicon;

    load_lists(&lexicon, &mem);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct arena tmp = mem;
        struct block block = {.text = str_from(cases[i].text)};
        struct article article;
        struct script script;

        plan(&script, &article, &block, &lexicon, &tmp);
        check_str(cases[i].text, deliveries(&script, &tmp),
                  str_from(cases[i].want));
    }
}

/* The commas behind words: 'i' between the items of a list. */
static void test_lists(void **state)
{
    (void)state;
    static const struct {
        const char *text, *want;
    } cases[] = {
        {"Dân trồng lúa, ngô, khoai và sắn.", "..ii.."},
        {"Có gạo, mắm, muối, dầu.", ".iii"},
        {"Bà Sương, trưởng bản, cho biết.", ".,.,."},
        {"Hôm nay, tại Hà Nội, ông Ba và bà Tư về.", ".,..,....."},
        {"Nếu mưa, dân nghỉ.", ".,."},
    };
    TEST_ARENA(mem);
    struct lexicon lexicon;

    load_lists(&lexicon, &mem);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct arena tmp = mem;
        struct block block = {.text = str_from(cases[i].text)};
        struct article article;
        struct script script;
        struct buf got = {.mem = &tmp};

        plan(&script, &article, &block, &lexicon, &tmp);
        for (size_t w = 0; w + 1 < script.sentences[0].word_count; w++)
            buf_char(&got, script.sentences[0].words[w].mark == MARK_ITEM ? 'i'
                           : script.sentences[0].words[w].mark == MARK_COMMA
                               ? ','
                               : '.');
        check_str(cases[i].text, buf_str(&got), str_from(cases[i].want));
    }
}

/* Ten thousand brackets, quotations, names: in time that grows with them. */
static void test_long_lines(void **state)
{
    (void)state;
    static const char *const parts[] = {"( ",       "“a ", "\" ",
                                        "An Bình ", "để ", "ở trong khi "};
    TEST_ARENA(mem);
    struct lexicon lexicon;

    load_lists(&lexicon, &mem);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        struct arena tmp = mem;
        struct buf text = {.mem = &tmp};
        struct block block = {0};
        struct article article;
        struct script script;

        buf_add(&text, STR("a "));
        for (int n = 0; n < 10000; n++)
            buf_add(&text, str_from(parts[i]));
        block.text = buf_str(&text);
        plan(&script, &article, &block, &lexicon, &tmp);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_breaks),
        cmocka_unit_test(test_deliveries),
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_long_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
