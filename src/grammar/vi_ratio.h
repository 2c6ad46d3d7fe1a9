/* Two numbers and a sign between them: fractions, parts of a count, and what a
 * hyphen between numbers means. */
#ifndef BAONOI_GRAMMAR_VI_RATIO_H
#define BAONOI_GRAMMAR_VI_RATIO_H

#include "grammar/match.h"

rule_reader vi_ratio_fraction; /* 2/3: "hai phần ba" */
rule_reader vi_ratio_part;     /* 9/10: "chín trên mười" */
rule_reader vi_ratio_always;   /* 24/7 */
rule_reader vi_ratio_mixed;    /* 5 1/2: "năm và một phần hai" */
rule_reader vi_ratio_hyphen;   /* the hyphen of 10-15: "đến" */
rule_reader vi_ratio_whole;    /* the slash of 30 lô/35 lô: "trên" */
rule_reader vi_ratio_times;    /* the x of 3 x 4: "nhân" */

/* Phrases of what is counted in a range, not in a game or an address. */
extern const char vi_ratio_counted[];

/* Phrases of a mass, of which a fraction is taken. */
extern const char vi_ratio_masses[];

/* "từ 1/3 đến 1/2 diện tích": the next fraction is of a mass. */
bool vi_ratio_leads_to_mass(const struct match *match);

#endif
