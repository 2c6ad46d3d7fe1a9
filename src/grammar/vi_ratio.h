/* Two numbers and a sign between them: fractions, parts of a count, and what a
 * hyphen between numbers means. */
#ifndef BAONOI_GRAMMAR_VI_RATIO_H
#define BAONOI_GRAMMAR_VI_RATIO_H

#include "grammar/match.h"

rule_reader vi_ratio_date;       /* 2/9, when what stands around says a date */
rule_reader vi_ratio_other_date; /* 5.3 and 5-3, likewise */
rule_reader vi_ratio_fraction;   /* 2/3: "hai phần ba" */
rule_reader vi_ratio_part;       /* 9/10: "chín trên mười" */
rule_reader vi_ratio_always;     /* 24/7 */
rule_reader vi_ratio_mixed;      /* 5 1/2: "năm và một phần hai" */
rule_reader vi_ratio_hyphen;     /* the hyphen of 10-15: "đến" */
rule_reader vi_ratio_whole;      /* the slash of 30 lô/35 lô: "trên" */
rule_reader vi_ratio_times;      /* the x of 3 x 4: "nhân" */

/* Phrases of what is counted in a range, not in a game or an address. */
extern const char vi_ratio_counted[];

/* Whether the two numbers of the shape can be a day and a month; whether the
 * second is greater. */
bool vi_ratio_is_day_month(const struct match *match);
bool vi_ratio_rises(const struct match *match);

#endif
