/* Whether a word can be Vietnamese, by its letters alone. */
#include "charset/syllable.h"

#include <string.h>
#include <utf8proc.h>

#include "base/utf8.h"

#define LETTERS_MOST 7 /* "nghiêng" */
#define MARKS_MOST 4
#define PART_MOST 4 /* letters of an onset or a coda */

struct letters {
    char base[LETTERS_MOST]; /* without marks, in lower case; đ is "d" */
    size_t count;
    int tones;
};

/* The base of a letter and whether it bears a tone; false for what no
 * Vietnamese word has. */
static bool take_letter(struct letters *letters, int32_t code)
{
    utf8proc_int32_t parts[MARKS_MOST];
    utf8proc_ssize_t count;
    int boundary = 0;

    parts[0] = code = utf8_lower(code);
    if (code == 0x111) /* đ */
        parts[0] = 'd';
    count = parts[0] < 0x80
                ? 1
                : utf8proc_decompose_char(code, parts, MARKS_MOST,
                                          UTF8PROC_DECOMPOSE, &boundary);
    if (count < 1 || count > MARKS_MOST || parts[0] < 'a' || parts[0] > 'z' ||
        letters->count == LETTERS_MOST)
        return false;
    for (utf8proc_ssize_t i = 1; i < count; i++) {
        bool tone = parts[i] == 0x300 || parts[i] == 0x301 ||
                    parts[i] == 0x303 || parts[i] == 0x309 || parts[i] == 0x323;

        if (!tone && parts[i] != 0x302 && parts[i] != 0x306 &&
            parts[i] != 0x31B)
            return false;
        letters->tones += tone;
    }
    letters->base[letters->count++] = (char)parts[0];
    return letters->tones <= 1;
}

static bool is_one_of(const char *letters, size_t count,
                      const char list[][PART_MOST], size_t parts)
{
    char part[PART_MOST] = {0};

    if (count > PART_MOST)
        return false;
    for (size_t i = 0; i < count; i++)
        part[i] = letters[i];
    for (size_t i = 0; i < parts; i++)
        if (memcmp(part, list[i], PART_MOST) == 0)
            return true;
    return false;
}

static bool is_vowel(char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

bool syllable_is_legal(str word)
{
    static const char onsets[][PART_MOST] = {
        "",   "b", "c", "ch", "d",  "g",   "gh", "h", "k",
        "kh", "l", "m", "n",  "ng", "ngh", "nh", "p", "ph",
        "q",  "r", "s", "t",  "th", "tr",  "v",  "x"};
    static const char codas[][PART_MOST] = {"",   "c",  "ch", "m", "n",
                                            "ng", "nh", "p",  "t"};
    struct letters letters = {.count = 0};
    size_t vowel = 0, coda;

    while (word.len > 0)
        if (!take_letter(&letters, utf8_next(&word)))
            return false;
    while (vowel < letters.count && !is_vowel(letters.base[vowel]))
        vowel++;
    for (coda = vowel; coda < letters.count && is_vowel(letters.base[coda]);)
        coda++;
    return coda > vowel && coda - vowel <= 4 &&
           is_one_of(letters.base, vowel, onsets,
                     sizeof onsets / sizeof onsets[0]) &&
           is_one_of(letters.base + coda, letters.count - coda, codas,
                     sizeof codas / sizeof codas[0]);
}
