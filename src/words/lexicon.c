/* The word lists: how a written form is spoken. */
#include "words/lexicon.h"

#include <assert.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "base/io.h"
#include "base/utf8.h"
#include "words/key.h"

static const char *const files[WORDS_COUNT] = {
    [WORDS_ABBREVIATIONS] = "abbreviations.tsv",
    [WORDS_UNITS] = "units.tsv",
    [WORDS_CURRENCIES] = "currencies.tsv",
    [WORDS_SYMBOLS] = "symbols.tsv",
    [WORDS_LETTERS] = "letters.tsv",
    [WORDS_DOCUMENTS] = "documents.tsv",
    [WORDS_ISSUERS] = "issuers.tsv",
    [WORDS_FOREIGN] = "foreign.tsv",
    [WORDS_PEOPLES] = "peoples.tsv",
    [WORDS_CLASSES] = "classes.tsv",
};

/* A bit in sixteen is set: the shipped lists have a stem in 28 bytes. */
#define BYTES_PER_STEM_BIT 2
#define STEM_BITS_LEAST 1024
#define QUOTED_BYTES 128 /* of a wrong text */

/* ---- the table ----------------------------------------------------------- */

static struct entry *entry_in(const struct lexicon *lexicon,
                              const struct slot *slot)
{
    const struct wordlist *words = &lexicon->lists[slot->list];
    size_t index = slot->number - 1;

    return index < words->entry_count
               ? &words->entries[index]
               : &lexicon->laid.entries[index - words->entry_count];
}

/* The slot of the written form with this key, or the free one that it belongs
 * in. */
static struct slot *slot_of(const struct lexicon *lexicon,
                            const struct key *key, str written)
{
    size_t at = key->hash & (lexicon->slot_count - 1);

    for (;; at = (at + 1) & (lexicon->slot_count - 1)) {
        struct slot *slot = &lexicon->slots[at];

        if (slot->number == 0 ||
            (slot->hash == key->hash && slot->list == key->list &&
             key_same(key->list, written,
                      entry_written(entry_in(lexicon, slot)))))
            return slot;
    }
}

static const struct entry *entry_of(const struct lexicon *lexicon,
                                    const struct key *key, str written)
{
    const struct slot *slot = slot_of(lexicon, key, written);

    return slot->number > 0 ? entry_in(lexicon, slot) : NULL;
}

static void fill_slot(struct slot *slot, const struct key *key, size_t index)
{
    *slot = (struct slot){.hash = key->hash,
                          .list = (unsigned char)(key->list & 0xF),
                          .number = (uint32_t)(index + 1) & 0xFFFFFFF};
}

/* ---- loading ------------------------------------------------------------- */

static bool bad_line(const char *file, const struct fault *fault, size_t more,
                     struct error *err)
{
    char others[64] = "";

    if (more > 0)
        snprintf(others, sizeof others, "; baonoi lexicon check lists %zu more",
                 more);
    return error_set(
        err, ERROR_INPUT, "%s:%zu: \"%.*s\" %s%s", file, fault->line,
        STR_ARGS(utf8_head(fault->text, QUOTED_BYTES)), fault->what, others);
}

/* A shipped entry stands once in its list. */
static bool add_shipped(struct lexicon *lexicon, enum word_list list,
                        struct error *err)
{
    const struct wordlist *words = &lexicon->lists[list];
    struct key key = key_start(list);

    for (size_t i = 0; i < words->entry_count; i++) {
        const struct entry *entry = &words->entries[i];
        str written = entry_written(entry);
        struct slot *slot;

        key.hash = entry->hash;
        slot = slot_of(lexicon, &key, written);
        if (slot->number > 0) {
            const struct fault twice = {entry->line, written, "stands twice",
                                        false};

            return bad_line(words->file, &twice, 0, err);
        }
        fill_slot(slot, &key, i);
    }
    return true;
}

/* A name keeps its place, as it is shown in its own spelling; all else is an
 * abbreviation besides. */
static bool is_name(enum word_list list)
{
    return list == WORDS_FOREIGN || list == WORDS_PEOPLES;
}

/* Lays the entry over the one that the slot has, if any. */
static void lay_entry(struct lexicon *lexicon, struct slot *slot,
                      const struct key *key, const struct entry *entry,
                      struct arena *mem)
{
    size_t shipped = lexicon->lists[key->list].entry_count;
    struct entry laid = *entry;

    laid.list = key->list;
    laid.hash = key->hash;
    if (slot->number > shipped) {
        *entry_in(lexicon, slot) = laid;
        return;
    }
    fill_slot(slot, key, shipped + lexicon->laid.entry_count);
    wordlist_put(&lexicon->laid, &laid, mem);
}

