/* The words of a stretch, put together and classed by a list: see vi_phrase.h.
 */
#ifndef BAONOI_READING_VI_CLASS_H
#define BAONOI_READING_VI_CLASS_H

#include "edition.h"
#include "words/lexicon.h"

/* clang-format off */
enum vi_class {
    UNKNOWN, NAME, NUMBER, ABOUT, ACT, AND, AT, AUXILIARY, BE, BY, CLAUSE,
    COUNT, DEGREE, FOR, FROM, HEAD, IN, NOUN, OF, SAYING, STATE, TAIL, THEY,
    THIS, TIME, TO, UNIT, VERB, WITH, CLASS_COUNT
};
/* clang-format on */

/* What its clause has had before a word. */
enum state { NOTHING, A_VERB, AN_AUXILIARY, STATE_COUNT };

/* A word of the sentence, as a part of the longer one that it stands in. */
struct part {
    enum vi_class class;
    enum state state;
    size_t syllables;
    bool inside; /* it goes on with the word before it */
    bool capital;
    int weight; /* its own, of a joint before it */
    str other;  /* another class, and when: see vi_phrase.h */
};

/* The words between two marks of punctuation. */
struct stretch {
    const struct word *words;
    struct part *parts;
    size_t count;
};

/* Fills the parts of the stretch, one for each of its words, whatever they
 * held. */
void vi_class_stretch(struct stretch *stretch, const struct lexicon *lexicon);

/* The class of the longest word that begins at `at`, wherever it stands; gives
 * the place after it. */
size_t vi_class_look_up(struct stretch *stretch, size_t at,
                        const struct lexicon *lexicon);

/* The first word after the longer one that `at` begins. */
size_t vi_class_next(const struct stretch *stretch, size_t at);

/* How many are spoken. */
size_t vi_class_syllables(const struct word *word);

#endif
