/* A lexicon of the W3C (Pronunciation Lexicon Specification 1.0, 2008): XML,
 * each <lexeme> with what is written, <grapheme>, and how it is said:
 *
 *     <alias>            other text (4.7): Vietnamese syllables here
 *     <phoneme>          in an alphabet (4.6): "x-espeak-ng" here, a syllable
 *                        each between blanks, as spoken.h has them
 *
 * Of several the preferred one is taken (4.6, 4.7), or the first that can be
 * said. IPA is not converted: how it notes Vietnamese differs from author to
 * author, and what is a guess is no entry. */
#ifndef BAONOI_WORDS_PLS_H
#define BAONOI_WORDS_PLS_H

#include "words/wordlist.h"

/* Whether the text is such a lexicon, and no list in lines. */
bool pls_is_one(str bytes);

/* Reads its entries. Lexemes that can't be said are faults that are skipped;
 * XML that is broken, or declares entities, is a fault that is not. */
void pls_read(struct wordlist *list, str bytes, struct arena *mem);

#endif
