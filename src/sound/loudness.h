/* How loud the edition is, and what its outputs must do about it. */
#ifndef BAONOI_SOUND_LOUDNESS_H
#define BAONOI_SOUND_LOUDNESS_H

#include "base/error.h"
#include "edition.h"

/* An output may raise the takes by this and no more: they were limited so low
 * that the true peak still keeps the limit. */
#define LOUDNESS_RAISE_MOST_DB 0.5

/* Measures the whole by ITU-R BS.1770-4 (libebur128) and fills `loudness`; the
 * gain is that which reaches the target, or as much of it as may be. */
bool loudness_measure(struct loudness *loudness, const struct edition *edition,
                      double target_lufs, struct error *err);

#endif
