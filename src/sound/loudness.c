/* How loud the edition is, by ITU-R BS.1770-4, and what its outputs must do
 * about it. */
#include "sound/loudness.h"

/* Its header takes the plain name for an enum that nothing here uses. */
#define error ebur128_error
#include <ebur128.h>
#undef error
#include <math.h>

#include "base/io.h"

#define PACKET_MS (1000 * PACKET_SAMPLES / AUDIO_RATE_HZ)
#define BLOCK_PACKETS (400 / PACKET_MS) /* a gating block */
#define STEP_PACKETS (100 / PACKET_MS)  /* blocks overlap by 75 % */
#define ABSOLUTE_GATE_LUFS (-70.0)
#define RELATIVE_GATE_LU (-10.0)
#define OFFSET_DB (-0.691)

static double lufs_of(double energy)
{
    return OFFSET_DB + 10 * log10(energy);
}

static double energy_of(double lufs)
{
    return pow(10, (lufs - OFFSET_DB) / 10);
}

size_t loudness_packets(size_t sample_count)
{
    return (sample_count + PACKET_SAMPLES - 1) / PACKET_SAMPLES;
}

bool loudness_weigh(float *energies, const int16_t *samples,
                    size_t sample_count, struct error *err)
{
    ebur128_state *meter = ebur128_init(1, AUDIO_RATE_HZ, EBUR128_MODE_M);
    bool ok = meter;

    for (size_t i = 0; ok && i < loudness_packets(sample_count); i++) {
        size_t at = i * PACKET_SAMPLES, left = sample_count - at;
        double lufs = -HUGE_VAL;

        ok =
            ebur128_add_frames_short(meter, samples + at,
                                     left < PACKET_SAMPLES
                                         ? left
                                         : PACKET_SAMPLES) == EBUR128_SUCCESS &&
            ebur128_loudness_window(meter, PACKET_MS, &lufs) == EBUR128_SUCCESS;
        energies[i] = (float)energy_of(lufs);
    }
    if (meter)
        ebur128_destroy(&meter);
    return ok || error_set(err, ERROR_INTERNAL, "libebur128: no memory");
}

/* The energy of every packet of the edition; silence where no take is. */
static bool gather(float *energies, const struct edition *edition,
                   struct error *err)
{
    for (size_t i = 0; i < edition->script->sentence_count; i++) {
        const struct take *take = &edition->takes[i];
        float *at = energies + edition->timeline->sentences[i] / PACKET_SAMPLES;

        if (!io_read_at(edition->spool, at,
                        loudness_packets(take->sample_count) * sizeof *at,
                        take->energies_at))
            return error_set(err, ERROR_INTERNAL,
                             "temporary file: sentence %zu can't be read again",
                             i + 1);
    }
    return true;
}

/* The mean of the blocks that are louder than the gate. */
static double gated_lufs(const float *energies, size_t count, double gate_lufs)
{
    double gate = energy_of(gate_lufs), sum = 0;
    size_t blocks = 0;

    for (size_t i = 0; i + BLOCK_PACKETS <= count; i += STEP_PACKETS) {
        double block = 0;

        for (size_t k = 0; k < BLOCK_PACKETS; k++)
            block += (double)energies[i + k] / BLOCK_PACKETS;
        if (block > gate) {
            sum += block;
            blocks++;
        }
    }
    return blocks > 0 ? lufs_of(sum / (double)blocks) : -HUGE_VAL;
}

static double integrated_lufs(const float *energies, size_t count)
{
    double lufs = gated_lufs(energies, count, ABSOLUTE_GATE_LUFS);

    if (isinf(lufs))
        return lufs;
    return gated_lufs(energies, count,
                      fmax(lufs + RELATIVE_GATE_LU, ABSOLUTE_GATE_LUFS));
}

bool loudness_measure(struct loudness *loudness, const struct edition *edition,
                      double target_lufs, struct arena tmp, struct error *err)
{
    size_t count = (size_t)(edition->timeline->total / PACKET_SAMPLES);
    float *energies = ARENA_ARRAY(&tmp, float, count);
    float peak = 0;
    double lufs;

    if (!gather(energies, edition, err))
        return false;
    lufs = integrated_lufs(energies, count);
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
