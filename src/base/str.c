/* Text as a view, and a buffer that collects text. */
#include "base/str.h"

#include <assert.h>
#include <errno.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BUF_FIRST_BYTES 64
#define NUMBER_MAX_BYTES 63

str str_from(const char *zero_terminated)
{
    return (str){zero_terminated, strlen(zero_terminated)};
}

str str_copy(str text, struct arena *keep)
{
    return (str){str_zero(text, keep), text.len};
}

char *str_zero(str text, struct arena *keep)
{
    char *copy = ARENA_ARRAY(keep, char, text.len + 1);

    if (text.len > 0)
        memcpy(copy, text.s, text.len);
    return copy;
}

bool str_eq(str a, str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.s, b.s, a.len) == 0);
}

int str_cmp(str a, str b)
{
    size_t common = a.len < b.len ? a.len : b.len;
    int order = common > 0 ? memcmp(a.s, b.s, common) : 0;

    return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

bool str_starts(str text, str head)
{
    return text.len >= head.len && str_eq((str){text.s, head.len}, head);
}

bool str_ends(str text, str tail)
{
    return text.len >= tail.len &&
           str_eq(str_skip(text, text.len - tail.len), tail);
}

size_t str_find(str text, str part)
{
    const char *found;

    if (part.len == 0)
        return 0;
    if (text.len < part.len)
        return text.len;
    found = memmem(text.s, text.len, part.s, part.len);
    return found ? (size_t)(found - text.s) : text.len;
}

bool str_has(str text, str part)
{
    return part.len == 0 || str_find(text, part) < text.len;
}

str str_slice(str text, size_t start, size_t end)
{
    assert(start <= end && end <= text.len);
    return text.s ? (str){text.s + start, end - start} : text;
}

str str_skip(str text, size_t bytes)
{
    return str_slice(text, bytes, text.len);
}

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

str str_trim(str text)
{
    while (text.len > 0 && is_blank(text.s[0]))
        text = str_skip(text, 1);
    while (text.len > 0 && is_blank(text.s[text.len - 1]))
        text.len--;
    return text;
}

str str_cut(str text, char sep, str *rest)
{
    const char *at = text.len > 0 ? memchr(text.s, sep, text.len) : NULL;

    if (!at) {
        *rest = (str){0};
        return text;
    }
    *rest = str_skip(text, (size_t)(at - text.s) + 1);
    return (str){text.s, (size_t)(at - text.s)};
}

bool str_to_double(str text, double *value)
{
    char copy[NUMBER_MAX_BYTES + 1] = {0}, *end;
    double number;

    if (text.len == 0 || text.len > NUMBER_MAX_BYTES || is_blank(text.s[0]))
        return false;
    memcpy(copy, text.s, text.len);
    errno = 0;
    number = strtod(copy, &end); /* no setlocale anywhere: the C locale */
    if (*end || errno || end != copy + text.len || !isfinite(number))
        return false;
    *value = number;
    return true;
}

bool str_to_long(str text, long *value)
{
    char copy[NUMBER_MAX_BYTES + 1] = {0}, *end;
    long number;

    if (text.len == 0 || text.len > NUMBER_MAX_BYTES || is_blank(text.s[0]))
        return false;
    memcpy(copy, text.s, text.len);
    errno = 0;
    number = strtol(copy, &end, 10);
    if (*end || errno || end != copy + text.len)
        return false;
    *value = number;
    return true;
}

void buf_reserve(struct buf *out, size_t more)
{
    size_t cap = out->cap ? out->cap : BUF_FIRST_BYTES;
    char *moved;

    if (out->cap - out->len >= more)
        return;
    while (cap - out->len < more)
        cap *= 2;
    if (!out->s || !arena_extend(out->mem, out->s, out->cap, cap)) {
        moved = arena_take(out->mem, cap, 1, _Alignof(max_align_t));
        if (out->s)
            memcpy(moved, out->s, out->len);
        out->s = moved;
    }
    out->cap = cap;
}

void buf_add(struct buf *out, str text)
{
    if (text.len == 0)
        return;
    buf_reserve(out, text.len);
    memcpy(out->s + out->len, text.s, text.len);
    out->len += text.len;
}

__attribute__((format(printf, 2, 0))) static void
add_formatted(struct buf *out, const char *format, va_list args)
{
    va_list again;
    int len;

    va_copy(again, args);
    len = vsnprintf(NULL, 0, format, args);
    assert(len >= 0);
    buf_reserve(out, (size_t)len + 1);
    vsnprintf(out->s + out->len, (size_t)len + 1, format, again);
    va_end(again);
    out->len += (size_t)len;
}

void buf_format(struct buf *out, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    add_formatted(out, format, args);
    va_end(args);
}

char *str_format(struct arena *keep, const char *format, ...)
{
    struct buf text = {.mem = keep};
    va_list args;

    va_start(args, format);
    add_formatted(&text, format, args);
    va_end(args);
    return text.s;
}

char *str_join(str a, str b, struct arena *keep)
{
    return str_format(keep, "%.*s%.*s", STR_ARGS(a), STR_ARGS(b));
}

str buf_str(const struct buf *out)
{
    return (str){out->s, out->len};
}
