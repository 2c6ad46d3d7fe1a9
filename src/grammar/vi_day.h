/* Days written as 2/9, 5.3 and 5-3, which may be other things as well. */
#ifndef BAONOI_GRAMMAR_VI_DAY_H
#define BAONOI_GRAMMAR_VI_DAY_H

#include "grammar/match.h"

rule_reader vi_day_slash; /* 2/9, when what stands around says a date */
rule_reader vi_day_other; /* 5.3 and 5-3, likewise */

/* Whether the two numbers of the shape can be a day and a month; whether the
 * second is greater. */
bool vi_day_is_possible(const struct match *match);
bool vi_day_rises(const struct match *match);

/* Whether the numbers on both sides of the sign are as likely a day and a month
 * as a range: nothing is counted behind them, nor numbered before. */
bool vi_day_may_be(const struct line *line, size_t sign);

/* Whether nothing that it goes on touches the token. */
bool vi_day_begins(const struct line *line, size_t at);

/* Whether no counted noun follows, as none follows a date. */
bool vi_day_ends(const struct match *match);

/* Whether one of the phrases stands before the match, or before the series that
 * it goes on. */
bool vi_day_is_governed(const struct match *match, const char *heads);

/* Whether the line holds nothing but the match, and perhaps a minus. */
bool vi_day_is_alone(const struct match *match);

#endif
