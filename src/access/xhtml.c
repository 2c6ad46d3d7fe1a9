/* The text of an edition as XHTML. */
#include "access/xhtml.h"

#include "base/encode.h"
#include "reading/script.h"

#define UNTITLED STR("Bài báo")

/* What the block of a role is; NULL: not shown. */
static const struct element {
    const char *tag, *attributes;
} elements[ROLE_COUNT] = {
    [ROLE_TITLE] = {"h1", ""},
    [ROLE_HEADING] = {"h2", ""},
    [ROLE_LEAD] = {"p", " class=\"lead\""},
    [ROLE_BODY] = {"p", ""},
    [ROLE_CAPTION] = {"p", " class=\"caption\""},
    [ROLE_BYLINE] = {"p", " class=\"byline\""},
    [ROLE_META] = {"p", " class=\"meta\""},
    [ROLE_CHROME] = {NULL, NULL},
    [ROLE_LINK] = {"p", " class=\"link\""},
};

str xhtml_title(const struct track *story)
{
    return story->title.len > 0 ? story->title : UNTITLED;
}

/* Whether a word is written behind what stands up to `at`. */
static bool is_written(const struct word *word, const char *at)
{
    return word->written.len > 0 && word->written.s >= at;
}

size_t xhtml_words(size_t *words, const struct sentence *sentence)
{
    const char *at = sentence->written.s;
    size_t count = 0;

    for (size_t w = 0; w < sentence->word_count; w++) {
        const struct word *word = &sentence->words[w];

        if (!is_written(word, at))
            continue;
        at = word->written.s + word->written.len;
        words[count++] = w;
    }
    return count;
}

/* Text from `at` up to `end`, both in one block; `at` goes on to `end`. */
static void add_up_to(struct buf *out, const char **at, const char *end)
{
    if (end > *at)
        encode_markup(out, (str){*at, (size_t)(end - *at)});
    *at = end;
}

static void add_words(struct buf *out, const struct sentence *sentence,
                      size_t number)
{
    const char *at = sentence->written.s;

    for (size_t w = 0; w < sentence->word_count; w++) {
        str written = sentence->words[w].written;

        if (!is_written(&sentence->words[w], at))
            continue;
        add_up_to(out, &at, written.s);
        buf_format(out, "<span id=\"s%zuw%zu\">", number, w + 1);
        add_up_to(out, &at, written.s + written.len);
        buf_add(out, STR("</span>"));
    }
    add_up_to(out, &at, sentence->written.s + sentence->written.len);
}

static void add_sentence(struct buf *out, const struct edition *edition,
                         size_t index, const struct xhtml_style *style)
{
    const struct sentence *sentence = script_sentence(edition->script, index);

    buf_format(out, "<span id=\"s%zu\">", index + 1);
    if (style->link) {
        buf_add(out, STR("<a href=\""));
        style->link(out, index, style->context);
        buf_add(out, STR("\">"));
    }
    if (style->words)
        add_words(out, sentence, index + 1);
    else
        encode_markup(out, sentence->written);
    buf_add(out, style->link ? STR("</a></span>") : STR("</span>"));
}

/* One block; `sentence` goes on behind those that stand in it. */
static void add_block(struct buf *out, const struct edition *edition,
                      size_t index, size_t *sentence, struct element element,
                      const struct xhtml_style *style)
{
    const struct block *block = &edition->article->blocks[index];
    const struct script *script = edition->script;
    const char *at = block->text.s;

    buf_format(out, "<%s%s>", element.tag, element.attributes);
    for (; *sentence < script->sentence_count &&
           script->sentences[*sentence].block == index;
         ++*sentence) {
        str written = script->sentences[*sentence].written;

        add_up_to(out, &at, written.s);
        add_sentence(out, edition, *sentence, style);
        at = written.s + written.len;
    }
    add_up_to(out, &at, block->text.s + block->text.len);
    buf_format(out, "</%s>\n", element.tag);
}

/* The block that says the title; end_block when none does. */
static size_t find_title(const struct article *article,
                         const struct track *story)
{
    size_t i = story->first_block;

    while (i < story->end_block && article->blocks[i].role != ROLE_TITLE)
        i++;
    return i;
}

void xhtml_add(struct buf *out, const struct edition *edition,
               const struct track *story, const struct xhtml_style *style)
{
    const struct article *article = edition->article;
    size_t title = find_title(article, story);
    size_t sentence = story->first_sentence;

    if (title == story->end_block) {
        buf_add(out, STR("<h1>"));
        encode_markup(out, xhtml_title(story));
        buf_add(out, STR("</h1>\n"));
    }
    for (size_t i = story->first_block; i < story->end_block; i++) {
        enum role role = article->blocks[i].role;

        if (role == ROLE_TITLE && i != title)
            role = ROLE_HEADING;
        if (elements[role].tag)
            add_block(out, edition, i, &sentence, elements[role], style);
    }
}
