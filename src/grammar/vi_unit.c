/* What stands after a number: scale words, units, currencies. */
#include "grammar/vi_unit.h"

#include <string.h>

/* Scale words, in short and in full, and the one a thousand times less. The
 * word for a thousand is the region's where it is not written. */
static const struct {
    const char *written, *spoken, *below;
} scales[] = {
    {"k", NULL, ""},       {"tr", "triệu", "nghìn"},    {"tỷ", "tỷ", "triệu"},
    {"tỉ", "tỷ", "triệu"}, {"triệu", "triệu", "nghìn"}, {"nghìn", "nghìn", ""},
    {"ngàn", "ngàn", ""},  {"trăm", "trăm", ""},
};
#define SCALE_COUNT (sizeof scales / sizeof scales[0])

/* Whether a slash of the unit is to be said in the way of other slashes: in a
 * chain ("lít/người/ngày"), or in money. */
static bool is_rate(const struct line *line, size_t at, str unit, str after)
{
    return str_has(unit, STR("/")) &&
           (str_starts(after, STR("/")) || str_has(unit, STR("đồng/")) ||
            (at > 0 && str_eq(line->tokens[at - 1].lower, STR("/"))));
}

/* What stands at token `at` in one of the lists; moves `at` behind it. */
const struct entry *vi_unit_find(const struct match *match, enum word_list list,
                                 size_t *at)
{
    const struct line *line = match->line;
    str text = line_text_from(line, *at), head = {0}, rest;
    const struct entry *entry =
        lexicon_longest(match->lexicon, list, text, &head);
    size_t end;

    if (entry && is_rate(line, *at, head, str_skip(text, head.len)))
        entry = lexicon_longest(match->lexicon, list, str_cut(head, '/', &rest),
                                &head);
    end = entry ? line_token_after(line, *at, head) : *at;
    if (end == *at || str_eq(line->tokens[*at].lower, STR("\"")))
        return NULL;
    *at = end;
    return entry;
}

static bool touches_word(const struct line *line, size_t at)
{
    const struct token *next = &line->tokens[at];

    return next->glued &&
           (next->kind == TOKEN_WORD || next->kind == TOKEN_NUMBER);
}

/* The scale word that is token `at`; SCALE_COUNT for others. */
static size_t find_scale(const struct line *line, size_t at)
{
    size_t i = 0;

    while (i < SCALE_COUNT &&
           !str_eq(line->tokens[at].lower, str_from(scales[i].written)))
        i++;
    return i;
}

bool vi_unit_take_scale(struct buf *out, const struct match *match, size_t *at)
{
    size_t scale = find_scale(match->line, *at);

    if (scale == SCALE_COUNT || touches_word(match->line, *at + 1))
        return false;
    vi_number_say(out, scales[scale].spoken
                           ? scales[scale].spoken
                           : vi_number_thousand(match->region));
    ++*at;
    if (str_eq(match->line->tokens[*at].lower, STR(".")) &&
        str_eq(match->line->tokens[*at + 1].lower, STR("đ")))
        ++*at; /* "100tr.đ" */
    return true;
}

/* "5 A" is a class of a school, "5A" may be a current; "26 V.League" and
 * "18 V-League" are none. */
static bool is_loose_letter(const struct token *token)
{
    bool named;

    if (token->glued || !token->upper || token->text.len != 1 ||
        (token[1].glued && str_eq(token[1].lower, STR("/"))))
        return false; /* "85 U/L" */
    named = token[1].glued && line_is_one_of(token[1].lower, ".|-") &&
            token[2].glued && token[2].kind == TOKEN_WORD;
    return named || !str_has(STR("VW"), token->text);
}

/* "3,5T." is no "T." of a name. */
static bool ends_sentence(const struct line *line, size_t at)
{
    const struct token *token = &line->tokens[at];

    return str_eq(token->lower, STR(".")) && token[1].kind != TOKEN_NUMBER &&
           (token[1].kind == TOKEN_END || !token[1].glued);
}

bool vi_unit_take_listed(struct buf *out, struct match *match,
                         enum word_list list, size_t *at)
{
    size_t end = *at, longer = *at;
    const struct entry *entry = vi_unit_find(match, list, &end);
    str clue;

    if (!entry || touches_word(match->line, end))
        return false;
    if (vi_unit_find(match, WORDS_ABBREVIATIONS, &longer) &&
        longer > end + ends_sentence(match->line, end))
        return false; /* "02 đ/c" */
    vi_number_add(out, match_choose(match, entry, end, &clue));
    *at = end;
    return true;
}

static const char marked[] =
    "trừ|điểm|gplx|giấy phép lái xe|bằng lái|thí sinh|xét tuyển|trúng tuyển|"
    "môn|tổ hợp|khối|toán|văn|ngữ văn|tiếng anh|thủ khoa|ielts|quy đổi";

/* Marks of an examination, not money: "8,5đ", "trừ 4đ". No price is so low. */
static bool are_marks(const struct match *match, size_t at)
{
    const struct token *unit = &match->line->tokens[at];

    return str_eq(unit->text, STR("đ")) && unit->glued &&
           unit[-1].kind == TOKEN_NUMBER && match->numeral.whole_digits <= 2 &&
           !line_is_one_of(unit[1].lower, "/|-") &&
           (match->numeral.fraction.len > 0 ||
            line_has_near(match->line, match->first, marked));
}

/* ---- signs that touch the number ------------------------------------------
 */

#define STARS_MOST 7

