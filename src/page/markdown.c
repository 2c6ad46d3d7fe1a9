/* Markdown, by md4c. */
#include <md4c.h>

#include "base/utf8.h"
#include "page/claims.h"
#include "page/collect.h"
#include "page/input.h"

#define WRAPPED_LEAST                                                          \
    40 /* a line of so many characters up to so many goes on */
#define WRAPPED_MOST 110 /* in the next one: an editor has broken it */
#define HEADINGS_LEAST 1
#define LINE_BYTES_MOST ((size_t)64 << 10) /* of no paragraph */
#define GAPS_LEAST 2                       /* blank lines between paragraphs */

struct reader {
    struct collector *lines;
    str source;
    size_t at, number; /* where the last text was, in bytes and in lines */
    bool *read;        /* for each line of the source, from 1 */
};

/* ---- Blocks and spans ---------------------------------------------------- */

static const struct {
    uint32_t is, hints;
} blocks[] = {
    [MD_BLOCK_DOC] = {TAG_BLOCK, 0},
    [MD_BLOCK_QUOTE] = {TAG_BLOCK, 0},
    [MD_BLOCK_UL] = {TAG_BLOCK, 0},
    [MD_BLOCK_OL] = {TAG_BLOCK, 0},
    [MD_BLOCK_LI] = {TAG_BLOCK, HINT_BIT(HINT_ITEM)},
    [MD_BLOCK_HR] = {TAG_BLOCK, 0},
    [MD_BLOCK_H] = {TAG_BLOCK, HINT_BIT(HINT_HEADING)},
    [MD_BLOCK_CODE] = {TAG_BLOCK, HINT_BIT(HINT_TOOL)},
    [MD_BLOCK_HTML] = {TAG_BLOCK, 0},
    [MD_BLOCK_P] = {TAG_BLOCK, HINT_BIT(HINT_PARAGRAPH)},
    [MD_BLOCK_TABLE] = {TAG_BLOCK, 0},
    [MD_BLOCK_THEAD] = {TAG_BLOCK, 0},
    [MD_BLOCK_TBODY] = {TAG_BLOCK, 0},
    [MD_BLOCK_TR] = {TAG_BLOCK | TAG_ROW, 0},
    [MD_BLOCK_TH] = {TAG_BLOCK, 0},
    [MD_BLOCK_TD] = {TAG_BLOCK, 0},
};

static int on_block(MD_BLOCKTYPE type, void *detail, void *context)
{
    struct reader *reader = context;
    uint32_t hints = blocks[type].hints;

    if (type == MD_BLOCK_H && ((MD_BLOCK_H_DETAIL *)detail)->level == 1)
        hints = HINT_BIT(HINT_H1);
    collect_open(reader->lines, blocks[type].is, hints);
    return collect_full(reader->lines);
}

static int on_block_end(MD_BLOCKTYPE type, void *detail, void *context)
{
    (void)type, (void)detail;
    collect_close(((struct reader *)context)->lines);
    return 0;
}

static int on_span(MD_SPANTYPE type, void *detail, void *context)
{
    static const uint32_t spans[] = {
        [MD_SPAN_EM] = TAG_SLANTED,
        [MD_SPAN_STRONG] = TAG_STRONG,
        [MD_SPAN_A] = TAG_LINK,
        [MD_SPAN_IMG] = TAG_BLOCK,
    };
    struct reader *reader = context;

    (void)detail;
    if (type == MD_SPAN_IMG)
        collect_image(reader->lines);
    collect_open(reader->lines,
                 type < sizeof spans / sizeof spans[0] ? spans[type] : 0,
                 type == MD_SPAN_IMG ? HINT_BIT(HINT_CAPTION) : 0);
    return 0;
}

static int on_span_end(MD_SPANTYPE type, void *detail, void *context)
{
    (void)type, (void)detail;
    collect_close(((struct reader *)context)->lines);
    return 0;
}

/* ---- Text ---------------------------------------------------------------- */

/* Counts lines up to `text`, where that is a part of the source. */
static void find_number(struct reader *reader, const char *text)
{
    size_t at;

    if (text < reader->source.s ||
        text >= reader->source.s + reader->source.len)
        return;
    at = (size_t)(text - reader->source.s);
    while (reader->at < at)
        reader->number += reader->source.s[reader->at++] == '\n';
    collect_number(reader->lines, reader->number);
    reader->read[reader->number] = true;
}

/* Whether an editor broke the line that the last text ended. */
static bool is_wrapped(const struct reader *reader)
{
    str head = str_slice(reader->source, 0, reader->at), line;
    size_t start, end = reader->at, length;

    for (start = head.len; start > 0 && head.s[start - 1] != '\n';)
        start--;
    while (end < reader->source.len && reader->source.s[end] != '\n')
        end++;
    line = str_slice(reader->source, start, end);
    length = utf8_count(line);
    return length >= WRAPPED_LEAST && length <= WRAPPED_MOST;
}

static void add_break(struct reader *reader, bool soft)
{
    if (soft && is_wrapped(reader))
        collect_text(reader->lines, STR(" "));
    else
        collect_break(reader->lines);
}

