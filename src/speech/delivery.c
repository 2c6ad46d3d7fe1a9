/* How the words of a script stand out from one another. */
#include "speech/delivery.h"

#include "base/utf8.h"
#include "reading/script.h"

/* A shorter quotation is a word with a wink, not someone else's voice. */
#define QUOTE_LEAST_WORDS 5

/* A name of one word may be any word that begins a sentence; a longer run of
 * capitals is a line in title case. */
#define NAME_LEAST_WORDS 2
#define NAME_MOST_WORDS 5

#define FNV_OFFSET 14695981039346656037u
#define FNV_PRIME 1099511628211u

/* ---- quotations and brackets ----------------------------------------------
 */

/* What opens and closes: '"' does both. */
static const struct enclosure {
    int32_t opens, closes;
    enum delivery delivery;
} enclosures[] = {
    {0x201C, 0x201D, DELIVERY_QUOTED},
    {0xAB, 0xBB, DELIVERY_QUOTED},
    {'"', '"', DELIVERY_QUOTED},
    {'(', ')', DELIVERY_ASIDE},
};

/* Where the reader is in a block. */
struct reader {
    const struct enclosure *inside; /* NULL: nothing is open */
    size_t words;                   /* since it opened, in all sentences */
};

static const struct enclosure *opened_by(int32_t code)
{
    for (size_t i = 0; i < sizeof enclosures / sizeof enclosures[0]; i++)
        if (enclosures[i].opens == code)
            return &enclosures[i];
    return NULL;
}

/* The words first .. end-1, which are read inside. */
static void deliver(struct sentence *sentence, size_t first, size_t end,
                    const struct reader *reader)
{
    for (size_t i = first; i < end; i++)
        sentence->words[i].delivery = reader->inside->delivery;
}

static bool is_wink(const struct reader *reader)
{
    return reader->inside->delivery == DELIVERY_QUOTED &&
           reader->words < QUOTE_LEAST_WORDS;
}

/* Reads the signs between two words; `first` is where what is open began in
 * this sentence. */
static void read_signs(struct reader *reader, str signs,
                       struct sentence *sentence, size_t *first, size_t at)
{
    while (signs.len > 0) {
        int32_t code = utf8_next(&signs);

        if (reader->inside && code == reader->inside->closes) {
            if (!is_wink(reader))
                deliver(sentence, *first, at, reader);
            reader->inside = NULL;
        } else if (!reader->inside && (reader->inside = opened_by(code))) {
            reader->words = 0;
            *first = at;
        }
    }
}

/* `*read` is how far the block has been read. */
static void enclose(struct sentence *sentence, struct reader *reader,
                    const char **read)
{
    size_t first = 0, count = sentence->word_count;
    str whole = sentence->written;

    for (size_t i = 0; i < count; i++) {
        str written = sentence->words[i].written;

        if (written.s < *read)
            continue; /* a word that the page has not: "Tác giả" */
        read_signs(reader, (str){*read, (size_t)(written.s - *read)}, sentence,
                   &first, i);
        reader->words += reader->inside != NULL;
        *read = written.s + written.len;
    }
    if (whole.s + whole.len > *read) {
        read_signs(reader, (str){*read, (size_t)(whole.s + whole.len - *read)},
                   sentence, &first, count);
        *read = whole.s + whole.len;
    }
    if (reader->inside) /* what goes on in the next sentence is no wink */
        deliver(sentence, first, count, reader);
}

/* ---- figures and names ----------------------------------------------------
 */

/* The names that were said, by hash; a free slot is 0. */
struct names {
    uint64_t *slots;
    size_t mask;
};

static struct names names_for(const struct script *script, struct arena *mem)
{
    size_t words = 0, slots = 2;

    for (size_t i = 0; i < script->sentence_count; i++)
        words += script->sentences[i].word_count;
    while (slots < words)
        slots *= 2; /* a name is two words: at most half of them are taken */
    return (struct names){ARENA_ARRAY(mem, uint64_t, slots), slots - 1};
}

