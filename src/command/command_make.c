/* baonoi make: articles into audio editions. */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/io.h"
#include "base/process.h"
#include "base/utf8.h"
#include "command/command.h"
#include "command/many.h"
#include "command/paths.h"
#include "command/plan.h"
#include "command/progress.h"
#include "command/radio.h"
#include "command/result.h"
#include "command/watch.h"
#include "format/mp3.h"
#include "format/picture.h"
#include "pipeline.h"
#include "words/lexicon.h"

#define BYTES_PER_MB 1000000

#define VOICES_MOST 6

/* What all articles of a run share: one studio for each voice. */
struct run {
    const struct options *options;
    struct plan plan;
    struct voice voices[VOICES_MOST];
    struct studio studios[VOICES_MOST];
    size_t voice_count;
    struct lexicon lexicon;
    struct encoding encoding;
    bool one_line; /* of progress, for all editions together */
};

/* What came of one article in one voice. */
struct product {
    const char *base;
    struct edition edition;
    struct output_files files;
    struct changes changes;
};

/* All of --voice: names, commas between. */
static bool load_voices(struct run *run, const char *folder,
                        const struct wishes *wishes, struct arena *mem,
                        struct error *err)
{
    str names = str_from(run->options->voice);

    do {
        str name = str_cut(names, ',', &names);

        if (run->voice_count == VOICES_MOST)
            return error_set(err, ERROR_USAGE, "--voice %s: more than %d",
                             run->options->voice, VOICES_MOST);
        if (!style_load(&run->voices[run->voice_count++], folder, name, wishes,
                        mem, err))
            return false;
    } while (names.len > 0);
    return true;
}

/* The other voices have no page of their own: they are in that of the first. */
static void leave_pages_out(struct studio *studio, struct arena *mem)
{
    const struct format **kept =
        ARENA_ARRAY(mem, const struct format *, studio->format_count);
    size_t count = 0;

    for (size_t i = 0; i < studio->format_count; i++)
        if (studio->formats[i] != &format_html &&
            studio->formats[i] != &format_fragment)
            kept[count++] = studio->formats[i];
    studio->formats = kept;
    studio->format_count = count;
}

static bool open_studios(struct run *run, const struct studio *studio,
                         struct arena *mem, struct error *err)
{
    const struct voice *voices[VOICES_MOST + ROLE_COUNT + 1] = {0};
    size_t count = 0;

    for (size_t i = 0; i < run->voice_count; i++) {
        run->studios[i] = *studio;
        run->studios[i].voice = &run->voices[i];
        if (i > 0)
            leave_pages_out(&run->studios[i], mem);
        voices[count++] = &run->voices[i];
    }
    for (size_t i = 0; i < ROLE_COUNT; i++)
        voices[count++] = studio->cast.roles[i];
    voices[count++] = studio->cast.quotation;
    return pipeline_open(voices, count, err);
}

static bool prepare(struct run *run, struct arena *mem, struct error *err)
{
    const struct options *options = run->options;
    struct studio studio;
    const struct wishes wishes = {
        .rate_wpm = options->rate_wpm,
        .pitch_percent = options->pitch_percent,
        .style = options->style,
        .flat = options->flat,
    };
    struct cast cast;
    const char *voices;

    run->encoding = encoder_table[options->quality];
    if (options->bitrate_kbps > 0)
        run->encoding.bitrate = (int32_t)(options->bitrate_kbps * 1000);
    if (!plan_write(&run->plan, options, mem, err) ||
        !paths_voices(&voices, options, mem, err) ||
        !load_voices(run, voices, &wishes, mem, err) ||
        !cast_load(&cast, str_from(options->cast ? options->cast : ""), voices,
                   &wishes, mem, err) ||
        !command_lexicon_load(&run->lexicon, options, voices, mem, err))
        return false;
    studio = (struct studio){
        .cast = cast,
        .polish = &polish_table[options->sound],
        .lexicon = &run->lexicon,
        .reading = {.captions = options->captions,
                    .chapters = (enum chapter_mode)options->chapters,
                    .region = (enum region)options->region},
        .loudness_lufs = options->loudness_lufs,
        .true_peak_dbtp = options->true_peak_dbtp,
        .encoding = &run->encoding,
        .mp3_kbps = mp3_rates[options->mp3],
        .epub_words = options->epub_sync != 0,
        .epub_opus = options->epub_audio != 0,
        .cache = {.folder = paths_cache(options, mem),
                  .limit_bytes = (uint64_t)options->cache_mb * BYTES_PER_MB},
        .formats = run->plan.formats,
        .format_count = run->plan.format_count,
        .language = (enum language)options->language,
        .jobs = options->jobs > 0 ? (size_t)options->jobs : process_cores(),
        .allow_gaps = options->allow_gaps,
        .strict = options->strict,
    };
    run->one_line = run->plan.count > 1 && paths_terminal();
    if (options->cover &&
        !picture_read(&studio.cover, options->cover, mem, err))
        return false;
    return radio_options(&studio, options, voices, mem, err) &&
           open_studios(run, &studio, mem, err);
}