/* An entity stays as it is written, but for the commonest. */
static str entity(str text)
{
    static const struct {
        const char *name, *text;
    } known[] = {{"&nbsp;", " "},
                 {"&amp;", "&"},
                 {"&lt;", "<"},
                 {"&gt;", ">"},
                 {"&quot;", "\""}};

    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (str_eq(text, str_from(known[i].name)))
            return str_from(known[i].text);
    return text;
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *chars, MD_SIZE size,
                   void *context)
{
    struct reader *reader = context;
    str text = {chars, size};

    find_number(reader, chars);
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR)
        add_break(reader, type == MD_TEXT_SOFTBR);
    else if (type == MD_TEXT_ENTITY)
        collect_text(reader->lines, entity(text));
    else if (type != MD_TEXT_HTML && type != MD_TEXT_NULLCHAR)
        collect_text(reader->lines, text);
    return collect_full(reader->lines);
}

/* ---- The file ------------------------------------------------------------ */

static str without_quotes(str text)
{
    text = str_trim(text);
    if (text.len >= 2 && (text.s[0] == '"' || text.s[0] == '\'') &&
        text.s[text.len - 1] == text.s[0])
        text = str_slice(text, 1, text.len - 1);
    return text;
}

/* Bytes of "key: value" lines between two lines of "---" at the start. */
static size_t front_matter(struct claims *claims, str text, struct arena *mem)
{
    str rest = text;

    if (!str_starts(text, STR("---\n")))
        return 0;
    str_cut(rest, '\n', &rest);
    while (rest.len > 0) {
        str value, key = str_cut(rest, '\n', &rest);

        if (str_eq(str_trim(key), STR("---")))
            return text.len - rest.len;
        key = str_cut(key, ':', &value);
        claims_meta(claims, key, without_quotes(value), mem);
    }
    return 0;
}

static size_t count_lines(str text)
{
    size_t count = 1;

    for (size_t i = 0; i < text.len; i++)
        count += text.s[i] == '\n';
    return count;
}

static bool is_unread(const struct reader *reader, size_t number, str text)
{
    return !reader->read[number] && text.len > 0;
}

static size_t count_unread(const struct reader *reader)
{
    size_t count = 0, number = 0;

    for (str rest = reader->source; rest.len > 0;) {
        str text = page_trim(str_cut(rest, '\n', &rest));

        count += is_unread(reader, ++number, text);
    }
    return count;
}

/* Puts what had no text to read (images, rules, front matter) between the
 * lines of the page, so that nothing is dropped in silence. */
static bool add_unread(struct page *page, const struct reader *reader,
                       const char *name, struct arena *mem, struct error *err)
{
    size_t all = page->count + count_unread(reader), next = 0, count = 0;
    size_t number = 0;
    struct line *lines;

    if (all > PAGE_LINES_MOST)
        return page_too_long(name, err);
    lines = ARENA_ARRAY(mem, struct line, all);
    for (str rest = reader->source; rest.len > 0;) {
        str text = page_trim(str_cut(rest, '\n', &rest));

        if (is_unread(reader, ++number, text))
            lines[count++] = (struct line){
                .text = text,
                .number = number,
                .look = {.hints = HINT_BIT(HINT_HIDDEN)},
            };
        while (next < page->count && page->lines[next].number <= number)
            lines[count++] = page->lines[next++];
    }
    while (next < page->count)
        lines[count++] = page->lines[next++];
    page->lines = lines;
    page->count = count;
    return true;
}

static bool read_markdown(struct page *page, str bytes, const char *name,
                          struct arena *mem, struct error *err)
{
    const MD_PARSER parser = {
        .flags = MD_FLAG_TABLES | MD_FLAG_PERMISSIVEAUTOLINKS |
                 MD_FLAG_NOINDENTEDCODEBLOCKS,
        .enter_block = on_block,
        .leave_block = on_block_end,
        .enter_span = on_span,
        .leave_span = on_span_end,
        .text = on_text,
    };
    struct reader reader = {.lines = collect_new(mem), .number = 1};

    str text;

    reader.source = utf8_cleaned(bytes, mem);
    reader.read = ARENA_ARRAY(mem, bool, count_lines(reader.source) + 1);
    text = str_skip(reader.source,
                    front_matter(&page->claims, reader.source, mem));
    if (md_parse(text.s, (MD_SIZE)text.len, &parser, &reader) != 0 &&
        !collect_full(reader.lines))
        return error_set(err, ERROR_INTERNAL, "%s: no memory to read it", name);
    if (!collect_finish(page, reader.lines, true, name, err))
        return false;
    if (!add_unread(page, &reader, name, mem, err))
        return false;
    if (page->count == 0)
        return error_set(err, ERROR_INPUT, "%s: the file is empty", name);
    return true;
}

/* "# Title" */
static bool is_heading(str line)
{
    str rest = line;

    while (rest.len > 0 && rest.s[0] == '#')
        rest = str_skip(rest, 1);
    return rest.len < line.len && str_starts(rest, STR(" "));
}

/* It has headings, and blank lines between its paragraphs: text out of pages
 * has one of them at the most, unless it begins with a heading. A line without
 * an end is not worth the memory that md4c takes for each sign in it. */
static bool is_markdown(str bytes)
{
    size_t headings = 0, gaps = 0, joints = 0;
    bool blank = true, headed = str_starts(bytes, STR("# "));

    while (bytes.len > 0) {
        str line = str_trim(str_cut(bytes, '\n', &bytes));

        if (line.len > LINE_BYTES_MOST)
            return false;
        headings += is_heading(line);
        gaps += line.len == 0 && !blank;
        joints += line.len > 0 && !blank;
        blank = line.len == 0;
    }
    return headings >= HEADINGS_LEAST && gaps + headed >= GAPS_LEAST &&
           joints <= 2 * gaps;
}

const struct input_kind input_markdown = {
    .name = "markdown",
    .recognise = is_markdown,
    .read = read_markdown,
};
