/* Sentences, out of a line whose items are read. */
#include "reading/segment.h"

#include <string.h>

#include "base/utf8.h"

/* Past this many syllables a sentence is cut at the next mark. */
#define LONG_SYLLABLES 300

static const struct {
    const char *signs;
    enum mark mark;
} marks[] = {
    {",", MARK_COMMA},       {";", MARK_SEMICOLON},     {":", MARK_COLON},
    {".", MARK_STOP},        {"\u2026", MARK_ELLIPSIS}, {"?", MARK_QUESTION},
    {"!", MARK_EXCLAMATION}, {"()[]{}-|", MARK_DASH},
};

static enum mark mark_of(const struct token *token)
{
    str sign = token->lower;
    str rest = sign;

    utf8_next(&rest);
    if (sign.s[0] == '.' && sign.len > 1)
        return MARK_ELLIPSIS;
    sign.len -= rest.len;
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (str_has(str_from(marks[i].signs), sign))
            return marks[i].mark;
    return MARK_NONE;
}

static bool is_closing(const struct token *token)
{
    return token->kind == TOKEN_SIGN && token->glued &&
           str_has(STR("\"'\u201D\u2019\u00BB)]}"), token->lower);
}

/* Whether a sentence may begin with the token: no word in lower case does, nor
 * a bracket or quotation mark before one. */
static bool can_begin(const struct line *line, size_t at)
{
    while (line->tokens[at].kind == TOKEN_SIGN)
        at++;
    return line->tokens[at].kind != TOKEN_WORD || line_is_capital(line, at);
}

/* A sign between things that touch it on both sides joins them. */
static bool is_joint(const struct token *token)
{
    return token->glued && token[1].glued && token->lower.len == 1 &&
           str_has(STR("-/."), token->lower) && token[1].kind != TOKEN_SIGN;
}

/* Titles and kinds of place in short, which a name follows: "TP. Hà Nội". */
static const char titles[] =
    "tp|tx|tt|gs|pgs|ts|ths|bs|ks|ls|cn|mr|mrs|ms|dr|st|prof|nsnd|nsưt|kts|ncs|"
    "kp|tdp|vs|cty";

/* "1.", "I.", "a)" at the start of the line. */
static bool is_list_head(const struct item *items, size_t at)
{
    return at == 1 && (items[0].kind == KIND_NUMBER ||
                       str_eq(str_from(items[0].rule), STR("roman")) ||
                       str_eq(str_from(items[0].rule), STR("letter")));
}

struct cutter {
    struct passage *passage;
    const struct line *line;
    size_t block;
    struct word *words; /* of the whole line */
    size_t word_count;  /* so far */
    size_t first_word;  /* of the sentence */
    size_t first_token; /* likewise */
    size_t syllables;   /* likewise */
};

static size_t count_syllables(str spoken)
{
    size_t count = spoken.len > 0;

    for (size_t i = 0; i < spoken.len; i++)
        count += spoken.s[i] == ' ';
    return count;
}

/* The sentence ends before token `end`. */
static void end_sentence(struct cutter *cutter, size_t end)
{
    struct passage *passage = cutter->passage;

    if (cutter->word_count > cutter->first_word) {
        passage->sentences[passage->sentence_count++] = (struct sentence){
            .block = cutter->block,
            .written = line_span(cutter->line, cutter->first_token, end),
            .words = cutter->words + cutter->first_word,
            .word_count = cutter->word_count - cutter->first_word,
        };
    }
    cutter->first_word = cutter->word_count;
    cutter->first_token = end;
    cutter->syllables = 0;
}

static struct word *last_word(struct cutter *cutter)
{
    return cutter->word_count > cutter->first_word
               ? &cutter->words[cutter->word_count - 1]
               : NULL;
}

static void add_mark(struct cutter *cutter, enum mark mark)
{
    struct word *word = last_word(cutter);

    if (word && word->mark < MARK_STOP && mark > word->mark)
        word->mark = mark;
}

static void add_word(struct cutter *cutter, const struct item *item)
{
    cutter->words[cutter->word_count++] = (struct word){
        .written = line_span(cutter->line, item->first, item->end),
        .spoken = item->spoken,
        .shown = item->shown,
        .rule = item->rule,
        .entry = item->entry,
        .unsure = item->unsure,
        .mark = item->pause ? MARK_COMMA : MARK_NONE,
    };
    cutter->syllables += count_syllables(item->spoken);
}

/* "TP. Hà Nội", "J. K. Rowling": the dot after a title, or after the initial
 * of a name that is not Vietnamese, ends nothing. */
