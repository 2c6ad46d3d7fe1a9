/* The text of an edition as HTML, its sentences and words marked. */
#include "web/transcript.h"

#include "base/encode.h"
#include "reading/script.h"

/* The element of a role; a heading lies `below` the title. NULL: not shown. */
static const struct {
    const char *element, *class;
    int below;
} shapes[ROLE_COUNT] = {
    [ROLE_TITLE] = {"h", "bn-title", 0},
    [ROLE_LEAD] = {"p", "bn-lead", 0},
    [ROLE_HEADING] = {"h", "bn-heading", 1},
    [ROLE_BODY] = {"p", "bn-body", 0},
    [ROLE_CAPTION] = {"p", "bn-caption", 0},
    [ROLE_BYLINE] = {"p", "bn-byline", 0},
    [ROLE_META] = {"p", "bn-meta", 0},
    [ROLE_CHROME] = {NULL, NULL, 0},
    [ROLE_LINK] = {"p", "bn-link", 0},
};

static void add_tag(struct buf *out, enum role role, int top, bool opens)
{
    const char *element = shapes[role].element;

    buf_format(out, opens ? "<%s" : "</%s", element);
    if (element[0] == 'h')
        buf_format(out, "%d", top + shapes[role].below);
    if (opens)
        buf_format(out, " class=\"bn-block %s\"", shapes[role].class);
    buf_add(out, opens ? STR(">") : STR(">\n"));
}

/* The text from `*at` to `end`, which it moves there. */
static void add_up_to(struct buf *out, const char **at, const char *end)
{
    encode_markup(out, (str){*at, (size_t)(end - *at)});
    *at = end;
}

static void add_sentence(struct buf *out, const struct sentence *sentence,
                         const char *prefix, size_t number)
{
    const char *at = sentence->written.s;

    buf_format(out, "<span id=\"%ss%zu\" data-s=\"%zu\">", prefix, number,
               number);
    for (size_t w = 0; w < sentence->word_count; w++) {
        str written = sentence->words[w].written;

        add_up_to(out, &at, written.s);
        buf_add(out, STR("<span data-w>"));
        add_up_to(out, &at, written.s + written.len);
        buf_add(out, STR("</span>"));
    }
    add_up_to(out, &at, sentence->written.s + sentence->written.len);
    buf_add(out, STR("</span>"));
}

static void add_block(struct buf *out, const struct script *script,
                      size_t block, str text, size_t first, const char *prefix)
{
    const char *at = text.s;

    for (size_t i = first;
         i < script->sentence_count && script->sentences[i].block == block;
         i++) {
        const struct sentence *sentence = script_sentence(script, i);

        add_up_to(out, &at, sentence->written.s);
        add_sentence(out, sentence, prefix, i);
        at = sentence->written.s + sentence->written.len;
    }
    add_up_to(out, &at, text.s + text.len);
}

/* For each block its first sentence, or behind all: they are not spoken in the
 * order of the blocks. */
static size_t *first_sentences(const struct edition *edition, struct arena *mem)
{
    const struct script *script = edition->script;
    size_t *first = ARENA_ARRAY(mem, size_t, edition->article->block_count);

    for (size_t b = 0; b < edition->article->block_count; b++)
        first[b] = script->sentence_count;
    for (size_t i = script->sentence_count; i-- > 0;)
        first[script->sentences[i].block] = i;
    return first;
}

bool transcript_write(struct sink *sink, const struct edition *edition,
                      const char *prefix, int top, struct arena mem,
                      struct error *err)
{
    const struct article *article = edition->article;
    const size_t *first = first_sentences(edition, &mem);
    size_t own_blocks = article->story_count > 0
                            ? article->stories[0].first_block
                            : article->block_count;

    for (size_t b = 0; b < article->block_count; b++) {
        const struct block *block = &article->blocks[b];
        struct arena tmp = mem;
        struct buf out = {.mem = &tmp};

        if (!shapes[block->role].element)
            continue;
        add_tag(&out, block->role, top + (b >= own_blocks), true);
        add_block(&out, edition->script, b, block->text, first[b], prefix);
        add_tag(&out, block->role, top + (b >= own_blocks), false);
        if (!sink_write(sink, out.s, out.len, err))
            return false;
    }
    return true;
}