/* What messages call an edition: its article, or its own name. */
static const char *name_of(const struct run *run, size_t which)
{
    return run->options->edition ? run->plan.bases[which]
                                 : run->options->operands.items[which];
}

/* One article in one voice, with the next one that was made. */
static bool make_voice(struct product *products, const struct run *run,
                       size_t which, size_t voice, struct arena *mem,
                       struct error *err)
{
    const struct options *options = run->options;
    const struct gather inputs = plan_inputs(options, which);
    struct product *product = &products[voice];
    struct studio studio = run->studios[voice];
    struct meter meter = {
        .name = io_input_name(name_of(run, which)),
        .quiet = options->quiet || run->one_line,
        .terminal = paths_terminal(),
        .streams = pipeline_streams(&studio, product->base),
    };
    struct progress progress = progress_of(&meter);
    bool ok;

    if (voice + 1 < run->voice_count)
        studio.also = &products[voice + 1].edition;
    ok = pipeline_make(&product->edition, &product->files, &product->changes,
                       &studio, &inputs, product->base, &progress, mem, err);
    progress_end(&meter);
    if (product->edition.script && !options->quiet)
        result_lost(&product->edition);
    return ok;
}

static bool tell_result(const struct run *run, size_t which,
                        const struct product *product, struct arena tmp,
                        struct error *err)
{
    const char *name = name_of(run, which);

    if (!run->options->quiet)
        result_summary(name, &product->edition, &product->files,
                       &product->changes);
    return !run->options->json ||
           result_json(result_edition(name, &product->edition, &product->files,
                                      &product->changes, &tmp),
                       err);
}

/* The files of the first voice have the edition's name, those of the others
 * that of the voice behind it. */
static const char *base_of(const struct run *run, size_t which, size_t voice,
                           struct arena *mem)
{
    struct buf base = {.mem = mem};

    if (voice == 0)
        return run->plan.bases[which];
    buf_format(&base, "%s.%.*s%c", run->plan.bases[which],
               STR_ARGS(run->voices[voice].name), '\0');
    return base.s;
}

/* The last voice first: a page plays them all. */
static bool make_one(const struct run *run, size_t which, struct arena mem,
                     struct error *err)
{
    struct product products[VOICES_MOST] = {0};
    bool ok = true;

    for (size_t i = run->voice_count; ok && i-- > 0;) {
        products[i].base = base_of(run, which, i, &mem);
        ok = make_voice(products, run, which, i, &mem, err);
    }
    for (size_t i = 0; ok && i < run->voice_count; i++)
        ok = tell_result(run, which, &products[i], mem, err);
    for (size_t i = 0; i < run->voice_count; i++)
        pipeline_close(&products[i].edition);
    return ok;
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

/* Several editions as they come (command/many.h). */
struct editions {
    const struct run *run;
    size_t failed;
    struct buf names; /* of those that failed */
    struct error *err;
};

static bool make_edition(void *context, size_t which, struct arena mem,
                         struct error *err)
{
    return make_one(((struct editions *)context)->run, which, mem, err);
}

static bool made_edition(void *context, size_t which,
                         const struct error *failure)
{
    struct editions *all = context;

    if (!failure)
        return true;
    buf_format(&all->names, "%s%s", all->failed++ > 0 ? ", " : "",
               name_of(all->run, which));
    return tell_failure(all->run, which, *all->names.mem, failure, all->err);
}

/* The edition fails as its article does. */
static bool make_alone(const struct run *run, struct arena *mem,
                       struct error *err)
{
    struct error failure = {0};

    if (make_one(run, 0, *mem, &failure))
        return true;
    if (failure.code != ERROR_STOPPED &&
        !tell_failure(run, 0, *mem, &failure, err))
        return false;
    *err = failure;
    return false;
}

static bool make_several(const struct run *run, struct arena *mem,
                         struct error *err)
{
    struct arena names = {mem->next,
                          mem->next + (size_t)(mem->end - mem->next) / 2};
    struct editions all = {.run = run, .names = {.mem = &names}, .err = err};
    struct many many = {
        .count = run->plan.count,
        .jobs = run->studios[0].jobs,
        .quiet = run->options->quiet,
        .make = make_edition,
        .made = made_edition,
        .context = &all,
    };

