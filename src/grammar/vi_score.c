/* Scores, and other rows of small numbers. */
#include "grammar/vi_score.h"

#include "grammar/vi_date.h"
#include "grammar/vi_day.h"
#include "grammar/vi_ratio.h"

/* Near these "2-1" is a score; near the hints alone it may be a day as well. */
static const char scores[] =
    "tỷ số|tỉ số|thắng|thua|gỡ|đánh bại|ấn định|chung cuộc|hiệp|set|"
    "sét|đội hình|sơ đồ|chiến thuật|luân lưu|cầm hòa|cầm chân|đội khách|"
    "chủ nhà|ngược dòng|nâng tỷ số|cân bằng|phán quyết|thẩm phán";
static const char score_hints[] = "dẫn|kết quả|vượt qua|dự đoán|kết thúc";

#define DRAWN_FEWEST 3 /* or fewer may be a date */

bool vi_score_row(struct buf *out, struct match *match)
{
    for (size_t i = 0; i < MATCH_MAX_PARTS && match->part[i].len > 0; i++) {
        str digits = match->part[i];

        if (digits.len > 2)
            return false;
        if (digits.len > 1 && digits.s[0] == '0')
            vi_number_digits(out, digits);
        else
            vi_number_count(out, digits, match->region);
    }
    return true;
}

/* "05-12-23-31-44-50", "05 - 12 - ...": what is drawn in a lottery. */
bool vi_score_drawn(struct buf *out, struct match *match)
{
    const struct token *tokens = match->line->tokens;
    size_t at = match->first, count = 0;

    if (!line_has_near(match->line, match->first,
                       "bộ số|dãy số|con số|các số|vietlott|jackpot|quay số|"
                       "kết quả|xổ số|power|mega|lotto|trúng"))
        return false;
    for (;; at += 2) {
        str digits = tokens[at].lower;

        if (tokens[at].kind != TOKEN_NUMBER || digits.len > 2)
            return false;
        if (digits.s[0] == '0')
            vi_number_digits(out, digits);
        else
            vi_number_count(out, digits, match->region);
        count++;
        if (!line_is_one_of(tokens[at + 1].lower, "-") ||
            tokens[at + 2].kind != TOKEN_NUMBER)
            break;
    }
    match->end = at + 1;
    return count > DRAWN_FEWEST;
}

/* "2-1 phút 30" is a score and when: a number follows. "2-2" is no range. */
bool vi_score_name(struct buf *out, struct match *match)
{
    const struct token *next = &match->line->tokens[match->end];

    return (!line_is_one_of(next->lower, vi_ratio_counted) ||
            next[1].kind == TOKEN_NUMBER || !vi_day_rises(match)) &&
           vi_score_row(out, match);
}

/* "Nam Định 2-2 Viettel" */
static bool is_between_names(const struct match *match)
{
    const struct token *next = &match->line->tokens[match->end];

    if (lexicon_find(match->lexicon, WORDS_CURRENCIES, next->text) ||
        lexicon_find(match->lexicon, WORDS_UNITS, next->text))
        return false; /* "gạo Thái 3-5 USD" */
    return match->first > 1 && line_is_capital(match->line, match->first - 1) &&
           line_is_capital(match->line, match->end) &&
           match->part[0].len == 1 && match->part[1].len == 1;
}

/* "Hà Nội - Nam Định: 1-2": what is before the colon are two names. */
#define PAIR_MAX_TOKENS 12

static bool follows_pair(const struct match *match)
{
    const struct line *line = match->line;
    size_t at = match->first - 1;

    if (match->first < 2 || !str_eq(line->tokens[at].lower, STR(":")))
        return false;
    for (size_t i = 0; i < PAIR_MAX_TOKENS && at > 1; i++, at--) {
        const struct token *sign = &line->tokens[at - 1];

        if (sign->kind == TOKEN_SIGN && !str_eq(sign->lower, STR("-")))
            return false;
        if (sign->kind == TOKEN_SIGN && !sign->glued && !sign[1].glued)
            return line_is_capital(line, at) && sign[-1].kind != TOKEN_SIGN;
    }
    return false;
}

#define SCORE_REACH_ITEMS 4

/* "2-1 (1-0)", "25-20, 23-25", "1-2 (hiệp một: 0-1)" */
static bool follows_score(const struct match *match)
{
    size_t count = match->item_count;

    for (size_t i = 0; i < SCORE_REACH_ITEMS && i < count; i++)
        if (str_eq(str_from(match->items[count - 1 - i].rule), STR("score")))
            return true;
    return false;
}

#define SET_POINTS_MOST 25

#define DRAW_MAX_TOKENS 6

