/* A page as lines: what every kind of input becomes, and what one labeller
 * then serves. A kind that has markup also tells what it says of each line. */
#ifndef BAONOI_PAGE_PAGE_H
#define BAONOI_PAGE_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"
#include "edition.h"

/* How a line ends, closing quotation marks and brackets apart. */
enum ending {
    END_OPEN,     /* without punctuation */
    END_STOP,     /* . ! or an ellipsis */
    END_QUESTION, /* ? */
    END_COLON,    /* : */
    END_CLAUSE    /* ; or , */
};

/* What markup says of a line. */
struct look {
    uint32_t hints;       /* a bit for each enum hint (hints.h) of what it
                             stands in, the main part and above left out */
    float linked, strong; /* share of its letters */
    float slanted;
    float near;  /* share of the page's text that stands around it, 0 to 1 */
    float crowd; /* share of links in the words of its closest company */
    bool inside; /* the main part of the page */
    bool below_image;
};

struct line {
    str text;      /* without white space around it; never empty */
    size_t number; /* of the input, from 1; 0 where it has no lines */
    uint32_t item; /* of a feed, from 1; 0 where it is in none */
    struct look look;

    /* What article/measure.c measures. */
    str fold; /* its first words in lower case, single spaces between them,
                 no punctuation, "#" for each number */
    uint32_t words, capitals, numbers, sentences, commas;
    enum ending ending;
    uint32_t cues; /* a bit for each enum cue (article/cues.h) */
    float echo;    /* share of its word pairs that the prose has too, 0 to 1 */
    uint32_t prose_above; /* lines of prose above it */
    uint32_t from_prose;  /* lines up to the next prose above, 0 without */
    uint32_t to_prose;    /* lines down to the next prose below, likewise */
    bool below_ending;    /* below what heads the end of an article */
    bool repeats;         /* the words of an earlier headline */
    bool repeated;        /* a headline, and a later line repeats it */
    bool in_verse;        /* among lines of a poem */
    bool in_teasers;     /* among pairs of a headline and one short paragraph */
    bool says_title;     /* the same as the page says its title is */
    bool says_lead;      /* the same as the page says it is about */
    bool says_writer;    /* has the name that the page says wrote it */
    uint32_t from_title; /* lines up to the next title above, 0 without */
};

/* What a page says about itself, unseen by readers; empty where it doesn't.
 * Believed only as far as the lines agree. */
struct claims {
    str title, description, author, date, site, section, image, address;
};

struct page {
    struct line *lines;
    size_t count;
    struct claims claims;
    struct left_out *left_out; /* elements without text, by kind */
    size_t left_out_count;
    struct claims *items; /* what a feed says of each of its items */
    size_t item_count;
    bool marked; /* the lines have a look: the input had markup */
    bool whole;  /* and no frame of a site around it */
    bool brief;  /* a few short lines that may be a notice (measure.c) */
};

/* What has more lines is no article, and would only cost memory. */
#define PAGE_LINES_MOST 200000

/* ERROR_INPUT: it has too many lines. `name` is for the message. */
bool page_too_long(const char *name, struct error *err);

/* The lines of `text`, which is valid and in NFC, white space around them and
 * empty ones dropped. */
bool page_split(struct page *page, str text, const char *name,
                struct arena *mem, struct error *err);

/* `text` without white space of any kind at its ends. */
str page_trim(str text);

#endif
