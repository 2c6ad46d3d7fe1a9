/* What speaks for and against each place that a line can have on a page: one
 * table of signs, each with its weights. */
#include "article/evidence.h"

#include "article/around.h"
#include "article/look.h"

static const struct evidence {
    sign_test *seen;
    const char *reason;
    short weight[AS_COUNT];
} table[] = {
    /* clang-format off */
    /*                                                                       title lead body head capt byln meta aside frame */
    {sign_wordless,             "no words",                                 {-30, -30, -30, -30, -20, -20, -20,  6,   6}},
    {sign_parting,              "asterisks that part the text",             {  0,   0,   0,  45,   0,   0,   0,  0,   0}},
    {sign_prose,                "full sentences",                           { -9,   7,   7, -12,  -3, -12, -12, -4,  -5}},
    {sign_long,                 "a long paragraph",                         { -6,   1,   3,  -9,  -4,  -9,  -9, -5,  -4}},
    {sign_very_long,            "too long for a lead",                      {  0,  -4,   0,   0,   0,   0,   0,  0,   0}},
    {sign_sentence,             "a sentence",                               { -5,   1,   3,  -6,   1,  -3,  -5, -1,  -1}},
    {sign_headline,             "written like a headline",                  {  4,  -4,  -5,   3,  -4,  -3,  -3,  1,   2}},
    {sign_scrap,                "a word or two",                            { -7,  -9,  -5,  -1,  -5,   0,  -1,  2,   4}},
    {sign_name,                 "nothing but a name",                       { -3,  -3,  -3,  -3,  -3,   5,  -2,  0,   0}},
    {sign_colon,                "introduces what follows",                  { -5,  -2,   4,   0,  -4,  -4,  -3,  0,   0}},
    {sign_clause,               "an item of a list",                        { -6,  -3,   5,  -4,  -5,  -4,  -4,  0,   0}},
    {sign_bullet,               "marked as an item",                        { -6,  -3,   6,  -5,  -5,  -4,  -4, -1,   0}},
    {sign_numbered,             "numbered",                                 { -4,  -3,   4,   2,  -5,  -4,  -4, -1,   0}},
    {around_verse,              "among lines of verse",                     { -3,  -3,   9,  -3,  -3,  -3,  -3,  0,  -2}},
    {sign_quote,                "part of a longer quotation",               { -2,   0,   7,  -8,  -3,  -3,  -3, -1,  -3}},
    {sign_figures,              "a row of figures",                         { -1,  -3,   8,  -4,  -4,  -3,   0, -1,  -1}},
    {around_heads_figures,      "stands above figures",                     {  0,   0,   8,   2,   0,   0,   0,  0,   0}},
    {sign_heading,              "marked as a heading",                      {  0,  -9,  -9,   9,  -9,  -9,  -9, -9,  -9}},
    {sign_pointer,              "points to another page",                   { -9,  -9,  -9,  -9,  -5,  -5,  -5, 12,   9}},
    {sign_address,              "an address of the net",                    { -6,  -5,  -4,  -6,  -4,  -3,  -2,  4,   6}},
    {sign_ending,               "heads what follows an article",            { -9,  -9,  -9,  -9,  -9,  -6,  -6,  4,   9}},
    {sign_appeal,               "asks the readers",                         {-12, -12, -12, -12, -12, -12, -9, 12,  12}},
    {sign_links,                "announces links",                          { -9,  -6,  -7,  -7,  -7,  -6,  -4,  8,   5}},
    {sign_tool,                 "a button or field of the site",            {-12, -12, -10, -12, -10,  -6,  -6,  8,   8}},
    {sign_site,                 "about the paper itself",                   { -5,  -4,  -3,  -5,  -4,  -4,  -3,  4,   7}},
    {sign_section,              "a section of the paper",                   { -9,  -9,  -9,  -6,  -9,  -3,  -1,  4,   6}},
    {sign_writer,               "says who wrote it",                        { -3,  -3,  -3,  -4,  -3,   9,  -3,  0,  -1}},
    {sign_speaker,              "a turn of a conversation",                 { -5,  -5,   7,  -9,  -5,  -5,  -5, -3,  -3}},
    {sign_stamp,                "a date",                                   { -9,  -9,  -6,  -6,  -9,  -6,   9,  0,   3}},
    {sign_dated,                "a day and a time",                         { -9,  -6,  -3,  -9,  -3,   0,   6,  0,   2}},
    {sign_number,               "nothing but a number",                     {-12,  -6,   0,  -6,  -6,  -6,   0,  2,   2}},
    {sign_glued,                "buttons in a row",                         { -8,  -8,  -6,  -8,  -6,  -4,   0,  8,   8}},
    {sign_posted,               "when it was published, how often read",    { -5,  -5,  -3,  -5,  -5,  -3,   6,  0,   0}},
    {sign_clock,                "a time",                                   { -6,  -9,  -3,   1,  -9,  -6,   2,  2,   3}},
    {sign_dated_link,           "a dated link",                             { -6,  -6,  -6,  -6,  -6,  -6,  -4,  8,   6}},
    {sign_credit,               "names the photographer or the source",     { -9,  -9,  -9,  -9,  14,  -4,  -5, -1,  -1}},
    {sign_pose,                 "describes a photograph",                   { -1,   0,  -1,  -4,   5,   0,   0,  0,   0}},
    {sign_scene,                "shows, and states nothing",                {  0,   0,  -1,  -2,   3,   0,   0,  0,   0}},
    {sign_claim,                "states something",                         {  0,   1,   2,   0,  -1,  -2,   0,  0,   0}},
    {around_repeat,             "repeats an earlier line",                  { -6,  -6,  -4,  -6,   8,  -2,   0,  3,   6}},
    {around_signature,          "a name close below the text",              {  0,   0,   0,   0,   0,   6,   0,  0,   0}},
    {around_below_ending,       "below the end of the article",             {  0,   0,  -8,  -6,  -4,  -2,   0,  0,   6}},
    {around_doubles_previous,   "the line above once more",                 {  0,   0,   0,   0,  -6,   0,   0,  6,   0}},
    {around_twin,               "stands twice in a row",                    {  0,   0,  -8,  -9,   9,   0,   0,  0,   0}},
    {around_repeated,           "repeated further down",                    {  5,   0,   0,   0,   0,   0,   0,  1,   1}},
    {around_echo,               "in the words of the text",                 {  3,   0,   0,   1,   1,   0,   0, -1,  -1}},
    {around_foreign,            "none of the words of the text",            { -4,   0,   0,  -1,   0,   0,   0,  1,   1}},
    {around_teaser,             "pairs of a headline and a sentence",       { -4,  -4,  -4,  -5,  -4,   0,   0,  5,   7}},
    {around_heads_prose,        "stands above paragraphs",                  {  2,   0,   0,   4,   0,   0,   0,  0,   0}},
    {around_follows_stamp,      "beside the date",                          {  5,   0,   0,   0,   0,   0,   0,  0,   0}},
    {around_follows_links,      "follows an announcement of links",         { -3,  -3,  -3,  -4,  -3,  -1,  -1,  4,   3}},
    {around_follows_colon,      "follows a colon",                          { -3,  -2,   4,  -3,  -1,  -3,  -3,  0,   0}},
    {sign_opening,              "opens with the name of the paper",         { -6,   9,   0,  -9,  -9,  -9,  -9,  0,   0}},
    {around_opens_far_down,     "opens like another article",               {  0, -20, -14,   0,   0,   0,   0, 16,  16}},
    {around_heads_opening,      "above the opening of another article",     {  0,   0,   0,  -9,   0,   0,   0,  4,   4}},
    {around_named_below,        "named again below as the source",          { -6,  -6,  -4,  -4,  -4,  12,   0,  0,   0}},
    {around_notice,             "a sentence of a notice",                   { -6,   7,   8,  -6,  -6,  -6,  -6, -6,  -6}},
    {around_heads_notice,       "the first line of a notice",               { 12,   0,   0,   0,   0,   0,   0,  0,   0}},
    {sign_italic,               "in italics",                               { -2,   0,  -2,  -3,   5,   0,   0,  0,   0}},
    {look_inside,                "in the main part of the page",             {  0,   4,   4,   2,   2,   1,   0,  -4,  -4}},
    {look_outside,              "outside the main part of the page",        {  0,  -2, -12, -12,  -6,  -3,   3,   4,   4}},
    {look_far,                  "little text around it",                    { -2,  -4,  -6,  -6,  -3,  -3,   3,   4,   4}},
    {look_linked,               "a link",                                   { -4,  -8,  -8,  -8,  -4,   0,  -2,  6,   6}},
    {look_h1,                   "the heading of the page",                  { 10,  -6, -10,  -2,  -6,  -6,  -6,  0,   0}},
    {look_heading,              "tagged as a heading",                      {  1,   1,  -3,   8,  -5,  -3,  -4,  0,   0}},
    {look_paragraph,             "tagged as a paragraph",                    { -2,   2,   2,   0,   0,   0,   0, -1,  -1}},
    {look_item,                  "tagged as an item of a list",              { -2,  -4,   6,  -8,  -4,  -1,   0,  0,  -1}},
    {look_row,                  "a row of a table",                         { -6,  -6,   8,  -9,  -3,  -3,  -1,   0,   0}},
    {look_caption,              "belongs to a picture",                     { -9,  -9, -12, -10,  14,   0,   0,  4,   0}},
    {look_title,                "named a title",                            {  4,  -1,  -2,   0,   0,   0,   0,  0,   0}},
    {look_lead,                 "named a lead",                             {  0,   7,  -2,  -2,   0,   0,   0,  0,   0}},
    {look_writer,               "named the author",                         { -6,  -6,  -6,  -6,  -4,   8,   1,  2,   2}},
    {look_date,                 "named the date",                           { -6,  -6,  -4,  -6,  -4,   0,   5,  1,   1}},
    {look_others,                "named as links to other pages",            { -4, -12, -12, -10,  -6,  -6,  -2,  8,   8}},
    {look_talk,                  "named as comments",                        { -8, -14, -14, -10,  -8,  -6,  -3, 10,  10}},
    {look_tool,                 "named as a tool of the page",              { -3,  -6,  -6,  -6,  -3,  -3,   4,   6,   6}},
    {look_frame,                "named as the frame of the page",           { -1,  -4,  -6,  -6,  -3,  -2,   2,   5,   5}},
    {look_hidden,               "not shown",                                { -4,  -4,  -5,  -5,  -3,  -2,  -1,  5,   5}},
    {look_strong,               "in bold letters",                          {  0,   0,  -3,   4,  -2,   2,   0,  0,   0}},
    {look_says_title,           "the title that the page gives itself",     { 12,  -9,  -9,  -9,  -9,  -9,  -9,  0,   0}},
    {look_beside,               "beside the main part of the page",         {  0,   4,   6,   6,   3,   2,   0,  -2,  -2}},
    {look_says_writer,          "the name that the page says wrote it",     { -4,  -9,  -9,  -9,  -6,   9,   0,  0,   0}},
    {look_below_link,           "below a link to another article",          { -2,  -6,  -5,  -4,  -2,   0,   0,  4,   4}},
    {look_crowd,                "among links",                              {  0, -10, -10,  -8,  -4,   0,   0,  6,   6}},
    {look_strong_lead,          "a paragraph in bold letters",              {  0,   4,   0,   0,   0,   0,   0,  0,   0}},
    {look_below_title,          "a name close below the title",             {  0,   0,   0,   0,   0,   9,   0,   0,   0}},
    {look_below_image,          "below a picture",                          { -2,  -4,  -4,  -6,   5,   0,   0,  0,   0}},
    {look_slanted,              "in slanted letters",                       { -2,   0,  -2,  -3,   4,   2,   0,  0,   0}},
    {look_centred,              "in the middle of the page",                {  0,  -1,  -3,   0,   3,   0,   0,  0,   0}},
    {look_about_writer,          "about the author",                         { -6, -10, -10, -6,   0,  -9,   0, 10,  10}},
    {look_pull,                  "lifted out of the text",                   { -6,  -6, -10, -10, -6, -12,  -6, 10,   0}},
    {look_right,                 "at the right, below the text",             { -3,  -3,  -3,  -4,   0,   6,   0,  0,   0}},
    {look_says_lead,            "what the page says it is about",           { -3,  12,  -2,  -9,  -9,  -9,  -9,  0,   0}},
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
