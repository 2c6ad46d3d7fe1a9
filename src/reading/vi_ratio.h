/* Two numbers and a sign between them: fractions, parts of a count,
 * scores, and what a hyphen between numbers means. */
#ifndef BAONOI_READING_VI_RATIO_H
#define BAONOI_READING_VI_RATIO_H

#include "reading/rules.h"

rule_reader vi_ratio_date;       /* 2/9, when what stands around says a date */
rule_reader vi_ratio_other_date; /* 5.3 and 5-3, likewise */
rule_reader vi_ratio_fraction;   /* 2/3: "hai phần ba" */
rule_reader vi_ratio_part;       /* 9/10: "chín trên mười" */
rule_reader vi_ratio_always;     /* 24/7 */
rule_reader vi_ratio_mixed;      /* 5 1/2: "năm và một phần hai" */
rule_reader vi_ratio_row;        /* 4-2-3-1: each number, no sign */
rule_reader vi_ratio_name;       /* 12-08 of a flat, 19-8 of a hospital */
rule_reader vi_ratio_score;      /* 2-1, where it is a score */
rule_reader vi_ratio_falling;    /* 3-1, wherever it stands */
rule_reader vi_ratio_set;        /* 6/4 of tennis */
rule_reader vi_ratio_hyphen;     /* the hyphen of 10-15: "đến" */
rule_reader vi_ratio_whole;      /* the slash of 30 lô/35 lô: "trên" */
rule_reader vi_ratio_times;      /* the x of 3 x 4: "nhân" */

#endif
