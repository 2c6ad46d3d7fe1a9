/* Where a reader of Vietnamese parts a sentence without punctuation.
 *
 * Words are put together and classed by a list. Of all sets of joints the one
 * is taken that is likeliest in a semi-Markov conditional random field
 * (Sarawagi and Cohen 2004) over the classes beside each joint, over whether
 * its clause has had a verb, and over the lengths of the phrases. */
#include "reading/vi_phrase.h"

#include <limits.h>

#include "reading/vi_class.h"

#define NEVER (-1000) /* a phrase can't end there */

/* The weights, in tenths of a logarithm of odds, are those that make the breaks
 * of tests/examples/phrasing/ likeliest, unseen.txt apart; what is rare is held
 * near zero. Words of grammar have one of their own, in the list. */
/* clang-format off */

/* Of each class: a joint after it, and before it by the state of the clause. */
static const struct {
    int after, before[STATE_COUNT];
} classes[CLASS_COUNT] = {
    [UNKNOWN]    = {   -8, {-10, -16, -21}},
    [NAME]       = {    6, {-17, -19, -23}},
    [NUMBER]     = {   -6, {-32, -32, -35}},
    [ABOUT]      = {NEVER, {  8,  -1, -14}},
    [ACT]        = {  -14, { -5, -18, -20}},
    [AND]        = {  -26, { 14,  10,  -1}},
    [AT]         = {NEVER, {  0,   7,   1}},
    [AUXILIARY]  = {  -19, { -1,  13,   0}},
    [BE]         = {NEVER, { -2,   4, -13}},
    [BY]         = {NEVER, {-16, -28,  17}},
    [CLAUSE]     = {  -24, {  8,  20,  22}},
    [COUNT]      = {NEVER, { -9, -10, -10}},
    [DEGREE]     = {NEVER, {-13, -14,  -9}},
    [FOR]        = {NEVER, {-32,   8,  19}},
    [FROM]       = {NEVER, { 30,   4,   0}},
    [HEAD]       = {   -5, {-19, -24, -12}},
    [IN]         = {NEVER, {  4,   4,  16}},
    [NOUN]       = {   -7, {-12, -14, -10}},
    [OF]         = {NEVER, {  0,   3,   5}},
    [SAYING]     = {    8, { -3,   5,  -1}},
    [STATE]      = {   -3, {-12, -27, -24}},
    [TAIL]       = {  -23, {-21,  -2, -10}},
    [THEY]       = {    4, {  7,  -4,  -3}},
    [THIS]       = {    1, {-23,  -1, -14}},
    [TIME]       = {   -3, { -8,   8,   3}},
    [TO]         = {  -27, {  4,  -1,   2}},
    [UNIT]       = {   -4, {  1, -18, -21}},
    [VERB]       = {  -13, { -5,  -2, -10}},
    [WITH]       = {NEVER, {  0,  27,  -1}},
};

