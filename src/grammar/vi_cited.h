/* Letters that stand for what is numbered, told by what stands around them:
 * articles of a law, regiments, streets; and the signs of a test. */
#ifndef BAONOI_GRAMMAR_VI_CITED_H
#define BAONOI_GRAMMAR_VI_CITED_H

#include "grammar/match.h"

/* "K2, Đ174 BLHS" */
rule_reader vi_cited_article;

/* "chiến sĩ d7, e148" */
rule_reader vi_cited_regiment;

/* "đường HT17": named by letters; with TL, which is a road too, a guess. */
rule_reader vi_cited_street;

/* "xét nghiệm (+)" */
rule_reader vi_cited_result;

#endif
