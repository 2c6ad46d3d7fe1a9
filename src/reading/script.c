/* The reading stage: what the page says becomes how it is said. */
#include "reading/script.h"

#include <string.h>

#include "base/depot.h"
#include "base/utf8.h"
#include "reading/chapters.h"
#include "grammar/rules.h"
#include "reading/segment.h"
#include "reading/vi_phrase.h"
#include "tokens/coined.h"

/* A longer paragraph is read in pieces, so that memory stays flat. */
#define PIECE_BYTES 16384

#define TITLE_BYTES 70

/* Sentences that are in memory at a time, of a long script. */
#define SENTENCES_AT_ONCE 8

/* A part of a block, at most PIECE_BYTES long. */
struct piece {
    size_t block;
    bool opens; /* the first one of a story */
    str text;
    struct passage passage;
};

/* ---- one piece of text ----------------------------------------------------
 */

/* A head of `text` that ends with a sentence, or a word, if it can. */
static str cut_piece(str text)
{
    str head = utf8_head(text, PIECE_BYTES);
    size_t blank = 0;

    if (head.len == text.len)
        return text;
    for (size_t at = head.len; at > 1; at--) {
        if (head.s[at - 1] != ' ')
            continue;
        if (head.s[at - 2] == '.')
            return str_slice(head, 0, at);
        if (blank == 0)
            blank = at;
    }
    return str_slice(head, 0, blank > 0 ? blank : head.len);
}

static size_t count_pieces(str text)
{
    size_t count = 0;

    while (text.len > 0) {
        text = str_skip(text, cut_piece(text).len);
        count++;
    }
    return count;
}

static void read_piece(struct piece *piece, const struct reading *reading,
                       struct arena *keep, struct arena scratch)
{
    struct line line;
    struct items items;

    line_scan(&line, piece->text, &scratch);
    rules_read(&items, &line, reading, keep, &scratch);
    segment_line(&piece->passage, &line, &items, piece->block, keep, scratch);
}

/* ---- the pieces of an article, in the order of reading --------------------
 */

/* Why a block of this role is not read; NULL when it is. */
static const char *const unread_reasons[ROLE_COUNT] = {
    [ROLE_CAPTION] = "a picture caption",
    [ROLE_META] = "date, section or place of the page",
    [ROLE_CHROME] = "furniture of the site",
};

static const char *unread_reason(const struct block *block,
                                 const struct script_options *options)
{
    if (block->role == ROLE_CAPTION && options->captions)
        return NULL;
    return unread_reasons[block->role];
}

struct pieces {
    struct piece *at;
    size_t count;
};

static void add_pieces(struct pieces *pieces, const struct article *article,
                       size_t block)
{
    const struct block *from = &article->blocks[block];
    str text = str_skip(from->text, from->opening);

    while (text.len > 0) {
        str head = cut_piece(text);

        pieces->at[pieces->count++] =
            (struct piece){.block = block, .text = head};
        text = str_skip(text, head.len);
    }
}

/* Of the blocks of one story; bylines come last. */
static void list_story(struct pieces *pieces, const struct article *article,
                       size_t first, size_t end,
                       const struct script_options *options)
{
    size_t opening = pieces->count;

    for (int bylines = 0; bylines < 2; bylines++)
        for (size_t i = first; i < end; i++)
            if ((article->blocks[i].role == ROLE_BYLINE) == bylines &&
                !unread_reason(&article->blocks[i], options))
                add_pieces(pieces, article, i);
    if (opening < pieces->count)
        pieces->at[opening].opens = true;
}

static struct pieces list_pieces(const struct article *article,
                                 const struct script_options *options,
                                 struct arena *mem)
{
    struct pieces pieces = {0};
    size_t most = 0, first = 0;

    for (size_t i = 0; i < article->block_count; i++)
        most += count_pieces(article->blocks[i].text);
    pieces.at = ARENA_ARRAY(mem, struct piece, most);
    for (size_t i = 0; i < article->story_count; i++) {
        size_t end = article->stories[i].first_block;

        list_story(&pieces, article, first, end, options);
        first = end;
    }
    list_story(&pieces, article, first, article->block_count, options);
    return pieces;
}

/* ---- the byline -----------------------------------------------------------
 */

/* A byline that begins so says itself what it is. */
static const char own_credit[] = "tác giả|theo|nguồn|bài|tin|tin, ảnh|ảnh|"
                                 "thực hiện|phóng viên|pv|biên tập|biên dịch|"
                                 "tổng hợp|nhóm|người|by";

