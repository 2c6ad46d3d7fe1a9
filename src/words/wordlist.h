/* A list of words as it is kept in a file: its entries, and what is wrong with
 * the lines that are none.
 *
 * Such a file is a text, one entry a line, the columns parted by tabs:
 *
 *     written<TAB>spoken[<TAB>other readings]
 *
 * '#' and no tab begin a comment. `spoken` is syllables as spoken.h has them. A
 * third column stands where one written form has several readings:
 *
 *     BTC  ban tổ chức  bộ tài chính: thuế, ngân sách, thông tư _ | ...
 *
 * that is readings parted by '|', each with the clues that choose it. A clue is
 * one or more words near the entry, '#' is any number ("0#" one that begins
 * with a zero), and a clue with '_', which is the entry itself, must stand
 * right beside it: "_ #", "thông tư _". The reading whose clue stands nearest
 * wins; without any, `spoken`, which may stand among the others to have clues
 * too. It is a guess then, and told as one, unless the form alone, "_", is
 * among its clues: for a reading that is meant nearly always.
 *
 * Or it is a lexicon of W3C PLS 1.0, known by its content: see pls.h. */
#ifndef BAONOI_WORDS_WORDLIST_H
#define BAONOI_WORDS_WORDLIST_H

#include <stdbool.h>
#include <stddef.h>

#include "words/entry.h"
#include "words/key.h"
#include "words/known.h"

/* The columns of a line, without blanks at their ends. */
struct columns {
    str written, spoken, context; /* the third is empty in most */
};

/* A line that is no entry. */
struct fault {
    size_t line;
    str text;         /* the part of it that is wrong */
    const char *what; /* said of the text: "has no spoken form" */
    bool skipped;     /* the list is good without it: of PLS alone */
};

struct wordlist {
    /* the caller's */
    const char *file;
    enum word_list list;       /* a user's own has abbreviations */
    const struct stems *stems; /* are marked, unless NULL */

    struct entry *entries;
    size_t entry_count;
    struct fault *faults;
    size_t fault_count;
    size_t *changed; /* lines that were not UTF-8 in NFC, and are now */
    size_t changed_count;
};

/* So many faults are told, and no more read: it is no list of words. */
#define WORDLIST_FAULTS_MOST 1000

/* Reads any bytes into a list that has nothing yet. Texts are views into
 * `bytes`, or lie in the arena. `known` is zeroed at first; NULL: each syllable
 * is looked at. The second and third columns of WORDS_CLASSES are no speech. */
void wordlist_read(struct wordlist *list, str bytes, struct known *known,
                   struct arena *mem);

/* Takes the first line off, as lines are counted here: each ends with LF, CR or
 * both. */
str wordlist_cut_line(str *bytes);

/* Whether the columns are an entry; else `fault` says why not, but for the
 * line. */
bool wordlist_check(struct fault *fault, const struct columns *columns);

/* For those that read one: adds an entry, or a fault; false when there are too
 * many of these. */
void wordlist_add(struct wordlist *list, const struct columns *columns,
                  size_t line, struct arena *mem);
void wordlist_put(struct wordlist *list, const struct entry *entry,
                  struct arena *mem);
bool wordlist_refuse(struct wordlist *list, const struct fault *fault,
                     struct arena *mem);

#endif
