/* Arena, text views, buffers, UTF-8, text inside other text. */
#include "check.h"

#include <utf8proc.h>

#include "base/encode.h"
#include "base/latin.h"
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

/* Of a large arena and of one that has no large page. */
static void test_arena_parts_do_not_overlap(void **state)
{
    (void)state;
    static const size_t sizes[] = {64 << 20, 1 << 20};

    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        TEST_ARENA(mem);
        struct arena whole = {mem.next, mem.next + sizes[i]}, rest = whole;
        struct arena part = arena_split(&rest, 4);

        assert_ptr_equal(rest.next, whole.next);
        assert_ptr_equal(rest.end, part.next);
        assert_ptr_equal(part.end, whole.end);
        assert_true(part.end - part.next <= (ptrdiff_t)sizes[i] / 4);
        assert_true(part.end - part.next > (ptrdiff_t)sizes[i] / 8);
        memset(arena_take(&part, 1000, 1, 1), 'x', 1000);
    }
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

static void test_latin_head(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t length;
    } cases[] = {
        {"", 0},
        {"a\tb\n", 4},
        {"a\r\n", 1},
        {"a\x7F", 1},
        {"Đường – “ướt” …", 30}, /* all of it */
        {"\xC2\xA0", 0},         /* a no-break space */
        {"\xC3", 0},             /* cut short */
        {"xin \xE1\xBA", 4},     /* the same */
        {"e\xCC\x81", 1},        /* not in normal form */
        {"\xE1\xB7\x87", 0},     /* the last before U+1E00 */
        {"\xE1\xBC\x80", 0},     /* the first behind U+1EFF */
        {"\xE2\x80\x8F", 0},     /* a direction, before U+2010 */
        {"\xE2\x80\xA8", 0},     /* a line separator, behind U+2027 */
        {"\xE2\x82\xAB", 0},     /* đồng */
        {"\xC0\xAF", 0},         /* overlong */
        {"\xF0\x9F\x98\x80", 0}, /* beyond three bytes */
        {"\xCB\xBF\xCC\x80", 2}, /* U+02FF, and a mark */
        {"hết rồi\xE1\xBA"
         "a",
         11}, /* a letter that does not end */
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        for (size_t before = 0; before < 20; before++) {
            TEST_ARENA(mem);
            struct buf text = {.mem = &mem};

            for (size_t k = 0; k < before; k++)
                buf_char(&text, 'o');
            buf_add(&text, str_from(cases[i].bytes));
            assert_int_equal(latin_length(buf_str(&text)),
                             before + cases[i].length);
        }
}

static void test_letters(void **state)
{
    (void)state;
    static const struct {
        int32_t code;
        bool letter, upper;
        int32_t lower;
    } cases[] = {
        {'Z', true, true, 'z'},        {'[', false, false, '['},
        {0xAA, true, false, 0xAA},     {0xB7, false, false, 0xB7},
        {0xC0, true, true, 0xE0},      {0xD7, false, false, 0xD7},
        {0xDF, true, false, 0xDF},     {0xF7, false, false, 0xF7},
        {0x110, true, true, 0x111},    {0x130, true, true, 'i'},
        {0x1AF, true, true, 0x1B0},    {0x2AF, true, false, 0x2AF},
        {0x2C6, true, false, 0x2C6},   {0x2DA, false, false, 0x2DA},
        {0x301, true, false, 0x301},   {0x1EA0, true, true, 0x1EA1},
        {0x1EF9, true, false, 0x1EF9}, {0x2013, false, false, 0x2013},
        {0x4E2D, true, false, 0x4E2D}, {UTF8_END, false, false, UTF8_END},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TEST_ARENA(mem);
        char *name = str_format(&mem, "U+%04X", (unsigned)cases[i].code);

        check_true(name, utf8_is_letter(cases[i].code) == cases[i].letter);
        check_true(name, utf8_is_upper(cases[i].code) == cases[i].upper);
        check_true(name, utf8_lower(cases[i].code) == cases[i].lower);
    }
}

static void test_encodings(void **state)
{
    (void)state;
    /* base64: RFC 4648, 10. */
    static const struct {
        void (*encode)(struct buf *out, str text);
        str text;
        const char *encoded;
    } cases[] = {
        {encode_markup,
         {"a < b & \"c\" > 'd'", 17},
         "a &lt; b &amp; &quot;c&quot; &gt; 'd'"},
        {encode_markup, {"Đà\tNẵng\n", 12}, "Đà\tNẵng\n"},
        {encode_markup, {"a\0b\x01\x1b c", 7}, "ab c"},
        {encode_markup,
         {"\xEF\xBF\xBE|\xEF\xBF\xBF|\xEF\xBF\xBD", 11},
         "||\xEF\xBF\xBD"},
        {encode_script,
         {"[\"</script>\",\"<!--\"]", 20},
         "[\"\\u003c/script>\",\"\\u003c!--\"]"},
        {encode_reference, {"ban-tin_1.mp3", 13}, "ban-tin_1.mp3"},
        {encode_reference, {"a b#1?.mp3", 10}, "a%20b%231%3F.mp3"},
        {encode_reference, {"ế:\"<", 6}, "%E1%BA%BF%3A%22%3C"},
        {encode_base64, {"", 0}, ""},
        {encode_base64, {"f", 1}, "Zg=="},
        {encode_base64, {"fo", 2}, "Zm8="},
        {encode_base64, {"foobar", 6}, "Zm9vYmFy"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TEST_ARENA(mem);
        struct buf out = {.mem = &mem};

        cases[i].encode(&out, cases[i].text);
        check_str(cases[i].encoded, buf_str(&out), str_from(cases[i].encoded));
    }
}

/* The short ways to lower case are those of Unicode. */
static void test_lower_case(void **state)
{
    (void)state;
    for (int32_t code = 0; code <= 0x10FFFF; code++)
        if (utf8_lower(code) != utf8proc_tolower(code))
            fail_msg("U+%04X becomes U+%04X", (unsigned)code,
                     (unsigned)utf8_lower(code));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arena_by_value_is_scratch),
        cmocka_unit_test(test_arena_parts_do_not_overlap),
        cmocka_unit_test(test_buffer_grows_past_other_takes),
        cmocka_unit_test(test_cut),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_clean),
        cmocka_unit_test(test_head_cuts_no_character),
        cmocka_unit_test(test_latin_head),
        cmocka_unit_test(test_letters),
        cmocka_unit_test(test_encodings),
        cmocka_unit_test(test_lower_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
