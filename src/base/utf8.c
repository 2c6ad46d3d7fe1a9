/* Unicode text: decoding, repair, normal form C, classes of characters. */
#include "base/utf8.h"

#include <stdlib.h>
#include <utf8proc.h>

#include "base/latin.h"

#define BYTE_ORDER_MARK STR("\xEF\xBB\xBF")
#define REPLACEMENT STR("\xEF\xBF\xBD")
#define REPLACEMENT_CODE 0xFFFD
#define CODE_MAX_BYTES 4
#define SIX_BITS 0x3FU
#define BAD_RUN_MOST                                                           \
    8 /* bytes that are none become no more signs than this                    \
       */
#define PIECE_BYTES ((size_t)64)
#define PIECE_BYTES_MOST ((size_t)256)
#define FIRST_JAMO 0x1100 /* Hangul, which is composed of them */
#define LAST_JAMO 0x11FF
#define PARTS_MOST 4 /* code points that one is decomposed into */
/* Đ and đ: the only letters that are no letter with a mark. */
#define UPPER_D_STROKE 0x110
#define LOWER_D_STROKE 0x111

static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* What a byte goes on with; more than SIX_BITS when it is no such byte. */
static unsigned tail_of(char byte)
{
    return (unsigned char)byte ^ 0x80U;
}

/* The first code point and how many bytes it takes, of what Vietnamese is
 * written with; 0 bytes for others. */
static inline size_t near_code(int32_t *code, str text)
{
    unsigned lead = (unsigned char)text.s[0], second, third;

    *code = (int32_t)lead;
    if (lead < 0x80)
        return 1;
    if (text.len < 2)
        return 0;
    second = tail_of(text.s[1]);
    if (lead >= 0xE1 && lead <= 0xEC && text.len > 2) {
        third = tail_of(text.s[2]);
        *code = (int32_t)((lead & 0xF) << 12 | second << 6 | third);
        return (second | third) > SIX_BITS ? 0 : 3;
    }
    *code = (int32_t)((lead & 0x1F) << 6 | second);
    return lead < 0xC2 || lead > 0xDF || second > SIX_BITS ? 0 : 2;
}

/* The same of all; less than one byte when they are ill-formed. */
static utf8proc_ssize_t first_code(utf8proc_int32_t *code, str text)
{
    size_t len = near_code(code, text);

    return len > 0 ? (utf8proc_ssize_t)len
                   : utf8proc_iterate((const utf8proc_uint8_t *)text.s,
                                      (utf8proc_ssize_t)text.len, code);
}

/* Apart, so that utf8_next_beyond is quick without it. */
__attribute__((noinline)) static int32_t next_rare(str *text)
{
    utf8proc_int32_t code;
    utf8proc_ssize_t len = first_code(&code, *text);

    *text = str_skip(*text, len < 1 ? 1 : (size_t)len);
    return len < 1 ? REPLACEMENT_CODE : code;
}

int32_t utf8_next_beyond(str *text)
{
    int32_t code;
    size_t len;

    if (text->len == 0)
        return UTF8_END;
    len = near_code(&code, *text);
    if (len == 0)
        return next_rare(text);
    text->s += len;
    text->len -= len;
    return code;
}

int32_t utf8_last(str text)
{
    size_t at = text.len;

    if (at == 0)
        return UTF8_END;
    do
        at--;
    while (at > 0 && is_continuation(text.s[at]));
    return utf8_peek(str_skip(text, at));
}

void utf8_add(struct buf *out, int32_t code)
{
    utf8proc_uint8_t *end;

    buf_reserve(out, CODE_MAX_BYTES);
    end = (utf8proc_uint8_t *)out->s + out->len;
    out->len += (size_t)utf8proc_encode_char(code, end);
}

size_t utf8_count(str text)
{
    size_t count = 0;

    for (size_t i = 0; i < text.len; i++)
        count += !is_continuation(text.s[i]);
    return count;
}

str utf8_head(str text, size_t most)
{
    if (text.len <= most)
        return text;
    while (most > 0 && is_continuation(text.s[most]))
        most--;
    return str_slice(text, 0, most);
}

