/* An entry of a list of words, as a line of a file has it. What its columns
 * say: words/wordlist.h. */
#ifndef BAONOI_WORDS_ENTRY_H
#define BAONOI_WORDS_ENTRY_H

#include <stdbool.h>
#include <stdint.h>

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
    WORDS_CLASSES,       /* kinds of words (reading/vi_phrase.h); any case */
    WORDS_COUNT
};

/* A longer written form is refused. */
#define ENTRY_WRITTEN_MAX_BYTES 64

/* There are many, and most are never looked at: so they are small. */
struct entry {
    const char *text; /* the columns, a byte between them */
    const char *file; /* where it stands, for the reports */
    uint32_t line;
    uint32_t hash; /* of the written form: words/key.h */
    uint32_t spoken_bytes;
    uint8_t written_bytes;
    uint8_t list;     /* enum word_list */
    bool has_context; /* to a line feed or NUL */
};

/* As the line has it: in a list that takes any case, in any. */
str entry_written(const struct entry *entry);

/* In WORDS_CLASSES the class. */
str entry_spoken(const struct entry *entry);

/* The third column, empty in most. */
str entry_context(const struct entry *entry);

#endif
