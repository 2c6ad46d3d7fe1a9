/* What is to be written, and under which names. */
#include "run/plan.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "article/article.h"
#include "base/io.h"
#include "base/utf8.h"
#include "output/manifest.h"

#define DEFAULT_FORMATS "opus,wav"
#define STREAM_FORMATS "opus"
#define NAMELESS "baonoi"
#define NAMELESS_EDITION "ban-tin"
#define SLUG_BYTES 60

static bool is_dash(const char *path)
{
    return strcmp(path, "-") == 0;
}

static bool is_folder(const char *path)
{
    return str_ends(str_from(path), STR("/")) || io_is_folder(path);
}

/* ---- formats ------------------------------------------------------------ */

static bool unknown_format(str name, struct arena tmp, struct error *err)
{
    struct buf all = {.mem = &tmp};

    for (const struct format *const *f = formats; *f; f++)
        buf_format(&all, "%s%s", f == formats ? "" : ", ", (*f)->name);
    return error_set(err, ERROR_USAGE,
                     "--format %.*s: no such format; there are %.*s",
                     STR_ARGS(name), STR_ARGS(buf_str(&all)));
}

static bool has_format(const struct plan *plan, const struct format *format)
{
    for (size_t i = 0; i < plan->format_count; i++)
        if (plan->formats[i] == format)
            return true;
    return false;
}

bool plan_formats(struct plan *plan, const char *names, struct arena *mem,
                  struct error *err)
{
    str rest = str_from(names);
    size_t most = 0;

    while (formats[most])
        most++;
    plan->formats = ARENA_ARRAY(mem, const struct format *, most);
    plan->format_count = 0;
    do {
        str name = str_trim(str_cut(rest, ',', &rest));
        const struct format *format = format_find(name);

        if (!format)
            return unknown_format(name, *mem, err);
        if (!has_format(plan, format))
            plan->formats[plan->format_count++] = format;
    } while (rest.len > 0);
    return true;
}

/* The format whose suffix the path ends in, after at least one letter. */
static const struct format *suffix_format(const char *path)
{
    const char *slash = strrchr(path, '/');
    str name = str_from(slash ? slash + 1 : path);

    for (const struct format *const *f = formats; *f; f++)
        if (name.len > strlen((*f)->suffix) &&
            str_ends(name, str_from((*f)->suffix)))
            return *f;
    return NULL;
}

/* A folder that OUT names to put editions in: not one that is an edition. */
static bool is_place(const char *path)
{
    const struct format *format = suffix_format(path);

    return is_folder(path) && !(format && format->render_folder);
}

/* ---- the names of articles ---------------------------------------------- */

void plan_slug(struct buf *out, str title)
{
    size_t start = out->len, word = start;

    while (title.len > 0 && out->len - start <= SLUG_BYTES) {
        int32_t code = utf8_bare(utf8_lower(utf8_next(&title)));
        bool good = (code >= 'a' && code <= 'z') || utf8_is_digit(code);

        if (good) {
            buf_char(out, (char)code);
        } else if (out->len > word) {
            buf_char(out, '-');
            word = out->len;
        }
    }
    if (out->len - start > SLUG_BYTES) /* the last word may be cut off */
        out->len = word > start ? word : start + SLUG_BYTES;
    if (out->len > start && out->s[out->len - 1] == '-')
        out->len--;
}

/* Named after its title, when it has one. It is read here, and once more by the
 * pipeline: what has come is put in the place of standard input. */
static bool name_stdin(const char **name, struct arena *mem, struct error *err)
{
    struct article article = {0};
    struct error no_article;
    struct buf slug = {.mem = mem};
    str bytes;
    int spool;

    if (!io_read_file(&bytes, "-", mem, err))
        return false;
    spool = io_spool("/tmp", err);
    if (spool < 0)
        return false;
    if (!io_write_at(spool, bytes.s, bytes.len, 0) ||
        dup2(spool, STDIN_FILENO) < 0) {
        close(spool);
        return io_not_written("/tmp", err);
    }
    close(spool);
    if (article_read(&article, bytes, "standard input", mem, &no_article))
        plan_slug(&slug, article.title);
    buf_char(&slug, '\0');
    if (*slug.s)
        *name = slug.s;
    return true;
}

