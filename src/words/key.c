/* A written form as the word lists compare it. */
#include "words/key.h"

#include <limits.h>

#include "base/utf8.h"

#define HASH_START UINT32_C(2166136261) /* FNV-1a, of code points */
#define HASH_FACTOR UINT32_C(16777619)
#define ASCII_CASE_BIT 0x20U

/* In which the case of letters makes no difference. */
static const bool any_case[WORDS_COUNT] = {
    [WORDS_CURRENCIES] = true, [WORDS_LETTERS] = true, [WORDS_DOCUMENTS] = true,
    [WORDS_ISSUERS] = true,    [WORDS_FOREIGN] = true, [WORDS_PEOPLES] = true,
    [WORDS_CLASSES] = true,
};

static uint32_t hash_with(uint32_t hash, uint32_t code)
{
    return (hash ^ code) * HASH_FACTOR;
}

struct key key_start(enum word_list list)
{
    return (struct key){.hash = hash_with(HASH_START, (uint32_t)list),
                        .list = (uint8_t)list,
                        .any_case = any_case[list]};
}

/* ---- stems --------------------------------------------------------------- */

static unsigned char stem_bit(uint32_t hash)
{
    return (unsigned char)(1U << hash % CHAR_BIT);
}

static void mark(const struct stems *stems, uint32_t hash)
{
    if (stems)
        stems->bits[(hash & stems->mask) / CHAR_BIT] |= stem_bit(hash);
}

bool stems_have(const struct stems *stems, const struct key *key)
{
    return stems->bits[(key->hash & stems->mask) / CHAR_BIT] &
           stem_bit(key->hash);
}

/* ---- characters ---------------------------------------------------------- */

/* Signs that look alike: apostrophes, hyphens, the d of Iceland. */
static const struct {
    int32_t from, to;
} alike[] = {
    {0x2019, '\''}, {0x02BC, '\''}, {0x2010, '-'},
    {0x2011, '-'},  {0xD0, 0x110},  {0xF0, 0x111},
};

/* Letters of Latin beyond ASCII that none is like. */
static bool is_own_letter(int32_t code)
{
    return (code >= 0x1E00 && code < 0x1F00) ||
           (code >= 0xC0 && code < 0x250 && code != 0xD0 && code != 0xF0 &&
            code != 0xD7 && code != 0xF7);
}

/* The character that stands for all that are the same. */
static int32_t fold(int32_t code, bool lower)
{
    if (!is_own_letter(code)) {
        for (size_t i = 0; i < sizeof alike / sizeof alike[0] && code > 0x7F;
             i++)
            if (code == alike[i].from)
                code = alike[i].to;
        if (utf8_is_space(code))
            return ' ';
    }
    return lower ? utf8_lower(code) : code;
}

bool key_same(enum word_list list, str a, str b)
{
    if (str_eq(a, b))
        return true;
    while (a.len > 0 && b.len > 0)
        if (fold(utf8_next(&a), any_case[list]) !=
            fold(utf8_next(&b), any_case[list]))
            return false;
    return a.len == b.len;
}

/* Letters go on with letters, digits with digits; a sign stands alone. */
enum kind { KIND_SIGN, KIND_LETTER, KIND_DIGIT };

struct character {
    uint32_t code; /* folded */
    enum kind kind;
};

/* Reads the first character; returns its bytes. */
static size_t look(struct character *one, const char *at, const char *end,
                   bool lower)
{
    str rest = {at, (size_t)(end - at)};
    int32_t code = utf8_next(&rest);

    one->code = (uint32_t)fold(code, lower);
    one->kind = utf8_is_digit(code)    ? KIND_DIGIT
                : utf8_is_letter(code) ? KIND_LETTER
                                       : KIND_SIGN;
    return (size_t)(end - at) - rest.len;
}

static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* The letter beyond ASCII that stands there, as those of Vietnamese do in two
 * or three bytes; 0 when another character does. */
static uint32_t letter_at(const char *at, const char *end, bool lower)
{
    unsigned char lead = (unsigned char)*at;
    int32_t code;

    if (end - at < 3 || !is_continuation(at[1]))
        return 0;
    if (lead == 0xE1 && ((unsigned char)at[1] & 0xFE) == 0xBA &&
        is_continuation(at[2])) { /* U+1E80 to U+1EFF */
        code = 0x1E00 | (at[1] & 3) << 6 | (at[2] & 0x3F);
        if (code >= 0x1EA0 && code <= 0x1EF9)
            return (uint32_t)code | lower; /* the even ones are capitals */
    }
    if (lead >= 0xC3 && lead <= 0xC8) {
        code = (lead & 0x1F) << 6 | (at[1] & 0x3F);
        if (is_own_letter(code))
            return (uint32_t)(lower ? utf8_lower(code) : code);
    }
    return 0;
}

/* ---- keys ---------------------------------------------------------------- */

static bool is_ascii_letter(uint32_t code)
{
    return (code | ASCII_CASE_BIT) - 'a' <= 'z' - 'a';
}

/* Adds the letters of ASCII and of Vietnamese that stand there. */
static const char *add_letters(struct key *key, const char *at, const char *end)
{
    const unsigned case_bit = key->any_case ? ASCII_CASE_BIT : 0;
    uint32_t hash = key->hash, code;

    for (; at < end; at++) {
        code = (unsigned char)*at;
        if (is_ascii_letter(code))
            code |= case_bit;
        else if (code >= 0xC3 && (code = letter_at(at, end, key->any_case)))
            at += (unsigned char)*at == 0xE1 ? 2 : 1;
        else
            break;
        hash = hash_with(hash, code);
    }
    key->hash = hash;
    return at;
}

bool key_add_run(struct key *key, str *text)
{
    const char *end = text->s + text->len;
    const char *at = add_letters(key, text->s, end);
    struct character last = {0, KIND_LETTER}, one = {0};

    while (at < end) {
        size_t size = look(&one, at, end, key->any_case);

        if (at > text->s && (one.kind != last.kind || one.kind == KIND_SIGN))
            break;
        key->hash = hash_with(key->hash, one.code);
        at += size;
        last = one;
        if (one.kind == KIND_LETTER)
            at = add_letters(key, at, end);
    }
    *text = (str){at, (size_t)(end - at)};
    return at < end && last.kind != KIND_SIGN && one.kind != KIND_SIGN;
}

struct key key_of(enum word_list list, str written, const struct stems *stems)
{
    struct key key = key_start(list);

    while (written.len > 0) {
        key_add_run(&key, &written);
        if (written.len > 0)
            mark(stems, key.hash);
    }
    return key;
}

const char *key_scan(struct key *key, const char *at, const char *end,
                     const struct stems *stems)
{
    const unsigned case_bit = key->any_case ? ASCII_CASE_BIT : 0;
    uint32_t hash = key->hash, code;
    enum kind kind, last = KIND_SIGN;

    for (; at < end; at++) {
        code = (unsigned char)*at;
        kind = KIND_LETTER;
        if (is_ascii_letter(code)) {
            code |= case_bit;
        } else if (code >= ' ' && code < 0x7F) {
            kind = utf8_is_digit((int32_t)code) ? KIND_DIGIT : KIND_SIGN;
        } else if (code >= 0xC3 && (code = letter_at(at, end, key->any_case))) {
            at += (unsigned char)*at == 0xE1 ? 2 : 1;
        } else {
            break;
        }
        if (kind != last || kind == KIND_SIGN)
            mark(stems, hash); /* at the start it is one too many */
        hash = hash_with(hash, code);
        last = kind;
    }
    key->hash = hash;
    return at == end || (unsigned char)*at < ' ' ? at : NULL;
}
