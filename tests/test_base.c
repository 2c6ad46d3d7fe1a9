/* Arena, text views, buffers, UTF-8. */
#include "check.h"

#include "base/utf8.h"

static void test_arena_by_value_is_scratch(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    char *first = ARENA_ARRAY(&mem, char, 10);
    struct arena scratch = mem;
    char *lent = ARENA_ARRAY(&scratch, char, 100);
    char *second;

    memset(lent, 'x', 100);
    second = ARENA_ARRAY(&mem, char, 100);
    assert_ptr_equal(lent, second);
    assert_ptr_not_equal(first, second);
    for (size_t i = 0; i < 100; i++)
        assert_int_equal(second[i], 0);
}

static void test_buffer_grows_past_other_takes(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct buf out = {.mem = &mem};

    for (int i = 0; i < 1000; i++) {
        buf_format(&out, "%03d,", i);
        if (i % 100 == 0)
            ARENA_ONE(&mem, int);
    }
    assert_int_equal(out.len, 4000);
    check_str("tail", str_skip(buf_str(&out), 3992), STR("998,999,"));
}

static void test_cut(void **state)
{
    (void)state;
    static const struct {
        const char *text, *head, *rest;
    } cases[] = {
        {"a,b", "a", "b"}, {",b", "", "b"}, {"a,", "a", ""},
        {"a", "a", ""},    {"", "", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        str rest = str_from(cases[i].text);
        str head = str_cut(rest, ',', &rest);

        check_str(cases[i].text, head, str_from(cases[i].head));
        check_str(cases[i].text, rest, str_from(cases[i].rest));
    }
}

static void test_numbers(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool good;
        double value;
    } cases[] = {
        {"1.5", true, 1.5}, {"-19", true, -19}, {"", false, 0},
        {" 1", false, 0},   {"1,5", false, 0},  {"1e999", false, 0},
        {"1x", false, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        double value = 0;
        bool good = str_to_double(str_from(cases[i].text), &value);

        check_true(cases[i].text, good == cases[i].good);
        check_true(cases[i].text, value == cases[i].value);
    }
}

static void test_clean(void **state)
{
    (void)state;
    static const struct {
        const char *bytes, *clean;
    } cases[] = {
        {"\xEF\xBB\xBFxin", "xin"},
        {"a\r\nb\rc", "a\nb\nc"},
        {"a\x01"
         "b\x7F",
         "a b "},
        {"\xFFx", "\xEF\xBF\xBDx"},
        {"e\xCC\x82\xCC\x81", "\xE1\xBA\xBF"}, /* e, circumflex, acute: ế */
        {"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TEST_ARENA(mem);
        str clean = utf8_clean(str_from(cases[i].bytes), &mem);

        check_str(cases[i].bytes, clean, str_from(cases[i].clean));
        check_true(cases[i].bytes, utf8_valid(clean));
    }
}

static void test_head_cuts_no_character(void **state)
{
    (void)state;
    str text = STR("b\xC3\xA1o");

    check_str("2", utf8_head(text, 2), STR("b"));
    check_str("3", utf8_head(text, 3), STR("b\xC3\xA1"));
    check_str("9", utf8_head(text, 9), text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arena_by_value_is_scratch),
        cmocka_unit_test(test_buffer_grows_past_other_takes),
        cmocka_unit_test(test_cut),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_clean),
        cmocka_unit_test(test_head_cuts_no_character),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
