/* What speaks for and against each place that a line can have on a page: one
 * table of things seen, each with its weights. */
#include "article/evidence.h"

#include "article/cues.h"
#include "article/dates.h"
#include "article/opening.h"
#include "base/utf8.h"

#define LONG_WORDS 45
#define SCRAP_WORDS 3
#define MARK_BYTES_MOST 4
#define STAMP_WORDS_MOST 10 /* in a line that is a date, numbers apart */
#define CREDIT_LINE_WORDS_MOST 90
#define CREDIT_BYTES_MOST 60 /* after the sign */
#define BUTTON_WORDS_MOST 12
#define PHOTO_WORDS_MOST 32
#define LEAD_WORDS_MOST 110
#define WRITER_WORDS_MOST 12
#define OPENING_PROSE_ABOVE 3
#define SIGNATURE_LINES 6
#define FIGURES_SHARE 4 /* at least one word in so many is a number */
#define ECHO_STRONG 0.5F
#define ECHO_WEAK 0.2F

static bool has_cue(const struct line *line, enum cue cue)
{
    return line->cues & CUE_BIT(cue);
}

/* ---- The shape of a line ------------------------------------------------- */

static bool is_wordless(const struct page *page, size_t at)
{
    return page->lines[at].words == 0;
}

static bool parts_text(const struct page *page, size_t at)
{
    str text = page->lines[at].text;

    for (size_t i = 0; i < text.len; i++)
        if (text.s[i] != '*' && text.s[i] != ' ')
            return false;
    return text.len >= 3;
}

static bool is_prose(const struct page *page, size_t at)
{
    return line_is_prose(&page->lines[at]);
}

static bool is_long(const struct page *page, size_t at)
{
    return page->lines[at].words >= LONG_WORDS;
}

static bool is_short_sentence(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];

    return line->ending == END_STOP && line->words > 1 && !line_is_prose(line);
}

static bool is_headline(const struct page *page, size_t at)
{
    return line_is_headline(&page->lines[at]);
}

static bool is_scrap(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];

    return line->ending == END_OPEN && line->words <= SCRAP_WORDS;
}

static bool is_name(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];

    return line_is_name(line) && line->words >= 2;
}

static bool ends_with_colon(const struct page *page, size_t at)
{
    return page->lines[at].ending == END_COLON;
}

static bool ends_with_clause(const struct page *page, size_t at)
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

static bool is_bullet(const struct page *page, size_t at)
{
    static const char *const bullets[] = {"-", "+", "–", "•", "●", "▪", "*"};
    str mark = first_mark(&page->lines[at]);

    for (size_t i = 0; i < sizeof bullets / sizeof bullets[0]; i++)
        if (str_eq(mark, str_from(bullets[i])))
            return true;
    return str_ends(mark, STR(")"));
}

static bool is_numbered(const struct page *page, size_t at)
{
    str mark = first_mark(&page->lines[at]);

    return mark.len > 0 && utf8_is_digit(mark.s[0]) && str_ends(mark, STR("."));
}

static bool is_verse(const struct page *page, size_t at)
{
    return page->lines[at].in_verse;
}

/* A quotation that goes on over several lines. */
static bool is_part_of_quote(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];

    return line->words <= LONG_WORDS &&
           str_has(line->text, STR("“")) != str_has(line->text, STR("”"));
}

static bool has_figures(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];
    struct stamp stamp;

    return line->numbers >= 2 && line->numbers * FIGURES_SHARE >= line->words &&
           line->words > SCRAP_WORDS && line->words > line->numbers &&
           line->ending == END_OPEN &&
           !(dates_find(&stamp, line->text) && stamp.year > 0);
}

static bool heads_figures(const struct page *page, size_t at)
{
    return at + 1 < page->count && page->lines[at].ending == END_OPEN &&
           has_figures(page, at + 1);
}

static bool is_heading_mark(const struct page *page, size_t at)
{
    return str_starts(page->lines[at].text, STR("## ")) ||
           str_starts(page->lines[at].text, STR("### "));
}

