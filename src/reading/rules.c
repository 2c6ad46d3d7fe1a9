/* How a line is read: the table of rules, and the matching of their shapes. */
#include "reading/rules.h"

#include <string.h>

#include "base/utf8.h"
#include "words/foreign.h"
#include "reading/vi_address.h"
#include "reading/vi_code.h"
#include "reading/vi_date.h"
#include "reading/vi_measure.h"
#include "reading/vi_ratio.h"
#include "reading/vi_roman.h"
#include "reading/vi_word.h"

#define STANDARDS "iso|tcvn|qcvn|iec|tiêu chuẩn|quy chuẩn|iso/iec"

/* What is numbered by the year, and what tells hours from other counts. */
static const char documents[] =
    "nghị định|nghị định số|thông tư|thông tư số|quyết định|quyết định số|"
    "nghị quyết|nghị quyết số|luật số|chỉ thị|chỉ thị số|pháp lệnh|công văn|"
    "công văn số|nđ|tt|qđ|nq|ct";
static const char known_by_number[] =
    "đề án|chỉ thị|nghị quyết|nghị định|thông tư|quyết định|chương trình";
static const char hour_heads[] = "từ|đến|tới|lúc|hồi|vào|trước|sau|khoảng|-";

/* clang-format off */

static const struct rule number_rules[] = {
    /* name           shape        after  before  kind         reader */
    {"digits",        "#*",        NULL,  NULL,   KIND_TEXT,   vi_word_long_digits},
    {"long code",     "#*",        NULL,  NULL,   KIND_TEXT,   vi_code_long},
    {"web address",   "#*",        NULL,  NULL,   KIND_TEXT,   vi_address_web},
    {"document code", "#*",        NULL,  NULL,   KIND_TEXT,   vi_code_document},
    {"plate",         "#U-#.#",    NULL,  NULL,   KIND_TEXT,   vi_code_plate},
    {"plate",         "#U-#",      NULL,  NULL,   KIND_TEXT,   vi_code_plate},
    {"plate",         "#U#-#.#",   NULL,  NULL,   KIND_TEXT,   vi_code_plate},
    {"plate",         "#U#-#",     NULL,  NULL,   KIND_TEXT,   vi_code_plate},
    {"standard",      "#:#",       STANDARDS, NULL, KIND_TEXT, vi_code_standard},

    {"date span",     "#_-_#/#/#", NULL,  NULL,   KIND_DATE,   vi_date_span},
    {"date span",     "#_-_#/#",   NULL,  NULL,   KIND_DATE,   vi_date_span},
    {"date span",     "#-#.#",     vi_date_heads, NULL, KIND_DATE, vi_date_span},
    {"date",          "#/#/#*",    NULL,  NULL,   KIND_DATE,   vi_date_full},
    {"date",          "#-#-#",     NULL,  NULL,   KIND_DATE,   vi_date_full},
    {"date",          "#.#.#",     NULL,  NULL,   KIND_DATE,   vi_date_full},
    {"telephone",     "#*",        NULL,  NULL,   KIND_TEXT,   vi_address_phone},
    {"digits",        "#",         NULL,  NULL,   KIND_NUMBER, vi_address_digits},
    {"telephone",     "#",         NULL,  NULL,   KIND_NUMBER, vi_address_emergency},
    {"IP address",    "#.#.#.#",   NULL,  NULL,   KIND_TEXT,   vi_address_ip},

    {"clock",         "#:#:#",     NULL,  NULL,   KIND_TIME,   vi_date_clock},
    {"clock",         "#:#",       NULL,  NULL,   KIND_TIME,   vi_date_clock},
    {"clock",         "#h#p",      NULL,  NULL,   KIND_TIME,   vi_date_clock},
    {"clock",         "#g#p",      NULL,  NULL,   KIND_TIME,   vi_date_clock},
    {"clock",         "#h#'",      NULL,  NULL,   KIND_TIME,   vi_date_clock},
    {"clock",         "#h#",       NULL,  NULL,   KIND_TIME,   vi_date_clock},
    {"clock",         "#g#",       NULL,  NULL,   KIND_TIME,   vi_date_clock},
    {"clock",         "#h #",      NULL,  ".|,|;|ngày|cùng|sáng|chiều|tối", KIND_TIME, vi_date_clock},
    {"clock",         "# h #",     NULL,  NULL,   KIND_TIME,   vi_date_clock},
    {"clock",         "#h/#/#",    NULL, NULL,   KIND_DATE,   vi_date_hour_of_day},
    {"clock",         "#h/#",      hour_heads, NULL,   KIND_DATE,   vi_date_hour_of_day},
    {"clock",         "#h",        NULL,  NULL,   KIND_TIME,   vi_date_hours},
    {"clock",         "#g",        NULL,  "sáng|trưa|chiều|tối|đêm|ngày|hôm", KIND_TIME, vi_date_hours},
    {"clock",         "# W #",     NULL,  NULL,   KIND_TIME,   vi_date_full_hour},
    {"minutes",       "#'#\"#",   NULL,  NULL,   KIND_TIME,   vi_date_minutes},
    {"minutes",       "#'#\"",    NULL,  NULL,   KIND_TIME,   vi_date_minutes},
    {"minutes",       "#'#",       NULL,  NULL,   KIND_TIME,   vi_date_minutes},
    {"seconds",       "#\"#",     NULL,  NULL,   KIND_TIME,   vi_date_seconds},
    {"minutes",       "#p#s",      NULL,  NULL,   KIND_TIME,   vi_date_minutes},
    {"minutes",       "#p",        NULL,  NULL,   KIND_TIME,   vi_date_minutes},
    {"minutes",       "#'",        NULL,  NULL,   KIND_TIME,   vi_date_minutes},

    {"formation",     "#-#-#-#",   NULL,  NULL,   KIND_TEXT,   vi_ratio_row},
    {"formation",     "#-#-#",     NULL,  NULL,   KIND_TEXT,   vi_ratio_row},
    {"fertilizer",    "#-#",       "dap|npk|phân", NULL, KIND_TEXT, vi_ratio_row},
    {"flat",          "#-#",       "căn|căn hộ|lô|ô|phòng", NULL, KIND_TEXT, vi_ratio_name},
    {"named by date", "#-#",       "bệnh viện|đường|phố|quảng trường|trường|công viên|cầu|nhà hát|rạp", NULL, KIND_TEXT, vi_ratio_name},
    {"named by date", "#/#",       "đường|phố|quảng trường|công viên|bệnh viện|nông trường|trường", NULL, KIND_DATE, vi_date_day_month},
    {"house",         "#/#/#",     NULL,  NULL,   KIND_TEXT,   vi_address_house},
    {"score",         "#_-_#",     NULL,  NULL,   KIND_TEXT,   vi_ratio_score},
    {"scale",         "#:N",       NULL,  NULL,   KIND_NUMBER, vi_measure_scale},
    {"scale",         "N/N*",      "tỷ lệ|tỉ lệ", NULL, KIND_NUMBER, vi_ratio_part},
    {"issue",         "#/#",       "số|kỳ|tập", NULL, KIND_TEXT, vi_date_issue},
    {"document code", "#/#",       documents, NULL, KIND_TEXT, vi_code_numbered},
    {"score",         "#/#",       NULL,  NULL,   KIND_TEXT,   vi_ratio_set},
    {"seasons",       "#/#",       NULL,  NULL,   KIND_DATE,   vi_date_seasons},
    {"month",         "#/#",       NULL,  NULL,   KIND_DATE,   vi_date_month_year},
    {"month",         "#-#",       NULL,  NULL,   KIND_DATE,   vi_date_month_year},
    {"month",         "# #",       "tháng", NULL, KIND_DATE,   vi_date_month_year},
    {"month",         "#.#",       NULL,  NULL,   KIND_DATE,   vi_date_month_year},
    {"around",        "N/N*",      NULL,  NULL,   KIND_NUMBER, vi_ratio_always},
    {"date",          "#/#",       NULL,  NULL,   KIND_DATE,   vi_ratio_date},
    {"date",          "#_/_#",     vi_date_heads, NULL, KIND_DATE, vi_date_day_month},
    {"date",          "#-#",       NULL,  NULL,   KIND_DATE,   vi_ratio_other_date},
    {"date",          "#.#",       NULL,  NULL,   KIND_DATE,   vi_ratio_other_date},
    {"date",          "#-#",       NULL,  NULL,   KIND_DATE,   vi_date_alone},
    {"score",         "#-#",       NULL,  NULL,   KIND_TEXT,   vi_ratio_falling},
    {"mixed number",  "# #/#",     NULL,  NULL,   KIND_NUMBER, vi_ratio_mixed},
    {"fraction",      "#/#*",      NULL,  NULL,   KIND_NUMBER, vi_ratio_fraction},
    {"part",          "N/N*",      NULL,  NULL,   KIND_NUMBER, vi_ratio_part},

    {"month",         "#",         NULL,  NULL,   KIND_NUMBER, vi_date_month},
    {"document code", "#",         known_by_number, NULL, KIND_NUMBER, vi_code_zero},
    {"fineness",      "#",         "vàng|nhẫn|ta|trơn|24k|bạc|vàng 24k", NULL, KIND_TEXT, vi_measure_fineness},
    {"rank",          "#",         "thứ|hạng", NULL, KIND_NUMBER, vi_measure_rank},
    {"version",       "#.#.#",     NULL,  NULL,   KIND_TEXT,   vi_measure_version},
    {"version",       "#.#",       NULL,  NULL,   KIND_NUMBER, vi_measure_version},
    {"measure",       "#W#*",      NULL,  NULL,   KIND_NUMBER, vi_measure_split},
    {"serial",        "#",         NULL,  NULL,   KIND_TEXT,   vi_code_serial},
    {"measure",       "N*",        NULL,  NULL,   KIND_NUMBER, vi_measure_unit},
    {"number",        "N",         NULL,  NULL,   KIND_NUMBER, vi_word_number},
    {"number",        "N*",        NULL,  NULL,   KIND_NUMBER, vi_word_parted},
    {"number",        "#*",        NULL,  NULL,   KIND_NUMBER, vi_word_digits},
};

