/* The most likely way through a page: Viterbi's algorithm over the places that
 * lines stand in, in the order in which papers print them. */
#include "article/label.h"

#include <limits.h>

#include "article/evidence.h"

enum zone { BEFORE, TITLE, HEAD, LEAD, TEXT, SIGNED, AFTER, ZONE_COUNT };

/* Where a line can stand: its zone, what it is there, and how usual that is. */
static const struct state {
    enum zone zone;
    enum place_of_line as;
    enum role role;
    short usual;
    const char *reason; /* when nothing else speaks for it */
} states[] = {
    /* clang-format off */
    {BEFORE, AS_FRAME,   ROLE_CHROME,   0, "above the title"},
    {BEFORE, AS_META,    ROLE_META,     0, "above the title"},
    {TITLE,  AS_TITLE,   ROLE_TITLE,    4, "the headline above the text"},
    {HEAD,   AS_META,    ROLE_META,     0, "between title and text"},
    {HEAD,   AS_BYLINE,  ROLE_BYLINE,  -1, "between title and text"},
    {HEAD,   AS_CAPTION, ROLE_CAPTION, -2, "between title and text"},
    {HEAD,   AS_ASIDE,   ROLE_CHROME,   0, "between title and text"},
    {LEAD,   AS_LEAD,    ROLE_LEAD,     3, "the first paragraph"},
    {TEXT,   AS_BODY,    ROLE_BODY,     0, "inside the text"},
    {TEXT,   AS_HEADING, ROLE_HEADING,  0, "inside the text"},
    {TEXT,   AS_CAPTION, ROLE_CAPTION,  0, "inside the text"},
    {TEXT,   AS_META,    ROLE_META,    -2, "inside the text"},
    {TEXT,   AS_BYLINE,  ROLE_BYLINE,  -6, "inside the text"},
    {TEXT,   AS_ASIDE,   ROLE_CHROME,  -2, "inside the text"},
    {SIGNED, AS_BYLINE,  ROLE_BYLINE,   0, "below the text"},
    {AFTER,  AS_FRAME,   ROLE_CHROME,   0, "below the text"},
    {AFTER,  AS_META,    ROLE_META,    -5, "below the text"},
    /* clang-format on */
};

#define STATES (sizeof states / sizeof states[0])
#define NEVER (INT_MIN / 4)
#define NO (-100)

/* From one zone to the next; NO where papers don't go. */
static const short zone_step[ZONE_COUNT][ZONE_COUNT] = {
    /* clang-format off */
    /*  to:   BEFORE TITLE HEAD LEAD TEXT SIGNED AFTER */
    [BEFORE] = {   0,    0,  NO,  -6, -12,   NO,   NO},
    [TITLE]  = {  NO,   NO,   0,   0,  -2,   NO,  -12},
    [HEAD]   = {  NO,   NO,   0,   0,  -2,   NO,  -12},
    [LEAD]   = {  NO,   NO,  NO,  NO,   0,    0,   -2},
    [TEXT]   = {  NO,   NO,  NO,  NO,   0,    0,   -2},
    [SIGNED] = {  NO,   NO,  NO,  NO,  NO,    0,    0},
    [AFTER]  = {  NO,   NO,  NO,  NO,  NO,   -4,    0},
    /* clang-format on */
};

/* What two neighbours add to that, whatever their zones. */
static const struct {
    enum role from, to;
    short score;
} role_step[] = {
    {ROLE_HEADING, ROLE_HEADING, -6}, {ROLE_HEADING, ROLE_BYLINE, -14},
    {ROLE_HEADING, ROLE_CHROME, -5},  {ROLE_HEADING, ROLE_META, -5},
    {ROLE_HEADING, ROLE_BODY, 1},     {ROLE_CHROME, ROLE_CHROME, 1},
    {ROLE_CAPTION, ROLE_CAPTION, -1}, {ROLE_TITLE, ROLE_META, 1},
    {ROLE_META, ROLE_TITLE, 1},
};

static int step(const struct state *from, const struct state *to)
{
    int score = zone_step[from->zone][to->zone];

    if (score == NO)
        return NEVER;
    for (size_t i = 0; i < sizeof role_step / sizeof role_step[0]; i++)
        if (role_step[i].from == from->role && role_step[i].to == to->role)
            score += role_step[i].score;
    return score;
}

static bool may_start(const struct state *state)
{
    return state->zone <= TITLE || state->zone == LEAD;
}

/* The best way to each state on the next line; `came` says from where. */
static void advance(int best[STATES], unsigned char came[STATES],
                    int steps[STATES][STATES], const int score[AS_COUNT])
{
    int next[STATES];

    for (size_t to = 0; to < STATES; to++) {
        next[to] = NEVER;
        came[to] = 0;
        for (size_t from = 0; from < STATES; from++) {
            int sum = best[from] + steps[from][to];

            if (steps[from][to] > NEVER && sum > next[to]) {
                next[to] = sum;
                came[to] = (unsigned char)from;
            }
        }
        if (next[to] > NEVER)
            next[to] += score[states[to].as] + states[to].usual;
    }
    for (size_t to = 0; to < STATES; to++)
        best[to] = next[to];
}

static size_t best_end(const int best[STATES])
{
    size_t end = 0;

    for (size_t i = 1; i < STATES; i++)
        if (best[i] > best[end] && states[i].role != ROLE_HEADING)
            end = i;
    return end;
}

struct label *label_lines(const struct page *page, struct arena *mem)
{
    struct label *labels = ARENA_ARRAY(mem, struct label, page->count);
    struct arena tmp = *mem;
    unsigned char(*came)[STATES];
    int best[STATES], steps[STATES][STATES];
    size_t at;

    came = arena_take(&tmp, page->count, sizeof *came, 1);
    for (size_t from = 0; from < STATES; from++)
        for (size_t to = 0; to < STATES; to++)
            steps[from][to] = step(&states[from], &states[to]);
    for (size_t line = 0; line < page->count; line++) {
        int score[AS_COUNT];

        evidence_weigh(score, page, line);
        for (size_t i = 0; line == 0 && i < STATES; i++)
            best[i] = may_start(&states[i]) ? score[states[i].as] : NEVER;
        if (line > 0)
            advance(best, came[line], steps, score);
    }
    at = best_end(best);
    for (size_t line = page->count; line-- > 0; at = came[line][at]) {
        const char *reason = evidence_reason(page, line, states[at].as);

        labels[line].role = states[at].role;
        labels[line].reason = reason ? reason : states[at].reason;
    }
    return labels;
}
