/* A written form as the word lists compare it. */
#include "words/key.h"

#include "base/utf8.h"

#define CODE_MAX_BYTES 4
#define HASH_START UINT32_C(2166136261) /* FNV-1a */
#define HASH_FACTOR UINT32_C(16777619)

/* In which the case of letters makes no difference. */
static const bool any_case[WORDS_COUNT] = {
    [WORDS_CURRENCIES] = true, [WORDS_LETTERS] = true, [WORDS_DOCUMENTS] = true,
    [WORDS_ISSUERS] = true,    [WORDS_FOREIGN] = true, [WORDS_PEOPLES] = true,
    [WORDS_CLASSES] = true,
};

struct key key_start(enum word_list list)
{
    struct key key = {.list = list, .any_case = any_case[list]};

    key.hash = (HASH_START ^ (uint32_t)list) * HASH_FACTOR;
    return key;
}

str key_str(const struct key *key)
{
    return (str){key->bytes, key->len};
}

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

static void key_add_byte(struct key *key, int32_t byte)
{
    key->bytes[key->len++] = (char)byte;
    key->hash = (key->hash ^ (uint32_t)byte) * HASH_FACTOR;
}

/* False when the key is full: no entry is that long. */
static bool key_add(struct key *key, int32_t code)
{
    char bytes[CODE_MAX_BYTES];
    struct buf out = {.s = bytes, .cap = CODE_MAX_BYTES};

    if (key->len + CODE_MAX_BYTES > KEY_MAX_BYTES)
        return false;
    code = fold(code, key->any_case);
    if (code < 0x80) {
        key_add_byte(key, code);
        return true;
    }
    utf8_add(&out, code);
    for (size_t i = 0; i < out.len; i++)
        key_add_byte(key, (unsigned char)bytes[i]);
    return true;
}

bool key_add_all(struct key *key, str text)
{
    while (text.len > 0)
        if (!key_add(key, utf8_next(&text)))
            return false;
    return true;
}

/* Letters go on with letters, digits with digits; a sign stands alone. */
enum kind { KIND_SIGN, KIND_LETTER, KIND_DIGIT };

static enum kind kind_of(int32_t code)
{
    if (utf8_is_digit(code))
        return KIND_DIGIT;
    return code != UTF8_END && utf8_is_letter(code) ? KIND_LETTER : KIND_SIGN;
}

/* Bytes of the letter that begins there, if the key takes it as it is. */
static size_t own_letter(const char *at, const char *end, bool lower)
{
    str text = {at, (size_t)(end - at)};
    int32_t code;

    if ((*at >= 'a' && *at <= 'z') || (!lower && *at >= 'A' && *at <= 'Z'))
        return 1;
    if ((unsigned char)*at < 0xC3)
        return 0;
    code = utf8_next(&text);
    return is_own_letter(code) && (!lower || utf8_lower(code) == code)
               ? (size_t)(text.s - at)
               : 0;
}

/* The letters that the key takes as they are, which are nearly all; what it
 * leaves goes to key_add. */
static void key_add_letters(struct key *key, str *rest)
{
    const char *at = rest->s, *end = at + rest->len;

    while (at < end && key->len + CODE_MAX_BYTES <= KEY_MAX_BYTES) {
        size_t len = own_letter(at, end, key->any_case);

        if (len == 0)
            break;
        while (len-- > 0)
            key_add_byte(key, (unsigned char)*at++);
    }
    *rest = (str){at, (size_t)(end - at)};
}

bool key_add_run(struct key *key, str *rest, bool *inside)
{
    int32_t code = utf8_peek(*rest);
    enum kind kind = kind_of(code), next = kind;

    if (code == UTF8_END)
        return false;
    do {
        if (!key_add(key, utf8_next(rest)))
            return false;
        if (kind == KIND_LETTER)
            key_add_letters(key, rest);
        next = kind_of(utf8_peek(*rest));
    } while (next == kind && kind != KIND_SIGN);
    *inside = kind != KIND_SIGN && next != KIND_SIGN;
    return true;
}
