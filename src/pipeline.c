/* One article into one edition: the order of the stages. */
#include "pipeline.h"

#include <math.h>
#include <string.h>
#include <unistd.h>

#include "article/gather.h"
#include "base/io.h"
#include "sound/encoder.h"
#include "sound/loudness.h"
#include "sound/takes.h"
#include "sound/timeline.h"
#include "speech/delivery.h"
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

/* What the stages of one edition share while its sound is made. */
struct making {
    const struct studio *studio;
    struct edition *edition;
    struct take *takes;
    struct timeline *timeline;
    struct takes_plan plan;
    struct takes_run *run;
    struct arena *mem;
    struct error *err;
};

/* Makes one take and lays it; in order, from the first sentence. */
static bool make_next(void *context, size_t sentence)
{
    struct making *making = context;
    const struct edition *edition = making->edition;

    if (!takes_wait(making->run, sentence))
        return false;
    timeline_lay(making->timeline, sentence, &making->takes[sentence],
                 edition->article, edition->script, making->studio->voice);
    return true;
}

static bool begin_takes(struct making *making)
{
    timeline_begin(making->timeline, making->edition->script, making->mem);
    making->run = takes_begin(making->takes, &making->plan,
                              making->edition->spool, making->mem, making->err);
    return making->run != NULL;
}

static bool make_all(struct making *making)
{
    bool ok = begin_takes(making);

    for (size_t i = 0; ok && i < making->edition->script->sentence_count; i++)
        ok = make_next(making, i);
    if (making->run)
        takes_end(making->run);
    return ok;
}

/* Takes, timeline and loudness: until the level is within reach of a gain that
 * leaves the packets as they are, or comes no closer, as the limiter stands
 * against it. */
static bool make_sound(struct making *making)
{
    struct edition *edition = making->edition;
    double target_lufs = making->studio->loudness_lufs;

    double last_db = HUGE_VAL;

    for (int pass = 1;; pass++) {
        double off_db;

        if (!make_all(making) ||
            !loudness_measure(&edition->loudness, edition, target_lufs,
                              *making->mem, making->err))
            return false;
        off_db = target_lufs - edition->loudness.integrated_lufs;
        if (pass == PASSES_MOST || isinf(off_db) ||
            fabs(off_db) > fabs(last_db) - GAIN_STEP_DB / 2 ||
            (off_db <= LOUDNESS_RAISE_MOST_DB &&
             off_db >= -LOUDNESS_LOWER_MOST_DB))
            return true;
        last_db = off_db;
        making->plan.level.gain_db +=
            round(off_db / GAIN_STEP_DB) * GAIN_STEP_DB;
    }
}

/* The articles, read and written as they are to be spoken. */
static bool make_script(struct edition *edition, const struct studio *studio,
                        const struct gather *inputs, struct arena *mem,
                        struct error *err)
{
    struct article *article = ARENA_ONE(mem, struct article);
    struct script *script = ARENA_ONE(mem, struct script);

    edition->article = article;
    edition->script = script;
    if (!gather_articles(article, inputs, mem, err) ||
        !script_write(script, article, studio->lexicon, &studio->reading, mem,
                      err))
        return false;
    delivery_plan(script, article, *mem);
    return true;
}

static str engine_version(const struct engine *engine, struct arena *mem)
{
    struct buf name = {.mem = mem};

    buf_format(&name, "%s %s", engine->name, engine->version());
    return buf_str(&name);
}

static bool needs_packets(const struct studio *studio)
{
    for (size_t i = 0; i < studio->format_count; i++)
        if (studio->formats[i]->packets)
            return true;
    return false;
}

/* What the user chose, as far as it changes the sound. */
static str settings_of(const struct studio *studio, struct arena *mem)
{
    static const char *const regions[] = {"bac", "trung", "nam"};
    const struct voice *voice = studio->voice;
    struct buf line = {.mem = mem};

    buf_format(&line,
               "voice %.*s, rate %.9g, pitch %.9g %%, region %s, %s%s, "
               "%.9g LUFS, %.9g dBTP",
               STR_ARGS(voice->name), voice->rate_wpm, voice->pitch_percent,
               regions[studio->reading.region], voice->flat ? "flat, " : "",
               studio->encoding->name, studio->loudness_lufs,
               studio->true_peak_dbtp);
    return buf_str(&line);
}

/* Everything about the sound that is known before it is made. */
static bool prepare_sound(struct making *making, bool streams,
                          const struct progress *progress)
{
    const struct studio *studio = making->studio;
    const struct voice *voice = studio->voice;
    const struct engine *engine = engine_find(voice->engine);
    struct edition *edition = making->edition;
    struct encoder_facts facts;

    if (!encoder_learn(&facts, studio->encoding, making->mem, making->err))
        return false;
    making->takes =
        ARENA_ARRAY(making->mem, struct take, edition->script->sentence_count);
    making->timeline = ARENA_ONE(making->mem, struct timeline);
    making->plan = (struct takes_plan){
        .script = edition->script,
        .voice = voice,
        .engine = engine,
        .level = {.gain_db = studio->loudness_lufs - voice->loudness_lufs,
                  .ceiling_dbtp =
                      studio->true_peak_dbtp - LOUDNESS_RAISE_MOST_DB},
        .encoding = studio->encoding,
        .packets = needs_packets(studio),
        .in_order = streams,
        .cache = studio->cache,
        .jobs = studio->jobs,
        .progress = progress,
    };
    edition->takes = making->takes;
    edition->timeline = making->timeline;
    edition->voice = voice->name;
    edition->settings = settings_of(studio, making->mem);
    edition->engine = engine_version(engine, making->mem);
    edition->encoder = str_from(facts.version);
    edition->opus_lookahead = facts.lookahead;
    edition->opus_loss_db = studio->encoding->loss_db;
    edition->silence_packet = facts.silence;
    return true;
}

