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
    bool wide;     /* they are `wide_samples` */
    union {
        int16_t samples[UPSAMPLE_BLOCK];
        int32_t wide_samples[UPSAMPLE_BLOCK];
    };
    size_t count; /* of samples, 0 at the end */
};

/* How samples are wanted where it is not 16 bits at the edition's level. */
struct upsample_form {
    bool wide;      /* 32 bits, of which a format may leave some away */
    double more_db; /* on the gain of the edition */
};

/* What a channel of the two of dual mono is lowered by: both together are as
 * loud as the one (ITU-R BS.1770-4 adds the channels up). */
double upsample_channel_db(const struct airing *airing);

bool upsample_begin(struct upsample *up, const struct edition *edition,
                    const struct upsample_form *form, struct error *err);
/* A part of it, as it comes: 16 bits. */
bool upsample_part(struct upsample *up, const struct edition *edition,
                   struct stretch stretch, struct error *err);

/* Fills the next samples: in all, exactly the length of the stretch. */
bool upsample_next(struct upsample *up, struct error *err);

void upsample_end(struct upsample *up);

#endif
