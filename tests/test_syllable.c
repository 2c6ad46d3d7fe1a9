/* What is a Vietnamese syllable, and what is not. */
#include "check.h"

#include "words/spoken.h"

static const char *const legal[] = {
    "a",    "ở",     "ba",    "nghiêng", "nguyệt", "việt",  "nam",   "đường",
    "hòa",  "hoà",   "khỏe",  "khoẻ",    "thủy",   "thuỷ",  "qua",   "quá",
    "quy",  "quý",   "qui",   "quít",    "quốc",   "quyển", "quỳnh", "quẩy",
    "gì",   "gìn",   "giêng", "giếng",   "giễu",   "già",   "giữ",   "giường",
    "huế",  "thuở",  "khuya", "khuỷu",   "khuếch", "tuýp",  "buýt",  "xoong",
    "moóc", "ngoằn", "ngoèo", "yêu",     "yết",    "y",     "ý",     "kỳ",
    "mỹ",   "ích",   "pê",    "ăng",     "rốc",    "xi",    "ét",    "ki",
    "hươu", "rượu",  "mùa",   "mía",     "chưa",   "tuần",  "oan",   "uống",
    "ừ",    "ghế",   "nghỉ",  "kẻ",      "cạn",    "công",  "quạu",  "dét",
};

static const char *const illegal[] = {
    "",     "b",           "đắk",  "krông", "kon",    "jrai", "fan",
    "zô",   "top",         "rock", "cat",   "mat",    "hốch", "ghà",
    "nghà", "gể",          "ngế",  "cí",    "ký1",    "quốg", "iết",
    "yba",  "hóà",         "tóan", "thúơ",  "nguỹên", "a b",  "A",
    "ba ",  "ơng",         "âng1", "êng",   "ă",      "â",    "nghuyênhh",
    "\xFF", "mai\xCC\x81", "đ",    "б",     "中",
};

static void test_syllables(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof legal / sizeof legal[0]; i++)
        check_true(legal[i], vi_syllable_valid(str_from(legal[i])));
    for (size_t i = 0; i < sizeof illegal / sizeof illegal[0]; i++)
        check_true(illegal[i], !vi_syllable_valid(str_from(illegal[i])));
}

static void test_texts(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool valid;
    } cases[] = {
        {"ba", true},
        {"ủy ban nhân dân", true},
        {"", false},
        {"ba  ba", false},
        {" ba", false},
        {"ba ", false},
        {"ba, ba", false},
        {"ba fan", false},
        {"[[b'a1]] ba", true},
        {"ba [[tS'E3p]]", true},
        {"[[_b'u@6k]]", true},
        {"[[w'a:]]", true},
        {"[[b'a1b'a1]]", false},
        {"[[b]]", false},
        {"[[]]", false},
        {"[[b'a8]]", false},
        {"[[b'a11]]", false},
        {"[[b''a1]]", false},
        {"[[ba']]", false},
        {"[[_^_en]]", false},
        {"[[b'a1]]a", false},
        {"[[b'a1", false},
        {"b'a1]]", false},
        {"[[(en)a]]", false},
        {"[[b'a1_]]", false},
        {"[[\x01"
         "9P]]",
         false},
        {"[[tS'a:1tS'a:1tS'a:1tS]]", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        check_true(cases[i].text,
                   spoken_is_text(str_from(cases[i].text)) == cases[i].valid);
}

static void test_tones(void **state)
{
    (void)state;
    static const struct {
        const char *syllable;
        enum tone tone;
    } cases[] = {
        {"ba", TONE_LEVEL},       {"bạ", TONE_DOT},
        {"[[b'a1]]", TONE_LEVEL}, {"[[b'a7]]", TONE_LEVEL},
        {"[[b'a]]", TONE_LEVEL},  {"[[b'a2k]]", TONE_GRAVE},
        {"[[b'a3]]", TONE_ACUTE}, {"[[b'a:4n]]", TONE_HOOK},
        {"[[b'a5]]", TONE_TILDE}, {"[[b'a:I6]]", TONE_DOT},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        check_true(cases[i].syllable,
                   spoken_tone(str_from(cases[i].syllable)) == cases[i].tone);
}

static void test_what_was_meant(void **state)
{
    (void)state;
    static const struct {
        const char *written, *retoned; /* NULL: nothing */
    } cases[] = {
        {"tóan", "toán"}, {"mat", "mát"}, {"nguỹên", "nguyễn"},
        {"hốch", NULL},   {"fan", NULL},  {"", NULL},
        {"thúơ", "thuớ"}, {"xyz", NULL},  {"đăk", NULL},
        {"khuỷêt", NULL}, {"quốg", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TEST_ARENA(mem);
        struct buf out = {.mem = &mem};
        bool found = vi_syllable_retone(&out, str_from(cases[i].written));

        check_true(cases[i].written, found == (cases[i].retoned != NULL));
        check_str(cases[i].written, buf_str(&out),
                  str_from(found ? cases[i].retoned : ""));
    }
}

static void test_phonemes_in_syllables(void **state)
{
    (void)state;
    static const struct {
        const char *phonemes, *split; /* NULL: nothing */
    } cases[] = {
        {"b'a1", "[[b'a1]]"},
        {"S'a:1na:1d'u6", "[[S'a:1]] [[na:1]] [[d'u6]]"},
        {"k'ampu", "[[k'am]] [[pu]]"},
        {"'a1'a1", "[['a1]] [['a1]]"},
        {"tSS", NULL},
        {"b'a1_^_", NULL},
        {"", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TEST_ARENA(mem);
        struct buf out = {.mem = &mem};
        bool split = spoken_split(&out, str_from(cases[i].phonemes));

        check_true(cases[i].phonemes, split == (cases[i].split != NULL));
        if (split)
            check_str(cases[i].phonemes, buf_str(&out),
                      str_from(cases[i].split));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_syllables),
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_tones),
        cmocka_unit_test(test_what_was_meant),
        cmocka_unit_test(test_phonemes_in_syllables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
