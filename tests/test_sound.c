/* The limiter, the timeline, and takes on their way through the spool. */
#include "check.h"

#include <math.h>
#include <opus.h>
#include <unistd.h>

#include "base/io.h"
#include "sound/encoder.h"
#include "sound/limiter.h"
#include "sound/loudness.h"
#include "sound/mix.h"
#include "sound/take.h"
#include "sound/timeline.h"

#define PI 3.14159265358979323846

/* Halfway between its samples a sine of a quarter of the rate, begun at 45
 * degrees, is 3 dB higher than any of them: only a true-peak meter sees it. */
static void fill_sine(float *samples, size_t count, double amplitude)
{
    for (size_t i = 0; i < count; i++)
        samples[i] = (float)(amplitude * sin(PI / 2 * (double)i + PI / 4));
}

static void test_limiter_finds_peaks_between_samples(void **state)
{
    (void)state;
    static const struct {
        const char *row;
        double amplitude, ceiling, peak;
    } cases[] = {
        {"below", 0.5, 0.7, 0.5},
        {"samples below, curve above", 0.9, 0.7, 0.7},
        {"far above", 4.0, 0.5, 0.5},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TEST_ARENA(mem);
        size_t count = AUDIO_RATE_HZ / 10;
        float *samples = ARENA_ARRAY(&mem, float, count);
        double peak;

        fill_sine(samples, count, cases[i].amplitude);
        peak = limiter_apply(samples, count, cases[i].ceiling);
        check_true(cases[i].row, fabs(peak - cases[i].peak) < 0.03);
        check_true(cases[i].row, peak < cases[i].ceiling * 1.01);
    }
}

static void test_limiter_leaves_the_rest_alone(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    size_t count = AUDIO_RATE_HZ;
    float *samples = ARENA_ARRAY(&mem, float, count);

    for (size_t i = 0; i < count; i++)
        samples[i] = 0.25f;
    samples[count / 2] = 1;
    limiter_apply(samples, count, 0.5);
    assert_true(samples[count / 2] < 0.51f);
    assert_true(fabsf(samples[count / 4] - 0.25f) < 1e-6f);
    assert_true(fabsf(samples[count - 1] - 0.25f) < 1e-4f);
    for (size_t i = 1; i < count; i++)
        assert_true(samples[i] > 0.1f && samples[i] < 0.51f);
}

/* An edition of three sentences in two paragraphs, two chapters. */
struct small {
    struct block blocks[2];
    struct word word; /* of them all */
    struct sentence sentences[3];
    struct chapter chapters[2];
    struct article article;
    struct script script;
    struct take takes[3];
    struct timeline timeline;
    struct voice voice;
};

static void small_lay(struct small *small, struct arena *mem)
{
    struct pacing pacing = {
        .article = &small->article,
        .script = &small->script,
        .voice = &small->voice,
        .room = small->timeline.room,
    };

    timeline_begin(&small->timeline, &pacing, mem);
    for (size_t i = 0; i < small->script.sentence_count; i++)
        timeline_lay(&small->timeline, i, &small->takes[i], &pacing);
}

static void small_make(struct small *small, struct arena *mem)
{
    *small = (struct small){
        .blocks = {{.role = ROLE_BODY}, {.role = ROLE_BODY}},
        .sentences = {{.block = 0}, {.block = 0}, {.block = 1}},
        .chapters = {{.first_sentence = 0}, {.first_sentence = 2}},
        .takes = {{.sample_count = 1000, .packet_count = 3},
                  {.sample_count = 30000, .packet_count = 63},
                  {.sample_count = 100, .packet_count = 1}},
        .voice = {.joint_ms = {[JOINT_SENTENCE] = 100, [JOINT_CHAPTER] = 1000}},
    };
    small->article =
        (struct article){.blocks = small->blocks, .block_count = 2};
    small->script = (struct script){.sentences = small->sentences,
                                    .sentence_count = 3,
                                    .chapters = small->chapters,
                                    .chapter_count = 2};
    small->word.mark = MARK_STOP;
    for (size_t i = 0; i < 3; i++) {
        small->sentences[i].words = &small->word;
        small->sentences[i].word_count = 1;
    }
    small_lay(small, mem);
}

