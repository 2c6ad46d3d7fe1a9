/* The true peaks of an MP3 as it is played: coding moves them. */
#ifndef BAONOI_FORMAT_PEAKS_H
#define BAONOI_FORMAT_PEAKS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"

/* Which samples are to be coded softer than they are, so that no peak of what
 * is decoded passes the ceiling. */
struct peaks {
    float ceiling; /* true peak; 1.0 is full scale */
    size_t blocks; /* of 50 ms at 48 kHz */
    float *gains;  /* one a block */
    float *found;  /* likewise, of the last decoding: the true peak */
};

/* For sound of so many samples at 48 kHz; as yet nothing is softer. */
struct peaks peaks_of(uint64_t samples, double ceiling_dbtp, struct arena *mem);

/* Applies the gains to samples that stand [at] in the sound. */
void peaks_soften(int16_t *samples, size_t count, uint64_t at,
                  const struct peaks *peaks);

/* Decodes an MP3 while it is made. `delay` is how many samples the decoded
 * sound is late. NULL, with ERROR_INTERNAL, when there is no decoder. */
struct peaks_decoder *peaks_begin(struct peaks *peaks, size_t delay,
                                  struct arena *mem, struct error *err);

/* The next bytes, which may end within a frame. */
bool peaks_decode(struct peaks_decoder *decoder, const unsigned char *bytes,
                  size_t count, struct error *err);

/* Ends it, wherever it stands; NULL is ignored. */
void peaks_end(struct peaks_decoder *decoder);

/* Lowers the gains where the ceiling was passed, or, when that was tried,
 * everywhere. False when it was passed nowhere. */
bool peaks_learn(struct peaks *peaks, bool everywhere);

#endif
