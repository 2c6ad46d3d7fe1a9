/* Other sounds of an edition: an opening, a closing, one between its parts, and
 * a bed that lies under the speech.
 *
 * A bed sounds through the pauses, so there is no silence to join packets in.
 * With any of these sounds the whole is therefore mixed first, and encoded in
 * pieces of half a minute, each in a child: the encoder is fed the second
 * before its piece, and what that gave is left away. So the takes stay as they
 * are, but a corrected sentence costs the encoding of the whole. */
#ifndef BAONOI_RECORDING_FURNITURE_H
#define BAONOI_RECORDING_FURNITURE_H

#include "base/progress.h"
#include "recording/clip.h"
#include "sound/encoder.h"
#include "sound/timeline.h"

/* How far the bed is under its own level while something is said, and how
 * fast it goes there and back: 0.45 dB in 10 ms. */
#define FURNITURE_DUCK_DB 18
#define FURNITURE_RAMP_MS 400
#define FURNITURE_HOLD_MS 100
/* Pauses that are shorter do not bring it back. */
#define FURNITURE_PAUSE_MS 1400

/* Paths; NULL where there is none. */
struct furniture_files {
    const char *intro, *outro, *sting, *bed;
};

struct furniture {
    struct clip intro, outro, sting, bed; /* empty where there is none */
    bool any;
    uint64_t sum; /* of their samples, to tell them from others */
};

/* All of them at the loudness of the edition. */
bool furniture_load(struct furniture *furniture,
                    const struct furniture_files *files, double lufs,
                    struct arena *mem, struct error *err);

/* What they take of the time. */
struct room furniture_room(const struct furniture *furniture);

struct furniture_plan {
    const struct furniture *furniture;
    const struct pacing *pacing; /* that the timeline was laid by */
    double gain_db;              /* on all of it */
    double ceiling_dbtp;         /* true peak, of what packets become too */
    const struct encoding *encoding;
    bool packets; /* whether they are wanted */
    size_t jobs;
    const struct progress *progress;
};

/* Mixes takes and furniture, and makes pieces of the mix the parts of the
 * edition. False when the spool is full or the work was stopped. */
bool furniture_mix(struct edition *edition, const struct furniture_plan *plan,
                   struct arena *mem, struct error *err);

#endif
