/* Words by which a page gives itself away, found in the fold of a line. */
#include "article/cues.h"

#include <assert.h>
#include <stdbool.h>

#include "article/cue_lists.h"
#include "article/scan.h"
#include "page/texthash.h"

#define PHRASE_WORDS 6  /* of the longest cue */
#define PHRASE_BYTES 40 /* no cue has more */

/* A line of buttons, with sections among them, is one: "Thích Chia sẻ". */
#define TILED_MOST 64 /* words */

/* The cues that one phrase stands for, a bit for each, by its place. */
struct phrase {
    str words;
    uint16_t cues[PLACE_COUNT];
};

_Static_assert(CUE_COUNT <= 16, "a phrase has 16 bits for its cues");

#define SLOTS 4096 /* at least twice the phrases; a power of two */
#define FIRST_BITS 10
#define HASH_FACTOR 0x9E3779B1U /* spreads a byte over all bits */

struct cue_index {
    struct phrase *phrases; /* the first stands for all words that are none */
    uint16_t slots[SLOTS];  /* by the hash of their words; 0 is free */
    /* How many words the phrases have that start with a word, a bit for each
     * number, by the hash of that word: most words start none. */
    uint8_t anywhere[1 << FIRST_BITS]; /* of those that count anywhere */
    uint8_t any[1 << FIRST_BITS];
};

/* The slot that `words` have, or would have. */
static size_t find_slot(const struct cue_index *index, str words)
{
    size_t at = (size_t)texthash(words) & (SLOTS - 1);

    while (index->slots[at] &&
           !str_eq(index->phrases[index->slots[at]].words, words))
        at = (at + 1) & (SLOTS - 1);
    return at;
}

static const struct phrase *find_phrase(const struct cue_index *index,
                                        str words)
{
    return &index->phrases[index->slots[find_slot(index, words)]];
}

/* Where the word that starts at `at` ends. */
static size_t word_end(str text, size_t at, uint32_t *hash)
{
    uint32_t sum = 0;

    for (; at < text.len && text.s[at] != ' '; at++)
        sum = (sum ^ (unsigned char)text.s[at]) * HASH_FACTOR;
    *hash = sum >> (32 - FIRST_BITS);
    return at;
}

static void add_phrase(struct cue_index *index, const struct cue_list *list,
                       str words, uint16_t *count)
{
    uint16_t *slot = &index->slots[find_slot(index, words)];
    uint32_t first, next;
    uint8_t length = 1; /* as a bit */

    assert(words.len <= PHRASE_BYTES && *count < SLOTS / 2);
    if (*slot == 0)
        *slot = ++*count;
    index->phrases[*slot].words = words;
    index->phrases[*slot].cues[list->place] |= (uint16_t)CUE_BIT(list->cue);
    for (size_t at = word_end(words, 0, &first); at < words.len; length *= 2)
        at = word_end(words, at + 1, &next);
    assert(length < 1 << PHRASE_WORDS);
    index->any[first] |= length;
    if (list->place == ANYWHERE)
        index->anywhere[first] |= length;
}

struct cue_index *cues_index(struct arena *mem)
{
    struct cue_index *index = ARENA_ONE(mem, struct cue_index);
    size_t most = 1;
    uint16_t count = 0;

    for (size_t i = 0; i < cue_lists_count; i++)
        most += cue_lists[i].count;
    index->phrases = ARENA_ARRAY(mem, struct phrase, most);
    for (size_t i = 0; i < cue_lists_count; i++)
        for (size_t k = 0; k < cue_lists[i].count; k++)
            add_phrase(index, &cue_lists[i], str_from(cue_lists[i].words[k]),
                       &count);
    return index;
}

/* ---- One line ------------------------------------------------------------ */

/* What is known of a line while its phrases are looked for. Bit n: its first n
 * words are nothing but buttons and sections; at least one is a button. */
struct search {
    const struct cue_index *index;
    str fold;
    unsigned words;
    size_t starts[FOLD_WORDS + 1]; /* of its words; the end, if one followed */
    uint32_t firsts[FOLD_WORDS];   /* hashes of the words */
    uint32_t cues;
    uint64_t tiled, tooled;
};

static void find_words(struct search *search)
{
    for (size_t at = 0; at < search->fold.len; at++) {
        unsigned word = search->words++;

        search->starts[word] = at;
        at = word_end(search->fold, at, &search->firsts[word]);
    }
    search->starts[search->words] = search->fold.len + 1;
}

static void add_tile(struct search *search, uint32_t cues, unsigned from,
                     unsigned words)
{
    uint64_t end = (uint64_t)1 << (from + words);

    if (!(search->tiled >> from & 1) ||
        !(cues & (CUE_BIT(CUE_TOOL) | CUE_BIT(CUE_SECTION))))
        return;
    search->tiled |= end;
    if (search->tooled >> from & 1 || cues & CUE_BIT(CUE_TOOL))
        search->tooled |= end;
}

/* A phrase of so many words from the one of that number on. */
static void take_phrase(struct search *search, unsigned from, unsigned words)
{
    const struct phrase *phrase =
        find_phrase(search->index, str_slice(search->fold, search->starts[from],
                                             search->starts[from + words] - 1));

    search->cues |= phrase->cues[ANYWHERE];
    if (from == 0)
        search->cues |= phrase->cues[START];
    if (from + words == search->words)
        search->cues |= phrase->cues[END];
    if (from + words < TILED_MOST)
        add_tile(search, phrase->cues[WHOLE], from, words);
}

/* All that start at the word of that number. */
static void take_phrases(struct search *search, unsigned from)
{
    bool anyhow = from == 0 || from + PHRASE_WORDS >= search->words ||
                  search->tiled >> from & 1;
    uint32_t first = search->firsts[from];
    unsigned lengths =
        anyhow ? search->index->any[first] : search->index->anywhere[first];

    for (unsigned words = 1; lengths && from + words <= search->words;
         words++, lengths /= 2)
        if (lengths & 1)
            take_phrase(search, from, words);
}

static str without_numbers(str fold)
{
    while (str_starts(fold, STR("# ")))
        fold = str_skip(fold, 2);
    while (str_ends(fold, STR(" #")))
        fold.len -= 2;
    return fold;
}

uint32_t cues_find(const struct cue_index *index, str fold)
{
    struct search search;
    str whole = without_numbers(fold);

    search.index = index; /* the arrays are filled as far as they are used */
    search.fold = fold;
    search.words = 0;
    search.cues = 0;
    search.tiled = 1;
    search.tooled = 0;
    if (whole.len <= PHRASE_BYTES)
        search.cues = find_phrase(index, whole)->cues[WHOLE];
    find_words(&search);
    for (unsigned from = 0; from < search.words; from++)
        take_phrases(&search, from);
    if (search.words < TILED_MOST && search.tooled >> search.words & 1)
        search.cues |= CUE_BIT(CUE_TOOL);
    return search.cues;
}
