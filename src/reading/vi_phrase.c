/* Where a reader of Vietnamese parts a sentence without punctuation.
 *
 * Words are put together and classed by a list. Of all sets of joints the one
 * is taken that is likeliest in a semi-Markov conditional random field
 * (Sarawagi and Cohen 2004) over the classes beside each joint, over whether
 * its clause has had a verb, and over the lengths of the phrases. */
#include "reading/vi_phrase.h"

#include <limits.h>

#include "base/utf8.h"
#include "words/lexicon.h"

/* clang-format off */
enum class {
    UNKNOWN, NAME, NUMBER, ABOUT, ACT, AND, AT, AUXILIARY, BE, BY, CLAUSE,
    COUNT, DEGREE, FOR, FROM, HEAD, IN, NOUN, OF, SAYING, STATE, TAIL, THEY,
    THIS, TIME, TO, UNIT, VERB, WITH, CLASS_COUNT
};
/* clang-format on */

/* What its clause has had before a word. */
enum state { NOTHING, A_VERB, AN_AUXILIARY, STATE_COUNT };

#define NEVER (-1000) /* a phrase can't end there */

/* The weights, in tenths of a logarithm of odds, are those that make the breaks
 * of tests/examples/phrasing/ likeliest, unseen.txt apart; what is rare is held
 * near zero. Words of grammar have one of their own, in the list. */
/* clang-format off */

/* Each class: its name in the list, the weight of a joint after it, and before
 * it by the state of the clause. */
