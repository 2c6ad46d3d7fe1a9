/* What a podcast is, apart from its episodes. Debian's library for such files
 * ends a line at 200 bytes, which is no description in Vietnamese. */
#include "podcast/config.h"

#include <string.h>

#include "base/io.h"
#include "base/utf8.h"
#include "podcast/categories.h"

#define SECTION "[feed]"
#define LONGEST_BYTES 4000 /* what directories take of a text */
#define LIMIT_MOST 10000
#define MINUTES_PER_H 60
#define ZONE_HOURS_MOST 14
#define NO_ADDRESS "no address of the web, as https://thi-du.example/"

/* Where the reading stands. */
struct reading {
    struct podcast_config *config;
    const char *path;
    size_t line; /* from 1 */
    struct arena *mem;
    struct error *err;
};

static bool refuse(const struct reading *reading, str key, const char *why)
{
    return error_set(reading->err, ERROR_INPUT, "%s:%zu: %.*s: %s",
                     reading->path, reading->line, STR_ARGS(key), why);
}

/* ---- kinds of values: NULL, or what is wrong with one -------------------- */

static const char *set_text(struct podcast_config *config, void *place,
                            str value)
{
    (void)config;
    *(str *)place = value;
    return value.len > LONGEST_BYTES ? "longer than 4000 bytes" : NULL;
}

static bool has_space(str value)
{
    while (value.len > 0)
        if (utf8_is_space(utf8_next(&value)))
            return true;
    return false;
}

static const char *set_address(struct podcast_config *config, void *place,
                               str value)
{
    str host;

    (void)config;
    *(str *)place = value;
    if (!str_starts(value, STR("https://")) &&
        !str_starts(value, STR("http://")))
        return NO_ADDRESS;
    host = str_skip(value, str_find(value, STR("://")) + strlen("://"));
    return host.len > 0 && host.s[0] != '/' && !has_space(value) ? NULL
                                                                 : NO_ADDRESS;
}

static const char *set_email(struct podcast_config *config, void *place,
                             str value)
{
    str domain, name = str_cut(value, '@', &domain);

    (void)config;
    *(str *)place = value;
    return name.len > 0 && str_has(domain, STR(".")) &&
                   !str_has(domain, STR("@")) && !has_space(value)
               ? NULL
               : "no address of mail";
}

static const char *set_category(struct podcast_config *config, void *place,
                                str value)
{
    (void)place;
    config->category = str_trim(str_cut(value, '>', &value));
    config->subcategory = str_trim(value);
    return categories_have(config->category, config->subcategory)
               ? NULL
               : "no category of Apple Podcasts, as News > Daily News";
}

static const char *set_flag(struct podcast_config *config, void *place,
                            str value)
{
    (void)config;
    *(bool *)place = str_eq(value, STR("yes"));
    return *(bool *)place || str_eq(value, STR("no")) ? NULL
                                                      : "neither yes nor no";
}

static const char *set_type(struct podcast_config *config, void *place,
                            str value)
{
    (void)config;
    *(bool *)place = str_eq(value, STR("serial"));
    return *(bool *)place || str_eq(value, STR("episodic"))
               ? NULL
               : "neither episodic nor serial";
}

static const char *set_limit(struct podcast_config *config, void *place,
                             str value)
{
    long limit = 0;

    (void)config;
    if (!str_to_long(value, &limit) || limit < 1 || limit > LIMIT_MOST)
        return "no whole number from 1 to 10000";
    *(size_t *)place = (size_t)limit;
    return NULL;
}

static bool read_two_digits(str text, long *value)
{
    return text.len == 2 && utf8_is_digit(text.s[0]) &&
           str_to_long(text, value) && *value >= 0;
}

/* "+07:00" */
static const char *set_zone(struct podcast_config *config, void *place,
                            str value)
{
    str sign = str_slice(value, 0, 1), rest = str_skip(value, 1), minutes;
    str hours = str_cut(rest, ':', &minutes);
    long h = 0, m = 0;

    (void)config;
    if ((!str_eq(sign, STR("+")) && !str_eq(sign, STR("-"))) ||
        !read_two_digits(hours, &h) || !read_two_digits(minutes, &m) ||
        h > ZONE_HOURS_MOST || m >= MINUTES_PER_H)
        return "no time zone, as +07:00";
    *(int *)place =
        (int)(h * MINUTES_PER_H + m) * (str_eq(sign, STR("-")) ? -1 : 1);
    return NULL;
}

