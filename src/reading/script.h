/* The reading stage: what the page says becomes how it is said.
 *
 * Every character of a block that is read is part of a word, or a blank or a
 * punctuation mark between words, or listed among the skips; blocks that are
 * not read are listed there whole. */
#ifndef BAONOI_READING_SCRIPT_H
#define BAONOI_READING_SCRIPT_H

#include "base/error.h"
#include "edition.h"
#include "tokens/region.h"

struct lexicon;

enum chapter_mode {
    CHAPTERS_AUTO, /* by headings; by paragraphs when there are none */
    CHAPTERS_HEADING,
    CHAPTERS_PARAGRAPH,
    CHAPTERS_NONE,
    CHAPTERS_ARTICLE /* one for each article of several */
};

#define SCRIPT_MAX_CHAPTERS 99

struct script_options {
    bool captions; /* picture captions are read too */
    enum chapter_mode chapters;
    enum region region;
    bool respelled; /* script_line shows foreign words as they are spoken */
    struct depot *depot; /* that the script may lie in; NULL: in memory */
};

/* Fails when no word of the article can be read aloud. The script's texts are
 * views into the article, or lie in `mem`. */
bool script_write(struct script *script, const struct article *article,
                  const struct lexicon *lexicon,
                  const struct script_options *options, struct arena *mem,
                  struct error *err);

/* Of an article only what its first sentence is read from: the blocks up to the
 * first that is read, which may be none. */
struct article script_beginning(const struct article *article,
                                const struct script_options *options,
                                struct arena tmp);

/* A sentence of the script. Those that were looked at before it go back to the
 * depot now and then: so a walk through all of them needs little memory. */
struct sentence *script_sentence(const struct script *script, size_t i);

/* Whether the word is not read as it is written, or is a guess. */
bool script_is_reading(const struct word *word);

/* How many readings are guesses. */
size_t script_count_unsure(const struct script *script);

/* The words of a sentence with the punctuation that is heard: as shown to the
 * eye, or `respelled` in the syllables that are spoken. */
void script_text(struct buf *out, const struct sentence *sentence,
                 bool respelled);

/* One written line (valid UTF-8 in NFC) as one spoken line, without an end of
 * line; empty when nothing of it can be spoken. The text lies in `mem`. */
str script_line(str line, const struct lexicon *lexicon,
                const struct script_options *options, struct arena *mem);

#endif