/* "khách sạn 5*" */
bool vi_unit_stars(struct buf *out, struct match *match)
{
    int stars = vi_number_value(match->part[0]);

    if (!str_eq(match->part[1], STR("*")) || stars < 1 || stars > STARS_MOST ||
        !line_has_near(match->line, match->first,
                       "khách sạn|resort|tiêu chuẩn|chuẩn|nghỉ dưỡng|phòng|"
                       "hotel|villa|du thuyền|quốc tế|căn hộ|hạng|ocop"))
        return false;
    vi_number_count(out, match->part[0], match->region);
    vi_number_say(out, "sao");
    return true;
}

static const char exams[] = "ielts|toeic|toefl|sat|gpa|act|hsk|topik|vstep";

/* "700+ tỷ đồng", "IELTS 6.5+"; but "S24+",
 * "Dimensity 9400+" and "phim 18+" are names. */
bool vi_unit_plus(struct buf *out, struct match *match)
{
    const struct token *plus = &match->line->tokens[match->end - 1];
    bool model = match_follows_brand(match) &&
                 !line_has_before(match->line, match->first, exams);
    bool counts = !model && plus[1].kind == TOKEN_WORD;

    if (!str_eq(plus->lower, STR("+")) ||
        (match->line->tokens[match->first].glued && match->first > 0) ||
        plus[1].kind == TOKEN_NUMBER ||
        line_has_before(match->line, match->first, "hệ|mô hình|chương trình") ||
        line_is_one_of(line_span(match->line, match->first, match->end),
                       "13+|16+|18+"))
        return false;
    if (counts && !line_has_before(match->line, match->first, "hơn|trên"))
        vi_number_say(out, "hơn");
    vi_number_read(out, &match->numeral, match->region);
    if (!counts)
        vi_number_say(out, model ? "cộng" : "trở lên");
    if (counts)
        vi_unit_take(out, match, &match->end);
    return true;
}

/* "gấp 10x", "zoom 5x": no size, as nothing that is multiplied follows. */
bool vi_unit_times(struct buf *out, struct match *match)
{
    const struct line *line = match->line;

    if (!str_eq(line->tokens[match->end - 1].text, STR("x")) ||
        (line->tokens[match->end].kind == TOKEN_NUMBER &&
         !line_has_before(line, match->first, "gấp|hơn|tăng|zoom")))
        return false; /* "9X" is a generation */
    vi_number_read(out, &match->numeral, match->region);
    vi_number_say(out, "lần");
    return true;
}

static const char screens[] =
    "màn hình|tivi|tv|ống|mâm|vành|la-zăng|lazang|laptop|đường kính|monitor|"
    "macbook|ipad|surface|thinkpad|dell|asus|acer|lenovo|lg|tcl|sony|"
    "bánh xe|lốp|lưỡi|máy tính|ổ cứng|tablet|đầm|loa|inch";

/* "tivi 55\"" */
bool vi_unit_inches(struct buf *out, struct match *match)
{
    if (!str_eq(match->line->tokens[match->end - 1].lower, STR("\"")) ||
        !line_has_near(match->line, match->first, screens))
        return false;
    vi_number_read(out, &match->numeral, match->region);
    vi_number_say(out, "inh");
    return true;
}

#define OLDEST 120

/* "(20t)", "(26T, Hà Nội)": how old someone is. */
bool vi_unit_age(struct buf *out, struct match *match)
{
    const struct line *line = match->line;
    int years = vi_number_value(match->part[0]);

    if (match->first == 0 || years < 1 || years > OLDEST ||
        !str_eq(line->tokens[match->first - 1].lower, STR("(")) ||
        !line_is_one_of(line->tokens[match->end].lower, ")|,|;|-"))
        return false;
    vi_number_count(out, match->part[0], match->region);
    vi_number_say(out, "tuổi");
    return true;
}

/* "%", a scale, a unit or a currency right after the number. */
bool vi_unit_take(struct buf *out, struct match *match, size_t *at)
{
    const struct token *tokens = match->line->tokens;
    bool scaled = tokens[*at].glued && vi_unit_take_scale(out, match, at);

    if (str_eq(tokens[*at].lower, STR("%"))) {
        vi_number_say(out, "phần trăm");
        ++*at;
        return true;
    }
    if (tokens[*at].kind == TOKEN_NUMBER || is_loose_letter(&tokens[*at]))
        return scaled;
    if (!scaled && are_marks(match, *at)) {
        vi_number_say(out, "điểm");
        ++*at;
        return true;
    }
    return vi_unit_take_listed(out, match, WORDS_CURRENCIES, at) ||
           vi_unit_take_listed(out, match, WORDS_UNITS, at) || scaled;
}

bool vi_unit_is_scale(const struct line *line, size_t at)
{
    return find_scale(line, at) < SCALE_COUNT;
}

/* "1tr2" is a million and two hundred thousand. */
bool vi_unit_split_scale(struct buf *out, const struct match *match)
{
    size_t scale = find_scale(match->line, match->first + 1);
    char digits[] = "000";
    str part = match->part[2];

    if (scale == SCALE_COUNT || part.len > sizeof digits - 1 ||
        scales[scale].below[0] == '\0')
        return false;
    memcpy(digits, part.s, part.len);
    vi_number_count(out, match->part[0], match->region);
    vi_number_say(out, scales[scale].spoken);
    vi_number_count(out, str_from(digits), match->region);
    vi_number_say(out, scales[scale].below);
    return true;
}
