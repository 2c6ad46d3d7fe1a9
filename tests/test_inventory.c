/* Every syllable of Vietnamese, onset by rime by tone, as espeak-ng reads it:
 * an onset sounds the same before every rime, a rime behind every onset, a tone
 * on every rime, and no two rimes sound alike but those that do in speech. What
 * it read as English, spelled, or without its vowel would fall out of that. */
#include "check.h"

#include <espeak-ng/speak_lib.h>
#include <stdio.h>

#include "base/utf8.h"
#include "speech/respell.h"
#include "words/spoken.h"

/* clang-format off */
static const char *const onset_names[] = {
    "",  "b",  "c",  "ch", "d",  "đ",   "g",  "gh", "gi", "h", "k",  "kh", "l", "m",
    "n", "ng", "ngh", "nh", "p", "ph", "qu", "r",  "s",  "t",  "th", "tr", "v", "x",
};
static const char *const vowel_names[] = {
    "a",  "ai", "ao", "au", "ay", "ă",  "â",   "âu", "ây", "e",  "eo", "ê",   "êu",
    "i",  "ia", "iu", "iê", "iêu", "o", "oa",  "oai", "oao", "oay", "oă", "oe", "oeo",
    "oi", "oo", "ô",  "ôi", "ơ",  "ơi", "u",   "ua", "uâ", "uây", "uê", "ui",  "uô",
    "uôi", "uơ", "uy", "uya", "uyê", "uyu", "ư", "ưa", "ưi", "ươ", "ươi", "ươu",
    "ưu", "y",  "yu", "yê", "yêu",
};
static const char *const coda_names[] = {"", "c", "ch", "m", "n", "ng", "nh", "p", "t"};

/* Combining marks, in the order of enum tone, and espeak's figures. */
static const char *const tone_marks[TONE_COUNT] = {
    "", "\xCC\x80", "\xCC\x89", "\xCC\x83", "\xCC\x81", "\xCC\xA3",
};
static const char tone_figures[TONE_COUNT] = {'1', '2', '4', '5', '3', '6'};

/* Rimes that are written apart and sound the same in the North, by their
 * vowels. */
static const struct {
    const char *a, *b;
} same_vowels[] = {
    {"i", "y"}, {"iê", "yê"}, {"iêu", "yêu"},
    {"iu", "ưu"}, {"iêu", "ươu"}, {"ươu", "yêu"},
};
/* clang-format on */

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define NAME_BYTES 24

/* A u behind q is the glide of "oa": such rimes are others. */
enum { USUAL, BEHIND_Q, GROUPS };

struct rime {
    const char *vowels, *coda;
    char sound[NAME_BYTES]; /* with its glide, without its tone */
    size_t syllables;
};

struct inventory {
    const char *voice;
    bool northern;
    struct rime rimes[GROUPS][COUNT(vowel_names) * COUNT(coda_names)];
    char onsets[COUNT(onset_names)][NAME_BYTES];
    size_t syllables;
};

/* ---- what espeak says ---------------------------------------------------- */

static str phonemes_of(str syllable, bool *own, struct arena *mem)
{
    struct buf sent = {.mem = mem};
    const char *said;
    const void *next;

    respell_syllable(&sent, syllable);
    *own = spoken_is_phonemes(buf_str(&sent));
    assert_true(!*own || spoken_is_legal(buf_str(&sent)));
    if (*own)
        return str_slice(buf_str(&sent), 2, sent.len - 2);
    buf_char(&sent, '\0');
    next = sent.s;
    said = espeak_TextToPhonemes(&next, espeakCHARS_UTF8, 0);
    return str_copy(str_trim(str_from(said)), mem);
}

