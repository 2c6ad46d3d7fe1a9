/* What elements hint at by their tag and by the words of their class and id. */
#include "page/hints.h"

#include <stdlib.h>

#include "page/texthash.h"

#define CLASS_LETTERS_MOST 40 /* what is longer says nothing */
#define KNOWN_CLASSES 1024    /* a power of two */
#define LETTERS 26

#define B(hint) HINT_BIT(HINT_##hint)

/* clang-format off */

/* Sorted by name. */
static const struct tag tags[] = {
    {"a",          TAG_LINK, 0},
    {"abbr",       0, 0},
    {"acronym",    0, 0},
    {"area",       TAG_EMPTY, 0},
    {"aside",      TAG_BLOCK, B(FRAME)},
    {"b",          TAG_STRONG, 0},
    {"base",       TAG_EMPTY, 0},
    {"bdi",        0, 0},
    {"bdo",        0, 0},
    {"big",        0, 0},
    {"blockquote", TAG_BLOCK, 0},
    {"br",         TAG_EMPTY, 0},
    {"caption",    TAG_BLOCK, B(CAPTION)},
    {"center",     TAG_BLOCK, B(CENTRED)},
    {"cite",       TAG_SLANTED, 0},
    {"code",       0, 0},
    {"col",        TAG_EMPTY, 0},
    {"del",        0, 0},
    {"dfn",        0, 0},
    {"em",         TAG_SLANTED, 0},
    {"embed",      TAG_EMPTY, 0},
    {"figcaption", TAG_BLOCK, B(CAPTION)},
    {"figure",     TAG_BLOCK, B(FIGURE)},
    {"font",       0, 0},
    {"footer",     TAG_BLOCK, B(FRAME)},
    {"form",       TAG_BLOCK, B(TOOL)},
    {"frame",      TAG_EMPTY, 0},
    {"h1",         TAG_BLOCK, B(H1)},
    {"h2",         TAG_BLOCK, B(HEADING)},
    {"h3",         TAG_BLOCK, B(HEADING)},
    {"h4",         TAG_BLOCK, B(HEADING)},
    {"h5",         TAG_BLOCK, B(HEADING)},
    {"h6",         TAG_BLOCK, B(HEADING)},
    {"i",          TAG_SLANTED, 0},
    {"img",        TAG_EMPTY, 0},
    {"input",      TAG_EMPTY, 0},
    {"ins",        0, 0},
    {"kbd",        0, 0},
    {"label",      0, 0},
    {"li",         TAG_BLOCK, B(ITEM)},
    {"link",       TAG_EMPTY, 0},
    {"mark",       0, 0},
    {"meta",       TAG_EMPTY, 0},
    {"nav",        TAG_BLOCK, B(FRAME)},
    {"nobr",       0, 0},
    {"o:p",        0, 0},
    {"p",          TAG_BLOCK, B(PARAGRAPH)},
    {"param",      TAG_EMPTY, 0},
    {"q",          0, 0},
    {"ruby",       0, 0},
    {"s",          0, 0},
    {"samp",       0, 0},
    {"small",      0, 0},
    {"source",     TAG_EMPTY, 0},
    {"span",       0, 0},
    {"strike",     0, 0},
    {"strong",     TAG_STRONG, 0},
    {"sub",        0, 0},
    {"sup",        0, 0},
    {"time",       0, B(DATE)},
    {"tr",         TAG_BLOCK | TAG_ROW, 0},
    {"track",      TAG_EMPTY, 0},
    {"tt",         0, 0},
    {"u",          0, 0},
    {"var",        0, 0},
    {"wbr",        TAG_EMPTY, 0},
};