static void test_timeline(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct small small;

    small_make(&small, &mem);
    assert_int_equal(small.timeline.sentences[0], 0);
    /* 1000 + 2400 samples, up to a packet */
    assert_int_equal(small.timeline.sentences[1], 3840);
    /* 3840 + 30000 + 24000, up to a second */
    assert_int_equal(small.timeline.sentences[2], 3 * AUDIO_RATE_HZ);
    assert_int_equal(small.timeline.chapters[0], 0);
    assert_int_equal(small.timeline.chapters[1], 3 * AUDIO_RATE_HZ);
    assert_int_equal(small.timeline.total, 3 * AUDIO_RATE_HZ + 2880);
}

static void test_room(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct small small;

    small_make(&small, &mem);
    small.blocks[1].role = ROLE_HEADING;
    small.chapters[1].level = 1;
    small.timeline.room =
        (struct room){PACKET_SAMPLES, AUDIO_RATE_HZ, 2 * PACKET_SAMPLES};
    small_lay(&small, &mem);
    assert_int_equal(small.timeline.sentences[0], PACKET_SAMPLES);
    assert_int_equal(small.timeline.chapters[0], 0);
    assert_int_equal(small.timeline.chapters[1], 4 * AUDIO_RATE_HZ);
    assert_int_equal(small.timeline.total,
                     4 * AUDIO_RATE_HZ + 2880 + 2 * PACKET_SAMPLES);
}

static void test_sentences_never_overlap_packets(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct small small;

    small_make(&small, &mem);
    small.voice.joint_ms[JOINT_SENTENCE] = 0;
    small_lay(&small, &mem);
    assert_int_equal(small.timeline.sentences[1], 3 * PACKET_SAMPLES);
}

/* Writes a take of `count` samples of one value. */
static struct result written(int16_t value, uint32_t count, struct arena *mem)
{
    struct error err;
    struct result result = {.fd = io_spool("/tmp", &err)};
    struct pcm pcm = {.samples = ARENA_ARRAY(mem, int16_t, count),
                      .sample_count = count,
                      .words = ARENA_ONE(mem, struct interval),
                      .energies =
                          ARENA_ARRAY(mem, float, loudness_packets(count))};
    struct packets packets = {.bytes = STR("xyz"), .count = 1};

    for (uint32_t i = 0; i < count; i++)
        pcm.samples[i] = value;
    assert_true(take_write(&result, &pcm, &packets, 1));
    return result;
}

static void test_mix_joins_takes_with_silence(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct small small;
    struct error err;
    struct edition edition = {.spool = io_spool("/tmp", &err)};
    struct mix mix = {.edition = &edition};
    int64_t end = 0;
    uint64_t sum = 0, count = 0;

    assert_true(edition.spool >= 0);
    small_make(&small, &mem);
    for (size_t i = 0; i < 3; i++) {
        struct result result =
            written((int16_t)(i + 1), small.takes[i].sample_count, &mem);

        small.takes[i].words = ARENA_ONE(&mem, struct interval);
        assert_true(
            take_store(&small.takes[i], &result, 1, edition.spool, &end, &err));
        close(result.fd);
    }
    edition.article = &small.article;
    edition.script = &small.script;
    edition.takes = small.takes;
    edition.timeline = &small.timeline;
    edition.parts = (struct parts){small.takes, small.timeline.sentences, 3};
    do {
        assert_true(mix_next(&mix, &err));
        for (size_t i = 0; i < mix.count; i++)
            sum += (uint64_t)mix.samples[i];
        count += mix.count;
    } while (mix.count > 0);
    assert_int_equal(count, small.timeline.total);
    assert_int_equal(sum, 1000 * 1 + 30000 * 2 + 100 * 3);
    close(edition.spool);
}

static void test_take_of_another_sentence_is_refused(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct error err = {0};
    struct take take = {.words = ARENA_ONE(&mem, struct interval)};
    int64_t end = 0;
    int spool = io_spool("/tmp", &err);
    struct result result = written(1, 10, &mem), cut = result;

    assert_false(take_store(&take, &result, 2, spool, &end, &err));
    assert_int_equal(err.code, ERROR_INTERNAL);
    cut.size_bytes = 5;
    assert_false(take_store(&take, &cut, 1, spool, &end, &err));
    cut.size_bytes = result.size_bytes - 1;
    assert_false(take_store(&take, &cut, 1, spool, &end, &err));
    close(result.fd);
    assert_int_equal(end, 0);
    close(spool);
}

