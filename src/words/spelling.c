/* The sounds of a word in Latin letters, by the rules of spelling. */
#include "words/spelling.h"

#include <assert.h>
#include <uchar.h>

#include "base/utf8.h"
#include "words/vi_syllable.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

struct pair {
    const char *from, *to;
};

/* clang-format off */

/* Letters with marks, as the tables below know them. */
static const struct {
    const char32_t *marked;
    const char *plain;
} folds[] = {
    {U"àáảãạăằắẳẵặäāąã", "a"}, {U"âầấẩẫậ", "â"},   {U"èéẻẽẹëēėęěĕ", "e"},
    {U"êềếểễệ", "ê"},          {U"ìíỉĩịîïīıįĭ", "i"}, {U"òóỏõọōåŏ", "o"},
    {U"ôồốổỗộ", "ô"},          {U"ơờớởỡợöøőœ", "ơ"}, {U"ùúủũụūůűüûŭ", "u"},
    {U"ưừứửữự", "ư"},          {U"ýỳỷỹỵÿ", "y"},     {U"æ", "e"},
    {U"ñ", "nh"}, {U"ńňņ", "n"}, {U"çşș", "s"}, {U"ćč", "ch"}, {U"śš", "sh"},
    {U"źż", "z"}, {U"ž", "j"}, {U"ł", "l"}, {U"ř", "r"}, {U"ğ", "g"},
    {U"ťţț", "t"}, {U"ďđð", "d"}, {U"ß", "ss"}, {U"þ", "th"},
    {U"ƀɓ", "b"},
};

enum { AT_START = 1, AT_END = 2, LIQUID = 4, STOP = 8 };

/* Groups of letters, longer ones first. Of a consonant: its onset, its coda; a
 * STOP before a LIQUID begins a syllable with it. Of a vowel: at the end of a
 * syllable, and before a coda. */
static const struct sound {
    const char *from, *first, *second;
    unsigned flags;
} sounds[] = {
    {"ngh", "ng", "", 0}, {"tsch", "ch", "ch", 0}, {"sch", "s", "t", 0}, {"tch", "ch", "ch", 0},
    {"que", "c", "c", AT_END}, {"gue", "g", "c", AT_END}, {"ght", "t", "t", 0},
    {"kn", "n", "n", AT_START}, {"wr", "r", "", AT_START},
    {"ps", "x", "t", AT_START}, {"ng", "ng", "", AT_START},
    {"ng", "ng", "ng", AT_END}, {"wh", "w", "", 0}, {"ch", "ch", "ch", 0},
    {"sh", "s", "t", 0}, {"th", "th", "t", STOP}, {"ph", "ph", "p", STOP},
    {"kh", "kh", "c", STOP}, {"gh", "g", "", 0}, {"zh", "j", "t", 0},
    {"rh", "r", "", 0}, {"bh", "b", "p", STOP}, {"dh", "đ", "t", STOP},
    {"nh", "nh", "nh", 0}, {"tr", "tr", "t", 0}, {"ck", "c", "c", STOP}, {"cz", "ch", "ch", 0},
    {"sz", "s", "t", 0}, {"tz", "x", "t", 0}, {"qu", "qu", "c", 0},
    {"b", "b", "p", STOP}, {"c", "c", "c", STOP}, {"d", "đ", "t", STOP},
    {"f", "ph", "p", STOP}, {"g", "g", "c", STOP}, {"h", "h", "", 0},
    {"j", "j", "t", 0}, {"k", "c", "c", STOP}, {"l", "l", "n", LIQUID},
    {"m", "m", "m", 0}, {"n", "n", "n", 0}, {"p", "p", "p", STOP},
    {"q", "c", "c", 0}, {"r", "r", "", LIQUID}, {"s", "x", "t", 0},
    {"t", "t", "t", STOP}, {"v", "v", "p", 0}, {"w", "w", "", 0},
    {"x", "x", "c", 0}, {"z", "d", "t", 0},
    {"eau", "ô", "ô", 0}, {"igh", "ai", "ai", 0}, {"uye", "uy ê", "uyê", 0},
    {"iê", "i ê", "iê", 0}, {"uô", "u ô", "uô", 0}, {"ươ", "ư ơ", "ươ", 0},
    {"eer", "ia", "ia", AT_END}, {"air", "e", "e", AT_END},
    {"er", "ơ", "ơ", AT_END}, {"or", "o", "o", AT_END},
    {"ue", "u", "u", AT_END}, {"ie", "i", "i", AT_END}, {"ie", "i ê", "iê", 0},
    {"ey", "ây", "ây", 0}, {"ow", "âu", "ao", 0}, {"ea", "i a", "i", 0},
    {"ee", "i", "i", 0}, {"oo", "u", "u", 0}, {"ou", "u", "u", 0},
    {"ay", "ây", "ây", 0}, {"ai", "ai", "ai", 0}, {"ei", "ây", "ây", 0},
    {"au", "ao", "ao", 0}, {"aw", "o", "o", 0}, {"ew", "iu", "iu", 0},
    {"oa", "ô", "ô", 0}, {"oi", "oi", "oi", 0}, {"oy", "oi", "oi", 0},
    {"eu", "ơ", "ơ", 0}, {"ui", "ui", "ui", 0}, {"uy", "uy", "uy", 0},
    {"ao", "ao", "ao", 0}, {"aa", "a", "a", 0}, {"ii", "i", "i", 0},
    {"uu", "u", "u", 0}, {"a", "a", "a", 0}, {"e", "ê", "e", 0},
    {"i", "i", "i", 0}, {"o", "ô", "o", 0}, {"u", "u", "u", 0},
    {"y", "i", "i", 0}, {"â", "ơ", "â", 0}, {"ê", "ê", "ê", 0},
    {"ô", "ô", "ô", 0}, {"ơ", "ơ", "ơ", 0}, {"ư", "ư", "ư", 0},
};

