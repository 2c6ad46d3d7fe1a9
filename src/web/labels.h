/* What the page says itself, in the languages that it speaks. */
#ifndef BAONOI_WEB_LABELS_H
#define BAONOI_WEB_LABELS_H

#include "base/str.h"
#include "edition.h"

/* A %s stands for what is told of; the player puts it in. */
struct labels {
    const char *language; /* BCP 47 */
    const char *listen, *play, *pause, *back, *ahead;
    const char *sentence_back, *sentence_ahead;
    const char *options, *voice_options; /* the latter where voices differ */
    const char *rate, *voice, *follow, *chapters, *downloads, *text;
    const char *from, *resumed, *failed, *note;
};

const struct labels *labels_of(enum language language);

/* The name of a voice for listeners; its own where it is none of the six. */
str labels_voice(enum language language, str voice);

#endif