static void add_overlay_entry(struct lexicon *lexicon,
                              const struct entry *entry, struct arena *mem)
{
    str written = entry_written(entry);
    bool named = false;

    for (enum word_list list = WORDS_CLASSES; list-- > 0;) {
        struct key key = key_of(list, written, NULL);
        struct slot *slot = slot_of(lexicon, &key, written);

        if (slot->number == 0 && (list != WORDS_ABBREVIATIONS || named))
            continue;
        key_of(list, written, &lexicon->stems);
        lay_entry(lexicon, slot, &key, entry, mem);
        named = named || is_name(list);
    }
}

/* Slots for all entries of the lists, and half as many free ones. */
static void make_slots(struct lexicon *lexicon, struct arena *mem)
{
    size_t most = 1;

    for (size_t i = 0; i < lexicon->list_count; i++)
        most += lexicon->lists[i].entry_count;
    lexicon->slot_count = 1;
    while (lexicon->slot_count < most + most / 2)
        lexicon->slot_count *= 2;
    lexicon->slots = ARENA_ARRAY(mem, struct slot, lexicon->slot_count);
}

static bool fill(struct lexicon *lexicon, struct arena *mem, struct error *err)
{
    make_slots(lexicon, mem);
    for (enum word_list list = 0; list < WORDS_COUNT; list++)
        if (!add_shipped(lexicon, list, err))
            return false;
    for (size_t i = WORDS_COUNT; i < lexicon->list_count; i++)
        for (size_t e = 0; e < lexicon->lists[i].entry_count; e++)
            add_overlay_entry(lexicon, &lexicon->lists[i].entries[e], mem);
    return true;
}

static struct stems make_stems(size_t bits_least, struct arena *mem)
{
    size_t bits = STEM_BITS_LEAST;

    while (bits < bits_least)
        bits *= 2;
    return (struct stems){ARENA_ARRAY(mem, unsigned char, bits / CHAR_BIT),
                          (uint32_t)bits - 1};
}

static bool is_good(const struct wordlist *words, struct error *err)
{
    for (size_t i = 0; i < words->fault_count; i++)
        if (!words->faults[i].skipped)
            return bad_line(words->file, &words->faults[i],
                            words->fault_count - i - 1, err);
    return true;
}

static const char *shipped_path(const char *folder, size_t list,
                                struct arena *mem)
{
    struct buf path = {.mem = mem};

    buf_format(&path, "%s/%s", folder, files[list]);
    return str_zero(buf_str(&path), mem);
}

/* Reads the lists out of their bytes. */
static bool read_lists(struct lexicon *lexicon, struct wordlist *words,
                       const str *bytes, size_t count, struct arena *mem,
                       struct error *err)
{
    struct known *known = ARENA_ONE(mem, struct known);

    for (size_t i = 0; i < count; i++) {
        if (i < WORDS_COUNT) {
            words[i].list = (enum word_list)i;
            words[i].stems = &lexicon->stems;
        }
        wordlist_read(&words[i], bytes[i], known, mem);
        words[i].stems = NULL;
        if (!is_good(&words[i], err))
            return false;
    }
    return true;
}

bool lexicon_load(struct lexicon *lexicon, const char *folder,
                  const char *const *overlays, size_t overlay_count,
                  struct arena *mem, struct error *err)
{
    size_t count = WORDS_COUNT + overlay_count, size_bytes = 0, n;
    struct wordlist *words = ARENA_ARRAY(mem, struct wordlist, count);
    struct lexicon new = {.lists = words, .list_count = count};
    str *bytes = ARENA_ARRAY(mem, str, count);

    for (n = 0; n < count; n++) {
        words[n].file = n < WORDS_COUNT ? shipped_path(folder, n, mem)
                                        : overlays[n - WORDS_COUNT];
        if (!io_read_file(&bytes[n], words[n].file, mem, err))
            break; /* told if those before it are good */
        size_bytes += bytes[n].len;
    }
    new.stems = make_stems(size_bytes / BYTES_PER_STEM_BIT, mem);
    if (!read_lists(&new, words, bytes, n, mem, err) || n < count ||
        !fill(&new, mem, err))
        return false;
    *lexicon = new;
    return true;
}

void lexicon_lay(struct lexicon *lexicon, const struct lexicon *under,
                 const struct wordlist *overlay, struct arena *mem)
{
    size_t count = under->list_count;
    struct wordlist *words = ARENA_ARRAY(mem, struct wordlist, count + 1);
    struct lexicon new = {.lists = words, .list_count = count + 1};
    struct error none;

    memcpy(words, under->lists, count * sizeof *words);
    words[count] = *overlay;
    new.stems = make_stems((size_t)under->stems.mask + 1, mem);
    if (under->stems.bits)
        memcpy(new.stems.bits, under->stems.bits,
               ((size_t)under->stems.mask + 1) / CHAR_BIT);
    fill(&new, mem, &none);
    *lexicon = new;
}