static bool is_italic(const struct page *page, size_t at)
{
    str text = page->lines[at].text;

    return text.len > 2 && text.s[0] == '*' && text.s[1] != '*' &&
           text.s[1] != ' ' && text.s[text.len - 1] == '*';
}

static bool is_pointer(const struct page *page, size_t at)
{
    static const char *const marks[] = {">>", "»", "►", "▶", "[", "![", "→"};

    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (str_starts(page->lines[at].text, str_from(marks[i])))
            return true;
    return false;
}

static bool has_address(const struct page *page, size_t at)
{
    str head = utf8_head(page->lines[at].text, 400);

    return page->lines[at].words <= LONG_WORDS &&
           (str_has(head, STR("://")) || str_has(head, STR("www.")) ||
            (str_has(head, STR("@")) && page->lines[at].words < 20));
}

static bool is_too_long_for_lead(const struct page *page, size_t at)
{
    return page->lines[at].words > LEAD_WORDS_MOST;
}

/* ---- Cues ---------------------------------------------------------------- */

static bool is_brief(const struct line *line)
{
    return line->words <= BUTTON_WORDS_MOST;
}

static bool heads_ending(const struct page *page, size_t at)
{
    return has_cue(&page->lines[at], CUE_ENDING) && !is_prose(page, at);
}

static bool announces_links(const struct page *page, size_t at)
{
    return has_cue(&page->lines[at], CUE_LINKS) && !is_prose(page, at);
}

static bool is_tool(const struct page *page, size_t at)
{
    return has_cue(&page->lines[at], CUE_TOOL) && is_brief(&page->lines[at]) &&
           !has_cue(&page->lines[at], CUE_SPEAKER);
}

static bool is_about_site(const struct page *page, size_t at)
{
    return has_cue(&page->lines[at], CUE_SITE);
}

static bool is_section(const struct page *page, size_t at)
{
    return has_cue(&page->lines[at], CUE_SECTION);
}

static bool is_writer(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];

    if (line->cues & (CUE_BIT(CUE_ENDING) | CUE_BIT(CUE_LINKS) |
                      CUE_BIT(CUE_TOOL) | CUE_BIT(CUE_SITE)))
        return false;
    return has_cue(line, CUE_WRITER) && line->words <= WRITER_WORDS_MOST &&
           line->ending != END_COLON && line->ending != END_QUESTION &&
           line->ending != END_CLAUSE && line->commas <= 2 &&
           line->words - line->capitals <= 6;
}

static bool is_speaker(const struct page *page, size_t at)
{
    return has_cue(&page->lines[at], CUE_SPEAKER) &&
           (page->lines[at].words > SCRAP_WORDS || ends_with_colon(page, at));
}

static bool is_stamp(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];
    struct stamp stamp;

    return dates_find(&stamp, line->text) && stamp.year > 0 &&
           line->words - line->numbers <= STAMP_WORDS_MOST &&
           (line->words <= 2 * line->numbers || has_cue(line, CUE_POSTED) ||
            dates_start(line->text));
}

static bool is_posted(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];

    return has_cue(line, CUE_POSTED) && line->numbers > 0 && is_brief(line);
}

static bool is_clock(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];
    struct stamp stamp;

    return line->words <= SCRAP_WORDS && dates_find(&stamp, line->text) &&
           stamp.year == 0;
}

/* A date without a space before the words: lists of links are glued so. */
static bool is_dated_link(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];

    return dates_start(line->text) && line->words > STAMP_WORDS_MOST &&
           line->ending == END_OPEN;
}

/* ---- Photographs --------------------------------------------------------- */

