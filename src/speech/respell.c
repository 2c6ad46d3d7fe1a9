/* Syllables as espeak-ng reads them right. */
#include "speech/respell.h"

/* Syllables that espeak-ng 1.51 reads wrong, as others that sound the same.
 * What has none is written in espeak's own phonemes. */
/* clang-format off */
static const struct rewrite {
    const char *part, *sent;
} wholes[] = {
    {"bit",  "[[b'i7t]]"},
    {"buy",  "bui"},
    {"gen",  "ghen"},
    {"gét",  "ghét"},
    {"gi",   "di"},
    {"hic",  "[[h'i7c]]"},
    {"ok",   "[[,oU1k'eI7]]"},
    {"quí",  "quý"},
    {"qui",  "quy"},
    {"quýu", "[[kw'i3w]]"},
    {"quyu", "[[kw'i7w]]"},
    {"rep",  "[[r'E7p]]"},
    {"veo",  "[[v'E7w]]"},
    {"xit",  "[[s'i7t]]"},
}, parts[] = {
    {"giuô", "duô"}, {"giuố", "duố"}, {"giuồ", "duồ"}, {"giuổ", "duổ"},
    {"giuỗ", "duỗ"}, {"giuộ", "duộ"},
    {"giê",  "diê"}, {"giế",  "diế"}, {"giề",  "diề"}, {"giể",  "diể"},
    {"giễ",  "diễ"}, {"giệ",  "diệ"},
    {"ọa",   "oạ"},
    {"oóc",  "óc"},  {"oọc",  "ọc"},  {"oóng", "óng"}, {"oòng", "òng"},
    {"oỏng", "ỏng"}, {"oõng", "õng"}, {"oọng", "ọng"},
};
/* clang-format on */

void respell_syllable(struct buf *text, str syllable)
{
    for (size_t i = 0; i < sizeof wholes / sizeof wholes[0]; i++)
        if (str_eq(syllable, str_from(wholes[i].part))) {
            buf_add(text, str_from(wholes[i].sent));
            return;
        }
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        str part = str_from(parts[i].part);
        size_t at = str_find(syllable, part);

        if (at < syllable.len) {
            buf_add(text, str_slice(syllable, 0, at));
            buf_add(text, str_from(parts[i].sent));
            buf_add(text, str_skip(syllable, at + part.len));
            return;
        }
    }
    buf_add(text, syllable);
}
