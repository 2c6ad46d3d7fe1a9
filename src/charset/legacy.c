/* Encodings that the C library doesn't know, and what comes of encoding twice.
 */
#include "charset/legacy.h"

#include "base/utf8.h"

#define LATIN1_END 0x100
#define TO_UPPER 0x20 /* from a capital to its small letter, in Latin-1 */

/* What a byte of VNI means: a letter, or marks on the letter before it. */
static const struct {
    unsigned char byte;
    int32_t first, second;
} vni[] = {
    {0xF9, 0x301, 0},     {0xF8, 0x300, 0},     {0xFB, 0x309, 0},
    {0xF5, 0x303, 0},     {0xEF, 0x323, 0},     {0xE2, 0x302, 0},
    {0xE1, 0x302, 0x301}, {0xE0, 0x302, 0x300}, {0xE5, 0x302, 0x309},
    {0xE3, 0x302, 0x303}, {0xE4, 0x302, 0x323}, {0xEA, 0x306, 0},
    {0xE9, 0x306, 0x301}, {0xE8, 0x306, 0x300}, {0xFA, 0x306, 0x309},
    {0xFC, 0x306, 0x303}, {0xEB, 0x306, 0x323}, {0xF1, 0x111, 0}, /* đ */
    {0xF4, 0x1A1, 0},     {0xF6, 0x1B0, 0},                       /* ơ ư */
    {0xED, 'i', 0x301},   {0xEC, 'i', 0x300},   {0xE6, 'i', 0x309},
    {0xF3, 'i', 0x303},   {0xF2, 'i', 0x323},   {0xEE, 'y', 0x323},
};

static int32_t capital(int32_t code)
{
    switch (code) {
    case 0x111:
        return 0x110;
    case 0x1A1:
        return 0x1A0;
    case 0x1B0:
        return 0x1AF;
    default:
        return code >= 'a' && code <= 'z' ? code - TO_UPPER : code;
    }
}

static void add_vni(struct buf *out, unsigned char byte)
{
    bool is_capital = byte >= 0xC0 && byte < 0xE0;
    unsigned char small = is_capital ? byte + TO_UPPER : byte;

    for (size_t i = 0; i < sizeof vni / sizeof vni[0]; i++) {
        if (vni[i].byte != small)
            continue;
        utf8_add(out, is_capital ? capital(vni[i].first) : vni[i].first);
        if (vni[i].second)
            utf8_add(out, vni[i].second);
        return;
    }
    utf8_add(out, byte);
}

str legacy_vni(str bytes, struct arena *mem)
{
    struct buf out = {.mem = mem};

    for (size_t i = 0; i < bytes.len; i++)
        add_vni(&out, (unsigned char)bytes.s[i]);
    return buf_str(&out);
}

/* The byte of Windows-1252 for a character; -1 when it has none. */
static int windows_byte(int32_t code)
{
    /* of the bytes from 0x80 on */
    static const int32_t high[] = {
        0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
        0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0x8D,   0x17D,  0x8F,
        0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178,
    };

    for (int i = 0; i < (int)(sizeof high / sizeof high[0]); i++)
        if (high[i] == code)
            return 0x80 + i;
    return code < LATIN1_END ? (int)code : -1;
}

str legacy_undouble(str text, struct arena *mem)
{
    struct buf out = {.mem = mem};

    while (text.len > 0) {
        int32_t code = utf8_next(&text);
        int byte = windows_byte(code);

        if (byte >= 0)
            buf_char(&out, (char)byte);
        else
            utf8_add(&out, code);
    }
    return buf_str(&out);
}

str legacy_bytes(str text, struct arena *mem)
{
    struct buf out = {.mem = mem};

    while (text.len > 0) {
        int byte = windows_byte(utf8_next(&text));

        if (byte < 0)
            byte = ' ';
        buf_char(&out, (char)byte);
    }
    return buf_str(&out);
}