static bool is_credit(const struct page *page, size_t at)
{
    static const char *const marks[] = {"Ảnh:",   "ảnh:",    "Ảnh :",   "(Ảnh",
                                        "Photo:", "Nguồn:",  "nguồn:",  "Clip:",
                                        "Video:", "Đồ họa:", "Đồ hoạ:", "(ảnh"};
    const struct line *line = &page->lines[at];

    if (line->words > CREDIT_LINE_WORDS_MOST || is_writer(page, at))
        return false;
    if (has_cue(line, CUE_CREDIT))
        return true;
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

static bool shows_pose(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];

    return may_be_photo(line) && has_cue(line, CUE_SCENE) &&
           has_cue(line, CUE_POSE) && !has_cue(line, CUE_JOINT);
}

static bool shows_scene(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];

    return may_be_photo(line) && has_cue(line, CUE_SCENE) &&
           !has_cue(line, CUE_CLAIM);
}

static bool states_something(const struct page *page, size_t at)
{
    return page->lines[at].ending == END_STOP &&
           (has_cue(&page->lines[at], CUE_CLAIM) ||
            has_cue(&page->lines[at], CUE_JOINT));
}

/* ---- The surroundings ---------------------------------------------------- */

static bool is_repeat(const struct page *page, size_t at)
{
    return page->lines[at].repeats;
}

static bool is_signature(const struct page *page, size_t at)
{
    uint32_t from_prose = page->lines[at].from_prose;

    return is_name(page, at) && from_prose > 0 && from_prose <= SIGNATURE_LINES;
}

static bool is_below_ending(const struct page *page, size_t at)
{
    return page->lines[at].below_ending;
}

static bool doubles_previous(const struct page *page, size_t at)
{
    return at > 0 && page->lines[at].repeats &&
           str_eq(page->lines[at].fold, page->lines[at - 1].fold);
}

static bool is_repeated(const struct page *page, size_t at)
{
    return page->lines[at].repeated;
}

static bool is_echo(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];

    return line->echo >= ECHO_STRONG && line->words > SCRAP_WORDS;
}

static bool is_foreign(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];

    return line->echo < ECHO_WEAK && line->words > SCRAP_WORDS;
}

static bool is_teaser(const struct page *page, size_t at)
{
    return page->lines[at].in_teasers;
}

static bool heads_prose(const struct page *page, size_t at)
{
    return at + 1 < page->count && line_is_headline(&page->lines[at]) &&
           (page->lines[at + 1].ending != END_OPEN ||
            page->lines[at + 1].words > PHOTO_WORDS_MOST);
}

static bool follows_stamp(const struct page *page, size_t at)
{
    return (at > 0 && is_stamp(page, at - 1)) ||
           (at + 1 < page->count && is_stamp(page, at + 1));
}

static bool follows_links(const struct page *page, size_t at)
{
    return at > 0 && line_is_headline(&page->lines[at]) &&
           !line_is_name(&page->lines[at]) &&
           (announces_links(page, at - 1) || heads_ending(page, at - 1));
}

static bool names_paper(const struct page *page, size_t at)
{
    return opening_length(page->lines[at].text) > 0;
}

/* "Báo Mới" above "Theo Báo Mới" */
static bool is_named_below(const struct page *page, size_t at)
{
    const struct line *line = &page->lines[at];

    return at + 1 < page->count && line->words <= WRITER_WORDS_MOST &&
           line->words > 0 && has_cue(&line[1], CUE_WRITER) &&
           line[1].words <= WRITER_WORDS_MOST &&
           str_has(line[1].fold, line->fold);
}

static bool opens_far_down(const struct page *page, size_t at)
{
    return page->lines[at].prose_above >= OPENING_PROSE_ABOVE &&
           names_paper(page, at);
}

static bool heads_opening(const struct page *page, size_t at)
{
    return at + 1 < page->count && opens_far_down(page, at + 1);
}

static bool follows_colon(const struct page *page, size_t at)
{
    return at > 0 && page->lines[at - 1].ending == END_COLON &&
           page->lines[at - 1].words > SCRAP_WORDS;
}

/* ---- The table ----------------------------------------------------------- */

