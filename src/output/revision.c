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

/* A sentence of either edition: what tells it from others. */
struct line {
    struct hash written, whole; /* whole: as written and as spoken */
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

static struct line line_of(str written, str spoken, double start_s,
                           struct arena tmp)
{
    struct buf whole = {.mem = &tmp};

    buf_format(&whole, "%.*s\n%.*s", STR_ARGS(written), STR_ARGS(spoken));
    return (struct line){hash_of(written), hash_of(buf_str(&whole)), start_s};
}

/* The lines of the old text as they are read. */
struct reading {
    struct buf lines;
    struct arena tmp;
};

static void add_old(void *context, const json_t *sentence)
{
    struct reading *reading = context;
    struct arena mem = reading->tmp;
    str written = manifest_text(sentence, "written", &mem);
    str spoken = manifest_text(sentence, "spoken", &mem);
    struct line line =
        line_of(written, spoken,
                json_number_value(json_object_get(sentence, "start")), mem);

    buf_add(&reading->lines, (str){(const char *)&line, sizeof line});
}

static struct text new_text(const struct edition *edition, struct arena *mem)
{
    const struct script *script = edition->script;
    struct text text = {.count = script->sentence_count};

    text.lines = ARENA_ARRAY(mem, struct line, text.count);
    for (size_t i = 0; i < text.count; i++) {
        const struct sentence *sentence = script_sentence(script, i);
        struct arena tmp = *mem;
        struct buf spoken = {.mem = &tmp};

        script_text(&spoken, sentence, false);
        text.lines[i] = line_of(
            sentence->written, buf_str(&spoken),
            (double)edition->timeline->sentences[i] / AUDIO_RATE_HZ, tmp);
    }
    return text;
}

static bool same_hash(const struct hash *a, const struct hash *b)
{
    return memcmp(a->bytes, b->bytes, HASH_BYTES) == 0;
}

static bool same_line(const struct line *a, const struct line *b)
{
    return same_hash(&a->whole, &b->whole);
}

/* ---- what is different -------------------------------------------------- */

/* The changes, and for each the line that it was made of. */
struct comparison {
    struct changes *changes;
    const struct line **before, **after; /* NULL: there is none */
};

static void add_change(struct comparison *to, const struct line *before,
                       const struct line *after)
{
    size_t at = to->changes->count++;

    to->before[at] = before;
    to->after[at] = after;
    to->changes->items[at] = (struct change){
        .kind = !before  ? CHANGE_ADDED
                : !after ? CHANGE_REMOVED
                         : CHANGE_ALTERED,
        .before_s = before ? before->start_s : 0,
        .after_s = after ? after->start_s : 0,
    };
}

/* The way to the longest common subsequence of both texts: for the lines i and
 * j, where they differ, whether the old one is passed over, or the new one. A
 * bit each: of two long texts, all lengths would take much memory. */
struct way {
    uint8_t *old_first;
    size_t columns;
};

static bool passes_old(const struct way *way, size_t i, size_t j)
{
    size_t at = i * way->columns + j;

    return way->old_first[at / 8] >> at % 8 & 1;
}

static struct way find_way(struct text before, struct text after,
                           struct arena *mem)
{
    struct way way = {
        ARENA_ARRAY(mem, uint8_t, before.count * after.count / 8 + 1),
        after.count};
    struct arena tmp = *mem;
    /* Of the lines from i on and from each j on. */
    uint32_t *lengths = ARENA_ARRAY(&tmp, uint32_t, after.count + 1);

