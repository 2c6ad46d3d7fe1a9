/* Roman numerals, and the words that tell them from letters. */
#ifndef BAONOI_GRAMMAR_VI_ROMAN_H
#define BAONOI_GRAMMAR_VI_ROMAN_H

#include "grammar/match.h"

rule_reader vi_roman_numeral; /* "thứ IV", "khóa X", "I. Mở đầu" */
rule_reader vi_roman_letter;  /* "giai đoạn IIIB" */
rule_reader vi_roman_heading; /* II.1, at the start of a line */
rule_reader vi_roman_year;    /* "quý II/2024" */
rule_reader vi_roman_bare;    /* XXI, without a word that tells */
rule_reader vi_roman_suffix;  /* BĐIII */

#endif
