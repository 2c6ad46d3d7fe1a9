/* One sentence on its way from the engine to a take, in a child. */
#include "sound/cut.h"

#include <math.h>
#include <string.h>

#include "sound/loudness.h"
#include "sound/reel.h"
#include "sound/take.h"

#define LEVEL_PASSES_MOST 4
#define METERS_DIFFER_DB 0.2 /* a finer one finds so much more */
#define HEAD_BELOW_DB 0.5    /* what follows it may raise its end */
#define LIMITED_SHARE 0.322
#define LIMITED_KNEE_DB 3.03

/* What may go ahead, and a packet that may end the sentence within it. */
#define HEAD_PACKETS (REEL_HEAD_PACKETS + 1)

/* What a sentence goes through. */
struct cutting {
    const struct takes_plan *plan;
    const struct sentence *sentence;
    struct voice voice; /* that reads it */
    const struct engine *engine;
    struct speech speech;
    /* The first samples of the first pass, and how many of them later passes
     * have too, as they may have gone ahead. */
    int16_t head[HEAD_PACKETS * PACKET_SAMPLES];
    size_t head_known, head_kept;
    struct arena *mem;
};

/* A pass over the sentence, from speech to packets. */
struct pass {
    struct mastering sound;
    void *meter;
    float *energies; /* of each packet */
    size_t weighed;
    struct encoder encoder;
    struct buf bytes; /* of the packets of a run */
    struct draft draft;
};

/* By how much the packets pass the ceiling. */
static double over_db(float true_peak, const struct takes_plan *plan)
{
    return 20 * log10((double)true_peak) + METERS_DIFFER_DB -
           plan->level.ceiling_dbtp;
}

/* ---- the head ------------------------------------------------------------
 */

/* Keeps the first samples of the first pass, or puts them back. */
static void keep_head(struct cutting *cut, int16_t *samples, size_t count,
                      size_t at)
{
    size_t most = sizeof cut->head / sizeof *cut->head;

    for (size_t i = at; i < at + count && i < most; i++)
        if (i >= cut->head_known)
            cut->head[cut->head_known++] = samples[i - at];
        else if (i < cut->head_kept)
            samples[i - at] = cut->head[i];
}

/* The first packets may go ahead when they keep the ceiling whatever becomes of
 * the rest. */
static bool make_head(struct packets *head, struct cutting *cut,
                      uint32_t sample_count, struct arena *mem)
{
    const struct pcm pcm = {.samples = cut->head, .sample_count = sample_count};
    struct error err;

    if (!encoder_run(head, &pcm, REEL_HEAD_PACKETS, cut->plan->encoding, mem,
                     &err))
        return false;
    if (over_db(head->true_peak, cut->plan) > -HEAD_BELOW_DB)
        *head = (struct packets){0};
    return true;
}

/* ---- a pass --------------------------------------------------------------
 */

static bool begin(struct pass *pass, const struct cutting *cut,
                  struct result *result, const struct level *level,
                  struct arena *mem)
{
    struct error err;
    bool ok = master_begin(&pass->sound, &cut->speech, level, mem, &err);
    uint32_t count = pass->sound.sample_count;

    pass->draft = take_begin(result, cut->speech.word_count, count);
    pass->energies = ARENA_ARRAY(mem, float, loudness_packets(count));
    pass->bytes.mem = mem;
    pass->meter = loudness_meter(&err);
    return ok && pass->meter &&
           (!cut->plan->packets ||
            encoder_begin(&pass->encoder, cut->plan->encoding, &err));
}

static void end(struct pass *pass)
{
    master_end(&pass->sound);
    loudness_meter_end(pass->meter);
    encoder_end(&pass->encoder);
}

static bool weigh(struct pass *pass, const int16_t *samples, size_t count)
{
    struct error err;

    for (size_t at = 0; at < count; at += PACKET_SAMPLES)
        if (!loudness_weigh_next(
                &pass->energies[pass->weighed++], pass->meter, samples + at,
                count - at < PACKET_SAMPLES ? count - at : PACKET_SAMPLES,
                &err))
            return false;
    return true;
}

/* Encodes the samples, and silence behind the last. */
static bool encode(struct pass *pass, const int16_t samples[MASTER_RUN],
                   size_t count)
{
    uint32_t before = pass->encoder.count;
    struct error err;

    pass->bytes.len = 0;
    for (size_t at = 0; at < count; at += PACKET_SAMPLES)
        if (!encoder_next(&pass->bytes, &pass->encoder, samples + at, &err))
            return false;
    return take_add_packets(&pass->draft, buf_str(&pass->bytes),
                            pass->encoder.count - before);
}

/* The packets that give what the encoder still holds. */
static bool encode_rest(struct pass *pass)
{
    static const int16_t silence[MASTER_RUN];
    uint32_t end = pass->sound.sample_count + pass->encoder.delay;

    while (pass->encoder.count * PACKET_SAMPLES < end)
        if (!encode(pass, silence, PACKET_SAMPLES))
            return false;
    return true;
}

/* The next run; its count is 0 behind the last. */
static bool go_on(struct pass *pass, size_t *count, struct cutting *cut)
{
    int16_t samples[MASTER_RUN] = {0};
    struct error err;

    if (!master_next(&pass->sound, samples, count, &err) ||
        !weigh(pass, samples, *count))
        return false;
    keep_head(cut, samples, *count, pass->draft.written);
    return take_add_samples(&pass->draft, samples, *count) &&
           (!pass->encoder.opus || encode(pass, samples, *count));
}

