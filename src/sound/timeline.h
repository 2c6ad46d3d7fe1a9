/* When everything is heard: the one set of times, for every output. */
#ifndef BAONOI_SOUND_TIMELINE_H
#define BAONOI_SOUND_TIMELINE_H

#include "edition.h"
#include "speech/voice.h"

/* Takes are laid one after another, in order, with the voice's pauses between
 * them. A take starts on a packet, a chapter on a whole second (players that
 * know whole seconds alone must not start it in the middle of a word). */

/* From the start of sentence `i` to where the next can start, in whole packets;
 * the pause between them is so many times the voice's own. */
uint64_t timeline_step(const struct take *take, const struct article *article,
                       const struct script *script, size_t i,
                       const struct voice *voice, double pauses);

/* Nothing is laid yet; the first sentence starts at 0. */
void timeline_begin(struct timeline *timeline, const struct script *script,
                    struct arena *mem);

/* Lays sentence `i`, whose take is known: where the next one starts is known
 * then, or the length of the whole. */
void timeline_lay(struct timeline *timeline, size_t i, const struct take *take,
                  const struct article *article, const struct script *script,
                  const struct voice *voice);

#endif
