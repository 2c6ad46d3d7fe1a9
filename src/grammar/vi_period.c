/* Periods in the short forms of balance sheets and of tours. */
#include "grammar/vi_period.h"

#include "grammar/vi_date.h"

#define MONTHS 12
#define QUARTERS 4
#define HALVES 2

static void say_months(struct buf *out, int count, enum region region)
{
    vi_number_value_count(out, count, region);
    vi_number_say(out, count < MONTHS ? "tháng đầu" : "tháng");
}

static void say_quarter(struct buf *out, int count, enum region region)
{
    vi_number_say(out, "quý");
    vi_number_value_count(out, count, region);
}

static void say_half(struct buf *out, int count, enum region region)
{
    (void)region;
    vi_number_say(out, count == 1 ? "nửa đầu" : "nửa cuối");
}

static const struct {
    const char *letter;
    int most;
    void (*say)(struct buf *out, int count, enum region region);
} periods[] = {
    {"T", MONTHS, say_months},
    {"Q", QUARTERS, say_quarter},
    {"H", HALVES, say_half},
};

bool vi_period_year(struct buf *out, struct match *match)
{
    const struct token *token = &match->line->tokens[match->first];
    int count = vi_number_value(match->part[0]);

    token += token->kind == TOKEN_NUMBER;
    for (size_t i = 0; i < sizeof periods / sizeof periods[0]; i++)
        if (str_eq(token->text, str_from(periods[i].letter))) {
            if (count < 1 || count > periods[i].most)
                return false;
            periods[i].say(out, count, match->region);
            return vi_date_say_year(out, match->part[1], match);
        }
    return false;
}

bool vi_period_quarter(struct buf *out, struct match *match)
{
    int count = vi_number_value(match->part[0]);

    if (count < 1 || count > QUARTERS || match->part[1].len != 2)
        return false;
    vi_number_value_count(out, count, match->region);
    return vi_date_say_year(out, match->part[1], match);
}

/* "so với T6" */
bool vi_period_month(struct buf *out, struct match *match)
{
    int month = vi_number_value(match->part[0]);

    if (!match->line->tokens[match->first].upper || month < 1 || month > MONTHS)
        return false;
    vi_number_say(out, "tháng");
    if (month == 4)
        vi_number_say(out, "tư");
    else
        vi_number_value_count(out, month, match->region);
    return true;
}

bool vi_period_stay(struct buf *out, struct match *match)
{
    if (!str_eq(match->part[1], STR("N")) || !str_eq(match->part[3], STR("Đ")))
        return false;
    vi_number_count(out, match->part[0], match->region);
    vi_number_say(out, "ngày");
    vi_number_count(out, match->part[2], match->region);
    vi_number_say(out, "đêm");
    return true;
}
