/* Numbers in Vietnamese: counts, decimals, digits one by one, Roman numerals.
 * All functions add words to `out`, one space between them. */
#ifndef BAONOI_TOKENS_VI_NUMBER_H
#define BAONOI_TOKENS_VI_NUMBER_H

#include "tokens/line.h"
#include "tokens/region.h"

#define NUMERAL_MAX_DIGITS 40

/* A number as written, with its separators taken out: "1.234,50". */
struct numeral {
    char whole[NUMERAL_MAX_DIGITS];
    size_t whole_digits;
    str fraction;    /* digits after the decimal sign, empty when none */
    bool has_groups; /* "1.234" */
    bool has_point;  /* the decimal sign is a dot, not a comma */
    bool guessed;    /* "1,500": decimals or, as in English, thousands */
};

/* Words as they are, parted from what stands before them. */
void vi_number_say(struct buf *out, const char *words);
void vi_number_add(struct buf *out, str words);

/* A count of any length: "1005" is "một nghìn không trăm linh năm". */
void vi_number_count(struct buf *out, str digits, enum region region);
void vi_number_value_count(struct buf *out, int value, enum region region);

/* The same after "thứ", "hạng": 1 is "nhất", 4 is "tư". */
void vi_number_rank(struct buf *out, int value, enum region region);

const char *vi_number_thousand(enum region region);

/* Each digit by its name. */
void vi_number_digits(struct buf *out, str digits);

/* The number at token `at`: a dot, a space or, twice, a comma parts thousands;
 * a comma, or a dot that can't, begins the decimals. Gives the token after it;
 * `at` when what stands there is no number ("192.168.1.1"). */
size_t vi_number_scan(struct numeral *numeral, const struct line *line,
                      size_t at);
void vi_number_read(struct buf *out, const struct numeral *numeral,
                    enum region region);

/* The value of digits; -1 past five of them. */
int vi_number_value(str digits);

/* The value of a Roman numeral in good form, in either case; 0 for others. */
int vi_number_roman(str text);

#endif
