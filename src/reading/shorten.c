/* A script without some of its blocks. */
#include "reading/shorten.h"

/* Where the story of a block begins, and where it ends. */
static void story_of(size_t *first, size_t *end, const struct article *article,
                     size_t block)
{
    *first = 0;
    *end = article->block_count;
    for (size_t i = 0; i < article->story_count; i++) {
        size_t start = article->stories[i].first_block;

        if (start <= block)
            *first = start;
        else if (start < *end)
            *end = start;
    }
}

/* The lead of its story, or the paragraph that stands in its place. */
static bool leads(const struct article *article, size_t block)
{
    size_t first, end;

    story_of(&first, &end, article, block);
    for (size_t i = first; i < end; i++)
        if (article->blocks[i].role == ROLE_LEAD ||
            article->blocks[i].role == ROLE_BODY)
            return i == block;
    return false;
}

/* The heading before a paragraph, when nothing else stands under it. */
static void leave_heading(struct shortening *shortening, size_t block)
{
    const struct article *article = shortening->article;
    size_t first, end, heading = block;

    story_of(&first, &end, article, block);
    while (heading > first &&
           (shortening->left_out[heading] || !shortening->read[heading]))
        heading--;
    if (article->blocks[heading].role == ROLE_HEADING)
        shortening->left_out[heading] = true;
}

static bool leave_paragraph(struct shortening *shortening)
{
    const struct article *article = shortening->article;

    for (size_t i = article->block_count; i-- > 0;) {
        enum role role = article->blocks[i].role;

        if (shortening->left_out[i] || !shortening->read[i] ||
            (role != ROLE_BODY && role != ROLE_CAPTION) || leads(article, i))
            continue;
        shortening->left_out[i] = true;
        leave_heading(shortening, i);
        return true;
    }
    return false;
}

static bool leave_story(struct shortening *shortening)
{
    const struct article *article = shortening->article;
    size_t end = article->block_count;

    for (size_t i = article->story_count; i-- > 1;) {
        size_t first = article->stories[i].first_block;

        if (!shortening->left_out[first]) {
            for (size_t k = first; k < end; k++)
                shortening->left_out[k] = true;
            return true;
        }
        end = first;
    }
    return false;
}

struct shortening shorten_begin(const struct article *article,
                                const struct script *script, enum shorten_by by,
                                struct arena *mem)
{
    struct shortening shortening = {
        .article = article,
        .script = script,
        .by = by,
        .read = ARENA_ARRAY(mem, bool, article->block_count),
        .left_out = ARENA_ARRAY(mem, bool, article->block_count),
    };

    for (size_t i = 0; i < script->sentence_count; i++)
        shortening.read[script->sentences[i].block] = true;
    return shortening;
}

bool shorten_more(struct shortening *shortening)
{
    bool left = shortening->by == SHORTEN_PARAGRAPHS
                    ? leave_paragraph(shortening)
                : shortening->by == SHORTEN_STORIES ? leave_story(shortening)
                                                    : false;

    shortening->units += left;
    return left;
}

static void add_skips(struct script *made, const struct shortening *shortening,
                      struct arena *mem)
{
    const struct article *article = shortening->article;
    const struct script *script = shortening->script;

    made->skips = ARENA_ARRAY(mem, struct skip,
                              script->skip_count + article->block_count);
    made->skip_count = 0;
    for (size_t i = 0; i < script->skip_count; i++)
        if (!shortening->left_out[script->skips[i].block])
            made->skips[made->skip_count++] = script->skips[i];
    for (size_t i = 0; i < article->block_count; i++)
        if (shortening->left_out[i] && article->blocks[i].text.len > 0)
            made->skips[made->skip_count++] = (struct skip){
                i, article->blocks[i].text, "left out, to keep the time"};
}

struct script shorten_script(const struct shortening *shortening, size_t **kept,
                             struct arena *mem)
{
    const struct script *script = shortening->script;
    struct script made = *script;
    size_t chapter = 0;

    made.sentences = ARENA_ARRAY(mem, struct sentence, script->sentence_count);
    made.chapters = ARENA_ARRAY(mem, struct chapter, script->chapter_count);
    made.sentence_count = made.chapter_count = 0;
    *kept = ARENA_ARRAY(mem, size_t, script->sentence_count);
    for (size_t i = 0; i < script->sentence_count; i++) {
        const struct chapter *next = NULL;

        while (chapter < script->chapter_count &&
               script->chapters[chapter].first_sentence <= i)
            chapter++;
        if (chapter > 0)
            next = &script->chapters[chapter - 1];
        if (shortening->left_out[script->sentences[i].block])
            continue;
        if (next && next->first_sentence == i) {
            made.chapters[made.chapter_count] = *next;
            made.chapters[made.chapter_count++].first_sentence =
                made.sentence_count;
        }
        (*kept)[made.sentence_count] = i;
        made.sentences[made.sentence_count++] = script->sentences[i];
    }
    add_skips(&made, shortening, mem);
    return made;
}
