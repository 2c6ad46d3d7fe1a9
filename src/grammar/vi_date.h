/* Dates and times of day. */
#ifndef BAONOI_GRAMMAR_VI_DATE_H
#define BAONOI_GRAMMAR_VI_DATE_H

#include "grammar/match.h"

/* Phrases after which "5/6" and "5-6" are a day and a month. */
extern const char vi_date_heads[];

/* "năm ..."; false when it is no year of ours, of two digits or four. */
bool vi_date_say_year(struct buf *out, str digits, const struct match *match);

rule_reader vi_date_full;          /* 27/5/2024, 2024-05-27 */
rule_reader vi_date_span;          /* 26-28/6, 26-28/6/2024, 4-6/2024 */
rule_reader vi_date_month_year;    /* 5/2024 */
rule_reader vi_date_day_month;     /* 27/5, once it is known to be a date */
rule_reader vi_date_alone;         /* 2-9 of Quốc khánh, 30-4 */
rule_reader vi_date_month;         /* the 4 of "tháng 4" */
rule_reader vi_date_short_month;   /* the T of T9/2024 */
rule_reader vi_date_short_weekday; /* T2-T6, by opening hours */
rule_reader vi_date_issue;         /* 03/2024 of a paper */
rule_reader vi_date_years;         /* 2021-25 */
rule_reader vi_date_seasons;       /* 2024/2025, 2024/25 */
rule_reader vi_date_slash_year;    /* the /2025 of "8 tháng/2025" */

rule_reader vi_date_race;            /* 1:21.43, 1:21:08.429 */
rule_reader vi_date_clock;           /* 14h30, 14:30:15 */
rule_reader vi_date_hours;           /* 14h, 8g sáng */
rule_reader vi_date_hour_before_day; /* the 17g of "17g 30/8" */
rule_reader vi_date_next_hour;       /* the 17g of "5g30 và 17g" */
rule_reader vi_date_hour_of_day;     /* 19h/7, 19h/7/5 */
rule_reader vi_date_full_hour;       /* 20 giờ 00 */
rule_reader vi_date_seconds;         /* 49"85 */
rule_reader vi_date_minutes;         /* 45', 12p30s */

/* Whether what stands from token `end` on is counted: "1-5 năm", but "8-3 năm
 * nay" and "2-9 năm 1945" are days. */
bool vi_date_counts(const struct line *line, size_t end);

/* Whether what stands from token `end` on is counted: "1-5 năm", but "8-3 năm
 * nay" and "2-9 năm 1945" are days. */
bool vi_date_counts(const struct line *line, size_t end);

#endif