/* An onset, a rime and a figure; false when it is not of that form. */
static bool part_phonemes(str phonemes, char onset[NAME_BYTES],
                          char rime[NAME_BYTES], char *figure)
{
    char *out = onset;

    onset[0] = rime[0] = '\0';
    *figure = '1';
    if (phonemes.len >= NAME_BYTES)
        return false;
    for (size_t i = 0; i < phonemes.len; i++) {
        char c = phonemes.s[i];

        if ((c == '_' || c == '|') && out == rime)
            continue; /* the end of the word */
        if ((c == '\'' || c == ',') && out == onset) {
            out = rime;
            continue;
        }
        if (c >= '1' && c <= '7') {
            *figure = c == '7' ? '1' : c;
            continue;
        }
        if (c == '(' || c == ' ' || c == '\'')
            return false;
        out[strlen(out) + 1] = '\0';
        out[strlen(out)] = c;
    }
    return out == rime && *rime;
}

/* ---- one syllable -------------------------------------------------------- */

static void fail_syllable(const struct inventory *all, str syllable,
                          str phonemes, const char *what)
{
    fail_msg("%s: %.*s is %.*s: %s", all->voice, STR_ARGS(syllable),
             STR_ARGS(phonemes), what);
}

/* Moves the glide of "oa" from the onset to the rime, where it is written. */
static void move_glide(char onset[NAME_BYTES], char rime[NAME_BYTES])
{
    size_t len = strlen(onset);

    if (len == 0 || onset[len - 1] != 'w')
        return;
    memmove(rime + 1, rime, strlen(rime) + 1);
    rime[0] = 'w';
    onset[len - 1] = '\0';
}

static void check_syllable(struct inventory *all, size_t onset,
                           struct rime *rime, enum tone tone, str syllable,
                           struct arena mem)
{
    bool own; /* phonemes that we gave it: those of the North */
    str phonemes = phonemes_of(syllable, &own, &mem);
    char head[NAME_BYTES], sound[NAME_BYTES], figure;

    all->syllables++;
    rime->syllables++;
    if (own && !all->northern)
        return;
    if (!part_phonemes(phonemes, head, sound, &figure))
        fail_syllable(all, syllable, phonemes, "no syllable");
    if (!all->northern)
        return;
    move_glide(head, sound);
    if (figure != tone_figures[tone])
        fail_syllable(all, syllable, phonemes, "another tone");
    if (!*all->onsets[onset])
        snprintf(all->onsets[onset], NAME_BYTES, "%s-", head);
    if (strlen(all->onsets[onset]) != strlen(head) + 1 ||
        strncmp(all->onsets[onset], head, strlen(head)) != 0)
        fail_syllable(all, syllable, phonemes, all->onsets[onset]);
    if (!*rime->sound)
        strcpy(rime->sound, sound);
    if (strcmp(rime->sound, sound) != 0)
        fail_syllable(all, syllable, phonemes, rime->sound);
}

/* ---- all of them --------------------------------------------------------- */

/* The syllable with the mark on letter `place` of its vowels. */
static str compose(const char *onset, const struct rime *rime, enum tone tone,
                   size_t place, struct arena *mem)
{
    struct buf text = {.mem = mem};
    str vowels = str_from(rime->vowels);

    buf_add(&text, str_from(onset));
    for (size_t i = 0; vowels.len > 0; i++) {
        utf8_add(&text, utf8_next(&vowels));
        if (i == place)
            buf_add(&text, str_from(tone_marks[tone]));
    }
    buf_add(&text, str_from(rime->coda));
    return utf8_clean(buf_str(&text), mem);
}

static size_t find_onset(const char *name)
{
    size_t at = 0;

    while (strcmp(onset_names[at], name) != 0)
        at++;
    return at;
}

/* "giêng" is g and "iêng", "giênh" is gi and "ênh". */
static bool closes_ie(const char *coda)
{
    return *coda && strcmp(coda, "ch") != 0 && strcmp(coda, "nh") != 0;
}

/* The onset of "gì" and "giêng" sounds as that of "già": a g before an i is no
 * g. False where what is written has another onset than this. */
