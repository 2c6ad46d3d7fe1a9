/* Document codes by their grammar, and other codes of letters and digits. */
#include "grammar/vi_code.h"

#include "base/utf8.h"
#include "words/foreign.h"

#define MAX_PARTS 8
#define YEAR_DIGITS 4
#define FIRST_YEAR 1940
#define LAST_YEAR 2099

/* One part after the number: "2024", "NĐ", "QH15". */
struct part {
    size_t token;
    const struct entry *entry; /* of a document type or an issuer, or NULL */
    bool is_year;
    bool has_number; /* digits touch the letters */
};

struct code {
    struct part parts[MAX_PARTS];
    size_t count, end;
};

static bool is_joint(const struct token *token, bool first)
{
    return token->kind == TOKEN_SIGN && token->lower.len == 1 &&
           (token->glued || first) && str_has(STR("/-:"), token->lower);
}

static bool is_year(const struct token *token)
{
    int value = vi_number_value(token->lower);

    return token->kind == TOKEN_NUMBER && token->text.len == YEAR_DIGITS &&
           value >= FIRST_YEAR && value <= LAST_YEAR;
}

/* A part in letters is a type first, then an issuer. */
static const struct entry *find_entry(const struct match *match, str text,
                                      bool is_type)
{
    const struct entry *entry = lexicon_find(
        match->lexicon, is_type ? WORDS_DOCUMENTS : WORDS_ISSUERS, text);

    if (!entry)
        entry = lexicon_find(match->lexicon,
                             is_type ? WORDS_ISSUERS : WORDS_DOCUMENTS, text);
    return entry;
}

static bool has_letters(str text, const struct match *match)
{
    struct buf names = {.mem = match->scratch};

    return foreign_spell(&names, text, match->lexicon);
}

static bool take_part(struct code *code, const struct match *match)
{
    const struct line *line = match->line;
    size_t at = code->end + 1;
    const struct token *token = &line->tokens[at];
    bool has_type = code->count > 0 && code->parts[code->count - 1].entry;
    struct part part = {.token = at};

    if (code->count == MAX_PARTS ||
        !is_joint(&line->tokens[code->end], code->count == 0))
        return false;
    if (!token->glued && (code->count > 0 || token->kind != TOKEN_WORD ||
                          str_eq(token[-1].lower, STR(":"))))
        return false;
    part.is_year = code->count == 0 && is_year(token);
    if (!part.is_year && !line_is_capital(line, at))
        return false;
    if (token->kind == TOKEN_WORD && token->text.len > 1) {
        part.entry = find_entry(match, token->text, !has_type);
        part.has_number = line->tokens[at + 1].kind == TOKEN_NUMBER &&
                          line->tokens[at + 1].glued;
    }
    if (!part.is_year && !part.entry &&
        !(token->glued && has_letters(token->text, match)))
        return false;
    code->parts[code->count++] = part;
    code->end = at + 1 + part.has_number;
    return true;
}

/* Codes are known by a part that stands in the lists, or by a year and more. */
static bool is_known(const struct code *code)
{
    if (code->count > 1 && code->parts[0].is_year)
        return true;
    for (size_t i = 0; i < code->count; i++)
        if (code->parts[i].entry)
            return true;
    return false;
}

/* A type is chosen by what stands before the code alone; an issuer also by the
 * type, and by who is named after "của". */
static void say_entry(struct buf *out, const struct entry *entry,
                      const struct code *code, struct match *match)
{
    struct buf before = {.mem = match->scratch};
    str after = {0}, clue;

    buf_add(&before, line_text_before(match->line, match->first));
    if (entry->list == WORDS_ISSUERS) {
        buf_char(&before, ' ');
        buf_add(&before, buf_str(out));
        after = line_text_from(match->line, code->end);
        after = str_skip(after, str_find(after, STR("của")));
    }
    vi_number_add(out, lexicon_choose(entry, buf_str(&before), after, &clue,
                                      *match->scratch));
    if (clue.len == 0 && entry_context(entry).len > 0)
        match->unsure = true;
}