/* "Phan Trang" is read as "Tác giả Phan Trang". */
static void introduce_author(struct passage *passage, str text,
                             struct arena *keep, struct arena scratch)
{
    struct sentence *first = passage->sentences;
    struct line line;
    struct word *words;

    line_scan(&line, utf8_head(text, TITLE_BYTES), &scratch);
    if (passage->sentence_count == 0 ||
        line_has_at(&line, line.tokens[0].kind == TOKEN_SIGN, own_credit))
        return;
    words = ARENA_ARRAY(keep, struct word, first->word_count + 1);
    words[0] = (struct word){.written = str_slice(first->written, 0, 0),
                             .spoken = STR("Tác giả"),
                             .shown = STR("Tác giả"),
                             .rule = "byline"};
    memcpy(words + 1, first->words, first->word_count * sizeof *words);
    first->words = words;
    first->word_count++;
}

/* ---- coverage -------------------------------------------------------------
 */

/* Only blanks and punctuation. */
static bool is_silent(const char *start, const char *end)
{
    str text = {start, (size_t)(end - start)};

    while (text.len > 0) {
        int32_t code = utf8_next(&text);

        if (utf8_is_letter(code) || utf8_is_digit(code))
            return false;
    }
    return true;
}

/* Goes on behind `written`, if nothing that sounds stands before it. */
static bool cover(const char **at, str written)
{
    if (!is_silent(*at, written.s))
        return false;
    *at = written.s + written.len;
    return true;
}

/* Goes on behind the skips that start before `end`, `*skip` the next of them.
 */
static bool cover_skips(const char **at, size_t *skip,
                        const struct passage *passage, const char *end)
{
    while (*skip < passage->skip_count && passage->skips[*skip].written.s < end)
        if (!cover(at, passage->skips[(*skip)++].written))
            return false;
    return true;
}

/* Every character of the piece is in a word, or skipped, or silent. */
static bool is_covered(const struct piece *piece)
{
    const struct passage *passage = &piece->passage;
    const char *at = piece->text.s, *end = at + piece->text.len;
    size_t skip = 0;

    for (size_t i = 0; i < passage->sentence_count; i++)
        for (size_t j = 0; j < passage->sentences[i].word_count; j++) {
            str written = passage->sentences[i].words[j].written;

            if (!cover_skips(&at, &skip, passage, written.s) ||
                !cover(&at, written))
                return false;
        }
    return cover_skips(&at, &skip, passage, end) && is_silent(at, end);
}

/* ---- the whole script -----------------------------------------------------
 */

/* At some steps of a walk. */
static void rest_at(const struct script *script, size_t step)
{
    if (step % SENTENCES_AT_ONCE == 0)
        depot_rest(script->depot);
}

static void join_pieces(struct script *script, const struct pieces *pieces,
                        const struct article *article,
                        const struct script_options *options,
                        struct arena *keep)
{
    size_t sentences = 0, skips = article->block_count;

    for (size_t i = 0; i < pieces->count; i++) {
        sentences += pieces->at[i].passage.sentence_count;
        skips += pieces->at[i].passage.skip_count;
    }
    script->sentences = ARENA_ARRAY(keep, struct sentence, sentences);
    script->skips = ARENA_ARRAY(keep, struct skip, skips);
    for (size_t i = 0; i < article->block_count; i++) {
        const struct block *block = &article->blocks[i];
        const char *reason = unread_reason(block, options);

        if (reason && block->text.len > 0)
            script->skips[script->skip_count++] =
                (struct skip){i, block->text, reason};
        else if (block->opening > 0)
            script->skips[script->skip_count++] = (struct skip){
                i, str_trim(str_slice(block->text, 0, block->opening)),
                "the name of the paper before the text"};
    }
    for (size_t i = 0; i < pieces->count; i++) {
        const struct passage *passage = &pieces->at[i].passage;

        rest_at(script, i);
        for (size_t j = 0; j < passage->sentence_count; j++)
            script->sentences[script->sentence_count++] = passage->sentences[j];
        for (size_t j = 0; j < passage->skip_count; j++)
            script->skips[script->skip_count++] = passage->skips[j];
    }
}

struct article script_beginning(const struct article *article,
                                const struct script_options *options,
                                struct arena tmp)
{
    struct pieces pieces = list_pieces(article, options, &tmp);
    struct article beginning = *article;

