/* The syllables of written Vietnamese: onset, rime and tone. */
#include "words/vi_syllable.h"

#include <string.h>
#include <uchar.h>

#include "base/utf8.h"

/* clang-format off */
/* Vowels that bear a tone mark, in the order of Unicode. */
static const struct marked {
    char32_t letter, plain;
    enum tone tone;
} marked[] = {
    {U'à', U'a', TONE_GRAVE},  {U'á', U'a', TONE_ACUTE},  {U'ã', U'a', TONE_TILDE},
    {U'è', U'e', TONE_GRAVE},  {U'é', U'e', TONE_ACUTE},  {U'ì', U'i', TONE_GRAVE},
    {U'í', U'i', TONE_ACUTE},  {U'ò', U'o', TONE_GRAVE},  {U'ó', U'o', TONE_ACUTE},
    {U'õ', U'o', TONE_TILDE},  {U'ù', U'u', TONE_GRAVE},  {U'ú', U'u', TONE_ACUTE},
    {U'ý', U'y', TONE_ACUTE},  {U'ĩ', U'i', TONE_TILDE},  {U'ũ', U'u', TONE_TILDE},
    {U'ạ', U'a', TONE_DOT},    {U'ả', U'a', TONE_HOOK},   {U'ấ', U'â', TONE_ACUTE},
    {U'ầ', U'â', TONE_GRAVE},  {U'ẩ', U'â', TONE_HOOK},   {U'ẫ', U'â', TONE_TILDE},
    {U'ậ', U'â', TONE_DOT},    {U'ắ', U'ă', TONE_ACUTE},  {U'ằ', U'ă', TONE_GRAVE},
    {U'ẳ', U'ă', TONE_HOOK},   {U'ẵ', U'ă', TONE_TILDE},  {U'ặ', U'ă', TONE_DOT},
    {U'ẹ', U'e', TONE_DOT},    {U'ẻ', U'e', TONE_HOOK},   {U'ẽ', U'e', TONE_TILDE},
    {U'ế', U'ê', TONE_ACUTE},  {U'ề', U'ê', TONE_GRAVE},  {U'ể', U'ê', TONE_HOOK},
    {U'ễ', U'ê', TONE_TILDE},  {U'ệ', U'ê', TONE_DOT},    {U'ỉ', U'i', TONE_HOOK},
    {U'ị', U'i', TONE_DOT},    {U'ọ', U'o', TONE_DOT},    {U'ỏ', U'o', TONE_HOOK},
    {U'ố', U'ô', TONE_ACUTE},  {U'ồ', U'ô', TONE_GRAVE},  {U'ổ', U'ô', TONE_HOOK},
    {U'ỗ', U'ô', TONE_TILDE},  {U'ộ', U'ô', TONE_DOT},    {U'ớ', U'ơ', TONE_ACUTE},
    {U'ờ', U'ơ', TONE_GRAVE},  {U'ở', U'ơ', TONE_HOOK},   {U'ỡ', U'ơ', TONE_TILDE},
    {U'ợ', U'ơ', TONE_DOT},    {U'ụ', U'u', TONE_DOT},    {U'ủ', U'u', TONE_HOOK},
    {U'ứ', U'ư', TONE_ACUTE},  {U'ừ', U'ư', TONE_GRAVE},  {U'ử', U'ư', TONE_HOOK},
    {U'ữ', U'ư', TONE_TILDE},  {U'ự', U'ư', TONE_DOT},    {U'ỳ', U'y', TONE_GRAVE},
    {U'ỵ', U'y', TONE_DOT},    {U'ỷ', U'y', TONE_HOOK},   {U'ỹ', U'y', TONE_TILDE},
};

/* What can follow what: "c", "g", "ng" stand before back vowels, and become "k",
 * "gh", "ngh" before front ones; "gi" melts into an i: "gì", "giêng". */
enum { BACK = 1, FRONT = 2, AFTER_QU = 4, AFTER_G = 8, BARE = 16 };
#define ANY (BACK | FRONT)

