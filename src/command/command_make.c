/* baonoi make: articles into audio editions. */
#include <stdio.h>

#include "article/dates.h"
#include "base/io.h"
#include "base/process.h"
#include "base/utf8.h"
#include "command/command.h"
#include "command/paths.h"
#include "command/plan.h"
#include "command/progress.h"
#include "command/result.h"
#include "format/mp3.h"
#include "pipeline.h"
#include "words/lexicon.h"

#define BYTES_PER_MB 1000000

/* What all articles of a run share. */
struct run {
    const struct options *options;
    struct plan plan;
    struct voice voice;
    struct lexicon lexicon;
    struct studio studio;
};

static bool load_voice(struct voice *voice, const struct options *options,
                       const char *folder, struct arena *mem, struct error *err)
{
    if (!voice_load(voice, folder, options->voice, mem, err))
        return false;
    if (options->rate_wpm > 0)
        voice->rate_wpm = options->rate_wpm;
    if (options->pitch_percent > 0)
        voice->pitch_percent = options->pitch_percent;
    voice->flat = options->flat;
    return true;
}

/* An option's date in ISO 8601; empty when it was not given. */
static bool read_date(str *date, const char *name, const char *value,
                      struct arena *mem, struct error *err)
{
    struct stamp stamp;

    *date = (str){0};
    if (!value)
        return true;
    if (dates_find(&stamp, str_from(value)))
        *date = dates_iso(&stamp, mem);
    return date->len > 0 ||
           error_set(err, ERROR_USAGE, "--%s %s: not a date", name, value);
}

static bool read_airing(struct studio *studio, const struct options *options,
                        struct arena *mem, struct error *err)
{
    struct airing *airing = &studio->airing;

    *airing = (struct airing){
        .wide = options->wav_bits > 0,
        .dual_mono = options->dual_mono,
        .cut = str_from(options->cut ? options->cut : ""),
    };
    return read_date(&studio->date, "date", options->date, mem, err) &&
           read_date(&airing->starts, "starts", options->starts, mem, err) &&
           read_date(&airing->expires, "expires", options->expires, mem, err);
}

static bool prepare(struct run *run, struct arena *mem, struct error *err)
{
    const struct options *options = run->options;
    const char *voices;

    if (!plan_write(&run->plan, options, mem, err) ||
        !paths_voices(&voices, options, mem, err) ||
        !load_voice(&run->voice, options, voices, mem, err) ||
        !command_lexicon_load(&run->lexicon, options, voices, mem, err))
        return false;
    run->studio = (struct studio){
        .voice = &run->voice,
        .lexicon = &run->lexicon,
        .reading = {.captions = options->captions,
                    .chapters = (enum chapter_mode)options->chapters,
                    .region = (enum region)options->region},
        .loudness_lufs = options->loudness_lufs,
        .true_peak_dbtp = options->true_peak_dbtp,
        .encoding = &encoder_table[options->quality],
        .mp3_kbps = mp3_rates[options->mp3],
        .cache = {.folder = paths_cache(options, mem),
                  .limit_bytes = (uint64_t)options->cache_mb * BYTES_PER_MB},
        .formats = run->plan.formats,
        .format_count = run->plan.format_count,
        .language = (enum language)options->language,
        .jobs = options->jobs > 0 ? (size_t)options->jobs : process_cores(),
        .allow_gaps = options->allow_gaps,
        .strict = options->strict,
    };
    return read_airing(&run->studio, options, mem, err) &&
           pipeline_open(&run->studio, err);
}

/* What messages call an edition: its article, or its own name. */
static const char *name_of(const struct run *run, size_t which)
{
    return run->options->edition ? run->plan.bases[which]
                                 : run->options->operands.items[which];
}

static bool make_one(const struct run *run, size_t which, struct arena mem,
                     struct error *err)
{
    const struct options *options = run->options;
    const struct gather inputs = plan_inputs(options, which);
    const char *name = name_of(run, which);
    struct meter meter = {
        .name = io_input_name(name),
        .quiet = options->quiet,
        .terminal = paths_terminal(),
        .streams = pipeline_streams(&run->studio, run->plan.bases[which]),
    };
    struct progress progress = progress_of(&meter);
    struct edition edition = {0};
    struct output_files files = {0};
    struct changes changes = {0};
    bool ok = pipeline_make(&edition, &files, &changes, &run->studio, &inputs,
                            run->plan.bases[which], &progress, &mem, err);

    progress_end(&meter);
    if (edition.script && !options->quiet)
        result_lost(&edition);
    if (!ok)
        return false;
    if (!options->quiet)
        result_summary(name, &edition, &files, &changes);
    return !options->json ||
           result_json(result_edition(name, &edition, &files, &changes, &mem),
                       err);
}

/* A failure on the way: said at once, while the others go on. */
static bool tell_failure(const struct run *run, size_t which, struct arena tmp,
                         const struct error *failure, struct error *err)
{
    str article = result_path(name_of(run, which), &tmp);
    str message = utf8_clean(str_from(failure->message), &tmp);

    if (run->plan.count > 1)
        fprintf(stderr, "baonoi: %s\n", failure->message);
    return !run->options->json ||
           result_json(json_pack("{s:s%, s:s%, s:i}", "article",
                                 JSON_STR(article), "error", JSON_STR(message),
                                 "status", (int)failure->code),
                       err);
}

bool command_make(const struct options *options, struct arena *mem,
                  struct error *err)
{
    struct run *run = ARENA_ONE(mem, struct run);
    size_t failed = 0;
    struct buf names = {.mem = mem};
    struct error failure = {0};

    run->options = options;
    if (!prepare(run, mem, err))
        return false;
    for (size_t i = 0; i < run->plan.count; i++) {
        if (make_one(run, i, *mem, &failure))
            continue;
        if (failure.code == ERROR_STOPPED)
            break;
        if (!tell_failure(run, i, *mem, &failure, err))
            return false;
        buf_format(&names, "%s%s", failed++ > 0 ? ", " : "", name_of(run, i));
    }
    if (failed > 0 && run->plan.count > 1 && failure.code != ERROR_STOPPED)
        return error_set(err, ERROR_SOME, "%zu of %zu articles failed: %.*s",
                         failed, run->plan.count, STR_ARGS(buf_str(&names)));
    *err = failure;
    return failure.code == ERROR_NONE;
}