/* The words of each hint; one with '*' counts inside longer words too. */
static const struct {
    uint32_t hints;
    const char *words; /* in lower case, a space after each */
} names[] = {
    {B(TITLE),
     "title* headline* tieude* heading "},
    {B(LEAD),
     "sapo* lead lede summary description desc excerpt abstract "
     "standfirst intro subtitle chappeau chapeau teaser tomtat "
     "mota trichdan trichyeu dek subhead* "},
    {B(CAPTION),
     "caption* chuthich* imgdesc credit photocredit legend "},
    {B(WRITER),
     "author* byline* tacgia* writer reporter journalist nguon "
     "signature butdanh pen "},
    {B(DATE),
     "date dateline updated time timestamp* datetime published* pubdate ngaydang* "
     "thoigian ngay "},
    {B(OTHERS),
     "related* relate lienquan* recommend* popular* trending* "
     "docnhieu* xemnhieu* tinmoi* tinkhac* readmore* seealso* "
     "xemthem* cungchuyenmuc* mostread* mostview* latest* suggest* "
     "nextprev othernews* docthem* morenews morestories baikhac "
     "promo* "},
    {B(TALK),
     "comment* binhluan* disqus* reply* feedback* ykien* respond "
     "phanhoi* "},
    {B(TOOL),
     "share* sharing* social* print* toolbar* tools player* audio* "
     "poll* vote* rating ratings newsletter* subscribe* subscription* "
     "login* search* popup* modal* cookie* consent* bookmark* "
     "chiase* embed* button* btn donate* "},
    {B(TAGS),
     "tag tags keyword* tukhoa* taglist* topics "},
    {B(FRAME),
     "footer* header nav navbar* navigation* menu* breadcrumb* "
     "sidebar* copyright* masthead* pagination* pager sitemap* "
     "topbar* rail bottombar "},
    {B(ADS),
     "ad ads adv advert* banner* quangcao* sponsor* adsense "
     "outbrain* taboola* "},
    {B(HIDDEN),
     "hidden sr "},
    {B(PULL),
     "pull pullquote* quotebox* blockquotebox* "},
    {B(PLACE),
     "location* "},
    {B(CENTRED),
     "center* centre* image "},
};

/* clang-format on */

static const struct tag other = {"", TAG_BLOCK, 0};

static int by_name(const void *key, const void *row)
{
    return str_cmp(*(const str *)key,
                   str_from(((const struct tag *)row)->name));
}

const struct tag *hints_tag(str name)
{
    const struct tag *tag = bsearch(&name, tags, sizeof tags / sizeof tags[0],
                                    sizeof tags[0], by_name);

    return tag ? tag : &other;
}

/* ---- Words --------------------------------------------------------------- */

struct word {
    str letters;
    bool anywhere; /* in longer words too */
    uint32_t hints;
    const struct word *next; /* with the same first letter */
};

struct hints {
    const struct word *first[LETTERS];
    struct {
        uint64_t hash;
        uint32_t hints;
    } known[KNOWN_CLASSES];
};

struct hints *hints_new(struct arena *mem)
{
    struct hints *hints = ARENA_ONE(mem, struct hints);

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        for (str rest = str_from(names[i].words); rest.len > 0;) {
            struct word *word = ARENA_ONE(mem, struct word);
            str letters = str_cut(rest, ' ', &rest);
            const struct word **first = &hints->first[letters.s[0] - 'a'];

            word->anywhere = str_ends(letters, STR("*"));
            word->letters = str_slice(letters, 0, letters.len - word->anywhere);
            word->hints = names[i].hints;
            word->next = *first;
            *first = word;
        }
    return hints;
}

/* Of one word in lower case. */
static uint32_t hints_of(const struct hints *hints, str text)
{
    uint32_t found = 0;

    for (size_t at = 0; at < text.len; at++) {
        const struct word *word = hints->first[text.s[at] - 'a'];

        for (; word; word = word->next)
            if (word->anywhere ? str_starts(str_skip(text, at), word->letters)
                               : at == 0 && str_eq(text, word->letters))
                found |= word->hints;
    }
    return found;
}

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

/* Of one class: of each of its words, and of all of them joined, as in
 * "tin-lien-quan". Words end at other signs and before capitals. */
static uint32_t hints_of_class(const struct hints *hints, str class)
{
    char letters[CLASS_LETTERS_MOST];
    size_t len = 0, word = 0;
    uint32_t found = 0;

    for (size_t i = 0; i < class.len && len < CLASS_LETTERS_MOST; i++) {
        char c = class.s[i];
        bool capital = is_upper(c) && i > 0 && is_lower(class.s[i - 1]);

        if (capital || (!is_upper(c) && !is_lower(c))) {
            found |= hints_of(hints, (str){letters + word, len - word});
            word = len;
        }
        if (is_upper(c) || is_lower(c))
            letters[len++] = (char)(c | 0x20);
    }
    return found | hints_of(hints, (str){letters + word, len - word}) |
           hints_of(hints, (str){letters, len});
}

uint32_t hints_find(struct hints *hints, str classes)
{
    uint64_t hash = texthash(classes);
    size_t at = (size_t)hash & (KNOWN_CLASSES - 1);
    uint32_t found = 0;

    if (classes.len == 0)
        return 0;
    if (hints->known[at].hash == hash)
        return hints->known[at].hints;
    while (classes.len > 0)
        found |= hints_of_class(hints, str_cut(classes, ' ', &classes));
    hints->known[at].hash = hash;
    hints->known[at].hints = found;
    return found;
}
