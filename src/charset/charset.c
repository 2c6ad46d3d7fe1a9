/* Text in any of the encodings that Vietnamese pages come in, as UTF-8. */
#include "charset/charset.h"

#include <errno.h>
#include <iconv.h>

#include "base/utf8.h"
#include "charset/legacy.h"
#include "charset/syllable.h"

#define DECLARED_BYTES 2048 /* a declaration stands in so many, or nowhere */
#define NAME_BYTES_MOST 32
#define WORDS_LEAST 8  /* fewer words beyond ASCII tell nothing */
#define WORDS_MOST 400 /* and so many are enough */
#define FITS 0.7       /* share of them that can be Vietnamese */
#define FITS_SURELY 0.95
#define FITS_AS_IT_IS 0.5
#define PART_BYTES ((size_t)64 << 10) /* that are converted at a time */
#define GROWTH 4 /* bytes of UTF-8 for one byte, at the most */
#define LETTER_BYTES ((size_t)8)

/* ---- Decoding ------------------------------------------------------------ */

/* The last letter, which is held back until no mark can follow it. */
static void flush(struct buf *out, iconv_t state)
{
    size_t room = LETTER_BYTES;
    char *to;

    buf_reserve(out, LETTER_BYTES);
    to = out->s + out->len;
    iconv(state, NULL, NULL, &to, &room);
    out->len = (size_t)(to - out->s);
}

/* Bytes that are none of the encoding become question marks. Empty when the C
 * library does not know it. */
static str convert(str bytes, const char *encoding, struct arena *mem)
{
    iconv_t state = iconv_open("UTF-8", encoding);
    struct buf out = {.mem = mem};
    char *in = (char *)(size_t)bytes.s;
    size_t left = bytes.len;

    if (state == (iconv_t)-1)
        return (str){0};
    while (left > 0) {
        size_t part = left < PART_BYTES ? left : PART_BYTES;
        size_t rest = part, room = GROWTH * part;
        bool bad;
        char *to;

        buf_reserve(&out, room);
        to = out.s + out.len;
        bad = iconv(state, &in, &rest, &to, &room) == (size_t)-1 &&
              (errno == EILSEQ || part == left);
        left -= part - rest;
        out.len = (size_t)(to - out.s);
        if (bad) {
            buf_char(&out, '?');
            in++;
            left--;
        }
    }
    flush(&out, state);
    iconv_close(state);
    return buf_str(&out);
}

static str from_tcvn3(str bytes, struct arena *mem)
{
    return convert(bytes, "TCVN5712-1", mem);
}

static str from_viscii(str bytes, struct arena *mem)
{
    return convert(bytes, "VISCII", mem);
}

static str from_cp1258(str bytes, struct arena *mem)
{
    return convert(bytes, "CP1258", mem);
}

/* ---- Judging ------------------------------------------------------------- */

static bool is_ascii_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The next word with a letter beyond ASCII; it and all before it are taken off
 * `text`. Empty when a sign beyond ASCII comes first, or nothing. */
static str next_word(str *text)
{
    size_t at = 0, start;
    str rest, word;

    while (at < text->len && (unsigned char)text->s[at] < 0x80)
        at++;
    for (start = at; start > 0 && is_ascii_letter(text->s[start - 1]);)
        start--;
    rest = str_skip(*text, at);
    while (rest.len > 0 && utf8_is_letter(utf8_peek(rest)))
        utf8_next(&rest);
    word = str_slice(*text, start, text->len - rest.len);
    if (rest.len > 0 && rest.len == text->len - at) {
        utf8_next(&rest);
        word.len = 0;
    }
    *text = rest;
    return word;
}

/* The share of words beyond ASCII that can be Vietnamese; `unknown` when there
 * are too few to tell. */
static double fitness(str text, double unknown, struct arena tmp)
{
    size_t words = 0, legal = 0;

    while (text.len > 0 && words < WORDS_MOST) {
        struct arena once = tmp;
        str word = next_word(&text);

        words += word.len > 0;
        legal += word.len > 0 && syllable_is_legal(utf8_cleaned(word, &once));
    }
    return words < WORDS_LEAST ? unknown : (double)legal / (double)words;
}

static str (*const decoders[])(str, struct arena *) = {from_tcvn3, from_viscii,
                                                       from_cp1258, legacy_vni};

#define DECODERS (sizeof decoders / sizeof decoders[0])

/* The best of the old encodings; empty when none fits. */
static str best_of_old(str bytes, struct arena *mem)
{
    double best = FITS;
    size_t found = DECODERS;

    for (size_t i = 0; i < DECODERS; i++) {
        struct arena tmp = *mem;
        str text = decoders[i](bytes, &tmp);
        double fit = text.len > 0 ? fitness(text, 0, tmp) : 0;

        if (fit > best) {
            best = fit;
            found = i;
        }
    }
    return found < DECODERS ? decoders[found](bytes, mem) : (str){0};
}

/* The word after "charset=" or "encoding=" near the start, with a NUL. */
static bool declared(char name[NAME_BYTES_MOST], str bytes)
{
    static const char *const keys[] = {"charset=", "encoding="};
    str head = str_slice(
        bytes, 0, bytes.len < DECLARED_BYTES ? bytes.len : DECLARED_BYTES);

    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        str key = str_from(keys[i]), value;
        size_t at = str_find(head, key), len = 0;

        if (at == head.len)
            continue;
        value = str_skip(head, at + key.len);
        if (value.len > 0 && (value.s[0] == '"' || value.s[0] == '\''))
            value = str_skip(value, 1);
        while (len < value.len && len + 1 < NAME_BYTES_MOST &&
               value.s[len] > ' ' && value.s[len] < 0x7F &&
               !str_has(STR("\"'>;/?"), str_slice(value, len, len + 1))) {
            name[len] = value.s[len];
            len++;
        }
        name[len] = '\0';
        return len > 0;
    }
    return false;
}

/* Valid UTF-8 may have been made of something else by mistake: of UTF-8, or
 * of an old encoding, each taken for Latin letters. */
static str mended(str text, struct arena *mem)
{
    double fit = fitness(text, 1, *mem);
    str found;

    if (fit >= FITS_SURELY)
        return text;
    found = legacy_undouble(text, mem);
    if (utf8_valid(found) && fitness(found, 0, *mem) > fit)
        return found;
    if (fit >= FITS_AS_IT_IS)
        return text;
    found = best_of_old(legacy_bytes(text, mem), mem);
    return found.len > 0 ? found : text;
}

str charset_decode(str bytes, struct arena *mem)
{
    char name[NAME_BYTES_MOST];
    str text;

    if (str_starts(bytes, STR("\xFF\xFE")))
        return convert(str_skip(bytes, 2), "UTF-16LE", mem);
    if (str_starts(bytes, STR("\xFE\xFF")))
        return convert(str_skip(bytes, 2), "UTF-16BE", mem);
    if (utf8_valid(bytes))
        return mended(bytes, mem);
    text = best_of_old(bytes, mem);
    if (text.len == 0 && declared(name, bytes))
        text = convert(bytes, name, mem);
    return text.len > 0 ? text : bytes;
}
