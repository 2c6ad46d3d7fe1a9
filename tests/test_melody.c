/* The melody as it sounds: forty sentences, spoken and measured. */
#include "studio.h"

/* Its header takes the plain name for an enum that nothing here uses. */
#define error ebur128_error
#include <ebur128.h>
#undef error

#include "base/io.h"
#include "sound/master.h"
#include "reading/vi_phrase.h"
#include "words/lexicon.h"

/* So low that the limiter has nothing to do. */
#define TARGET_LUFS (-32)
#define CEILING_DBTP 0

#define FORTY "tests/examples/melody/forty.txt"

/* Means over the sentences. */
struct mean {
    double sum;
    size_t count;
};

static void mean_add(struct mean *mean, double value)
{
    mean->sum += value;
    mean->count++;
}

static double mean_of(const struct mean *mean)
{
    return mean->count > 0 ? mean->sum / (double)mean->count : 0;
}

/* The forty make so many texts of half a minute. */
#define TEXTS 4
#define TEXT_LINES 10

struct measures {
    struct mean fall_st;     /* over 20 syllables of a statement */
    struct mean lowering_st; /* of the last syllable, under that line */
    struct mean statement_end_st, question_end_st, comma_end_st;
    struct mean longer; /* last syllable over the same one inside */
    struct mean pause_error;
    struct mean syllables_s; /* a second, pauses inside among them */
    struct mean height_st, height_squared; /* of every syllable */
    struct mean pause_ms;
    double louder_lu[TEXTS]; /* each text than the target */
};

static bool is_level(const struct line *line, size_t i)
{
    return vi_syllable_tone(line->words[i].spoken) == TONE_LEVEL;
}

/* The straight line through the level syllables, but for the last two. */
static void fit_fall(struct measures *out, const struct line *line,
                     const struct studio *studio)
{
    size_t last = line->sentence.word_count - 1;
    double n = 0, x = 0, y = 0, xx = 0, xy = 0, slope, end;

    for (size_t i = 0; i + 1 < last; i++) {
        double st = is_level(line, i) ? height(line, i, studio) : 0;

        if (st == 0 || line->words[i].mark != MARK_NONE)
            continue;
        n++;
        x += (double)i;
        y += st;
        xx += (double)(i * i);
        xy += (double)i * st;
    }
    slope = (n * xy - x * y) / (n * xx - x * x);
    end = height(line, last, studio);
    mean_add(&out->fall_st, -slope * 20);
    if (is_level(line, last))
        mean_add(&out->lowering_st,
                 (y - slope * x) / n + slope * (double)last - end);
}

/* How long the word is inside a phrase: "đi X đi". */
static double seconds_inside(str word, const struct studio *studio,
                             struct arena mem)
{
    struct line line;
    struct buf text = {.mem = &mem};

    buf_format(&text, "đi %.*s đi", STR_ARGS(word));
    read_words(&line, buf_str(&text));
    line.words[2].mark = MARK_STOP;
    say(&line, studio, &mem);
    return seconds(&line, 1, studio);
}

/* Digital silence between word `i` and the next, against the table. */
static double pause_error(const struct line *line, size_t i,
                          const struct studio *studio)
{
    const struct speech *speech = &line->speech;
    double want = studio->voice.mark_ms[line->words[i].mark];
    size_t at = speech->words[i].end, silent = 0;

    while (at + silent < speech->sample_count &&
           speech->samples[at + silent] == 0)
        silent++;
    return fabs((double)silent * 1000 / studio->engine->rate_hz - want) / want;
}

static void measure_line(struct measures *out, struct line *line,
                         const struct studio *studio, struct arena mem)
{
    size_t last = line->sentence.word_count - 1;
    bool asks = line->words[last].mark == MARK_QUESTION;

    if (!asks)
        fit_fall(out, line, studio);
    for (size_t i = 0; i <= last; i++) {
        enum mark mark = line->words[i].mark;
        double st = height(line, i, studio);

        if (st > 0) {
            mean_add(&out->height_st, st);
            mean_add(&out->height_squared, st * st);
        }
        if (mark > MARK_NONE && i < last) {
            mean_add(&out->pause_error, pause_error(line, i, studio));
            mean_add(&out->pause_ms, studio->voice.mark_ms[mark]);
        }
        if (mark == MARK_COMMA && is_level(line, i))
            mean_add(&out->comma_end_st, height(line, i, studio));
    }
    if (is_level(line, last))
        mean_add(asks ? &out->question_end_st : &out->statement_end_st,
                 height(line, last, studio));
    mean_add(&out->longer,
             seconds(line, last, studio) /
                 seconds_inside(line->words[last].spoken, studio, mem));
    mean_add(&out->syllables_s, (double)(last + 1) * studio->engine->rate_hz /
                                    (double)line->speech.sample_count);
}

/* What a first pass makes of the line, before the limiter. */
static void add_sound(ebur128_state *meter, const struct line *line,
                      const struct studio *studio, struct arena mem)
{
    struct level level = {
        .gain_db = TARGET_LUFS - studio->voice.loudness_lufs,
        .ceiling_dbtp = CEILING_DBTP,
        .speech_lufs = TARGET_LUFS,
        .polish = polish_table,
    };
    struct mastering work;
    int16_t samples[MASTER_RUN];
    struct error err;
    size_t count;

    assert_true(master_begin(&work, &line->speech, &level, &mem, &err));
    do {
        assert_true(master_next(&work, samples, &count, &err) &&
                    ebur128_add_frames_short(meter, samples, count) == 0);
    } while (count > 0);
    master_end(&work);
}

