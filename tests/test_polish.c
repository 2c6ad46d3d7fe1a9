/* What --sound does to tones of one frequency and two levels. */
#include "check.h"

#include <math.h>
#include <stdio.h>

#include "edition.h"
#include "sound/polish.h"

#define SECONDS 2
#define RUN_SAMPLES ((size_t)40 * POLISH_STEP)
#define SPEECH_LUFS (-19.0)

static const struct polish *polish_named(const char *name)
{
    for (const struct polish *p = polish_table; p->name; p++)
        if (str_eq(str_from(p->name), str_from(name)))
            return p;
    fail_msg("%s: no such row", name);
    return NULL;
}

/* The level that comes of a sine of this one, once it has settled. */
static double level_of(const struct polish *polish, double hz, double level_db,
                       struct arena mem)
{
    size_t count = (size_t)SECONDS * AUDIO_RATE_HZ;
    float *samples = ARENA_ARRAY(&mem, float, count);
    double amplitude = sqrt(2) * pow(10, level_db / 20), power = 0;
    struct polishing work;

    for (size_t i = 0; i < count; i++)
        samples[i] = (float)(amplitude * sin(2 * acos(-1) * hz * (double)i /
                                             AUDIO_RATE_HZ));
    polish_begin(&work, polish, SPEECH_LUFS);
    for (size_t at = 0; at < count; at += RUN_SAMPLES)
        polish_more(&work, samples + at,
                    count - at < RUN_SAMPLES ? count - at : RUN_SAMPLES);
    for (size_t i = count / 2; i < count; i++)
        power += (double)samples[i] * (double)samples[i];
    return 10 * log10(power / (double)(count - count / 2));
}

static void test_filters(void **state)
{
    (void)state;
    /* Against 1,000 Hz; soft, so that nothing is compressed. */
    static const struct {
        const char *sound;
        double hz, least_db, most_db;
    } cases[] = {
        {"natural", 15, -40, -20},      {"natural", 60, -3.5, -2.5},
        {"natural", 90, -1.5, 0},       {"natural", 9000, -0.1, 0.1},
        {"clear", 2500, 1, 3.2},        {"clear", 9500, -5.5, -3},
        {"loudspeaker", 100, -60, -25}, {"loudspeaker", 300, -6, -2},
        {"loudspeaker", 2200, 2, 5.5},  {"loudspeaker", 10000, -90, -25},
    };
    TEST_ARENA(mem);

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct polish *polish = polish_named(cases[i].sound);
        double db = level_of(polish, cases[i].hz, -60, mem) -
                    level_of(polish, 1000, -60, mem);
        char row[64];

        snprintf(row, sizeof row, "%s, %g Hz: %.2f dB", cases[i].sound,
                 cases[i].hz, db);
        check_true(row, db >= cases[i].least_db && db <= cases[i].most_db);
    }
}

/* Twelve decibels become four, where it compresses. */
static void test_compression(void **state)
{
    (void)state;
    static const struct {
        const char *sound;
        double want_db;
    } cases[] = {{"natural", 12}, {"clear", 12}, {"loudspeaker", 4}};
    TEST_ARENA(mem);

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct polish *polish = polish_named(cases[i].sound);
        double db = level_of(polish, 1000, SPEECH_LUFS, mem) -
                    level_of(polish, 1000, SPEECH_LUFS - 12, mem);
        char row[64];

        snprintf(row, sizeof row, "%s: %.2f dB", cases[i].sound, db);
        check_true(row, fabs(db - cases[i].want_db) < 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_filters),
        cmocka_unit_test(test_compression),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
