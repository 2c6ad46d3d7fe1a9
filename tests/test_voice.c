/* Voice files, right and wrong, and what an engine makes of one. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/io.h"
#include "speech/speak.h"

static const char *write_voice(const char *text, struct arena *mem)
{
    struct buf name = {.mem = mem};
    char path[] = "/tmp/voice-XXXXXX";
    int fd = mkstemp(path);

    assert_true(fd >= 0);
    assert_true(io_write_at(fd, text, strlen(text), 0));
    close(fd);
    buf_format(&name, "%s%c", path, '\0');
    return name.s;
}

static void test_files(void **state)
{
    (void)state;
    static const struct {
        const char *row, *text, *message; /* "": it is right */
    } cases[] = {
        {"right",
         "# a\nengine = espeak-ng\nrate = 190\nloudness = -22\n[espeak-ng]\nx",
         ""},
        {"key", "engine = e\nrate = 190\nloudness = -22\nspeed = 3\n",
         ":4: speed: no such key"},
        {"value", "engine = e\nrate = fast\n",
         ":2: rate: a number from 80 to 400 is expected"},
        {"range", "engine = e\nrate = 4000\n",
         ":2: rate: a number from 80 to 400 is expected"},
        {"manner",
         "engine = e\nrate = 190\nloudness = -22\nfall.pitch = -3\n"
         "tone.nang.rate = 10\nend.comma.volume = 1\n[e]\nx",
         ""},
        {"manner's range", "focus.pitch = 13\n",
         ":1: focus.pitch: a number from -12 to 12 is expected"},
        {"no manner", "sorrow.pitch = 1\n", ":1: sorrow.pitch: no such key"},
        {"no part", "focus.colour = 1\n", ":1: focus.colour: no such key"},
        {"missing", "engine = e\nrate = 190\n",
         ": engine, rate and loudness are needed"},
        {"empty", "", ": engine, rate and loudness are needed"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TEST_ARENA(mem);
        const char *path = write_voice(cases[i].text, &mem);
        struct error err = {0};
        struct voice voice;
        bool good = voice_load(&voice, ".", path, &mem, &err);

        unlink(path);
        check_true(cases[i].row, good == (cases[i].message[0] == '\0'));
        if (!good)
            check_str(cases[i].row,
                      str_skip(str_from(err.message), strlen(path)),
                      str_from(cases[i].message));
        if (good)
            check_str(cases[i].row, voice.engine_voice, STR("x"));
    }
}

static void test_like_another(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    const char *first = write_voice(
        "engine = e\nrate = 190\nloudness = -22\nfocus.pitch = 2\n[e]\nx",
        &mem);
    struct buf text = {.mem = &mem};
    struct error err = {0};
    const char *second, *itself;
    struct voice voice;

    buf_format(&text, "like = %s\nrate = 150\n%c", first, '\0');
    second = write_voice(text.s, &mem);
    assert_true(voice_load(&voice, ".", second, &mem, &err));
    assert_true(voice.rate_wpm == 150 &&
                voice.melody.deliveries[DELIVERY_FOCUS].pitch_st == 2);
    check_str("its own definition", voice.engine_voice, STR("x"));
    check_true("both files", str_has(voice.file, STR("rate = 190")) &&
                                 str_has(voice.file, STR("rate = 150")));

    itself = write_voice("like = /tmp/voice-like-itself\n", &mem);
    assert_int_equal(rename(itself, "/tmp/voice-like-itself"), 0);
    assert_false(voice_load(&voice, ".", "/tmp/voice-like-itself", &mem, &err));
    assert_int_equal(err.code, ERROR_INPUT);
    unlink("/tmp/voice-like-itself");
    unlink(first);
    unlink(second);
}

static void test_unknown_voice(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct error err = {0};
    struct voice voice;

    assert_false(voice_load(&voice, ".", "nobody", &mem, &err));
    assert_int_equal(err.code, ERROR_USAGE);
}

/* ---- a sentence, by an engine of the test's own ------------------------- */

#define BEEP_SAMPLES 100

static bool open_beep(struct error *err)
{
    (void)err;
    return true;
}

static bool select_beep(const struct voice *voice, struct error *err)
{
    (void)voice;
    (void)err;
    return true;
}

/* A beep a syllable, with silence around; "hỏng" ends the process. */
static bool speak_beep(struct utterance *out, const struct voice *voice,
                       const struct syllable *syllables, size_t count,
                       size_t least_samples, struct arena *mem)
{
    size_t total = (count + 2) * BEEP_SAMPLES;

    (void)voice;
    (void)least_samples;
    *out = (struct utterance){
        .samples = ARENA_ARRAY(mem, int16_t, total),
        .sample_count = total,
        .starts = ARENA_ARRAY(mem, uint32_t, count),
    };
    for (size_t i = 0; i < count; i++) {
        if (str_eq(syllables[i].text, STR("hỏng")))
            abort();
        out->starts[i] = (uint32_t)((i + 1) * BEEP_SAMPLES);
        for (size_t k = 0; k < BEEP_SAMPLES; k++)
            out->samples[out->starts[i] + k] = 1000;
    }
    return true;
}