static bool follows_initial(const struct cutter *cutter,
                            const struct item *items, size_t i)
{
    const struct token *sign = &cutter->line->tokens[items[i].first];
    const struct token *word = sign - 1;

    if (i == 0 || !sign->glued || !str_eq(sign->lower, STR(".")) ||
        word->kind != TOKEN_WORD)
        return false;
    if (line_is_one_of(word->lower, titles) && !str_eq(word->text, word->lower))
        return true;
    return word->upper && utf8_count(word->text) == 1 &&
           (i < 2 || line_is_one_of(sign[1].lower, "(|,|;") ||
            str_eq(str_from(items[i - 2].rule), STR("foreign")) ||
            items[i - 2].kind == KIND_PUNCTUATION);
}

/* Whether the sign at `items[i]` ends the sentence; `next` is then the first
 * item of the next one. */
static bool is_end(const struct cutter *cutter, const struct item *items,
                   size_t count, size_t i, size_t *next)
{
    const struct token *tokens = cutter->line->tokens;
    size_t at = i + 1;

    if (is_list_head(items, i))
        return false;
    while (at < count && (is_closing(&tokens[items[at].first]) ||
                          (mark_of(&tokens[items[at].first]) >= MARK_STOP &&
                           tokens[items[at].first].kind == TOKEN_SIGN &&
                           tokens[items[at].first].glued)))
        at++;
    *next = at;
    if (at == count)
        return true;
    if (tokens[items[at].first].glued &&
        (tokens[items[at].first].kind != TOKEN_WORD ||
         (items[i].first > 0 && tokens[items[i].first - 1].upper)))
        return false;
    return can_begin(cutter->line, items[at].first);
}

/* Punctuation; gives the item to go on with. */
static size_t add_sign(struct cutter *cutter, const struct item *items,
                       size_t count, size_t i)
{
    const struct token *token = &cutter->line->tokens[items[i].first];
    enum mark mark = mark_of(token);
    size_t next;

    if (is_joint(token) && !(token[1].kind == TOKEN_WORD && mark == MARK_STOP))
        return i + 1;
    if (mark < MARK_STOP) {
        add_mark(cutter, mark);
        return i + 1;
    }
    if (follows_initial(cutter, items, i))
        return i + 1;
    if (!is_end(cutter, items, count, i, &next)) {
        add_mark(cutter, mark == MARK_STOP ? MARK_NONE : MARK_COMMA);
        return i + 1;
    }
    add_mark(cutter, mark);
    end_sentence(cutter, items[next - 1].end);
    return next;
}

static void guard_length(struct cutter *cutter, const struct item *items,
                         size_t i)
{
    struct word *word = last_word(cutter);

    if (!word || cutter->syllables < LONG_SYLLABLES)
        return;
    if (word->mark == MARK_NONE && cutter->syllables < SEGMENT_MAX_SYLLABLES)
        return;
    add_mark(cutter, MARK_COMMA);
    end_sentence(cutter, items[i - 1].end);
}

/* A copy that lasts. */
#define KEEP_ARRAY(keep, array, count)                                         \
    ((count) == 0 ? NULL                                                       \
                  : memcpy(arena_take(keep, count, sizeof *(array),            \
                                      _Alignof(max_align_t)),                  \
                           array, (count) * sizeof *(array)))

void segment_line(struct passage *passage, const struct line *line,
                  const struct items *read, size_t block, struct arena *keep,
                  struct arena scratch)
{
    const struct item *items = read->items;
    size_t item_count = read->count;
    struct sentence *sentences =
        ARENA_ARRAY(&scratch, struct sentence, item_count);
    struct skip *skips = ARENA_ARRAY(&scratch, struct skip, item_count);
    struct cutter cutter = {.passage = passage, .line = line, .block = block};
    size_t i = 0;

    *passage = (struct passage){0};
    if (item_count == 0)
        return;
    cutter.words = ARENA_ARRAY(keep, struct word, item_count);
    passage->sentences = sentences;
    passage->skips = skips;
    while (i < item_count) {
        const struct item *item = &items[i];

        if (item->skipped)
            passage->skips[passage->skip_count++] = (struct skip){
                block, line_span(line, item->first, item->end), item->skipped};
        else if (item->spoken.len > 0)
            add_word(&cutter, item);
        i = item->kind == KIND_PUNCTUATION && !item->skipped
                ? add_sign(&cutter, items, item_count, i)
                : i + 1;
        guard_length(&cutter, items, i);
    }
    add_mark(&cutter, MARK_STOP);
    end_sentence(&cutter, items[item_count - 1].end);
    passage->sentences = KEEP_ARRAY(keep, sentences, passage->sentence_count);
    passage->skips = KEEP_ARRAY(keep, skips, passage->skip_count);
}
