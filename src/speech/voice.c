/* A voice: reads NAME.voice. */
#include "speech/voice.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/io.h"

#define SUFFIX STR(".voice")

/* Every key with a number, where it goes, and what it may be. */
static const struct key {
    const char *name;
    size_t offset;
    double least, most;
} keys[] = {
#define KEY(name, field, least, most)                                          \
    {                                                                          \
        name, offsetof(struct voice, field), least, most                       \
    }
    KEY("rate", rate_wpm, VOICE_RATE_LEAST, VOICE_RATE_MOST),
    KEY("rate.least", rate_least_percent, 50, 100),
    KEY("rate.most", rate_most_percent, 100, 200),
    KEY("pauses.least", pauses_least_percent, 10, 100),
    KEY("pauses.most", pauses_most_percent, 100, 400),
    KEY("rate_hz", rate_hz, 8000, 192000),
    KEY("pitch", pitch_percent, VOICE_PITCH_LEAST, VOICE_PITCH_MOST),
    KEY("range", pitch_range, 0, 99),
    KEY("loudness", loudness_lufs, -70, 0),
    KEY("crest", crest_db, 0, 40),

    KEY("pause.joint", mark_ms[MARK_JOINT], 0, 5000),
    KEY("pause.item", mark_ms[MARK_ITEM], 0, 5000),
    KEY("pause.comma", mark_ms[MARK_COMMA], 0, 5000),
    KEY("pause.dash", mark_ms[MARK_DASH], 0, 5000),
    KEY("pause.semicolon", mark_ms[MARK_SEMICOLON], 0, 5000),
    KEY("pause.colon", mark_ms[MARK_COLON], 0, 5000),
    KEY("pause.stop", mark_ms[MARK_STOP], 0, 5000),
    KEY("pause.ellipsis", mark_ms[MARK_ELLIPSIS], 0, 5000),
    KEY("pause.question", mark_ms[MARK_QUESTION], 0, 5000),
    KEY("pause.exclamation", mark_ms[MARK_EXCLAMATION], 0, 5000),
    KEY("pause.sentence", joint_ms[JOINT_SENTENCE], 0, 10000),
    KEY("pause.paragraph", joint_ms[JOINT_PARAGRAPH], 0, 10000),
    KEY("pause.heading", joint_ms[JOINT_HEADING], 0, 10000),
    KEY("pause.chapter", joint_ms[JOINT_CHAPTER], 0, 10000),

    KEY("fall.syllables", melody.fall_syllables, 0, 200),
    KEY("phrase.syllables", melody.phrase_syllables, 0, 200),
    KEY("end.share", melody.end_share_percent, 0, 100),
#undef KEY
};

/* Every manner, and where it goes. */
static const struct named_manner {
    const char *name;
    size_t offset;
} manners[] = {
#define MANNER(name, field)                                                    \
    {                                                                          \
        name, offsetof(struct voice, field)                                    \
    }
    MANNER("fall", melody.fall),
    MANNER("phrase", melody.phrase_fall),
    MANNER("opening", melody.opening),
    MANNER("closing", melody.closing),
    MANNER("title", melody.roles[ROLE_TITLE]),
    MANNER("lead", melody.roles[ROLE_LEAD]),
    MANNER("heading", melody.roles[ROLE_HEADING]),
    MANNER("body", melody.roles[ROLE_BODY]),
    MANNER("caption", melody.roles[ROLE_CAPTION]),
    MANNER("byline", melody.roles[ROLE_BYLINE]),
    MANNER("link", melody.roles[ROLE_LINK]),
    MANNER("question", melody.sentences[MARK_QUESTION]),
    MANNER("exclamation", melody.sentences[MARK_EXCLAMATION]),
    MANNER("end.joint", melody.ends[MARK_JOINT]),
    MANNER("end.item", melody.ends[MARK_ITEM]),
    MANNER("end.comma", melody.ends[MARK_COMMA]),
    MANNER("end.dash", melody.ends[MARK_DASH]),
    MANNER("end.semicolon", melody.ends[MARK_SEMICOLON]),
    MANNER("end.colon", melody.ends[MARK_COLON]),
    MANNER("end.stop", melody.ends[MARK_STOP]),
    MANNER("end.ellipsis", melody.ends[MARK_ELLIPSIS]),
    MANNER("end.question", melody.ends[MARK_QUESTION]),
    MANNER("end.exclamation", melody.ends[MARK_EXCLAMATION]),
    MANNER("focus", melody.deliveries[DELIVERY_FOCUS]),
    MANNER("quote", melody.deliveries[DELIVERY_QUOTED]),
    MANNER("aside", melody.deliveries[DELIVERY_ASIDE]),
    MANNER("tone.ngang", melody.tones[TONE_LEVEL]),
    MANNER("tone.huyen", melody.tones[TONE_GRAVE]),
    MANNER("tone.hoi", melody.tones[TONE_HOOK]),
    MANNER("tone.nga", melody.tones[TONE_TILDE]),
    MANNER("tone.sac", melody.tones[TONE_ACUTE]),
    MANNER("tone.nang", melody.tones[TONE_DOT]),
    MANNER("tone.ngang.last", melody.last_level),
#undef MANNER
};

/* Its parts: the keys are "fall.pitch", "fall.rate", "fall.volume". */
static const struct part {
    const char *suffix;
    size_t offset;
    double most; /* up or down */
} parts[] = {
    {".pitch", offsetof(struct manner, pitch_st), 12},
    {".rate", offsetof(struct manner, rate_percent), 50},
    {".volume", offsetof(struct manner, volume_db), 12},
};