/* The name of its file, without folder and suffix. */
static const char *name_file(const char *path, struct arena *mem)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    const char *dot = strrchr(name, '.');

    return dot && dot > name ? str_zero((str){name, (size_t)(dot - name)}, mem)
                             : name;
}

/* ---- where they go ------------------------------------------------------ */

static bool plan_stdout(struct plan *plan, const struct options *options,
                        struct error *err)
{
    if (plan->count > 1)
        return error_set(err, ERROR_USAGE,
                         "-o -: standard output takes one article");
    if (plan->format_count > 1)
        return error_set(err, ERROR_USAGE,
                         "-o -: standard output takes one format");
    if (plan->formats[0]->render_folder)
        return error_set(err, ERROR_USAGE,
                         "-o -: %s is a folder of files, which standard output "
                         "can't hold",
                         plan->formats[0]->name);
    if (options->voice && strchr(options->voice, ','))
        return error_set(err, ERROR_USAGE,
                         "-o -: standard output takes one voice");
    if (options->json)
        return error_set(err, ERROR_USAGE,
                         "-o -: standard output can't hold --json as well");
    if (isatty(STDOUT_FILENO))
        return error_set(err, ERROR_USAGE,
                         "-o -: standard output is a terminal");
    plan->bases[0] = "-";
    return true;
}

static const char *name_edition(const struct options *options,
                                struct arena *mem)
{
    struct buf slug = {.mem = mem};

    plan_slug(&slug, str_from(options->title ? options->title : ""));
    if (slug.len == 0)
        return NAMELESS_EDITION;
    buf_char(&slug, '\0');
    return slug.s;
}

/* Each edition in `folder`, which ends in a slash or is empty, under the name
 * of its article, or after its own title. */
static bool plan_in_folder(struct plan *plan, const char *folder,
                           const struct options *options, struct arena *mem,
                           struct error *err)
{
    for (size_t i = 0; i < plan->count; i++) {
        const char *path = options->operands.items[i];
        const char *name = NAMELESS;

        if (options->edition)
            name = name_edition(options, mem);
        else if (!is_dash(path))
            name = name_file(path, mem);
        else if (!name_stdin(&name, mem, err))
            return false;
        plan->bases[i] = str_format(mem, "%s%s", folder, name);
    }
    return true;
}

/* One article, under the name that was given. */
static bool plan_named(struct plan *plan, const struct options *options,
                       struct arena *mem, struct error *err)
{
    const char *out = options->output;
    const struct format *format = suffix_format(out);
    str base = str_from(out);

    if (plan->count > 1)
        return error_set(err, ERROR_USAGE,
                         "%s: not a folder, and there are several articles; "
                         "%s/ makes one, and --edition one edition of all",
                         out, out);
    if (format && !has_format(plan, format))
        return error_set(err, ERROR_USAGE,
                         "%s: its suffix is that of %s, which --format does "
                         "not name",
                         out, format->name);
    if (format)
        base.len -= strlen(format->suffix);
    plan->bases[0] = str_zero(base, mem);
    return true;
}

static bool plan_bases(struct plan *plan, const struct options *options,
                       struct arena *mem, struct error *err)
{
    const char *out = options->output;

    plan->count = options->edition ? 1 : options->operands.count;
    plan->bases = ARENA_ARRAY(mem, const char *, plan->count);
    if (!out)
        return plan_in_folder(plan, "", options, mem, err);
    if (is_dash(out))
        return plan_stdout(plan, options, err);
    if (!is_place(out))
        return plan_named(plan, options, mem, err);
    if (out[strlen(out) - 1] != '/')
        out = str_format(mem, "%s/", out);
    return plan_in_folder(plan, out, options, mem, err);
}

/* ---- what must not be --------------------------------------------------- */

/* An edition's name, and which one it is. */
struct base {
    const char *name;
    size_t which;
};

static int by_name(const void *a, const void *b)
{
    const struct base *first = a, *second = b;
    int order = strcmp(first->name, second->name);

    return order != 0 ? order
                      : (first->which > second->which) -
                            (first->which < second->which);
}

