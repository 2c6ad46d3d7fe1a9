/* baonoi make: articles into audio editions. */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "article/gather.h"
#include "base/io.h"
#include "base/utf8.h"
#include "command/command.h"
#include "output/manifest.h"
#include "run/many.h"
#include "run/paths.h"
#include "run/progress.h"
#include "run/result.h"
#include "run/setup.h"
#include "run/watch.h"

/* What messages call an edition: its article, or its own name. */
static const char *name_of(const struct setup *setup, size_t which)
{
    return setup->options->edition ? setup->plan.bases[which]
                                   : setup->options->operands.items[which];
}

/* The files of the first voice have the edition's name, those of the others
 * that of the voice behind it. */
static const char *base_of(const struct setup *setup, size_t which,
                           size_t voice, struct arena *mem)
{
    struct buf base = {.mem = mem};

    if (voice == 0)
        return setup->plan.bases[which];
    buf_format(&base, "%s.%.*s%c", setup->plan.bases[which],
               STR_ARGS(setup->voices[voice].name), '\0');
    return base.s;
}

/* One article in one voice, with the next one that was made. */
static bool make_voice(struct product *products, const struct setup *setup,
                       size_t which, size_t voice, struct arena *mem,
                       struct error *err)
{
    const struct options *options = setup->options;
    const struct gather inputs = plan_inputs(options, which);
    const char *base = base_of(setup, which, voice, mem);
    struct product *product = &products[voice];
    struct studio studio = setup->studios[voice];
    struct meter meter = {
        .name = io_input_name(name_of(setup, which)),
        .quiet = options->quiet || setup->one_line,
        .terminal = paths_terminal(),
        .streams = pipeline_streams(&studio, base),
    };
    struct progress progress = progress_of(&meter);
    const struct job job = {&inputs, base, &progress};
    bool ok;

    if (voice + 1 < setup->voice_count)
        studio.also = &products[voice + 1].edition;
    ok = pipeline_make(product, &studio, &job, mem, err);
    progress_end(&meter);
    if (product->edition.script && !options->quiet)
        result_lost(&product->edition);
    return ok;
}

static bool tell_result(const struct setup *setup, size_t which,
                        const struct product *product, struct arena tmp,
                        struct error *err)
{
    const char *name = name_of(setup, which);

    if (!setup->options->quiet)
        result_summary(name, &product->edition, &product->files,
                       &product->changes);
    return !setup->options->json ||
           result_json(result_edition(name, &product->edition, &product->files,
                                      &product->changes, &tmp),
                       err);
}

/* The last voice first: a page plays them all. */
static bool make_one(const struct setup *setup, size_t which, struct arena mem,
                     struct error *err)
{
    struct product products[SETUP_VOICES_MOST] = {0};
    bool ok = true;

    for (size_t i = setup->voice_count; ok && i-- > 0;)
        ok = make_voice(products, setup, which, i, &mem, err);
    for (size_t i = 0; ok && i < setup->voice_count; i++)
        ok = tell_result(setup, which, &products[i], mem, err);
    for (size_t i = 0; i < setup->voice_count; i++)
        pipeline_close(&products[i].edition);
    return ok;
}

/* A failure on the way: said at once, while the others go on. */
static bool tell_failure(const struct setup *setup, size_t which,
                         struct arena tmp, const struct error *failure,
                         struct error *err)
{
    str article = result_path(name_of(setup, which), &tmp);
    str message = utf8_clean(str_from(failure->message), &tmp);

    if (setup->plan.count > 1)
        fprintf(stderr, "baonoi: %s\n", failure->message);
    return !setup->options->json ||
           result_json(json_pack("{s:s%, s:s%, s:i}", "article",
                                 JSON_STR(article), "error", JSON_STR(message),
                                 "status", (int)failure->code),
                       err);
}

/* Several editions as they come (run/many.h). */
struct editions {
    const struct setup *setup;
    size_t failed;
    struct buf names; /* of those that failed */
    struct error *err;
};

static bool make_edition(void *context, size_t which, struct arena mem,
                         struct error *err)
{
    return make_one(((struct editions *)context)->setup, which, mem, err);
}

static bool made_edition(void *context, size_t which,
                         const struct error *failure)
{
    struct editions *all = context;

    if (!failure)
        return true;
    buf_format(&all->names, "%s%s", all->failed++ > 0 ? ", " : "",
               name_of(all->setup, which));
    return tell_failure(all->setup, which, *all->names.mem, failure, all->err);
}

