/* One sentence at the level of the edition. */
#ifndef BAONOI_SOUND_MASTER_H
#define BAONOI_SOUND_MASTER_H

#include "base/error.h"
#include "edition.h"
#include "sound/limiter.h"
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

/* So many samples of it are worked on together: whole packets. */
#define MASTER_RUN (4 * PACKET_SAMPLES)

/* A sentence that is resampled, polished, levelled and limited, a run at a
 * time. */
struct mastering {
    const struct speech *speech;
    uint32_t sample_count;  /* that it will have, at AUDIO_RATE_HZ */
    struct interval *words; /* of the speech, in these samples: those whose
                             * sound was given start where it is heard */
    double true_peak;       /* at the end; 1.0 is full scale */

    struct soxr *resampler;
    size_t taken;       /* samples of the speech */
    uint32_t resampled; /* so far, and silence where there are no more */
    struct polishing polishing;
    size_t word;   /* that is being heard */
    float *levels; /* of its milliseconds */
    struct limiter limiter;
    struct peak_meter meter;
    size_t ready, filled; /* of the sound: levelled, and behind it not yet */
    float sound[2 * MASTER_RUN + LIMITER_LAG];
};

/* How many samples become of it. */
uint32_t master_count(const struct speech *speech);

/* The speech stays where it is. To be ended even where it fails. */
bool master_begin(struct mastering *work, const struct speech *speech,
                  const struct level *level, struct arena *mem,
                  struct error *err);

/* The next samples: MASTER_RUN but at the end, then none. */
bool master_next(struct mastering *work, int16_t samples[MASTER_RUN],
                 size_t *count, struct error *err);

void master_end(struct mastering *work);

#endif
