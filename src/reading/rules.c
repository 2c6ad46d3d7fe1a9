/* How a line is read: the table of rules, and the matching of their shapes. */
#include "reading/rules.h"

#include "base/utf8.h"
#include "reading/vi_word.h"

/* clang-format off */

static const struct rule number_rules[] = {
    /* name        shape  after  before  kind          reader */
    {"number",     "N",   NULL,  NULL,   KIND_NUMBER,  vi_word_number},
    {"digits",     "#*",  NULL,  NULL,   KIND_NUMBER,  vi_word_digits},
};

static const struct rule word_rules[] = {
    {"plain",      "W*",  NULL,  NULL,   KIND_TEXT,    vi_word_lower},
    {"word list",  "W*",  NULL,  NULL,   KIND_TEXT,    vi_word_listed},
    {"plain",      "W*",  NULL,  NULL,   KIND_TEXT,    vi_word_plain},
    {"letters",    "U*",  NULL,  NULL,   KIND_TEXT,    vi_word_spelled},
    {"foreign",    "W*",  NULL,  NULL,   KIND_TEXT,    vi_word_foreign},
};

static const struct rule sign_rules[] = {
    {"punctuation", "?",  NULL,  NULL,   KIND_PUNCTUATION, vi_word_sign},
};
/* clang-format on */

#define TABLE(rules)                                                           \
    {                                                                          \
        rules, sizeof rules / sizeof rules[0]                                  \
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
    if (shape == '#' || shape == 'N' || shape == 'W' || shape == 'U')
        match->part[(*parts)++] = line_span(line, at, end);
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

static bool match_shape(struct match *match, const char *shape)
{
    const struct token *tokens = match->line->tokens;
    size_t at = match->first, parts = 0;

    match->numeral.whole_digits = 0;
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

/* ---- a line ---------------------------------------------------------------
 */

static bool try_rule(struct buf *out, struct match *match,
                     const struct rule *rule)
{
    const struct line *line = match->line;

    out->len = 0;
    match->unsure = false;
    match->skipped = NULL;
    return match_shape(match, rule->shape) &&
           (!rule->after || line_has_before(line, match->first, rule->after)) &&
           (!rule->before || line_has_at(line, match->end, rule->before)) &&
           rule->read(out, match);
}

static struct item read_item(struct match *match, struct buf *out,
                             struct arena *keep)
{
    enum token_kind kind = match->line->tokens[match->first].kind;

    for (size_t i = 0; i < tables[kind].count; i++) {
        const struct rule *rule = &tables[kind].rules[i];

        if (try_rule(out, match, rule))
            return (struct item){
                .first = match->first,
                .end = match->end,
                .spoken = str_copy(buf_str(out), keep),
                .rule = rule->name,
                .kind = rule->kind,
                .unsure = match->unsure,
                .skipped = match->skipped,
            };
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
        .scratch = scratch,
    };

    *count = 0;
    while (match.first < line->count) {
        struct item *item = &items[*count];

        *item = read_item(&match, &out, keep);
        match.last = item;
        match.first = item->end;
        ++*count;
    }
    return items;
}
