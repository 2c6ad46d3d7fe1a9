/* What a format can't hold is refused, and what is odd is written right. */
#include "check.h"

#include "output/format.h"
#include "output/id3.h"

#define HOUR ((uint64_t)3600 * AUDIO_RATE_HZ)

/* An edition of chapters alone, each a second long with the same title. */
static struct edition chapters_of(size_t count, str title, struct arena *mem)
{
    struct article *article = ARENA_ONE(mem, struct article);
    struct script *script = ARENA_ONE(mem, struct script);
    struct timeline *timeline = ARENA_ONE(mem, struct timeline);

    article->title = title;
    script->chapters = ARENA_ARRAY(mem, struct chapter, count);
    script->chapter_count = count;
    timeline->chapters = ARENA_ARRAY(mem, uint64_t, count);
    timeline->chapter_count = count;
    timeline->total = (uint64_t)count * AUDIO_RATE_HZ;
    for (size_t i = 0; i < count; i++) {
        script->chapters[i].title = title;
        timeline->chapters[i] = i * AUDIO_RATE_HZ;
    }
    return (struct edition){
        .article = article, .script = script, .timeline = timeline};
}

static str repeated(char c, size_t count, struct arena *mem)
{
    char *text = ARENA_ARRAY(mem, char, count);

    memset(text, c, count);
    return (str){text, count};
}

static void test_a_tag_has_an_end(void **state)
{
    (void)state;
    static const struct {
        const char *row;
        size_t chapters, title_bytes;
        bool fits;
    } cases[] = {
        {"none", 0, 10, true},
        {"as many as there are", 99, 100, true},
        {"long titles", 99, 10000, true},
        {"too long titles", 99, 11000, false},
        {"as many as are counted", 255, 10, true},
        {"too many", 256, 10, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TEST_ARENA(mem);
        str title = repeated('a', cases[i].title_bytes, &mem), tag = {0};
        struct edition edition = chapters_of(cases[i].chapters, title, &mem);
        struct error err = {0};
        bool made = id3_tag(&tag, &edition, "talk.mp3", &mem, &err);

        check_true(cases[i].row, made == cases[i].fits);
        check_true(cases[i].row, made || err.code == ERROR_OUTPUT);
        check_true(cases[i].row,
                   !made || id3_length((const void *)tag.s) == tag.len);
    }
}

static void test_texts_of_a_tag(void **state)
{
    (void)state;
    static const struct {
        const char *title;
        str frame;
    } cases[] = {
        {"Ba",
         {"TIT2\0\0\0\x03\0\0\0"
          "Ba",
          13}},
        {"ế",
         {"TIT2\0\0\0\x05\0\0\x01\xFF\xFE"
          "\xBF\x1E",
          15}},
        {"\xF0\x9F\x8E\xB5", /* a note: two units */
         {"TIT2\0\0\0\x07\0\0\x01\xFF\xFE"
          "\x3C\xD8\xB5\xDF",
          17}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TEST_ARENA(mem);
        struct edition edition = chapters_of(0, str_from(cases[i].title), &mem);
        struct error err = {0};
        str tag;

        assert_true(id3_tag(&tag, &edition, "talk.mp3", &mem, &err));
        check_str(
            cases[i].title,
            str_slice(tag, ID3_HEAD_BYTES, ID3_HEAD_BYTES + cases[i].frame.len),
            cases[i].frame);
    }
}

static void test_an_mp3_has_an_end(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct edition edition = chapters_of(0, STR("Dài"), &mem);
    struct timeline timeline = {.total = 150 * HOUR};
    struct error err = {0};
    struct sink sink;

    edition.timeline = &timeline;
    assert_true(sink_open(&sink, "-", &mem, &err));
    assert_false(format_mp3.render(&sink, &edition, mem, &err));
    assert_int_equal(err.code, ERROR_OUTPUT);
    sink_close(&sink);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_tag_has_an_end),
        cmocka_unit_test(test_texts_of_a_tag),
        cmocka_unit_test(test_an_mp3_has_an_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
