/* What a format can't hold is refused, and what is odd is written right. */
#include "check.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/utf8.h"
#include "format/cues.h"
#include "format/format.h"
#include "format/id3.h"
#include "format/mp3.h"
#include "format/peaks.h"
#include "format/shelf.h"

#define HOUR ((uint64_t)3600 * AUDIO_RATE_HZ)

/* An edition of one sentence without sound, and of chapters, each a second long
 * with the same title. */
static struct edition chapters_of(size_t count, str title, struct arena *mem)
{
    struct article *article = ARENA_ONE(mem, struct article);
    struct script *script = ARENA_ONE(mem, struct script);
    struct timeline *timeline = ARENA_ONE(mem, struct timeline);

    article->title = title;
    script->sentences = ARENA_ONE(mem, struct sentence);
    script->sentences->written = title;
    script->sentence_count = 1;
    script->chapters = ARENA_ARRAY(mem, struct chapter, count);
    script->chapter_count = count;
    timeline->sentences = ARENA_ONE(mem, uint64_t);
    timeline->chapters = ARENA_ARRAY(mem, uint64_t, count);
    timeline->chapter_count = count;
    timeline->total = (uint64_t)count * AUDIO_RATE_HZ;
    for (size_t i = 0; i < count; i++) {
        script->chapters[i].title = title;
        timeline->chapters[i] = i * AUDIO_RATE_HZ;
    }
    return (struct edition){.article = article,
                            .script = script,
                            .takes = ARENA_ONE(mem, struct take),
                            .timeline = timeline};
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

static void test_the_header_of_a_wav_has_an_end(void **state)
{
    (void)state;
    static const struct {
        const char *row;
        size_t chapters, title_bytes;
        bool fits;
    } cases[] = {
        {"none", 0, 10, true},
        {"as many as there are", 99, 100, true},
        {"long titles", 99, 350, true},
        {"too long titles", 99, 450, false},
        {"one of a book", 1, 20000, false},
        {"a thousand", 1000, 10, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TEST_ARENA(mem);
        str title = repeated('a', cases[i].title_bytes, &mem);
        struct edition edition = chapters_of(cases[i].chapters, title, &mem);
        struct error err = {0};
        struct sink sink;
        bool made;

        assert_true(sink_open(&sink, "-", &mem, &err));
        made = format_wav.render(&sink, &edition, mem, &err);
        sink_close(&sink);
        check_true(cases[i].row, made == cases[i].fits);
        check_true(cases[i].row, made || err.code == ERROR_OUTPUT);
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
    struct timeline timeline = *edition.timeline;
    struct error err = {0};
    struct sink sink;

    timeline.total = 150 * HOUR;
    edition.timeline = &timeline;
    edition.mp3_kbps = 64;
    assert_true(sink_open(&sink, "-", &mem, &err));
    assert_false(format_mp3.render(&sink, &edition, mem, &err));
    assert_int_equal(err.code, ERROR_OUTPUT);
    sink_close(&sink);
}

static int64_t size_of(int fd)
{
    return lseek(fd, 0, SEEK_END);
}

static void test_an_mp3_is_encoded_once(void **state)
{
    (void)state;
    static const struct {
        const char *row;
        struct stretch stretch; /* seconds */
        unsigned kbps;
        bool known;
    } cases[] = {
        {"the whole", {0, 2}, 64, false},
        {"the whole again", {0, 2}, 64, true},
        {"its start", {0, 1}, 64, false},
        {"its end", {1, 2}, 64, false},
        {"the whole at another rate", {0, 2}, 96, false},
        {"its start again", {0, 1}, 64, true},
    };
    TEST_ARENA(mem);
    struct edition edition = chapters_of(2, STR("Hai"), &mem);
    struct error err = {0};

    edition.spool = io_spool("/tmp", &err);
    edition.shelf = shelf_of(&edition, &mem);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct stretch stretch = {cases[i].stretch.start * AUDIO_RATE_HZ,
                                  cases[i].stretch.end * AUDIO_RATE_HZ};
        struct sink sink = {.fd = io_spool("/tmp", &err), .path = "a.mp3"};
        int64_t before = size_of(edition.spool);

        edition.mp3_kbps = cases[i].kbps;
        check_true(cases[i].row,
                   mp3_write(&sink, &edition, stretch, STR("tag"), mem, &err));
        check_true(cases[i].row, size_of(sink.fd) > 3);
        check_true(cases[i].row,
                   size_of(edition.spool) - before ==
                       (cases[i].known ? 0 : size_of(sink.fd) - 3));
        close(sink.fd);
    }
    close(edition.spool);
}

/* An edition of one sentence: words parted by blanks, each of `word_ms`, with
 * the marks of the signs at their ends. */
static struct edition sentence_of(str text, uint32_t word_ms, struct arena *mem)
{
    struct script *script = ARENA_ONE(mem, struct script);
    struct timeline *timeline = ARENA_ONE(mem, struct timeline);
    struct sentence *sentence = ARENA_ONE(mem, struct sentence);
    struct take *take = ARENA_ONE(mem, struct take);

    sentence->written = text;
    sentence->words = ARENA_ARRAY(mem, struct word, text.len + 1);
    take->words = ARENA_ARRAY(mem, struct interval, text.len + 1);
    for (str rest = text; rest.len > 0;) {
        str written = str_cut(rest, ' ', &rest);
        size_t i = sentence->word_count++;
        bool comma = str_ends(written, STR(","));

        sentence->words[i].written = (str){written.s, written.len - comma};
        sentence->words[i].mark = comma ? MARK_COMMA : MARK_NONE;
        take->words[i].start = (uint32_t)i * word_ms * AUDIO_RATE_HZ / 1000;
        take->words[i].end = (uint32_t)(i + 1) * word_ms * AUDIO_RATE_HZ / 1000;
    }
    script->sentences = sentence;
    script->sentence_count = 1;
    timeline->sentences = ARENA_ARRAY(mem, uint64_t, 1);
    return (struct edition){
        .script = script, .timeline = timeline, .takes = take};
}

static void test_cuts(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        uint32_t word_ms;
        const char *cues; /* parted by bars */
    } cases[] = {
        {"Mưa to", 200, "Mưa to"},
        /* where the phrase ends */
        {"Sáng nay trời mưa to ở các xã vùng cao, nhiều em nhỏ phải nghỉ học",
         200,
         "Sáng nay trời mưa to ở các xã vùng cao,|nhiều em nhỏ phải nghỉ học"},
        /* in the middle when it ends nowhere */
        {"một hai ba bốn năm sáu bảy tám chín mười một hai ba bốn năm sáu bảy",
         200,
         "một hai ba bốn năm sáu bảy tám chín|mười một hai ba bốn năm sáu bảy"},
        /* spoken longer than written */
        {"1.234.567 2.345.678 3.456.789", 3000,
         "1.234.567|2.345.678 3.456.789"},
        {"1.234.567 2.345.678", 9000, "1.234.567|2.345.678"},
        /* what can't be cut */
        {"ở https://thi-du.example/mot/duong/dan/rat/dai/hon/mot/dong/cua/phu/"
         "de kia",
         200,
         "ở|https://thi-du.example/mot/duong/dan/rat/dai/hon/mot/dong/cua/phu/"
         "de|kia"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TEST_ARENA(mem);
        struct edition edition =
            sentence_of(str_from(cases[i].text), cases[i].word_ms, &mem);
        struct cues cues = cues_of(&edition, 0, &mem);
        struct buf got = {.mem = &mem};

        for (size_t c = 0; c < cues.count; c++)
            buf_format(&got, "%s%.*s", c == 0 ? "" : "|",
                       STR_ARGS(cues.items[c].text));
        check_str(cases[i].text, buf_str(&got), str_from(cases[i].cues));
    }
}

/* Whatever the words, the cues are those words, in order and within limits. */
static void test_cues_of_any_words(void **state)
{
    (void)state;
    uint32_t chance = 1;

    for (int round = 0; round < 300; round++) {
        TEST_ARENA(mem);
        struct buf text = {.mem = &mem};
        struct edition edition;
        struct cues cues;
        const char *at;

        for (int i = 0; i < 400; i++) {
            static const char *const pieces[] = {"a",  "ế", " ", ", ",
                                                 "(b", "“", "",  "ngh"};

            chance = chance * 1664525 + 1013904223;
            buf_add(&text, str_from(pieces[chance >> 29]));
        }
        edition = sentence_of(str_trim(buf_str(&text)), 500, &mem);
        cues = cues_of(&edition, 0, &mem);
        at = edition.script->sentences->written.s;
        for (size_t c = 0; c < cues.count; c++) {
            const struct cue *cue = &cues.items[c];

            check_true("any", cue->text.s >= at && cue->end >= cue->start);
            for (; at < cue->text.s; at++)
                check_true("any", *at == ' ');
            at += cue->text.len;
            check_true("any", cue->end - cue->start <=
                                  CUE_MAX_SECONDS * AUDIO_RATE_HZ);
            check_true("any", utf8_count(cue->text) <= CUE_MAX_CHARACTERS ||
                                  !str_has(cue->text, STR(" ")));
        }
        check_true("any", at == edition.script->sentences->written.s +
                                    edition.script->sentences->written.len);
    }
}

/* What was found too high is softer in the next coding, in its block and on the
 * way to it, and nothing else is. */
static void test_peaks_are_softened(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    static int16_t samples[48000];
    struct peaks peaks = peaks_of(48000, -6.0206, &mem);
    size_t block = 48000 / (peaks.blocks - 1);

    assert_false(peaks_learn(&peaks, false));
    peaks.found[4] = 1;
    assert_true(peaks_learn(&peaks, false));
    for (size_t i = 0; i < 48000; i++)
        samples[i] = 10000;
    peaks_soften(samples, 1000, 0, &peaks); /* in pieces as in one */
    peaks_soften(samples + 1000, 47000, 1000, &peaks);
    for (size_t i = 0; i < 48000; i++) {
        int last = i > 0 ? samples[i - 1] : samples[0];

        assert_true(abs(samples[i] - last) < 10);
        if (i / block == 4)
            assert_true(samples[i] <= 5000);
        else if (i / block < 3 || i / block > 5)
            assert_true(samples[i] == 10000);
    }
    assert_true(peaks_learn(&peaks, true));
    peaks_soften(samples, 1, 0, &peaks);
    assert_true(samples[0] <= 5000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_tag_has_an_end),
        cmocka_unit_test(test_the_header_of_a_wav_has_an_end),
        cmocka_unit_test(test_texts_of_a_tag),
        cmocka_unit_test(test_an_mp3_has_an_end),
        cmocka_unit_test(test_an_mp3_is_encoded_once),
        cmocka_unit_test(test_peaks_are_softened),
        cmocka_unit_test(test_cuts),
        cmocka_unit_test(test_cues_of_any_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
