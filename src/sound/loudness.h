/* How loud the edition is, by ITU-R BS.1770-4, and what its outputs must do
 * about it. A sentence is weighted where it is made; the whole is gated from
 * the parts, so a corrected sentence doesn't cost a new look at the others. */
#ifndef BAONOI_SOUND_LOUDNESS_H
#define BAONOI_SOUND_LOUDNESS_H

#include "base/error.h"
#include "edition.h"

/* An output may raise the takes by this and no more: they were limited so low
 * that the true peak still keeps the limit. */
#define LOUDNESS_RAISE_MOST_DB 0.5
/* Takes that are louder than this above the target were limited more than they
 * need, and are made again. */
#define LOUDNESS_LOWER_MOST_DB 1.5

/* How many packets a take's sound begins. */
size_t loudness_packets(size_t sample_count);

/* The K-weighted mean square of the samples of each packet, one after another,
 * by a meter that hears them all (libebur128). NULL when there is no memory. */
void *loudness_meter(struct error *err);
bool loudness_weigh_next(float *energy, void *meter, const int16_t *samples,
                         size_t sample_count, struct error *err);
void loudness_meter_end(void *meter); /* or of NULL */

/* That of each packet of the sound. */
bool loudness_weigh(float *energies, const int16_t *samples,
                    size_t sample_count, struct error *err);

/* The integrated loudness of samples at AUDIO_RATE_HZ, 1.0 is full scale;
 * -HUGE_VAL when there is none. */
bool loudness_of(double *lufs, const float *samples, size_t count,
                 struct error *err);

/* Measures the whole and fills `loudness`; the gain is that which reaches the
 * target, or as much of it as may be. */
bool loudness_measure(struct loudness *loudness, const struct edition *edition,
                      double target_lufs, struct arena tmp, struct error *err);

#endif