/* A sine of 997 Hz at full scale is -3.01 LUFS (BS.1770-4, 2.3). */
static void test_loudness_of_a_sine(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    size_t count = AUDIO_RATE_HZ;
    int16_t *samples = ARENA_ARRAY(&mem, int16_t, count);
    float *energies = ARENA_ARRAY(&mem, float, loudness_packets(count));
    struct error err;
    double sum = 0;

    for (size_t i = 0; i < count; i++)
        samples[i] = (int16_t)lround(
            32767 * sin(2 * PI * 997 * (double)i / AUDIO_RATE_HZ));
    assert_true(loudness_weigh(energies, samples, count, &err));
    for (size_t i = loudness_packets(count) / 2; i < loudness_packets(count);
         i++)
        sum += (double)energies[i] / (double)(loudness_packets(count) / 2);
    assert_true(fabs(-0.691 + 10 * log10(sum) + 3.01) < 0.1);
}

static double energy_of(const int16_t *samples, size_t count)
{
    double sum = 0;

    for (size_t i = 0; i < count; i++)
        sum += (double)samples[i] * samples[i];
    return sum / (double)count;
}

static void decode(int16_t *heard, OpusDecoder *decoder, str packet)
{
    assert_int_equal(opus_decode(decoder, (const unsigned char *)packet.s,
                                 (opus_int32)packet.len, heard, PACKET_SAMPLES,
                                 0),
                     PACKET_SAMPLES);
}

/* The second packet of a sound, as it is heard behind silence: the first has
 * the delay of the coding in it. */
static void hear_second(int16_t *heard, const struct encoding *encoding,
                        const struct pcm *pcm, struct arena mem)
{
    OpusDecoder *decoder = opus_decoder_create(AUDIO_RATE_HZ, 1, NULL);
    struct encoder_facts facts;
    struct packets packets;
    struct error err = {0};
    uint16_t len;

    assert_true(encoder_learn(&facts, encoding, &mem, &err));
    assert_true(encoder_run(&packets, pcm, ENCODER_ALL, encoding, &mem, &err));
    for (int i = 0; i < 8; i++)
        decode(heard, decoder, facts.silence);
    for (int i = 0; i < 2; i++) {
        memcpy(&len, packets.bytes.s, sizeof len);
        decode(heard, decoder, (str){packets.bytes.s + sizeof len, len});
        packets.bytes = str_skip(packets.bytes, sizeof len + len);
    }
    opus_decoder_destroy(decoder);
}

/* A noise, as of a word that begins with kh or x, is as loud as it was. */
static void test_packets_after_silence(void **state)
{
    (void)state;
    int16_t noise[8 * PACKET_SAMPLES], heard[PACKET_SAMPLES];
    struct pcm pcm = {.samples = noise,
                      .sample_count = sizeof noise / sizeof noise[0]};
    uint32_t chance = 1;

    for (size_t i = 0; i < pcm.sample_count; i++) {
        chance = chance * 1664525 + 1013904223;
        noise[i] = (int16_t)((int32_t)(chance >> 16) % 2000 - 1000);
    }
    for (size_t i = 0; encoder_table[i].name; i++) {
        TEST_ARENA(mem);
        double ratio;

        hear_second(heard, &encoder_table[i], &pcm, mem);
        ratio =
            energy_of(heard, PACKET_SAMPLES) / energy_of(noise, PACKET_SAMPLES);
        check_true(encoder_table[i].name, ratio > 0.5 && ratio < 2);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_limiter_finds_peaks_between_samples),
        cmocka_unit_test(test_limiter_leaves_the_rest_alone),
        cmocka_unit_test(test_loudness_of_a_sine),
        cmocka_unit_test(test_timeline),
        cmocka_unit_test(test_room),
        cmocka_unit_test(test_sentences_never_overlap_packets),
        cmocka_unit_test(test_mix_joins_takes_with_silence),
        cmocka_unit_test(test_take_of_another_sentence_is_refused),
        cmocka_unit_test(test_packets_after_silence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
