/* Signs: what can be seen of a line by itself that tells what it is. */
#include "article/sign.h"

#include "article/dates.h"
#include "article/opening.h"
#include "base/utf8.h"

#define LONG_WORDS 45
#define LEAD_WORDS_MOST 110
#define TELLING_WORDS 13 /* so many that state something are no caption */
#define MARK_BYTES_MOST 4
#define STAMP_WORDS_MOST 10 /* in a line that is a date, numbers apart */
#define DATED_WORDS_MOST 20
#define GLUED_SEAMS 2        /* a name may have one: "VietnamPlus" */
#define POSTED_WORDS_MOST 16 /* when it says when it was published */
#define BUTTON_WORDS_MOST 12
#define CREDIT_LINE_WORDS_MOST 90
#define CREDIT_BYTES_MOST 60 /* after the sign */
#define ADDRESS_WORDS_MOST 20
#define ADDRESS_BYTES 400 /* an address is looked for in so many */
#define SLANTED 0.9F
#define FIGURES_SHARE 4 /* at least one word in so many is a number */

/* ---- The shape of a line ------------------------------------------------- */

bool sign_wordless(const struct page *page, size_t at)
{
    return page->lines[at].words == 0;
}

bool sign_parting(const struct page *page, size_t at)
{
    str text = page->lines[at].text;

    for (size_t i = 0; i < text.len; i++)
        if (text.s[i] != '*' && text.s[i] != ' ')
            return false;
    return text.len >= 3;
}

bool sign_prose(const struct page *page, size_t at)
{
    return line_is_prose(&page->lines[at]);
}

bool sign_long(const struct page *page, size_t at)
{
    return page->lines[at].words >= LONG_WORDS;
}

bool sign_sentence(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];

    return line->ending == END_STOP && line->words > 1 && !line_is_prose(line);
}

bool sign_headline(const struct page *page, size_t at)
{
    return line_is_headline(&page->lines[at]);
}

bool sign_scrap(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];

    return line->ending == END_OPEN &&
           (line->words <= SCRAP_WORDS || line->words == line->numbers);
}

bool sign_name(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];

    return line_is_name(line) && line->words >= 2;
}

bool sign_colon(const struct page *page, size_t at)
{
    return page->lines[at].ending == END_COLON;
}

bool sign_clause(const struct page *page, size_t at)
{
    return page->lines[at].ending == END_CLAUSE;
}

/* The first word of a line that has more: "-", "1.", "a)". */
static str first_mark(const struct line *line)
{
    str rest, mark = str_cut(line->text, ' ', &rest);

    return line->words >= 2 && rest.len > 0 && mark.len <= MARK_BYTES_MOST
               ? mark
               : (str){0};
}

bool sign_bullet(const struct page *page, size_t at)
{
    static const char *const bullets[] = {"-", "+", "–", "•", "●", "▪", "*"};
    str mark = first_mark(&page->lines[at]);

    for (size_t i = 0; i < sizeof bullets / sizeof bullets[0]; i++)
        if (str_eq(mark, str_from(bullets[i])))
            return true;
    return str_ends(mark, STR(")"));
}

bool sign_numbered(const struct page *page, size_t at)
{
    str mark = first_mark(&page->lines[at]);

    return mark.len > 0 && utf8_is_digit(mark.s[0]) && str_ends(mark, STR("."));
}

/* A quotation that goes on over several lines. */
bool sign_quote(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];

    return line->words <= LONG_WORDS &&
           str_has(line->text, STR("“")) != str_has(line->text, STR("”"));
}

bool sign_figures(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];
    struct stamp stamp;

    return line->numbers >= 2 && line->numbers * FIGURES_SHARE >= line->words &&
           line->words > SCRAP_WORDS && line->words > line->numbers &&
           line->ending == END_OPEN &&
           !(dates_find(&stamp, line->text) && stamp.year > 0);
}

bool sign_heading(const struct page *page, size_t at)
{
    return str_starts(page->lines[at].text, STR("## ")) ||
           str_starts(page->lines[at].text, STR("### "));
}

bool sign_italic(const struct page *page, size_t at)
{
    str text = page->lines[at].text;

    return text.len > 2 && text.s[0] == '*' && text.s[1] != '*' &&
           text.s[1] != ' ' && text.s[text.len - 1] == '*';
}

bool sign_pointer(const struct page *page, size_t at)
{
    static const char *const marks[] = {">>", "»", "►", "▶", "[", "![", "→"};

    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (str_starts(page->lines[at].text, str_from(marks[i])))
            return true;
    return false;
}

bool sign_address(const struct page *page, size_t at)
{
    str head = utf8_head(page->lines[at].text, ADDRESS_BYTES);

    return page->lines[at].words <= LONG_WORDS &&
           (str_has(head, STR("://")) || str_has(head, STR("www.")) ||
            (str_has(head, STR("@")) &&
             page->lines[at].words < ADDRESS_WORDS_MOST));
}

bool sign_very_long(const struct page *page, size_t at)
{
    return page->lines[at].words > LEAD_WORDS_MOST;
}

/* ---- Cues ---------------------------------------------------------------- */

static bool is_brief(const struct line *line)
{
    return line->words <= BUTTON_WORDS_MOST;
}

bool sign_ending(const struct page *page, size_t at)
{
    return line_has_cue(&page->lines[at], CUE_ENDING) && !sign_prose(page, at);
}

/* Mostly in a line of its own, below the text. */
bool sign_appeal(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];

    return line_has_cue(line, CUE_APPEAL) && line->sentences <= 1 &&
           (line->look.slanted > SLANTED || line->to_prose == 0) &&
           !line_has_cue(line, CUE_SPEAKER);
}

