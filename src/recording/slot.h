/* An edition that is exactly as long as was asked for.
 *
 * The rate of speech is moved first, within the limits of the voice; then the
 * pauses between sentences, within theirs, until the end lies on the sample.
 * What still does not fit is left out, if that was allowed, or refused with the
 * figures. Chapters go on starting on whole seconds. */
#ifndef BAONOI_RECORDING_SLOT_H
#define BAONOI_RECORDING_SLOT_H

#include "base/error.h"
#include "edition.h"
#include "reading/shorten.h"
#include "sound/timeline.h"

struct slot_wish {
    uint64_t samples; /* at AUDIO_RATE_HZ; 0: no length was asked for */
    bool at_most;     /* what is shorter stays as it is */
    enum shorten_by by;
};

#define SLOT_TRIES_MOST 8

/* The search for the rate. Starts with the first three set, all else zero. */
struct slot_search {
    const struct slot_wish *slot;
    const struct pacing *pacing;
    struct voice voice; /* as it is to speak: that of the pacing */
    double own_wpm;     /* what its rate was */
    struct slot_try {
        double wpm, speech; /* samples of all takes at that rate */
    } tries[SLOT_TRIES_MOST];
    size_t try_count;
    struct shortening shortening;
};

/* With all takes at the rate of search->voice there: lays them in the slot, and
 * fills edition->fit; or sets `again` and changes the rate of the voice, or the
 * script of the edition, for takes anew. ERROR_FIT when it can't be. */
bool slot_fit(bool *again, struct slot_search *search, struct edition *edition,
              struct timeline *timeline, struct arena *mem, struct error *err);

#endif
