/* What can be measured on the lines of a page. */
#include "article/measure.h"

#include "article/scan.h"
#include "base/utf8.h"
#include "page/hints.h"
#include "page/texthash.h"

#define PROSE_WORDS 25
#define SENTENCE_WORDS 4   /* in a text without any prose */
#define PROSE_WORDS_TWO 15 /* when it is two sentences */
#define HEADLINE_WORDS_LEAST 3
#define HEADLINE_WORDS_MOST 32
#define NAME_WORDS_MOST 5
#define NAMES_WORDS_MOST 9 /* of several people */
#define VERSE_WORDS_LEAST 3
#define VERSE_WORDS_MOST 9
#define VERSE_LINES 4
#define TEASER_TITLE_WORDS 7
#define TEASER_WORDS_LEAST 16
#define TEASER_WORDS_MOST 60
#define TEASER_PAIRS 2
#define REPEAT_WORDS 4
#define ENDING_SHARE 3 /* at most a third of the prose lies below */
#define PAIR_BITS_PER_WORD 16
#define PAIR_BITS_LEAST ((size_t)1 << 12)

bool line_is_prose(const struct line *line)
{
    bool sentence = line->ending == END_STOP || line->ending == END_QUESTION;

    return sentence &&
           (line->words >= PROSE_WORDS ||
            (line->sentences >= 2 && line->words >= PROSE_WORDS_TWO));
}

bool line_is_name(const struct line *line)
{
    bool joined, comma, several, ended;

    if (line->words == 0 || line->words > NAMES_WORDS_MOST ||
        line->numbers > 0 || line->capitals + 1 < line->words)
        return false;
    joined = str_has(line->fold, STR(" và "));
    comma = line->commas > (line->ending == END_CLAUSE);
    several = joined || comma || str_has(line->text, STR(" - ")) ||
              str_has(line->text, STR(" – "));
    ended = line->ending == END_CLAUSE && !several &&
            line->look.hints & HINT_BIT(HINT_WRITER);
    return (line->ending == END_OPEN || ended) &&
           line->words <= (several ? NAMES_WORDS_MOST : NAME_WORDS_MOST) &&
           line->capitals + joined == line->words;
}

/* Takes one word off that starts with a capital letter. */
static bool take_capital_word(str *text)
{
    if (!utf8_is_upper(utf8_peek(*text)))
        return false;
    while (utf8_is_letter(utf8_peek(*text)) || utf8_peek(*text) == '.')
        utf8_next(text);
    return true;
}

size_t measure_name(str text)
{
    static const char *const joints[] = {"-", "–", "(", "/", "|", "•", "·"};
    str rest = text, name = {0};
    int words = 0;

    while (words < NAME_WORDS_MOST && take_capital_word(&rest)) {
        name = str_slice(text, 0, text.len - rest.len);
        rest = str_trim(rest);
        words++;
    }
    for (size_t i = 0; i < sizeof joints / sizeof joints[0]; i++)
        if (words >= 2 && str_starts(rest, str_from(joints[i])))
            return name.len;
    return words >= 2 && utf8_is_digit(utf8_peek(rest)) ? name.len : 0;
}

bool line_opens_with_name(const struct line *line)
{
    return line->ending == END_OPEN && line->words <= NAMES_WORDS_MOST &&
           measure_name(line->text) > 0;
}

bool line_is_headline(const struct line *line)
{
    return (line->ending == END_OPEN || line->ending == END_QUESTION) &&
           line->sentences <= 1 && line->words <= HEADLINE_WORDS_MOST &&
           line->words >= HEADLINE_WORDS_LEAST + line->numbers;
}

bool line_has_cue(const struct line *line, enum cue cue)
{
    return line->cues & CUE_BIT(cue);
}

static void measure_line(struct line *line, const struct cue_index *index,
                         struct arena *mem)
{
    scan_line(line, mem);
    line->cues = cues_find(index, line->fold);
}

/* ---- The surroundings ---------------------------------------------------- */

/* Finds headlines that stand on the page again, perhaps with a full stop:
 * open addressing, indices plus one. */
static void find_repeats(struct page *page, struct arena tmp)
{
    size_t slots = 8;
    uint32_t *table;

    while (slots < 2 * page->count)
        slots *= 2;
    table = ARENA_ARRAY(&tmp, uint32_t, slots);
    for (size_t i = 0; i < page->count; i++) {
        struct line *line = &page->lines[i];
        size_t at;

        if (line->words < REPEAT_WORDS || line->words > HEADLINE_WORDS_MOST)
            continue;
        at = (size_t)texthash(line->fold) & (slots - 1);
        while (table[at] &&
               !str_eq(page->lines[table[at] - 1].fold, line->fold))
            at = (at + 1) & (slots - 1);
        if (table[at]) {
            line->repeats = true;
            page->lines[table[at] - 1].repeated = true;
        } else if (line_is_headline(line)) {
            table[at] = (uint32_t)i + 1;
        }
    }
}

