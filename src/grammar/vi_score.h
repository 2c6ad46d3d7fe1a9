/* Scores, and other rows of small numbers. */
#ifndef BAONOI_GRAMMAR_VI_SCORE_H
#define BAONOI_GRAMMAR_VI_SCORE_H

#include "grammar/match.h"

rule_reader vi_score_row;     /* 4-2-3-1: each number, no sign */
rule_reader vi_score_drawn;   /* 05-12-23-31-44-50 of a lottery */
rule_reader vi_score_name;    /* 12-08 of a flat, 19-8 of a hospital */
rule_reader vi_score_score;   /* 2-1, where it is a score */
rule_reader vi_score_falling; /* 3-1, wherever it stands */
rule_reader vi_score_set;     /* 6/4 of tennis */

#endif