static void measure_forty(struct measures *out, const struct studio *studio,
                          struct arena mem)
{
    struct lexicon lexicon;
    ebur128_state *meter = NULL;
    struct error err;
    str text;

    assert_true(lexicon_load(&lexicon, "voices/vi", NULL, 0, &mem, &err) &&
                io_read_file(&text, FORTY, &mem, &err));
    for (size_t n = 0; text.len > 0; n++) {
        struct arena tmp = mem;
        struct line line;
        double lufs;

        read_words(&line, str_cut(text, '\n', &text));
        vi_phrase_sentence(&line.sentence, &lexicon, tmp);
        say(&line, studio, &tmp);
        measure_line(out, &line, studio, tmp);
        if (n % TEXT_LINES == 0)
            meter = ebur128_init(1, AUDIO_RATE_HZ, EBUR128_MODE_I);
        add_sound(meter, &line, studio, tmp);
        if (n % TEXT_LINES < TEXT_LINES - 1)
            continue;
        assert_true(ebur128_loudness_global(meter, &lufs) == 0);
        out->louder_lu[n / TEXT_LINES] = lufs - TARGET_LUFS;
        ebur128_destroy(&meter);
    }
}

static bool measure(struct result *result, size_t task, void *context)
{
    struct measures measures = {0};
    struct studio studio;

    open_studio(&studio, task, context, result->mem);
    measure_forty(&measures, &studio, *result->mem);
    return process_add(result, (str){(char *)&measures, sizeof measures});
}

/* ---- what is wanted -------------------------------------------------------
 */

static void check_between(const char *voice, const char *what, double value,
                          double least, double most)
{
    print_message("# %-9s %-28s %7.2f\n", voice, what, value);
    if (value < least || value > most)
        print_error("%s: %s: %g is not between %g and %g\n", voice, what, value,
                    least, most);
    assert_true(value >= least && value <= most);
}

static void test_forty_sentences(void **state)
{
    (void)state;
    for (size_t i = 0; i < VOICE_COUNT; i++) {
        TEST_ARENA(mem);
        const char *voice = voices[i].voice;
        const struct measures *m = measure_voice(measure, i, NULL, &mem);
        double end_st = mean_of(&m->statement_end_st);

        check_between(voice, "fall over 20 syllables, st", mean_of(&m->fall_st),
                      2, 4);
        check_between(voice, "last syllable lower, st",
                      mean_of(&m->lowering_st), 2, 4);
        check_between(voice, "question ends higher, st",
                      mean_of(&m->question_end_st) - end_st, 2, 6);
        check_between(voice, "comma ends higher, st",
                      mean_of(&m->comma_end_st) - end_st, 1, 6);
        check_between(voice, "last syllable longer, %",
                      100 * (mean_of(&m->longer) - 1), 15, 35);
        check_between(voice, "pauses off the table, %",
                      100 * mean_of(&m->pause_error), 0, 5);
        check_between(voice, "syllables a second", mean_of(&m->syllables_s),
                      4.6, 5.2);
        for (size_t t = 0; t < TEXTS; t++)
            check_between(voice, "first pass off the target, LU",
                          m->louder_lu[t], -1, 1);
    }
}

/* How far the pitch of the syllables spreads about its mean. */
static double spread_st(const struct measures *m)
{
    double mean = mean_of(&m->height_st);

    return sqrt(mean_of(&m->height_squared) - mean * mean);
}

static void test_styles(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    const struct measures *own = measure_voice(measure, 0, NULL, &mem);
    const struct measures *bright = measure_voice(measure, 0, "bright", &mem);
    const struct measures *calm = measure_voice(measure, 0, "calm", &mem);

    check_between("bright", "syllables a second, times",
                  mean_of(&bright->syllables_s) / mean_of(&own->syllables_s),
                  1.03, 1.12);
    check_between("calm", "syllables a second, times",
                  mean_of(&calm->syllables_s) / mean_of(&own->syllables_s), 0.8,
                  0.93);
    check_between("bright", "spread of pitch, times",
                  spread_st(bright) / spread_st(own), 1.05, 1.4);
    check_between("calm", "spread of pitch, times",
                  spread_st(calm) / spread_st(own), 0.7, 0.97);
    check_between("bright", "higher, st",
                  mean_of(&bright->height_st) - mean_of(&own->height_st), 0.3,
                  2);
    check_between("calm", "lower, st",
                  mean_of(&own->height_st) - mean_of(&calm->height_st), 0, 1);
    check_between("bright", "pauses, times",
                  mean_of(&bright->pause_ms) / mean_of(&own->pause_ms), 0.8,
                  0.9);
    check_between("calm", "pauses, times",
                  mean_of(&calm->pause_ms) / mean_of(&own->pause_ms), 1.2, 1.4);
    for (size_t t = 0; t < TEXTS; t++) {
        check_between("bright", "first pass off the target, LU",
                      bright->louder_lu[t], -1, 1);
        check_between("calm", "first pass off the target, LU",
                      calm->louder_lu[t], -1, 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forty_sentences),
        cmocka_unit_test(test_styles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
