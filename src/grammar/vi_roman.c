/* Roman numerals, and the words that tell them from letters. */
#include "grammar/vi_roman.h"

#include "base/utf8.h"
#include "words/foreign.h"

#define ROMAN_MAX_LETTERS 15
#define LARGE_MIN_LETTERS 4 /* "MCMXLV", but "phần CD" */
#define FIRST_YEAR 1900
#define LAST_YEAR 2099

static const struct token *token_of(const struct match *match)
{
    return &match->line->tokens[match->first];
}

static const char rank_heads[] = "thứ|lần thứ";

static const char roman_heads[] =
    "quý|khóa|khoá|thế kỷ|thế kỉ|chương|phần|mục|phụ lục|đại hội|loại|hạng|cấp|"
    "độ|nhóm|giai đoạn|số|chi bộ|tập|vùng|kỳ|quyển|khu|khu vực|tổ|bậc|mức|đợt|"
    "hệ|lần|kỳ họp|hồi|khoản|đoạn|thứ|năm|vòng|điều|tiểu khu|bài|đô thị loại|"
    "quân khu|phiên|tháp|pha|thời|đời";

/* After these any letters can be a numeral. */
static const char section_heads[] =
    "chương|phần|mục|phụ lục|khoản|đoạn|thế kỷ|thế kỉ|thứ|năm";

static bool is_small_roman(str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!str_has(STR("IVXivx"), str_slice(text, i, i + 1)))
            return false;
    return true;
}

/* "I. Mở đầu" */
static bool is_list_head(const struct match *match)
{
    const struct token *next = &match->line->tokens[match->end];

    return match->first == 0 && line_is_one_of(next->lower, ".|)|-") &&
           !next[1].glued;
}

/* By the words before it, or because nothing else is a numeral of letters. */
static bool has_roman_head(const struct match *match)
{
    const struct line *line = match->line;
    const struct token *token = token_of(match);
    size_t series = match_series(match);

    if (!token->upper)
        return line_ends_at(line, match->end) &&
               line->tokens[match->end].kind != TOKEN_WORD &&
               line_has_before(line, series, section_heads);
    return line_has_before(line, series, section_heads) ||
           (is_small_roman(token->text) &&
            (is_list_head(match) ||
             line_has_before(line, series, roman_heads)));
}

static int roman_value(const struct match *match)
{
    str text = match->part[0];

    return text.len <= ROMAN_MAX_LETTERS ? vi_number_roman(text) : 0;
}

bool vi_roman_numeral(struct buf *out, struct match *match)
{
    int value = roman_value(match);
    bool small = is_small_roman(match->part[0]);

    if (value == 0 || (match->part[0].len == 1 && !small) ||
        !has_roman_head(match) ||
        line_has_before(match->line, match->first, "tài khoản"))
        return false; /* "Mục D", "tài khoản X" */
    match->unsure = !small && match->part[0].len < LARGE_MIN_LETTERS;
    if (line_has_before(match->line, match->first, rank_heads))
        vi_number_rank(out, value, match->region);
    else
        vi_number_value_count(out, value, match->region);
    return true;
}

/* "giai đoạn IIIB", "nhóm IIA" */
bool vi_roman_letter(struct buf *out, struct match *match)
{
    str text = match->part[0];
    str numeral = str_slice(text, 0, text.len - 1);
    int value = text.len > 2 ? vi_number_roman(numeral) : 0;

    if (value == 0 || !is_small_roman(numeral) ||
        !str_has(STR("ABCD"), str_skip(text, numeral.len)) ||
        !line_has_before(match->line, match_series(match), roman_heads))
        return false;
    vi_number_value_count(out, value, match->region);
    return foreign_spell(out, str_skip(text, numeral.len), match->lexicon);
}

/* "II.1. Kết quả" opens a line. */
bool vi_roman_heading(struct buf *out, struct match *match)
{
    int value = roman_value(match);

    if (match->first > 0 || value == 0 || !is_small_roman(match->part[0]))
        return false;
    vi_number_value_count(out, value, match->region);
    vi_number_say(out, "chấm");
    vi_number_count(out, match->part[1], match->region);
    return true;
}

bool vi_roman_year(struct buf *out, struct match *match)
{
    int value = roman_value(match), year = vi_number_value(match->part[1]);

    if (value == 0 || year < FIRST_YEAR || year > LAST_YEAR ||
        !line_has_before(match->line, match->first, "quý|kỳ|học kỳ|đợt|khóa"))
        return false;
    vi_number_value_count(out, value, match->region);
    vi_number_say(out, "năm");
    vi_number_value_count(out, year, match->region);
    return true;
}

/* "thế kỷ II-I" */
static bool ends_span(const struct match *match)
{
    const struct item *last = match_last(match);

    return match->item_count > 1 &&
           line_is_one_of(line_span(match->line, last->first, last->end),
                          "-|–|đến") &&
           str_eq(str_from(last[-1].rule), STR("roman"));
}

bool vi_roman_bare(struct buf *out, struct match *match)
{
    str text = match->part[0];

    if (!is_small_roman(text) || roman_value(match) == 0)
        return false;
    if (text.len == 1 && !ends_span(match) &&
        !(str_eq(text, STR("I")) && match->first > 0 &&
          token_of(match)[-1].kind == TOKEN_WORD))
        return false;
    vi_number_value_count(out, roman_value(match), match->region);
    return true;
}

#define NAMED_MIN_BYTES 2
#define NAMED_MAX_VALUE 4

/* "BĐIII": an abbreviation that is numbered. */
bool vi_roman_suffix(struct buf *out, struct match *match)
{
    str text = match->part[0], letters = text, clue;
    const struct entry *entry;
    int value;

    while (letters.len > 0 &&
           str_has(STR("IV"), str_skip(letters, letters.len - 1)))
        letters.len--;
    value = letters.len < text.len
                ? vi_number_roman(str_skip(text, letters.len))
                : 0;
    entry = lexicon_find(match->lexicon, WORDS_ABBREVIATIONS, letters);
    if (!entry || letters.len < NAMED_MIN_BYTES || value == 0 ||
        value > NAMED_MAX_VALUE)
        return false;
    vi_number_add(out, match_choose(match, entry, match->end, &clue));
    vi_number_value_count(out, value, match->region);
    return true;
}
