/* Signs that need the surroundings of a line. */
#include "article/around.h"

#define OPENING_PROSE_ABOVE 3
#define SIGNATURE_LINES 6
#define ANNOUNCEMENT_WORDS_MOST 5 /* more, and the link is in it */
#define LINKS_MOST 3              /* that one announcement heads */
#define ECHO_STRONG 0.5F
#define ECHO_WEAK 0.2F

bool around_verse(const struct page *page, size_t at)
{
    return page->lines[at].in_verse;
}

bool around_heads_figures(const struct page *page, size_t at)
{
    return at + 1 < page->count && page->lines[at].ending == END_OPEN &&
           sign_figures(page, at + 1);
}

bool around_repeat(const struct page *page, size_t at)
{
    return page->lines[at].repeats;
}

bool around_signature(const struct page *page, size_t at)
{
    uint32_t from_prose = page->lines[at].from_prose;

    return from_prose > 0 && from_prose <= SIGNATURE_LINES &&
           (sign_name(page, at) || (page->lines[at].to_prose == 0 &&
                                    line_opens_with_name(&page->lines[at])));
}

bool around_below_ending(const struct page *page, size_t at)
{
    return page->lines[at].below_ending;
}

bool around_doubles_previous(const struct page *page, size_t at)
{
    return at > 0 && page->lines[at].repeats &&
           str_eq(page->lines[at].fold, page->lines[at - 1].fold);
}

/* The text below a photograph often comes twice: once for those who can't see
 * it. */
bool around_twin(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];

    if (line->prose_above == 0 || line->words <= SCRAP_WORDS)
        return false;
    return str_eq(line->fold, line[-1].fold) ||
           (at + 1 < page->count && str_eq(line->fold, line[1].fold));
}

bool around_repeated(const struct page *page, size_t at)
{
    return page->lines[at].repeated;
}

bool around_echo(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];

    return line->echo >= ECHO_STRONG &&
           line->words > SCRAP_WORDS + line->numbers;
}

bool around_foreign(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];

    return line->echo < ECHO_WEAK && line->words > SCRAP_WORDS + line->numbers;
}

bool around_teaser(const struct page *page, size_t at)
{
    return page->lines[at].in_teasers;
}

bool around_heads_prose(const struct page *page, size_t at)
{
    return at + 1 < page->count && line_is_headline(&page->lines[at]) &&
           (page->lines[at + 1].ending != END_OPEN ||
            page->lines[at + 1].words > PHOTO_WORDS_MOST);
}

bool around_follows_stamp(const struct page *page, size_t at)
{
    return page->lines[at].ending != END_STOP &&
           ((at > 0 && sign_stamp(page, at - 1)) ||
            (at + 1 < page->count &&
             (sign_stamp(page, at + 1) || sign_dated(page, at + 1))));
}

static bool may_be_link(const struct line *line)
{
    return line_is_headline(line) && !line_is_name(line);
}

/* A headline, perhaps not the first of them. */
bool around_follows_links(const struct page *page, size_t at)
{
    for (size_t i = 0; i < LINKS_MOST && i < at; i++) {
        if (!may_be_link(&page->lines[at - i]))
            return false;
        if (page->lines[at - i - 1].words <= ANNOUNCEMENT_WORDS_MOST &&
            (sign_links(page, at - i - 1) || sign_ending(page, at - i - 1)))
            return true;
    }
    return false;
}

/* "Báo Mới" above "Theo Báo Mới" */
bool around_named_below(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];

    return at + 1 < page->count && line->words <= WRITER_WORDS_MOST &&
           line->words > 0 && line_has_cue(&line[1], CUE_WRITER) &&
           line[1].words <= WRITER_WORDS_MOST &&
           str_has(line[1].fold, line->fold);
}

bool around_opens_far_down(const struct page *page, size_t at)
{
    return page->lines[at].prose_above >= OPENING_PROSE_ABOVE &&
           sign_opening(page, at);
}

bool around_heads_opening(const struct page *page, size_t at)
{
    return at + 1 < page->count && around_opens_far_down(page, at + 1);
}

bool around_follows_colon(const struct page *page, size_t at)
{
    return at > 0 && page->lines[at - 1].ending == END_COLON &&
           page->lines[at - 1].words > SCRAP_WORDS;
}

/* In a text of a few lines, mostly the whole of a notice. */
bool around_notice(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];

    return page->brief && line->ending == END_STOP &&
           line->words > SCRAP_WORDS && !sign_tool(page, at) &&
           !sign_site(page, at);
}

bool around_heads_notice(const struct page *page, size_t at)
{
    return page->brief && at == 0 && page->lines[0].ending == END_OPEN &&
           page->lines[0].words > 0 && !sign_tool(page, 0) &&
           page->lines[0].to_prose > 0;
}
