/* When everything is heard: the one set of times, for every output. */
#ifndef BAONOI_SOUND_TIMELINE_H
#define BAONOI_SOUND_TIMELINE_H

#include "edition.h"
#include "speech/voice.h"

/* Lays the takes one after another, with the voice's pauses between them. A
 * take starts on a packet, a chapter on a whole second (players that know
 * whole seconds alone must not start it in the middle of a word). */
void timeline_lay(struct timeline *timeline, const struct article *article,
                  const struct script *script, const struct take *takes,
                  const struct voice *voice, struct arena *mem);

#endif
