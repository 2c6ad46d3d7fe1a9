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
#define CLIMB 1.2F /* more words around it by so much are part of it */

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

/* How much of what stands closest to each line is links: in the innermost
 * element that has another line too. 0 where that is the main part or what
 * it stands in. */
static void find_crowds(struct page *page, const uint32_t *where,
                        const struct element *elements, size_t count,
                        uint32_t best, struct arena tmp)
{
    struct crowd {
        float words, linked;
        uint32_t lines, closest;
        bool shared; /* the main part, or what it stands in */
    } *crowds = ARENA_ARRAY(&tmp, struct crowd, count);

    for (size_t i = 0; i < page->count; i++) {
        float words = (float)count_words(page->lines[i].text);

        crowds[where[i]].words += words;
        crowds[where[i]].linked += words * page->lines[i].look.linked;
        crowds[where[i]].lines++;
    }
    for (size_t i = count; i-- > 1;) {
        struct crowd *parent = &crowds[elements[i].parent];

        parent->words += crowds[i].words;
        parent->linked += crowds[i].linked;
        parent->lines += crowds[i].lines;
    }
    crowds[0].shared = true;
    for (uint32_t at = best; at != 0; at = elements[at].parent)
        crowds[at].shared = true;
    for (size_t i = 1; i < count; i++)
        crowds[i].closest = crowds[i].lines > 1
                                ? (uint32_t)i
                                : crowds[elements[i].parent].closest;
    for (size_t i = 0; i < page->count; i++) {
        const struct crowd *crowd = &crowds[crowds[where[i]].closest];

        if (!crowd->shared)
            page->lines[i].look.crowd = crowd->linked / crowd->words;
    }
}

struct search {
    const struct element *elements;
    float *score; /* words that stand closely in it */
    float *total; /* all words in it */
    uint8_t *bad; /* it stands in what speaks against it */
};

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

static uint32_t best_element(const struct search *search, size_t count)
{
    uint32_t best = 0;

    for (size_t i = 0; i < count; i++)
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

/* What each element says of the lines in it: its hints and those above it, up
 * to what it shares with the main part. */
static void inherit(uint32_t *hints, bool *inside, uint32_t best,
                    const struct element *elements, size_t count,
                    struct arena tmp)
{
    bool *shared = ARENA_ARRAY(&tmp, bool, count);

    for (uint32_t at = best; at != 0; at = elements[at].parent)
        shared[at] = true;
    inside[best] = true;
    for (size_t i = 1; i < count; i++) {
        uint32_t parent = elements[i].parent;

        inside[i] = inside[i] || inside[parent];
        if (!shared[i])
            hints[i] = hints[parent] | elements[i].hints;
    }
}

void container_find(struct page *page, const uint32_t *where,
                    const struct element *elements, size_t count, bool whole,
                    struct arena tmp)
{
    struct search search = {.elements = elements};
    uint32_t *hints = ARENA_ARRAY(&tmp, uint32_t, count), best, usual;
    bool *inside = ARENA_ARRAY(&tmp, bool, count);
    float most;

    search.score = ARENA_ARRAY(&tmp, float, count);
    search.total = ARENA_ARRAY(&tmp, float, count);
    search.bad = ARENA_ARRAY(&tmp, uint8_t, count);
    for (size_t i = 1; i < count; i++)
        search.bad[i] =
            search.bad[elements[i].parent] || elements[i].hints & HINTS_AGAINST;
    for (size_t i = 0; i < page->count; i++)
        add_line(&search, where[i], worth(page, i));
    for (size_t i = count; i-- > 1;)
        search.total[elements[i].parent] += search.total[i];
    best = best_element(&search, count);
    most = search.score[best];
    best = whole ? 0 : climb(&search, best);
    inherit(hints, inside, best, elements, count, tmp);
    for (size_t i = 0; i < page->count; i++) {
        struct look *look = &page->lines[i].look;

        look->hints |= hints[where[i]];
        look->inside = inside[where[i]];
        look->near = whole ? 1 : nearness(&search, where[i], most);
    }
    find_crowds(page, where, elements, count, best, tmp);
    usual = usual_hints(page);
    for (size_t i = 0; i < page->count; i++)
        if (page->lines[i].look.inside)
            page->lines[i].look.hints &= ~usual;
}
