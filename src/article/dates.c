/* Dates and clock times as papers print them above an article. */
#include "article/dates.h"

#include <string.h>

#include "base/utf8.h"

#define SCAN_BYTES 160 /* a date stands near the start, or is no stamp */
#define PARTS 3

/* Shapes of dates and times: '#' is a number of one or two digits, 'Y' one of
 * four, 'M' the name of a month, '/' one of the signs that part a date, all
 * else itself. Longer shapes first. */
static const struct shape {
    const char *text;
    signed char year, month, day, hour, minute; /* which number, -1: none */
} shapes[] = {
    {"# tháng # năm Y", 2, 1, 0, -1, -1},
    {"# tháng #, Y", 2, 1, 0, -1, -1},
    {"# tháng # Y", 2, 1, 0, -1, -1},
    {"#/#/Y", 2, 1, 0, -1, -1},
    {"# M Y", 2, 1, 0, -1, -1}, /* RFC 822, of RSS */
    {"Y/#/#", 0, 1, 2, -1, -1},
    {"#:#", -1, -1, -1, 0, 1},
    {"#h#", -1, -1, -1, 0, 1},
    {"#g#", -1, -1, -1, 0, 1},
    {"# giờ #", -1, -1, -1, 0, 1},
};

#define SHAPE_COUNT (sizeof shapes / sizeof shapes[0])

static bool is_parting(char c)
{
    return c == '/' || c == '-' || c == '.';
}

/* "Tháng" is as good as "tháng". */
static bool is_same(char shape, char c)
{
    return c == shape || (c >= 'A' && c <= 'Z' && (c | 0x20) == shape);
}

static bool read_number(str *text, size_t least, size_t most, int *value)
{
    size_t digits = 0;

    *value = 0;
    while (digits < text->len && utf8_is_digit(text->s[digits])) {
        if (digits == most)
            return false;
        *value = *value * 10 + (text->s[digits++] - '0');
    }
    *text = str_skip(*text, digits);
    return digits >= least;
}

static bool read_month(str *text, int *month)
{
    static const char *const names[] = {"Jan", "Feb", "Mar", "Apr",
                                        "May", "Jun", "Jul", "Aug",
                                        "Sep", "Oct", "Nov", "Dec"};

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (str_starts(*text, str_from(names[i]))) {
            *text = str_skip(*text, strlen(names[i]));
            *month = (int)i + 1;
            return true;
        }
    return false;
}

static bool read_shape(const char *shape, str *text, int number[PARTS])
{
    int count = 0;

    for (; *shape; shape++) {
        if (*shape == '#') {
            if (!read_number(text, 1, 2, &number[count++]))
                return false;
        } else if (*shape == 'Y') {
            if (!read_number(text, 4, 4, &number[count++]))
                return false;
        } else if (*shape == 'M') {
            if (!read_month(text, &number[count++]))
                return false;
        } else if (text->len > 0 &&
                   (*shape == '/' ? is_parting(text->s[0])
                                  : is_same(*shape, *text->s))) {
            *text = str_skip(*text, 1);
        } else {
            return false;
        }
    }
    return true;
}

static bool is_possible(const struct stamp *stamp)
{
    if (stamp->hour >= 0)
        return stamp->hour <= 24 && stamp->minute <= 59;
    return stamp->year >= 1900 && stamp->month >= 1 && stamp->month <= 12 &&
           stamp->day >= 1 && stamp->day <= 31;
}

/* The shape that `text` starts with; it is taken off. */
static bool read_stamp(struct stamp *stamp, str *text)
{
    for (size_t i = 0; i < SHAPE_COUNT; i++) {
        const struct shape *shape = &shapes[i];
        struct stamp found = {.hour = -1, .minute = -1};
        int number[PARTS] = {0};
        str rest = *text;

        if (!read_shape(shape->text, &rest, number))
            continue;
        if (shape->hour >= 0) {
            found.hour = number[shape->hour];
            found.minute = number[shape->minute];
        } else {
            found.year = number[shape->year];
            found.month = number[shape->month];
            found.day = number[shape->day];
        }
        if (!is_possible(&found))
            continue;
        *stamp = found;
        *text = rest;
        return true;
    }
    return false;
}

bool dates_find(struct stamp *stamp, str text)
{
    char before = ' ';

    *stamp = (struct stamp){.hour = -1, .minute = -1};
    text = utf8_head(text, SCAN_BYTES);
    while (text.len > 0) {
        struct stamp found;
        bool fresh = !utf8_is_digit(before) && utf8_is_digit(text.s[0]);

        before = text.s[0];
        if (!fresh || !read_stamp(&found, &text)) {
            text = str_skip(text, 1);
            continue;
        }
        before = '0'; /* digits that go on are of the same number */
        if (found.hour < 0 && stamp->year == 0) {
            stamp->year = found.year;
            stamp->month = found.month;
            stamp->day = found.day;
        } else if (found.hour >= 0 && stamp->hour < 0) {
            stamp->hour = found.hour;
            stamp->minute = found.minute;
        }
    }
    return stamp->year > 0 || stamp->hour >= 0;
}

bool dates_start(str text)
{
    struct stamp stamp;

    return text.len > 0 && utf8_is_digit(text.s[0]) &&
           read_stamp(&stamp, &text);
}

str dates_iso(const struct stamp *stamp, struct arena *mem)
{
    struct buf out = {.mem = mem};

    if (stamp->year == 0)
        return (str){0};
    buf_format(&out, "%04d-%02d-%02d", stamp->year, stamp->month, stamp->day);
    if (stamp->hour >= 0)
        buf_format(&out, "T%02d:%02d", stamp->hour, stamp->minute);
    return buf_str(&out);
}
