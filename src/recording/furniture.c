/* Other sounds of an edition, mixed with its speech. */
#include "recording/furniture.h"

#include <math.h>
#include <string.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/process.h"
#include "sound/limiter.h"
#include "sound/loudness.h"
#include "sound/mix.h"
#include "sound/take.h"

#define PER_MS (AUDIO_RATE_HZ / 1000)
#define GAP_SAMPLES (400 * PER_MS)   /* between such a sound and speech */
#define LEAD_SAMPLES (2000 * PER_MS) /* of a bed before and after speech */
#define FADE_SAMPLES (1000 * PER_MS) /* at both ends of a bed */
#define SILENT_DB (-60.0)
#define CROSS_SAMPLES (1000 * PER_MS) /* where a bed begins again */
#define RAMP_SAMPLES (FURNITURE_RAMP_MS * PER_MS)
#define HOLD_SAMPLES (FURNITURE_HOLD_MS * PER_MS)
#define PAUSE_SAMPLES (FURNITURE_PAUSE_MS * PER_MS)
#define GAIN_SAMPLES (2 * PER_MS) /* a gain is found so often */

#define PIECE_PACKETS 1500
#define MARGIN_PACKETS 50 /* of a piece: filters and encoders settle in it */
#define PIECE_LIMIT_MS 120000
#define PASSES_MOST 4
#define METERS_DIFFER_DB 0.2 /* as in cut.c */

/* ---- the sounds --------------------------------------------------------- */

static uint64_t up_to_packet(uint64_t samples)
{
    return (samples + PACKET_SAMPLES - 1) / PACKET_SAMPLES * PACKET_SAMPLES;
}

bool furniture_load(struct furniture *furniture,
                    const struct furniture_files *files, double lufs,
                    struct arena *mem, struct error *err)
{
    struct furniture made = {0};
    const struct {
        const char *path;
        struct clip *clip;
    } clips[] = {
        {files->intro, &made.intro},
        {files->outro, &made.outro},
        {files->sting, &made.sting},
        {files->bed, &made.bed},
    };

    for (size_t i = 0; i < sizeof clips / sizeof clips[0]; i++) {
        struct clip *clip = clips[i].clip;
        struct hash hash;
        uint64_t part;

        if (!clips[i].path)
            continue;
        if (!clip_load(clip, clips[i].path, lufs, mem, err))
            return false;
        hash = hash_of(
            (str){(char *)clip->samples, clip->count * sizeof *clip->samples});
        memcpy(&part, hash.bytes, sizeof part);
        made.sum = made.sum * 31 + part + i;
        made.any = true;
    }
    *furniture = made;
    return true;
}

static uint64_t with_gap(const struct clip *clip)
{
    return clip->count > 0 ? clip->count + GAP_SAMPLES : 0;
}

struct room furniture_room(const struct furniture *furniture)
{
    uint64_t lead = furniture->bed.count > 0 ? LEAD_SAMPLES : 0;
    uint64_t before = with_gap(&furniture->intro);

    if (lead > 0)
        before = furniture->intro.count + lead;
    return (struct room){
        .before = up_to_packet(before),
        .between = up_to_packet(with_gap(&furniture->sting)),
        .after = up_to_packet(furniture->outro.count + lead),
    };
}

/* ---- the bed ------------------------------------------------------------ */

/* A stretch of time in which the bed lies low. */
struct duck {
    uint64_t start, end;
};

struct ducks {
    struct duck *items;
    size_t count;
};

static void add_duck(struct ducks *ducks, uint64_t start, uint64_t end)
{
    struct duck *last = ducks->items + ducks->count - 1;

    if (ducks->count > 0 && start < last->end + PAUSE_SAMPLES)
        last->end = end;
    else
        ducks->items[ducks->count++] = (struct duck){start, end};
}

