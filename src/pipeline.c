/* One article into one edition: the order of the stages. */
#include "pipeline.h"

#include <math.h>
#include <string.h>
#include <unistd.h>

#include "article/gather.h"
#include "base/depot.h"
#include "base/io.h"
#include "format/shelf.h"
#include "sound/loudness.h"
#include "recording/recording.h"
#include "speech/delivery.h"
#include "speech/engine.h"

static bool is_open(const struct voice *const *voices, size_t count,
                    const struct voice *voice)
{
    for (size_t i = 0; i < count; i++)
        if (voices[i] && str_eq(voices[i]->engine, voice->engine))
            return true;
    return false;
}

bool pipeline_open(const struct voice *const *voices, size_t count,
                   struct error *err)
{
    for (size_t i = 0; i < count; i++) {
        const struct voice *voice = voices[i];
        const struct engine *engine;

        if (!voice)
            continue;
        engine = engine_find(voice->engine);
        if (!engine)
            return error_set(err, ERROR_INPUT, "%.*s: no such engine: %.*s",
                             STR_ARGS(voice->name), STR_ARGS(voice->engine));
        if (!is_open(voices, i, voice) && !engine->open(err))
            return false;
        if (!engine->select(voice, err))
            return false;
    }
    return true;
}

void pipeline_close(struct edition *edition)
{
    if (edition->article) {
        close(edition->spool);
        depot_end(edition->depot);
    }
    *edition = (struct edition){0};
}

static bool read_articles(struct edition *edition, const struct studio *studio,
                          const struct gather *inputs, struct arena *mem,
                          struct error *err)
{
    struct article *article = ARENA_ONE(mem, struct article);

    edition->article = article;
    edition->depot = ARENA_ONE(mem, struct depot);
    depot_begin(edition->depot, mem);
    if (!gather_articles(article, inputs, mem, err))
        return false;
    if (studio->date.len > 0)
        article->date = studio->date;
    return bulletin_add(article, &studio->bulletin, mem, err);
}

/* The article as it is to be spoken. */
static bool write_script(struct edition *edition, const struct studio *studio,
                         const struct article *article, struct arena *mem,
                         struct error *err)
{
    struct script *script = ARENA_ONE(mem, struct script);
    struct script_options reading = studio->reading;

    if (article == edition->article) /* and not its beginning */
        reading.depot = edition->depot;
    if (!script_write(script, article, studio->lexicon, &reading, mem, err))
        return false;
    delivery_plan(script, article, *mem);
    cast_script(script, &studio->cast, mem);
    edition->script = script;
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
    return studio->epub_opus;
}

/* What the user chose, as far as it changes the sound. */
static str settings_of(const struct studio *studio,
                       const struct furniture *furniture, struct arena *mem)
{
    static const char *const regions[] = {"bac", "trung", "nam"};
    const struct voice *voice = studio->voice;
    struct buf line = {.mem = mem};

    buf_format(
        &line,
        "voice %.*s, rate %.9g, pitch %.9g %%, region %s, %s%s at %.9g kbit/s, "
        "%.9g LUFS, %.9g dBTP",
        STR_ARGS(voice->name), voice->rate_wpm, voice->pitch_percent,
        regions[studio->reading.region], voice->flat ? "flat, " : "",
        studio->encoding->name, studio->encoding->bitrate / 1000.0,
        studio->loudness_lufs, studio->true_peak_dbtp);
    if (voice->style.len > 0)
        buf_format(&line, ", style %.*s", STR_ARGS(voice->style));
    if (studio->polish != polish_table)
        buf_format(&line, ", sound %s", studio->polish->name);
    if (studio->slot.samples > 0)
        buf_format(&line, ", %s %.9g s",
                   studio->slot.at_most ? "at most" : "exactly",
                   (double)studio->slot.samples / AUDIO_RATE_HZ);
    cast_name(&line, &studio->cast);
    if (furniture->any)
        buf_format(&line, ", music %016llx",
                   (unsigned long long)furniture->sum);
    return buf_str(&line);
}