    beginning.block_count = pieces.count > 0 ? pieces.at[0].block + 1 : 0;
    beginning.story_count = 0; /* they may begin later */
    return beginning;
}

static void find_phrases(struct passage *passage, const struct lexicon *lexicon,
                         struct arena scratch)
{
    for (size_t i = 0; i < passage->sentence_count; i++)
        vi_phrase_sentence(&passage->sentences[i], lexicon, scratch);
}

bool script_write(struct script *script, const struct article *article,
                  const struct lexicon *lexicon,
                  const struct script_options *options, struct arena *mem,
                  struct error *err)
{
    struct arena keep = *mem, scratch = arena_halve(&keep);
    struct pieces pieces = list_pieces(article, options, &scratch);
    const struct reading reading = {lexicon, options->region,
                                    ARENA_ONE(&scratch, struct coined)};
    struct script whole = {.depot = options->depot};

    for (size_t i = 0; i < pieces.count; i++) {
        struct piece *piece = &pieces.at[i];

        if (piece->opens)
            reading.coined->count = 0; /* each story explains its own */
        read_piece(piece, &reading, &keep, scratch);
        if (!is_covered(piece))
            return error_set(err, ERROR_INTERNAL,
                             "\"%.*s\": a part of it is neither read nor "
                             "listed as skipped",
                             STR_ARGS(utf8_head(piece->text, TITLE_BYTES)));
        if (article->blocks[piece->block].role == ROLE_BYLINE)
            introduce_author(&piece->passage, piece->text, &keep, scratch);
        find_phrases(&piece->passage, lexicon, scratch);
        if (!depot_put(whole.depot, &keep, err))
            return false;
    }
    join_pieces(&whole, &pieces, article, options, &keep);
    if (whole.sentence_count == 0)
        return error_set(err, ERROR_INPUT,
                         "article: nothing in it can be read aloud");
    chapters_find(&whole, article, options->chapters, &keep);
    mem->next = keep.next;
    *script = whole;
    return true;
}

/* ---- as text --------------------------------------------------------------
 */

static const char *const mark_signs[MARK_COUNT] = {
    [MARK_NONE] = "",      [MARK_JOINT] = "",        [MARK_ITEM] = ",",
    [MARK_COMMA] = ",",    [MARK_DASH] = " \u2013",  [MARK_SEMICOLON] = ";",
    [MARK_COLON] = ":",    [MARK_STOP] = ".",        [MARK_ELLIPSIS] = "\u2026",
    [MARK_QUESTION] = "?", [MARK_EXCLAMATION] = "!",
};

void script_text(struct buf *out, const struct sentence *sentence,
                 bool respelled)
{
    for (size_t i = 0; i < sentence->word_count; i++) {
        if (i > 0)
            buf_char(out, ' ');
        buf_add(out, respelled ? sentence->words[i].spoken
                               : sentence->words[i].shown);
        buf_add(out, str_from(mark_signs[sentence->words[i].mark]));
    }
}

str script_line(str line, const struct lexicon *lexicon,
                const struct script_options *options, struct arena *mem)
{
    struct arena keep = *mem, scratch = arena_halve(&keep);
    struct arena words = arena_halve(&keep);
    const struct reading reading = {lexicon, options->region,
                                    ARENA_ONE(&scratch, struct coined)};
    struct buf out = {.mem = &keep};

    while (line.len > 0) {
        struct piece piece = {.text = cut_piece(line)};
        struct arena piece_words = words;

        read_piece(&piece, &reading, &piece_words, scratch);
        for (size_t i = 0; i < piece.passage.sentence_count; i++) {
            if (out.len > 0)
                buf_char(&out, ' ');
            script_text(&out, &piece.passage.sentences[i], options->respelled);
        }
        line = str_skip(line, piece.text.len);
    }
    mem->next = keep.next;
    return buf_str(&out);
}

struct sentence *script_sentence(const struct script *script, size_t i)
{
    rest_at(script, i);
    return &script->sentences[i];
}

bool script_is_reading(const struct word *word)
{
    return word->unsure || (strcmp(word->rule, "plain") != 0 &&
                            !str_eq(word->written, word->spoken));
}

size_t script_count_unsure(const struct script *script)
{
    size_t count = 0;

    for (size_t i = 0; i < script->sentence_count; i++) {
        const struct sentence *sentence = script_sentence(script, i);

        for (size_t w = 0; w < sentence->word_count; w++)
            count += sentence->words[w].unsure;
    }
    return count;
}
