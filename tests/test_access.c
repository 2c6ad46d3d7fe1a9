/* Names of files from titles. */
#include "check.h"

#include "access/filename.h"
#include "base/utf8.h"

static const struct {
    const char *title, *name;
} names[] = {
    {"Nước sạch về bản", "Nước sạch về bản"},
    {"Lịch họp 27/5: bản A\\B | bản C", "Lịch họp 27-5- bản A-B - bản C"},
    {"\"Ai\" <là> *bạn*?", "Ai là bạn"},
    {"Hết rồi...", "Hết rồi"},
    {"  hai   chỗ\ttrống ", "hai chỗ trống"},
    {"???", ""},
    {"", ""},
    {"CON", "CON"}, /* stands behind a number, so it names no device */
};

static void test_names(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        TEST_ARENA(mem);
        struct buf out = {.mem = &mem};

        filename_add(&out, str_from(names[i].title));
        check_str(names[i].title, buf_str(&out), str_from(names[i].name));
    }
}

/* Characters of one to four bytes, with and without spaces between words. */
static const char *const words[] = {"a",    "ữ",    "bản ",
                                    "ữữ ữ", "🙂", "🙂🙂 "};

static size_t units_of(str text)
{
    size_t units = 0;

    while (text.len > 0)
        units += utf8_next(&text) > 0xFFFF ? 2 : 1;
    return units;
}

static void test_long_names(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        TEST_ARENA(mem);
        struct buf title = {.mem = &mem}, out = {.mem = &mem};

        while (title.len < 1000)
            buf_add(&title, str_from(words[i]));
        filename_add(&out, buf_str(&title));
        check_true(words[i], out.len > 0 && out.len <= FILENAME_TITLE_BYTES);
        check_true(words[i], units_of(buf_str(&out)) <= FILENAME_TITLE_UNITS);
        check_true(words[i], utf8_valid(buf_str(&out)));
        check_true(words[i], str_starts(buf_str(&title), buf_str(&out)));
        check_true(words[i], out.s[out.len - 1] != ' ');
    }
}

static void test_numbered(void **state)
{
    (void)state;
    assert_true(filename_is_numbered(STR("01 - a.mp3"), STR(".mp3")));
    assert_true(filename_is_numbered(STR("100 - .mp3"), STR(".mp3")));
    assert_false(filename_is_numbered(STR("a - b.mp3"), STR(".mp3")));
    assert_false(filename_is_numbered(STR("01 - a.jpg"), STR(".mp3")));
    assert_false(filename_is_numbered(STR("01.mp3"), STR(".mp3")));
    assert_false(filename_is_numbered(STR(""), STR(".mp3")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_long_names),
        cmocka_unit_test(test_numbered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
