/* The word lists: how a written form is spoken.
 *
 * A list is a text file, one entry a line, the columns parted by tabs:
 *
 *     written<TAB>spoken[<TAB>other readings]
 *
 * '#' and no tab begin a comment. `spoken` is legal syllables in lower case. A
 * third column stands where one written form has several readings:
 *
 *     BTC  ban tổ chức  bộ tài chính: thuế, ngân sách, thông tư _ | ...
 *
 * that is readings parted by '|', each with the clues that choose it. A clue is
 * one or more words near the entry, '#' is any number ("0#" one that begins
 * with a zero), and a clue with '_', which is the entry itself, must stand
 * right beside it: "_ #", "thông tư _". The reading whose clue stands nearest
 * wins; without any, `spoken`, which may stand among the others to have clues
 * too. */
#ifndef BAONOI_WORDS_LEXICON_H
#define BAONOI_WORDS_LEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"

/* One file each, in voices/vi/. In the lists marked "any case" the case of
 * letters makes no difference. */
enum word_list {
    WORDS_ABBREVIATIONS, /* "UBND", "TP. HCM", "LĐ-TB&XH" */
    WORDS_UNITS,         /* after a number: "km²", "tấn/ha", "kWh" */
    WORDS_CURRENCIES,    /* "đ", "USD", "€"; any case */
    WORDS_SYMBOLS,       /* "&", "%", "+" */
    WORDS_LETTERS,       /* "b" bê, "w" vê kép; any case */
    WORDS_DOCUMENTS,     /* type in a document code: "QĐ", "NĐ"; any case */
    WORDS_ISSUERS,       /* issuer in one: "CP", "TTg", "BGDĐT"; any case */
    WORDS_FOREIGN,       /* "Biden", "marketing", "ASEAN"; any case */
    WORDS_PEOPLES,       /* "Đắk Lắk", "H'Mông", "Pleiku"; any case */
    WORDS_COUNT
};

struct entry {
    str written; /* in lower case where the list takes any case */
    str spoken;
    str context; /* the third column, empty in most */
    enum word_list list;
    const char *file; /* where it stands, for the reports */
    size_t line;
};

/* Of the hash table; with the hash beside it a miss costs no look elsewhere. */
struct slot {
    uint32_t hash;
    uint32_t entry; /* 1 + its index, 0 when the slot is free */
};

struct lexicon {
    struct entry *entries;
    size_t entry_count;
    struct slot *slots;
    size_t slot_count;
    unsigned char *stems; /* bits: what longer entries begin with */
};

/* Reads every list of `folder`, then lays the overlays (files of the same form,
 * without order) over them, the last on top. An overlay's entry replaces those
 * of the same written form in whatever list they stand, and is an abbreviation
 * besides. ERROR_INPUT names file and line of the first bad entry. */
bool lexicon_load(struct lexicon *lexicon, const char *folder,
                  const char *const *overlays, size_t overlay_count,
                  struct arena *mem, struct error *err);

/* The entry of this written form, or NULL. */
const struct entry *lexicon_find(const struct lexicon *lexicon,
                                 enum word_list list, str written);

/* The longest entry that `text` begins with, and the part of `text` it covers;
 * or NULL. A word is never cut: "TP" is not found in "TPHCM". */
const struct entry *lexicon_longest(const struct lexicon *lexicon,
                                    enum word_list list, str text, str *head);

/* How the entry is spoken between what stands before and after it; `clue` is
 * the clue that decided, empty when it is the first reading for want of one. */
str lexicon_choose(const struct entry *entry, str before, str after, str *clue,
                   struct arena tmp);

#endif
