/* What a new edition is to the one whose place it takes. */
#include "output/revision.h"

#include <string.h>

#include "base/hash.h"
#include "base/io.h"
#include "output/manifest.h"
#include "reading/script.h"

#define IDENTITY_DIGITS 32
#define IDENTITY_SIGNS "0123456789abcdef"
/* Two texts are compared sentence by sentence up to this many pairs; of longer
 * ones only the revision is told. */
#define PAIRS_MOST 4000000

/* A sentence of either edition. */
struct line {
    str written, spoken;
    double start_s;
};

struct text {
    struct line *lines;
    size_t count;
};

static str hex_of(str bytes, size_t digits, struct arena *mem)
{
    struct hash hash = hash_of(bytes);
    char hex[HASH_HEX_BYTES];

    hash_hex(hex, &hash);
    return str_copy((str){hex, digits}, mem);
}

static str identity_of(const struct article *article, struct arena *mem)
{
    struct buf facts = {.mem = mem};

    buf_format(&facts, "%.*s\n%.*s\n%.*s\n%.*s", STR_ARGS(article->title),
               STR_ARGS(article->author), STR_ARGS(article->date),
               STR_ARGS(article->source));
    return hex_of(buf_str(&facts), IDENTITY_DIGITS, mem);
}

/* A manifest is a file that others may have changed; in some formats the
 * identity stands as it is. */
static bool is_identity(str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!memchr(IDENTITY_SIGNS, text.s[i], strlen(IDENTITY_SIGNS)))
            return false;
    return text.len == IDENTITY_DIGITS;
}

/* ---- the texts ---------------------------------------------------------- */

static struct text old_text(const json_t *manifest, struct arena *mem)
{
    const json_t *list = json_object_get(manifest, "sentences");
    struct text text = {.count = json_array_size(list)};

    text.lines = ARENA_ARRAY(mem, struct line, text.count);
    for (size_t i = 0; i < text.count; i++) {
        const json_t *sentence = json_array_get(list, i);

        text.lines[i] = (struct line){
            .written = manifest_text(sentence, "written", mem),
            .spoken = manifest_text(sentence, "spoken", mem),
            .start_s = json_number_value(json_object_get(sentence, "start")),
        };
    }
    return text;
}

static struct text new_text(const struct edition *edition, struct arena *mem)
{
    const struct script *script = edition->script;
    struct text text = {.count = script->sentence_count};

    text.lines = ARENA_ARRAY(mem, struct line, text.count);
    for (size_t i = 0; i < text.count; i++) {
        struct buf spoken = {.mem = mem};

        script_text(&spoken, &script->sentences[i], false);
        text.lines[i] = (struct line){
            .written = script->sentences[i].written,
            .spoken = buf_str(&spoken),
            .start_s = (double)edition->timeline->sentences[i] / AUDIO_RATE_HZ,
        };
    }
    return text;
}

static bool same_line(const struct line *a, const struct line *b)
{
    return str_eq(a->spoken, b->spoken) && str_eq(a->written, b->written);
}

/* ---- what is different -------------------------------------------------- */

static void add_change(struct changes *changes, const struct line *before,
                       const struct line *after)
{
    struct change *change = &changes->items[changes->count++];

    change->kind = !before  ? CHANGE_ADDED
                   : !after ? CHANGE_REMOVED
                            : CHANGE_ALTERED;
    if (before) {
        change->before = before->written;
        change->before_s = before->start_s;
    }
    if (after) {
        change->after = after->written;
        change->after_s = after->start_s;
    }
}

/* The longest common subsequences: common[i * columns + j] is its length from
 * line i and line j on. */
static uint32_t *common_lines(const struct line *before, size_t before_count,
                              const struct line *after, size_t after_count,
                              struct arena *tmp)
{
    size_t columns = after_count + 1;
    uint32_t *common = ARENA_ARRAY(tmp, uint32_t, (before_count + 1) * columns);

    for (size_t i = before_count; i-- > 0;)
        for (size_t j = after_count; j-- > 0;) {
            uint32_t *at = &common[i * columns + j];

            if (same_line(&before[i], &after[j]))
                *at = at[columns + 1] + 1;
            else
                *at = at[columns] > at[1] ? at[columns] : at[1];
        }
    return common;
}

/* Lines that stand against each other between two common ones are altered;
 * where one side has more, they are added or removed. */
static void add_gap(struct changes *changes, const struct line *before,
                    size_t before_count, const struct line *after,
                    size_t after_count)
{
    for (size_t i = 0; i < before_count || i < after_count; i++)
        add_change(changes, i < before_count ? &before[i] : NULL,
                   i < after_count ? &after[i] : NULL);
}

