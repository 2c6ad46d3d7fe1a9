/* Collects lines out of nested elements, each with its look. */
#include "page/collect.h"

#include <string.h>

#include "base/utf8.h"
#include "page/container.h"

#define STACK_MOST 2048 /* deeper elements are as good as not there */
#define KINDS_MOST 32   /* of elements that are left out */
#define CELL_WORDS_MOST 12
#define IMAGE_STEPS 3 /* how far an image and its text lie apart */

/* An element that is open. */
struct frame {
    uint32_t is;
    uint32_t block; /* the block it is, or stands in */
    uint32_t hints; /* of the inline elements from the block down to it */
    size_t first_line;
};

/* The line that is being collected. */
struct draft {
    size_t number;
    size_t letters, linked, strong, slanted;
    uint32_t hints; /* of inline elements that all of it stands in */
    bool space;     /* before what comes next */
    bool joint;     /* what comes next stands in another inline element */
    bool place;     /* what stands here is where the article was sent from */
};

struct collector {
    struct frame stack[STACK_MOST];
    size_t depth, deeper;
    size_t links, strongs, slants; /* that are open */
    size_t number;                 /* of the line of the input */
    uint32_t item;                 /* of a feed */
    struct buf text;               /* of the line */
    struct draft draft;
    uint32_t image; /* the block that the last image stands in, when no line
                       came after it; 0 otherwise */
    struct buf lines, where, blocks;
    struct arena lines_room, blocks_room, where_room; /* each grows in place */
    bool full;
    struct left_out *left_out; /* KINDS_MOST of them */
    size_t left_out_count;
    struct arena *mem;
};

static struct frame *top(struct collector *to)
{
    return &to->stack[to->depth - 1];
}

static struct line *lines_of(struct collector *to)
{
    return (struct line *)(void *)to->lines.s;
}

static struct element *blocks_of(struct collector *to)
{
    return (struct element *)(void *)to->blocks.s;
}

static size_t line_count(const struct collector *to)
{
    return to->lines.len / sizeof(struct line);
}

static size_t block_count(const struct collector *to)
{
    return to->blocks.len / sizeof(struct element);
}

static void add_block(struct collector *to, uint32_t parent, uint32_t hints)
{
    struct element block = {.parent = parent, .hints = hints};

    buf_add(&to->blocks, (str){(const char *)&block, sizeof block});
}

struct collector *collect_new(struct arena *mem)
{
    struct collector *to = ARENA_ONE(mem, struct collector);

    to->lines_room = arena_halve(mem);
    to->blocks_room = arena_halve(&to->lines_room);
    to->where_room = arena_halve(&to->blocks_room);
    to->lines.mem = &to->lines_room;
    to->blocks.mem = &to->blocks_room;
    to->where.mem = &to->where_room;
    to->text.mem = to->mem = mem;
    to->left_out = ARENA_ARRAY(mem, struct left_out, KINDS_MOST);
    to->depth = 1; /* the page itself */
    to->stack[0].is = TAG_BLOCK;
    add_block(to, 0, 0);
    return to;
}

/* ---- Lines --------------------------------------------------------------- */

/* Whether a line of `block` is the text to the image above it, as far as their
 * places tell: side by side, or a step or two apart. */
static bool is_below_image(struct collector *to, uint32_t block)
{
    const struct element *blocks = blocks_of(to);
    uint32_t image = to->image;

    for (int i = 0; image != 0 && i < IMAGE_STEPS; i++) {
        uint32_t at = block;

        for (int k = 0; k < IMAGE_STEPS; k++) {
            if (at == image)
                return true;
            at = blocks[at].parent;
        }
        image = blocks[image].parent;
    }
    return false;
}

static float share(size_t part, size_t whole)
{
    return whole > 0 ? (float)part / (float)whole : 0;
}

/* Entities can bring in what was cleaned out of the page. */
static str clean(str text, struct arena *mem)
{
    return page_trim(utf8_clean(text, mem));
}

static void end_line(struct collector *to)
{
    const struct draft *draft = &to->draft;
    uint32_t block = top(to)->block;
    struct line line = {.text = clean(buf_str(&to->text), to->mem),
                        .number = draft->number,
                        .item = to->item};

    to->full = to->full || line_count(to) == PAGE_LINES_MOST;
    if (line.text.len > 0 && !to->full) {
        line.look = (struct look){
            .hints = draft->hints,
            .linked = share(draft->linked, draft->letters),
            .strong = share(draft->strong, draft->letters),
            .slanted = share(draft->slanted, draft->letters),
            .below_image = is_below_image(to, block),
        };
        to->image = 0;
        buf_add(&to->lines, (str){(const char *)&line, sizeof line});
        buf_add(&to->where, (str){(const char *)&block, sizeof block});
    }
    to->text.len = 0;
    to->draft = (struct draft){0};
}

/* Whether two words touch only because markup parts them: "Lan Anh<..>5/3". */
static bool is_parted(int32_t before, int32_t after)
{
    return (utf8_is_upper(after) || utf8_is_digit(after)) &&
           (utf8_is_letter(before) || utf8_is_digit(before)) &&
           !utf8_is_upper(before);
}

/* What must stand between the line so far and `next`. */
static void join(struct collector *to, str next)
{
    struct draft *draft = &to->draft;
    int32_t after = utf8_peek(next), before = utf8_last(buf_str(&to->text));

    if (to->text.len > 0) {
        if (draft->place && utf8_is_letter(after))
            buf_add(&to->text, STR(" - "));
        else if (draft->space || (draft->joint && is_parted(before, after)))
            buf_char(&to->text, ' ');
    }
    draft->space = draft->joint = draft->place = false;
}

