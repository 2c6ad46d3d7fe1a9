/* A manner of reading that any voice can have: a file NAME.style of the voices
 * folder, or any path to one. Its lines, beside '#' comments, are
 *
 *     rate = 104      per cent of what the voice has
 *
 * with the keys rate, pitch, range (of the tones), melody (how far it moves)
 * and pauses. */
#ifndef BAONOI_SPEECH_STYLE_H
#define BAONOI_SPEECH_STYLE_H

#include "speech/voice.h"

/* What a listener may want of any voice. */
struct wishes {
    double rate_wpm, pitch_percent; /* 0: the voice's own, or the style's */
    const char *style;              /* NULL: the voice's own */
    bool flat;
};

/* Loads a voice and changes it so. ERROR_USAGE when there is no such voice or
 * style, ERROR_INPUT when a file is wrong, with its line. */
bool style_load(struct voice *voice, const char *folder, str name,
                const struct wishes *wishes, struct arena *mem,
                struct error *err);

#endif
