/* Foreign words: from the lists, by rule, letter by letter. */
#include "words.h"

#include "words/foreign.h"
#include "words/spoken.h"

static void test_read(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct lexicon lexicon = load_words(&mem);
    static const struct {
        const char *word, *spoken; /* NULL when it can't be read */
        bool known;
    } cases[] = {
        {"Biden", "bai đần", true},
        {"BIDEN", "bai đần", true},
        {"Biden's", "bai đần", true},
        {"fans", "phan", true},
        {"MediaMart", "mi đi a mát", true},
        {"Krông", "cờ rông", true},
        {"Blake", "bờ lếch", false},
        {"Stone", "xờ tôn", false},
        {"Lukabu", "lu ca bu", false},
        {"Beckenbauer", "bê ken bao ơ", false},
        {"Quentin", "quen tin", false},
        {"Wolfgang", "uôn gang", false},
        {"Zhao", "giao", false},
        {"Gemma", "giem ma", false},
        {"Kimble", "kim bồ", false},
        {"Hüllem", "hun lem", false},
        {"Łódź", "lót", false},
        {"Żywiec", "di uy ê", false},
        {"Nguyen", "nguyên", false},
        {"Al-Masri", "an mát ri", false},
        {"O\u2019Brien", "o bờ riên", false},
        {"brrr", "bê rờ rờ rờ", false},
        {"pH", "pê hát", false},
        {"khỏeTrở", "khỏe trở", false},
        {"nghiêp", "nghiếp", false},
        {"", NULL, false},
        {"-", NULL, false},
        {"Брест", NULL, false},
        {"Biden中", NULL, false},
        {"a1", NULL, false},
        {"\xFF", NULL, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buf out = {.mem = &mem};
        bool known = false;
        bool read =
            foreign_read(&out, str_from(cases[i].word), &lexicon, &known);

        check_true(cases[i].word, read == (cases[i].spoken != NULL));
        if (read) {
            check_str(cases[i].word, buf_str(&out), str_from(cases[i].spoken));
            check_true(cases[i].word, known == cases[i].known);
        } else {
            check_true(cases[i].word, out.len == 0);
        }
    }
}

/* Every run of letters, however long and odd, is read, and in syllables. */
static void test_any_letters(void **state)
{
    (void)state;
    static const char *const letters[] = {
        "a", "e", "i", "o", "u", "y", "b", "c", "d", "g",  "h",
        "k", "l", "n", "q", "r", "s", "t", "w", "x", "ng", "ê",
    };
    enum { LETTERS = sizeof letters / sizeof letters[0], WORDS = 20000 };
    TEST_ARENA(mem);
    struct lexicon lexicon = load_words(&mem);
    uint32_t random = 1;

    for (size_t i = 0; i < WORDS; i++) {
        struct arena scratch = mem;
        struct buf word = {.mem = &scratch}, out = {.mem = &scratch};
        bool known = false;

        for (size_t n = 1 + i % 60; n > 0; n--) {
            random = random * 1664525u + 1013904223u;
            buf_add(&word, str_from(letters[(random >> 16) % LETTERS]));
        }
        buf_char(&word, '\0');
        word.len--;
        check_true(word.s,
                   foreign_read(&out, buf_str(&word), &lexicon, &known));
        check_true(word.s, spoken_is_text(buf_str(&out)));
    }
}

static void test_spell(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct lexicon lexicon = load_words(&mem);
    static const struct {
        const char *word, *spoken;
    } cases[] = {
        {"FBI", "ép bê i"}, {"w", "vê kép"}, {"ĐƯ", "đê ư"}, {"É2", "e hai"},
        {"a-b", "a bê"},    {"中", NULL},    {"", NULL},     {"\xFF", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buf out = {.mem = &mem};
        bool spelled = foreign_spell(&out, str_from(cases[i].word), &lexicon);

        check_true(cases[i].word, spelled == (cases[i].spoken != NULL));
        if (spelled)
            check_str(cases[i].word, buf_str(&out), str_from(cases[i].spoken));
    }
}

static void test_is_spelled(void **state)
{
    (void)state;
    static const char *const spelled[] = {"FBI", "HSBC",   "AFC",  "QLDA",
                                          "A",   "UBATGT", "ĐATA", "AEIO"};
    static const char *const said[] = {"NAFTA", "FIBA", "OTIS", "DELTA"};

    for (size_t i = 0; i < sizeof spelled / sizeof spelled[0]; i++)
        check_true(spelled[i], foreign_is_spelled(str_from(spelled[i])));
    for (size_t i = 0; i < sizeof said / sizeof said[0]; i++)
        check_true(said[i], !foreign_is_spelled(str_from(said[i])));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read),
        cmocka_unit_test(test_any_letters),
        cmocka_unit_test(test_spell),
        cmocka_unit_test(test_is_spelled),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
