/* What of the text is heard when: the clips of a track, from the timeline. */
#ifndef BAONOI_ACCESS_CLIPS_H
#define BAONOI_ACCESS_CLIPS_H

#include "access/tracks.h"

/* A word of a sentence, or all of it. Clips of a track follow one another
 * without a gap: each ends where the next begins, the last with the track, so
 * that pauses are heard and no player seeks. */
struct clip {
    size_t word;               /* CLIP_SENTENCE for all of it */
    uint64_t begin_ms, end_ms; /* of the track's file */
};

#define CLIP_SENTENCE SIZE_MAX

struct clips {
    struct clip *items;
    size_t count;
};

/* Those of one sentence: one, or one for each of its words. */
struct clips clips_of(const struct edition *edition, const struct track *track,
                      size_t sentence, bool words, struct arena *mem);

/* From the first clip of a track to the end of the last. */
uint64_t clips_length_ms(const struct edition *edition,
                         const struct track *track, bool words);

/* A time of the edition in its track's file, to the nearest millisecond. */
uint64_t clips_ms(const struct track *track, uint64_t sample);

/* "1:02:03.004", a full clock value of SMIL. */
void clips_add_clock(struct buf *out, uint64_t ms);

#endif
