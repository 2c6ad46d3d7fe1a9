/* A sound file as samples. */
#ifndef BAONOI_RECORDING_CLIP_H
#define BAONOI_RECORDING_CLIP_H

#include "base/arena.h"
#include "base/error.h"

/* Mono, at AUDIO_RATE_HZ; 1.0 is full scale. */
struct clip {
    float *samples;
    size_t count;
};

/* Anything that libsndfile reads, up to an hour: its channels mixed, resampled,
 * and brought to this integrated loudness (as it is when it has none).
 * ERROR_INPUT when it can't be read. */
bool clip_load(struct clip *clip, const char *path, double lufs,
               struct arena *mem, struct error *err);

#endif
