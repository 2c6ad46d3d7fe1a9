/* Numbers with a unit, money, percentages, and rates. */
#ifndef BAONOI_GRAMMAR_VI_MEASURE_H
#define BAONOI_GRAMMAR_VI_MEASURE_H

#include "grammar/match.h"

rule_reader vi_measure_unit;    /* 5km, 12,5 %, 50.000đ, 10k */
rule_reader vi_measure_split;   /* 1m75, 1tr2 */
rule_reader vi_measure_version; /* 4.0, 17.4.1: "chấm" for each dot */
rule_reader vi_measure_minus;   /* the sign of -5 */
rule_reader vi_measure_money;   /* $1,5 tỷ, USD 50 */
rule_reader vi_measure_per;     /* the slash of 50.000 đồng/kg */
rule_reader vi_measure_named;   /* the unit after that slash, or a scale word */
rule_reader vi_measure_currency;  /* the USD of 5 triệu USD */
rule_reader vi_measure_code;      /* USD without a number */
rule_reader vi_measure_fineness;  /* the 9999 of gold */
rule_reader vi_measure_rank;      /* the 4 of "thứ 4" */
rule_reader vi_measure_next_rank; /* the 4 of "thứ 2, 4, 6" */
rule_reader vi_measure_scale;     /* 1:500 of a map */

#endif
