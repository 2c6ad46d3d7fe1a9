/* A voice: a file NAME.voice of the voices folder, or any path to one.
 *
 *     # comment
 *     like = nam-bac      first: all that this file says nothing of
 *     about = one line for `baonoi voices`
 *     engine = espeak-ng
 *     rate = 190          words a minute, as the engine counts them
 *     range = 60          how far the pitch moves, as the engine counts it
 *     loudness = -22.1    LUFS of its speech as the engine gives it
 *     crest = 15          dB from there to its peaks, as a limiter feels them
 *     pause.comma = 200   milliseconds of silence, for each kind of joint
 *     rate.least = 88     per cent of the rate, and of pauses between
 * sentences, that a length asked for may lead to; also rate.most, pauses.least,
 * pauses.most title.pitch = 1     a change of manner, see struct manner and
 * voice.c [espeak-ng] language vi         from here on: the engine's own voice
 * file, as it is
 */
#ifndef BAONOI_SPEECH_VOICE_H
#define BAONOI_SPEECH_VOICE_H

#include "base/error.h"
#include "edition.h"
#include "words/vi_syllable.h"

/* Silence between sentences, by what follows. */
enum joint {
    JOINT_SENTENCE,
    JOINT_PARAGRAPH,
    JOINT_HEADING,
    JOINT_CHAPTER,
    JOINT_COUNT
};

/* In words a minute, as espeak-ng counts them. */
#define VOICE_RATE_LEAST 80
#define VOICE_RATE_MOST 400

/* What a share of the voice's own pitch may be: four semitones each way. */
#define VOICE_PITCH_LEAST 80
#define VOICE_PITCH_MOST 125

/* How speech differs from what the voice does by itself. */
struct manner {
    double pitch_st;     /* semitones */
    double rate_percent; /* more syllables a second */
    double volume_db;
};

/* The manners of a reader; those that meet on a syllable are added up. */
struct melody {
    struct manner fall; /* over a sentence of `fall_syllables` and more */
    struct manner phrase_fall; /* over each phrase of `phrase_syllables` */
    double fall_syllables, phrase_syllables;
    struct manner opening, closing; /* first and last sentence of a paragraph */
    struct manner roles[ROLE_COUNT];
    struct manner sentences[MARK_COUNT]; /* that end so */
    struct manner ends[MARK_COUNT];      /* the last syllable before a mark */
    double end_share_percent;            /* of it, on the last but one */
    struct manner deliveries[DELIVERY_COUNT];
    struct manner tones[TONE_COUNT];
    struct manner last_level; /* a level tone that ends a phrase */
};

struct voice {
    str name, about, engine;
    str command;    /* of the engine "command", see command.c */
    double rate_hz; /* likewise */
    double rate_wpm;
    double rate_least_percent,
        rate_most_percent; /* of it, see recording/slot.h */
    double pauses_least_percent, pauses_most_percent;
    double pitch_percent; /* 100: as the voice file has it */
    double pitch_range;   /* the engine's own measure of liveliness, 0-99 */
    double loudness_lufs;
    double crest_db;
    double mark_ms[MARK_COUNT];   /* silence inside a sentence */
    double joint_ms[JOINT_COUNT]; /* silence after a sentence */
    struct melody melody;
    bool flat;        /* the melody is left out, for comparison */
    str engine_voice; /* the engine's own definition of the voice */
    str style;        /* name of the style it has, empty: its own */
    str file;         /* all of its files, as they are */
};

/* `name` is a name in `folder`, or a path when it holds a slash. ERROR_USAGE
 * when there is none of that name, ERROR_INPUT when the file is wrong, with
 * its line. */
bool voice_load(struct voice *voice, const char *folder, const char *name,
                struct arena *mem, struct error *err);

/* The names of the voices in `folder`, sorted. */
bool voice_list(str **names, size_t *count, const char *folder,
                struct arena *mem, struct error *err);

#endif
