/* How loud the edition is, by ITU-R BS.1770-4, and what its outputs must do
 * about it. */
#include "sound/loudness.h"

/* Its header takes the plain name for an enum that nothing here uses. */
#define error ebur128_error
#include <ebur128.h>
#undef error
#include <math.h>
#include <stdlib.h>

#include "base/io.h"

#define PACKET_MS (1000 * PACKET_SAMPLES / AUDIO_RATE_HZ)
#define BLOCK_PACKETS (400 / PACKET_MS) /* a gating block */
#define STEP_PACKETS (100 / PACKET_MS)  /* blocks overlap by 75 % */
#define SHORT_TERM_PACKETS (3000 / PACKET_MS)
#define ABSOLUTE_GATE_LUFS (-70.0)
#define RELATIVE_GATE_LU (-10.0)
#define OFFSET_DB (-0.691)
/* Of the short-term levels, EBU Tech 3342. */
#define RANGE_GATE_LU (-20.0)
#define RANGE_LOW 0.10
#define RANGE_HIGH 0.95

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

bool loudness_of(double *lufs, const float *samples, size_t count,
                 struct error *err)
{
    ebur128_state *meter = ebur128_init(1, AUDIO_RATE_HZ, EBUR128_MODE_I);
    bool ok =
        meter &&
        ebur128_add_frames_float(meter, samples, count) == EBUR128_SUCCESS &&
        ebur128_loudness_global(meter, lufs) == EBUR128_SUCCESS;

    if (meter)
        ebur128_destroy(&meter);
    return ok || error_set(err, ERROR_INTERNAL, "libebur128: no memory");
}

/* The energy of every packet of the edition; silence where no take is. */
static bool gather(float *energies, const struct edition *edition,
                   struct error *err)
{
    for (size_t i = 0; i < edition->parts.count; i++) {
        const struct take *take = &edition->parts.takes[i];
        float *at = energies + edition->parts.starts[i] / PACKET_SAMPLES;

        if (!io_read_at(edition->spool, at,
                        loudness_packets(take->sample_count) * sizeof *at,
                        take->energies_at))
            return error_set(err, ERROR_INTERNAL,
                             "temporary file: part %zu can't be read again",
                             i + 1);
    }
    return true;
}

/* The mean energies of all windows of so many packets, a step apart. */
struct windows {
    double *means;
    size_t count;
};

static struct windows windows_of(const float *energies, size_t count,
                                 size_t packets, struct arena *mem)
{
    struct windows windows = {
        .means = ARENA_ARRAY(mem, double, count / STEP_PACKETS + 1)};

    for (size_t i = 0; i + packets <= count; i += STEP_PACKETS) {
        double sum = 0;

        for (size_t k = 0; k < packets; k++)
            sum += (double)energies[i + k] / (double)packets;
        windows.means[windows.count++] = sum;
    }
    return windows;
}

/* The mean of the windows that are louder than the gate. */
static double gated_lufs(const struct windows *windows, double gate_lufs)
{
    double gate = energy_of(gate_lufs), sum = 0;
    size_t louder = 0;

    for (size_t i = 0; i < windows->count; i++)
        if (windows->means[i] > gate) {
            sum += windows->means[i];
            louder++;
        }
    return louder > 0 ? lufs_of(sum / (double)louder) : -HUGE_VAL;
}

static double integrated_lufs(const struct windows *blocks)
{
    double lufs = gated_lufs(blocks, ABSOLUTE_GATE_LUFS);

    if (isinf(lufs))
        return lufs;
    return gated_lufs(blocks,
                      fmax(lufs + RELATIVE_GATE_LU, ABSOLUTE_GATE_LUFS));
}

static double loudest_lufs(const struct windows *windows)
{
    double most = 0;

    for (size_t i = 0; i < windows->count; i++)
        most = fmax(most, windows->means[i]);
    return lufs_of(most);
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

/* How far the short-term levels lie apart; it sorts them. */
static double range_lu(struct windows *windows)
{
    double lufs = gated_lufs(windows, ABSOLUTE_GATE_LUFS), gate, last;
    size_t first = 0;

    if (isinf(lufs))
        return 0;
    gate = energy_of(fmax(lufs + RANGE_GATE_LU, ABSOLUTE_GATE_LUFS));
    qsort(windows->means, windows->count, sizeof *windows->means, by_size);
    while (windows->means[first] <= gate)
        first++;
    last = (double)(windows->count - first - 1);
    return lufs_of(windows->means[first + (size_t)lround(last * RANGE_HIGH)]) -
           lufs_of(windows->means[first + (size_t)lround(last * RANGE_LOW)]);
}

bool loudness_measure(struct loudness *loudness, const struct edition *edition,
                      double target_lufs, struct arena tmp, struct error *err)
{
    /* The last one may be cut off by the end. */
    size_t count = (size_t)(edition->timeline->total / PACKET_SAMPLES) + 1;
    float *energies = ARENA_ARRAY(&tmp, float, count);
    struct windows blocks, short_terms;
    float peak = 0, packets_peak = 0;
    double lufs;

    if (!gather(energies, edition, err))
        return false;
    blocks = windows_of(energies, count - 1, BLOCK_PACKETS, &tmp);
    short_terms = windows_of(energies, count - 1, SHORT_TERM_PACKETS, &tmp);
    lufs = integrated_lufs(&blocks);
    for (size_t i = 0; i < edition->parts.count; i++) {
        const struct take *take = &edition->parts.takes[i];

        peak = fmaxf(peak, take->true_peak);
        packets_peak = fmaxf(packets_peak, take->packets_peak);
    }
    *loudness = (struct loudness){
        .integrated_lufs = lufs,
        .true_peak_dbtp = 20 * log10((double)fmaxf(peak, packets_peak)),
        .samples_dbtp = 20 * log10((double)peak),
        .momentary_lufs = loudest_lufs(&blocks),
        .short_term_lufs = loudest_lufs(&short_terms),
        .range_lu = range_lu(&short_terms),
        .target_lufs = target_lufs,
        .gain_db =
            isinf(lufs) ? 0 : fmin(target_lufs - lufs, LOUDNESS_RAISE_MOST_DB),
    };
    return true;
}
