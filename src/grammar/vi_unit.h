/* What stands after a number: scale words, units, currencies. What is taken
 * moves `*at`, a token, behind it. */
#ifndef BAONOI_GRAMMAR_VI_UNIT_H
#define BAONOI_GRAMMAR_VI_UNIT_H

#include "grammar/match.h"

/* "%", a scale, a unit or a currency, and how it is said. */
bool vi_unit_take(struct buf *out, struct match *match, size_t *at);

/* What one of the lists has. */
bool vi_unit_take_listed(struct buf *out, struct match *match,
                         enum word_list list, size_t *at);

/* The same, without saying it; NULL when the list has nothing. */
const struct entry *vi_unit_find(const struct match *match, enum word_list list,
                                 size_t *at);

/* "tr", "tỷ", "nghìn" ... */
bool vi_unit_is_scale(const struct line *line, size_t at);
bool vi_unit_take_scale(struct buf *out, const struct match *match, size_t *at);

/* The 1tr2 that is matched: a million and two hundred thousand. */
bool vi_unit_split_scale(struct buf *out, const struct match *match);

rule_reader vi_unit_stars;  /* 5* of a hotel */
rule_reader vi_unit_plus;   /* 700+ */
rule_reader vi_unit_age;    /* (20t) */
rule_reader vi_unit_times;  /* 10x */
rule_reader vi_unit_inches; /* 55" */

#endif
