/* A written form as the word lists compare it. */
#ifndef BAONOI_WORDS_KEY_H
#define BAONOI_WORDS_KEY_H

#include <stdint.h>

#include "words/wordlist.h"

#define KEY_MAX_BYTES 128

struct key {
    char bytes[KEY_MAX_BYTES];
    size_t len;
    uint32_t hash; /* of the bytes and the list */
    enum word_list list;
    bool any_case;
};

struct key key_start(enum word_list list);
str key_str(const struct key *key);

/* False when the key is full: no entry is that long. */
bool key_add_all(struct key *key, str text);

/* Adds a run of letters, a run of digits or a sign, and takes it off the text;
 * `*inside` says that it ends inside a word, where no entry ends. False at the
 * end of the text, or when the key is full. */
bool key_add_run(struct key *key, str *rest, bool *inside);

#endif