static void add_word(struct collector *to, str word)
{
    struct draft *draft = &to->draft;
    uint32_t hints = top(to)->hints;

    join(to, word);
    draft->number = draft->letters == 0 ? to->number : draft->number;
    draft->hints = draft->letters == 0 ? hints : draft->hints & hints;
    draft->letters += word.len;
    draft->linked += to->links > 0 ? word.len : 0;
    draft->strong += to->strongs > 0 ? word.len : 0;
    draft->slanted += to->slants > 0 ? word.len : 0;
    buf_add(&to->text, word);
}

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

void collect_number(struct collector *to, size_t number)
{
    to->number = number;
}

void collect_item(struct collector *to, uint32_t item)
{
    end_line(to);
    to->item = item;
}

void collect_text(struct collector *to, str text)
{
    while (text.len > 0) {
        size_t blank = 0, end;

        while (blank < text.len && is_blank(text.s[blank]))
            blank++;
        for (end = blank; end < text.len && !is_blank(text.s[end]);)
            end++;
        to->draft.space = to->draft.space || blank > 0;
        if (end > blank)
            add_word(to, str_slice(text, blank, end));
        text = str_skip(text, end);
    }
}

void collect_break(struct collector *to)
{
    uint32_t headings = HINT_BIT(HINT_H1) | HINT_BIT(HINT_HEADING);

    if (blocks_of(to)[top(to)->block].hints & headings)
        to->draft.space = true;
    else
        end_line(to);
}

void collect_image(struct collector *to)
{
    end_line(to);
    to->image = to->links == 0 ? top(to)->block : 0; /* else a link's */
}

/* ---- Elements ------------------------------------------------------------ */

static size_t count_words(str text)
{
    size_t words = 1;

    for (size_t i = 0; i < text.len; i++)
        words += text.s[i] == ' ';
    return words;
}

/* The cells of a row become one line, when each is short. */
static void end_row(struct collector *to, size_t first)
{
    struct line *lines = lines_of(to);
    size_t count = line_count(to);
    struct buf row = {.mem = to->mem};

    if (count < first + 2)
        return;
    for (size_t i = first; i < count; i++)
        if (count_words(lines[i].text) > CELL_WORDS_MOST)
            return;
    for (size_t i = first; i < count; i++) {
        if (i > first)
            buf_add(&row, STR(", "));
        buf_add(&row, lines[i].text);
        if (lines[i].look.linked < lines[first].look.linked)
            lines[first].look.linked = lines[i].look.linked;
    }
    lines[first].text = buf_str(&row);
    lines[first].look.hints |= HINT_BIT(HINT_ROW);
    to->lines.len = (first + 1) * sizeof(struct line);
    to->where.len = (first + 1) * sizeof(uint32_t);
}

static void count_open(struct collector *to, uint32_t is, size_t by)
{
    to->links += is & TAG_LINK ? by : 0;
    to->strongs += is & TAG_STRONG ? by : 0;
    to->slants += is & TAG_SLANTED ? by : 0;
}

void collect_open(struct collector *to, uint32_t is, uint32_t hints)
{
    const struct frame *above = top(to);
    struct frame frame = {.is = is, .block = above->block};

    if (to->depth == STACK_MOST) {
        to->deeper++;
        return;
    }
    if (is & TAG_BLOCK) {
        end_line(to);
        frame.block = (uint32_t)block_count(to);
        add_block(to, above->block, hints);
    } else {
        frame.hints = above->hints | hints;
        to->draft.joint = true;
    }
    frame.first_line = line_count(to);
    count_open(to, is, 1);
    to->stack[to->depth++] = frame;
}

void collect_close(struct collector *to)
{
    struct frame frame = *top(to);

    if (to->deeper > 0) {
        to->deeper--;
        return;
    }
    if (to->depth == 1)
        return;
    if (frame.is & TAG_BLOCK)
        end_line(to);
    if (frame.is & TAG_ROW)
        end_row(to, frame.first_line);
    count_open(to, frame.is, (size_t)-1);
    to->depth--;
    to->draft.joint = true;
    if (frame.hints & ~top(to)->hints & HINT_BIT(HINT_PLACE))
        to->draft.place = true;
}

/* In a whole document the first h1 is the title, the others are headings. */
static void demote_headings(struct page *page)
{
    bool titled = false;

    for (size_t i = 0; i < page->count; i++) {
        uint32_t *hints = &page->lines[i].look.hints;

        if (!(*hints & HINT_BIT(HINT_H1)))
            continue;
        if (titled)
            *hints ^= HINT_BIT(HINT_H1) | HINT_BIT(HINT_HEADING);
        titled = true;
    }
}

void collect_left_out(struct collector *to, const struct left_out *left_out)
{
    size_t at = 0;

    while (at < to->left_out_count &&
           strcmp(to->left_out[at].kind, left_out->kind) != 0)
        at++;
    if (left_out->count == 0 || at == KINDS_MOST)
        return;
    if (at == to->left_out_count)
        to->left_out[to->left_out_count++].kind = left_out->kind;
    to->left_out[at].count += left_out->count;
    to->left_out[at].size_bytes += left_out->size_bytes;
}

bool collect_full(const struct collector *to)
{
    return to->full;
}

bool collect_finish(struct page *page, struct collector *to, bool whole,
                    const char *name, struct error *err)
{
    end_line(to);
    if (to->full)
        return page_too_long(name, err);
    page->lines = lines_of(to);
    page->count = line_count(to);
    page->left_out = to->left_out;
    page->left_out_count = to->left_out_count;
    page->marked = true;
    page->whole = whole;
    container_find(page, (const uint32_t *)(void *)to->where.s, blocks_of(to),
                   block_count(to), whole, *to->mem);
    if (whole)
        demote_headings(page);
    return true;
}
