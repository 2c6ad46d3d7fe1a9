/* One article into one edition: the order of the stages. */
#include "pipeline.h"

#include <math.h>
#include <unistd.h>

#include "article/article.h"
#include "base/io.h"
#include "sound/encoder.h"
#include "sound/loudness.h"
#include "sound/takes.h"
#include "sound/timeline.h"
#include "speech/engine.h"

/* A further pass comes only when the level was far off: a loudness or a text
 * that the voice's calibration does not foresee. */
#define PASSES_MOST 6
/* In steps, so that a corrected word does not change the level of all takes. */
#define GAIN_STEP_DB 0.5

bool pipeline_open(const struct studio *studio, struct error *err)
{
    const struct voice *voice = studio->voice;
    const struct engine *engine = engine_find(voice->engine);

    if (!engine)
        return error_set(err, ERROR_INPUT, "%.*s: no such engine: %.*s",
                         STR_ARGS(voice->name), STR_ARGS(voice->engine));
    return engine->open(voice, err);
}

/* Takes, timeline and loudness: until the level is within reach of a gain that
 * leaves the packets as they are. */
static bool make_sound(struct edition *edition, struct take *takes,
                       struct timeline *timeline, struct takes_plan *plan,
                       const struct studio *studio, struct arena *mem,
                       struct error *err)
{
    for (int pass = 1;; pass++) {
        double off_db;

        if (!takes_make(takes, plan, edition->spool, mem, err))
            return false;
        timeline_lay(timeline, edition->article, edition->script, takes,
                     studio->voice, mem);
        if (!loudness_measure(&edition->loudness, edition,
                              studio->loudness_lufs, *mem, err))
            return false;
        off_db = studio->loudness_lufs - edition->loudness.integrated_lufs;
        if (pass == PASSES_MOST || isinf(off_db) ||
            (off_db <= LOUDNESS_RAISE_MOST_DB &&
             off_db >= -LOUDNESS_LOWER_MOST_DB))
            return true;
        plan->level.gain_db += round(off_db / GAIN_STEP_DB) * GAIN_STEP_DB;
    }
}

/* The article at `input`, read and written as it is to be spoken. */
static bool make_script(struct edition *edition, const struct studio *studio,
                        const char *input, struct arena *mem, struct error *err)
{
    struct article *article = ARENA_ONE(mem, struct article);
    struct script *script = ARENA_ONE(mem, struct script);
    str bytes;

    edition->article = article;
    edition->script = script;
    return io_read_file(&bytes, input, mem, err) &&
           article_read(article, bytes, input, mem, err) &&
           script_write(script, article, studio->lexicon, &studio->reading, mem,
                        err);
}

static str engine_version(const struct engine *engine, struct arena *mem)
{
    struct buf name = {.mem = mem};

    buf_format(&name, "%s %s", engine->name, engine->version());
    return buf_str(&name);
}

/* The sound of the script, in the spool. */
static bool make_edition(struct edition *edition, const struct studio *studio,
                         const struct progress *progress, struct arena *mem,
                         struct error *err)
{
    const struct voice *voice = studio->voice;
    const struct engine *engine = engine_find(voice->engine);
    struct take *takes =
        ARENA_ARRAY(mem, struct take, edition->script->sentence_count);
    struct timeline *timeline = ARENA_ONE(mem, struct timeline);
    struct encoder_facts facts;
    struct takes_plan plan = {
        .script = edition->script,
        .voice = voice,
        .engine = engine,
        .level = {.gain_db = studio->loudness_lufs - voice->loudness_lufs,
                  .ceiling_dbtp =
                      studio->true_peak_dbtp - LOUDNESS_RAISE_MOST_DB},
        .encoding = studio->encoding,
        .cache = studio->cache,
        .jobs = studio->jobs,
        .progress = progress,
    };

    if (!encoder_learn(&facts, studio->encoding, mem, err))
        return false;
    edition->takes = takes;
    edition->timeline = timeline;
    edition->voice = voice->name;
    edition->engine = engine_version(engine, mem);
    edition->encoder = str_from(facts.version);
    edition->opus_lookahead = facts.lookahead;
    edition->silence_packet = facts.silence;
    return make_sound(edition, takes, timeline, &plan, studio, mem, err);
}

static size_t count_unsure(const struct script *script)
{
    size_t count = 0;

    for (size_t i = 0; i < script->sentence_count; i++)
        for (size_t w = 0; w < script->sentences[i].word_count; w++)
            count += script->sentences[i].words[w].unsure;
    return count;
}

static size_t count_lost(const struct edition *edition)
{
    size_t count = 0;

    for (size_t i = 0; i < edition->script->sentence_count; i++)
        count += edition->takes[i].lost_words;
    return count;
}

/* Under --strict nothing is published that may be read wrong. */
static bool is_sure(const struct script *script, const struct studio *studio,
                    const char *input, struct error *err)
{
    size_t unsure = count_unsure(script);

    return unsure == 0 || !studio->strict ||
           error_set(err, ERROR_UNSURE,
                     "%s: %zu readings are unsure; `baonoi text --report` "
                     "lists them",
                     input, unsure);
}

static bool is_whole(const struct edition *edition, const struct studio *studio,
                     const char *input, struct error *err)
{
    size_t lost = count_lost(edition);

    return lost == 0 || studio->allow_gaps ||
           error_set(err, ERROR_ENGINE,
                     "%s: %zu words could not be spoken; --allow-gaps makes "
                     "the edition without them",
                     input, lost);
}

bool pipeline_make(struct edition *edition, struct output_files *files,
                   const struct studio *studio, const char *input,
                   const char *output, const struct progress *progress,
                   struct arena *mem, struct error *err)
{
    struct edition made = {.spool = io_spool("/var/tmp", err)};
    bool ok;

    if (made.spool < 0)
        return false;
    ok = make_script(&made, studio, input, mem, err) &&
         is_sure(made.script, studio, input, err) &&
         make_edition(&made, studio, progress, mem, err);
    if (ok)
        *edition = made;
    ok = ok && is_whole(&made, studio, input, err) &&
         output_write(files, output, studio->formats, studio->format_count,
                      &made, mem, err);
    close(made.spool);
    return ok;
}