static const struct rule word_rules[] = {
    {"long code",     "W*",        NULL,  NULL,   KIND_TEXT,   vi_code_long},
    {"measure",       "W*",        NULL,  NULL,   KIND_NUMBER, vi_measure_named},
    {"plain",         "W*",        NULL,  NULL,   KIND_TEXT,   vi_word_lower},
    {"web address",   "W*",        NULL,  NULL,   KIND_TEXT,   vi_address_web},
    {"times",         "x*",        NULL,  NULL,   KIND_TEXT,   vi_ratio_times},
    {"weekday",       "t#",        NULL,  NULL,   KIND_DATE,   vi_date_short_weekday},
    {"month",         "t#/#",      NULL,  NULL,   KIND_TEXT,   vi_date_short_month},
    {"place",         "W .",       NULL,  NULL,   KIND_TEXT,   vi_word_place},
    {"place",         "W.*",       NULL,  NULL,   KIND_TEXT,   vi_word_place},
    {"document code", "U*",        NULL,  NULL,   KIND_TEXT,   vi_code_letters},
    {"code",          "U.#.#.#",   NULL,  NULL,   KIND_TEXT,   vi_code_dotted},
    {"code",          "U.#.#",     NULL,  NULL,   KIND_TEXT,   vi_code_dotted},
    {"boat",          "W_#_U",     NULL,  NULL,   KIND_TEXT,   vi_code_boat},
    {"boat",          "W-#-U",     NULL,  NULL,   KIND_TEXT,   vi_code_boat},
    {"roman",         "W/#",       NULL,  NULL,   KIND_DATE,   vi_roman_year},
    {"roman",         "W-#",       NULL,  NULL,   KIND_DATE,   vi_roman_year},
    {"roman",         "W",         NULL,  NULL,   KIND_TEXT,   vi_roman_numeral},
    {"roman",         "U",         NULL,  NULL,   KIND_TEXT,   vi_roman_letter},
    {"money",         "W*",        NULL,  NULL,   KIND_NUMBER, vi_measure_money},
    {"money",         "W*",        NULL,  NULL,   KIND_NUMBER, vi_measure_currency},
    {"word list",     "U_-_U*",    NULL,  NULL,   KIND_TEXT,   vi_word_hyphened},
    {"word list",     "W*",        NULL,  NULL,   KIND_TEXT,   vi_word_listed},
    {"roman",         "U",         NULL,  NULL,   KIND_TEXT,   vi_roman_suffix},
    {"money",         "U",         NULL,  NULL,   KIND_TEXT,   vi_measure_code},
    {"roman",         "U",         NULL,  NULL,   KIND_TEXT,   vi_roman_bare},
    {"letters",       "U*",        NULL,  NULL,   KIND_TEXT,   vi_word_series},
    {"plain",         "W*",        NULL,  NULL,   KIND_TEXT,   vi_word_plain},
    {"letter",        "W*",        NULL,  NULL,   KIND_TEXT,   vi_word_letter},
    {"joined words",  "U",         NULL,  NULL,   KIND_TEXT,   vi_word_composed},
    {"letters",       "W*",        NULL,  NULL,   KIND_TEXT,   vi_word_spelled},
    {"joined words",  "W*",        NULL,  NULL,   KIND_TEXT,   vi_word_joined},
    {"foreign",       "W*",        NULL,  NULL,   KIND_TEXT,   vi_word_foreign},
};

