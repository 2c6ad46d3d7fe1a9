/* From the bytes of a page to an article. */
#include "article/article.h"

#include "article/facts.h"
#include "article/label.h"
#include "article/measure.h"
#include "article/opening.h"
#include "page/hints.h"
#include "page/input.h"

#define WORDS_LEAST 20       /* of lead and body: less is no article */
#define NOTICE_WORDS_LEAST 4 /* of a sentence of a notice */
#define TEXT_SHARE 6 /* at least one word of the page in so many is text */
#define BRIEF_PARAGRAPHS 2
#define BYLINES_MOST 8 /* that are looked at */

/* Share of the page that is text plus share of paragraphs that follow one
 * another. With markup a title that the page confirms adds to that. */
#define WHOLE_LEAST 0.5
#define WHOLE_LEAST_MARKED 1.0
#define TITLE_TOP 0.3 /* it is the heading of the page */
#define TITLE_SAID 0.5

static const char *const role_names[ROLE_COUNT] = {
    [ROLE_TITLE] = "title",     [ROLE_LEAD] = "lead",
    [ROLE_HEADING] = "heading", [ROLE_BODY] = "body",
    [ROLE_CAPTION] = "caption", [ROLE_BYLINE] = "byline",
    [ROLE_META] = "meta",       [ROLE_CHROME] = "chrome",
    [ROLE_LINK] = "link",
};

const char *article_role_name(enum role role)
{
    return role_names[role];
}

/* What there is of text, in words. */
struct tally {
    size_t all;    /* on the page, or in its main part */
    size_t read;   /* in lead and body */
    size_t joined; /* in those that follow one another */
    size_t paragraphs;
    double title; /* how sure it is that this is the title of the page */
};

static double trust_title(const struct line *line)
{
    if (line->look.linked > 0.5F)
        return 0;
    if (line->says_title)
        return TITLE_SAID;
    return line->look.hints & HINT_BIT(HINT_H1) &&
                   !line_has_cue(line, CUE_SECTION)
               ? TITLE_TOP
               : 0;
}

/* Whether a paragraph below a line of this role goes on with its text. */
static bool goes_on(const struct page *page, enum role above)
{
    return above == ROLE_LEAD || above == ROLE_BODY ||
           (page->marked && above == ROLE_HEADING);
}

static struct tally count_text(const struct page *page,
                               const struct label *labels)
{
    struct tally tally = {0};
    enum role above = ROLE_CHROME;

    for (size_t i = 0; i < page->count; i++) {
        const struct line *line = &page->lines[i];
        enum role role = labels[i].role;
        bool is_text = role == ROLE_LEAD || role == ROLE_BODY;

        if (is_text || !page->marked || line->look.inside)
            tally.all += line->words;
        tally.read += is_text ? line->words : 0;
        tally.joined += is_text && goes_on(page, above) ? line->words : 0;
        tally.paragraphs += is_text;
        if (role == ROLE_TITLE)
            tally.title = trust_title(line);
        above = role == ROLE_CAPTION ? above : role;
    }
    return tally;
}

/* A text that somebody wrote to be read out, however short: mostly sentences,
 * and only a few lines. Web pages of that kind are mostly empty ones. */
static bool is_notice(const struct page *page, const struct label *labels,
                      const struct tally *tally)
{
    bool sentence = false;

    for (size_t i = 0; i < page->count; i++) {
        const struct line *line = &page->lines[i];

        sentence =
            sentence ||
            (line->ending == END_STOP && line->words >= NOTICE_WORDS_LEAST &&
             (labels[i].role == ROLE_LEAD || labels[i].role == ROLE_BODY));
    }
    return sentence && (page->whole || !page->marked) &&
           page->count <= NOTICE_LINES_MOST && tally->read * 2 >= tally->all;
}

/* An article is most of its page, and its paragraphs follow one another; on a
 * page of links to articles they stand apart. */
