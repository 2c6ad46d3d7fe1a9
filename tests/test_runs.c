/* Sound that is worked on in runs comes out as if it were worked on at once. */
#include "check.h"

#include <math.h>
#include <soxr.h>
#include <stdio.h>

#include "sound/master.h"

#define SOUND_MOST 5000
#define CEILING 0.5F
#define SPEECH_LUFS (-19.0)

static const size_t lengths[] = {0,    1,    479,  480,       481,
                                 1919, 1920, 1921, SOUND_MOST};
#define LENGTHS (sizeof lengths / sizeof *lengths)

/* Noise that passes the ceiling here and there, as speech does. */
static void fill(int16_t *samples, size_t count)
{
    uint32_t chance = 1;

    for (size_t i = 0; i < count; i++) {
        int32_t most = i / 300 % 3 == 1 ? 30000 : 3000;

        chance = chance * 1664525 + 1013904223;
        samples[i] = (int16_t)((int32_t)(chance >> 16) % (2 * most) - most);
    }
}

static void fill_float(float samples[SOUND_MOST])
{
    int16_t noise[SOUND_MOST];

    fill(noise, SOUND_MOST);
    for (size_t i = 0; i < SOUND_MOST; i++)
        samples[i] = (float)noise[i] / 32768;
}

static size_t lesser(size_t a, size_t b)
{
    return a < b ? a : b;
}

static void check_same(const char *what, size_t run, const float *got,
                       const float *want, size_t count)
{
    char row[64];

    snprintf(row, sizeof row, "%s, %zu samples in runs of %zu", what, count,
             run);
    check_true(row, memcmp(got, want, count * sizeof *got) == 0);
}

/* ---- the limiter and its meter ------------------------------------------ */

static void limit_in_runs(float *samples, size_t count, size_t run)
{
    struct limiter limiter = {.ceiling = CEILING};
    size_t done = 0, filled = 0;

    do {
        size_t more = lesser(run, count - filled);

        filled += more;
        done += limiter_more(&limiter, samples + done, filled - done,
                             filled == count);
    } while (filled < count);
    assert_int_equal(done, count);
}

static double peak_in_runs(const float *samples, size_t count, size_t run)
{
    static const float silence[LIMITER_CONTEXT];
    struct peak_meter meter = {0};

    for (size_t at = 0; at < count; at += run)
        for (size_t end = lesser(at + run, count), from = at; from < end;
             from += LIMITER_RUN_MOST)
            limiter_hear(&meter, samples + from,
                         lesser(LIMITER_RUN_MOST, end - from));
    limiter_hear(&meter, silence, LIMITER_CONTEXT);
    return meter.peak;
}

static void test_limiter(void **state)
{
    (void)state;
    static const size_t runs[] = {1, 333, 480, 701, 1920};
    float noise[SOUND_MOST], want[SOUND_MOST], got[SOUND_MOST];

    fill_float(noise);
    for (size_t i = 0; i < LENGTHS; i++) {
        size_t count = lengths[i];
        double peak;

        memcpy(want, noise, sizeof want);
        peak = limiter_apply(want, count, (double)CEILING);
        for (size_t k = 0; k < sizeof runs / sizeof *runs; k++) {
            memcpy(got, noise, sizeof got);
            limit_in_runs(got, count, runs[k]);
            check_same("limiter", runs[k], got, want, count);
            assert_true(peak_in_runs(got, count, runs[k]) == peak);
        }
    }
}

/* ---- the polish ---------------------------------------------------------- */

static void polish_in_runs(float *samples, size_t count, size_t run,
                           const struct polish *polish)
{
    struct polishing work;

    polish_begin(&work, polish, SPEECH_LUFS);
    for (size_t at = 0; at < count; at += run)
        polish_more(&work, samples + at, lesser(run, count - at));
}

static void test_polish(void **state)
{
    (void)state;
    static const size_t runs[] = {POLISH_STEP, 7 * (size_t)POLISH_STEP, 480,
                                  1920};
    float noise[SOUND_MOST], want[SOUND_MOST], got[SOUND_MOST];

    fill_float(noise);
    for (const struct polish *polish = polish_table; polish->name; polish++)
        for (size_t i = 0; i < LENGTHS; i++) {
            memcpy(want, noise, sizeof want);
            polish_in_runs(want, lengths[i], SOUND_MOST, polish);
            for (size_t k = 0; k < sizeof runs / sizeof *runs; k++) {
                memcpy(got, noise, sizeof got);
                polish_in_runs(got, lengths[i], runs[k], polish);
                check_same(polish->name, runs[k], got, want, lengths[i]);
            }
        }
}

/* ---- a sentence ---------------------------------------------------------- */