/* "hòa 1-1", "hòa Nhật Bản 2-2"; but "ghế điều hòa" and "Hòa Lộc 80-90". */
static bool drew(const struct match *match)
{
    const struct token *tokens = match->line->tokens;

    if (match->first > 0 &&
        line_has_before(match->line, match->first, "hòa|hoà"))
        return true;
    for (size_t i = 1; i <= DRAW_MAX_TOKENS && i <= match->first; i++)
        if (line_is_one_of(tokens[match->first - i].text, "hòa|hoà"))
            return !line_has_near(match->line, match->first,
                                  "điều hòa|điều hoà|hòa bình|hài hòa");
    return false;
}

#define PAIR_REACH_TOKENS 5

/* "Ý - Na Uy 1-4": names, parted by a dash with blanks around it. */
static bool ends_pair(const struct match *match)
{
    const struct token *tokens = match->line->tokens;
    size_t at = match->first;

    if (match->part[0].len != 1 || match->part[1].len != 1)
        return false;
    for (size_t i = 0; i < PAIR_REACH_TOKENS && at > 1; i++) {
        at--;
        if (line_is_one_of(tokens[at].lower, "-"))
            return i > 0 && !tokens[at].glued && !tokens[at + 1].glued &&
                   line_is_capital(match->line, at - 1);
        if (!line_is_capital(match->line, at))
            return false;
    }
    return false;
}

#define SET_GAMES 6
#define SET_MAX_GAMES 7

/* "3-2 (25-19, ...)" */
static bool leads_to_sets(const struct match *match)
{
    const struct token *next = &match->line->tokens[match->end];

    return str_eq(next->lower, STR("(")) && next[1].kind == TOKEN_NUMBER &&
           line_is_one_of(next[2].lower, "-|/") && next[3].kind == TOKEN_NUMBER;
}

/* "6-4, 7-5": a set, with another behind it or before. */
static bool is_set_in_row(const struct match *match)
{
    const struct token *next = &match->line->tokens[match->end];
    int won = vi_number_value(match->part[0]);
    int lost = vi_number_value(match->part[1]);
    int most = won > lost ? won : lost;

    return (most == SET_GAMES || most == SET_MAX_GAMES) &&
           line_is_one_of(next->lower, ",|và|(") &&
           next[1].kind == TOKEN_NUMBER &&
           (line_is_one_of(next[2].lower, "-|)"));
}

bool vi_score_score(struct buf *out, struct match *match)
{
    bool sure = line_has_near(match->line, match->first, scores) ||
                drew(match) || ends_pair(match) || is_between_names(match) ||
                follows_pair(match) || follows_score(match) ||
                is_set_in_row(match) || leads_to_sets(match);

    if (line_has_before(match->line, match->first, vi_date_heads) ||
        (vi_day_is_possible(match) &&
         vi_number_value(match->part[0]) > SET_POINTS_MOST))
        return false; /* "Sáng 8-1, công bố kết quả", "chiến thắng 30-4" */
    match->unsure = !sure && vi_day_is_possible(match);
    return (sure || line_has_near(match->line, match->first, score_hints)) &&
           vi_score_name(out, match);
}

/* No range falls: "3-1", "1-1". */
bool vi_score_falling(struct buf *out, struct match *match)
{
    match->unsure = vi_day_is_possible(match);
    return !vi_day_rises(match) &&
           !line_has_before(match->line, match->first, "từ|còn|xuống|giảm") &&
           vi_score_name(out, match);
}

#define SET_MIN_POINTS 11
#define SET_MAX_POINTS 40

/* "25/21" in volleyball, "21/15" in badminton */
static bool is_set_of_points(const struct match *match, int won, int lost)
{
    int most = won > lost ? won : lost, least = won < lost ? won : lost;

    return most >= SET_MIN_POINTS && most <= SET_MAX_POINTS &&
           most - least >= 2 &&
           match->line->tokens[match->end].kind != TOKEN_WORD &&
           line_has_near(match->line, match->first,
                         "bóng chuyền|cầu lông|bóng bàn|tỷ số|tỉ số");
}

/* "6/4, 7/5" of tennis */
bool vi_score_set(struct buf *out, struct match *match)
{
    int won = vi_number_value(match->part[0]);
    int lost = vi_number_value(match->part[1]);
    int most = won > lost ? won : lost;

    if (is_set_of_points(match, won, lost))
        return vi_score_row(out, match);
    return (most == SET_GAMES || most == SET_MAX_GAMES) && won != lost &&
           !line_has_before(match->line, match->first, vi_date_heads) &&
           !line_has_before(match->line, match->first, "số|cúp|hạng") &&
           line_has_near(match->line, match->first,
                         "tay vợt|quần vợt|tennis|set|hạt giống|đối thủ") &&
           vi_score_row(out, match);
}
