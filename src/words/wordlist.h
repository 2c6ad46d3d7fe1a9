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

#include "base/str.h"

/* A longer written form is refused. */
#define WORDLIST_WRITTEN_MAX_BYTES 64

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
    WORDS_CLASSES,       /* kinds of words (reading/vi_phrase.h); any case */
    WORDS_COUNT
};

struct entry {
    str written;         /* in lower case where its list takes any case */
    str spoken;          /* in WORDS_CLASSES the class */
    str context;         /* the third column, empty in most */
    enum word_list list; /* once it is in a lexicon */
    const char *file;    /* where it stands, for the reports */
    size_t line;
};

/* A line that is no entry. */
struct fault {
    size_t line;
    str text;         /* the part of it that is wrong */
    const char *what; /* said of the text: "has no spoken form" */
    bool skipped;     /* the list is good without it: of PLS alone */
};

struct wordlist {
    const char *file;
    struct entry *entries;
    size_t entry_count;
    struct fault *faults;
    size_t fault_count;
    size_t *changed; /* lines that were not UTF-8 in NFC, and are now */
    size_t changed_count;
};

/* So many faults are told, and no more read: it is no list of words. */
#define WORDLIST_FAULTS_MOST 1000

/* Syllables that were found good: those of one list stand in others too. */
#define WORDLIST_KNOWN ((size_t)4096)
struct known {
    str syllables[WORDLIST_KNOWN]; /* by their hash */
};

/* Any bytes. Texts are views into `bytes`, or lie in the arena. `known` is
 * zeroed at first; NULL: each syllable is looked at. */
void wordlist_read(struct wordlist *list, str bytes, const char *file,
                   struct known *known, struct arena *mem);

/* The same of WORDS_CLASSES, whose second and third columns are no speech. */
void wordlist_read_classes(struct wordlist *list, str bytes, const char *file,
                           struct arena *mem);

/* Takes the first line off, as lines are counted here: each ends with LF, CR or
 * both. */
str wordlist_cut_line(str *bytes);

/* Whether the columns are an entry; else `fault` says why not, but for the
 * line. */
bool wordlist_check(struct fault *fault, const struct entry *entry);

/* For those that read one: adds an entry, or a fault; false when there are too
 * many of these. */
void wordlist_add(struct wordlist *list, const struct entry *entry,
                  struct arena *mem);
bool wordlist_refuse(struct wordlist *list, const struct fault *fault,
                     struct arena *mem);

#endif