static void say_letters(struct buf *out, str letters, const struct match *match)
{
    struct buf names = {.mem = match->scratch};

    foreign_spell(&names, letters, match->lexicon);
    vi_number_add(out, buf_str(&names));
}

/* Two issuers in one: "BTCTU" is BTC and TU. */
static bool say_joined(struct buf *out, str letters, const struct code *code,
                       struct match *match)
{
    for (size_t len = letters.len - 1; len-- > 1;) {
        const struct entry *first = lexicon_find(match->lexicon, WORDS_ISSUERS,
                                                 str_slice(letters, 0, len));
        const struct entry *last =
            lexicon_find(match->lexicon, WORDS_ISSUERS, str_skip(letters, len));

        if (first && last) {
            say_entry(out, first, code, match);
            say_entry(out, last, code, match);
            return true;
        }
    }
    return false;
}

static void say_part(struct buf *out, const struct part *part,
                     const struct code *code, struct match *match)
{
    const struct token *token = &match->line->tokens[part->token];

    if (part->is_year) {
        vi_number_say(out, "năm");
        vi_number_count(out, token->lower, match->region);
        return;
    }
    if (part->entry) {
        say_entry(out, part->entry, code, match);
    } else if (!say_joined(out, token->text, code, match)) {
        say_letters(out, token->text, match);
        match->unsure = true;
    }
    if (part->has_number)
        vi_number_count(out, token[1].lower, match->region);
}

bool vi_code_zero(struct buf *out, struct match *match)
{
    if (match->part[0].len != 2 || match->part[0].s[0] != '0')
        return false;
    vi_number_digits(out, match->part[0]);
    return true;
}

bool vi_code_document(struct buf *out, struct match *match)
{
    struct code code = {.end = match->end};

    while (take_part(&code, match))
        ;
    if (!is_known(&code))
        return false;
    if (!line_has_before(match->line, match->first, "đề án") ||
        !vi_code_zero(out, match))
        vi_number_count(out, match->part[0], match->region);
    if (code.parts[0].is_year) {
        say_part(out, &code.parts[0], &code, match);
        match->end = code.parts[0].token + 1;
    }
    match->pause = true;
    return true;
}

bool vi_code_numbered(struct buf *out, struct match *match)
{
    if (!is_year(&match->line->tokens[match->end - 1]))
        return false;
    vi_number_count(out, match->part[0], match->region);
    vi_number_say(out, "năm");
    vi_number_count(out, match->part[1], match->region);
    return true;
}

bool vi_code_suffix(struct buf *out, struct match *match)
{
    const struct item *last = match_last(match);
    struct code code = {.end = match->first};

    if (!last || !str_eq(str_from(last->rule), STR("document code")))
        return false;
    while (take_part(&code, match))
        ;
    for (size_t i = 0; i < code.count; i++)
        say_part(out, &code.parts[i], &code, match);
    match->end = code.end;
    match->pause = true;
    return code.count > 0;
}

bool vi_code_letters(struct buf *out, struct match *match)
{
    struct code code = {.end = match->first + 1};

    code.parts[code.count++] = (struct part){
        .token = match->first,
        .entry = lexicon_find(match->lexicon, WORDS_DOCUMENTS, match->part[0]),
    };
    while (take_part(&code, match))
        ;
    if (code.count < 2 || !code.parts[0].entry || !code.parts[1].entry ||
        code.parts[1].entry->list != WORDS_ISSUERS ||
        lexicon_find(match->lexicon, WORDS_ABBREVIATIONS,
                     line_span(match->line, match->first, code.end)))
        return false;
    for (size_t i = 0; i < code.count; i++)
        say_part(out, &code.parts[i], &code, match);
    match->end = code.end;
    return true;
}