static size_t count_words(const struct script *script)
{
    size_t count = 0;

    for (size_t i = 0; i < script->sentence_count; i++)
        count += script->sentences[i].word_count;
    return count;
}

static size_t count_lost(const struct edition *edition)
{
    size_t count = 0;

    for (size_t i = 0; i < edition->script->sentence_count; i++)
        count += edition->takes[i].lost_words;
    return count;
}

/* What messages call the edition. */
static const char *name_of(const struct gather *inputs, const char *output)
{
    return inputs->edition ? output : io_input_name(inputs->paths[0]);
}

/* Under --strict nothing is published that may be read wrong. */
static bool is_sure(const struct script *script, const struct studio *studio,
                    const char *name, struct error *err)
{
    size_t unsure = script_count_unsure(script);

    return unsure == 0 || !studio->strict ||
           error_set(err, ERROR_UNSURE,
                     "%s: %zu readings are unsure; `baonoi text --report` "
                     "lists them",
                     name, unsure);
}

static bool is_whole(const struct edition *edition, const struct studio *studio,
                     const char *name, struct error *err)
{
    size_t lost = count_lost(edition);

    if (lost == count_words(edition->script))
        return error_set(err, ERROR_ENGINE, "%s: no word could be spoken",
                         name);
    return lost == 0 || studio->allow_gaps ||
           error_set(err, ERROR_ENGINE,
                     "%s: %zu word%s could not be spoken; --allow-gaps makes "
                     "the edition all the same",
                     name, lost, lost == 1 ? "" : "s");
}

/* The files of the edition, once all its sound is there. */
static bool write_files(struct output_files *files, struct changes *changes,
                        struct making *making, const char *name,
                        const char *output)
{
    const struct studio *studio = making->studio;

    if (!make_sound(making) ||
        !is_whole(making->edition, studio, name, making->err))
        return false;
    revision_of(making->edition, changes, output_manifest(output, making->mem),
                making->mem);
    return output_write(files, output, studio->formats, studio->format_count,
                        making->edition, making->mem, making->err);
}

/* What the files are called, without folder and suffix. */
static str file_name_of(const char *output)
{
    const char *slash = strrchr(output, '/');

    return str_from(slash ? slash + 1 : output);
}

/* The edition to standard output while it is made. Chapters and loudness stand
 * in the header, before they are known: a stream names no chapters, and has the
 * level that the voice was calibrated for. */
static bool write_stream(struct making *making, const char *name)
{
    const struct studio *studio = making->studio;
    struct edition *edition = making->edition;
    /* What is rendered lies apart from what is made meanwhile. */
    size_t half = (size_t)(making->mem->end - making->mem->next) / 2;
    struct arena render = {making->mem->next, making->mem->next + half};
    bool ok;

    making->mem->next = render.end;
    edition->loudness = (struct loudness){
        .integrated_lufs = studio->loudness_lufs,
        .target_lufs = studio->loudness_lufs,
    };
    edition->wait = make_next;
    edition->waiting = making;
    ok = begin_takes(making) &&
         output_stream(studio->formats[0], edition, render, making->err);
    if (making->run)
        takes_end(making->run);
    return ok && is_whole(edition, studio, name, making->err);
}

bool pipeline_streams(const struct studio *studio, const char *output)
{
    return strcmp(output, "-") == 0 && studio->formats[0]->streams;
}

bool pipeline_make(struct edition *edition, struct output_files *files,
                   struct changes *changes, const struct studio *studio,
                   const struct gather *inputs, const char *output,
                   const struct progress *progress, struct arena *mem,
                   struct error *err)
{
    struct edition made = {
        .name = file_name_of(output),
        .formats = studio->formats,
        .format_count = studio->format_count,
        .language = studio->language,
        .spool = io_spool("/var/tmp", err),
    };
    struct making making = {
        .studio = studio, .edition = &made, .mem = mem, .err = err};
    const char *name = name_of(inputs, output);
    bool ok;

    if (made.spool < 0)
        return false;
    ok = make_script(&made, studio, inputs, mem, err) &&
         output_try(output, *mem, err) &&
         is_sure(made.script, studio, name, err) &&
         prepare_sound(&making, pipeline_streams(studio, output), progress);
    if (ok)
        ok = pipeline_streams(studio, output)
                 ? write_stream(&making, name)
                 : write_files(files, changes, &making, name, output);
    if (made.timeline && made.timeline->total > 0)
        *edition = made;
    close(made.spool);
    return ok;
}
