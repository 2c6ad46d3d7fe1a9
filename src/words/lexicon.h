/* The word lists together: how a written form is spoken. What a list is, as a
 * file: words/wordlist.h. */
#ifndef BAONOI_WORDS_LEXICON_H
#define BAONOI_WORDS_LEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "words/wordlist.h"

/* Of the hash table; with the hash beside it a miss costs no look elsewhere. */
struct slot {
    uint32_t hash;
    uint32_t list : 4;    /* enum word_list */
    uint32_t number : 28; /* 1 + the entry's index, 0 when the slot is free */
};

struct lexicon {
    struct slot *slots;
    size_t slot_count; /* a power of two */
    struct stems stems;
    const struct wordlist *lists; /* WORDS_COUNT of them, then the overlays */
    size_t list_count;
    /* Of the overlays, for each list that they are laid over: their indexes go
     * on where those of the list end. */
    struct wordlist laid;
};

/* Reads every list of `folder`, then lays the overlays (files of the same form,
 * without order) over them, the last on top. An overlay's entry replaces those
 * of the same written form in whatever list they stand, and, where that is no
 * list of names, is an abbreviation besides. ERROR_INPUT names file and line of
 * the first bad entry; what a list of PLS skips is no error, and stays in
 * `lists`. */
bool lexicon_load(struct lexicon *lexicon, const char *folder,
                  const char *const *overlays, size_t overlay_count,
                  struct arena *mem, struct error *err);

/* The lists of a lexicon with one more overlay, of which only the entries
 * count. */
void lexicon_lay(struct lexicon *lexicon, const struct lexicon *under,
                 const struct wordlist *overlay, struct arena *mem);

/* The entry of this written form, or NULL. */
const struct entry *lexicon_find(const struct lexicon *lexicon,
                                 enum word_list list, str written);

/* The longest entry that `text` begins with, and the part of `text` it covers;
 * or NULL. A word is never cut: "TP" is not found in "TPHCM". */
const struct entry *lexicon_longest(const struct lexicon *lexicon,
                                    enum word_list list, str text, str *head);

/* How the entry is spoken between what stands before and after it; `clue` is
 * the clue that decided, empty when it is the first reading for want of one: a
 * guess, where it has rivals. */
str lexicon_choose(const struct entry *entry, str before, str after, str *clue,
                   struct arena tmp);

#endif
