/* What turns syllables into sound. An engine is a constant of this kind; a
 * new one is a file here and a row in engine.c. */
#ifndef BAONOI_SPEECH_ENGINE_H
#define BAONOI_SPEECH_ENGINE_H

#include "speech/voice.h"

struct syllable {
    str text;
    struct manner manner;
};

/* Sound of one phrase, mono, in an arena. */
struct utterance {
    int16_t *samples;
    size_t sample_count;
    uint32_t *starts; /* of each syllable, in samples, as the engine marks
                       * them; NULL: not known */
};

#define ENGINE_ALL SIZE_MAX /* samples */

struct engine {
    const char *name;
    uint32_t rate_hz; /* of the samples; 0: the voice says it */

    /* Makes it ready, once in a process. */
    bool (*open)(struct error *err);

    /* Takes this voice from here on: what it speaks is the same whichever it
     * had before. */
    bool (*select)(const struct voice *voice, struct error *err);

    /* Speaks legal lower-case syllables, without a pause between them; of one
     * that `breaks_off` no more than is wanted at the least. Called in forked
     * children only: it may crash, hang, or return false. */
    bool (*speak)(struct utterance *out, const struct voice *voice,
                  const struct syllable *syllables, size_t count,
                  size_t least_samples, struct arena *mem);
    bool breaks_off;

    const char *(*version)(void); /* of the library */
    const char *(*data)(void);    /* the data it reads, where it has such */
};

extern const struct engine engine_command;
extern const struct engine engine_espeak;

const struct engine *engine_find(str name); /* NULL when there is none */

uint32_t engine_rate_hz(const struct engine *engine, const struct voice *voice);

#endif
