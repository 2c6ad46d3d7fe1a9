/* When everything is heard: the one set of times, for every output. */
#ifndef BAONOI_SOUND_TIMELINE_H
#define BAONOI_SOUND_TIMELINE_H

#include "edition.h"
#include "speech/voice.h"

/* Takes are laid one after another, in order, with the voice's pauses between
 * them. A take starts on a packet, a chapter on a whole second (players that
 * know whole seconds alone must not start it in the middle of a word). */

/* What the distances depend on. */
struct pacing {
    const struct article *article;
    const struct script *script;
    const struct voice *voice;
    struct room room;
};

/* Whether a story starts with this sentence; in an article that stands alone, a
 * part of it under a heading. */
bool timeline_is_part(const struct pacing *pacing, size_t sentence);

/* From the start of sentence `i` to where the next can start, or to the end, in
 * whole packets; the pause between them is so many times the voice's own. */
uint64_t timeline_step(const struct pacing *pacing, const struct take *take,
                       size_t i, double pauses);

/* Nothing is laid yet; the first sentence starts where there is room. */
void timeline_begin(struct timeline *timeline, const struct pacing *pacing,
                    struct arena *mem);

/* Lays sentence `i`, whose take is known: where the next one starts is known
 * then, or the length of the whole. */
void timeline_lay(struct timeline *timeline, size_t i, const struct take *take,
                  const struct pacing *pacing);

#endif