/* Writes the sentence at this level; tells the true peak of its packets. */
static bool cut_at(float *packets_peak, struct cutting *cut,
                   struct result *result, const struct level *level,
                   struct arena mem)
{
    struct pass pass = {0};
    bool ok = begin(&pass, cut, result, level, &mem);
    size_t count;

    do {
        ok = ok && go_on(&pass, &count, cut);
    } while (ok && count > 0);
    ok = ok && (!pass.encoder.opus || encode_rest(&pass));
    if (ok) {
        *packets_peak = pass.encoder.opus ? encoder_peak(&pass.encoder) : 0;
        ok = take_end(&pass.draft, &(struct draft_end){
                                       .words = pass.sound.words,
                                       .energies = pass.energies,
                                       .lost_words = cut->speech.lost_words,
                                       .true_peak = (float)pass.sound.true_peak,
                                       .packets_peak = *packets_peak,
                                   });
    }
    end(&pass);
    return ok;
}

/* The packets keep the ceiling when they are decoded. The samples stay below it
 * by what encoding usually adds; where it adds more, packets are made of lower
 * ones. What may have gone ahead stays as it was. */
static bool cut_below_ceiling(struct result *result, struct cutting *cut,
                              struct level level)
{
    for (int pass = 1;; pass++) {
        struct arena tmp = *cut->mem;
        struct packets head;
        float peak;
        double over;

        if (!cut_at(&peak, cut, result, &level, tmp))
            return false;
        over = over_db(peak, cut->plan);
        if (!cut->plan->packets || over <= 0 || pass == LEVEL_PASSES_MOST)
            return true;
        level.ceiling_dbtp -= over;
        if (!make_head(&head, cut, master_count(&cut->speech), &tmp))
            return false;
        cut->head_kept = (size_t)head.count * PACKET_SAMPLES;
    }
}

struct voice cut_voice(const struct takes_plan *plan,
                       const struct sentence *sentence)
{
    struct voice voice = sentence->voice ? *sentence->voice : *plan->voice;

    if (sentence->voice)
        voice.rate_wpm *= plan->voice->rate_wpm / plan->own_wpm;
    return voice;
}

/* Speech whose peaks would come `over_db` above the ceiling loses
 *     LIMITED_SHARE * (over_db + hypot(over_db, LIMITED_KNEE_DB))
 * of its loudness to the limiter: within 0.2 dB so measured, of six voices from
 * -23 to -14 LUFS. This is the loudness before it that has `lufs` behind it,
 * where peaks pass the ceiling from `free_lufs` on. */
static double before_limiter(double lufs, double free_lufs)
{
    double over_db = lufs - free_lufs, left = 1 - 2 * LIMITED_SHARE;

    return free_lufs +
           ((1 - LIMITED_SHARE) * over_db +
            LIMITED_SHARE * hypot(over_db, sqrt(left) * LIMITED_KNEE_DB)) /
               left;
}

struct level cut_level(const struct takes_plan *plan, const struct voice *voice)
{
    struct level level = plan->level;

    level.speech_lufs = before_limiter(
        level.gain_db,
        level.ceiling_dbtp - plan->encoding->peak_db - voice->crest_db);
    level.gain_db = level.speech_lufs - voice->loudness_lufs;
    return level;
}

/* The engine has the voice of the edition. */
static bool select_voice(const struct cutting *cut)
{
    struct error err;

    return !cut->sentence->voice || cut->engine->select(&cut->voice, &err);
}

/* Speaks the sentence; fills the level of the first pass. */
static bool prepare(struct cutting *cut, struct level *first, enum speak how)
{
    cut->voice = cut_voice(cut->plan, cut->sentence);
    cut->engine = engine_find(cut->voice.engine);
    *first = cut_level(cut->plan, &cut->voice);
    first->ceiling_dbtp -= cut->plan->encoding->peak_db;
    return select_voice(cut) &&
           speak_sentence(&cut->speech, cut->sentence, &cut->voice, cut->engine,
                          how, cut->mem);
}

bool cut_take(struct result *result, const struct takes_plan *plan,
              size_t sentence, bool careful)
{
    struct cutting cut = {
        .plan = plan,
        .sentence = &plan->script->sentences[sentence],
        .mem = result->mem,
    };
    struct level first;

    return prepare(&cut, &first, careful ? SPEAK_CAREFULLY : SPEAK_ALL) &&
           cut_below_ceiling(result, &cut, first);
}

/* The samples that the head is made of. */
static bool begin_sound(struct cutting *cut, const struct level *level)
{
    struct mastering sound;
    struct error err;
    int16_t samples[MASTER_RUN];
    size_t count = 0;
    bool ok = master_begin(&sound, &cut->speech, level, cut->mem, &err);

    for (size_t at = 0; ok && at < sizeof cut->head / sizeof *cut->head;
         at += count) {
        ok = master_next(&sound, samples, &count, &err);
        keep_head(cut, samples, count, at);
        if (count == 0)
            break;
    }
    master_end(&sound);
    return ok;
}

bool cut_head(str *packets, const struct takes_plan *plan, struct arena *mem)
{
    struct cutting cut = {
        .plan = plan,
        .sentence = plan->script->sentences,
        .mem = mem,
    };
    struct packets head;
    struct level first;

    if (!prepare(&cut, &first, SPEAK_BEGINNING) || !begin_sound(&cut, &first) ||
        !make_head(&head, &cut, master_count(&cut.speech), mem))
        return false;
    *packets = head.bytes;
    return true;
}
