/* Unicode text: decoding, repair, normal form C, classes of characters.
 * Functions that take a str expect valid UTF-8 unless they say otherwise;
 * after utf8_clean every text of the program is valid and in NFC. */
#ifndef BAONOI_BASE_UTF8_H
#define BAONOI_BASE_UTF8_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

#define UTF8_END ((int32_t)-1)

/* The first code point, which is taken off the text; UTF8_END when empty. Most
 * are ASCII, which needs no call. */
int32_t utf8_next_beyond(str *text);
static inline int32_t utf8_next(str *text)
{
    if (text->len == 0 || (unsigned char)*text->s >= 0x80)
        return utf8_next_beyond(text);
    text->len--;
    return *text->s++;
}
/* The same without taking it. */
static inline int32_t utf8_peek(str text)
{
    return utf8_next(&text);
}
/* The last code point. */
int32_t utf8_last(str text);
void utf8_add(struct buf *out, int32_t code);
size_t utf8_count(str text); /* code points */

/* The longest head of `text` with at most `most` bytes that cuts no character.
 */
str utf8_head(str text, size_t most);

/* Any bytes as valid UTF-8 in NFC: a leading byte order mark is dropped, each
 * ill-formed byte becomes U+FFFD, CR LF and CR become LF, other control
 * characters a space. */
str utf8_clean(str bytes, struct arena *keep);
/* The same; `bytes` themselves, not a copy, when nothing of them changes. */
str utf8_cleaned(str bytes, struct arena *keep);
/* Whether it would surely come out as it is: quick, and false at times where it
 * would too. */
bool utf8_is_clean(str bytes);
bool utf8_valid(str bytes);

bool utf8_is_letter(int32_t code); /* letters and combining marks */
bool utf8_is_upper(int32_t code);
static inline bool utf8_is_digit(int32_t code) /* 0 to 9 alone */
{
    return code >= '0' && code <= '9';
}
bool utf8_is_space(int32_t code); /* any white space, no-break ones too */
int32_t utf8_lower(int32_t code);
int32_t utf8_bare(int32_t code); /* the letter without its marks: Đ is D */
str utf8_lower_str(str text, struct arena *keep);

#endif