static const struct onset {
    char32_t text[4];
    unsigned takes;
} onsets[] = {
    {U"", BARE},   {U"b", ANY},    {U"c", BACK},  {U"ch", ANY},  {U"d", ANY},
    {U"đ", ANY},   {U"g", BACK | AFTER_G}, {U"gh", FRONT}, {U"gi", ANY}, {U"h", ANY},
    {U"k", FRONT}, {U"kh", ANY},   {U"l", ANY},   {U"m", ANY},   {U"n", ANY},
    {U"ng", BACK}, {U"ngh", FRONT}, {U"nh", ANY}, {U"p", ANY},   {U"ph", ANY},
    {U"qu", AFTER_QU}, {U"r", ANY}, {U"s", ANY},  {U"t", ANY},   {U"th", ANY},
    {U"tr", ANY},  {U"v", ANY},    {U"x", ANY},
};

/* The vowels of a rime, what may close it ('-' is nothing), and which vowel of
 * the open one bears the tone mark; of the closed one it is the last. By first
 * vowel, in the order of Unicode. */
#define EITHER (-1)
static const struct rime {
    char32_t vowels[4];
    const char32_t *ends;
    int mark;
    unsigned follows;
} rimes[] = {
    {U"a", U"- c ch m n ng nh p t", 0, BARE | BACK | AFTER_QU},
    {U"ai", U"-", 0, BARE | BACK | AFTER_QU},
    {U"ao", U"-", 0, BARE | BACK | AFTER_QU},
    {U"au", U"-", 0, BARE | BACK | AFTER_QU},
    {U"ay", U"-", 0, BARE | BACK | AFTER_QU},
    {U"e", U"- c m n ng p t", 0, BARE | FRONT | AFTER_QU},
    {U"eo", U"-", 0, BARE | FRONT | AFTER_QU},
    {U"i", U"- ch m n nh p t", 0, BARE | FRONT | AFTER_QU | AFTER_G},
    {U"ia", U"-", 0, BARE | FRONT},
    {U"iu", U"-", 0, BARE | FRONT},
    {U"iê", U"c m n ng p t", 0, FRONT | AFTER_G},
    {U"iêu", U"-", 1, FRONT | AFTER_G},
    {U"o", U"- c m n ng p t", 0, BARE | BACK},
    {U"oa", U"- c ch m n ng nh p t", EITHER, BARE | BACK},
    {U"oai", U"-", 1, BARE | BACK},
    {U"oao", U"-", 1, BARE | BACK},
    {U"oay", U"-", 1, BARE | BACK},
    {U"oă", U"c m n ng p t", 0, BARE | BACK},
    {U"oe", U"- m n p t", EITHER, BARE | BACK},
    {U"oeo", U"-", 1, BARE | BACK},
    {U"oi", U"-", 0, BARE | BACK},
    {U"oo", U"c ng", 0, BARE | BACK},
    {U"u", U"- c m n ng p t", 0, BARE | BACK},
    {U"ua", U"-", 0, BARE | BACK},
    {U"uâ", U"c n ng t", 0, BARE | BACK},
    {U"uây", U"-", 1, BARE | BACK},
    {U"uê", U"- ch n nh", 1, BARE | BACK},
    {U"ui", U"-", 0, BARE | BACK},
    {U"uô", U"c m n ng t", 0, BARE | BACK},
    {U"uôi", U"-", 1, BARE | BACK},
    {U"uơ", U"-", 1, BARE | BACK},
    {U"uy", U"- ch n nh p t", EITHER, BARE | BACK},
    {U"uya", U"-", 1, BARE | BACK},
    {U"uyê", U"n t", 0, BARE | BACK},
    {U"uyu", U"-", 1, BARE | BACK},
    {U"y", U"-", 0, BARE | FRONT},
    {U"y", U"- ch n nh p t", 0, AFTER_QU},
    {U"yu", U"-", 0, AFTER_QU},
    {U"yê", U"n t", 0, AFTER_QU},
    {U"yê", U"m n ng t", 0, BARE},
    {U"yêu", U"-", 1, BARE},
    {U"â", U"c m n ng p t", 0, BARE | BACK | AFTER_QU},
    {U"âu", U"-", 0, BARE | BACK},
    {U"ây", U"-", 0, BARE | BACK | AFTER_QU},
    {U"ê", U"- ch m n nh p t", 0, BARE | FRONT | AFTER_QU},
    {U"êu", U"-", 0, BARE | FRONT | AFTER_QU},
    {U"ô", U"- c m n ng p t", 0, BARE | BACK | AFTER_QU},
    {U"ôi", U"-", 0, BARE | BACK},
    {U"ă", U"c m n ng p t", 0, BARE | BACK | AFTER_QU},
    {U"ơ", U"- m n p t", 0, BARE | BACK | AFTER_QU},
    {U"ơi", U"-", 0, BARE | BACK},
    {U"ư", U"- c m n ng t", 0, BARE | BACK},
    {U"ưa", U"-", 0, BARE | BACK},
    {U"ưi", U"-", 0, BARE | BACK},
    {U"ươ", U"c m n ng p t", 0, BARE | BACK},
    {U"ươi", U"-", 1, BARE | BACK},
    {U"ươu", U"-", 1, BARE | BACK},
    {U"ưu", U"-", 0, BARE | BACK},
};
/* clang-format on */
#define RIME_COUNT (sizeof rimes / sizeof rimes[0])