/* Where the key's number goes, and what it may be; false: no such key. */
static bool find_key(struct key *found, str name)
{
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        if (str_eq(name, str_from(keys[i].name))) {
            *found = keys[i];
            return true;
        }
    for (size_t p = 0; p < sizeof parts / sizeof parts[0]; p++) {
        const struct part *part = &parts[p];
        str head = name;

        if (!str_ends(name, str_from(part->suffix)))
            continue;
        head.len -= strlen(part->suffix);
        for (size_t i = 0; i < sizeof manners / sizeof manners[0]; i++)
            if (str_eq(head, str_from(manners[i].name))) {
                *found =
                    (struct key){.offset = manners[i].offset + part->offset,
                                 .least = -part->most,
                                 .most = part->most};
                return true;
            }
    }
    return false;
}

static bool set_number(struct voice *voice, str name, str value,
                       const char *path, size_t line, struct error *err)
{
    struct key key;
    double number;

    if (!find_key(&key, name))
        return error_set(err, ERROR_INPUT, "%s:%zu: %.*s: no such key", path,
                         line, STR_ARGS(name));
    if (!str_to_double(value, &number) || !(number >= key.least) ||
        number > key.most)
        return error_set(err, ERROR_INPUT,
                         "%s:%zu: %.*s: a number from %g to %g is expected",
                         path, line, STR_ARGS(name), key.least, key.most);
    memcpy((char *)voice + key.offset, &number, sizeof number);
    return true;
}

/* The name without folder and suffix. */
static str plain_name(str path)
{
    for (str rest = path; rest.len > 0;)
        path = str_cut(rest, '/', &rest);
    if (str_ends(path, SUFFIX))
        path.len -= SUFFIX.len;
    return path;
}

/* A voice may be like one that is like another, and so on so often. */
#define LIKE_MOST 4

/* What is read of a voice, and of those that it is like. */
struct reading {
    struct voice voice;
    const char *folder;
    struct buf files; /* all of them, one after another */
    struct arena *mem;
    struct error *err;
};

static bool read_voice(struct reading *reading, const char *name, int depth);

/* One line `key = value`; a remark and an empty line say nothing. */
static bool read_line(struct reading *reading, str text, const char *path,
                      size_t line, int depth)
{
    struct voice *voice = &reading->voice;
    str value, key = str_trim(str_cut(text, '=', &value));

    value = str_trim(value);
    if (key.len == 0 || key.s[0] == '#')
        return true;
    if (str_eq(key, STR("like")))
        return read_voice(reading, str_zero(value, reading->mem), depth + 1);
    if (str_eq(key, STR("about")))
        voice->about = value;
    else if (str_eq(key, STR("engine")))
        voice->engine = value;
    else if (str_eq(key, STR("command")))
        voice->command = value;
    else
        return set_number(voice, key, value, path, line, reading->err);
    return true;
}

static bool read_voice(struct reading *reading, const char *name, int depth)
{
    struct buf path = {.mem = reading->mem};
    struct error unread;
    size_t line = 0;
    str rest;

    if (depth > LIKE_MOST)
        return error_set(reading->err, ERROR_INPUT,
                         "%s: like a voice that is like another, too often",
                         name);
    if (strchr(name, '/'))
        buf_format(&path, "%s%c", name, '\0');
    else
        buf_format(&path, "%s/%s%s%c", reading->folder, name, SUFFIX.s, '\0');
    if (!io_read_file(&rest, path.s, reading->mem, &unread))
        return error_set(reading->err, ERROR_USAGE,
                         "%s: no such voice; `baonoi voices` lists them (%s)",
                         name, unread.message);
    buf_add(&reading->files, rest);
    while (rest.len > 0) {
        str text = str_trim(str_cut(rest, '\n', &rest));

        line++;
        if (str_starts(text, STR("[")) && str_ends(text, STR("]"))) {
            reading->voice.engine_voice = rest;
            break;
        }
        if (!read_line(reading, text, path.s, line, depth))
            return false;
    }
    return true;
}

bool voice_load(struct voice *voice, const char *folder, const char *name,
                struct arena *mem, struct error *err)
{
    struct reading reading = {
        .voice = {.rate_least_percent = 100,
                  .rate_most_percent = 100,
                  .pauses_least_percent = 60,
                  .pauses_most_percent = 160,
                  .pitch_percent = 100,
                  .pitch_range = 50,
                  .crest_db = 15},
        .folder = folder,
        .files = {.mem = mem},
        .mem = mem,
        .err = err,
    };
    struct voice *new = &reading.voice;

    if (!read_voice(&reading, name, 0))
        return false;
    new->name = plain_name(str_from(name));
    new->file = buf_str(&reading.files);
    if (new->engine.len == 0 || new->rate_wpm == 0 || new->loudness_lufs == 0)
        return error_set(err, ERROR_INPUT,
                         "%s: engine, rate and loudness are needed", name);
    *voice = *new;
    return true;
}

static int by_text(const void *a, const void *b)
{
    return str_cmp(*(const str *)a, *(const str *)b);
}

bool voice_list(str **names, size_t *count, const char *folder,
                struct arena *mem, struct error *err)
{
    DIR *entries = opendir(folder);
    size_t n = 0, total = 0;
    struct dirent *entry;
    str *list;

    if (!entries)
        return error_set(err, ERROR_INPUT, "%s: no folder of voices", folder);
    while (readdir(entries))
        total++;
    rewinddir(entries);
    list = ARENA_ARRAY(mem, str, total);
    while (n < total && (entry = readdir(entries))) {
        str name = str_from(entry->d_name);

        if (str_ends(name, SUFFIX) && name.len > SUFFIX.len)
            list[n++] = str_copy(plain_name(name), mem);
    }
    closedir(entries);
    qsort(list, n, sizeof *list, by_text);
    *names = list;
    *count = n;
    return true;
}