/* Before a consonant and a silent e: "Mike". */
static const struct pair drawn_vowels[] = {
    {"a", "ê"}, {"e", "i"}, {"i", "ai"}, {"o", "ô"}, {"y", "ai"}, {"ou", "ao"},
};

/* Letters whose onset is another before e, i, y. */
static const struct pair soft_onsets[] = {{"c", "x"}, {"g", "j"}};

/* How Vietnamese spells the start of a syllable; "j" is its "gi", "w" the glide
 * of "oa", "uê". */
static const struct pair spellings[] = {
    {"ce", "ke"},   {"cê", "kê"},   {"ci", "ki"},   {"ge", "ghe"},
    {"gê", "ghê"},  {"gi", "ghi"},  {"nge", "nghe"}, {"ngê", "nghê"},
    {"ngi", "nghi"}, {"quu", "cu"}, {"quo", "co"},  {"quô", "cô"},
    {"quư", "cư"},  {"wa", "oa"},   {"we", "oe"},   {"wê", "uê"},
    {"wi", "uy"},   {"wo", "uô"},   {"wô", "uô"},   {"wơ", "uơ"},
    {"wâ", "uâ"},   {"w", ""},      {"ji", "gi"},   {"j", "gi"},
};

/* The last vowel of a syllable that a stop closes. */
static const struct pair acutes[] = {
    {"a", "á"}, {"â", "ấ"}, {"e", "é"}, {"ê", "ế"}, {"i", "í"}, {"o", "ó"},
    {"ô", "ố"}, {"ơ", "ớ"}, {"u", "ú"}, {"ư", "ứ"}, {"y", "ý"},
};

/* Codas that stand in for others behind some vowels. */
static const struct pair twins[] = {
    {"c", "ch"}, {"ch", "c"}, {"ng", "nh"}, {"nh", "n"},
};

/* The last syllables of English words. */
static const struct pair endings[] = {
    {"ssion", "sần"}, {"tion", "sần"}, {"sion", "sần"}, {"ture", "chơ"},
    {"tial", "sồ"},   {"cial", "sồ"},  {"ble", "bồ"},   {"ple", "pồ"},
    {"tle", "tồ"},    {"dle", "đồ"},   {"gle", "gồ"},   {"kle", "cồ"},
    {"cle", "cồ"},
};
/* clang-format on */

#define LOOK_UP(table, from) look_up(table, COUNT(table), from)

