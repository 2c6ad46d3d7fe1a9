/* One sentence on its way from the engine to a take, in a child. */
#include "sound/cut.h"

#include <math.h>
#include <string.h>

#include "sound/reel.h"
#include "sound/take.h"

#define LEVEL_PASSES_MOST 4
#define METERS_DIFFER_DB 0.2 /* a finer one finds so much more */
#define HEAD_BELOW_DB 0.5    /* what follows it may raise its end */
#define LIMITED_SHARE 0.322
#define LIMITED_KNEE_DB 3.03

/* What a sentence goes through. */
struct cutting {
    const struct takes_plan *plan;
    const struct sentence *sentence;
    struct voice voice; /* that reads it */
    const struct engine *engine;
    struct speech speech;
    struct pcm pcm;
    struct packets head; /* the first ones, when they may go ahead */
    struct arena *mem;
};

/* By how much the packets pass the ceiling. */
static double over_db(const struct packets *packets,
                      const struct takes_plan *plan)
{
    return 20 * log10((double)packets->true_peak) + METERS_DIFFER_DB -
           plan->level.ceiling_dbtp;
}

static bool level(struct pcm *pcm, const struct cutting *cut,
                  const struct level *level)
{
    struct error err;

    return master_speech(pcm, &cut->speech, cut->sentence->word_count,
                         engine_rate_hz(cut->engine, &cut->voice), level,
                         cut->mem, &err);
}

/* The first packets may go ahead when they keep the ceiling whatever becomes of
 * the rest. */
static bool make_head(struct cutting *cut)
{
    struct error err;

    if (!encoder_run(&cut->head, &cut->pcm, REEL_HEAD_PACKETS,
                     cut->plan->encoding, cut->mem, &err))
        return false;
    if (over_db(&cut->head, cut->plan) > -HEAD_BELOW_DB)
        cut->head = (struct packets){0};
    return true;
}

/* Lower samples than those of the first pass; what may have gone ahead stays as
 * it was. */
static bool lower(struct pcm *pcm, struct cutting *cut,
                  const struct level *lowered)
{
    size_t head;

    if (!make_head(cut) || !level(pcm, cut, lowered))
        return false;
    head = (size_t)cut->head.count * PACKET_SAMPLES;
    if (head > pcm->sample_count)
        head = pcm->sample_count;
    memcpy(pcm->samples, cut->pcm.samples, head * sizeof *pcm->samples);
    return true;
}

/* The packets keep the ceiling when they are decoded. The samples stay below it
 * by what encoding usually adds; where it adds more, packets are made of lower
 * ones. */
static bool make_packets(struct packets *packets, struct cutting *cut,
                         struct level lowered)
{
    const struct arena room = *cut->mem;
    struct pcm pcm = cut->pcm;
    struct error err;

    for (int pass = 1;; pass++) {
        double over;

        if (!encoder_run(packets, &pcm, ENCODER_ALL, cut->plan->encoding,
                         cut->mem, &err))
            return false;
        over = over_db(packets, cut->plan);
        if (over <= 0 || pass == LEVEL_PASSES_MOST) {
            cut->pcm = pcm; /* one level for all formats */
            return true;
        }
        lowered.ceiling_dbtp -= over;
        *cut->mem = room; /* they lie where those of the last pass did */
        if (!lower(&pcm, cut, &lowered))
            return false;
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

/* Speaks the sentence, and makes samples of it. */
static bool prepare(struct cutting *cut, struct level *first, enum speak how)
{
    cut->voice = cut_voice(cut->plan, cut->sentence);
    cut->engine = engine_find(cut->voice.engine);
    *first = cut_level(cut->plan, &cut->voice);
    first->ceiling_dbtp -= cut->plan->encoding->peak_db;
    return select_voice(cut) &&
           speak_sentence(&cut->speech, cut->sentence, &cut->voice, cut->engine,
                          how, cut->mem) &&
           level(&cut->pcm, cut, first);
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
    struct packets packets = {0};

    if (!prepare(&cut, &first, careful ? SPEAK_CAREFULLY : SPEAK_ALL) ||
        (plan->packets && !make_packets(&packets, &cut, first)))
        return false;
    return take_write(result, &cut.pcm, &packets, cut.sentence->word_count,
                      cut.speech.lost_words);
}

bool cut_head(str *packets, const struct takes_plan *plan, struct arena *mem)
{
    struct cutting cut = {
        .plan = plan,
        .sentence = plan->script->sentences,
        .mem = mem,
    };
    struct level first;

    if (!prepare(&cut, &first, SPEAK_BEGINNING) || !make_head(&cut))
        return false;
    *packets = cut.head.bytes;
    return true;
}