static bool begins_with(size_t *onset, const struct rime *rime)
{
    const char *name = onset_names[*onset], *vowels = rime->vowels;
    bool ie = closes_ie(rime->coda);

    if (strcmp(name, "g") == 0 && vowels[0] == 'i') {
        *onset = find_onset("gi");
        return strcmp(vowels, "i") == 0 || strcmp(vowels, "iêu") == 0 ||
               (strcmp(vowels, "iê") == 0 && ie);
    }
    return strcmp(name, "gi") != 0 ||
           (strcmp(vowels, "êu") != 0 && (strcmp(vowels, "ê") != 0 || !ie));
}

static void check_rime(struct inventory *all, size_t onset, struct rime *rime,
                       struct arena mem)
{
    const char *written = onset_names[onset];
    size_t letters = utf8_count(str_from(rime->vowels));

    if (!begins_with(&onset, rime))
        return;
    for (enum tone tone = 0; tone < TONE_COUNT; tone++)
        for (size_t place = 0; place < (tone ? letters : 1); place++) {
            struct arena tmp = mem;
            str syllable = compose(written, rime, tone, place, &tmp);

            if (vi_syllable_valid(syllable))
                check_syllable(all, onset, rime, tone, syllable, tmp);
        }
}

static void check_all(struct inventory *all, struct arena mem)
{
    for (size_t v = 0; v < COUNT(vowel_names); v++)
        for (size_t c = 0; c < COUNT(coda_names); c++)
            for (size_t o = 0; o < COUNT(onset_names); o++) {
                size_t group = o == find_onset("qu") ? BEHIND_Q : USUAL;
                struct rime *rime =
                    &all->rimes[group][v * COUNT(coda_names) + c];

                rime->vowels = vowel_names[v];
                rime->coda = coda_names[c];
                check_rime(all, o, rime, mem);
            }
}

static bool sound_the_same(const struct rime *a, const struct rime *b)
{
    if (strcmp(a->coda, b->coda) != 0)
        return false;
    for (size_t i = 0; i < COUNT(same_vowels); i++)
        if (strcmp(a->vowels, same_vowels[i].a) == 0 &&
            strcmp(b->vowels, same_vowels[i].b) == 0)
            return true;
    return false;
}

static void check_distinct(const struct inventory *all, size_t group)
{
    const struct rime *rimes = all->rimes[group];

    for (size_t i = 0; i < COUNT(all->rimes[0]); i++)
        for (size_t j = i + 1; j < COUNT(all->rimes[0]); j++)
            if (rimes[i].syllables > 0 && rimes[j].syllables > 0 &&
                strcmp(rimes[i].sound, rimes[j].sound) == 0 &&
                !sound_the_same(&rimes[i], &rimes[j]))
                fail_msg("%s%s sounds as %s%s: %s", rimes[i].vowels,
                         rimes[i].coda, rimes[j].vowels, rimes[j].coda,
                         rimes[i].sound);
}

static void read_inventory(const char *voice, bool northern)
{
    TEST_ARENA(mem);
    struct inventory *all = ARENA_ONE(&mem, struct inventory);

    all->voice = voice;
    all->northern = northern;
    assert_int_equal(espeak_SetVoiceByName(voice), EE_OK);
    check_all(all, mem);
    print_message("# %s: %zu syllables, none read wrong\n", voice,
                  all->syllables);
    assert_true(all->syllables > 18000);
    for (size_t group = 0; group < GROUPS && northern; group++)
        check_distinct(all, group);
}

static void test_north(void **state)
{
    (void)state;
    read_inventory("vi", true);
}

/* Other regions have fewer sounds, and glides that swallow their onset; but no
 * syllable is spelled, or English. */
static void test_centre_and_south(void **state)
{
    (void)state;
    read_inventory("vi-vn-x-central", false);
    read_inventory("vi-vn-x-south", false);
}

static int open_espeak(void **state)
{
    (void)state;
    return espeak_Initialize(AUDIO_OUTPUT_RETRIEVAL, 0, NULL,
                             espeakINITIALIZE_DONT_EXIT) > 0
               ? 0
               : -1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_north),
        cmocka_unit_test(test_centre_and_south),
    };
    return cmocka_run_group_tests(tests, open_espeak, NULL);
}