static const struct evidence {
    bool (*seen)(const struct page *page, size_t at);
    const char *reason;
    signed char weight[AS_COUNT];
} table[] = {
    /* clang-format off */
    /*                                                              title lead body head capt byln meta aside frame */
    {is_wordless,       "no words",                                {-30, -30, -30, -30, -20, -20, -20,  6,   6}},
    {parts_text,        "asterisks that part the text",            {  0,   0,   0,  45,   0,   0,   0,  0,   0}},
    {is_prose,          "full sentences",                          { -9,   7,   7, -12,  -3, -12, -12, -4,  -5}},
    {is_long,           "a long paragraph",                        { -6,   1,   3,  -9,  -4,  -9,  -9, -5,  -4}},
    {is_too_long_for_lead, "too long for a lead",                  {  0,  -4,   0,   0,   0,   0,   0,  0,   0}},
    {is_short_sentence, "a sentence",                              { -5,   1,   3,  -6,   1,  -3,  -5, -1,  -1}},
    {is_headline,       "written like a headline",                 {  4,  -4,  -5,   3,  -4,  -3,  -3,  1,   2}},
    {is_scrap,          "a word or two",                           { -7,  -9,  -5,  -1,  -5,   0,  -1,  2,   4}},
    {is_name,           "nothing but a name",                      { -3,  -3,  -3,  -3,  -3,   5,  -2,  0,   0}},
    {ends_with_colon,   "introduces what follows",                 { -5,  -2,   4,   0,  -4,  -4,  -3,  0,   0}},
    {ends_with_clause,  "an item of a list",                       { -6,  -3,   5,  -4,  -5,  -4,  -4,  0,   0}},
    {is_bullet,         "marked as an item",                       { -6,  -3,   6,  -5,  -5,  -4,  -4, -1,   0}},
    {is_numbered,       "numbered",                                { -4,  -3,   4,   2,  -5,  -4,  -4, -1,   0}},
    {is_verse,          "among lines of verse",                    { -3,  -3,   9,  -3,  -3,  -3,  -3,  0,  -2}},
    {is_part_of_quote,  "part of a longer quotation",              { -2,   0,   7,  -8,  -3,  -3,  -3, -1,  -3}},
    {has_figures,       "a row of figures",                        { -1,  -3,   8,  -4,  -4,  -3,   0, -1,  -1}},
    {heads_figures,     "stands above figures",                    {  0,   0,   8,   2,   0,   0,   0,  0,   0}},
    {is_heading_mark,   "marked as a heading",                     {  0,  -9,  -9,   9,  -9,  -9,  -9, -9,  -9}},
    {is_pointer,        "points to another page",                  { -9,  -9,  -9,  -9,  -5,  -5,  -5, 12,   9}},
    {has_address,       "an address of the net",                   { -6,  -5,  -4,  -6,  -4,  -3,  -2,  4,   6}},
    {heads_ending,      "heads what follows an article",           { -9,  -9,  -9,  -9,  -9,  -6,  -6,  4,   9}},
    {announces_links,   "announces links",                         { -9,  -6,  -7,  -7,  -7,  -6,  -4,  8,   5}},
    {is_tool,           "a button or field of the site",           {-12, -12, -10, -12, -10,  -6,  -6,  8,   8}},
    {is_about_site,     "about the paper itself",                  { -5,  -4,  -3,  -5,  -4,  -4,  -3,  4,   7}},
    {is_section,        "a section of the paper",                  { -9,  -9,  -9,  -6,  -9,  -3,  -1,  4,   6}},
    {is_writer,         "says who wrote it",                       { -3,  -3,  -3,  -4,  -3,   9,  -3,  0,  -1}},
    {is_speaker,        "a turn of a conversation",                { -5,  -5,   7,  -9,  -5,  -5,  -5, -3,  -3}},
    {is_stamp,          "a date",                                  { -9,  -9,  -6,  -6,  -9,  -6,   9,  0,   3}},
    {is_posted,         "when it was published, how often read",   { -5,  -5,  -3,  -5,  -5,  -3,   6,  0,   0}},
    {is_clock,          "a time",                                  { -6,  -9,  -3,   1,  -9,  -6,   2,  2,   3}},
    {is_dated_link,     "a dated link",                            { -6,  -6,  -6,  -6,  -6,  -6,  -4,  8,   6}},
    {is_credit,         "names the photographer or the source",    { -9,  -9,  -9,  -9,  14,  -4,  -5, -1,  -1}},
    {shows_pose,        "describes a photograph",                  { -1,   0,  -1,  -2,   5,   0,   0,  0,   0}},
    {shows_scene,       "shows, and states nothing",               {  0,   0,  -1,  -1,   3,   0,   0,  0,   0}},
    {states_something,  "states something",                        {  0,   1,   2,   0,  -1,  -2,   0,  0,   0}},
    {is_repeat,         "repeats an earlier line",                 { -6,  -6,  -4,  -6,   8,  -2,   0,  3,   6}},
    {is_signature,      "a name close below the text",             {  0,   0,   0,   0,   0,   6,   0,  0,   0}},
    {is_below_ending,   "below the end of the article",            {  0,   0,  -8,  -6,  -4,  -2,   0,  0,   6}},
    {doubles_previous,  "the line above once more",                {  0,   0,   0,   0,  -6,   0,   0,  6,   0}},
    {is_repeated,       "repeated further down",                   {  5,   0,   0,   0,   0,   0,   0,  1,   1}},
    {is_echo,           "in the words of the text",                {  3,   0,   0,   1,   1,   0,   0, -1,  -1}},
    {is_foreign,        "none of the words of the text",           { -4,   0,   0,  -1,   0,   0,   0,  1,   1}},
    {is_teaser,         "pairs of a headline and a sentence",      { -4,  -4,  -4,  -5,  -4,   0,   0,  5,   7}},
    {heads_prose,       "stands above paragraphs",                 {  2,   0,   0,   4,   0,   0,   0,  0,   0}},
    {follows_stamp,     "beside the date",                         {  3,   0,   0,   0,   0,   0,   0,  0,   0}},
    {follows_links,     "follows an announcement of links",        { -3,  -3,  -3,  -4,  -3,  -1,  -1,  4,   3}},
    {follows_colon,     "follows a colon",                         { -3,  -2,   4,  -3,  -1,  -3,  -3,  0,   0}},
    {names_paper,       "opens with the name of the paper",        { -6,   9,   0,  -9,  -9,  -9,  -9,  0,   0}},
    {opens_far_down,    "opens like another article",              {  0, -20, -14,   0,   0,   0,   0, 16,  16}},
    {heads_opening,     "above the opening of another article",    {  0,   0,   0,  -9,   0,   0,   0,  4,   4}},
    {is_named_below,    "named again below as the source",         { -6,  -6,  -4,  -4,  -4,  12,   0,  0,   0}},
    {is_italic,         "in italics",                              { -2,   0,  -2,  -3,   5,   0,   0,  0,   0}},
    /* clang-format on */
};

#define TABLE_ROWS (sizeof table / sizeof table[0])

void evidence_weigh(int score[AS_COUNT], const struct page *page, size_t at)
{
    for (int as = 0; as < AS_COUNT; as++)
        score[as] = 0;
    for (size_t row = 0; row < TABLE_ROWS; row++)
        if (table[row].seen(page, at))
            for (int as = 0; as < AS_COUNT; as++)
                score[as] += table[row].weight[as];
}

const char *evidence_reason(const struct page *page, size_t at,
                            enum place_of_line as)
{
    const char *reason = NULL;
    int best = 0;

    for (size_t row = 0; row < TABLE_ROWS; row++)
        if (table[row].weight[as] > best && table[row].seen(page, at)) {
            best = table[row].weight[as];
            reason = table[row].reason;
        }
    return reason;
}
