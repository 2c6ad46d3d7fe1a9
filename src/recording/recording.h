/* All sound of an edition: its takes, when each is heard, how loud the whole
 * is. */
#ifndef BAONOI_RECORDING_RECORDING_H
#define BAONOI_RECORDING_RECORDING_H

#include "recording/furniture.h"
#include "recording/slot.h"
#include "sound/head.h"
#include "sound/takes.h"

/* Starts with the first seven set, all else zero. */
struct recording {
    struct edition *edition; /* with article, script and spool */
    struct takes_plan plan;
    double target_lufs;
    struct slot_wish slot;
    struct furniture furniture;
    struct arena *mem;
    struct error *err;

    /* Writes the script of the edition; NULL when that is whole. */
    bool (*write_script)(void *context);
    void *context;

    bool packets; /* whether any are wanted */
    struct take *takes;
    struct timeline *timeline;
    struct pacing pacing;
    struct slot_search search;
    struct head head;
    struct takes_run *run;
    struct live live;
};

/* Fills takes, timeline and loudness of the edition; in a slot its script may
 * become shorter. False with the reason in `err`: the spool is full, the work
 * was stopped, or the edition does not fit its slot. */
bool recording_make(struct recording *recording);

/* Starts to fill takes and timeline for an edition that is sent meanwhile
 * (edition->live). Where the script is still to be written it has the first
 * sentence, which is heard while the others are read. The loudness, told before
 * anything is heard, is that which the voice was calibrated for. */
void recording_begin(struct recording *recording);

/* After recording_begin, whether it failed or not: ends what still works. */
void recording_end(struct recording *recording);

#endif
