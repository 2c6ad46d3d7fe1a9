/* Unicode text: decoding, repair, normal form C, classes of characters. */
#include "base/utf8.h"

#include <assert.h>
#include <stdlib.h>
#include <utf8proc.h>

#define BYTE_ORDER_MARK STR("\xEF\xBB\xBF")
#define REPLACEMENT STR("\xEF\xBF\xBD")
#define CODE_MAX_BYTES 4

int32_t utf8_peek(str text)
{
    return utf8_next(&text);
}

int32_t utf8_next(str *text)
{
    utf8proc_int32_t code;
    utf8proc_ssize_t len;

    if (text->len == 0)
        return UTF8_END;
    if ((unsigned char)text->s[0] < 0x80) {
        code = (unsigned char)text->s[0];
        len = 1;
    } else {
        len = utf8proc_iterate((const utf8proc_uint8_t *)text->s,
                               (utf8proc_ssize_t)text->len, &code);
    }
    if (len < 1) {
        code = 0xFFFD;
        len = 1;
    }
    *text = str_skip(*text, (size_t)len);
    return code;
}

static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
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
    utf8proc_uint8_t bytes[CODE_MAX_BYTES];
    utf8proc_ssize_t len = utf8proc_encode_char(code, bytes);

    buf_add(out, (str){(const char *)bytes, (size_t)len});
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
    while (bytes.len > 0) {
        utf8proc_int32_t code;
        utf8proc_ssize_t len =
            utf8proc_iterate((const utf8proc_uint8_t *)bytes.s,
                             (utf8proc_ssize_t)bytes.len, &code);

        if (len < 1)
            return false;
        bytes = str_skip(bytes, (size_t)len);
    }
    return true;
}

static bool is_control(int32_t code)
{
    return (code < 0x20 && code != '\n' && code != '\t') ||
           (code >= 0x7F && code < 0xA0);
}

/* Valid UTF-8 without control characters, not yet in NFC. */
static str repair(str bytes, struct arena *keep)
{
    struct buf out = {.mem = keep};

    while (bytes.len > 0) {
        utf8proc_int32_t code;
        utf8proc_ssize_t len =
            utf8proc_iterate((const utf8proc_uint8_t *)bytes.s,
                             (utf8proc_ssize_t)bytes.len, &code);
        str one = str_slice(bytes, 0, len < 1 ? 1 : (size_t)len);

        bytes = str_skip(bytes, one.len);
        if (len < 1) {
            buf_add(&out, REPLACEMENT);
        } else if (code == '\r') {
            if (bytes.len == 0 || bytes.s[0] != '\n')
                buf_char(&out, '\n');
        } else if (is_control(code)) {
            buf_char(&out, ' ');
        } else {
            buf_add(&out, one);
        }
    }
    return buf_str(&out);
}

static bool is_ascii(str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.s[i] >= 0x80)
            return false;
    return true;
}

str utf8_clean(str bytes, struct arena *keep)
{
    utf8proc_uint8_t *composed = NULL;
    utf8proc_ssize_t len;
    str text;

    if (str_starts(bytes, BYTE_ORDER_MARK))
        bytes = str_skip(bytes, BYTE_ORDER_MARK.len);
    text = repair(bytes, keep);
    if (is_ascii(text))
        return text;
    len = utf8proc_map((const utf8proc_uint8_t *)text.s,
                       (utf8proc_ssize_t)text.len, &composed,
                       UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    if (len >= 0)
        text = str_copy((str){(char *)composed, (size_t)len}, keep);
    free(composed);
    return text;
}

bool utf8_is_letter(int32_t code)
{
    utf8proc_category_t category = utf8proc_category(code);

    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME;
}

bool utf8_is_upper(int32_t code)
{
    return utf8proc_category(code) == UTF8PROC_CATEGORY_LU;
}

bool utf8_is_digit(int32_t code)
{
    return code >= '0' && code <= '9';
}

bool utf8_is_space(int32_t code)
{
    return code == ' ' || (code >= '\t' && code <= '\r') ||
           (code > 0x7F && utf8proc_category(code) == UTF8PROC_CATEGORY_ZS);
}

int32_t utf8_lower(int32_t code)
{
    return utf8proc_tolower(code);
}

str utf8_lower_str(str text, struct arena *keep)
{
    struct buf out = {.mem = keep};

    while (text.len > 0)
        utf8_add(&out, utf8_lower(utf8_next(&text)));
    return buf_str(&out);
}