/* Hashes of all pairs of neighbouring words of a fold; how many. */
static size_t hash_pairs(uint64_t pairs[FOLD_WORDS], str fold)
{
    uint64_t pair = TEXTHASH_START, word = TEXTHASH_START;
    size_t words = 0;

    for (size_t at = 0; at <= fold.len && fold.len > 0; at++) {
        if (at < fold.len && fold.s[at] != ' ') {
            pair = texthash_add(pair, fold.s[at]);
            word = texthash_add(word, fold.s[at]);
            continue;
        }
        if (words++ > 0)
            pairs[words - 2] = texthash_end(pair);
        pair = texthash_add(word, ' ');
        word = TEXTHASH_START;
    }
    return words > 0 ? words - 1 : 0;
}

/* The word pairs of all prose are a set of bits. */
static void find_echoes(struct page *page, struct arena tmp)
{
    size_t words = 0, bits = PAIR_BITS_LEAST;
    uint64_t pairs[FOLD_WORDS];
    uint8_t *set;

    for (size_t i = 0; i < page->count; i++)
        words += page->lines[i].words;
    while (bits < words * PAIR_BITS_PER_WORD)
        bits *= 2;
    set = ARENA_ARRAY(&tmp, uint8_t, bits / 8);
    for (size_t i = 0; i < page->count; i++) {
        struct line *line = &page->lines[i];
        size_t count = line_is_prose(line) ? hash_pairs(pairs, line->fold) : 0;

        for (size_t k = 0; k < count; k++)
            set[(pairs[k] & (bits - 1)) / 8] |= (uint8_t)(1 << pairs[k] % 8);
        line->echo = count > 0; /* all of its own are in the set */
    }
    for (size_t i = 0; i < page->count; i++) {
        struct line *line = &page->lines[i];
        size_t count = line_is_prose(line) ? 0 : hash_pairs(pairs, line->fold);
        size_t known = 0;

        for (size_t k = 0; k < count; k++)
            known += set[(pairs[k] & (bits - 1)) / 8] >> pairs[k] % 8 & 1;
        if (count > 0)
            line->echo = (float)known / (float)count;
    }
}

static bool may_be_verse(const struct line *line)
{
    return line->words >= VERSE_WORDS_LEAST &&
           line->words <= VERSE_WORDS_MOST && line->numbers == 0 &&
           !(line->cues & CUES_OF_PAGES) &&
           line->capitals * 2 <= line->words + 1 && line->ending != END_COLON;
}

/* How far a run of verse reaches that starts at `from`: lines of one length,
 * or of six and eight syllables by turns. */
static size_t verse_end(const struct page *page, size_t from)
{
    size_t at = from;
    uint32_t least = VERSE_WORDS_MOST, most = 0;

    for (; at < page->count && may_be_verse(&page->lines[at]); at++) {
        uint32_t words = page->lines[at].words;

        least = words < least ? words : least;
        most = words > most ? words : most;
        if (most - least > 2)
            break;
    }
    return at;
}

static void find_verse(struct page *page)
{
    for (size_t from = 0; from < page->count;) {
        size_t end = verse_end(page, from);

        if (end - from >= VERSE_LINES)
            for (size_t i = from; i < end; i++)
                page->lines[i].in_verse = true;
        from = end > from ? end : from + 1;
    }
}

static bool is_teaser(const struct page *page, size_t at)
{
    const struct line *title = &page->lines[at];

    return at + 1 < page->count && line_is_headline(title) &&
           title->ending == END_OPEN && title->words >= TEASER_TITLE_WORDS &&
           title[1].ending == END_STOP &&
           title[1].words >= TEASER_WORDS_LEAST &&
           title[1].words <= TEASER_WORDS_MOST;
}

/* Headline, one short paragraph, headline, one short paragraph, and no text
 * after them: what lists of other articles look like. */
