/* One sentence at the level of the edition. */
#ifndef BAONOI_SOUND_MASTER_H
#define BAONOI_SOUND_MASTER_H

#include "base/error.h"
#include "edition.h"
#include "sound/polish.h"
#include "speech/speak.h"

/* The level that every take is brought to before it is encoded. */
struct level {
    double gain_db;      /* on what the engine gives */
    double ceiling_dbtp; /* true peak of a take */
    double speech_lufs;  /* what the gain makes of the voice's speech */
    const struct polish *polish;
};

/* Sound at AUDIO_RATE_HZ. */
struct pcm {
    int16_t *samples;
    uint32_t sample_count;
    float true_peak; /* 1.0 is full scale */
    struct interval *words;
    float *energies; /* of each packet: see loudness_weigh */
};

/* As a sample of 16 bits; what is louder than full scale is cut off. */
int16_t master_to_s16(float sample);

/* Resamples, polishes, levels and limits; `rate_hz` is that of the speech. */
bool master_speech(struct pcm *out, const struct speech *speech,
                   size_t word_count, uint32_t rate_hz,
                   const struct level *level, struct arena *mem,
                   struct error *err);

#endif
