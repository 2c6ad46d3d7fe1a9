/* Several articles as one: an edition of many stories. */
#include "article/gather.h"

#include "base/hash.h"
#include "base/io.h"
#include "base/utf8.h"

/* What is being put together; the buffers hold structs. */
struct gathering {
    struct buf blocks, stories, left_out;
    struct buf sums; /* of the inputs, as text */
    struct arena *keep;
};

str gather_sum(str bytes, struct arena *keep)
{
    struct hash hash = hash_of(bytes);
    char hex[HASH_HEX_BYTES];

    hash_hex(hex, &hash);
    return str_copy(str_from(hex), keep);
}

static bool read_one(struct article *article, const char *path,
                     struct arena *mem, struct error *err)
{
    str bytes;

    if (!io_read_file(&bytes, path, mem, err) ||
        !article_read(article, bytes, io_input_name(path), mem, err))
        return false;
    article->sum = gather_sum(bytes, mem);
    return true;
}

/* ---- blocks and stories -------------------------------------------------- */

static void add_block(struct gathering *to, struct block block)
{
    block.text = str_copy(block.text, to->keep);
    buf_add(&to->blocks, (str){(const char *)&block, sizeof block});
}

static void add_story(struct gathering *to, const struct story *story)
{
    struct story copy = {
        .first_block = to->blocks.len / sizeof(struct block),
        .title = str_copy(story->title, to->keep),
        .author = str_copy(story->author, to->keep),
        .date = str_copy(story->date, to->keep),
        .source = str_copy(story->source, to->keep),
        .address = str_copy(story->address, to->keep),
    };

    buf_add(&to->stories, (str){(const char *)&copy, sizeof copy});
}

/* What an article that stood alone is among others. */
static struct story story_of(const struct article *article)
{
    return (struct story){.title = article->title,
                          .author = article->author,
                          .date = article->date,
                          .source = article->source,
                          .address = article->address};
}

/* Appends an article, or all items of a feed. The title of a feed is that of
 * the edition; among other articles it goes unread to the first item. */
static void add_article(struct gathering *to, const struct article *article,
                        bool among_others)
{
    struct story alone = story_of(article);
    const struct story *next = article->stories,
                       *end = next + article->story_count;

    buf_add(&to->sums, article->sum);
    buf_add(&to->left_out,
            (str){(const char *)article->left_out,
                  article->left_out_count * sizeof *article->left_out});
    if (article->story_count == 0)
        add_story(to, &alone);
    for (size_t i = 0; i < article->block_count; i++) {
        struct block block = article->blocks[i];
        bool is_feeds =
            next == article->stories && next < end && i < next->first_block;

        if (is_feeds && among_others && block.role == ROLE_TITLE) {
            block.role = ROLE_META;
            block.reason = STR("the title of a feed among other articles");
        }
        if (next < end && (i == next->first_block || (i == 0 && among_others)))
            add_story(to, next++);
        add_block(to, block);
    }
}

/* ---- what the edition is called ------------------------------------------ */

static str name_after(const struct story *stories, size_t count,
                      struct arena *keep)
{
    struct buf title = {.mem = keep};

    buf_add(&title, stories[0].title);
    if (count > 1)
        buf_format(&title, " và %zu bài khác", count - 1);
    return buf_str(&title);
}

/* The date of the newest story, and the source that all have. */
static void fill_facts(struct article *article)
{
    const struct story *stories = article->stories;

    article->author = article->story_count == 1 ? stories[0].author : (str){0};
    article->source = stories[0].source;
    for (size_t i = 0; i < article->story_count; i++) {
        if (str_cmp(stories[i].date, article->date) > 0)
            article->date = stories[i].date;
        if (!str_eq(stories[i].source, article->source))
            article->source = (str){0};
    }
}

static void finish(struct article *article, const struct gathering *from,
                   str title)
{
    struct article made = {
        .blocks = (struct block *)(void *)from->blocks.s,
        .block_count = from->blocks.len / sizeof(struct block),
        .stories = (struct story *)(void *)from->stories.s,
        .story_count = from->stories.len / sizeof(struct story),
        .left_out = (struct left_out *)(void *)from->left_out.s,
        .left_out_count = from->left_out.len / sizeof(struct left_out),
        .sum = gather_sum(buf_str(&from->sums), from->keep),
    };

    made.title = title.len > 0
                     ? str_copy(title, from->keep)
                     : name_after(made.stories, made.story_count, from->keep);
    fill_facts(&made);
    *article = made;
}

bool gather_articles(struct article *article, const struct gather *inputs,
                     struct arena *mem, struct error *err)
{
    struct arena keep = *mem, scratch = arena_halve(&keep);
    struct gathering all = {
        {.mem = &keep}, {.mem = &keep}, {.mem = &keep}, {.mem = &keep}, &keep};
    struct article one = {0};
    str title = utf8_clean(inputs->title, &keep);
    bool alone = inputs->count == 1 && title.len == 0;

    if (!inputs->edition)
        return read_one(article, inputs->paths[0], mem, err);
    if (title.len > 0)
        add_block(&all, (struct block){.role = ROLE_TITLE,
                                       .text = title,
                                       .reason = STR("given with --title")});
    for (size_t i = 0; i < inputs->count; i++) {
        struct arena tmp = scratch;

        if (!read_one(&one, inputs->paths[i], &tmp, err))
            return false;
        add_article(&all, &one, !alone);
    }
    finish(article, &all, alone ? one.title : title);
    mem->next = keep.next;
    return true;
}