static bool is_article(const struct page *page, const struct label *labels)
{
    struct tally tally = count_text(page, labels);
    bool brief = tally.paragraphs <= BRIEF_PARAGRAPHS;
    double whole;

    if (is_notice(page, labels, &tally))
        return true;
    if (tally.read < WORDS_LEAST)
        return false;
    whole = (double)tally.read / (double)tally.all +
            (double)tally.joined / (double)tally.read;
    if (tally.title < TITLE_SAID && tally.read * TEXT_SHARE < tally.all)
        return false;
    if (!page->marked)
        return brief || whole >= WHOLE_LEAST;
    return whole + tally.title >= WHOLE_LEAST_MARKED ||
           (brief && tally.title >= TITLE_SAID);
}

/* The story that begins with this line of a feed: an item, and its title. */
static void begin_story(struct article *article, struct label *label,
                        const struct page *page, const struct line *line,
                        size_t block)
{
    const struct claims *claims = &page->items[line->item - 1];

    article->stories[article->story_count++] =
        (struct story){.first_block = block,
                       .author = claims->author,
                       .date = claims->date,
                       .address = claims->address};
    if (line->look.hints & HINT_BIT(HINT_HEADING))
        *label = (struct label){ROLE_TITLE, "the title of an item"};
}

/* Bytes of a paper's name before the text. */
static size_t opening_of(const struct line *line, enum role role)
{
    return role == ROLE_LEAD || role == ROLE_BODY ? opening_length(line->text)
                                                  : 0;
}

/* Who wrote it may stand above the text and below it: once is enough. */
static bool is_said(const struct line *line, const struct line *said[],
                    size_t *count)
{
    for (size_t i = 0; i < *count; i++)
        if (said[i]->item == line->item && str_eq(said[i]->fold, line->fold))
            return true;
    if (*count < BYLINES_MOST)
        said[(*count)++] = line;
    return false;
}

static void drop_repeats(struct label *labels, const struct page *page)
{
    const struct line *said[BYLINES_MOST];
    size_t count = 0;

    for (size_t i = 0; i < page->count; i++)
        if (labels[i].role == ROLE_BYLINE &&
            is_said(&page->lines[i], said, &count))
            labels[i] = (struct label){ROLE_CHROME, "the byline once more"};
}

/* One block a line. */
static void make_blocks(struct article *article, const struct page *page,
                        struct label *labels, struct arena *mem)
{
    uint32_t item = 0;

    article->blocks = ARENA_ARRAY(mem, struct block, page->count);
    article->block_count = page->count;
    article->left_out = page->left_out;
    article->left_out_count = page->left_out_count;
    article->stories = ARENA_ARRAY(mem, struct story, page->item_count);
    for (size_t i = 0; i < page->count; i++) {
        const struct line *line = &page->lines[i];
        size_t opening = opening_of(line, labels[i].role);

        if (line->item != item && line->item > 0)
            begin_story(article, &labels[i], page, line, i);
        item = line->item;
        if (opening > 0)
            article->source = opening_name(str_slice(line->text, 0, opening));
        article->blocks[i] =
            (struct block){.role = labels[i].role,
                           .text = line->text,
                           .reason = str_from(labels[i].reason),
                           .line = line->number,
                           .opening = opening};
    }
}

bool article_read(struct article *article, str bytes, const char *name,
                  struct arena *mem, struct error *err)
{
    struct article found = {0};
    struct page page = {0};
    struct label *labels;

    if (bytes.len == 0)
        return error_set(err, ERROR_INPUT, "%s: the file is empty", name);
    if (!input_read(&page, bytes, name, mem, err))
        return false;
    measure_page(&page, mem);
    labels = label_lines(&page, mem);
    if (!is_article(&page, labels))
        return error_set(err, ERROR_INPUT,
                         "%s: no article found in it, nothing to read aloud",
                         name);
    drop_repeats(labels, &page);
    make_blocks(&found, &page, labels, mem);
    facts_fill(&found, mem);
    facts_believe(&found, &page.claims, mem);
    *article = found;
    return true;
}