/* What stands beside `from`; empty when it is not in the table. */
static str look_up(const struct pair *table, size_t count, str from)
{
    for (size_t i = 0; i < count; i++)
        if (str_eq(str_from(table[i].from), from))
            return str_from(table[i].to);
    return (str){0};
}

/* ---- reading by rule ----------------------------------------------------- */

/* A word cut into its sounds. */
struct cut {
    const struct sound *list[SPELLING_MAX_BYTES];
    size_t count;
    size_t drawn; /* 1 + index of the vowel that a silent e draws */
};

static bool is_vowel(const struct sound *sound)
{
    return (unsigned char)sound->from[0] >= 0x80 ||
           str_has(STR("aeiouy"), (str){sound->from, 1});
}

/* An e at the end is silent after a consonant, and draws the vowel before. */
static void drop_silent_e(struct cut *cut)
{
    size_t last = cut->count - 1, at = 0;

    while (at < last && !is_vowel(cut->list[at]))
        at++;
    if (at == last || is_vowel(cut->list[last - 1]) ||
        !str_eq(str_from(cut->list[last]->from), STR("e")))
        return;
    assert(last > 1); /* a vowel, that consonant, the e */
    cut->count--;
    if (is_vowel(cut->list[last - 2]))
        cut->drawn = last - 1;
}

static const struct sound *next_sound(str letters, bool first)
{
    for (size_t i = 0; i < COUNT(sounds); i++) {
        str from = str_from(sounds[i].from);

        if (str_starts(letters, from) &&
            (first || !(sounds[i].flags & AT_START)) &&
            (letters.len == from.len || !(sounds[i].flags & AT_END)))
            return &sounds[i];
    }
    return NULL;
}

static bool cut_sounds(struct cut *cut, str letters)
{
    while (letters.len > 0) {
        const struct sound *sound = next_sound(letters, cut->count == 0);

        if (!sound)
            return false;
        cut->list[cut->count++] = sound;
        letters = str_skip(letters, str_from(sound->from).len);
    }
    if (cut->count > 0)
        drop_silent_e(cut);
    return true;
}

void spelling_add(struct buf *out, str syllable)
{
    if (out->len > 0 && out->s[out->len - 1] != ' ')
        buf_char(out, ' ');
    buf_add(out, syllable);
}

/* "lo" and "t": the last vowel bears the tone of the stop. */
static void close_syllable(struct buf *syllable, str coda)
{
    for (size_t i = 0; i < COUNT(acutes) && str_has(STR("ptcch"), coda); i++) {
        str level = str_from(acutes[i].from);

        if (str_ends(buf_str(syllable), level)) {
            syllable->len -= level.len;
            buf_add(syllable, str_from(acutes[i].to));
            break;
        }
    }
    buf_add(syllable, coda);
}

/* Adds the syllable if it is a legal one. */
static bool try_syllable(struct buf *out, str onset, str rime, str coda)
{
    char bytes[2][SPELLING_MAX_BYTES];
    struct buf raw = {.s = bytes[0], .cap = SPELLING_MAX_BYTES};
    struct buf syllable = {.s = bytes[1], .cap = SPELLING_MAX_BYTES};
    str rest;

    buf_add(&raw, onset);
    buf_add(&raw, rime);
    rest = buf_str(&raw);
    for (size_t i = 0; i < COUNT(spellings); i++)
        if (str_starts(rest, str_from(spellings[i].from))) {
            buf_add(&syllable, str_from(spellings[i].to));
            rest = str_skip(rest, str_from(spellings[i].from).len);
            break;
        }
    buf_add(&syllable, rest);
    if (coda.len > 0)
        close_syllable(&syllable, coda);
    if (!vi_syllable_valid(buf_str(&syllable)))
        return false;
    spelling_add(out, buf_str(&syllable));
    return true;
}

static bool is_cluster(const struct sound *const *two)
{
    return (two[0]->flags & STOP) && (two[1]->flags & LIQUID);
}

/* Which of the consonants behind the vowel at `at` closes its syllable; `at`
 * itself when none does. */
static size_t find_coda(const struct cut *cut, size_t at)
{
    size_t start = at + 1, end = start;

    while (end < cut->count && !is_vowel(cut->list[end]))
        end++;
    if (end < cut->count) {
        if (end - start < 2 ||
            (end - start == 2 && is_cluster(&cut->list[start])))
            return at;
        end = start + 1;
    }
    while (start < end && !cut->list[start]->second[0])
        start++;
    return start < end ? start : at;
}

