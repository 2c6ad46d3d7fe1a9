/* How loud the edition is, by ITU-R BS.1770-4, and what its outputs must do
 * about it. */
#include "sound/loudness.h"

/* Its header takes the plain name for an enum that nothing here uses. */
#define error ebur128_error
#include <ebur128.h>
#undef error
#include <math.h>
#include <stdlib.h>
#include <string.h>

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
/* Of the bits of a double: what is left has 256 classes for each doubling. */
#define CLASS_SHIFT 44
/* Read at a time; whole steps. */
#define PIECE_PACKETS (1000 * STEP_PACKETS)

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

static bool no_memory(struct error *err)
{
    return error_set(err, ERROR_INTERNAL, "libebur128: no memory");
}

void *loudness_meter(struct error *err)
{
    ebur128_state *meter = ebur128_init(1, AUDIO_RATE_HZ, EBUR128_MODE_M);

    if (!meter)
        no_memory(err);
    return meter;
}

bool loudness_weigh_next(float *energy, void *meter, const int16_t *samples,
                         size_t sample_count, struct error *err)
{
    double lufs = -HUGE_VAL;

    if (ebur128_add_frames_short(meter, samples, sample_count) !=
            EBUR128_SUCCESS ||
        ebur128_loudness_window(meter, PACKET_MS, &lufs) != EBUR128_SUCCESS)
        return no_memory(err);
    *energy = (float)energy_of(lufs);
    return true;
}

void loudness_meter_end(void *meter)
{
    ebur128_state *state = meter;

    if (state)
        ebur128_destroy(&state);
}

bool loudness_weigh(float *energies, const int16_t *samples,
                    size_t sample_count, struct error *err)
{
    void *meter = loudness_meter(err);
    bool ok = meter;

    for (size_t i = 0; ok && i < loudness_packets(sample_count); i++) {
        size_t at = i * PACKET_SAMPLES, left = sample_count - at;

        ok = loudness_weigh_next(&energies[i], meter, samples + at,
                                 left < PACKET_SAMPLES ? left : PACKET_SAMPLES,
                                 err);
    }
    loudness_meter_end(meter);
    return ok;
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
    return ok || no_memory(err);
}

/* ---- the windows of an edition -------------------------------------------
 *
 * There are too many to be kept: each look at them works them out anew. */

/* What a look does with the mean energies of the block and of the short-term
 * window that begin at a step; of one that would pass the end it is 0. */
typedef void (*look_step)(void *context, double block, double short_term);

/* The energies of packets `from` to `end`; silence where no take is. Parts
 * before `*part` end before them. */
static bool read_energies(double *energies, size_t from, size_t end,
                          size_t *part, const struct edition *edition,
                          struct error *err)
{
    const struct parts *parts = &edition->parts;
    float read[PIECE_PACKETS + SHORT_TERM_PACKETS];

    for (size_t i = 0; i < end - from; i++)
        energies[i] = 0;
    for (size_t i = *part; i < parts->count; i++) {
        const struct take *take = &parts->takes[i];
        size_t start = (size_t)(parts->starts[i] / PACKET_SAMPLES);
        size_t stop = start + loudness_packets(take->sample_count);
        size_t first = start > from ? start : from;
        size_t last = stop < end ? stop : end;

        if (start >= end)
            break;
        *part = stop <= from ? i + 1 : *part;
        if (first >= last)
            continue;
        if (!io_read_at(edition->spool, read, (last - first) * sizeof *read,
                        take->energies_at +
                            (int64_t)((first - start) * sizeof *read)))
            return error_set(err, ERROR_INTERNAL,
                             "temporary file: part %zu can't be read again",
                             i + 1);
        for (size_t k = first; k < last; k++)
            energies[k - from] = (double)read[k - first];
    }
    return true;
}

/* The mean of `packets` energies, of which `count` are left. */
static double mean_of(const double *energies, size_t packets, size_t count)
{
    double sum = 0;

    if (count < packets)
        return 0;
    for (size_t i = 0; i < packets; i++)
        sum += energies[i] / (double)packets;
    return sum;
}

static bool look(const struct edition *edition, look_step step, void *context,
                 struct error *err)
{
    double energies[PIECE_PACKETS + SHORT_TERM_PACKETS];
    /* The last packet may be cut off by the end. */
    size_t count = (size_t)(edition->timeline->total / PACKET_SAMPLES);
    size_t part = 0;

    for (size_t from = 0; from < count; from += PIECE_PACKETS) {
        size_t end = from + PIECE_PACKETS + SHORT_TERM_PACKETS;

        end = end < count ? end : count;
        if (!read_energies(energies, from, end, &part, edition, err))
            return false;
        for (size_t i = 0; i < PIECE_PACKETS && from + i < end;
             i += STEP_PACKETS)
            step(context, mean_of(energies + i, BLOCK_PACKETS, end - from - i),
                 mean_of(energies + i, SHORT_TERM_PACKETS, end - from - i));
    }
    return true;
}

/* ---- how loud they are ----------------------------------------------------
 */

/* The windows that are louder than `least`. */
struct gate {
    double least, sum;
    size_t count;
};

static bool pass(struct gate *gate, double mean)
{
    if (mean <= gate->least)
        return false;
    gate->sum += mean;
    gate->count++;
    return true;
}

static double gated_lufs(const struct gate *gate)
{
    return gate->count > 0 ? lufs_of(gate->sum / (double)gate->count)
                           : -HUGE_VAL;
}