/* The edition fails as its article does. */
static bool make_alone(const struct setup *setup, struct arena *mem,
                       struct error *err)
{
    struct error failure = {0};

    if (make_one(setup, 0, *mem, &failure))
        return true;
    if (failure.code != ERROR_STOPPED &&
        !tell_failure(setup, 0, *mem, &failure, err))
        return false;
    *err = failure;
    return false;
}

static bool make_several(const struct setup *setup, struct arena *mem,
                         struct error *err)
{
    struct arena names = {mem->next,
                          mem->next + (size_t)(mem->end - mem->next) / 2};
    struct editions all = {
        .setup = setup, .names = {.mem = &names}, .err = err};
    struct many many = {
        .count = setup->plan.count,
        .jobs = setup->studios[0].jobs,
        .quiet = setup->options->quiet,
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

static bool make_planned(const struct setup *setup, struct arena *mem,
                         struct error *err)
{
    return setup->plan.count == 1 ? make_alone(setup, mem, err)
                                  : make_several(setup, mem, err);
}

/* ---- a folder that is watched ------------------------------------------- */

/* Whether the edition was made of the article as it is, whatever else has
 * changed since. */
static bool is_made(const char *article, const char *base, struct arena tmp)
{
    struct error unread;
    str bytes;

    return io_read_file(&bytes, article, &tmp, &unread) &&
           manifest_is_of(output_manifest(base, &tmp), gather_sum(bytes, &tmp),
                          tmp);
}

/* What failed has been told; the folder is watched on. */
static bool make_found(const struct setup *all, const struct texts *files,
                       struct arena mem, struct error *err)
{
    struct setup *setup = ARENA_ONE(&mem, struct setup);
    struct options options = *all->options;
    struct error failure = {0};
    bool ok;

    *setup = *all;
    setup->options = &options;
    options.operands = *files;
    ok = plan_write(&setup->plan, &options, &mem, &failure);
    setup->one_line = setup->plan.count > 1 && paths_terminal();
    ok = ok && make_planned(setup, &mem, &failure);
    if (ok || failure.code == ERROR_SOME)
        return true;
    if (failure.code == ERROR_STOPPED)
        return error_set(err, ERROR_STOPPED, "stopped");
    fprintf(stderr, "baonoi: %s\n", failure.message);
    return true;
}

/* One after another where two would have one name: the last stays. What has
 * changed is made again, however young its edition is: it may have changed
 * while that was made. */
static bool found(void *context, const struct texts *files, bool changed,
                  struct arena mem, struct error *err)
{
    const struct setup *setup = context;
    struct options options = *setup->options;
    struct texts anew = {ARENA_ARRAY(&mem, const char *, files->count), 0};
    struct plan plan;
    struct error unplanned;

    options.operands = *files;
    if (!plan_write(&plan, &options, &mem, &unplanned)) {
        for (size_t i = 0; i < files->count && files->count > 1; i++) {
            struct texts one = {&files->items[i], 1};

            if (!found(context, &one, changed, mem, err))
                return false;
        }
        if (files->count == 1)
            fprintf(stderr, "baonoi: %s\n", unplanned.message);
        return true;
    }
    for (size_t i = 0; i < files->count; i++)
        if (changed || !is_made(files->items[i], plan.bases[i], mem))
            anew.items[anew.count++] = files->items[i];
    return anew.count == 0 || make_found(setup, &anew, mem, err);
}

/* Several editions need a folder, which may still have to be made. */
static bool make_watched(struct setup *setup, struct arena *mem,
                         struct error *err)
{
    struct options options = *setup->options;
    const char *output = options.output ? options.output : ".";
    struct buf folder = {.mem = mem};
    struct watch watch = {options.watch, found, setup};
    struct stat from, to;

    if (options.edition || strcmp(output, "-") == 0)
        return error_set(err, ERROR_USAGE, "--watch: not with %s",
                         options.edition ? "--edition" : "-o -");
    buf_format(&folder, "%s/%c", output, '\0');
    options.output = folder.s;
    setup->options = &options;
    if (!setup_prepare(setup, mem, err))
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
    struct setup *setup = ARENA_ONE(mem, struct setup);

    setup->options = options;
    if (options->watch)
        return make_watched(setup, mem, err);
    return setup_prepare(setup, mem, err) && make_planned(setup, mem, err);
}
