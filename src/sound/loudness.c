/* How loud the edition is, and what its outputs must do about it. */
#include "sound/loudness.h"

/* Its header takes the plain name for an enum that nothing here uses. */
#define error ebur128_error
#include <ebur128.h>
#undef error
#include <math.h>

#include "sound/mix.h"

static bool add_all(ebur128_state *meter, const struct edition *edition,
                    struct error *err)
{
    struct mix mix = {.edition = edition};

    do {
        if (!mix_next(&mix, err))
            return false;
        if (ebur128_add_frames_short(meter, mix.samples, mix.count) !=
            EBUR128_SUCCESS)
            return error_set(err, ERROR_INTERNAL, "libebur128: no memory");
    } while (mix.count > 0);
    return true;
}

bool loudness_measure(struct loudness *loudness, const struct edition *edition,
                      double target_lufs, struct error *err)
{
    ebur128_state *meter = ebur128_init(1, AUDIO_RATE_HZ, EBUR128_MODE_I);
    double lufs = -HUGE_VAL;
    float peak = 0;
    bool ok;

    if (!meter)
        return error_set(err, ERROR_INTERNAL, "libebur128: no memory");
    ok = add_all(meter, edition, err);
    if (ok)
        ebur128_loudness_global(meter, &lufs);
    ebur128_destroy(&meter);
    if (!ok)
        return false;
    for (size_t i = 0; i < edition->script->sentence_count; i++)
        peak = fmaxf(peak, edition->takes[i].true_peak);
    *loudness = (struct loudness){
        .integrated_lufs = lufs,
        .true_peak_dbtp = 20 * log10((double)peak),
        .target_lufs = target_lufs,
        .gain_db =
            isinf(lufs) ? 0 : fmin(target_lufs - lufs, LOUDNESS_RAISE_MOST_DB),
    };
    return true;
}