/* The letters of "nghiêng", the longest, and the end of the text. */
#define SYLLABLE_MAX (7 + 1)

/* A syllable parted from its tone: "việt" is "viêt", TONE_DOT, on letter 2. */
struct plain {
    char32_t text[SYLLABLE_MAX];
    enum tone tone;
    int mark;
};

/* The letter without its tone mark, and the tone. */
static char32_t plain_letter(char32_t code, enum tone *tone)
{
    size_t first = 0, end = code < 0x80 ? 0 : sizeof marked / sizeof marked[0];

    *tone = TONE_LEVEL;
    while (first < end) {
        size_t middle = first + (end - first) / 2;

        if (marked[middle].letter == code) {
            *tone = marked[middle].tone;
            return marked[middle].plain;
        }
        if (marked[middle].letter < code)
            first = middle + 1;
        else
            end = middle;
    }
    return code;
}

/* False when it is too long or bears two tones. */
static bool part_tone(struct plain *plain, str lower)
{
    for (int i = 0; lower.len > 0; i++) {
        enum tone tone;

        if (i == SYLLABLE_MAX - 1)
            return false;
        plain->text[i] = plain_letter((char32_t)utf8_next(&lower), &tone);
        if (tone == TONE_LEVEL)
            continue;
        if (plain->tone != TONE_LEVEL)
            return false;
        plain->tone = tone;
        plain->mark = i;
    }
    return true;
}

/* What follows `head`, or NULL when the text does not begin with it. */
static const char32_t *skip(const char32_t *text, const char32_t *head)
{
    while (*head)
        if (*text++ != *head++)
            return NULL;
    return text;
}

static bool has_end(const char32_t *ends, const char32_t *end)
{
    const char32_t *next = ends;

    if (!*end)
        return *ends == '-';
    while (next) {
        const char32_t *rest = skip(next, end);

        if (rest && (!*rest || *rest == ' '))
            return true;
        while (*next && *next != ' ')
            next++;
        next = *next ? next + 1 : NULL;
    }
    return false;
}

/* A rime closed by c, ch, p, t is cut short: it has two tones. */
static bool tone_fits(enum tone tone, const char32_t *end)
{
    bool stopped = *end == 'c' || *end == 'p' || *end == 't';

    return !stopped || tone == TONE_ACUTE || tone == TONE_DOT;
}

