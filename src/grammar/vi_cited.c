/* Letters that stand for what is numbered, told by what stands around them. */
#include "grammar/vi_cited.h"

#include "base/utf8.h"
#include "words/foreign.h"

/* What a letter stands for. */
struct sense {
    const char *letter, *spoken;
};

static const char *find_sense(const struct sense *senses, size_t count,
                              str letter)
{
    for (size_t i = 0; i < count; i++)
        if (str_eq(letter, str_from(senses[i].letter)))
            return senses[i].spoken;
    return NULL;
}

static bool say_sense(struct buf *out, const char *spoken,
                      const struct match *match)
{
    vi_number_say(out, spoken);
    vi_number_count(out, match->part[1], match->region);
    return true;
}

/* ---- laws ---------------------------------------------------------------- */

static const struct sense articles[] = {{"Đ", "điều"}, {"K", "khoản"}};

static const char laws[] =
    "blhs|blds|bltths|blttds|bllđ|bộ luật|của blhs|của bộ luật";

#define ARTICLES (sizeof articles / sizeof articles[0])

/* So many articles and clauses may stand before the law. */
#define CITED_MAX 8

/* Behind further articles and clauses a law is named. */
bool vi_cited_article(struct buf *out, struct match *match)
{
    const struct line *line = match->line;
    const char *spoken = find_sense(articles, ARTICLES, match->part[0]);
    size_t at = match->end, count = 0;

    if (!spoken)
        return false;
    while (!line_has_at(line, at, laws)) {
        const struct token *token = &line->tokens[at];
        bool comma = str_eq(token->lower, STR(","));

        token += comma;
        if (++count == CITED_MAX ||
            !find_sense(articles, ARTICLES, token->text) ||
            token[1].kind != TOKEN_NUMBER)
            return false;
        at += comma + 2U;
    }
    return say_sense(out, spoken, match);
}

/* ---- the army ------------------------------------------------------------ */

static const struct sense units[] = {
    {"c", "đại đội"},
    {"d", "tiểu đoàn"},
    {"e", "trung đoàn"},
    {"f", "sư đoàn"},
};

static const char army[] =
    "trung đoàn|tiểu đoàn|sư đoàn|đại đội|lữ đoàn|quân đoàn|quân khu|đơn vị|"
    "bộ đội|chiến sĩ|liệt sĩ|cựu chiến binh|ccb|chiến trường|hành quân|"
    "nhập ngũ|chiến đấu|lính|pháo binh|bộ binh|đặc công|công binh";

bool vi_cited_regiment(struct buf *out, struct match *match)
{
    const struct line *line = match->line;
    const char *spoken =
        find_sense(units, sizeof units / sizeof units[0], match->part[0]);

    return spoken && !line_has_before(line, match->first, spoken) &&
           (match_joins(match, "regiment", ",|-|và|/") ||
            line_has_near(line, match->first, army)) &&
           say_sense(out, spoken, match);
}

/* ---- streets ------------------------------------------------------------- */

#define STREET_MIN_LETTERS 2
#define STREET_MAX_LETTERS 3
#define STREET_MAX_DIGITS 2

static const char roads[] = "ql|đt|đh|hl|ct|đx|đtl|ltl|km";

bool vi_cited_street(struct buf *out, struct match *match)
{
    str letters = match->part[0];
    size_t count = utf8_count(letters);
    const struct token *token = &match->line->tokens[match->first];

    if (count < STREET_MIN_LETTERS || count > STREET_MAX_LETTERS ||
        match->part[1].len > STREET_MAX_DIGITS ||
        line_is_one_of(token->lower, roads) ||
        str_eq(match->line->tokens[match->end].lower, STR("%")) ||
        !foreign_spell(out, letters, match->lexicon))
        return false;
    match->unsure = line_is_one_of(token->lower, "tl");
    if (match->part[1].s[0] == '0')
        vi_number_digits(out, match->part[1]);
    else
        vi_number_count(out, match->part[1], match->region);
    return true;
}

/* ---- tests --------------------------------------------------------------- */

static const char tests[] =
    "xét nghiệm|test|test nhanh|kết quả|ma túy|pcr|hiv|hbsag|vi rút|virus|"
    "vi khuẩn|heroin|thuốc lắc|methamphetamine";

bool vi_cited_result(struct buf *out, struct match *match)
{
    bool positive = str_eq(match->part[0], STR("+"));
    const char *spoken = positive ? "dương tính" : "âm tính";

    if (!line_is_one_of(match->part[0], "+|-") ||
        !(line_has_before(match->line, match->first, spoken) ||
          line_has_near(match->line, match->first, tests)))
        return false;
    if (line_has_before(match->line, match->first, spoken))
        match->skipped = "said in words before";
    else
        vi_number_say(out, spoken);
    return true;
}
