/* Foreign words as Vietnamese syllables: by the word lists, else by rule. */
#include "words/foreign.h"

#include "base/utf8.h"
#include "words/spelling.h"
#include "words/spoken.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

bool foreign_spell(struct buf *out, str word, const struct lexicon *lexicon)
{
    struct buf spoken = {.mem = out->mem};

    while (word.len > 0) {
        str letter = word;
        int32_t code = utf8_next(&word);
        const struct entry *entry;

        letter.len -= word.len;
        entry = lexicon_find(lexicon, WORDS_LETTERS, letter);
        if (!entry)
            entry = lexicon_find(lexicon, WORDS_LETTERS,
                                 spelling_plain(utf8_lower(code)));
        if (entry)
            spelling_add(&spoken, entry_spoken(entry));
    }
    spelling_add(out, buf_str(&spoken));
    return spoken.len > 0;
}

/* The spoken form of the word, or of the word without an English ending. */
static str find_spoken(const struct lexicon *lexicon, str word)
{
    static const char *const forms[] = {"", "'s", "\u2019s", "s", "es"};
    const struct entry *entry = NULL;

    for (size_t i = 0; i < COUNT(forms) && !entry; i++) {
        str stem = {word.s, word.len - str_from(forms[i]).len};

        if (!str_ends(word, str_from(forms[i])))
            continue;
        entry = lexicon_find(lexicon, WORDS_FOREIGN, stem);
        if (!entry)
            entry = lexicon_find(lexicon, WORDS_PEOPLES, stem);
    }
    return entry ? entry_spoken(entry) : (str){0};
}

/* The next run of letters; a capital behind a small letter starts another. */
static str next_part(str *rest)
{
    str text = *rest;
    int32_t last = 0;

    while (rest->len > 0 && text.len - rest->len < SPELLING_MAX_BYTES / 2) {
        int32_t code = utf8_peek(*rest);

        if (!utf8_is_letter(code) ||
            (utf8_is_upper(code) && last && !utf8_is_upper(last)))
            break;
        last = code;
        utf8_next(rest);
    }
    return str_slice(text, 0, text.len - rest->len);
}

static bool is_joint(int32_t code)
{
    return code == '-' || code == '\'' || code == 0x2019 || code == '.' ||
           code == ' ';
}

static bool read_part(struct buf *out, str part, const struct lexicon *lexicon,
                      bool *known)
{
    char bytes[2 * SPELLING_MAX_BYTES];
    struct buf letters = {.s = bytes, .cap = sizeof bytes};
    str spoken = find_spoken(lexicon, part);

    *known = *known && spoken.len > 0;
    if (spoken.len == 0)
        spoken = utf8_lower_str(part, out->mem);
    if (spoken_is_text(spoken)) {
        spelling_add(out, spoken);
        return true;
    }
    return spelling_plain_letters(&letters, part) &&
           (spelling_read(out, buf_str(&letters)) ||
            foreign_spell(out, part, lexicon));
}

/* How a name of the highlands begins: the "H'" of "H'Loan". */
static str find_prefix(const struct lexicon *lexicon, str part, str rest)
{
    char bytes[] = "?'";
    const struct entry *entry = NULL;

    if (part.len == 1 && rest.len > 0 &&
        (utf8_peek(rest) == '\'' || utf8_peek(rest) == 0x2019)) {
        bytes[0] = part.s[0];
        entry = lexicon_find(lexicon, WORDS_PEOPLES, str_from(bytes));
    }
    return entry ? entry_spoken(entry) : (str){0};
}

bool foreign_read(struct buf *out, str word, const struct lexicon *lexicon,
                  bool *known)
{
    struct buf parts = {.mem = out->mem};
    str spoken = find_spoken(lexicon, word), prefix;

    *known = true;
    while (word.len > 0 && spoken.len == 0) {
        str part = next_part(&word);

        prefix = find_prefix(lexicon, part, word);
        if (prefix.len > 0)
            spelling_add(&parts, prefix);
        else if (part.len > 0 ? !read_part(&parts, part, lexicon, known)
                              : !is_joint(utf8_next(&word)))
            return false;
    }
    buf_add(out, spoken.len > 0 ? spoken : buf_str(&parts));
    return spoken.len + parts.len > 0;
}

/* An acronym that is said as a word is this long at least, and none of its runs
 * of vowels or of consonants is longer than that. */
#define WORD_MIN_LETTERS 4
#define WORD_MAX_RUN 2

bool foreign_is_spelled(str upper)
{
    size_t run = 0, longest = 0, vowel_count = 0;
    bool was_vowel = false;

    for (size_t i = 0; i < upper.len; i++) {
        bool vowel = str_has(STR("AEIOU"), str_slice(upper, i, i + 1));

        run = vowel == was_vowel ? run + 1 : 1;
        longest = run > longest ? run : longest;
        vowel_count += vowel;
        was_vowel = vowel;
    }
    return utf8_count(upper) < upper.len || upper.len < WORD_MIN_LETTERS ||
           longest > WORD_MAX_RUN || vowel_count * 3 < upper.len;
}
