/* A written form as the word lists compare it: signs that look alike are the
 * same, and capitals and small letters where the list takes any case. */
#ifndef BAONOI_WORDS_KEY_H
#define BAONOI_WORDS_KEY_H

#include "words/entry.h"

/* No longer text is the same as an entry: each character is as one of it. */
#define KEY_MAX_BYTES ((size_t)4 * ENTRY_WRITTEN_MAX_BYTES)

/* Of the characters of a text, and the list. */
struct key {
    uint32_t hash;
    uint8_t list; /* enum word_list */
    bool any_case;
};

/* What longer entries begin with, up to the end of a run: a bit for the hash of
 * each, and by chance for other hashes. */
struct stems {
    unsigned char *bits;
    uint32_t mask; /* their number, a power of two, less one */
};

bool stems_have(const struct stems *stems, const struct key *key);

/* That of no text. */
struct key key_start(enum word_list list);

/* Adds a run of letters, a run of digits or a sign, and takes it off the text,
 * which is not empty. True when it ends inside a word, where no entry ends. */
bool key_add_run(struct key *key, str *text);

/* That of the whole text; its beginnings are marked in `stems`, unless NULL. */
struct key key_of(enum word_list list, str written, const struct stems *stems);

/* The same of the text at `at`, to before the first tab or other control
 * character: adds it to the key, and returns its end. NULL when it has other
 * characters than those of ASCII and most Latin letters, which are UTF-8 in NFC
 * for sure. */
const char *key_scan(struct key *key, const char *at, const char *end,
                     const struct stems *stems);

/* Whether they are the same in this list. */
bool key_same(enum word_list list, str a, str b);

#endif
