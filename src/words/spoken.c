/* What may be said: the one list of what reaches an engine. */
#include "words/spoken.h"

#include <string.h>

#include "base/utf8.h"

#define OPENS STR("[[")
#define CLOSES STR("]]")
#define PHONEMES_MAX_BYTES 24

/* Of espeak-ng 1.51's Vietnamese voice, with those that its other voices share
 * and foreign names need. The longest that fits is taken, as espeak does. */
static const char *const vowels[] = {
    "a",  "a:", "E",   "e",   "e-", "i",   "O",  "O+",  "o",  "u",  "y",
    "@",  "@:", "aI",  "a:I", "@I", "@:I", "eI", "EI",  "OI", "oI", "uI",
    "yI", "aU", "a:U", "eU",  "EU", "iU",  "@U", "@:U", "i@", "y@", "u@",
    "o#", "O#", "o@",  "o&",  "iE", "Oi",  "O-", "@-",  "u-",
};
static const char *const consonants[] = {
    "b", "_b", "c",  "cr", "d", "d_", "D", "dZ", "f", "g", "h", "j",
    "k", "kh", "l",  "m",  "n", "n^", "N", "p",  "Q", "r", "s", "S",
    "t", "t[", "tS", "ts", "T", "v",  "w", "x",  "z", "Z",
};

static const enum tone tones[] = {
    ['1' - '1'] = TONE_LEVEL, ['2' - '1'] = TONE_GRAVE,
    ['3' - '1'] = TONE_ACUTE, ['4' - '1'] = TONE_HOOK,
    ['5' - '1'] = TONE_TILDE, ['6' - '1'] = TONE_DOT,
    ['7' - '1'] = TONE_LEVEL,
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* The length of the longest of the list that `text` begins with. */
static size_t longest(const char *const *list, size_t count, str text)
{
    size_t best = 0;

    for (size_t i = 0; i < count; i++) {
        size_t len = strlen(list[i]);

        if (len > best && str_starts(text, (str){list[i], len}))
            best = len;
    }
    return best;
}

static bool is_tone(str text)
{
    return text.len > 0 && text.s[0] >= '1' && text.s[0] <= '7';
}

static bool is_stress(str text)
{
    return text.len > 0 && (text.s[0] == '\'' || text.s[0] == ',');
}

/* Takes one phoneme, with its tone. False when none stands there. */
static bool take_phoneme(str *rest, bool *vowel)
{
    size_t open = longest(vowels, COUNT(vowels), *rest);
    size_t closed = longest(consonants, COUNT(consonants), *rest);

    *vowel = open > closed;
    *rest = str_skip(*rest, *vowel ? open : closed);
    if (*vowel && is_tone(*rest))
        *rest = str_skip(*rest, 1);
    return open + closed > 0;
}

/* How many phonemes of the text in brackets are vowels; 0 when it has something
 * that is no phoneme. */
static size_t count_vowels(str phonemes)
{
    size_t count = 0;
    bool stressed = false;

    while (phonemes.len > 0) {
        bool vowel;

        if (is_stress(phonemes)) {
            if (stressed)
                return 0;
            stressed = true;
            phonemes = str_skip(phonemes, 1);
        }
        if (!take_phoneme(&phonemes, &vowel))
            return 0;
        if (vowel)
            stressed = false;
        count += vowel;
    }
    return stressed ? 0 : count;
}

/* The next syllable: to before the last consonant in front of the vowel of the
 * one that follows. */
static str next_syllable(str phonemes)
{
    str rest = phonemes, onset = phonemes;
    size_t vowels_seen = 0;

    while (rest.len > 0) {
        str at = rest;
        bool vowel;

        if (is_stress(rest))
            rest = str_skip(rest, 1);
        if (!take_phoneme(&rest, &vowel))
            break;
        if (vowel && vowels_seen++ > 0)
            return str_slice(phonemes, 0, phonemes.len - onset.len);
        onset = vowel ? rest : at;
    }
    return phonemes;
}

bool spoken_split(struct buf *out, str phonemes)
{
    if (count_vowels(phonemes) == 0)
        return false;
    while (phonemes.len > 0) {
        str syllable = next_syllable(phonemes);

        buf_format(out, "%s[[%.*s]]", out->len > 0 ? " " : "",
                   STR_ARGS(syllable));
        phonemes = str_skip(phonemes, syllable.len);
    }
    return true;
}

bool spoken_is_phonemes(str syllable)
{
    return str_starts(syllable, OPENS);
}

/* What stands in the brackets; empty when they are not closed. */
static str inside(str syllable)
{
    if (syllable.len < OPENS.len + CLOSES.len || !str_ends(syllable, CLOSES))
        return (str){0};
    return str_slice(syllable, OPENS.len, syllable.len - CLOSES.len);
}

bool spoken_is_legal(str syllable)
{
    return spoken_is_phonemes(syllable)
               ? syllable.len <= PHONEMES_MAX_BYTES &&
                     count_vowels(inside(syllable)) == 1
               : vi_syllable_valid(syllable);
}

bool spoken_is_text(str text)
{
    while (str_has(text, STR(" ")))
        if (!spoken_is_legal(str_cut(text, ' ', &text)))
            return false;
    return spoken_is_legal(text);
}

enum tone spoken_tone(str syllable)
{
    if (!spoken_is_phonemes(syllable))
        return vi_syllable_tone(syllable);
    for (; syllable.len > 0; syllable = str_skip(syllable, 1))
        if (is_tone(syllable))
            return tones[syllable.s[0] - '1'];
    return TONE_LEVEL;
}

str spoken_lower(str text, struct arena *keep)
{
    struct buf out = {.mem = keep};

    while (text.len > 0) {
        bool phonemes = spoken_is_phonemes(text);
        str syllable = str_cut(text, ' ', &text);

        while (syllable.len > 0) {
            int32_t code = utf8_next(&syllable);

            utf8_add(&out, phonemes ? code : utf8_lower(code));
        }
        if (text.s)
            buf_char(&out, ' ');
    }
    return buf_str(&out);
}
