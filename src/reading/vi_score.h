/* Scores of games, formations, and names of two numbers: the hyphen between
 * them is silent. */
#ifndef BAONOI_READING_VI_SCORE_H
#define BAONOI_READING_VI_SCORE_H

#include "reading/rules.h"

rule_reader vi_score_row;     /* 4-2-3-1: each number, no sign */
rule_reader vi_score_name;    /* 12-08 of a flat, 19-8 of a hospital */
rule_reader vi_score_game;    /* 2-1, where it is a score */
rule_reader vi_score_falling; /* 3-1, wherever it stands */
rule_reader vi_score_set;     /* 6/4 of tennis */

/* What is counted in a range ("2-3 tháng"), not in a game. */
extern const char vi_score_counted[];

#endif