/* Everything about the sound that is known before it is made. */
static bool prepare_sound(struct recording *recording,
                          const struct studio *studio,
                          const struct progress *progress)
{
    const struct voice *voice = studio->voice;
    const struct engine *engine = engine_find(voice->engine);
    struct edition *edition = recording->edition;
    struct encoder_facts facts;

    if (!engine->select(voice, recording->err) ||
        !encoder_learn(&facts, studio->encoding, recording->mem,
                       recording->err) ||
        !furniture_load(&recording->furniture, &studio->furniture,
                        studio->loudness_lufs, recording->mem, recording->err))
        return false;
    recording->target_lufs = studio->loudness_lufs;
    recording->slot = studio->slot;
    recording->plan = (struct takes_plan){
        .voice = voice,
        .own_wpm = voice->rate_wpm,
        .engine = engine,
        .level = {.gain_db = studio->loudness_lufs,
                  .ceiling_dbtp =
                      studio->true_peak_dbtp - LOUDNESS_RAISE_MOST_DB,
                  .polish = studio->polish},
        .encoding = studio->encoding,
        .packets = needs_packets(studio),
        .cache = studio->cache,
        .jobs = studio->jobs,
        .progress = progress,
    };
    edition->airing = studio->airing;
    edition->voice = voice->name;
    edition->settings =
        settings_of(studio, &recording->furniture, recording->mem);
    edition->engine = engine_version(engine, recording->mem);
    edition->encoder = str_from(facts.version);
    edition->ceiling_dbtp = studio->true_peak_dbtp;
    edition->mp3_kbps = studio->mp3_kbps;
    edition->cover = studio->cover;
    edition->epub_words = studio->epub_words;
    edition->epub_opus = studio->epub_opus;
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

/* What messages call the edition. */
static const char *name_of(const struct job *job)
{
    return job->inputs->edition ? job->output
                                : io_input_name(job->inputs->paths[0]);
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
    size_t lost = takes_count_lost(edition);

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
static bool write_files(struct product *product, struct recording *recording,
                        const struct studio *studio, const struct job *job)
{
    struct edition *edition = recording->edition;
    struct arena *mem = recording->mem;

    if (!recording_make(recording) ||
        !is_whole(edition, studio, name_of(job), recording->err) ||
        !depot_put(edition->depot, mem, recording->err))
        return false;
    revision_of(edition, &product->changes,
                output_last_manifest(job->output, mem), mem);
    edition->shelf = shelf_of(edition, mem);
    return output_write(&product->files, job->output, edition, mem,
                        recording->err);
}

/* What the files are called, without folder and suffix. */
static str file_name_of(const char *output)
{
    const char *slash = strrchr(output, '/');

    return str_from(slash ? slash + 1 : output);
}

/* What is written while the first sentence is heard. */
struct sending {
    struct recording *recording;
    const struct studio *studio;
};

static bool write_rest(void *context)
{
    const struct sending *sending = context;
    struct recording *recording = sending->recording;
    struct edition *edition = recording->edition;

    return write_script(edition, sending->studio, edition->article,
                        recording->mem, recording->err);
}

/* The edition to standard output while it is made. */
static bool write_stream(struct recording *recording,
                         const struct studio *studio, const char *name)
{
    struct arena *mem = recording->mem;
    /* What is rendered lies apart from what is made meanwhile. */
    struct arena render = arena_halve(mem);
    bool ok;

    recording_begin(recording);
    ok = output_stream(studio->formats[0], recording->edition, render,
                       recording->err);
    recording_end(recording);
    return ok && is_whole(recording->edition, studio, name, recording->err);
}

/* The same, heard before the whole article has been read. */
static bool send_early(struct recording *recording, const struct studio *studio,
                       const char *name)
{
    struct edition *edition = recording->edition;
    struct sending sending = {recording, studio};
    struct article beginning =
        script_beginning(edition->article, &studio->reading, *recording->mem);
    struct error none;

    if (write_script(edition, studio, &beginning, recording->mem, &none)) {
        recording->write_script = write_rest;
        recording->context = &sending;
    } else if (!write_script(edition, studio, edition->article, recording->mem,
                             recording->err)) {
        return false;
    }
    return write_stream(recording, studio, name);
}

static bool has_furniture(const struct studio *studio)
{
    const struct furniture_files *files = &studio->furniture;

    return files->intro || files->outro || files->sting || files->bed;
}

bool pipeline_streams(const struct studio *studio, const char *output)
{
    return strcmp(output, "-") == 0 && studio->formats[0]->streams &&
           studio->slot.samples == 0 && !has_furniture(studio);
}

/* The article as an edition, of which all is known but its sound. */
static bool make_edition(struct product *product, struct recording *recording,
                         const struct studio *studio, const struct job *job)
{
    struct edition *edition = recording->edition;
    struct arena *mem = recording->mem;
    struct error *err = recording->err;
    bool streams = pipeline_streams(studio, job->output);
    const char *name = name_of(job);

    if (streams && !studio->strict)
        return send_early(recording, studio, name);
    if (!write_script(edition, studio, edition->article, mem, err) ||
        !is_sure(edition->script, studio, name, err) ||
        !output_try(job->output, edition, *mem, err))
        return false;
    return streams ? write_stream(recording, studio, name)
                   : write_files(product, recording, studio, job);
}

bool pipeline_make(struct product *product, const struct studio *studio,
                   const struct job *job, struct arena *mem, struct error *err)
{
    struct edition made = {
        .name = file_name_of(job->output),
        .formats = studio->formats,
        .format_count = studio->format_count,
        .language = studio->language,
        .also = studio->also,
        .spool = io_spool("/var/tmp", err),
    };
    struct recording *recording = ARENA_ONE(mem, struct recording);
    bool ok;

    if (made.spool < 0)
        return false;
    *recording = (struct recording){.edition = &made, .mem = mem, .err = err};
    ok = read_articles(&made, studio, job->inputs, mem, err) &&
         prepare_sound(recording, studio, job->progress) &&
         make_edition(product, recording, studio, job);
    if (made.timeline && made.timeline->total > 0)
        product->edition = made;
    else
        pipeline_close(&made);
    return ok;
}
