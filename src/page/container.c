/* Which part of a web page holds its text: the element that most words of
 * sentences stand closely in. */
#include "page/container.h"

#include "page/hints.h"

#define LEVELS 6
#define SENTENCE_WORDS 8
#define LINK_WORDS 5
#define LINKED 0.6F
#define TEASER_SHARE 0.2F
#define BAD_SHARE 0.3F
#define TITLE_WORDS 5 /* an h1 with fewer may be the name of the paper */
#define CLIMB 1.2F    /* more words around it by so much are part of it */

#define HINTS_AGAINST                                                          \
    (HINT_BIT(HINT_OTHERS) | HINT_BIT(HINT_TALK) | HINT_BIT(HINT_TOOL) |       \
     HINT_BIT(HINT_TAGS) | HINT_BIT(HINT_FRAME) | HINT_BIT(HINT_ADS) |         \
     HINT_BIT(HINT_HIDDEN))

/* What a line counts for the elements around it, from its own outwards. */
static const float by_level[LEVELS] = {1, 1, 0.6F, 0.4F, 0.25F, 0.15F};

static size_t count_words(str text)
{
    size_t words = 1;

    for (size_t i = 0; i < text.len; i++)
        words += text.s[i] == ' ';
    return words;
}

static bool is_linked(const struct line *line)
{
    return line->look.linked > LINKED && count_words(line->text) >= LINK_WORDS;
}

/* How many words of sentences a line has: links and scraps count little, and
 * so does what a link to another article says of it. */
static float worth(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];
    size_t words = count_words(line->text);
    float plain = 1 - line->look.linked, value = (float)words * plain * plain;

    if (words < SENTENCE_WORDS)
        return 0;
    return at > 0 && is_linked(&line[-1]) ? value * TEASER_SHARE : value;
}

struct search {
    struct page *page;
    const uint32_t *where; /* the element that each line stands in */
    const struct element *elements;
    size_t count;
    float *score;  /* words that stand closely in it */
    float *total;  /* all words in it */
    bool *bad;     /* it stands in what speaks against it */
    bool *shared;  /* it has the main part in it, or is it */
    bool *inside;  /* it is the main part, or in it */
    bool *heading; /* it has the title of the page in it */
    uint32_t *hints;
};

static struct search new_search(struct page *page, const uint32_t *where,
                                const struct element *elements, size_t count,
                                struct arena *tmp)
{
    return (struct search){
        .page = page,
        .where = where,
        .elements = elements,
        .count = count,
        .score = ARENA_ARRAY(tmp, float, count),
        .total = ARENA_ARRAY(tmp, float, count),
        .bad = ARENA_ARRAY(tmp, bool, count),
        .shared = ARENA_ARRAY(tmp, bool, count),
        .inside = ARENA_ARRAY(tmp, bool, count),
        .heading = ARENA_ARRAY(tmp, bool, count),
        .hints = ARENA_ARRAY(tmp, uint32_t, count),
    };
}

/* ---- The main part ------------------------------------------------------- */

static void add_line(struct search *search, uint32_t at, float value)
{
    if (search->bad[at])
        value *= BAD_SHARE;
    search->total[at] += value;
    for (int level = 0; level < LEVELS; level++) {
        search->score[at] += value * by_level[level];
        if (at == 0)
            break;
        at = search->elements[at].parent;
    }
}

static void weigh(struct search *search)
{
    const struct element *elements = search->elements;

    for (size_t i = 1; i < search->count; i++)
        search->bad[i] = search->bad[elements[i].parent] ||
                         elements[i].hints & HINTS_AGAINST;
    for (size_t i = 0; i < search->page->count; i++)
        add_line(search, search->where[i], worth(search->page, i));
    for (size_t i = search->count; i-- > 1;)
        search->total[elements[i].parent] += search->total[i];
}

static uint32_t best_element(const struct search *search)
{
    uint32_t best = 0;

    for (size_t i = 0; i < search->count; i++)
        if (search->score[i] >= search->score[best])
            best = (uint32_t)i;
    return best;
}

/* Text that is parted into boxes has its main part further up. */
static uint32_t climb(const struct search *search, uint32_t best)
{
    uint32_t found = best;

    for (uint32_t at = best; at != 0; at = search->elements[at].parent)
        if (search->total[at] > search->total[found] * CLIMB)
            found = at;
    return found;
}

/* ---- What it tells of each line ------------------------------------------ */

static void mark_up(const struct search *search, bool *marks, uint32_t at)
{
    for (; at != 0 && !marks[at]; at = search->elements[at].parent)
        marks[at] = true;
}

