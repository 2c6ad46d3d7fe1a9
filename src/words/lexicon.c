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

#define STEMS_PER_SLOT ((size_t)8)

/* ---- the table ----------------------------------------------------------- */

/* The slot that the key is in, or the free one that it belongs in. */
static struct slot *slot_of(const struct lexicon *lexicon,
                            const struct key *key)
{
    size_t at = key->hash & (lexicon->slot_count - 1);

    for (; lexicon->slots[at].entry;
         at = (at + 1) & (lexicon->slot_count - 1)) {
        const struct entry *entry =
            lexicon->entries[lexicon->slots[at].entry - 1];

        if (lexicon->slots[at].hash == key->hash && entry->list == key->list &&
            str_eq(entry->written, key_str(key)))
            break;
    }
    return &lexicon->slots[at];
}

static const struct entry *entry_of(const struct lexicon *lexicon,
                                    const struct key *key)
{
    uint32_t entry = slot_of(lexicon, key)->entry;

    return entry ? lexicon->entries[entry - 1] : NULL;
}

/* A bit for each beginning of a longer entry: where it isn't set none follows,
 * so that most texts are looked at for one run only. */
static unsigned char *stem_of(const struct lexicon *lexicon,
                              const struct key *key, unsigned char *bit)
{
    size_t at = key->hash & (lexicon->slot_count * STEMS_PER_SLOT - 1);

    *bit = (unsigned char)(1U << at % CHAR_BIT);
    return &lexicon->stems[at / CHAR_BIT];
}

static bool goes_on(const struct lexicon *lexicon, const struct key *key)
{
    unsigned char bit;

    return *stem_of(lexicon, key, &bit) & bit;
}

/* The key of an entry, all whose beginnings are marked. */
static struct key key_of(struct lexicon *lexicon, enum word_list list,
                         str written)
{
    struct key key = key_start(list);
    unsigned char bit;
    bool inside;

    while (key_add_run(&key, &written, &inside) && written.len > 0)
        *stem_of(lexicon, &key, &bit) |= bit;
    return key;
}

/* Gives the entry the form of its key. */
static void put_entry(struct lexicon *lexicon, struct slot *slot,
                      const struct key *key, struct entry *entry,
                      struct arena *mem)
{
    if (!slot->entry)
        *slot = (struct slot){key->hash, (uint32_t)++lexicon->entry_count};
    entry->list = key->list;
    if (!str_eq(entry->written, key_str(key)))
        entry->written = str_copy(key_str(key), mem);
    lexicon->entries[slot->entry - 1] = entry;
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
        STR_ARGS(utf8_head(fault->text, KEY_MAX_BYTES)), fault->what, others);
}

/* A shipped entry stands once in its list. */
static bool add_shipped(struct lexicon *lexicon, enum word_list list,
                        const struct wordlist *words, struct arena *mem,
                        struct error *err)
{
    for (size_t i = 0; i < words->entry_count; i++) {
        struct entry *entry = &words->entries[i];
        struct key key = key_of(lexicon, list, entry->written);
        struct slot *slot = slot_of(lexicon, &key);
        const struct fault twice = {entry->line, entry->written, "stands twice",
                                    false};

        if (slot->entry)
            return bad_line(words->file, &twice, 0, err);
        put_entry(lexicon, slot, &key, entry, mem);
    }
    return true;
}

/* A name keeps its place, as it is shown in its own spelling; all else is an
 * abbreviation besides. */
static bool is_name(enum word_list list)
{
    return list == WORDS_FOREIGN || list == WORDS_PEOPLES;
}

static void add_overlay_entry(struct lexicon *lexicon,
                              const struct entry *entry, struct arena *mem)
{
    bool named = false;

    for (enum word_list list = WORDS_COUNT; list-- > 0;) {
        struct key key = key_start(list);
        struct slot *slot;
        struct entry *laid;

        key_add_all(&key, entry->written);
        slot = slot_of(lexicon, &key);
        if (list == WORDS_CLASSES)
            continue;
        if (!slot->entry && (list != WORDS_ABBREVIATIONS || named))
            continue;
        key = key_of(lexicon, list, entry->written);
        laid = ARENA_ONE(mem, struct entry);
        *laid = *entry;
        put_entry(lexicon, slot, &key, laid, mem);
        named = named || is_name(list);
    }
}