bool utf8_valid(str bytes)
{
    str rest = str_skip(bytes, latin_length(bytes));

    while (rest.len > 0) {
        utf8proc_int32_t code;
        utf8proc_ssize_t len = first_code(&code, rest);

        if (len < 1)
            return false;
        rest = str_skip(rest, (size_t)len);
        rest = str_skip(rest, latin_length(rest));
    }
    return true;
}

static bool is_control(int32_t code)
{
    return (code < 0x20 && code != '\n' && code != '\t') ||
           (code >= 0x7F && code < 0xA0);
}

/* Blocks in which every character is in normal form C whatever stands beside
 * it: nearly all text is in them alone. */
static bool is_settled(int32_t code)
{
    static const struct {
        int32_t first, last;
    } blocks[] = {
        {0x0000, 0x02FF}, /* Latin */
        {0x1E00, 0x1EFF}, /* Latin Extended Additional: Vietnamese */
        {0x2010, 0x2027}, /* General Punctuation */
        {0x20A0, 0x20BF}, /* Currency Symbols */
    };

    for (size_t i = 0; i < sizeof blocks / sizeof blocks[0]; i++)
        if (code <= blocks[i].last)
            return code >= blocks[i].first;
    return false;
}

/* The bytes before the first that must be replaced; `settled` stays true as
 * long as all of them are in normal form. */
static size_t sound_length(str bytes, bool *settled)
{
    str rest = str_skip(bytes, latin_length(bytes));

    while (rest.len > 0) {
        utf8proc_int32_t code;
        utf8proc_ssize_t len = first_code(&code, rest);

        if (len < 1 || code == '\r' || is_control(code))
            break;
        *settled = *settled && is_settled(code);
        rest = str_skip(rest, (size_t)len);
        rest = str_skip(rest, latin_length(rest));
    }
    return bytes.len - rest.len;
}

/* Valid UTF-8 without control characters, not yet in NFC unless `settled`. */
static str repair(str bytes, bool *settled, struct arena *keep)
{
    struct buf out = {.mem = keep};
    int bad = 0; /* in a row */

    *settled = true;
    buf_reserve(&out, bytes.len);
    while (bytes.len > 0) {
        size_t sound = sound_length(bytes, settled);
        utf8proc_int32_t code;

        buf_add(&out, str_slice(bytes, 0, sound));
        bytes = str_skip(bytes, sound);
        bad = sound > 0 ? 0 : bad;
        if (bytes.len == 0)
            break;
        if (bytes.s[0] == '\r') {
            if (bytes.len == 1 || bytes.s[1] != '\n')
                buf_char(&out, '\n');
            bytes = str_skip(bytes, 1);
        } else if (first_code(&code, bytes) < 1) {
            if (bad++ < BAD_RUN_MOST)
                buf_add(&out, REPLACEMENT);
            bytes = str_skip(bytes, 1);
        } else {
            buf_char(&out, ' ');
            utf8_next(&bytes);
        }
    }
    return buf_str(&out);
}

bool utf8_is_clean(str bytes)
{
    bool settled = true;

    return !str_starts(bytes, BYTE_ORDER_MARK) &&
           sound_length(bytes, &settled) == bytes.len && settled;
}

static void add_composed(struct buf *out, str piece)
{
    utf8proc_uint8_t *composed = NULL;
    utf8proc_ssize_t len = utf8proc_map((const utf8proc_uint8_t *)piece.s,
                                        (utf8proc_ssize_t)piece.len, &composed,
                                        UTF8PROC_STABLE | UTF8PROC_COMPOSE);

    buf_add(out, len >= 0 ? (str){(char *)composed, (size_t)len} : piece);
    free(composed);
}

/* Whether a long piece may end before `code`: it joins nothing before it. A
 * piece of nothing but marks ends all the same, as utf8proc orders them in the
 * square of their number. */
static bool may_cut(int32_t code, size_t piece_bytes)
{
    return piece_bytes >= PIECE_BYTES &&
           (piece_bytes >= PIECE_BYTES_MOST ||
            (utf8proc_get_property(code)->combining_class == 0 &&
             !(code >= FIRST_JAMO && code <= LAST_JAMO)));
}

/* Bytes of `text` up to the settled character that has an unsettled one behind
 * it: what is in normal form whatever follows. */