    for (size_t i = before.count; i-- > 0;) {
        uint32_t diagonal = 0; /* from i + 1 on and from j + 1 on */

        for (size_t j = after.count; j-- > 0;) {
            size_t at = i * way.columns + j;
            uint32_t below = lengths[j], right = lengths[j + 1];

            if (same_line(&before.lines[i], &after.lines[j]))
                lengths[j] = diagonal + 1;
            else if (below >= right)
                way.old_first[at / 8] |= (uint8_t)(1 << at % 8);
            else
                lengths[j] = right;
            diagonal = below;
        }
    }
    return way;
}

/* Lines that stand against each other between two common ones are altered;
 * where one side has more, they are added or removed. */
static void add_gap(struct comparison *to, const struct line *before,
                    size_t before_count, const struct line *after,
                    size_t after_count)
{
    for (size_t i = 0; i < before_count || i < after_count; i++)
        add_change(to, i < before_count ? &before[i] : NULL,
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

static void compare(struct comparison *to, struct text before,
                    struct text after, struct arena tmp)
{
    size_t i = 0, j = 0, gap_i = 0, gap_j = 0;
    struct way way;

    narrow(&before, &after);
    if (before.count > 0 && after.count > PAIRS_MOST / before.count)
        return;
    way = find_way(before, after, &tmp);
    while (i < before.count && j < after.count) {
        if (same_line(&before.lines[i], &after.lines[j])) {
            add_gap(to, before.lines + gap_i, i - gap_i, after.lines + gap_j,
                    j - gap_j);
            gap_i = ++i;
            gap_j = ++j;
        } else if (passes_old(&way, i, j)) {
            i++;
        } else {
            j++;
        }
    }
    add_gap(to, before.lines + gap_i, before.count - gap_i, after.lines + gap_j,
            after.count - gap_j);
}

/* The old lines once more, for the texts of those that are not as they were:
 * both are in the order of the text. */
struct recalling {
    const struct comparison *of;
    const struct line *line;
    size_t change;
    struct arena *mem;
};

static void recall(void *context, const json_t *sentence)
{
    struct recalling *recalling = context;
    const struct comparison *of = recalling->of;
    size_t *change = &recalling->change;

    while (*change < of->changes->count && !of->before[*change])
        ++*change;
    if (*change < of->changes->count && of->before[*change] == recalling->line)
        of->changes->items[(*change)++].before =
            manifest_text(sentence, "written", recalling->mem);
    recalling->line++;
}

static void tell_texts(const struct comparison *of, struct text before,
                       struct text after, const struct script *script,
                       const char *path, struct arena *mem)
{
    struct arena keep = *mem, scratch = arena_halve(&keep);
    struct recalling recalling = {of, before.lines, 0, &keep};

    for (size_t i = 0; i < of->changes->count; i++)
        if (of->after[i])
            of->changes->items[i].after =
                script->sentences[of->after[i] - after.lines].written;
    json_decref(manifest_read(path, recall, &recalling, scratch));
    mem->next = keep.next;
}

/* What is different, if anything is. */
static struct changes changes_of(struct text before, struct text after,
                                 const struct script *script, const char *path,
                                 struct arena *mem)
{
    size_t most = before.count + after.count;
    struct changes changes = {ARENA_ARRAY(mem, struct change, most), 0};
    struct comparison comparison = {
        &changes, ARENA_ARRAY(mem, const struct line *, most),
        ARENA_ARRAY(mem, const struct line *, most)};

    compare(&comparison, before, after, *mem);
    if (changes.count > 0)
        tell_texts(&comparison, before, after, script, path, mem);
    return changes;
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
            if (same_hash(&before.lines[i].written, &after.lines[j].written)) {
                common++;
                break;
            }
    return 2 * common >= larger;
}

void revision_of(struct edition *edition, struct changes *changes,
                 const char *path, struct arena *mem)
{
    struct arena keep = *mem, scratch = arena_halve(&keep);
    struct reading reading = {{.mem = &keep}, arena_halve(&scratch)};
    json_t *manifest = manifest_read(path, add_old, &reading, scratch);
    json_int_t revision =
        json_integer_value(json_object_get(manifest, "revision"));
    str identity = manifest_text(manifest, "id", &keep);
    struct text before = {(struct line *)(void *)reading.lines.s,
                          reading.lines.len / sizeof(struct line)};
    struct text after;

    *changes = (struct changes){0};
    edition->identity = identity_of(edition->article, &keep);
    edition->revision = 1;
    if (revision >= 1 && revision < UINT32_MAX && is_identity(identity)) {
        after = new_text(edition, &keep);
        if (is_same_article(edition, manifest, before, after, scratch)) {
            bool same = same_text(before, after);

            if (!same)
                *changes =
                    changes_of(before, after, edition->script, path, &keep);
            edition->identity = identity;
            edition->revision =
                (uint32_t)revision +
                (!same || !same_facts(edition, manifest, scratch));
        }
    }
    mem->next = keep.next;
    json_decref(manifest);
}
