/* Title, author, date and source of an article, out of its blocks. */
#include "article/facts.h"

#include "article/dates.h"
#include "article/measure.h"
#include "article/opening.h"

/* Words before the name of a source; a colon may follow them. */
static const char *const source_words[] = {"Theo", "Nguồn", "Nguồn tin",
                                           "Source"};

/* The text without what is left of Markdown around it. */
static str without_marks(str text)
{
    while (text.len > 0 && (text.s[0] == '#' || text.s[0] == '*'))
        text = str_skip(text, 1);
    while (text.len > 0 && text.s[text.len - 1] == '*')
        text.len--;
    return str_trim(text);
}

/* What follows the last `part` in `text`; all of it without one. */
static str after_last(str text, str part)
{
    for (size_t at; (at = str_find(text, part)) < text.len;)
        text = str_skip(text, at + part.len);
    return text;
}

/* The name in a byline: without "Bài, ảnh:", "Tản văn của", "(thực hiện)". */
static str name_of(str byline)
{
    str rest;

    byline = after_last(without_marks(byline), STR(":"));
    byline = after_last(byline, STR(" của "));
    byline = str_trim(byline);
    while (str_ends(byline, STR(",")) || str_ends(byline, STR("|")))
        byline = str_trim(str_slice(byline, 0, byline.len - 1));
    if (byline.len > 0 && byline.s[0] != '(')
        byline = str_trim(str_cut(byline, '(', &rest));
    return byline;
}

/* "Theo Báo Mới": the name of the source; empty when it is none. */
static str source_of(str byline)
{
    byline = without_marks(byline);
    for (size_t i = 0; i < sizeof source_words / sizeof source_words[0]; i++) {
        str word = str_from(source_words[i]);
        str rest = str_skip(byline, str_starts(byline, word) ? word.len : 0);

        if (rest.len < byline.len && rest.len > 0 &&
            (rest.s[0] == ' ' || rest.s[0] == ':'))
            return name_of(rest);
    }
    return (str){0};
}

/* "(TTXVN)": who sent it, below the name of who wrote it. */
static bool is_bracketed(str text)
{
    return str_starts(text, STR("(")) && str_ends(text, STR(")"));
}

/* "Thiết kế: Mỹ Linh": who did something else than write. */
static bool is_credit(str text)
{
    static const char *const starts[] = {
        "Ảnh:",      "Ảnh -",    "Thiết kế", "Đồ họa", "Đồ hoạ",
        "Trình bày", "Kỹ thuật", "Video:",   "Clip:",
    };

    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++)
        if (str_starts(text, str_from(starts[i])))
            return true;
    return false;
}

static bool is_byline(const struct article *article, size_t at)
{
    return at < article->block_count && article->blocks[at].role == ROLE_BYLINE;
}

/* Whether the block below names this one as the source. */
static bool is_source_below(const struct article *article, size_t at)
{
    return at + 1 < article->block_count &&
           str_has(source_of(article->blocks[at + 1].text),
                   article->blocks[at].text);
}

/* The last byline names the author; one that names a source does so only when
 * the source itself stands in the next: "Theo Lan Anh", "Báo Mới". */
static void fill_names(struct article *article)
{
    for (size_t i = 0; i < article->block_count; i++) {
        str text = article->blocks[i].text, source = source_of(text);

        if (!is_byline(article, i) || is_credit(text))
            continue;
        if (is_source_below(article, i)) {
            article->source = name_of(text);
        } else if (article->author.len > 0 && is_bracketed(text)) {
            article->source = str_slice(text, 1, text.len - 1);
        } else if (source.len == 0) {
            article->author = name_of(text);
        } else if (is_byline(article, i + 1)) {
            article->author = source;
            article->source = name_of(article->blocks[++i].text);
        } else {
            article->source = source;
        }
    }
}

/* "Thu Hà - Thứ tư, 6/5/2026": the name before the date, empty without. */
static str name_before_date(str text)
{
    static const char *const days[] = {"Thứ", "Chủ", "Ngày", "Cập", "Đăng"};

    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++)
        if (str_starts(text, str_from(days[i])))
            return (str){0};
    return str_slice(text, 0, measure_name(text));
}

static size_t title_at(const struct article *article)
{
    for (size_t i = 0; i < article->block_count; i++)
        if (article->blocks[i].role == ROLE_TITLE)
            return i;
    return 0;
}

/* The date that stands nearest to the title: a page may also show today's. A
 * name before it wrote the article, when nothing else says who did. */
static void fill_date(struct article *article, struct arena *mem)
{
    size_t title = title_at(article), nearest = SIZE_MAX;

    for (size_t i = 0; i < article->block_count; i++) {
        size_t away = i < title ? title - i : i - title;
        struct stamp stamp;

        if (article->blocks[i].role != ROLE_META || away >= nearest ||
            !dates_find(&stamp, article->blocks[i].text) || stamp.year == 0)
            continue;
        nearest = away;
        article->date = dates_iso(&stamp, mem);
        if (article->author.len == 0)
            article->author = name_before_date(article->blocks[i].text);
    }
}

static void fill_all(struct article *article, struct arena *mem)
{
    size_t title = title_at(article);

    if (title < article->block_count &&
        article->blocks[title].role == ROLE_TITLE)
        article->title = without_marks(article->blocks[title].text);
    fill_names(article);
    fill_date(article, mem);
}

/* What a story says of itself, where its own blocks don't show it. */
static void fill_story(struct story *story, const struct article *blocks,
                       struct arena *mem)
{
    struct article found = *blocks;
    struct stamp stamp;

    fill_all(&found, mem);
    story->title = found.title;
    story->source = found.source;
    if (found.author.len > 0)
        story->author = found.author;
    if (found.date.len > 0)
        story->date = found.date;
    else
        story->date =
            dates_find(&stamp, story->date) ? dates_iso(&stamp, mem) : (str){0};
}

void facts_fill(struct article *article, struct arena *mem)
{
    struct article own = *article;

    for (size_t i = 0; i < article->story_count; i++) {
        struct story *story = &article->stories[i];
        size_t end = i + 1 < article->story_count ? story[1].first_block
                                                  : article->block_count;
        struct article blocks = {.blocks = &article->blocks[story->first_block],
                                 .block_count = end - story->first_block};

        fill_story(story, &blocks, mem);
    }
    if (article->story_count > 0)
        own.block_count = article->stories[0].first_block;
    fill_all(&own, mem);
    article->title = own.title;
    article->author = own.author;
    article->date = own.date;
    article->source = own.source;
}

void facts_believe(struct article *article, const struct claims *claims,
                   struct arena *mem)
{
    struct stamp stamp;

    article->image = claims->image;
    article->address = claims->address;
    for (size_t i = 0; i < article->block_count; i++)
        if (claims->section.len > 0 &&
            str_eq(article->blocks[i].text, claims->section))
            article->section = claims->section;
    if (article->date.len == 0 && dates_find(&stamp, claims->date))
        article->date = dates_iso(&stamp, mem);
}