/* Whether the name is new; it is not, from now on. */
static bool is_new(struct names *names, str name)
{
    uint64_t hash = FNV_OFFSET;
    size_t at;

    for (size_t i = 0; i < name.len; i++)
        hash = (hash ^ (unsigned char)name.s[i]) * FNV_PRIME;
    hash += hash == 0;
    at = hash & names->mask;
    while (names->slots[at] != 0 && names->slots[at] != hash)
        at = (at + 1) & names->mask;
    if (names->slots[at] == hash)
        return false;
    names->slots[at] = hash;
    return true;
}

static void focus(struct word *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (words[i].delivery == DELIVERY_PLAIN)
            words[i].delivery = DELIVERY_FOCUS;
}

static bool has_digit(str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (utf8_is_digit((unsigned char)text.s[i]))
            return true;
    return false;
}

/* Capitals first, then none: "Lào", "Cai", but not "SEA" or "của". */
static bool is_name_word(const struct word *word)
{
    str rest = word->written;

    return utf8_is_upper(utf8_next(&rest)) && rest.len > 0 &&
           !utf8_is_upper(utf8_peek(rest));
}

/* Offices, whose names go on in small letters: half a name is none. */
static bool is_office(str written)
{
    static const char *const heads[] = {
        "Ban",  "Bí",    "Bộ",     "Chi",    "Chủ",   "Công", "Cục",  "Đại",
        "Đảng", "Giám",  "Hội",    "Học",    "Khoa",  "Luật", "Ngân", "Nghị",
        "Phó",  "Phòng", "Quyết",  "Sở",     "Thông", "Thủ",  "Thứ",  "Tòa",
        "Tổng", "Trung", "Trường", "Trưởng", "Viện",  "Vụ",   "Ủy",
    };

    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
        if (str_eq(written, str_from(heads[i])))
            return true;
    return false;
}

/* "Ông Lò Văn Pâng" is the same name as "Lò Văn Pâng". */
static bool is_address(str written)
{
    static const char *const words[] = {"Anh", "Bà", "Chị", "Cô",
                                        "Cụ",  "Em", "Ông"};

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (str_eq(written, str_from(words[i])))
            return true;
    return false;
}

static void find_focus(struct sentence *sentence, struct names *names)
{
    struct word *words = sentence->words;

    for (size_t i = 0, end; i < sentence->word_count; i = end) {
        if (is_address(words[i].written)) {
            end = i + 1;
            continue;
        }
        for (end = i; end < sentence->word_count && is_name_word(&words[end]);)
            end++;
        if (end == i) {
            if (has_digit(words[i].written))
                focus(&words[i], 1);
            end++;
            continue;
        }
        if (end - i >= NAME_LEAST_WORDS && end - i <= NAME_MOST_WORDS &&
            !is_office(words[i].written)) {
            str last = words[end - 1].written;
            str name = {words[i].written.s,
                        (size_t)(last.s + last.len - words[i].written.s)};

            if (is_new(names, name))
                focus(&words[i], end - i);
        }
    }
}

/* ---- the whole ------------------------------------------------------------
 */

void delivery_plan(struct script *script, const struct article *article,
                   struct arena tmp)
{
    struct names names = names_for(script, &tmp);
    struct reader reader = {0};
    const char *read = NULL;

    for (size_t i = 0; i < script->sentence_count; i++) {
        struct sentence *sentence = script_sentence(script, i);
        const struct block *block = &article->blocks[sentence->block];
        bool last = i + 1 == script->sentence_count;

        sentence->role = block->role;
        sentence->opens = i == 0 || sentence[-1].block != sentence->block;
        sentence->closes = last || sentence[1].block != sentence->block;
        if (sentence->opens) {
            reader = (struct reader){0};
            read = block->text.s;
        }
        enclose(sentence, &reader, &read);
        find_focus(sentence, &names);
    }
}