bool vi_code_standard(struct buf *out, struct match *match)
{
    if (vi_number_value(match->part[1]) < FIRST_YEAR)
        return false;
    vi_number_count(out, match->part[0], match->region);
    vi_number_say(out, "hai chấm");
    vi_number_count(out, match->part[1], match->region);
    return true;
}

/* "Boeing 737" */
bool vi_code_aircraft(struct buf *out, struct match *match)
{
    str digits = match->part[0];

    if (digits.len != 3 || digits.s[0] != '7' || digits.s[2] != '7')
        return false;
    vi_number_digits(out, digits);
    return true;
}

/* Province and series, then the number digit by digit. */
bool vi_code_plate(struct buf *out, struct match *match)
{
    if (match->part[0].len != 2 || utf8_count(match->part[1]) > 2)
        return false;
    vi_number_count(out, match->part[0], match->region);
    say_letters(out, match->part[1], match);
    for (size_t i = 2; i < MATCH_MAX_PARTS && match->part[i].len > 0; i++)
        vi_number_digits(out, match->part[i]);
    return true;
}

#define BOAT_MIN_DIGITS 4
#define BOAT_MAX_BYTES 4

/* "tàu CSB 8005": who sails it is no province. */
static bool is_service(const struct match *match)
{
    return match->part[2].len == 0 && match->part[0].len > 2 &&
           lexicon_find(match->lexicon, WORDS_ABBREVIATIONS, match->part[0]);
}

/* The province, the number, and, if written, what the boat is for. */
bool vi_code_boat(struct buf *out, struct match *match)
{
    if (match->part[1].len < BOAT_MIN_DIGITS ||
        match->part[0].len > BOAT_MAX_BYTES ||
        !line_is_capital(match->line, match->first) || is_service(match) ||
        !line_is_one_of(match->part[2].len > 0 ? match->part[2] : STR("TS"),
                        "TS"))
        return false;
    say_letters(out, match->part[0], match);
    vi_number_digits(out, match->part[1]);
    if (match->part[2].len > 0)
        say_letters(out, match->part[2], match);
    return true;
}

/* "chuyến bay VN 661": letters, then digits one by one. */
bool vi_code_spelled(struct buf *out, struct match *match)
{
    if (utf8_count(match->part[0]) > 3)
        return false;
    say_letters(out, match->part[0], match);
    for (size_t i = 1; i < MATCH_MAX_PARTS && match->part[i].len > 0; i++)
        vi_number_digits(out, match->part[i]);
    return true;
}

#define CERTIFICATE_MIN_DIGITS 5

/* "giấy chứng nhận số BM 512334" */
bool vi_code_certificate(struct buf *out, struct match *match)
{
    return match->part[1].len >= CERTIFICATE_MIN_DIGITS &&
           vi_code_spelled(out, match);
}

/* Near these a number that touches letters is said digit by digit. */
static const char serial_words[] =
    "chuyến bay|máy bay|số hiệu|phòng|căn hộ|xe buýt|mã|tàu|chuyến|số lô|lô|"
    "trái phiếu|mã trái phiếu";

#define SERIAL_DIGITS 3
#define BOND_DIGITS 6 /* no count: "NVLH2123012" */

/* The number of "chuyến bay VN-253". */
static bool is_flight(const struct match *match)
{
    const struct token *token = &match->line->tokens[match->first];

    return match->first > 1 && token[-1].glued && token[-2].upper &&
           token[-2].kind == TOKEN_WORD &&
           match->part[0].len >= SERIAL_DIGITS &&
           line_has_near(match->line, match->first,
                         "chuyến|chuyến bay|số hiệu");
}

/* The end of "0925.xxx.118", of which a part is kept back. */
static bool is_masked(const struct token *token)
{
    return token->glued && token[-1].glued &&
           str_eq(token[-1].lower, STR(".")) &&
           line_is_one_of(token[-2].lower, "x|xx|xxx|xxxx");
}