/* Of the classes before and after, in the order of the enum. */
static const signed char pairs[CLASS_COUNT][CLASS_COUNT] = {
    [UNKNOWN]    = {  0, -5,-19,  0,-11, 22,  4,  1, 16, 16, 15, -3, -8, -5,
          0,-14,  3,-17,  1,  2, -8,  0,  0,-21,-12, 11,-16,  2, 18},
    [NAME]       = { -2,  0,-20,  0, -8,  5, -9, -2,  3, 21,  6, -4,  0,  0,
         17,-25, 10, -6, 22,  5, -6, -5,  0,-10, 13,-13,  0,  0, 18},
    [NUMBER]     = {  0,  0,  0,-11, 14,  4, 24,  4,  0,  0,  8,  0,  0,  0,
          0,  0, -4,  0,  0,  0, -5,  0,  0,  0,  0,-33,  0,  3,  9},
    [ACT]        = { -8,-11, -7,  0, -6,-10,  0, -2,  0,  5, 10, -3,  0, 19,
         -9, -7,  3, -3,  3,-17,-12,  0,  0,-13,  0, -3,  0, 11,-22},
    [AND]        = { -2,  0, -1,  0, -4,  0,  0,-11,  0,  0,  0,  0,  0,  0,
          0,  0,  0, -3,  0, -7,  0,  0,  0,  0,  0,  0,  0, -7,  0},
    [AUXILIARY]  = { -5,  0, -3, -1, -4, 18, -3,-15,  0,-16,  3,-17,  0,  0,
          0, -6, 24, 12,-11,-11, -3,  0, -1,  0,-15,-21,  0, -4,  0},
    [CLAUSE]     = { -7,  0,  0,  0, -3,  0,-26, -5, -4,  0, -5, -1,  0, -5,
          0, -2,  0, -1,  0, -3, -1,  0,-12,  0,  0,  0,  0, -3,  0},
    [HEAD]       = {  0,  0,  0, 18,-12,  9, 27,  3, 18, -3,  7,  5, -8,  3,
         26,-11,  3,  0,  6,  1,-10, -5,-15,  3,-22, -3,  0, -6, 30},
    [NOUN]       = { -3, -9,-10,-11,  5,  4, -2,  3,-19, -2,  0, -5, -1, -2,
          7,-10, 14,-11, -4, -2, -5,  0,  0,-16,  4,  9,-13,  3, 12},
    [SAYING]     = {-11,  8,-15,  0, -7, 13,  0,  6, 13,-18, 22, -7,  0,  0,
          0, 19,-28,  9,-29,-23,  5,-15, 23,  0, 26,  9, 12, -7,  0},
    [STATE]      = { 20,-14,-18, -8,-24,  0,  0,  2,  0,  0,  7,  7, -6, 14,
         15,-18, 18,-19,-11, 22, -8,  0,  0, -3,  4,  6,  0, -2,-22},
    [TAIL]       = { -3,  0, -5,  0,  0,  0,  0,  0,  0,  0,  0,-14,  0,  0,
          0, -3, -6, -5,  0,  0,  0,  0,  0,  0,  0,  0,  0,-14,  0},
    [THEY]       = {-20, -3, -6,  0,  0,  0,  0,  9,  0,  0,  0,  0,  0,  0,
          0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0, -2,  0},
    [THIS]       = {-19,-21,  0,  0, 18,  0, 21,  6,  0,  0,  9,  0,  0,  0,
          0,-19,-32, -5, -4,  0, -1,  0,  0,  0, 10,  0,  0, 24,  0},
    [TIME]       = { -3, -5,-18,  0,-10, 18,  4, 15,  0,  0, 14, 18,  0, 23,
         27,-16, 20, -6,  0,  0, -4,  0,  0,-12,-21,-10,  0, -6,  3},
    [TO]         = { -3, -2, -4,  0, -3,-13, -1, -2,  0,  0, 21, -8, -1,  0,
        -17, -6, -7, -6,  0, -3, -3, -8,  0,  0,-10, 14,  0, -2,  0},
    [UNIT]       = {-14,  0, -1, 23, 23,  9,  0,-10,  0, -7, 10,-12,  0,-11,
         16, -6, 19,-20,  0,  0, -1,  0,  0,  0, 14,  9,  0,-12,  0},
    [VERB]       = {-10, -3,-10,  0, -8,  0, -5,  0,-21,  4,  3, -6,  0,-11,
        -14, -2,  4, -4, 11,  7, -7, -2,  0,-15,  6,  3,-14, -1, -6},
};

/* Of a phrase of so many syllables; the last, of more. */
static const int lengths[] = {
    0, -38, -35, -18, -2, 8, 13, 13, 10, 7, 5, -1, -3, -6, -10, -13, -21,
};

/* clang-format on */

#define LENGTH_MOST (sizeof lengths / sizeof lengths[0] - 1)

/* How many places back the start of a phrase is looked for. */
#define PLACES_BACK 26

/* ---- joints -------------------------------------------------------------- */

/* "Nông nghiệp và Môi trường": both sides of "và" are one name. */
static bool is_and_in_name(const struct stretch *stretch, size_t at)
{
    const struct part *parts = stretch->parts;

    return parts[at].class == AND && at + 1 < stretch->count &&
           parts[at + 1].capital &&
           ((at > 0 && parts[at - 1].capital) ||
            (at > 1 && parts[at - 2].capital));
}

static bool is_content(enum vi_class class)
{
    return class == UNKNOWN || class == NOUN || class == VERB ||
           class == STATE || class == ACT;
}

/* Syllables that the list lacks are mostly parts of one word. */
static bool may_be_word(const struct stretch *stretch, size_t at)
{
    const struct part *before = &stretch->parts[at - 1];
    const struct part *after = &stretch->parts[at];

    return (before->class == UNKNOWN || after->class == UNKNOWN) &&
           is_content(before->class) && is_content(after->class) &&
           !before->inside && vi_class_next(stretch, at) == at + 1;
}

/* "20 triệu", "phút 70", "xã Mường La". */
static bool is_counted(enum vi_class before, enum vi_class after)
{
    bool thing =
        after == NAME || after == NUMBER || after == NOUN || after == UNKNOWN;

    return (before == HEAD && thing) ||
           (before == NUMBER && (thing || after == HEAD || after == COUNT ||
                                 after == UNIT || after == TIME));
}

/* Whether there can be a joint before word `at`. */
static bool is_open(const struct stretch *stretch, size_t at)
{
    const struct part *before = &stretch->parts[at - 1];
    const struct part *after = &stretch->parts[at];

    return !after->inside && !(before->capital && after->capital) &&
           !is_and_in_name(stretch, at) && !is_and_in_name(stretch, at - 1) &&
           classes[before->class].after != NEVER &&
           !is_counted(before->class, after->class) &&
           !may_be_word(stretch, at);
}

static int joint_weight(const struct part *before, const struct part *after)
{
    return classes[before->class].after +
           classes[after->class].before[after->state] +
           pairs[before->class][after->class] + after->weight;
}

/* Where a phrase may start, or the stretch ends: before word `at`. */
struct place {
    size_t at, syllables; /* before it, in the stretch */
    size_t from;          /* the place that the phrase before it starts at */
    int weight;           /* of the joint, then of all up to it */
};

