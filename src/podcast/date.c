/* The date of an article as feeds tell it. */
#include "podcast/date.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#define HOUR_MINUTES 60
#define MINUTE_S 60
#define YEAR_0 1900 /* of struct tm */

/* Reads what `shape` shows: '#' is a digit, all else itself. A number that ends
 * goes to the next of `numbers`. */
static bool take(str *text, const char *shape, int numbers[])
{
    size_t len = strlen(shape);
    int number = 0;

    if (text->len < len)
        return false;
    for (size_t i = 0; i < len; i++) {
        char c = text->s[i];

        if (shape[i] == '#' ? c < '0' || c > '9' : c != shape[i])
            return false;
    }
    for (size_t i = 0; i < len; i++) {
        if (shape[i] == '#')
            number = number * 10 + (text->s[i] - '0');
        if (shape[i] == '#' && shape[i + 1] != '#') {
            *numbers++ = number;
            number = 0;
        }
    }
    *text = str_skip(*text, len);
    return true;
}

/* Nothing, "Z", or as "+07:00" or "+0700". */
static bool take_zone(str text, int *zone_minutes)
{
    bool west = str_starts(text, STR("-"));
    int zone[2] = {0};

    if (text.len == 0)
        return true;
    if (str_eq(text, STR("Z"))) {
        *zone_minutes = 0;
        return true;
    }
    if (!west && !str_starts(text, STR("+")))
        return false;
    text = str_skip(text, 1);
    if (take(&text, "####", zone))
        zone[0] = zone[0] / 100 * HOUR_MINUTES + zone[0] % 100;
    else if (take(&text, "##:##", zone))
        zone[0] = zone[0] * HOUR_MINUTES + zone[1];
    else
        return false;
    *zone_minutes = west ? -zone[0] : zone[0];
    return text.len == 0;
}

bool date_read(struct date *date, str text)
{
    int day[3] = {0}, clock[3] = {0};
    struct date made = *date;
    struct tm tm;

    if (!take(&text, "####-##-##", day))
        return false;
    if (text.len > 0 && !take(&text, "T##:##:##", clock) &&
        !take(&text, "T##:##", clock))
        return false;
    if (!take_zone(text, &made.zone_minutes))
        return false;
    tm = (struct tm){.tm_year = day[0] - YEAR_0,
                     .tm_mon = day[1] - 1,
                     .tm_mday = day[2],
                     .tm_hour = clock[0],
                     .tm_min = clock[1],
                     .tm_sec = clock[2]};
    made.local_s = timegm(&tm);
    if (tm.tm_mon != day[1] - 1 || tm.tm_mday != day[2] ||
        tm.tm_hour != clock[0] || tm.tm_min != clock[1])
        return false; /* there is no such day or time */
    *date = made;
    return true;
}

int date_compare(const struct date *a, const struct date *b)
{
    int64_t first = a->local_s - (int64_t)a->zone_minutes * MINUTE_S;
    int64_t second = b->local_s - (int64_t)b->zone_minutes * MINUTE_S;

    return (first > second) - (first < second);
}

void date_add(struct buf *out, const struct date *date)
{
    static const char days[][4] = {"Sun", "Mon", "Tue", "Wed",
                                   "Thu", "Fri", "Sat"};
    static const char months[][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    time_t local = (time_t)date->local_s;
    int zone = abs(date->zone_minutes);
    struct tm tm;

    gmtime_r(&local, &tm);
    buf_format(out, "%s, %02d %s %04d %02d:%02d:%02d %c%02d%02d",
               days[tm.tm_wday], tm.tm_mday, months[tm.tm_mon],
               tm.tm_year + YEAR_0, tm.tm_hour, tm.tm_min, tm.tm_sec,
               date->zone_minutes < 0 ? '-' : '+', zone / HOUR_MINUTES,
               zone % HOUR_MINUTES);
}
