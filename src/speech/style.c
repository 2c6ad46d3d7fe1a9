/* A manner of reading that any voice can have. */
#include "speech/style.h"

#include <string.h>

#include "base/io.h"

#define RANGE_MOST 99 /* of the engine */
#define LEAST_PERCENT 50
#define MOST_PERCENT 200

static void change_rate(struct voice *voice, double ratio)
{
    voice->rate_wpm *= ratio;
}

static void change_pitch(struct voice *voice, double ratio)
{
    voice->pitch_percent *= ratio;
}

static void change_range(struct voice *voice, double ratio)
{
    double range = voice->pitch_range * ratio;

    voice->pitch_range = range < RANGE_MOST ? range : RANGE_MOST;
}

static void change_manners(struct manner *manners, size_t count, double ratio)
{
    for (size_t i = 0; i < count; i++)
        manners[i].pitch_st *= ratio;
}

/* All but what the tones have by themselves. */
static void change_melody(struct voice *voice, double ratio)
{
    struct melody *melody = &voice->melody;

    change_manners(&melody->fall, 1, ratio);
    change_manners(&melody->phrase_fall, 1, ratio);
    change_manners(&melody->opening, 1, ratio);
    change_manners(&melody->closing, 1, ratio);
    change_manners(melody->roles, ROLE_COUNT, ratio);
    change_manners(melody->sentences, MARK_COUNT, ratio);
    change_manners(melody->ends, MARK_COUNT, ratio);
    change_manners(melody->deliveries, DELIVERY_COUNT, ratio);
}

static void change_pauses(struct voice *voice, double ratio)
{
    for (size_t i = 0; i < MARK_COUNT; i++)
        voice->mark_ms[i] *= ratio;
    for (size_t i = 0; i < JOINT_COUNT; i++)
        voice->joint_ms[i] *= ratio;
}

static const struct {
    const char *name;
    void (*change)(struct voice *voice, double ratio);
} keys[] = {
    {"rate", change_rate},     {"pitch", change_pitch},
    {"range", change_range},   {"melody", change_melody},
    {"pauses", change_pauses},
};

static bool read_line(struct voice *voice, str text, const char *path,
                      size_t line, struct error *err)
{
    str value, key = str_trim(str_cut(text, '=', &value));
    double percent;

    if (key.len == 0 || key.s[0] == '#')
        return true;
    if (!str_to_double(str_trim(value), &percent) ||
        !(percent >= LEAST_PERCENT) || percent > MOST_PERCENT)
        return error_set(err, ERROR_INPUT,
                         "%s:%zu: %.*s: a number from %d to %d is expected",
                         path, line, STR_ARGS(key), LEAST_PERCENT,
                         MOST_PERCENT);
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        if (str_eq(key, str_from(keys[i].name))) {
            keys[i].change(voice, percent / 100);
            return true;
        }
    return error_set(err, ERROR_INPUT, "%s:%zu: %.*s: no such key", path, line,
                     STR_ARGS(key));
}

static bool apply(struct voice *voice, const char *folder, const char *name,
                  struct arena *mem, struct error *err)
{
    struct buf path = {.mem = mem}, files = {.mem = mem};
    struct voice changed = *voice;
    struct error unread;
    size_t line = 0;
    str text, rest;

    if (strchr(name, '/'))
        buf_format(&path, "%s%c", name, '\0');
    else
        buf_format(&path, "%s/%s.style%c", folder, name, '\0');
    if (!io_read_file(&text, path.s, mem, &unread))
        return error_set(err, ERROR_USAGE, "%s: no such style (%s)", name,
                         unread.message);
    for (rest = text; rest.len > 0;)
        if (!read_line(&changed, str_trim(str_cut(rest, '\n', &rest)), path.s,
                       ++line, err))
            return false;
    buf_add(&files, changed.file);
    buf_add(&files, text);
    changed.file = buf_str(&files);
    changed.style = str_from(name);
    *voice = changed;
    return true;
}

bool style_load(struct voice *voice, const char *folder, str name,
                const struct wishes *wishes, struct arena *mem,
                struct error *err)
{
    struct voice loaded;

    if (!voice_load(&loaded, folder, str_zero(name, mem), mem, err) ||
        (wishes->style && !apply(&loaded, folder, wishes->style, mem, err)))
        return false;
    if (wishes->rate_wpm > 0)
        loaded.rate_wpm = wishes->rate_wpm;
    if (wishes->pitch_percent > 0)
        loaded.pitch_percent = wishes->pitch_percent;
    loaded.flat = wishes->flat;
    *voice = loaded;
    return true;
}