/* Where something is said, or sounds in the place of speech. */
static struct ducks find_ducks(const struct edition *edition,
                               const struct furniture_plan *plan,
                               struct arena *mem)
{
    const struct timeline *timeline = edition->timeline;
    size_t count = edition->script->sentence_count;
    struct ducks ducks = {ARENA_ARRAY(mem, struct duck, 2 * count), 0};

    for (size_t i = 0; i < count; i++) {
        uint64_t start = timeline->sentences[i];

        if (plan->furniture->sting.count > 0 &&
            timeline_is_part(plan->pacing, i))
            add_duck(&ducks, start - timeline->room.between, start);
        add_duck(&ducks, start, start + edition->takes[i].sample_count);
    }
    return ducks;
}

/* How much of the way from low to high a time is off a stretch. */
static double off_duck(const struct duck *duck, uint64_t at)
{
    double off = 0;

    if (at < duck->start)
        off = (double)(duck->start - at);
    else if (at > duck->end + HOLD_SAMPLES)
        off = (double)(at - duck->end - HOLD_SAMPLES);
    return fmin(off / RAMP_SAMPLES, 1);
}

/* `*next` is the first stretch that is not over long since. */
static double duck_db(const struct ducks *ducks, size_t *next, uint64_t at)
{
    double off = 1;

    while (*next < ducks->count &&
           ducks->items[*next].end + HOLD_SAMPLES + RAMP_SAMPLES < at)
        ++*next;
    for (size_t i = *next; i < ducks->count && i < *next + 2; i++)
        off = fmin(off, off_duck(&ducks->items[i], at));
    return -FURNITURE_DUCK_DB * (1 - off);
}

/* The bed comes in and goes. */
static double fade_db(uint64_t at, uint64_t start, uint64_t end)
{
    uint64_t off = at - start < end - at ? at - start : end - at;

    return off < FADE_SAMPLES ? SILENT_DB * (1 - (double)off / FADE_SAMPLES)
                              : 0;
}

/* The bed at a time from its start: again and again, its ends laid over each
 * other. */
static float bed_at(const struct clip *bed, uint64_t at)
{
    size_t cross =
        bed->count / 4 < CROSS_SAMPLES ? bed->count / 4 : CROSS_SAMPLES;
    size_t period = bed->count - cross, within = (size_t)(at % period);
    double phase = M_PI / 2 * (double)within / (double)(cross + 1);

    if (at < period || within >= cross)
        return bed->samples[within];
    return (float)(sin(phase) * (double)bed->samples[within] +
                   cos(phase) * (double)bed->samples[period + within]);
}

/* ---- the mix ------------------------------------------------------------ */

struct mixing {
    const struct furniture_plan *plan;
    struct edition plain; /* its parts are the takes */
    struct ducks ducks;
    struct take *pieces;
    uint64_t *starts;
    size_t piece_count;
    int64_t spool_end;
    struct error *err;
};

/* A window of the edition that is being mixed. */
struct window {
    float *samples;
    uint64_t start, end;
};

static float ratio_of(double db)
{
    return (float)pow(10, db / 20);
}

static bool lay_speech(struct window *window, const struct mixing *mixing,
                       struct error *err)
{
    struct mix mix = {
        .edition = &mixing->plain, .at = window->start, .end = window->end};
    size_t at = 0;

    do {
        if (!mix_next(&mix, err))
            return false;
        for (size_t i = 0; i < mix.count; i++)
            window->samples[at++] = (float)mix.samples[i] / -(float)INT16_MIN;
    } while (mix.count > 0);
    return true;
}

static void lay_clip(struct window *window, const struct clip *clip,
                     uint64_t start, float gain)
{
    uint64_t from = start > window->start ? start : window->start;
    uint64_t end = start + clip->count;

    if (end > window->end)
        end = window->end;
    for (uint64_t at = from; at < end; at++)
        window->samples[at - window->start] += gain * clip->samples[at - start];
}