static bool rime_fits(const struct rime *rime, const struct plain *plain,
                      const char32_t *text)
{
    const char32_t *end = skip(text, rime->vowels);
    int vowels_at, last, mark;

    if (!end || !has_end(rime->ends, end) || !tone_fits(plain->tone, end))
        return false;
    vowels_at = (int)(text - plain->text);
    last = (int)(end - plain->text) - 1;
    mark = *end ? last : vowels_at + rime->mark;
    return plain->tone == TONE_LEVEL || plain->mark == mark ||
           (!*end && rime->mark == EITHER && plain->mark >= vowels_at);
}

/* The first rime of those with this vowel, if there is one. */
static size_t first_rime(char32_t vowel)
{
    size_t first = 0, end = RIME_COUNT;

    while (first < end) {
        size_t middle = first + (end - first) / 2;

        if (rimes[middle].vowels[0] < vowel)
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

static bool follows_onset(const struct onset *onset, const struct plain *plain)
{
    const char32_t *text = skip(plain->text, onset->text);

    if (!text)
        return false;
    for (size_t i = first_rime(*text);
         i < RIME_COUNT && rimes[i].vowels[0] == *text; i++)
        if ((rimes[i].follows & onset->takes) &&
            rime_fits(&rimes[i], plain, text))
            return true;
    return false;
}

bool vi_syllable_valid(str lower)
{
    struct plain plain = {0};

    if (!part_tone(&plain, lower))
        return false;
    for (size_t i = 0; i < sizeof onsets / sizeof onsets[0]; i++)
        if ((i == 0 || onsets[i].text[0] == plain.text[0]) &&
            follows_onset(&onsets[i], &plain))
            return true;
    return false;
}

static char32_t marked_letter(char32_t plain, enum tone tone)
{
    for (size_t i = 0; i < sizeof marked / sizeof marked[0]; i++)
        if (marked[i].plain == plain && marked[i].tone == tone)
            return marked[i].letter;
    return plain;
}

bool vi_syllable_retone(struct buf *out, str lower)
{
    struct plain plain = {0};
    size_t start = out->len;

    if (!part_tone(&plain, lower))
        return false;
    if (plain.tone == TONE_LEVEL)
        plain.tone = TONE_ACUTE;
    for (int mark = 0; plain.text[mark]; mark++) {
        char32_t letter = marked_letter(plain.text[mark], plain.tone);

        if (letter == plain.text[mark])
            continue;
        for (int i = 0; plain.text[i]; i++)
            utf8_add(out, (int32_t)(i == mark ? letter : plain.text[i]));
        if (vi_syllable_valid(str_skip(buf_str(out), start)))
            return true;
        out->len = start;
    }
    return false;
}

enum tone vi_syllable_tone(str lower)
{
    enum tone tone = TONE_LEVEL;

    while (lower.len > 0 && tone == TONE_LEVEL)
        plain_letter((char32_t)utf8_next(&lower), &tone);
    return tone;
}

#define SPLIT_MAX_BYTES 60
#define SYLLABLE_MIN_BYTES 2
#define SYLLABLE_MAX_BYTES 10

bool vi_syllable_split(struct buf *out, str lower)
{
    size_t count[SPLIT_MAX_BYTES + 1] = {0}, from[SPLIT_MAX_BYTES + 1] = {0};
    size_t cuts[SPLIT_MAX_BYTES], n = 0;

    if (lower.len > SPLIT_MAX_BYTES)
        return false;
    for (size_t end = SYLLABLE_MIN_BYTES; end <= lower.len; end++)
        for (size_t len = SYLLABLE_MIN_BYTES;
             len <= SYLLABLE_MAX_BYTES && len <= end; len++) {
            size_t start = end - len;

            if ((start > 0 && count[start] == 0) ||
                (count[end] > 0 && count[end] < count[start] + 1) ||
                !vi_syllable_valid(str_slice(lower, start, end)))
                continue;
            count[end] = count[start] + 1;
            from[end] = start;
        }
    if (count[lower.len] == 0)
        return false;
    for (size_t end = lower.len; end > 0; end = from[end])
        cuts[n++] = end;
    while (n-- > 0) {
        if (out->len > 0)
            buf_char(out, ' ');
        buf_add(out, str_slice(lower, from[cuts[n]], cuts[n]));
    }
    return true;
}
