/* Where sentences end. */
#include "check.h"

#include "words/lexicon.h"
#include "grammar/rules.h"
#include "reading/segment.h"
#include "tokens/coined.h"

#define SCRATCH_BYTES ((size_t)64 << 20)

static const struct {
    const char *text, *sentences; /* parted by '|' */
} cases[] = {
    {"Trời mưa. Đường trơn.", "Trời mưa.|Đường trơn."},
    {"Trời mưa", "Trời mưa"},
    {"Mưa? Nắng! Gió\u2026 Bão.", "Mưa?|Nắng!|Gió\u2026|Bão."},
    {"Đoàn đến TP. Sơn La. Rồi về.", "Đoàn đến TP. Sơn La.|Rồi về."},
    {"GS.TS. Nam và PGS.TS Hoa dự.", "GS.TS. Nam và PGS.TS Hoa dự."},
    {"Tăng 1.250 hộ, tức 3.5%.", "Tăng 1.250 hộ, tức 3.5%."},
    {"Trồng ngô, sắn, v.v. và lúa.", "Trồng ngô, sắn, v.v. và lúa."},
    {"Mận, đào... đều ngon. Rẻ.", "Mận, đào... đều ngon.|Rẻ."},
    {"Anh nói: \"Tốt lắm.\" Rồi đi.", "Anh nói: \"Tốt lắm.\"|Rồi đi."},
    {"\u201CThật ư?\u201D, bà hỏi. Ông cười.",
     "\u201CThật ư?\u201D, bà hỏi.|Ông cười."},
    {"Xem tại sonla.gov.vn. Hết.", "Xem tại sonla.gov.vn.|Hết."},
    {"1. Mở đầu", "1. Mở đầu"},
    {"Bị cáo Nguyễn Văn B. (sinh năm 1990) khai.",
     "Bị cáo Nguyễn Văn B. (sinh năm 1990) khai."},
    {"Hết tháng 5. Sang tháng 6.", "Hết tháng 5.|Sang tháng 6."},
    {"Hết mưa.Trời nắng.", "Hết mưa.|Trời nắng."},
    {"...", ""},
    {"", ""},
};

static struct passage read_passage(const char *text, struct arena *mem)
{
    struct arena scratch = arena_reserve(SCRATCH_BYTES);
    struct arena whole = scratch;
    struct lexicon lexicon = {0};
    struct error err = {0};
    struct passage passage;
    struct coined coined = {.count = 0};
    const struct reading reading = {&lexicon, REGION_BAC, &coined};
    struct items items;
    struct line line;

    if (!lexicon_load(&lexicon, "voices/vi", NULL, 0, mem, &err))
        fail_msg("%s", err.message);
    line_scan(&line, str_from(text), mem);
    rules_read(&items, &line, &reading, mem, &scratch);
    segment_line(&passage, &line, &items, 0, mem, scratch);
    arena_release(&whole);
    return passage;
}

static void test_ends(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TEST_ARENA(mem);
        struct passage passage = read_passage(cases[i].text, &mem);
        struct buf got = {.mem = &mem};

        for (size_t j = 0; j < passage.sentence_count; j++) {
            if (j > 0)
                buf_char(&got, '|');
            buf_add(&got, passage.sentences[j].written);
        }
        check_str(cases[i].text, buf_str(&got), str_from(cases[i].sentences));
    }
}

/* Nine words and a comma, many times; or no comma at all. */
static void check_long(const char *tenth)
{
    TEST_ARENA(mem);
    struct buf text = {.mem = &mem};
    struct passage passage;

    for (int i = 0; i < 200; i++)
        buf_format(&text, "ta đi qua núi cao sông dài biển %s ", tenth);
    passage = read_passage(str_zero(buf_str(&text), &mem), &mem);
    check_true(tenth, passage.sentence_count > 3);
    for (size_t i = 0; i < passage.sentence_count; i++)
        check_true(tenth,
                   passage.sentences[i].word_count <= SEGMENT_MAX_SYLLABLES);
}

static void test_length_is_bounded(void **state)
{
    (void)state;
    check_long("rộng,");
    check_long("rộng");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ends),
        cmocka_unit_test(test_length_is_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