/* 8-4-4-4-12 hexadecimal digits (RFC 9562). */
static const char *set_guid(struct podcast_config *config, void *place,
                            str value)
{
    static const char shape[] = "00000000-0000-0000-0000-000000000000";
    bool good = value.len == strlen(shape);

    (void)config;
    for (size_t i = 0; good && i < value.len; i++)
        good = shape[i] == '-' ? value.s[i] == '-'
                               : strchr("0123456789abcdef", value.s[i]) != NULL;
    *(str *)place = value;
    return good ? NULL : "no UUID in small letters";
}

/* The file stands where the feed does. */
static const char *set_file(struct podcast_config *config, void *place,
                            str value)
{
    (void)config;
    *(str *)place = value;
    return str_has(value, STR("/")) ? "not a name in the folder" : NULL;
}

/* ---- keys --------------------------------------------------------------- */

#define PLACE(field) offsetof(struct podcast_config, field)

static const struct key {
    const char *name;
    size_t place;
    const char *(*set)(struct podcast_config *config, void *place, str value);
    bool must; /* be given */
} keys[] = {
    {"title", PLACE(title), set_text, true},
    {"description", PLACE(description), set_text, true},
    {"author", PLACE(author), set_text, true},
    {"address", PLACE(address), set_address, true},
    {"link", PLACE(link), set_address, true},
    {"owner", PLACE(owner), set_text, true},
    {"email", PLACE(email), set_email, true},
    {"category", PLACE(category), set_category, true},
    {"language", PLACE(language), set_text, false},
    {"copyright", PLACE(copyright), set_text, false},
    {"explicit", PLACE(is_explicit), set_flag, false},
    {"open", PLACE(is_open), set_flag, false},
    {"type", PLACE(is_serial), set_type, false},
    {"cover", PLACE(cover), set_file, false},
    {"font", PLACE(font), set_text, false},
    {"limit", PLACE(limit), set_limit, false},
    {"zone", PLACE(zone_minutes), set_zone, false},
    {"guid", PLACE(guid), set_guid, false},
};

#define KEYS (sizeof keys / sizeof keys[0])

static size_t find_key(str name)
{
    size_t i = 0;

    while (i < KEYS && !str_eq(name, str_from(keys[i].name)))
        i++;
    return i;
}

/* The value goes on in lines that begin with a blank: they become one. */
static str take_value(struct reading *reading, str first, str *rest)
{
    struct buf value = {.mem = reading->mem};

    buf_add(&value, str_trim(first));
    while (rest->len > 0 && (rest->s[0] == ' ' || rest->s[0] == '\t')) {
        str line = str_trim(str_cut(*rest, '\n', rest));

        reading->line++;
        if (value.len > 0 && line.len > 0)
            buf_char(&value, ' ');
        buf_add(&value, line);
    }
    return buf_str(&value);
}

static bool read_line(struct reading *reading, bool given[KEYS], str line,
                      str *rest)
{
    str first, name = str_trim(str_cut(line, '=', &first)), value;
    size_t key = find_key(name), at = reading->line;
    const char *fault;

    if (name.len == 0 || name.len == line.len)
        return refuse(reading, line, "no line of the form key = value");
    if (key == KEYS)
        return refuse(reading, name, "no such key");
    if (given[key])
        return refuse(reading, name, "given a second time");
    given[key] = true;
    value = take_value(reading, first, rest);
    fault =
        value.len == 0
            ? "nothing stands behind it"
            : keys[key].set(reading->config,
                            (char *)reading->config + keys[key].place, value);
    reading->line = fault ? at : reading->line;
    return !fault || refuse(reading, name, fault);
}

static bool read_lines(struct reading *reading, bool given[KEYS], str rest)
{
    while (rest.len > 0) {
        str line = str_trim(str_cut(rest, '\n', &rest));

        reading->line++;
        if (line.len == 0 || strchr("#;", line.s[0]) ||
            str_eq(line, STR(SECTION)))
            continue;
        if (line.s[0] == '[')
            return refuse(reading, line, "no such part; there is " SECTION);
        if (!read_line(reading, given, line, &rest))
            return false;
    }
    return true;
}

bool config_read(struct podcast_config *config, const char *path,
                 struct arena *mem, struct error *err)
{
    struct podcast_config made = {
        .language = STR("vi"),
        .limit = 300,
        .zone_minutes = 7 * MINUTES_PER_H,
    };
    struct reading reading = {
        .config = &made, .path = path, .mem = mem, .err = err};
    bool given[KEYS] = {false};
    str text;

    if (!io_read_file(&text, path, mem, err) ||
        !read_lines(&reading, given, utf8_clean(text, mem)))
        return false;
    for (size_t i = 0; i < KEYS; i++)
        if (keys[i].must && !given[i])
            return error_set(err, ERROR_INPUT, "%s: %s is missing", path,
                             keys[i].name);
    *config = made;
    return true;
}
