/* Syllables as espeak-ng reads them right. */
#include "speech/respell.h"

/* What espeak-ng 1.51 reads wrong, as other syllables that sound the same, or
 * in its own phonemes where there are none; those of level tone have no figure,
 * as espeak's differs at the end of a phrase. */
/* clang-format off */
static const struct rewrite {
    const char *part, *sent;
} wholes[] = {
    {"buy",   "[[_bw'i]]"},    {"buya",  "[[_bw'i@]]"},   {"buyn",  "[[_bw'in]]"},
    {"buynh", "[[_bw'in^]]"},  {"buyên", "[[_bw'iEn]]"},  {"buyền", "[[_bw'iE2n]]"},
    {"buyến", "[[_bw'iE3n]]"}, {"buyển", "[[_bw'iE4n]]"}, {"buyễn", "[[_bw'iE5n]]"},
    {"buyện", "[[_bw'iE6n]]"}, {"buyết", "[[_bw'iE3t[]]"}, {"buyệt", "[[_bw'iE6t[]]"},
    {"giê", "dê"}, {"giề", "dề"}, {"giế", "dế"}, {"giể", "dể"}, {"giễ", "dễ"}, {"giệ", "dệ"},
    {"gi",    "di"},
    {"hu",    "[[h'u]]"},      {"hui",   "[[h'uj]]"},     {"hum",   "[[h'um]]"},
    {"hun",   "[[h'un]]"},     {"hung",  "[[h'uN]]"},     {"huyu",  "[[hw'iw]]"},
    {"huỳu",  "[[hw'i2w]]"},   {"huýu",  "[[hw'i3w]]"},   {"huỷu",  "[[hw'i4w]]"},
    {"huỹu",  "[[hw'i5w]]"},   {"huỵu",  "[[hw'i6w]]"},
    {"quyu",  "[[kw'iw]]"},    {"quỳu",  "[[kw'i2w]]"},   {"quýu",  "[[kw'i3w]]"},
    {"quỷu",  "[[kw'i4w]]"},   {"quỹu",  "[[kw'i5w]]"},   {"quỵu",  "[[kw'i6w]]"},
    {"veo",   "[[v'Ew]]"},
}, parts[] = {
    {"giếch", "dếch"}, {"giệch", "dệch"}, {"giênh", "dênh"}, {"giềnh", "dềnh"},
    {"giếnh", "dếnh"}, {"giểnh", "dểnh"}, {"giễnh", "dễnh"}, {"giệnh", "dệnh"},
    {"giê",  "diê"}, {"giế",  "diế"}, {"giề",  "diề"}, {"giể",  "diể"},
    {"giễ",  "diễ"}, {"giệ",  "diệ"},
    {"gii",  "di"},  {"gim",  "dim"}, {"gin",  "din"}, {"giu",  "du"},
    {"qui",  "quy"}, {"quì", "quỳ"},  {"quí", "quý"},  {"quỉ", "quỷ"},
    {"quĩ",  "quỹ"}, {"quị", "quỵ"},
    {"ọa",   "oạ"},
};

/* The long vowel of "moóc" and "goòng". */
static const struct rewrite long_o[] = {
    {"oò", "2"}, {"oó", "3"}, {"oỏ", "4"}, {"oõ", "5"}, {"oọ", "6"},
};
/* The onsets that it stands behind, as the North says them. */
static const struct rewrite onsets[] = {
    {"",   ""},  {"b",  "_b"}, {"c",  "k"}, {"ch", "tS"}, {"d", "z"},  {"đ",  "d_"},
    {"g",  "Q"}, {"gi", "z"},  {"h",  "h"}, {"kh", "x"},  {"l", "l"},  {"m",  "m"},
    {"n",  "n"}, {"ng", "N"},  {"nh", "n^"}, {"p", "p"},  {"ph", "f"}, {"r",  "z"},
    {"s",  "s"}, {"t",  "t["}, {"th", "t"}, {"tr", "tS"}, {"v", "v"},  {"x",  "s"},
};
/* clang-format on */

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* What is sent for a part that is all of `text`; NULL when none is. */
static const char *sent_for(const struct rewrite *table, size_t count, str text)
{
    for (size_t i = 0; i < count; i++)
        if (str_eq(text, str_from(table[i].part)))
            return table[i].sent;
    return NULL;
}

static bool add_long_o(struct buf *text, str syllable)
{
    for (size_t i = 0; i < COUNT(long_o); i++) {
        str part = str_from(long_o[i].part);
        size_t at = str_find(syllable, part);
        const char *onset =
            sent_for(onsets, COUNT(onsets), str_slice(syllable, 0, at));

        if (at == syllable.len || !onset)
            continue;
        buf_format(text, "[[%s'O%s%s]]", onset, long_o[i].sent,
                   str_ends(syllable, STR("c")) ? "k" : "N");
        return true;
    }
    return false;
}

void respell_syllable(struct buf *text, str syllable)
{
    const char *whole = sent_for(wholes, COUNT(wholes), syllable);

    if (whole) {
        buf_add(text, str_from(whole));
        return;
    }
    if (add_long_o(text, syllable))
        return;
    for (size_t i = 0; i < COUNT(parts); i++) {
        str part = str_from(parts[i].part);
        size_t at = str_find(syllable, part);

        if (at == syllable.len)
            continue;
        buf_add(text, str_slice(syllable, 0, at));
        buf_add(text, str_from(parts[i].sent));
        buf_add(text, str_skip(syllable, at + part.len));
        return;
    }
    buf_add(text, syllable);
}