/* Takes off the lines that both begin or end with: most of a corrected text. */
static void narrow(struct text *before, struct text *after)
{
    while (before->count > 0 && after->count > 0 &&
           same_line(before->lines, after->lines)) {
        *before = (struct text){before->lines + 1, before->count - 1};
        *after = (struct text){after->lines + 1, after->count - 1};
    }
    while (before->count > 0 && after->count > 0 &&
           same_line(&before->lines[before->count - 1],
                     &after->lines[after->count - 1])) {
        before->count--;
        after->count--;
    }
}

static void compare(struct changes *changes, struct text before,
                    struct text after, struct arena tmp)
{
    size_t i = 0, j = 0, gap_i = 0, gap_j = 0, columns;
    uint32_t *common;

    narrow(&before, &after);
    columns = after.count + 1;
    if (before.count > 0 && after.count > PAIRS_MOST / before.count)
        return;
    common = common_lines(before.lines, before.count, after.lines, after.count,
                          &tmp);
    while (i < before.count && j < after.count) {
        if (same_line(&before.lines[i], &after.lines[j])) {
            add_gap(changes, before.lines + gap_i, i - gap_i,
                    after.lines + gap_j, j - gap_j);
            gap_i = ++i;
            gap_j = ++j;
        } else if (common[(i + 1) * columns + j] >=
                   common[i * columns + j + 1]) {
            i++;
        } else {
            j++;
        }
    }
    add_gap(changes, before.lines + gap_i, before.count - gap_i,
            after.lines + gap_j, after.count - gap_j);
}

/* ---- the revision ------------------------------------------------------- */

static bool same_text(struct text a, struct text b)
{
    if (a.count != b.count)
        return false;
    for (size_t i = 0; i < a.count; i++)
        if (!same_line(&a.lines[i], &b.lines[i]))
            return false;
    return true;
}

static bool same_story(const struct story *story, const json_t *before,
                       struct arena tmp)
{
    return str_eq(manifest_text(before, "title", &tmp), story->title) &&
           str_eq(manifest_text(before, "author", &tmp), story->author) &&
           str_eq(manifest_text(before, "date", &tmp), story->date) &&
           str_eq(manifest_text(before, "source", &tmp), story->source) &&
           str_eq(manifest_text(before, "address", &tmp), story->address);
}

/* Those that were left out stand in no manifest; then other sentences are in
 * it, too. */
static bool same_stories(const struct article *article, const json_t *manifest,
                         struct arena tmp)
{
    const json_t *list = json_object_get(manifest, "articles");

    for (size_t i = 0; i < json_array_size(list); i++)
        if (i >= article->story_count ||
            !same_story(&article->stories[i], json_array_get(list, i), tmp))
            return false;
    return true;
}

static bool same_facts(const struct edition *edition, const json_t *manifest,
                       struct arena tmp)
{
    const struct article *article = edition->article;

    return str_eq(manifest_text(manifest, "title", &tmp), article->title) &&
           str_eq(manifest_text(manifest, "author", &tmp), article->author) &&
           str_eq(manifest_text(manifest, "date", &tmp), article->date) &&
           str_eq(manifest_text(manifest, "source", &tmp), article->source) &&
           str_eq(manifest_text(manifest, "address", &tmp), article->address) &&
           str_eq(manifest_text(manifest, "settings", &tmp),
                  edition->settings) &&
           same_stories(article, manifest, tmp);
}

/* Not another article under the same name: it has the same title, or half of
 * the sentences of either are in both. */
static bool is_same_article(const struct edition *edition,
                            const json_t *manifest, struct text before,
                            struct text after, struct arena tmp)
{
    size_t larger = before.count > after.count ? before.count : after.count;
    size_t common = 0;

    if (str_eq(manifest_text(manifest, "title", &tmp), edition->article->title))
        return true;
    for (size_t i = 0; i < before.count; i++)
        for (size_t j = 0; j < after.count; j++)
            if (str_eq(before.lines[i].written, after.lines[j].written)) {
                common++;
                break;
            }
    return 2 * common >= larger;
}

void revision_of(struct edition *edition, struct changes *changes,
                 const char *path, struct arena *mem)
{
    json_t *manifest = manifest_load(path, *mem);
    json_int_t revision =
        json_integer_value(json_object_get(manifest, "revision"));
    str identity = manifest_text(manifest, "id", mem);
    struct text before, after;

    *changes = (struct changes){0};
    edition->identity = identity_of(edition->article, mem);
    edition->revision = 1;
    before = old_text(manifest, mem);
    after = new_text(edition, mem);
    if (revision >= 1 && revision < UINT32_MAX && is_identity(identity) &&
        is_same_article(edition, manifest, before, after, *mem)) {
        changes->items =
            ARENA_ARRAY(mem, struct change, before.count + after.count);
        if (!same_text(before, after))
            compare(changes, before, after, *mem);
        edition->identity = identity;
        edition->revision =
            (uint32_t)revision +
            (!same_text(before, after) || !same_facts(edition, manifest, *mem));
    }
    json_decref(manifest);
}