bool vi_code_serial(struct buf *out, struct match *match)
{
    const struct token *token = &match->line->tokens[match->first];
    str digits = match->part[0];

    if (!token->glued || match->first == 0)
        return false;
    if ((match->first > 1 && is_masked(token)) ||
        (str_eq(token[-1].lower, STR("-")) &&
         (digits.s[0] == '0' || is_flight(match)))) {
        vi_number_digits(out, digits); /* "C2-07" */
        return true;
    }
    if (!token[-1].upper || token[-1].kind != TOKEN_WORD)
        return false;
    if (digits.s[0] != '0' && digits.len < BOND_DIGITS &&
        (digits.len < SERIAL_DIGITS ||
         !line_has_near(match->line, match->first, serial_words)))
        return false;
    vi_number_digits(out, digits);
    return true;
}

#define VARIANT_LETTERS 3

/* "biến thể JN.1" */
static bool is_variant(const struct match *match)
{
    return match->part[0].len <= VARIANT_LETTERS &&
           line_has_near(match->line, match->first,
                         "biến thể|biến chủng|chủng|omicron|dòng phụ");
}

/* A letter and numbers that begin with a zero, or what a virus is called. */
bool vi_code_dotted(struct buf *out, struct match *match)
{
    bool variant = is_variant(match);

    if (!variant && (match->part[0].len != 1 || match->part[1].s[0] != '0'))
        return false;
    say_letters(out, match->part[0], match);
    for (size_t i = 1; i < MATCH_MAX_PARTS && match->part[i].len > 0; i++) {
        vi_number_say(out, "chấm");
        if (variant)
            vi_number_count(out, match->part[i], match->region);
        else
            vi_number_digits(out, match->part[i]);
    }
    return true;
}

/* The "25L" of a runway: of two side by side the left one. */
bool vi_code_runway(struct buf *out, struct match *match)
{
    str side = match->part[1];

    if (match->part[0].len != 2 || side.len != 1 ||
        !str_has(STR("LRC"), side) ||
        !line_has_near(match->line, match->first,
                       "đường băng|đường cất hạ cánh|đường hạ cánh|runway"))
        return false;
    if (match->part[0].s[0] == '0')
        vi_number_digits(out, match->part[0]);
    else
        vi_number_count(out, match->part[0], match->region);
    say_letters(out, side, match);
    return true;
}

/* "CVE-2025-33053", a hole in a program: by its year. */
bool vi_code_advisory(struct buf *out, struct match *match)
{
    if (!line_is_one_of(match->part[0], "CVE|ZDI|CNVD"))
        return false;
    say_letters(out, match->part[0], match);
    vi_number_count(out, match->part[1], match->region);
    vi_number_digits(out, match->part[2]);
    return true;
}

#define LONG_MIN_TOKENS 8
#define LONG_MAX_TOKENS 16

/* How many tokens of letters and of digits touch, from the match on. */
static size_t count_touching(const struct match *match)
{
    const struct token *token = &match->line->tokens[match->first];
    size_t count = 1;

    while (
        count < LONG_MAX_TOKENS && token[count].glued &&
        (token[count].kind == TOKEN_WORD || token[count].kind == TOKEN_NUMBER))
        count++;
    return count;
}

/* Letters and digits by turns, more of them than any name has: a sum, a key.
 * One without end is read in pieces. */
bool vi_code_long(struct buf *out, struct match *match)
{
    const struct token *tokens = match->line->tokens;
    const struct item *last = match_last(match);
    bool goes_on = last && tokens[match->first].glued &&
                   str_eq(str_from(last->rule), STR("long code"));
    size_t count = count_touching(match);

    if (count < LONG_MIN_TOKENS && !goes_on)
        return false;
    match->end = match->first + count;
    for (size_t at = match->first; at < match->end; at++)
        if (tokens[at].kind == TOKEN_NUMBER)
            vi_number_digits(out, tokens[at].lower);
        else
            say_letters(out, tokens[at].text, match);
    return out->len > 0;
}