static const struct rule sign_rules[] = {
    {"web path",      "/*",        NULL,  NULL,   KIND_TEXT,   vi_address_path},
    {"document code", "?_W*",      NULL,  NULL,   KIND_TEXT,   vi_code_suffix},
    {"telephone",     "+#",        NULL,  NULL,   KIND_NUMBER, vi_address_country},
    {"telephone",     "+#*",       NULL,  NULL,   KIND_TEXT,   vi_address_phone},
    {"telephone",     "(#)*",      NULL,  NULL,   KIND_TEXT,   vi_address_phone},
    {"telephone",     "(#-#)*",    NULL,  NULL,   KIND_TEXT,   vi_address_phone},
    {"web address",   ".W",        NULL,  NULL,   KIND_TEXT,   vi_address_domain},
    {"hashtag",       "?W*",       NULL,  NULL,   KIND_TEXT,   vi_address_hashtag},
    {"money",         "?*",        NULL,  NULL,   KIND_NUMBER, vi_measure_money},
    {"range",         "?*",        NULL,  NULL,   KIND_TEXT,   vi_ratio_hyphen},
    {"minus",         "-#*",       NULL,  NULL,   KIND_TEXT,   vi_measure_minus},
    {"times",         "?*",        NULL,  NULL,   KIND_TEXT,   vi_ratio_times},
    {"rate",          "/_W*",      NULL,  NULL,   KIND_NUMBER, vi_measure_per},
    {"month",         "/#",        "tháng|quý|kỳ|vụ|đợt|năm học", NULL, KIND_DATE, vi_date_slash_year},
    {"part",          "/#*",       NULL,  NULL,   KIND_TEXT,   vi_ratio_whole},
    {"sign",          "?*",        NULL,  NULL,   KIND_TEXT,   vi_word_symbol},
    {"punctuation",   "?*",        NULL,  NULL,   KIND_PUNCTUATION, vi_word_sign},
};
/* clang-format on */

