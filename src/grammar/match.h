/* What a rule is matched against: the tokens that its shape takes, and what was
 * read before. A shape is a row of tokens:
 *
 *     #  digits          N  a number with its separators ("1.234,5")
 *     W  a word          U  a word in capitals
 *     ?  any sign           a to z  this letter, alone, in either case
 *     any other sign     itself, in any of its forms
 *     blank              a blank must stand here
 *     _                  a blank may stand here; else tokens touch
 *     *  at the end      anything may follow; else the shape must end where
 *                        the written thing ends ("#/#" is not in "1/2/3") */
#ifndef BAONOI_GRAMMAR_MATCH_H
#define BAONOI_GRAMMAR_MATCH_H

#include "words/lexicon.h"
#include "tokens/line.h"
#include "tokens/vi_number.h"

#define MATCH_MAX_PARTS 8

/* What a thing is, for the hyphen that may follow it. */
enum kind {
    KIND_TEXT,
    KIND_NUMBER, /* also measures and money */
    KIND_DATE,
    KIND_TIME,
    KIND_PUNCTUATION
};

/* Tokens first .. end-1, read as one. */
struct item {
    size_t first, end;
    str spoken, shown; /* as in struct word */
    const char *rule;
    const struct entry *entry; /* as in struct word */
    enum kind kind;
    bool unsure;
    bool pause;          /* as after a comma */
    const char *skipped; /* why it is not spoken, or NULL */
};

/* What a line is read with. */
struct reading {
    const struct lexicon *lexicon;
    enum region region;
    struct coined *coined; /* tokens/coined.h */
};

/* A line that was read: each of its tokens is in one. */
struct items {
    const struct item *items;
    size_t count;
};

/* What a reader is given, and may change. */
struct match {
    const struct line *line;
    const struct lexicon *lexicon;
    const struct coined *coined;
    enum region region;
    const struct item *items; /* what was read before, `item_count` of it */
    size_t item_count;
    bool in_series; /* the match goes on a series of quantities */
    bool has_date;  /* with a date in it */
    size_t series;  /* its first token */
    struct arena *scratch;
    size_t first, end;         /* tokens; a reader may move the end on */
    str part[MATCH_MAX_PARTS]; /* tokens of '#', 'N', 'W', 'U', '?' */
    struct numeral numeral;    /* the first N of the shape */
    bool unsure;               /* the reading is a guess */
    bool pause;                /* a short one, after the item */
    const char *skipped;
    const struct entry *entry; /* the one that the reading is of, if any */
    struct buf shown; /* filled by readers that respell; else as spoken */
};

/* Adds words to `out` and says yes, or says no: what it added is dropped. */
typedef bool rule_reader(struct buf *out, struct match *match);

/* Whether the shape is that of the tokens from `match->first` on; fills the
 * end, the parts and the numeral. */
bool match_shape(struct match *match, const char *shape);

/* Goes on behind the item that was read, `items[item_count]`. */
void match_add(struct match *match, const struct item *item);

/* Its first token. */
const struct token *match_token(const struct match *match);

/* What was read right before; NULL at the start of the line. */
const struct item *match_last(const struct match *match);

/* Whether that is one of `joints`, parted by '|', behind what this rule read:
 * "VNM, HPG". */
bool match_joins(const struct match *match, const char *rule,
                 const char *joints);

/* How the entry is spoken where it stands, up to token `end`; a guess when it
 * has several readings and no clue stands near. `clue` as in lexicon_choose. */
str match_choose(struct match *match, const struct entry *entry, size_t end,
                 str *clue);

/* Whether a capitalised word that is no Vietnamese syllable stands right
 * before: the number may belong to its name. */
bool match_follows_brand(const struct match *match);

/* Adds a respelled word to what is shown: in its own spelling, but for what is
 * no word, as its letters are named or it has digits. */
void match_show(struct match *match, str written, str spoken);

/* The token where the series of numbers begins that the match goes on: "5" in
 * "các ngày 5, 6 và 7/12", seen from the last. What stands before a series
 * governs all of it. */
size_t match_series(const struct match *match);

#endif
