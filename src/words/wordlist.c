/* A list of words as it is kept in a file. */
#include "words/wordlist.h"

#include <stddef.h>
#include <string.h>

#include "base/utf8.h"
#include "base/wide.h"
#include "words/pls.h"
#include "words/spoken.h"

/* ---- what is spoken ------------------------------------------------------ */

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

static bool check_spoken(const struct checker *checker, str written, str spoken)
{
    if (spoken.len == 0)
        return wrong(checker->fault, written, "has no spoken form");
    while (spoken.len > 0) {
        str syllable = str_cut(spoken, ' ', &spoken);
        const char *end = syllable.s + syllable.len;

        if (known_end(checker->known, syllable.s, end) != end)
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

static bool check(const struct checker *checker, const struct columns *columns)
{
    if (columns->written.len == 0 ||
        columns->written.len > ENTRY_WRITTEN_MAX_BYTES)
        return wrong(checker->fault, columns->written,
                     "is no written form: empty, or too long");
    if (columns->written.s[0] == '#' && columns->written.len > 1)
        return wrong(checker->fault, columns->written,
                     "begins as a comment does");
    return checker->classes ||
           (check_spoken(checker, columns->written, columns->spoken) &&
            check_context(checker, columns->context));
}

bool wordlist_check(struct fault *fault, const struct columns *columns)
{
    return check(&(struct checker){.fault = fault}, columns);
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

void wordlist_put(struct wordlist *list, const struct entry *entry,
                  struct arena *mem)
{
    list->entries =
        grown(list->entries, list->entry_count, sizeof *list->entries, mem);
    list->entries[list->entry_count++] = *entry;
}

/* Without a third column the first two may stand as they are in a line. */
static const char *text_of(const struct columns *columns, struct arena *mem)
{
    if (columns->context.len == 0 &&
        columns->spoken.s == columns->written.s + columns->written.len + 1)
        return columns->written.s;
    return str_format(mem, "%.*s\t%.*s\t%.*s", STR_ARGS(columns->written),
                      STR_ARGS(columns->spoken), STR_ARGS(columns->context));
}

void wordlist_add(struct wordlist *list, const struct columns *columns,
                  size_t line, struct arena *mem)
{
    const struct entry entry = {
        .text = text_of(columns, mem),
        .file = list->file,
        .line = (uint32_t)line,
        .hash = key_of(list->list, columns->written, list->stems).hash,
        .spoken_bytes = (uint32_t)columns->spoken.len,
        .written_bytes = (uint8_t)columns->written.len,
        .list = (uint8_t)list->list,
        .has_context = columns->context.len > 0,
    };

    wordlist_put(list, &entry, mem);
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

static bool read_line(struct columns *found, const struct checker *checker,
                      str line)
{
    const char *tab = memchr(line.s, '\t', line.len);
    str columns, rest;

    if (!tab)
        return wrong(checker->fault, line, "has no tab and spoken form");
    columns = str_skip(line, (size_t)(tab - line.s) + 1);
    found->written = trim_marks((str){line.s, (size_t)(tab - line.s)});
    found->spoken = str_trim(str_cut(columns, '\t', &columns));
    if (columns.len > 0) {
        found->context = str_trim(str_cut(columns, '\t', &rest));
        if (str_trim(rest).len > 0)
            return wrong(checker->fault, str_trim(rest),
                         "is a fourth column: there are three at the most");
    }
    return check(checker, found);
}

str wordlist_cut_line(str *bytes)
{
    str rest, line = str_cut(*bytes, '\n', &rest), behind;
    str head = str_cut(line, '\r', &behind);

    *bytes = behind.len > 0 ? str_skip(*bytes, head.len + 1) : rest;
    return head;
}

/* ---- plain lines --------------------------------------------------------- */

static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Bytes of the letter from U+00C0 to U+02FF or U+1E00 to U+1EFF that stands
 * there, or 0. */
static size_t letter_bytes(const char *at, const char *end)
{
    unsigned char lead = (unsigned char)*at;

    if (lead >= 0xC3 && lead <= 0xCB && end - at > 1 && is_continuation(at[1]))
        return 2;
    return lead == 0xE1 && end - at > 2 &&
                   ((unsigned char)at[1] & 0xFC) == 0xB8 &&
                   is_continuation(at[2])
               ? 3
               : 0;
}

/* Bytes from a blank to a tilde at the start, or 8. */
static size_t ascii_bytes(uint64_t bytes)
{
    uint64_t others = wide_below(bytes, ' ') |
                      ((bytes | (bytes + WIDE_EACH(1))) & WIDE_EACH(0x80));

    return others ? wide_before(others) : WIDE_BYTES;
}

/* The end of the Latin letters, signs of ASCII and blanks that stand there,
 * which are clean for sure: nearly every column's. */
static const char *plain_end(const char *at, const char *end)
{
    while (at < end) {
        size_t ascii = end - at >= (ptrdiff_t)WIDE_BYTES
                           ? ascii_bytes(wide_load(at))
                           : *at >= ' ' && *at < 0x7F;
        size_t letter = 0;

        at += ascii;
        if (ascii < WIDE_BYTES && at < end)
            letter = letter_bytes(at, end);
        if (ascii + letter == 0)
            break;
        at += letter;
    }
    return at;
}

/* Without a blank at its ends, and not empty. */
static bool is_trimmed(const char *start, const char *end)
{
    return start < end && *start != ' ' && end[-1] != ' ';
}

static bool is_plain_written(const char *start, const char *end)
{
    return is_trimmed(start, end) && (*start != '#' || end - start == 1) &&
           end - start <= ENTRY_WRITTEN_MAX_BYTES;
}

/* The end of the third column, if it is one, else NULL. */
static const char *context_end(const struct checker *checker, const char *start,
                               const char *end)
{
    const char *stop = plain_end(start, end);
    str context = {start, (size_t)(stop - start)};

    return is_trimmed(start, stop) &&
                   (checker->classes || check_context(checker, context))
               ? stop
               : NULL;
}

/* Reads a line that is an entry at first sight, as nearly all are, and returns
 * where the next begins. NULL: it is to be looked at by read_one. */
static const char *read_plain(struct entry *entry, const char *text,
                              const char *end, struct key key,
                              const struct stems *stems,
                              const struct checker *checker)
{
    const char *tab = key_scan(&key, text, end, stems), *spoken, *stop;

    if (!tab || tab == end || *tab != '\t' || !is_plain_written(text, tab))
        return NULL;
    spoken = tab + 1;
    stop = checker->classes ? plain_end(spoken, end)
                            : known_end(checker->known, spoken, end);
    if (!stop || !is_trimmed(spoken, stop))
        return NULL;
    entry->text = text;
    entry->hash = key.hash;
    entry->spoken_bytes = (uint32_t)(stop - spoken);
    entry->written_bytes = (uint8_t)(tab - text);
    entry->has_context = stop < end && *stop == '\t';
    if (entry->has_context) {
        stop = context_end(checker, stop + 1, end);
        if (!stop || stop == end)
            return NULL;
    }
    if (stop == end)
        return end;
    return *stop == '\n' ? stop + 1 : NULL;
}

/* ---- all lines ----------------------------------------------------------- */

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

/* False when there are too many faults. */
static bool read_one(struct wordlist *list, str line, size_t number,
                     const struct checker *checker, struct arena *mem)
{
    struct columns columns = {0};
    bool clean = clean_line(&line, list, number, mem);

    if (is_comment(line))
        return true;
    if (!clean) {
        wrong(checker->fault, line, "is not UTF-8");
    } else if (read_line(&columns, checker, line)) {
        wordlist_add(list, &columns, number, mem);
        return true;
    }
    checker->fault->line = number;
    return wordlist_refuse(list, checker->fault, mem);
}

static void read_lines(struct wordlist *list, str bytes, struct known *known,
                       struct arena *mem)
{
    struct fault fault;
    const struct checker checker = {&fault, known, list->list == WORDS_CLASSES};
    const struct key start = key_start(list->list);
    struct entry entry = {.file = list->file, .list = (uint8_t)list->list};
    const char *at = bytes.s, *end = at + bytes.len;

    while (at < end) {
        const char *next =
            read_plain(&entry, at, end, start, list->stems, &checker);
        str rest = {at, (size_t)(end - at)};

        entry.line++;
        if (next)
            wordlist_put(list, &entry, mem);
        else if (!read_one(list, wordlist_cut_line(&rest), entry.line, &checker,
                           mem))
            return;
        at = next ? next : end - rest.len;
    }
}

void wordlist_read(struct wordlist *list, str bytes, struct known *known,
                   struct arena *mem)
{
    if (bytes.len == 0)
        return;
    if (list->list != WORDS_CLASSES && pls_is_one(bytes))
        pls_read(list, bytes, mem);
    else
        read_lines(list, bytes, known, mem);
}
