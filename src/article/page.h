/* A page as lines, and what can be measured on each: the common ground of all
 * kinds of input. A kind splits its bytes into lines (`page_add`); from there
 * on one labeller serves them all. */
#ifndef BAONOI_ARTICLE_PAGE_H
#define BAONOI_ARTICLE_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "article/cues.h"
#include "base/arena.h"
#include "base/str.h"

/* How a line ends, closing quotation marks and brackets apart. */
enum ending {
    END_OPEN,     /* without punctuation */
    END_STOP,     /* . ! or an ellipsis */
    END_QUESTION, /* ? */
    END_COLON,    /* : */
    END_CLAUSE    /* ; or , */
};

/* The head of a line that cues are looked for in; longer lines are prose. */
#define FOLD_WORDS 64

struct line {
    str text;      /* without white space around it; never empty */
    size_t number; /* of the input, from 1 */
    str fold;      /* its first words in lower case, single spaces between them,
                      no punctuation, "#" for each number */
    uint32_t words, capitals, numbers, sentences, commas;
    enum ending ending;
    uint32_t cues; /* a bit for each enum cue of cues.h */
    float echo;    /* share of its word pairs that the prose has too, 0 to 1 */
    uint32_t prose_above; /* lines of prose above it */
    uint32_t from_prose;  /* lines up to the next prose above, 0 without */
    bool below_ending;    /* below what heads the end of an article */
    bool repeats;         /* the words of an earlier headline */
    bool repeated;        /* a headline, and a later line repeats it */
    bool in_verse;        /* among lines of a poem */
    bool in_teasers; /* among pairs of a headline and one short paragraph */
};

struct page {
    struct line *lines;
    size_t count;
};

/* Prose: at least a full sentence of some length. */
bool line_is_prose(const struct line *line);
/* Nothing but a name: words in capitals, perhaps joined by "và" or a dash. */
bool line_is_name(const struct line *line);
/* As a headline is written: some words without an end. */
bool line_is_headline(const struct line *line);

bool line_has_cue(const struct line *line, enum cue cue);

/* The lines of `text`, which is valid and in NFC, white space around them and
 * empty ones dropped. */
void page_split(struct page *page, str text, struct arena *mem);

/* Fills what is measured on the lines and on their surroundings. */
void page_measure(struct page *page, struct arena *mem);

#endif
