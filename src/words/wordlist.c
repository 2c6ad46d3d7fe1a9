/* A list of words as it is kept in a file. */
#include "words/wordlist.h"

#include <stddef.h>
#include <string.h>

#include "base/utf8.h"
#include "words/pls.h"
#include "words/spoken.h"

/* ---- what is spoken ------------------------------------------------------ */

#define HASH_FACTOR 31

struct checker {
    struct fault *fault;
    struct known *known; /* NULL: none are kept */
    bool classes;        /* the list is no speech */
};

static bool wrong(struct fault *fault, str text, const char *what)
{
    *fault = (struct fault){.text = text, .what = what};
    return false;
}

/* The syllable before the first blank. */
static str first_syllable(str spoken, size_t *hash)
{
    const char *at = spoken.s, *end = at + spoken.len;
    size_t sum = 0;

    for (; at < end && *at != ' '; at++)
        sum = sum * HASH_FACTOR + (unsigned char)*at;
    *hash = sum % WORDLIST_KNOWN;
    return (str){spoken.s, (size_t)(at - spoken.s)};
}

static bool is_legal(const struct checker *checker, str syllable, size_t hash)
{
    str *place;

    if (!checker->known)
        return spoken_is_legal(syllable);
    place = &checker->known->syllables[hash];
    if (syllable.len > 0 && str_eq(*place, syllable))
        return true;
    if (!spoken_is_legal(syllable))
        return false;
    *place = syllable;
    return true;
}

static bool check_spoken(const struct checker *checker, str written, str spoken)
{
    if (spoken.len == 0)
        return wrong(checker->fault, written, "has no spoken form");
    for (size_t hash, at = 0; at < spoken.len; at++) {
        str syllable =
            first_syllable((str){spoken.s + at, spoken.len - at}, &hash);

        at += syllable.len;
        if (!is_legal(checker, syllable, hash))
            return wrong(checker->fault, syllable,
                         spoken_is_phonemes(syllable)
                             ? "is no single syllable in espeak's phonemes"
                             : "is no Vietnamese syllable in lower case");
    }
    return true;
}

static bool check_context(const struct checker *checker, str context)
{
    while (context.len > 0) {
        str clues = str_cut(context, '|', &context);
        str spoken = str_trim(str_cut(clues, ':', &clues));

        if (!check_spoken(checker, spoken, spoken))
            return false;
        if (str_trim(clues).len == 0)
            return wrong(checker->fault, spoken, "has no clues after a colon");
    }
    return true;
}

static bool check(const struct checker *checker, const struct entry *entry)
{
    if (entry->written.len == 0 ||
        entry->written.len > WORDLIST_WRITTEN_MAX_BYTES)
        return wrong(checker->fault, entry->written,
                     "is no written form: empty, or too long");
    if (entry->written.s[0] == '#' && entry->written.len > 1)
        return wrong(checker->fault, entry->written,
                     "begins as a comment does");
    return checker->classes ||
           (check_spoken(checker, entry->written, entry->spoken) &&
            check_context(checker, entry->context));
}

bool wordlist_check(struct fault *fault, const struct entry *entry)
{
    return check(&(struct checker){.fault = fault}, entry);
}

/* ---- the arrays ---------------------------------------------------------- */

/* The same with room for one more: twice the room whenever it is full. */
static void *grown(void *array, size_t count, size_t size_bytes,
                   struct arena *mem)
{
    void *wider;

    if ((count & (count - 1)) ||
        (count > 0 &&
         arena_extend(mem, array, count * size_bytes, 2 * count * size_bytes)))
        return array;
    wider = arena_take(mem, count > 0 ? 2 * count : 1, size_bytes,
                       _Alignof(max_align_t));
    return count > 0 ? memcpy(wider, array, count * size_bytes) : wider;
}

void wordlist_add(struct wordlist *list, const struct entry *entry,
                  struct arena *mem)
{
    list->entries =
        grown(list->entries, list->entry_count, sizeof *list->entries, mem);
    list->entries[list->entry_count++] = *entry;
}