static void lay_bed(struct window *window, const struct mixing *mixing,
                    float gain)
{
    const struct furniture *furniture = mixing->plan->furniture;
    uint64_t start = furniture->intro.count;
    uint64_t end = mixing->plain.timeline->total - furniture->outro.count;
    uint64_t last = end < window->end ? end : window->end;
    float now = 0;
    size_t duck = 0;

    if (furniture->bed.count == 0)
        return;
    for (uint64_t at = start > window->start ? start : window->start; at < last;
         at++) {
        if (at % GAIN_SAMPLES == 0 || now == 0)
            now = gain * ratio_of(duck_db(&mixing->ducks, &duck, at) +
                                  fade_db(at, start, end));
        window->samples[at - window->start] +=
            now * bed_at(&furniture->bed, at - start);
    }
}

static bool lay_all(struct window *window, const struct mixing *mixing,
                    struct error *err)
{
    const struct furniture_plan *plan = mixing->plan;
    const struct furniture *furniture = plan->furniture;
    const struct timeline *timeline = mixing->plain.timeline;
    float gain = ratio_of(plan->gain_db);

    if (!lay_speech(window, mixing, err))
        return false;
    lay_clip(window, &furniture->intro, 0, gain);
    lay_clip(window, &furniture->outro,
             timeline->total - furniture->outro.count, gain);
    for (size_t i = 0; i < mixing->plain.script->sentence_count; i++)
        if (furniture->sting.count > 0 && timeline_is_part(plan->pacing, i))
            lay_clip(window, &furniture->sting,
                     timeline->sentences[i] - timeline->room.between, gain);
    lay_bed(window, mixing, gain);
    return true;
}

/* ---- a piece, in a child ------------------------------------------------- */

/* The window of a piece, with the margins of its neighbours. */
struct piece {
    struct window window;
    uint32_t first, count;   /* the piece's samples in the window */
    uint32_t packets_before; /* of the window, before the piece */
    bool last;
};

static struct piece piece_of(const struct mixing *mixing, size_t index,
                             struct arena *mem)
{
    uint64_t total = mixing->plain.timeline->total;
    uint64_t start = mixing->starts[index];
    bool last = index + 1 == mixing->piece_count;
    uint64_t end = last ? total : mixing->starts[index + 1];
    uint64_t margin = (uint64_t)MARGIN_PACKETS * PACKET_SAMPLES;
    struct piece piece = {
        .window = {.start = start > margin ? start - margin : 0,
                   .end = end + margin < total ? end + margin : total},
        .count = (uint32_t)(end - start),
        .last = last,
    };

    piece.first = (uint32_t)(start - piece.window.start);
    piece.packets_before = piece.first / PACKET_SAMPLES;
    piece.window.samples = ARENA_ARRAY(
        mem, float, (size_t)(piece.window.end - piece.window.start));
    return piece;
}

/* Those of the piece alone. */
static void leave_margin(struct packets *packets, const struct piece *piece)
{
    for (uint32_t i = 0; i < piece->packets_before; i++) {
        uint16_t len;

        memcpy(&len, packets->bytes.s, sizeof len);
        packets->bytes = str_skip(packets->bytes, sizeof len + len);
    }
    packets->count -= piece->packets_before;
}

