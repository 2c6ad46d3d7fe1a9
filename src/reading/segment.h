/* Sentences, out of a line whose items are read. */
#ifndef BAONOI_READING_SEGMENT_H
#define BAONOI_READING_SEGMENT_H

#include "edition.h"
#include "grammar/match.h"

struct passage {
    struct sentence *sentences;
    size_t sentence_count;
    struct skip *skips;
    size_t skip_count;
};

/* No sentence is longer than this; text without punctuation is cut. */
#define SEGMENT_MAX_SYLLABLES 400

/* The sentences and skips of one line. A sentence ends at ". ? ! …" where what
 * follows can begin another one; quotation marks and brackets that close there
 * belong to it. */
void segment_line(struct passage *passage, const struct line *line,
                  const struct items *read, size_t block, struct arena *keep,
                  struct arena scratch);

#endif