/* The consonants before a vowel, but for the last: those that begin the word
 * are said ("bờ"), and one before a liquid; others are lost, as speakers do. */
static void say_cluster(struct buf *out, const struct sound *const *run,
                        size_t count, bool first)
{
    for (size_t i = 0; i + 1 < count; i++)
        if (first || (i + 2 == count && is_cluster(&run[i])))
            try_syllable(out, str_from(run[i]->first), STR("ờ"), (str){0});
}

static str onset_of(const struct sound *consonant, const struct sound *vowel)
{
    str soft = LOOK_UP(soft_onsets, str_from(consonant->from));

    if (soft.len > 0 && str_has(STR("eiy"), (str){vowel->from, 1}))
        return soft;
    return str_from(consonant->first);
}

/* Closed by the coda or its twin, else open; then one vowel may be two. */
static void say_rime(struct buf *out, str onset, const struct sound *vowel,
                     str coda, str drawn)
{
    str rime = drawn.len > 0 ? drawn : str_from(vowel->second);
    str rest = drawn.len > 0 ? drawn : str_from(vowel->first);
    str twin = LOOK_UP(twins, coda);

    if ((coda.len > 0 && try_syllable(out, onset, rime, coda)) ||
        (twin.len > 0 && try_syllable(out, onset, rime, twin)))
        return;
    while (rest.len > 0) {
        rime = str_cut(rest, ' ', &rest);
        if (!try_syllable(out, onset, rime, (str){0}))
            try_syllable(out, (str){0}, rime, (str){0});
        onset = (str){0};
    }
}

/* The vowel at `at`, with the consonants from `first` on before it and the one
 * at `coda_at` behind it; `coda_at` is `at` when there is none. */
static void say_vowel(struct buf *out, const struct cut *cut, size_t first,
                      size_t at, size_t coda_at)
{
    const struct sound *vowel = cut->list[at];
    str onset = {0}, coda = {0}, drawn = {0};

    say_cluster(out, &cut->list[first], at - first, first == 0);
    if (at > first)
        onset = onset_of(cut->list[at - 1], vowel);
    if (coda_at > at)
        coda = str_from(cut->list[coda_at]->second);
    if (cut->drawn == at + 1)
        drawn = LOOK_UP(drawn_vowels, str_from(vowel->from));
    say_rime(out, onset, vowel, coda, drawn);
}

/* False for a word without a vowel. */
static bool say_word(struct buf *out, const struct cut *cut)
{
    size_t first = 0; /* of the consonants that no syllable has taken */

    for (size_t at = 0; at < cut->count; at++)
        if (is_vowel(cut->list[at])) {
            size_t coda_at = find_coda(cut, at);

            say_vowel(out, cut, first, at, coda_at);
            first = coda_at + 1;
        }
    return first > 0;
}

bool spelling_read(struct buf *out, str letters)
{
    struct cut cut = {0};
    str ending = {0};

    for (size_t i = 0; i < COUNT(endings) && ending.len == 0; i++) {
        str from = str_from(endings[i].from);

        if (str_ends(letters, from) && letters.len > from.len) {
            letters.len -= from.len;
            ending = str_from(endings[i].to);
        }
    }
    if (!cut_sounds(&cut, letters) || !say_word(out, &cut))
        return false;
    if (ending.len > 0)
        spelling_add(out, ending);
    return true;
}

/* ---- letters ------------------------------------------------------------- */

str spelling_plain(int32_t code)
{
    for (size_t i = 0; i < COUNT(folds); i++)
        for (const char32_t *c = folds[i].marked; *c; c++)
            if (*c == (char32_t)code)
                return str_from(folds[i].plain);
    return (str){0};
}

/* The letters in lower case and without marks; false for other scripts. */
bool spelling_plain_letters(struct buf *out, str part)
{
    while (part.len > 0) {
        int32_t code = utf8_lower(utf8_next(&part));

        if (code < 0x80)
            buf_char(out, (char)code);
        else if (spelling_plain(code).len > 0)
            buf_add(out, spelling_plain(code));
        else
            return false;
    }
    return true;
}
