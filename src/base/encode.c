/* Text and bytes as they stand inside other text. */
#include "base/encode.h"

#include <nettle/base64.h>
#include <string.h>

#define UNRESERVED                                                             \
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
#define FIRST_PRINTABLE 0x20
#define NONCHARACTER_BYTES 3

static const char *const entities[] = {
    ['&'] = "&amp;",
    ['<'] = "&lt;",
    ['>'] = "&gt;",
    ['"'] = "&quot;",
};

/* U+FFFE and U+FFFF: no characters of XML (XML 1.0, 2.2). */
static bool is_noncharacter(str text)
{
    return str_starts(text, STR("\xEF\xBF\xBE")) ||
           str_starts(text, STR("\xEF\xBF\xBF"));
}

void encode_markup(struct buf *out, str text)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.s[i];

        if (c < sizeof entities / sizeof entities[0] && entities[c])
            buf_add(out, str_from(entities[c]));
        else if (is_noncharacter(str_skip(text, i)))
            i += NONCHARACTER_BYTES - 1;
        else if (c >= FIRST_PRINTABLE || (c > 0 && strchr("\t\n\r", c)))
            buf_char(out, text.s[i]);
    }
}

void encode_script(struct buf *out, str json)
{
    for (size_t i = 0; i < json.len; i++)
        if (json.s[i] == '<')
            buf_add(out, STR("\\u003c"));
        else
            buf_char(out, json.s[i]);
}

void encode_reference(struct buf *out, str name)
{
    for (size_t i = 0; i < name.len; i++)
        if (name.s[i] && strchr(UNRESERVED, name.s[i]))
            buf_char(out, name.s[i]);
        else
            buf_format(out, "%%%02X", (unsigned char)name.s[i]);
}

void encode_base64(struct buf *out, str bytes)
{
    buf_reserve(out, BASE64_ENCODE_RAW_LENGTH(bytes.len));
    base64_encode_raw(out->s + out->len, bytes.len, (const uint8_t *)bytes.s);
    out->len += BASE64_ENCODE_RAW_LENGTH(bytes.len);
}

void encode_u32_little(struct buf *out, uint32_t value)
{
    for (int shift = 0; shift < 32; shift += 8)
        buf_char(out, (char)(unsigned char)(value >> shift));
}

void encode_u32_big(struct buf *out, uint32_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        buf_char(out, (char)(unsigned char)(value >> shift));
}