static size_t settled_length(str text)
{
    size_t last = 0, at = 0;

    while (at < text.len) {
        utf8proc_int32_t code;
        utf8proc_ssize_t len = first_code(&code, str_skip(text, at));

        if (!is_settled(code))
            return last;
        last = at;
        at += (size_t)len;
    }
    return text.len;
}

/* Bytes from such a character on up to the next settled one. */
static size_t unsettled_length(str text)
{
    str rest = text;

    utf8_next(&rest);
    while (rest.len > 0) {
        int32_t code = utf8_peek(rest);
        size_t len = text.len - rest.len;

        if (is_settled(code) || may_cut(code, len))
            return len;
        utf8_next(&rest);
    }
    return text.len;
}

/* In normal form C. A settled character joins nothing before it, so that only
 * what stands between two of them is looked at, with the first. */
static str compose(str text, struct arena *keep)
{
    struct buf out = {.mem = keep};

    buf_reserve(&out, text.len);
    while (text.len > 0) {
        size_t len = settled_length(text);

        buf_add(&out, str_slice(text, 0, len));
        text = str_skip(text, len);
        len = unsettled_length(text);
        add_composed(&out, str_slice(text, 0, len));
        text = str_skip(text, len);
    }
    return buf_str(&out);
}

str utf8_clean(str bytes, struct arena *keep)
{
    bool settled;
    str text;

    if (str_starts(bytes, BYTE_ORDER_MARK))
        bytes = str_skip(bytes, BYTE_ORDER_MARK.len);
    text = repair(bytes, &settled, keep);
    return settled ? text : compose(text, keep);
}

str utf8_cleaned(str bytes, struct arena *keep)
{
    return utf8_is_clean(bytes) ? bytes : utf8_clean(bytes, keep);
}

/* The block of Vietnamese letters, capitals at even places: with ASCII, what
 * this program meets all the time. */
static bool is_vietnamese(int32_t code)
{
    return code >= 0x1EA0 && code <= 0x1EF9;
}

/* Latin letters of other blocks, up to IPA, without the two signs in them. */
static bool is_latin_letter(int32_t code)
{
    return code >= 0xC0 && code <= 0x2AF && code != 0xD7 && code != 0xF7;
}

bool utf8_is_letter(int32_t code)
{
    utf8proc_category_t category;

    if (code < 0x80)
        return (code | 0x20) >= 'a' && (code | 0x20) <= 'z';
    if (is_vietnamese(code) || is_latin_letter(code))
        return true;
    category = utf8proc_category(code);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME;
}

bool utf8_is_upper(int32_t code)
{
    if (code < 0x80)
        return code >= 'A' && code <= 'Z';
    if (is_vietnamese(code))
        return code % 2 == 0;
    return utf8proc_category(code) == UTF8PROC_CATEGORY_LU;
}

bool utf8_is_space(int32_t code)
{
    return code == ' ' || (code >= '\t' && code <= '\r') ||
           (code > 0x7F && utf8proc_category(code) == UTF8PROC_CATEGORY_ZS);
}

int32_t utf8_lower(int32_t code)
{
    if (code < 0x80)
        return code >= 'A' && code <= 'Z' ? code | 0x20 : code;
    if (is_vietnamese(code))
        return code | 1;
    if (code >= 0xE0 && code < 0x130) /* small ones, then by turns */
        return code < 0x100 ? code : code | 1;
    return utf8proc_tolower(code);
}

int32_t utf8_bare(int32_t code)
{
    utf8proc_int32_t parts[PARTS_MOST];
    int boundary = 0;

    if (code == UPPER_D_STROKE || code == LOWER_D_STROKE)
        return code == UPPER_D_STROKE ? 'D' : 'd';
    return utf8proc_decompose_char(code, parts, PARTS_MOST, UTF8PROC_DECOMPOSE,
                                   &boundary) > 0
               ? parts[0]
               : code;
}

str utf8_lower_str(str text, struct arena *keep)
{
    struct buf out = {.mem = keep};

    while (text.len > 0)
        utf8_add(&out, utf8_lower(utf8_next(&text)));
    return buf_str(&out);
}
