/* What the word lists have, and the short forms that they lack. */
#ifndef BAONOI_GRAMMAR_VI_LISTED_H
#define BAONOI_GRAMMAR_VI_LISTED_H

#include "grammar/match.h"

rule_reader vi_listed_entry;     /* the longest entry of the word lists */
rule_reader vi_listed_explained; /* "BQLC", which the article explains */
rule_reader vi_listed_capitals;  /* a syllable in capitals without a tone */
rule_reader vi_listed_series;    /* letters that touch digits: "SE1" */
rule_reader vi_listed_place;     /* "p." and "q." in lower case: "q.1" */
rule_reader vi_listed_hyphened; /* "KT - XH", which the lists have as "KT-XH" */
rule_reader vi_listed_room;     /* P.302 */
rule_reader vi_listed_ticker;   /* DIG, a share */
rule_reader vi_listed_spelled;  /* an unknown abbreviation, letter by letter */
rule_reader vi_listed_composed; /* "BCHQSX" */

#endif
