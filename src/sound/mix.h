/* The whole edition as one run of samples: takes and the silence between. */
#ifndef BAONOI_SOUND_MIX_H
#define BAONOI_SOUND_MIX_H

#include "base/error.h"
#include "edition.h"

#define MIX_BLOCK_SAMPLES 4096

/* A place in the edition, read from start to end. Starts with .edition set,
 * for a part of it .at and .end too, all else zero. */
struct mix {
    const struct edition *edition;
    uint64_t at;  /* sample of the edition */
    uint64_t end; /* of the part; 0: of the edition */
    size_t take;  /* the one that `at` lies in or before */
    int16_t samples[MIX_BLOCK_SAMPLES];
    size_t count; /* of samples, 0 at the end */
};

/* Fills the next samples, without the gain of the edition. */
bool mix_next(struct mix *mix, struct error *err);

#endif
