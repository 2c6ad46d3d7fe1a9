/* One sentence into sound: the engine's phrases, joined by our own pauses. */
#ifndef BAONOI_SPEECH_SPEAK_H
#define BAONOI_SPEECH_SPEAK_H

#include "speech/engine.h"

struct speech {
    int16_t *samples; /* mono */
    size_t sample_count;
    uint32_t rate_hz;       /* of the engine */
    struct interval *words; /* one for each word, in the same samples: each
                             * starts where the one before ends, or later */
    size_t word_count;
    uint32_t lost_words; /* words that the engine failed on: no sound */
};

enum speak {
    SPEAK_ALL,
    SPEAK_CAREFULLY, /* each phrase in a child of its own, and word by word when
                      * that fails: nothing is lost but the words that the
                      * engine can't say */
    SPEAK_BEGINNING, /* at least SPEAK_BEGINNING_MS of the same sound */
};
#define SPEAK_BEGINNING_MS 500

/* Runs in a child (base/process.h). False when the engine failed, or when
 * nothing of the sentence could be said. */
bool speak_sentence(struct speech *out, const struct sentence *sentence,
                    const struct voice *voice, const struct engine *engine,
                    enum speak how, struct arena *mem);

#endif