    mem->next = names.end;
    if (!many_make(&many, mem, err))
        return false;
    return all.failed == 0 ||
           error_set(err, ERROR_SOME, "%zu of %zu articles failed: %.*s",
                     all.failed, many.count, STR_ARGS(buf_str(&all.names)));
}

static bool make_planned(const struct run *run, struct arena *mem,
                         struct error *err)
{
    return run->plan.count == 1 ? make_alone(run, mem, err)
                                : make_several(run, mem, err);
}

/* ---- a folder that is watched ------------------------------------------- */

/* Whether the edition is younger than the article: than its last change, or
 * the moment when it was moved here. */
static bool is_made(const char *article, const char *base, struct arena tmp)
{
    const char *manifest = output_manifest(base, &tmp);
    struct stat in, out;

    if (!manifest || stat(article, &in) != 0 || stat(manifest, &out) != 0)
        return false;
    return out.st_mtim.tv_sec > in.st_ctim.tv_sec ||
           (out.st_mtim.tv_sec == in.st_ctim.tv_sec &&
            out.st_mtim.tv_nsec > in.st_ctim.tv_nsec);
}

/* What failed has been told; the folder is watched on. */
static bool make_found(const struct run *all, const struct texts *files,
                       struct arena mem, struct error *err)
{
    struct run *run = ARENA_ONE(&mem, struct run);
    struct options options = *all->options;
    struct error failure = {0};
    bool ok;

    *run = *all;
    run->options = &options;
    options.operands = *files;
    ok = plan_write(&run->plan, &options, &mem, &failure);
    run->one_line = run->plan.count > 1 && paths_terminal();
    ok = ok && make_planned(run, &mem, &failure);
    if (ok || failure.code == ERROR_SOME)
        return true;
    if (failure.code == ERROR_STOPPED)
        return error_set(err, ERROR_STOPPED, "stopped");
    fprintf(stderr, "baonoi: %s\n", failure.message);
    return true;
}

/* One after another where two would have one name: the last stays. */
static bool found(void *context, const struct texts *files, struct arena mem,
                  struct error *err)
{
    const struct run *run = context;
    struct options options = *run->options;
    struct texts anew = {ARENA_ARRAY(&mem, const char *, files->count), 0};
    struct plan plan;
    struct error unplanned;

    options.operands = *files;
    if (!plan_write(&plan, &options, &mem, &unplanned)) {
        for (size_t i = 0; i < files->count && files->count > 1; i++) {
            struct texts one = {&files->items[i], 1};

            if (!found(context, &one, mem, err))
                return false;
        }
        if (files->count == 1)
            fprintf(stderr, "baonoi: %s\n", unplanned.message);
        return true;
    }
    for (size_t i = 0; i < files->count; i++)
        if (!is_made(files->items[i], plan.bases[i], mem))
            anew.items[anew.count++] = files->items[i];
    return anew.count == 0 || make_found(run, &anew, mem, err);
}

/* Several editions need a folder, which may still have to be made. */
static bool make_watched(struct run *run, struct arena *mem, struct error *err)
{
    struct options options = *run->options;
    const char *output = options.output ? options.output : ".";
    struct buf folder = {.mem = mem};
    struct watch watch = {options.watch, found, run};
    struct stat from, to;

    if (options.edition || strcmp(output, "-") == 0)
        return error_set(err, ERROR_USAGE, "--watch: not with %s",
                         options.edition ? "--edition" : "-o -");
    buf_format(&folder, "%s/%c", output, '\0');
    options.output = folder.s;
    run->options = &options;
    if (!prepare(run, mem, err))
        return false;
    if (stat(options.watch, &from) == 0 && stat(output, &to) == 0 &&
        from.st_dev == to.st_dev && from.st_ino == to.st_ino)
        return error_set(err, ERROR_USAGE,
                         "--watch %s: -o must be another folder",
                         options.watch);
    return watch_run(&watch, mem, err);
}

bool command_make(const struct options *options, struct arena *mem,
                  struct error *err)
{
    struct run *run = ARENA_ONE(mem, struct run);

    run->options = options;
    if (options->watch)
        return make_watched(run, mem, err);
    return prepare(run, mem, err) && make_planned(run, mem, err);
}