static void find_teasers(struct page *page)
{
    size_t last_prose = page->count;

    while (last_prose > 0 && !line_is_prose(&page->lines[last_prose - 1]))
        last_prose--;
    for (size_t from = 0; from < page->count;) {
        size_t end = from;

        while (is_teaser(page, end))
            end += 2;
        if (end - from >= 2 * TEASER_PAIRS && end >= last_prose)
            for (size_t i = from; i < end; i++)
                page->lines[i].in_teasers = true;
        from = end > from ? end : from + 1;
    }
}

/* Where no line is prose, as in a short notice, any sentence is. */
static bool is_text(const struct line *line, bool has_prose)
{
    return has_prose
               ? line_is_prose(line)
               : line->ending == END_STOP && line->words >= SENTENCE_WORDS;
}

static void find_prose_below(struct page *page, bool has_prose)
{
    uint32_t away = 0;

    for (size_t i = page->count; i-- > 0;) {
        page->lines[i].to_prose = away;
        away = is_text(&page->lines[i], has_prose) ? 1 : away + (away > 0);
    }
}

/* Counts prose, and finds where an article seems to be over: at the first
 * cue that heads an ending and has nearly all prose above it. */
static void find_ending(struct page *page)
{
    uint32_t count = 0, last = 0, above = 0, total = 0;
    bool ended = false;

    for (size_t i = 0; i < page->count; i++)
        total += line_is_prose(&page->lines[i]) ? page->lines[i].words : 0;
    page->brief = total == 0 && page->count <= NOTICE_LINES_MOST &&
                  (page->whole || !page->marked);
    find_prose_below(page, total > 0);
    for (size_t i = 0; i < page->count; i++) {
        struct line *line = &page->lines[i];

        line->prose_above = count;
        line->from_prose = count > 0 ? (uint32_t)i - last : 0;
        line->below_ending = ended;
        if (is_text(line, total > 0)) {
            count++;
            above += line->words;
            last = (uint32_t)i;
        } else if (line->cues & CUE_BIT(CUE_ENDING)) {
            ended = ended || (total - above) * ENDING_SHARE < total;
        }
    }
}

/* ---- What the page says about itself --------------------------------------
 */

#define LEAD_WORDS_LEAST 6
#define BYLINE_WORDS 12

/* A text as a line, measured on its own. */
static str fold_of(str text, const struct cue_index *index, struct arena *mem)
{
    struct line line = {.text = text};

    measure_line(&line, index, mem);
    return line.fold;
}

/* The title of a page may go on with the name of the paper. */
static bool says_title(str fold, str title)
{
    return fold.len > 0 && str_starts(title, fold) &&
           (fold.len == title.len || title.s[fold.len] == ' ') &&
           2 * fold.len >= title.len;
}

/* A description may be cut, or lack what stands before a dash. */
static bool says_lead(const struct line *line, str description)
{
    str head = utf8_head(description, description.len / 2);

    return line->words >= LEAD_WORDS_LEAST && head.len > 0 &&
           str_has(line->fold, head);
}

/* The first of the names that are said to have written it, folded; empty when
 * it is only the paper. */
static str writer_of(const struct claims *claims, const struct cue_index *index,
                     struct arena *mem)
{
    str rest, name = str_cut(claims->author, ';', &rest);
    str site = fold_of(claims->site, index, mem);

    name = fold_of(str_cut(name, ',', &rest), index, mem);
    return str_has(name, STR(" ")) && !str_has(site, name) ? name : (str){0};
}

static void find_claims(struct page *page, const struct cue_index *index,
                        struct arena tmp)
{
    str title = fold_of(page->claims.title, index, &tmp);
    str description = fold_of(page->claims.description, index, &tmp);
    str writer = writer_of(&page->claims, index, &tmp);
    uint32_t from_title = 0;

    for (size_t i = 0; i < page->count; i++) {
        struct line *line = &page->lines[i];

        line->says_title = line->words >= HEADLINE_WORDS_LEAST &&
                           says_title(line->fold, title);
        line->says_lead = !line->says_title && says_lead(line, description);
        line->says_writer = writer.len > 0 && line->words <= BYLINE_WORDS &&
                            str_has(line->fold, writer);
        if (line->says_title || line->look.hints & HINT_BIT(HINT_H1))
            from_title = 1;
        else
            line->from_title = from_title > 0 ? from_title++ : 0;
    }
}

void measure_page(struct page *page, struct arena *mem)
{
    struct cue_index *index = cues_index(mem);

    for (size_t i = 0; i < page->count; i++)
        measure_line(&page->lines[i], index, mem);
    find_repeats(page, *mem);
    find_echoes(page, *mem);
    find_verse(page);
    find_teasers(page);
    find_ending(page);
    find_claims(page, index, *mem);
}
