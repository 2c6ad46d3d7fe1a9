/* What a container can't hold is refused, before anything is written. */
#include "check.h"

#include <unistd.h>

#include "format/format.h"

#define HOUR ((uint64_t)3600 * AUDIO_RATE_HZ)

/* An edition without a sentence or a chapter: silence. */
static enum error_code render(const struct format *format, uint64_t total,
                              struct arena mem)
{
    const struct article article = {0};
    const struct script script = {0};
    const struct timeline timeline = {.total = total};
    const struct edition edition = {
        .article = &article,
        .script = &script,
        .timeline = &timeline,
        .silence_packet = STR("\xFC\xFF\xFE"),
    };
    struct sink sink;
    struct error err = {0};

    assert_true(sink_open(&sink, "-", &mem, &err));
    format->render(&sink, &edition, mem, &err);
    sink_close(&sink);
    return err.code;
}

static void test_a_wav_has_an_end(void **state)
{
    (void)state;
    TEST_ARENA(mem);

    assert_int_equal(render(&format_wav, AUDIO_RATE_HZ, mem), ERROR_NONE);
    assert_int_equal(render(&format_wav, 13 * HOUR, mem), ERROR_OUTPUT);
    assert_int_equal(render(&format_opus, 13 * HOUR, mem), ERROR_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_wav_has_an_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
