/* Text as a view, and a buffer that collects text.
 *
 * A str is a pointer and a length, never owned, never NUL-terminated unless a
 * function says so. The zero str is the empty text. */
#ifndef BAONOI_BASE_STR_H
#define BAONOI_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

typedef struct {
    const char *s;
    size_t len;
} str;

#define STR(literal) ((str){"" literal, sizeof(literal) - 1})

/* For printf: printf("%.*s", STR_ARGS(text)) */
#define STR_ARGS(text) (int)(text).len, (text).s

str str_from(const char *zero_terminated);
str str_copy(str text, struct arena *keep);
char *str_zero(str text, struct arena *keep); /* NUL-terminated copy */

/* As printf would write it, NUL-terminated. */
char *str_format(struct arena *keep, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* One behind the other, NUL-terminated. */
char *str_join(str a, str b, struct arena *keep);

bool str_eq(str a, str b);
int str_cmp(str a, str b); /* by bytes, which is by code points */
bool str_starts(str text, str head);
bool str_ends(str text, str tail);
size_t str_find(str text, str part); /* text.len when it is not there */
bool str_has(str text, str part);

str str_slice(str text, size_t start, size_t end);
str str_skip(str text, size_t bytes);
str str_trim(str text); /* without ASCII white space at both ends */

/* The part before the first `sep`; what follows it goes to `rest`, which may
 * be the variable that `text` came from. */
str str_cut(str text, char sep, str *rest);

/* Reads all of `text` as a decimal number; false when it is none, is not
 * finite, or does not fit. */
bool str_to_double(str text, double *value);
bool str_to_long(str text, long *value);

/* What it collects starts aligned for any type. */
struct buf {
    char *s;
    size_t len, cap;
    struct arena *mem;
};

/* Room for `more` bytes behind what it holds. */
void buf_reserve(struct buf *out, size_t more);
void buf_add(struct buf *out, str text);
static inline void buf_char(struct buf *out, char c)
{
    if (out->len == out->cap)
        buf_reserve(out, 1);
    out->s[out->len++] = c;
}
void buf_format(struct buf *out, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
str buf_str(const struct buf *out);

#endif