#define TABLE(rules)                                                           \
    {                                                                          \
        (rules), sizeof(rules) / sizeof(rules)[0]                              \
    }

/* By the kind of the first token. */
static const struct {
    const struct rule *rules;
    size_t count;
} tables[] = {
    [TOKEN_WORD] = TABLE(word_rules),
    [TOKEN_NUMBER] = TABLE(number_rules),
    [TOKEN_SIGN] = TABLE(sign_rules),
};

/* ---- shapes ---------------------------------------------------------------
 */

static bool is_letter_token(const struct token *token, char letter)
{
    return token->kind == TOKEN_WORD && token->lower.len == 1 &&
           token->lower.s[0] == letter;
}

static bool is_sign_token(const struct token *token, char sign)
{
    return token->kind == TOKEN_SIGN && token->lower.len == 1 &&
           token->lower.s[0] == sign;
}

static bool has_kind(const struct token *token, char shape)
{
    switch (shape) {
    case '#':
    case 'N':
        return token->kind == TOKEN_NUMBER;
    case 'W':
        return token->kind == TOKEN_WORD;
    case 'U':
        return token->kind == TOKEN_WORD && token->upper;
    case '?':
        return token->kind == TOKEN_SIGN;
    default:
        return shape >= 'a' && shape <= 'z' ? is_letter_token(token, shape)
                                            : is_sign_token(token, shape);
    }
}