/* What the title stands in is the head of the article, though named a frame. */
static void find_heading(struct search *search)
{
    for (size_t i = 0; i < search->page->count; i++) {
        const struct line *line = &search->page->lines[i];
        uint32_t at = search->where[i];

        if (search->elements[at].hints & HINT_BIT(HINT_H1) &&
            count_words(line->text) >= TITLE_WORDS)
            mark_up(search, search->heading, at);
    }
}

/* What each element says of the lines in it: its hints and those above it, up
 * to what it shares with the main part. */
static void inherit(struct search *search, uint32_t main)
{
    find_heading(search);
    mark_up(search, search->shared, main);
    search->shared[0] = true;
    search->inside[main] = true;
    for (size_t i = 1; i < search->count; i++) {
        uint32_t parent = search->elements[i].parent;
        uint32_t own = search->elements[i].hints;

        search->inside[i] = search->inside[i] || search->inside[parent];
        if (search->heading[i])
            own &= ~HINT_BIT(HINT_FRAME);
        if (!search->shared[i])
            search->hints[i] = search->hints[parent] | own;
    }
}

/* The share of the best that stands around a line, at the most of its level. */
static float nearness(const struct search *search, uint32_t at, float best)
{
    float most = 0;

    for (int level = 0; level < LEVELS - 2; level++) {
        if (search->score[at] > most)
            most = search->score[at];
        at = search->elements[at].parent;
    }
    return best > 0 ? most / best : 0;
}

static void tell_lines(const struct search *search, float most, bool whole)
{
    for (size_t i = 0; i < search->page->count; i++) {
        struct look *look = &search->page->lines[i].look;
        uint32_t at = search->where[i];

        look->hints |= search->hints[at];
        look->inside = search->inside[at];
        look->near = whole ? 1 : nearness(search, at, most);
    }
}

/* ---- Links around -------------------------------------------------------- */

struct crowd {
    float words, linked;
    uint32_t lines, closest;
};

/* The words of each element, and the closest with more lines than one. */
static struct crowd *count_crowds(const struct search *search,
                                  struct arena *tmp)
{
    struct crowd *crowds = ARENA_ARRAY(tmp, struct crowd, search->count);

    for (size_t i = 0; i < search->page->count; i++) {
        const struct line *line = &search->page->lines[i];
        struct crowd *crowd = &crowds[search->where[i]];
        float words = (float)count_words(line->text);

        crowd->words += words;
        crowd->linked += words * line->look.linked;
        crowd->lines++;
    }
    for (size_t i = search->count; i-- > 1;) {
        struct crowd *parent = &crowds[search->elements[i].parent];

        parent->words += crowds[i].words;
        parent->linked += crowds[i].linked;
        parent->lines += crowds[i].lines;
    }
    for (size_t i = 1; i < search->count; i++)
        crowds[i].closest = crowds[i].lines > 1
                                ? (uint32_t)i
                                : crowds[search->elements[i].parent].closest;
    return crowds;
}

/* How much of what stands closest to each line is links: in the innermost
 * element that has another line too. 0 where that has the main part in it. */
static void find_crowds(const struct search *search, struct arena tmp)
{
    const struct crowd *crowds = count_crowds(search, &tmp);

    for (size_t i = 0; i < search->page->count; i++) {
        uint32_t closest = crowds[search->where[i]].closest;

        if (!search->shared[closest])
            search->page->lines[i].look.crowd =
                crowds[closest].linked / crowds[closest].words;
    }
}

/* A name that most of the main part stands under says nothing against it. */
static uint32_t usual_hints(const struct page *page)
{
    float all = 0, with[HINT_COUNT] = {0};
    uint32_t usual = 0;

    for (size_t i = 0; i < page->count; i++) {
        const struct look *look = &page->lines[i].look;
        float value = look->inside ? worth(page, i) : 0;

        all += value;
        for (int hint = 0; hint < HINT_H1; hint++)
            if (look->hints & HINT_BIT(hint))
                with[hint] += value;
    }
    for (int hint = 0; hint < HINT_H1; hint++)
        if (with[hint] > all / 2)
            usual |= HINT_BIT(hint);
    return usual;
}

void container_find(struct page *page, const uint32_t *where,
                    const struct element *elements, size_t count, bool whole,
                    struct arena tmp)
{
    struct search search = new_search(page, where, elements, count, &tmp);
    uint32_t best, usual;

    weigh(&search);
    best = best_element(&search);
    inherit(&search, whole ? 0 : climb(&search, best));
    tell_lines(&search, search.score[best], whole);
    find_crowds(&search, tmp);
    usual = usual_hints(page);
    for (size_t i = 0; i < page->count; i++)
        if (page->lines[i].look.inside)
            page->lines[i].look.hints &= ~usual;
}