/* Both ends are among them. */
static struct place *list_places(size_t *count, const struct stretch *stretch,
                                 struct arena *mem)
{
    struct place *places = ARENA_ARRAY(mem, struct place, stretch->count + 1);
    size_t n = 0, syllables = 0;

    for (size_t at = 0; at <= stretch->count; at++) {
        const struct part *part = &stretch->parts[at];
        bool end = at == 0 || at == stretch->count;

        if (end || is_open(stretch, at))
            places[n++] = (struct place){
                .at = at,
                .syllables = syllables,
                .weight = end ? 0 : joint_weight(part - 1, part),
            };
        if (at < stretch->count)
            syllables += part->syllables;
    }
    *count = n;
    return places;
}

static int length_weight(size_t syllables)
{
    return lengths[syllables < LENGTH_MOST ? syllables : LENGTH_MOST];
}

/* The likeliest phrase that ends at places[i], after the likeliest before. */
static void choose(struct place *places, size_t i)
{
    int best = INT_MIN;

    for (size_t k = i; k-- > 0 && i - k <= PLACES_BACK;) {
        int weight = places[k].weight +
                     length_weight(places[i].syllables - places[k].syllables);

        if (weight > best) {
            best = weight;
            places[i].from = k;
        }
    }
    places[i].weight += best;
}

static void part_stretch(struct word *words, size_t count,
                         const struct lexicon *lexicon, struct arena tmp)
{
    struct stretch stretch = {words, ARENA_ARRAY(&tmp, struct part, count),
                              count};
    struct place *places;
    size_t place_count;

    vi_class_stretch(&stretch, lexicon);
    places = list_places(&place_count, &stretch, &tmp);
    for (size_t i = 1; i < place_count; i++)
        choose(places, i);
    for (size_t i = places[place_count - 1].from; i > 0; i = places[i].from)
        words[places[i].at - 1].mark = MARK_JOINT;
}

/* ---- lists --------------------------------------------------------------- */

#define ITEM_SYLLABLES_MOST 4
#define ITEMS_LEAST 2 /* commas, when "và" follows the last */
#define ITEMS_PLAIN 3 /* commas, when none does */
#define LAST_ITEM_WORDS 5

/* Whether words first .. end-1, between two commas, may be of a list: short,
 * and no aside of time or place. */
static bool is_item(const struct sentence *sentence, size_t first, size_t end,
                    const struct lexicon *lexicon)
{
    struct part part = {0};
    struct stretch head = {&sentence->words[first], &part, 1};
    size_t syllables = 0;

    for (size_t i = first; i < end; i++)
        syllables += vi_class_syllables(&sentence->words[i]);
    vi_class_look_up(&head, 0, lexicon);
    return syllables <= ITEM_SYLLABLES_MOST && part.class != TIME &&
           classes[part.class].after != NEVER;
}

/* The end of the stretch of words from `first` on. */
static size_t stretch_end(const struct sentence *sentence, size_t first)
{
    while (first + 1 < sentence->word_count &&
           sentence->words[first].mark == MARK_NONE)
        first++;
    return first + 1;
}

static bool has_and(const struct sentence *sentence, size_t first)
{
    size_t end = stretch_end(sentence, first);

    for (size_t i = first; i < end && i < first + LAST_ITEM_WORDS; i++)
        if (str_eq(sentence->words[i].written, STR("và")) ||
            str_eq(sentence->words[i].written, STR("hoặc")))
            return true;
    return false;
}

/* The commas behind the words [first, end). */
static void mark_commas(struct sentence *sentence, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (sentence->words[i].mark == MARK_COMMA)
            sentence->words[i].mark = MARK_ITEM;
}

/* "lúa, ngô, khoai và sắn": the commas of a list are not those of clauses. */
static void mark_items(struct sentence *sentence, const struct lexicon *lexicon)
{
    size_t first = 0, count = 0, at = 0; /* commas so far; the first is there */

    for (size_t end; first < sentence->word_count; first = end) {
        enum mark before =
            first > 0 ? sentence->words[first - 1].mark : MARK_NONE;

        end = stretch_end(sentence, first);
        if (before == MARK_COMMA && count++ == 0)
            at = first;
        if (before == MARK_COMMA &&
            sentence->words[end - 1].mark == MARK_COMMA &&
            is_item(sentence, first, end, lexicon))
            continue;
        if (count >= (has_and(sentence, first) ? ITEMS_LEAST : ITEMS_PLAIN))
            mark_commas(sentence, at - 1, first);
        count = 0;
    }
}

void vi_phrase_sentence(struct sentence *sentence,
                        const struct lexicon *lexicon, struct arena tmp)
{
    size_t first = 0;

    mark_items(sentence, lexicon);
    for (size_t i = 0; i < sentence->word_count; i++)
        if (sentence->words[i].mark != MARK_NONE ||
            i + 1 == sentence->word_count) {
            part_stretch(&sentence->words[first], i + 1 - first, lexicon, tmp);
            first = i + 1;
        }
}