static bool check_names_differ(const struct plan *plan,
                               const struct options *options, struct arena tmp,
                               struct error *err)
{
    struct base *bases = ARENA_ARRAY(&tmp, struct base, plan->count);

    for (size_t i = 0; i < plan->count; i++)
        bases[i] = (struct base){plan->bases[i], i};
    qsort(bases, plan->count, sizeof *bases, by_name);
    for (size_t i = 1; i < plan->count; i++)
        if (strcmp(bases[i - 1].name, bases[i].name) == 0)
            return error_set(
                err, ERROR_USAGE,
                "%s: its edition would have the name of that of %s",
                options->operands.items[bases[i].which],
                options->operands.items[bases[i - 1].which]);
    return true;
}

/* A file, by what it is and not how it is called. */
struct file {
    dev_t device;
    ino_t node;
    const char *path;
};

static int by_node(const void *a, const void *b)
{
    const struct file *first = a, *second = b;

    if (first->device != second->device)
        return first->device < second->device ? -1 : 1;
    return (first->node > second->node) - (first->node < second->node);
}

static bool know_file(struct file *file, const char *path)
{
    struct stat info;

    if (stat(path, &info) != 0)
        return false;
    *file = (struct file){info.st_dev, info.st_ino, path};
    return true;
}

/* The inputs, to be searched. */
struct files {
    struct file *items;
    size_t count;
};

static struct files know_inputs(const struct texts *inputs, struct arena *mem)
{
    struct files files = {.items =
                              ARENA_ARRAY(mem, struct file, inputs->count)};

    for (size_t i = 0; i < inputs->count; i++)
        files.count += know_file(&files.items[files.count], inputs->items[i]);
    qsort(files.items, files.count, sizeof *files.items, by_node);
    return files;
}

static bool check_overwrite(const char *output, const struct files *inputs,
                            struct error *err)
{
    const struct file *found;
    struct file file;

    if (!know_file(&file, output))
        return true;
    found = bsearch(&file, inputs->items, inputs->count, sizeof *inputs->items,
                    by_node);
    return !found ||
           error_set(err, ERROR_USAGE, "%s: the edition would overwrite it",
                     found->path);
}

static bool check_inputs_stay(const struct plan *plan,
                              const struct options *options, struct arena tmp,
                              struct error *err)
{
    struct files inputs = know_inputs(&options->operands, &tmp);

    for (size_t i = 0; i < plan->count; i++) {
        struct arena mem = tmp;
        const char *base = plan->bases[i];

        if (is_dash(base))
            continue;
        if (!check_overwrite(str_format(&mem, "%s" MANIFEST_SUFFIX, base),
                             &inputs, err))
            return false;
        for (size_t f = 0; f < plan->format_count; f++)
            if (!check_overwrite(
                    str_format(&mem, "%s%s", base, plan->formats[f]->suffix),
                    &inputs, err))
                return false;
    }
    return true;
}

bool plan_write(struct plan *plan, const struct options *options,
                struct arena *mem, struct error *err)
{
    const char *out = options->output, *names = options->formats;
    const struct format *by_suffix =
        out && !is_place(out) ? suffix_format(out) : NULL;
    struct plan made = {0};

    if (!names && by_suffix)
        names = by_suffix->name;
    else if (!names)
        names = out && is_dash(out) ? STREAM_FORMATS : DEFAULT_FORMATS;
    if (!plan_formats(&made, names, mem, err) ||
        !plan_bases(&made, options, mem, err) ||
        !check_names_differ(&made, options, *mem, err) ||
        !check_inputs_stay(&made, options, *mem, err))
        return false;
    *plan = made;
    return !out || !is_place(out) || io_make_folder(out, *mem, err);
}

struct gather plan_inputs(const struct options *options, size_t which)
{
    bool all = options->edition;

    return (struct gather){
        .paths = &options->operands.items[all ? 0 : which],
        .count = all ? options->operands.count : 1,
        .edition = all,
        .title = str_from(options->title ? options->title : ""),
    };
}