bool sign_links(const struct page *page, size_t at)
{
    return line_has_cue(&page->lines[at], CUE_LINKS) && !sign_prose(page, at);
}

bool sign_tool(const struct page *page, size_t at)
{
    return line_has_cue(&page->lines[at], CUE_TOOL) &&
           is_brief(&page->lines[at]) &&
           !line_has_cue(&page->lines[at], CUE_SPEAKER);
}

bool sign_site(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];

    return line_has_cue(line, CUE_SITE) ||
           (line_has_cue(line, CUE_CONTACT) && line->to_prose == 0 &&
            !line->look.inside);
}

bool sign_section(const struct page *page, size_t at)
{
    return line_has_cue(&page->lines[at], CUE_SECTION);
}

bool sign_writer(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];

    if (line->cues & (CUE_BIT(CUE_ENDING) | CUE_BIT(CUE_LINKS) |
                      CUE_BIT(CUE_TOOL) | CUE_BIT(CUE_SITE)))
        return false;
    return line_has_cue(line, CUE_WRITER) && line->words <= WRITER_WORDS_MOST &&
           line->ending != END_COLON && line->ending != END_QUESTION &&
           line->ending != END_CLAUSE && line->commas <= 2 &&
           line->words - line->capitals <= 6;
}

bool sign_speaker(const struct page *page, size_t at)
{
    return line_has_cue(&page->lines[at], CUE_SPEAKER) &&
           (page->lines[at].words > SCRAP_WORDS || sign_colon(page, at));
}

bool sign_stamp(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];
    struct stamp stamp;

    return line->numbers > 0 && line->ending != END_STOP &&
           line->words - line->numbers <= (line_has_cue(line, CUE_POSTED)
                                               ? POSTED_WORDS_MOST
                                               : STAMP_WORDS_MOST) &&
           (line->words <= 2 * line->numbers ||
            line_has_cue(line, CUE_POSTED) || dates_start(line->text)) &&
           dates_find(&stamp, line->text) && stamp.year > 0;
}

/* A day and a time in a line that may also name the writer. */
bool sign_dated(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];
    struct stamp stamp;

    return line->words <= DATED_WORDS_MOST && line->ending == END_OPEN &&
           dates_find(&stamp, line->text) && stamp.year > 0 && stamp.hour >= 0;
}

bool sign_number(const struct page *page, size_t at)
{
    return page->lines[at].words > 0 &&
           page->lines[at].words == page->lines[at].numbers;
}

/* "FacebookTwitterIn bài": buttons that only their places parted. */
bool sign_glued(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];
    str rest = line->text;
    int32_t before = ' ';
    int seams = 0;

    if (line->words > BUTTON_WORDS_MOST || line->ending != END_OPEN)
        return false;
    while (rest.len > 0) {
        int32_t code = utf8_next(&rest);

        seams += utf8_is_upper(code) && utf8_is_letter(before) &&
                 !utf8_is_upper(before);
        before = code;
    }
    return seams >= GLUED_SEAMS;
}

bool sign_posted(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];

    return line_has_cue(line, CUE_POSTED) && line->numbers > 0 &&
           is_brief(line);
}

bool sign_clock(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];
    struct stamp stamp;

    return line->words <= SCRAP_WORDS && dates_find(&stamp, line->text) &&
           stamp.year == 0;
}

/* A date without a space before the words: lists of links are glued so. */
bool sign_dated_link(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];

    return dates_start(line->text) && line->words > STAMP_WORDS_MOST &&
           line->ending == END_OPEN;
}

/* ---- Photographs --------------------------------------------------------- */

bool sign_credit(const struct page *page, size_t at)
{
    static const char *const marks[] = {
        "Ảnh:",   "ẢNH:",  "ảnh:",   "Ảnh :",   "(Ảnh",    "Photo:", "Nguồn:",
        "nguồn:", "Clip:", "Video:", "Đồ họa:", "Đồ hoạ:", "(ảnh"};
    const struct line *line = &page->lines[at];

    if (line->words > CREDIT_LINE_WORDS_MOST || sign_writer(page, at))
        return false;
    if (line_has_cue(line, CUE_CREDIT))
        return true;
    if (!str_has(line->text, STR(":")) && !str_has(line->text, STR("(")))
        return false; /* each mark has one of them */
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        str mark = str_from(marks[i]);
        size_t found = str_find(line->text, mark);
        str after;

        if (found == line->text.len)
            continue;
        after = str_skip(line->text, found + mark.len);
        if (after.len < CREDIT_BYTES_MOST && (found > 0 || mark.s[0] != 'N'))
            return true;
    }
    return false;
}

static bool may_be_photo(const struct line *line)
{
    return line->words >= 4 && line->words <= PHOTO_WORDS_MOST &&
           line->sentences <= 1 && line->commas <= 3 &&
           (line->ending == END_STOP || line->ending == END_OPEN);
}

bool sign_pose(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];

    return may_be_photo(line) && line_has_cue(line, CUE_SCENE) &&
           line_has_cue(line, CUE_POSE) && !line_has_cue(line, CUE_JOINT) &&
           !(line->words >= TELLING_WORDS && sign_claim(page, at));
}

bool sign_scene(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];

    return may_be_photo(line) && line_has_cue(line, CUE_SCENE) &&
           !line_has_cue(line, CUE_CLAIM);
}

bool sign_claim(const struct page *page, size_t at)
{
    return page->lines[at].ending == END_STOP &&
           (line_has_cue(&page->lines[at], CUE_CLAIM) ||
            line_has_cue(&page->lines[at], CUE_JOINT));
}

bool sign_opening(const struct page *page, size_t at)
{
    return opening_length(page->lines[at].text) > 0;
}