/* The window as samples of 16 bits below the ceiling, its energies, packets. */
static bool finish(struct pcm *pcm, struct packets *packets,
                   const struct piece *piece, double ceiling_dbtp,
                   const struct furniture_plan *plan, struct arena *mem)
{
    size_t count = (size_t)(piece->window.end - piece->window.start);
    float *samples = ARENA_ARRAY(mem, float, count);
    uint32_t end = piece->first + piece->count;
    struct error err;

    memcpy(samples, piece->window.samples, count * sizeof *samples);
    limiter_apply(samples, count, (double)ratio_of(ceiling_dbtp));
    *pcm = (struct pcm){
        .samples = ARENA_ARRAY(mem, int16_t, count),
        .sample_count = (uint32_t)count,
        .energies = ARENA_ARRAY(mem, float, loudness_packets(end)),
    };
    for (size_t i = 0; i < count; i++)
        pcm->samples[i] = master_to_s16(samples[i]);
    pcm->true_peak =
        (float)limiter_true_peak(samples + piece->first, piece->count);
    *packets = (struct packets){0};
    return loudness_weigh(pcm->energies, pcm->samples, end, &err) &&
           (!plan->packets ||
            encoder_run(packets, pcm,
                        piece->last ? ENCODER_ALL : end / PACKET_SAMPLES,
                        plan->encoding, mem, &err));
}

static bool work(struct result *result, size_t task, void *context)
{
    const struct mixing *mixing = context;
    const struct furniture_plan *plan = mixing->plan;
    struct arena *mem = result->mem;
    struct piece piece = piece_of(mixing, task, mem);
    double ceiling_dbtp = plan->ceiling_dbtp;
    struct packets packets;
    struct error err;
    struct pcm pcm;

    if (plan->packets)
        ceiling_dbtp -= plan->encoding->peak_db;
    if (!lay_all(&piece.window, mixing, &err))
        return false;
    for (int pass = 1;; pass++) {
        double over_db;

        if (!finish(&pcm, &packets, &piece, ceiling_dbtp, plan, mem))
            return false;
        over_db = 20 * log10((double)packets.true_peak) + METERS_DIFFER_DB -
                  plan->ceiling_dbtp;
        if (!plan->packets || over_db <= 0 || pass == PASSES_MOST)
            break;
        ceiling_dbtp -= over_db;
    }
    if (plan->packets)
        leave_margin(&packets, &piece);
    pcm.samples += piece.first;
    pcm.energies += piece.packets_before;
    pcm.sample_count = piece.count;
    return take_write(result, &pcm, &packets, 0);
}

static bool done(size_t task, enum process_end end, const struct result *result,
                 void *context)
{
    struct mixing *mixing = context;

    if (end != PROCESS_DONE)
        return error_set(mixing->err, ERROR_INTERNAL,
                         "music: a part of the mix was not made");
    return take_store(&mixing->pieces[task], result, 0, mixing->plain.spool,
                      &mixing->spool_end, mixing->err);
}

static bool alive(void *context)
{
    const struct mixing *mixing = context;
    const struct progress *progress = mixing->plan->progress;
    size_t count = mixing->plain.script->sentence_count;

    return progress->report(progress->context, count, count) ||
           error_set(mixing->err, ERROR_STOPPED, "stopped");
}

bool furniture_mix(struct edition *edition, const struct furniture_plan *plan,
                   struct arena *mem, struct error *err)
{
    uint64_t piece = (uint64_t)PIECE_PACKETS * PACKET_SAMPLES;
    struct mixing mixing = {
        .plan = plan,
        .plain = *edition,
        .piece_count = (size_t)((edition->timeline->total + piece - 1) / piece),
        .spool_end = lseek(edition->spool, 0, SEEK_END),
        .err = err,
    };
    struct pool pool = {
        .task_count = mixing.piece_count,
        .jobs = plan->jobs,
        .limit_ms = PIECE_LIMIT_MS,
        .work = work,
        .done = done,
        .alive = alive,
        .context = &mixing,
    };

    mixing.ducks = find_ducks(edition, plan, mem);
    mixing.pieces = ARENA_ARRAY(mem, struct take, mixing.piece_count);
    mixing.starts = ARENA_ARRAY(mem, uint64_t, mixing.piece_count);
    for (size_t i = 0; i < mixing.piece_count; i++)
        mixing.starts[i] = i * piece;
    if (!pool_run(&pool, mem))
        return false;
    edition->parts =
        (struct parts){mixing.pieces, mixing.starts, mixing.piece_count};
    return true;
}