bool wordlist_refuse(struct wordlist *list, const struct fault *fault,
                     struct arena *mem)
{
    bool last = list->fault_count + 1 == WORDLIST_FAULTS_MOST;

    list->faults =
        grown(list->faults, list->fault_count, sizeof *list->faults, mem);
    list->faults[list->fault_count++] =
        last ? (struct fault){.line = fault->line,
                              .text = str_from(list->file),
                              .what = "has so many wrong lines that the rest "
                                      "is not read"}
             : *fault;
    return !last;
}

/* ---- lines --------------------------------------------------------------- */

static bool is_comment(str line)
{
    return (line.len > 0 && line.s[0] == '#' &&
            !str_starts(line, STR("#\t"))) ||
           str_trim(line).len == 0;
}

/* Byte order marks are left where files are put together. */
static str trim_marks(str text)
{
    text = str_trim(text);
    while (str_starts(text, STR("\uFEFF")))
        text = str_trim(str_skip(text, STR("\uFEFF").len));
    return text;
}

static bool read_line(struct entry *entry, const struct checker *checker,
                      str line)
{
    const char *tab = memchr(line.s, '\t', line.len);
    str columns, rest;

    if (!tab)
        return wrong(checker->fault, line, "has no tab and spoken form");
    columns = str_skip(line, (size_t)(tab - line.s) + 1);
    entry->written = trim_marks((str){line.s, (size_t)(tab - line.s)});
    entry->spoken = str_trim(str_cut(columns, '\t', &columns));
    if (columns.len > 0) {
        entry->context = str_trim(str_cut(columns, '\t', &rest));
        if (str_trim(rest).len > 0)
            return wrong(checker->fault, str_trim(rest),
                         "is a fourth column: there are three at the most");
    }
    return check(checker, entry);
}

/* False when it can't be cleaned without loss. */
static bool clean_line(str *line, struct wordlist *list, size_t number,
                       struct arena *mem)
{
    str bytes = *line;

    if (utf8_is_clean(bytes))
        return true;
    *line = utf8_clean(bytes, mem);
    if (!str_ends(bytes, *line)) { /* a byte order mark is no change */
        list->changed = grown(list->changed, list->changed_count,
                              sizeof *list->changed, mem);
        list->changed[list->changed_count++] = number;
    }
    return utf8_valid(bytes);
}

str wordlist_cut_line(str *bytes)
{
    str rest, line = str_cut(*bytes, '\n', &rest), behind;
    str head = str_cut(line, '\r', &behind);

    *bytes = behind.len > 0 ? str_skip(*bytes, head.len + 1) : rest;
    return head;
}

static void read_lines(struct wordlist *list, str bytes, struct known *known,
                       bool classes, struct arena *mem)
{
    struct fault fault;
    const struct checker checker = {&fault, known, classes};
    bool all_clean = utf8_is_clean(bytes); /* nearly always */

    for (size_t number = 1; bytes.len > 0; number++) {
        str line = all_clean ? str_cut(bytes, '\n', &bytes)
                             : wordlist_cut_line(&bytes);
        bool clean = all_clean || clean_line(&line, list, number, mem);
        struct entry entry = {.file = list->file, .line = number};

        if (is_comment(line))
            continue;
        if (!clean) {
            wrong(&fault, line, "is not UTF-8");
        } else if (read_line(&entry, &checker, line)) {
            wordlist_add(list, &entry, mem);
            continue;
        }
        fault.line = number;
        if (!wordlist_refuse(list, &fault, mem))
            return;
    }
}

void wordlist_read(struct wordlist *list, str bytes, const char *file,
                   struct known *known, struct arena *mem)
{
    *list = (struct wordlist){.file = file};
    if (pls_is_one(bytes))
        pls_read(list, bytes, mem);
    else
        read_lines(list, bytes, known, false, mem);
}

void wordlist_read_classes(struct wordlist *list, str bytes, const char *file,
                           struct arena *mem)
{
    *list = (struct wordlist){.file = file};
    read_lines(list, bytes, NULL, true, mem);
}
