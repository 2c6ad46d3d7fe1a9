/* Periods in the short forms of balance sheets and of tours. */
#ifndef BAONOI_GRAMMAR_VI_PERIOD_H
#define BAONOI_GRAMMAR_VI_PERIOD_H

#include "grammar/match.h"

rule_reader vi_period_year;    /* 9T/2024, 4Q24, Q1/2025, 1H2025, quý 1/25 */
rule_reader vi_period_quarter; /* the 1/25 of "quý 1/25" */
rule_reader vi_period_month;   /* T6 of a year that is known */
rule_reader vi_period_stay;    /* 3N2Đ: days and nights */

#endif