/* The tokens that one letter of a shape takes from `at` on; 0 when none. */
static size_t match_one(struct match *match, size_t *parts, char shape,
                        size_t at)
{
    const struct line *line = match->line;
    size_t end = at + 1;
    struct numeral numeral;

    if (!has_kind(&line->tokens[at], shape))
        return 0;
    if (shape == 'N') {
        end = vi_number_scan(&numeral, line, at);
        if (end == at)
            return 0;
        if (match->numeral.whole_digits == 0)
            match->numeral = numeral;
    }
    if (strchr("#NWU?", shape))
        match->part[(*parts)++] =
            shape == '#' ? line->tokens[at].lower : line_span(line, at, end);
    return end - at;
}

/* What is written does not go on: "1/2" does in "1/2/3" and "1/2kg". */
static bool is_whole(const struct line *line, size_t end)
{
    const struct token *next = &line->tokens[end];

    if (next->kind == TOKEN_END || !next->glued)
        return true;
    if (next->kind != TOKEN_SIGN)
        return false;
    if (next->lower.len != 1 || !str_has(STR("./,:"), next->lower))
        return true;
    return !next[1].glued || next[1].kind == TOKEN_SIGN ||
           (next[1].kind == TOKEN_WORD && next->lower.s[0] != '/');
}

/* Whether the second token is the sign that the shape has there: most shapes
 * fail at that. */
static bool may_match(const struct token *first, const char *shape)
{
    static const char signs[] = "/-.:'\"";
    char sign = shape[1];

    return sign == '\0' || !strchr(signs, sign) ||
           (first[1].glued && first[1].lower.len > 0 &&
            first[1].lower.s[0] == sign);
}

static bool match_shape(struct match *match, const char *shape)
{
    const struct token *tokens = match->line->tokens;
    size_t at = match->first, parts = 0;

    if (!may_match(&tokens[at], shape))
        return false;
    match->numeral.whole_digits = 0;
    memset(match->part, 0, sizeof match->part);
    for (; *shape && *shape != '*'; shape++) {
        bool may_part = *shape == '_' || *shape == ' ';
        size_t taken;

        if (may_part && *shape == ' ' && tokens[at].glued)
            return false;
        shape += may_part;
        if (at > match->first && !may_part && !tokens[at].glued)
            return false;
        taken = match_one(match, &parts, *shape, at);
        if (taken == 0)
            return false;
        at += taken;
    }
    match->end = at;
    return *shape == '*' || is_whole(match->line, at);
}

/* ---- what was read before -------------------------------------------------
 */

const struct item *rules_last(const struct match *match)
{
    return match->item_count > 0 ? &match->items[match->item_count - 1] : NULL;
}

