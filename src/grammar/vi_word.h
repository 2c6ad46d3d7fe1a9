/* Words, single numbers and signs: what no longer rule has taken. */
#ifndef BAONOI_GRAMMAR_VI_WORD_H
#define BAONOI_GRAMMAR_VI_WORD_H

#include "grammar/match.h"

rule_reader vi_word_long_digits; /* digits without an end */
rule_reader vi_word_number;      /* a count */
rule_reader vi_word_parted;      /* one with separators that touches a word */
rule_reader vi_word_digits;      /* digits that touch something else */
rule_reader vi_word_lower;       /* a Vietnamese syllable in lower case */
rule_reader vi_word_letter;      /* a single letter, by its name */
rule_reader vi_word_plain;       /* a Vietnamese syllable in any case */
rule_reader vi_word_joined;      /* two words without their blank */
rule_reader vi_word_foreign;     /* an unknown word, by the rules of spelling */
rule_reader vi_word_symbol;      /* a sign that is spoken: "&", "=" */
rule_reader vi_word_sign; /* punctuation; what can't be spoken is skipped */

#endif
