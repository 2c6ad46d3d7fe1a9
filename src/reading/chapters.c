/* Where the chapters of a script begin, and what they are called. */
#include "reading/chapters.h"

#include "base/utf8.h"

/* A paragraph's chapter is called by its first words. */
#define TITLE_CHARACTERS 60

static bool has_headings(const struct article *article)
{
    for (size_t i = 0; i < article->block_count; i++)
        if (article->blocks[i].role == ROLE_HEADING)
            return true;
    return false;
}

/* Whether a block begins a chapter, after a block of the role `before`. */
static bool is_start(enum role role, enum role before, enum chapter_mode mode)
{
    if (mode == CHAPTERS_ARTICLE)
        return false;
    if (role == ROLE_HEADING)
        return before != ROLE_HEADING;
    return mode == CHAPTERS_PARAGRAPH && role == ROLE_BODY &&
           before != ROLE_HEADING;
}

/* The text in one line, of a longer one the first characters. */
static str one_line(str text, size_t most, struct arena *keep)
{
    struct buf out = {.mem = keep};
    bool blank = false;

    for (size_t count = 0; text.len > 0 && count < most;) {
        int32_t code = utf8_next(&text);

        if (utf8_is_space(code)) {
            blank = out.len > 0;
            continue;
        }
        if (blank)
            buf_char(&out, ' ');
        utf8_add(&out, code);
        count += 1 + blank;
        blank = false;
    }
    return buf_str(&out);
}

static str first_words(str text, struct arena *keep)
{
    struct buf out = {.mem = keep};
    str rest = text, head = {0};

    for (size_t i = 0; i <= TITLE_CHARACTERS && rest.len > 0; i++) {
        if (rest.s[0] == ' ')
            head = str_slice(text, 0, text.len - rest.len);
        utf8_next(&rest);
    }
    if (rest.len == 0)
        return text;
    if (head.len == 0)
        head = str_slice(text, 0, text.len - rest.len);
    while (head.len > 0 && str_has(STR(",;:-("), str_skip(head, head.len - 1)))
        head.len--;
    buf_add(&out, head);
    buf_add(&out, STR("\u2026"));
    return buf_str(&out);
}

static str title_of(const struct block *block, struct arena *keep)
{
    if (block->role == ROLE_TITLE || block->role == ROLE_HEADING)
        return one_line(block->text, SIZE_MAX, keep);
    return first_words(one_line(block->text, TITLE_CHARACTERS + 2, keep), keep);
}

/* Goes on to the story that the block stands in: whether that is another. */
static bool enter_story(size_t *entered, const struct article *article,
                        size_t block)
{
    size_t before = *entered;

    while (*entered < article->story_count &&
           article->stories[*entered].first_block <= block)
        ++*entered;
    return *entered > before;
}

static void add(struct script *script, size_t sentence, unsigned level,
                const struct article *article, struct arena *keep)
{
    const struct block *blocks = article->blocks;
    size_t named = sentence;

    /* It is called by what the presenter leads to. */
    while (named + 1 < script->sentence_count &&
           blocks[script->sentences[named].block].role == ROLE_LINK)
        named++;
    script->chapters[script->chapter_count++] = (struct chapter){
        .title = title_of(&blocks[script->sentences[named].block], keep),
        .first_sentence = sentence,
        .level = level,
    };
}

/* What players can't show: chapters below articles go first, then chapters are
 * grouped evenly. */
static void group(struct script *script)
{
    size_t count = 0;

    if (script->chapter_count <= SCRIPT_MAX_CHAPTERS)
        return;
    for (size_t i = 0; i < script->chapter_count; i++)
        if (script->chapters[i].level == 1)
            script->chapters[count++] = script->chapters[i];
    script->chapter_count = count;
    if (count <= SCRIPT_MAX_CHAPTERS)
        return;
    for (size_t i = 0; i < SCRIPT_MAX_CHAPTERS; i++)
        script->chapters[i] = script->chapters[i * count / SCRIPT_MAX_CHAPTERS];
    script->chapter_count = SCRIPT_MAX_CHAPTERS;
}

static enum chapter_mode choose_mode(const struct article *article)
{
    return article->story_count > 0 || has_headings(article)
               ? CHAPTERS_HEADING
               : CHAPTERS_PARAGRAPH;
}

void chapters_find(struct script *script, const struct article *article,
                   enum chapter_mode mode, struct arena *keep)
{
    enum role before = ROLE_COUNT;
    size_t story = 0;

    if (mode == CHAPTERS_NONE)
        return;
    if (mode == CHAPTERS_AUTO)
        mode = choose_mode(article);
    script->chapters =
        ARENA_ARRAY(keep, struct chapter, script->sentence_count);
    for (size_t i = 0; i < script->sentence_count; i++) {
        size_t block = script->sentences[i].block;
        enum role role = article->blocks[block].role;

        if (i > 0 && block == script->sentences[i - 1].block)
            continue;
        if (enter_story(&story, article, block) || i == 0)
            add(script, i, 1, article, keep);
        else if (is_start(role, before, mode))
            add(script, i, story > 0 ? 2 : 1, article, keep);
        before = role;
    }
    group(script);
}