/* ---- finding ------------------------------------------------------------- */

const struct entry *lexicon_find(const struct lexicon *lexicon,
                                 enum word_list list, str written)
{
    struct key key;

    if (written.len > KEY_MAX_BYTES)
        return NULL;
    key = key_of(list, written, NULL);
    return entry_of(lexicon, &key, written);
}

const struct entry *lexicon_longest(const struct lexicon *lexicon,
                                    enum word_list list, str text, str *head)
{
    struct key key = key_start(list);
    const struct entry *longest = NULL;
    str rest = utf8_head(text, KEY_MAX_BYTES);

    while (rest.len > 0) {
        bool inside = key_add_run(&key, &rest);
        str written = {text.s, (size_t)(rest.s - text.s)};
        const struct entry *entry =
            inside ? NULL : entry_of(lexicon, &key, written);

        if (entry) {
            longest = entry;
            *head = written;
        }
        if (!stems_have(&lexicon->stems, &key))
            break;
    }
    return longest;
}

/* ---- choosing ------------------------------------------------------------ */

/* How far from the entry a clue may stand. */
#define CLUE_REACH_BYTES 200
#define NO_CLUE SIZE_MAX
#define LAST_CLUE (SIZE_MAX - 1) /* the entry itself: all others are nearer */

/* In lower case, each number '#' ("0#" when it begins with a zero), each run of
 * other signs one space, with a space at both ends. */
static str simplify(str text, struct arena *mem)
{
    struct buf out = {.mem = mem};

    buf_char(&out, ' ');
    while (text.len > 0) {
        int32_t code = utf8_next(&text);
        char last = out.s[out.len - 1];

        if (utf8_is_letter(code))
            utf8_add(&out, utf8_lower(code));
        else if ((utf8_is_digit(code) || code == '#') && last != '#')
            buf_char(&out, code == '0' && last != '0' ? '0' : '#');
        else if (!utf8_is_digit(code) && last != ' ')
            buf_char(&out, ' ');
    }
    if (out.s[out.len - 1] != ' ')
        buf_char(&out, ' ');
    return buf_str(&out);
}

/* Bytes between the entry and the nearest `clue`, a text with a space at both
 * ends. */
static size_t clue_distance(str clue, str before, str after)
{
    size_t found = str_find(after, clue);
    size_t nearest = found < after.len ? found : NO_CLUE;

    while (str_has(before, clue)) {
        before = str_skip(before, str_find(before, clue) + clue.len - 1);
        if (nearest > before.len - 1)
            nearest = before.len - 1;
    }
    return nearest;
}

/* Any number may stand beside: a word that does says more. */
static bool is_number(str words)
{
    for (size_t i = 0; i < words.len; i++)
        if (!str_has(STR(" #0"), str_slice(words, i, i + 1)))
            return false;
    return true;
}

static size_t measure_clue(str clue, str before, str after, struct arena *tmp)
{
    bool beside = str_has(clue, STR("_"));
    str right, left = str_cut(clue, '_', &right);

    left = simplify(left, tmp);
    right = simplify(right, tmp);
    if (left.len + right.len <= 2 * STR(" ").len) /* without a word in it */
        return beside ? LAST_CLUE : NO_CLUE;
    if (!beside)
        return clue_distance(left, before, after);
    if (!str_ends(before, left) || !str_starts(after, right))
        return NO_CLUE;
    return is_number(left) && is_number(right);
}

/* The last characters of `text`, none of them cut. */
static str tail_of(str text, size_t most)
{
    size_t start = text.len > most ? text.len - most : 0;

    while (start < text.len && ((unsigned char)text.s[start] & 0xC0) == 0x80)
        start++;
    return str_skip(text, start);
}

str lexicon_choose(const struct entry *entry, str before, str after, str *clue,
                   struct arena tmp)
{
    str context = entry_context(entry), best = entry_spoken(entry);
    size_t nearest = NO_CLUE;

    *clue = (str){0};
    if (context.len == 0)
        return best;
    before = simplify(tail_of(before, CLUE_REACH_BYTES), &tmp);
    after = simplify(utf8_head(after, CLUE_REACH_BYTES), &tmp);
    while (context.len > 0) {
        str clues = str_cut(context, '|', &context);
        str spoken = str_trim(str_cut(clues, ':', &clues));

        while (clues.len > 0) {
            str one = str_trim(str_cut(clues, ',', &clues));
            size_t distance = measure_clue(one, before, after, &tmp);

            if (distance < nearest) {
                nearest = distance;
                best = spoken;
                *clue = one;
            }
        }
    }
    return best;
}