/* Room for every entry of the lists, and slots for twice as many. */
static void make_room(struct lexicon *lexicon, struct arena *mem)
{
    size_t most = 1;

    for (size_t i = 0; i < lexicon->list_count; i++)
        most += lexicon->lists[i].entry_count;
    lexicon->slot_count = 1;
    while (lexicon->slot_count < 2 * most)
        lexicon->slot_count *= 2;
    lexicon->entries = ARENA_ARRAY(mem, const struct entry *, most);
    lexicon->slots = ARENA_ARRAY(mem, struct slot, lexicon->slot_count);
    lexicon->stems = ARENA_ARRAY(
        mem, unsigned char, lexicon->slot_count *STEMS_PER_SLOT / CHAR_BIT);
}

static bool fill(struct lexicon *lexicon, struct arena *mem, struct error *err)
{
    make_room(lexicon, mem);
    for (size_t i = 0; i < lexicon->list_count; i++) {
        const struct wordlist *words = &lexicon->lists[i];

        if (i < WORDS_COUNT &&
            !add_shipped(lexicon, (enum word_list)i, words, mem, err))
            return false;
        for (size_t e = 0; i >= WORDS_COUNT && e < words->entry_count; e++)
            add_overlay_entry(lexicon, &words->entries[e], mem);
    }
    return true;
}

static bool read_file(struct wordlist *words, const char *file, size_t list,
                      struct known *known, struct arena *mem, struct error *err)
{
    str bytes;

    if (!io_read_file(&bytes, file, mem, err))
        return false;
    if (list == WORDS_CLASSES)
        wordlist_read_classes(words, bytes, file, mem);
    else
        wordlist_read(words, bytes, file, known, mem);
    for (size_t i = 0; i < words->fault_count; i++)
        if (!words->faults[i].skipped)
            return bad_line(file, &words->faults[i], words->fault_count - i - 1,
                            err);
    return true;
}

static const char *shipped_path(const char *folder, size_t list,
                                struct arena *mem)
{
    struct buf path = {.mem = mem};

    buf_format(&path, "%s/%s", folder, files[list]);
    return str_zero(buf_str(&path), mem);
}

bool lexicon_load(struct lexicon *lexicon, const char *folder,
                  const char *const *overlays, size_t overlay_count,
                  struct arena *mem, struct error *err)
{
    size_t count = WORDS_COUNT + overlay_count;
    struct wordlist *words = ARENA_ARRAY(mem, struct wordlist, count);
    struct lexicon new = {.lists = words, .list_count = count};
    struct known *known = ARENA_ONE(mem, struct known);

    for (size_t i = 0; i < count; i++)
        if (!read_file(&words[i],
                       i < WORDS_COUNT ? shipped_path(folder, i, mem)
                                       : overlays[i - WORDS_COUNT],
                       i, known, mem, err))
            return false;
    if (!fill(&new, mem, err))
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
    fill(&new, mem, &none);
    *lexicon = new;
}

/* ---- finding ------------------------------------------------------------- */

const struct entry *lexicon_find(const struct lexicon *lexicon,
                                 enum word_list list, str written)
{
    struct key key = key_start(list);

    if (!key_add_all(&key, written))
        return NULL;
    return entry_of(lexicon, &key);
}

const struct entry *lexicon_longest(const struct lexicon *lexicon,
                                    enum word_list list, str text, str *head)
{
    struct key key = key_start(list);
    const struct entry *longest = NULL;
    str rest = text;
    bool inside;

    while (key_add_run(&key, &rest, &inside)) {
        const struct entry *entry = inside ? NULL : entry_of(lexicon, &key);

        if (entry) {
            longest = entry;
            *head = str_slice(text, 0, text.len - rest.len);
        }
        if (!goes_on(lexicon, &key))
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
    str context = entry->context, best = entry->spoken;
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