/* The same, with marks that cross, and one behind the end. */
static bool speak_crossing(struct utterance *out, const struct voice *voice,
                           const struct syllable *syllables, size_t count,
                           size_t least_samples, struct arena *mem)
{
    static const uint32_t starts[] = {100, 300, 200, 250, 9000};

    speak_beep(out, voice, syllables, count, least_samples, mem);
    assert_true(count <= sizeof starts / sizeof starts[0]);
    memcpy(out->starts, starts, count * sizeof *starts);
    return true;
}

static const char *version_beep(void)
{
    return "0";
}

static const struct engine beep = {
    .name = "beep",
    .rate_hz = 1000,
    .open = open_beep,
    .select = select_beep,
    .speak = speak_beep,
    .version = version_beep,
};

static void test_pauses_and_word_times(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct word words[] = {
        {.spoken = STR("Một hai"), .mark = MARK_COMMA},
        {.spoken = STR("ba")},
        {.spoken = STR("bốn"), .mark = MARK_STOP},
    };
    static const struct interval want[] = {{0, 200}, {250, 350}, {350, 450}};
    struct sentence sentence = {.words = words, .word_count = 3};
    struct voice voice = {.mark_ms = {[MARK_COMMA] = 50, [MARK_STOP] = 400}};
    struct speech speech;

    for (enum speak how = SPEAK_ALL; how <= SPEAK_CAREFULLY; how++) {
        assert_true(
            speak_sentence(&speech, &sentence, &voice, &beep, how, &mem));
        assert_int_equal(speech.sample_count, 450);
        assert_int_equal(speech.lost_words, 0);
        for (size_t i = 0; i < 3; i++) {
            assert_int_equal(speech.words[i].start, want[i].start);
            assert_int_equal(speech.words[i].end, want[i].end);
        }
        assert_int_equal(speech.samples[150], 1000);
        assert_true(speech.samples[199] < 100); /* faded out */
        assert_int_equal(speech.samples[200], 0);
    }
}

static void test_marks_that_cross_are_put_in_order(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct word words[] = {{.spoken = STR("một")},
                           {.spoken = STR("hai")},
                           {.spoken = STR("ba")},
                           {.spoken = STR("bốn")},
                           {.spoken = STR("năm")}};
    static const struct interval want[] = {
        {0, 200}, {200, 200}, {200, 200}, {200, 500}, {500, 500}};
    struct sentence sentence = {.words = words, .word_count = 5};
    struct engine crossing = beep;
    struct voice voice = {0};
    struct speech speech;

    crossing.speak = speak_crossing;
    for (enum speak how = SPEAK_ALL; how <= SPEAK_CAREFULLY; how++) {
        assert_true(
            speak_sentence(&speech, &sentence, &voice, &crossing, how, &mem));
        assert_int_equal(speech.sample_count, 500);
        for (size_t i = 0; i < 5; i++) {
            assert_int_equal(speech.words[i].start, want[i].start);
            assert_int_equal(speech.words[i].end, want[i].end);
        }
    }
}

static void test_only_the_bad_word_is_lost(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct word words[] = {
        {.spoken = STR("một")}, {.spoken = STR("hỏng")}, {.spoken = STR("ba")}};
    struct sentence sentence = {.words = words, .word_count = 3};
    struct voice voice = {0};
    struct speech speech;

    assert_true(speak_sentence(&speech, &sentence, &voice, &beep, true, &mem));
    assert_int_equal(speech.lost_words, 1);
    assert_int_equal(speech.sample_count, 2 * BEEP_SAMPLES);
    assert_int_equal(speech.words[1].start, speech.words[1].end);
    sentence.words = words + 1;
    sentence.word_count = 1;
    assert_false(speak_sentence(&speech, &sentence, &voice, &beep, true, &mem));
}

/* Whatever an engine would obey, or stumble over. */
static void test_nothing_else_passes_the_door(void **state)
{
    (void)state;
    static const char *const spoken[] = {
        "\x01"
        "50P",
        "ba\x01"
        "50P",
        "google",
        "27",
        "ba,",
        "-ba",
        "[[b'a1",
        "[[b'a1]]x",
        "[[]]",
        "[[b]]",
        "[[b'a1a1]]",
        "[[(en)a]]",
        "[[_^_en]]",
        "[[b'a1|]]",
        "\xF0\x9F\x98\x80",
    };

    for (size_t i = 0; i < sizeof spoken / sizeof spoken[0]; i++) {
        TEST_ARENA(mem);
        struct word words[] = {{.spoken = str_from(spoken[i])},
                               {.spoken = STR("ba")}};
        struct sentence sentence = {.words = words, .word_count = 1};
        struct voice voice = {0};
        struct speech speech;

        check_true(spoken[i], !speak_sentence(&speech, &sentence, &voice, &beep,
                                              true, &mem));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_files),
        cmocka_unit_test(test_like_another),
        cmocka_unit_test(test_unknown_voice),
        cmocka_unit_test(test_pauses_and_word_times),
        cmocka_unit_test(test_marks_that_cross_are_put_in_order),
        cmocka_unit_test(test_only_the_bad_word_is_lost),
        cmocka_unit_test(test_nothing_else_passes_the_door),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