static void resample(float *out, size_t count, const struct speech *speech)
{
    soxr_io_spec_t io = soxr_io_spec(SOXR_INT16_I, SOXR_FLOAT32_I);
    soxr_quality_spec_t quality = soxr_quality_spec(SOXR_HQ, 0);
    size_t taken, got;

    memset(out, 0, count * sizeof *out);
    assert_null(soxr_oneshot(speech->rate_hz, AUDIO_RATE_HZ, 1, speech->samples,
                             speech->sample_count, &taken, out, count, &got,
                             &io, &quality, NULL));
}

/* Its true peak. */
static double master_at_once(int16_t *out, const struct speech *speech,
                             const struct level *level)
{
    float sound[SOUND_MOST];
    size_t count = master_count(speech);
    double peak;

    resample(sound, count, speech);
    polish_in_runs(sound, count, SOUND_MOST, level->polish);
    peak = limiter_apply(sound, count, pow(10, level->ceiling_dbtp / 20));
    for (size_t i = 0; i < count; i++)
        out[i] = master_to_s16(sound[i]);
    return peak;
}

/* The same; the words are in the arena. */
static double master_in_runs(int16_t *out, struct interval **words,
                             const struct speech *speech,
                             const struct level *level, struct arena *mem)
{
    struct mastering work;
    struct error err;
    size_t done = 0, count;

    assert_true(master_begin(&work, speech, level, mem, &err));
    do {
        int16_t run[MASTER_RUN];

        assert_true(master_next(&work, run, &count, &err));
        memcpy(out + done, run, count * sizeof *run);
        done += count;
    } while (count > 0);
    assert_int_equal(done, master_count(speech));
    master_end(&work);
    *words = work.words;
    return work.true_peak;
}

static void test_master(void **state)
{
    (void)state;
    static const uint32_t rates_hz[] = {22050, AUDIO_RATE_HZ,
                                        2 * AUDIO_RATE_HZ};
    TEST_ARENA(mem);
    int16_t noise[2 * SOUND_MOST], want[SOUND_MOST], got[SOUND_MOST];

    fill(noise, sizeof noise / sizeof *noise);
    for (size_t i = 0; i < 3 * LENGTHS; i++) {
        uint32_t rate_hz = rates_hz[i % 3];
        struct speech speech = {.samples = noise, .rate_hz = rate_hz};
        char row[64];

        speech.sample_count = lengths[i / 3] * rate_hz / AUDIO_RATE_HZ;
        snprintf(row, sizeof row, "%zu samples of %u Hz", speech.sample_count,
                 rate_hz);
        for (const struct polish *polish = polish_table; polish->name;
             polish++) {
            struct level level = {.ceiling_dbtp = -6,
                                  .speech_lufs = SPEECH_LUFS,
                                  .polish = polish};
            double peak = master_at_once(want, &speech, &level);
            struct interval *heard;

            check_true(row, master_in_runs(got, &heard, &speech, &level,
                                           &mem) == peak);
            check_true(row, memcmp(got, want,
                                   master_count(&speech) * sizeof *got) == 0);
        }
    }
}

#define WORDS 4
#define WORDS_END 3700

/* Behind some silence a word starts so much later, wherever the runs end. */
static void test_words(void **state)
{
    (void)state;
    static const struct interval words[] = {
        {0, 700}, {700, 700}, {700, 2500}, {2500, WORDS_END}};
    static const struct interval silent[] = {{700, 1100}, {2500, 3300}};
    static const uint32_t want[] = {0, 700, 1084, 3292};
    static const uint32_t late[] = {0, 1, 535, 820, 821, 1219, 1220, 1299};
    TEST_ARENA(mem);
    int16_t noise[SOUND_MOST], sound[SOUND_MOST], out[SOUND_MOST];

    fill(noise, SOUND_MOST);
    for (size_t i = 0; i < 2; i++)
        memset(noise + silent[i].start, 0,
               (silent[i].end - silent[i].start) * sizeof *noise);
    for (size_t i = 0; i < sizeof late / sizeof *late; i++) {
        const struct level level = {.ceiling_dbtp = -6, .polish = polish_table};
        struct interval given[WORDS], *heard;
        struct speech speech = {.samples = sound,
                                .sample_count = WORDS_END + late[i],
                                .rate_hz = AUDIO_RATE_HZ,
                                .words = given,
                                .word_count = WORDS};

        memset(sound, 0, sizeof sound);
        memcpy(sound + late[i], noise, WORDS_END * sizeof *sound);
        for (size_t k = 0; k < WORDS; k++)
            given[k] = (struct interval){words[k].start + late[i],
                                         words[k].end + late[i]};
        master_in_runs(out, &heard, &speech, &level, &mem);
        for (size_t k = 0; k < WORDS; k++)
            assert_int_equal(heard[k].start, want[k] + late[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_limiter),
        cmocka_unit_test(test_polish),
        cmocka_unit_test(test_master),
        cmocka_unit_test(test_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
