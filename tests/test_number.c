/* Numbers as words. */
#include "check.h"

#include "tokens/vi_number.h"

static void test_counts(void **state)
{
    (void)state;
    static const struct {
        const char *digits;
        const char *spoken[REGION_COUNT];
    } cases[] = {
        {"0", {"không", "không", "không"}},
        {"4", {"bốn", "bốn", "bốn"}},
        {"15", {"mười lăm", "mười lăm", "mười lăm"}},
        {"21", {"hai mươi mốt", "hai mươi mốt", "hai mươi mốt"}},
        {"24", {"hai mươi tư", "hai mươi tư", "hai mươi bốn"}},
        {"104", {"một trăm linh bốn", "một trăm lẻ bốn", "một trăm lẻ bốn"}},
        {"007", {"bảy", "bảy", "bảy"}},
        {"1005",
         {"một nghìn không trăm linh năm", "một ngàn không trăm lẻ năm",
          "một ngàn không trăm lẻ năm"}},
        {"2000000", {"hai triệu", "hai triệu", "hai triệu"}},
        {"1000000000", {"một tỷ", "một tỷ", "một tỷ"}},
        {"1000000000000", {"một nghìn tỷ", "một ngàn tỷ", "một ngàn tỷ"}},
        {"1000000000000000000", {"một tỷ tỷ", "một tỷ tỷ", "một tỷ tỷ"}},
        {"3000000005",
         {"ba tỷ không trăm linh năm", "ba tỷ không trăm lẻ năm",
          "ba tỷ không trăm lẻ năm"}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        for (enum region region = 0; region < REGION_COUNT; region++) {
            TEST_ARENA(mem);
            struct buf out = {.mem = &mem};

            vi_number_count(&out, str_from(cases[i].digits), region);
            check_str(cases[i].digits, buf_str(&out),
                      str_from(cases[i].spoken[region]));
        }
}

static void test_numerals(void **state)
{
    (void)state;
    static const struct {
        const char *written;
        size_t tokens; /* 0: no number */
        const char *spoken;
    } cases[] = {
        {"1.234.567,8", 7,
         "một triệu hai trăm ba mươi tư nghìn năm trăm sáu "
         "mươi bảy phẩy tám"},
        {"1,234,567", 5,
         "một triệu hai trăm ba mươi tư nghìn năm trăm sáu "
         "mươi bảy"},
        {"1,299.5", 5, "một nghìn hai trăm chín mươi chín phẩy năm"},
        {"60,240", 3, "sáu mươi phẩy hai bốn không"},
        {"2.5", 3, "hai phẩy năm"},
        {"0.500", 3, "không phẩy năm không không"},
        {"1 250 nhà", 2, "một nghìn hai trăm năm mươi"},
        {"2024 300", 1, "hai nghìn không trăm hai mươi tư"},
        {"192.168.1.1", 0, ""},
        {"1,2,3", 0, ""},
        {"\uFF12\uFF14", 1, "hai mươi tư"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TEST_ARENA(mem);
        struct buf out = {.mem = &mem};
        struct numeral numeral;
        struct line line;
        size_t end;

        line_scan(&line, str_from(cases[i].written), &mem);
        end = vi_number_scan(&numeral, &line, 0);
        check_true(cases[i].written, end == cases[i].tokens);
        if (end > 0)
            vi_number_read(&out, &numeral, REGION_BAC);
        check_str(cases[i].written, buf_str(&out), str_from(cases[i].spoken));
    }
}

static void test_roman(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int value;
    } cases[] = {
        {"I", 1},    {"IV", 4},        {"XIV", 14}, {"xxi", 21}, {"XL", 40},
        {"CM", 900}, {"MMXXIV", 2024}, {"IIII", 0}, {"VX", 0},   {"IIX", 0},
        {"MMMM", 0}, {"ABC", 0},       {"", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        check_true(cases[i].text,
                   vi_number_roman(str_from(cases[i].text)) == cases[i].value);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_counts),
        cmocka_unit_test(test_numerals),
        cmocka_unit_test(test_roman),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
