/* Whether a word can be Vietnamese, by its letters alone. A rough test, to tell
 * one encoding from another. */
#ifndef BAONOI_CHARSET_SYLLABLE_H
#define BAONOI_CHARSET_SYLLABLE_H

#include <stdbool.h>

#include "base/str.h"

/* One word in NFC, any case. */
bool syllable_is_legal(str word);

#endif