/* The gate that lies so far from the loudness that passed another one. */
static struct gate gate_at(const struct gate *above, double distance_lu)
{
    return (struct gate){.least =
                             energy_of(fmax(gated_lufs(above) + distance_lu,
                                            ABSOLUTE_GATE_LUFS))};
}

/* The first look: the gates that depend on nothing. */
struct sound {
    struct gate blocks, short_terms;
    double loudest_block, loudest_short_term;
};

static void hear(void *context, double block, double short_term)
{
    struct sound *sound = context;

    pass(&sound->blocks, block);
    pass(&sound->short_terms, short_term);
    sound->loudest_block = fmax(sound->loudest_block, block);
    sound->loudest_short_term = fmax(sound->loudest_short_term, short_term);
}

/* ---- how far they lie apart -----------------------------------------------
 */

/* Energies in the order of their size, in classes of a hundredth of a dB or
 * so. */
static size_t class_of(double energy)
{
    uint64_t bits;

    memcpy(&bits, &energy, sizeof bits); /* in the order of what they mean */
    return (size_t)(bits >> CLASS_SHIFT);
}

/* The second look: how many short-term windows there are of each class. */
struct spread {
    struct gate blocks, short_terms;
    uint32_t *classes; /* from that of the gate on */
};

static void sort_in(void *context, double block, double short_term)
{
    struct spread *spread = context;

    pass(&spread->blocks, block);
    if (pass(&spread->short_terms, short_term))
        spread->classes[class_of(short_term) -
                        class_of(spread->short_terms.least)]++;
}

/* The third look: the window that so many are softer than. */
struct rank {
    size_t class, nth; /* of all, and of those in its class */
    double *members;
    size_t count;
};

static struct rank rank_of(const struct spread *spread, double share,
                           struct arena *mem)
{
    size_t last = spread->short_terms.count - 1, class = 0;
    struct rank rank = {.nth = (size_t)lround((double)last * share)};

    while (rank.nth >= spread->classes[class])
        rank.nth -= spread->classes[class ++];
    rank.class = class + class_of(spread->short_terms.least);
    rank.members = ARENA_ARRAY(mem, double, spread->classes[class]);
    return rank;
}

/* Those of both ranks. */
struct range {
    struct rank low, high;
};

static void note(struct rank *rank, double energy)
{
    if (class_of(energy) == rank->class)
        rank->members[rank->count++] = energy;
}

static void collect(void *context, double block, double short_term)
{
    struct range *range = context;

    (void)block;
    note(&range->low, short_term);
    note(&range->high, short_term);
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

static double rank_lufs(struct rank *rank)
{
    qsort(rank->members, rank->count, sizeof *rank->members, by_size);
    return lufs_of(rank->members[rank->nth]);
}

/* Fills what depends on the loudness of all windows, once that is known. */
static bool measure_gated(struct loudness *loudness, const struct sound *sound,
                          const struct edition *edition, struct arena tmp,
                          struct error *err)
{
    struct spread spread = {.blocks = gate_at(&sound->blocks, RELATIVE_GATE_LU),
                            .short_terms =
                                gate_at(&sound->short_terms, RANGE_GATE_LU)};
    size_t classes = sound->short_terms.count == 0
                         ? 0
                         : class_of(sound->loudest_short_term) + 1 -
                               class_of(spread.short_terms.least);
    struct range range;

    spread.classes = ARENA_ARRAY(&tmp, uint32_t, classes);
    if (!look(edition, sort_in, &spread, err))
        return false;
    loudness->integrated_lufs = gated_lufs(&spread.blocks);
    if (spread.short_terms.count == 0)
        return true;
    range = (struct range){rank_of(&spread, RANGE_LOW, &tmp),
                           rank_of(&spread, RANGE_HIGH, &tmp)};
    if (!look(edition, collect, &range, err))
        return false;
    loudness->range_lu = rank_lufs(&range.high) - rank_lufs(&range.low);
    return true;
}

bool loudness_measure(struct loudness *loudness, const struct edition *edition,
                      double target_lufs, struct arena tmp, struct error *err)
{
    double least = energy_of(ABSOLUTE_GATE_LUFS);
    struct sound sound = {.blocks.least = least, .short_terms.least = least};
    struct loudness made = {.integrated_lufs = -HUGE_VAL,
                            .target_lufs = target_lufs};
    float peak = 0, packets_peak = 0;

    if (!look(edition, hear, &sound, err) ||
        (sound.blocks.count > 0 &&
         !measure_gated(&made, &sound, edition, tmp, err)))
        return false;
    for (size_t i = 0; i < edition->parts.count; i++) {
        const struct take *take = &edition->parts.takes[i];

        peak = fmaxf(peak, take->true_peak);
        packets_peak = fmaxf(packets_peak, take->packets_peak);
    }
    made.true_peak_dbtp = 20 * log10((double)fmaxf(peak, packets_peak));
    made.samples_dbtp = 20 * log10((double)peak);
    made.momentary_lufs = lufs_of(sound.loudest_block);
    made.short_term_lufs = lufs_of(sound.loudest_short_term);
    if (!isinf(made.integrated_lufs))
        made.gain_db =
            fmin(target_lufs - made.integrated_lufs, LOUDNESS_RAISE_MOST_DB);
    *loudness = made;
    return true;
}