static bool is_quantity(const struct item *item)
{
    return item->kind == KIND_NUMBER || item->kind == KIND_DATE ||
           item->kind == KIND_TIME;
}

static bool has_digit(str text)
{
    while (text.len > 0)
        if (utf8_is_digit(utf8_next(&text)))
            return true;
    return false;
}

void rules_show(struct match *match, str written, str spoken)
{
    struct buf letters = {.mem = match->scratch};
    bool named = foreign_spell(&letters, written, match->lexicon) &&
                 str_eq(buf_str(&letters), spoken);

    vi_number_add(&match->shown,
                  named || has_digit(written) ? spoken : written);
}

/* A series is of quantities, with these between them. */
static void grow_series(struct match *match, const struct item *item)
{
    if (is_quantity(item)) {
        if (!match->in_series)
            match->series = item->first;
        match->in_series = true;
        match->has_date = match->has_date || item->kind == KIND_DATE;
    } else if (!line_is_one_of(match->line->tokens[item->first].lower,
                               ",|-|và|hoặc|đến|tới|;")) {
        match->in_series = match->has_date = false;
    }
}

size_t rules_series(const struct match *match)
{
    const struct item *last = rules_last(match);
    bool sign = match->line->tokens[match->first].kind == TOKEN_SIGN;

    return match->in_series && (sign || !is_quantity(last)) ? match->series
                                                            : match->first;
}

/* ---- a line ---------------------------------------------------------------
 */

static bool try_rule(struct buf *out, struct match *match,
                     const struct rule *rule)
{
    const struct line *line = match->line;

    out->len = 0;
    match->shown.len = 0;
    match->unsure = match->pause = false;
    match->skipped = NULL;
    match->entry = NULL;
    return match_shape(match, rule->shape) &&
           (!rule->after || line_has_before(line, match->first, rule->after)) &&
           (!rule->before || line_has_at(line, match->end, rule->before)) &&
           rule->read(out, match);
}

/* Phonemes are nothing for the eye. */
static str shown_of(const struct match *match, str spoken, struct arena *keep)
{
    if (match->shown.len > 0)
        return str_copy(buf_str(&match->shown), keep);
    return str_has(spoken, STR("[["))
               ? line_span(match->line, match->first, match->end)
               : spoken;
}

/* What the rule made of the tokens. */
static struct item item_of(const struct match *match, const struct rule *rule,
                           str spoken, struct arena *keep)
{
    struct item item = {
        .first = match->first,
        .end = match->end,
        .spoken = str_copy(spoken, keep),
        .rule = rule->name,
        .entry = match->entry,
        .kind = rule->kind,
        .unsure = match->unsure,
        .pause = match->pause,
        .skipped = match->skipped,
    };

    item.shown = shown_of(match, item.spoken, keep);
    return item;
}

static struct item read_item(struct match *match, struct buf *out,
                             struct arena *keep)
{
    enum token_kind kind = match->line->tokens[match->first].kind;

    for (size_t i = 0; i < tables[kind].count; i++) {
        const struct rule *rule = &tables[kind].rules[i];

        if (try_rule(out, match, rule))
            return item_of(match, rule, buf_str(out), keep);
    }
    return (struct item){
        .first = match->first,
        .end = match->first + 1,
        .rule = "none",
        .skipped = "no Vietnamese reading is known",
    };
}

struct item *rules_read(size_t *count, const struct line *line,
                        const struct lexicon *lexicon, enum region region,
                        struct arena *keep, struct arena *scratch)
{
    struct item *items = ARENA_ARRAY(scratch, struct item, line->count);
    struct buf out = {.mem = scratch};
    struct match match = {
        .line = line,
        .lexicon = lexicon,
        .region = region,
        .items = items,
        .scratch = scratch,
        .shown = {.mem = scratch},
    };

    *count = 0;
    while (match.first < line->count) {
        struct item *item = &items[*count];

        *item = read_item(&match, &out, keep);
        grow_series(&match, item);
        match.first = item->end;
        match.item_count = ++*count;
    }
    return items;
}
