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
        {"ba", true},      {"ủy ban nhân dân", true},
        {"", false},       {"ba  ba", false},
        {" ba", false},    {"ba ", false},
        {"ba, ba", false}, {"ba fan", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        check_true(cases[i].text,
                   spoken_is_text(str_from(cases[i].text)) == cases[i].valid);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_syllables),
        cmocka_unit_test(test_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