static const struct {
    const char *name;
    int after, before[STATE_COUNT];
} classes[CLASS_COUNT] = {
    [UNKNOWN]    = {"?",         -8, {-10, -16, -21}},
    [NAME]       = {"name",       6, {-17, -19, -23}},
    [NUMBER]     = {"number",    -6, {-32, -32, -35}},
    [ABOUT]      = {"about",  NEVER, {  8,  -1, -14}},
    [ACT]        = {"act",      -14, { -5, -18, -20}},
    [AND]        = {"and",      -26, { 14,  10,  -1}},
    [AT]         = {"at",     NEVER, {  0,   7,   1}},
    [AUXILIARY]  = {"aux",      -19, { -1,  13,   0}},
    [BE]         = {"be",     NEVER, { -2,   4, -13}},
    [BY]         = {"by",     NEVER, {-16, -28,  17}},
    [CLAUSE]     = {"clause",   -24, {  8,  20,  22}},
    [COUNT]      = {"count",  NEVER, { -9, -10, -10}},
    [DEGREE]     = {"degree", NEVER, {-13, -14,  -9}},
    [FOR]        = {"for",    NEVER, {-32,   8,  19}},
    [FROM]       = {"from",   NEVER, { 30,   4,   0}},
    [HEAD]       = {"head",      -5, {-19, -24, -12}},
    [IN]         = {"in",     NEVER, {  4,   4,  16}},
    [NOUN]       = {"noun",      -7, {-12, -14, -10}},
    [OF]         = {"of",     NEVER, {  0,   3,   5}},
    [SAYING]     = {"saying",     8, { -3,   5,  -1}},
    [STATE]      = {"state",     -3, {-12, -27, -24}},
    [TAIL]       = {"tail",     -23, {-21,  -2, -10}},
    [THEY]       = {"they",       4, {  7,  -4,  -3}},
    [THIS]       = {"this",       1, {-23,  -1, -14}},
    [TIME]       = {"time",      -3, { -8,   8,   3}},
    [TO]         = {"to",       -27, {  4,  -1,   2}},
    [UNIT]       = {"unit",      -4, {  1, -18, -21}},
    [VERB]       = {"verb",     -13, { -5,  -2, -10}},
    [WITH]       = {"with",   NEVER, {  0,  27,  -1}},
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

/* A word of the sentence, as a part of the longer one that it stands in. */
struct part {
    enum class class;
    enum state state;
    size_t syllables;
    bool inside; /* it goes on with the word before it */
    bool capital;
    int weight; /* its own, of a joint before it */
    str other;  /* another class, and when: see vi_phrase.h */
};

/* The words between two marks of punctuation. */
struct stretch {
    const struct word *words;
    struct part *parts;
    size_t count;
};

/* ---- classes ------------------------------------------------------------ */

static enum class class_of(str name) {
    for (size_t i = 0; i < CLASS_COUNT;
         i++) if (str_eq(name, str_from(classes[i].name))) return (enum class)i;
    return UNKNOWN;
}

static size_t syllables_of(const struct word *word)
{
    size_t count = word->spoken.len > 0;

    for (size_t i = 0; i < word->spoken.len; i++)
        count += word->spoken.s[i] == ' ';
    return count;
}

static bool has_digit(str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (utf8_is_digit((unsigned char)text.s[i]))
            return true;
    return false;
}

/* The written text from word `at` on. */
static str text_from(const struct stretch *stretch, size_t at)
{
    const char *start = stretch->words[at].written.s;
    str last = stretch->words[stretch->count - 1].written;

    return (str){start, (size_t)(last.s + last.len - start)};
}

/* Looks up the longest word that begins at `at`; gives the next. */
static size_t look_up(struct stretch *stretch, size_t at,
                      const struct lexicon *lexicon)
{
    struct part *parts = stretch->parts;
    str written = stretch->words[at].written, head = {0}, class, weight;
    long number;
    const struct entry *entry = NULL;
    size_t next = at + 1;

    if (written.len > 0)
        entry = lexicon_longest(lexicon, WORDS_CLASSES, text_from(stretch, at),
                                &head);
    if (!entry) {
        parts[at].class = has_digit(written)  ? NUMBER
                          : parts[at].capital ? NAME
                                              : UNKNOWN;
        return next;
    }
    class = str_cut(entry->spoken, ' ', &weight);
    parts[at].class = class_of(class);
    if (str_to_long(weight, &number))
        parts[at].weight = (int)number;
    parts[at].other = entry->context;
    while (next < stretch->count &&
           stretch->words[next].written.s < head.s + head.len)
        parts[next++].inside = true;
    return next;
}

/* The first word after the longer one that `at` begins. */
static size_t next_of(const struct stretch *stretch, size_t at)
{
    do
        at++;
    while (at < stretch->count && stretch->parts[at].inside);
    return at;
}

static bool is_met(str clue, const struct stretch *stretch, size_t at,
                   enum state state)
{
    const struct part *parts = stretch->parts;
    size_t next = next_of(stretch, at);

    if (str_eq(clue, STR("+")))
        return state != NOTHING;
    if (str_starts(clue, STR("<")))
        return at > 0 && parts[at - 1].class == class_of(str_skip(clue, 1));
    return next < stretch->count && parts[next].class == class_of(clue);
}

/* A word in capitals inside a name, which may be any word elsewhere. */
static bool is_in_name(const struct stretch *stretch, size_t at)
{
    const struct part *parts = stretch->parts;
    size_t next = next_of(stretch, at);

    return parts[at].capital && next == at + 1 && parts[at].class != HEAD &&
           ((at > 0 && parts[at - 1].capital) ||
            (next < stretch->count && parts[next].capital &&
             parts[at].class != CLAUSE));
}

/* The class of the word in its place. */
static void settle(struct stretch *stretch, size_t at, enum state state)
{
    struct part *part = &stretch->parts[at];
    str clues = part->other;
    str class = str_trim(str_cut(clues, ':', &clues));

    clues = str_trim(clues);
    if (is_in_name(stretch, at))
        part->class = NAME;
    else
        while (clues.len > 0)
            if (is_met(str_cut(clues, ' ', &clues), stretch, at, state)) {
                part->class = class_of(class);
                break;
            }
    for (size_t i = at; i < next_of(stretch, at); i++)
        stretch->parts[i].class = part->class;
}

/* The state after a word of this class. */
static enum state state_after(enum class class, enum state before)
{
    if (class == CLAUSE || class == SAYING)
        return NOTHING;
    if (class == AUXILIARY || class == BE)
        return AN_AUXILIARY;
    return class == VERB && before == NOTHING ? A_VERB : before;
}

static void class_words(struct stretch *stretch, const struct lexicon *lexicon)
{
    enum state state = NOTHING;

    for (size_t i = 0; i < stretch->count; i++)
        stretch->parts[i] = (struct part){
            .syllables = syllables_of(&stretch->words[i]),
            .capital = utf8_is_upper(utf8_peek(stretch->words[i].written)),
        };
    for (size_t i = 0; i < stretch->count;)
        i = look_up(stretch, i, lexicon);
    for (size_t i = 0; i < stretch->count; i = next_of(stretch, i)) {
        stretch->parts[i].state = state;
        settle(stretch, i, state);
        state = state_after(stretch->parts[i].class, state);
    }
}

/* ---- joints --------------------------------------------------------------
 */

/* "Nông nghiệp và Môi trường": both sides of "và" are one name. */
static bool is_and_in_name(const struct stretch *stretch, size_t at)
{
    const struct part *parts = stretch->parts;

    return parts[at].class == AND && at + 1 < stretch->count &&
           parts[at + 1].capital &&
           ((at > 0 && parts[at - 1].capital) ||
            (at > 1 && parts[at - 2].capital));
}

static bool is_content(enum class class)
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
           !before->inside && next_of(stretch, at) == at + 1;
}

/* "20 triệu", "phút 70", "xã Mường La". */
static bool is_counted(enum class before, enum class after)
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

    class_words(&stretch, lexicon);
    places = list_places(&place_count, &stretch, &tmp);
    for (size_t i = 1; i < place_count; i++)
        choose(places, i);
    for (size_t i = places[place_count - 1].from; i > 0; i = places[i].from)
        words[places[i].at - 1].mark = MARK_JOINT;
}

/* ---- lists ---------------------------------------------------------------
 */

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
        syllables += syllables_of(&sentence->words[i]);
    look_up(&head, 0, lexicon);
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
            for (size_t i = at - 1; i < first; i++)
                if (sentence->words[i].mark == MARK_COMMA)
                    sentence->words[i].mark = MARK_ITEM;
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
