/* An edition, or a part of it, at the rate of the containers, with its gain. */
#ifndef BAONOI_FORMAT_UPSAMPLE_H
#define BAONOI_FORMAT_UPSAMPLE_H

#include <soxr.h>

#include "sound/mix.h"

#define UPSAMPLE_RATE_HZ 48000
#define UPSAMPLE_FACTOR (UPSAMPLE_RATE_HZ / AUDIO_RATE_HZ)
#define UPSAMPLE_BLOCK ((MIX_BLOCK_SAMPLES + 1) * UPSAMPLE_FACTOR)

/* A part of an edition, in its samples. */
struct stretch {
    uint64_t start, end;
};

/* A place in the edition, read from start to end. */
struct upsample {
    struct mix mix;
    soxr_t resampler;
    uint64_t left; /* samples still to come */
    int16_t samples[UPSAMPLE_BLOCK];
    size_t count; /* of samples, 0 at the end */
};

bool upsample_begin(struct upsample *up, const struct edition *edition,
                    struct error *err);
bool upsample_part(struct upsample *up, const struct edition *edition,
                   struct stretch stretch, struct error *err);

/* Fills the next samples: in all, exactly the length of the stretch. */
bool upsample_next(struct upsample *up, struct error *err);

void upsample_end(struct upsample *up);

#endif
