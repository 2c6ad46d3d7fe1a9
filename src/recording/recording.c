/* All sound of an edition: its takes, when each is heard, how loud the whole
 * is. */
#include "recording/recording.h"

#include <math.h>

#include "sound/loudness.h"
#include "sound/timeline.h"

/* A further pass comes only when the level was far off: a loudness or a text
 * that the voice's calibration does not foresee. */
#define PASSES_MOST 6
/* In steps, so that a corrected word does not change the level of all takes. */
#define GAIN_STEP_DB 0.5
/* Packets can be played softer by more than louder, and texts differ by more
 * than half a decibel: so takes are aimed a little high. */
#define AIM_HIGH_DB 0.2

/* Makes one take and lays it; in order, from the first sentence. */
static bool make_next(void *context, size_t sentence)
{
    struct recording *recording = context;

    if (!takes_wait(recording->run, sentence))
        return false;
    timeline_lay(recording->timeline, sentence, &recording->takes[sentence],
                 &recording->pacing);
    return true;
}

static bool make_head(void *context, str *packets)
{
    *packets = head_wait(&((struct recording *)context)->head);
    return true;
}

static bool begin(struct recording *recording)
{
    struct edition *edition = recording->edition;

    recording->plan.script = edition->script;
    if (!recording->takes)
        recording->takes = ARENA_ARRAY(recording->mem, struct take,
                                       edition->script->sentence_count);
    if (!recording->timeline)
        recording->timeline = ARENA_ONE(recording->mem, struct timeline);
    edition->takes = recording->takes;
    edition->timeline = recording->timeline;
    recording->pacing = (struct pacing){
        .article = edition->article,
        .script = edition->script,
        .voice = recording->plan.voice,
        .room = furniture_room(&recording->furniture),
    };
    timeline_begin(recording->timeline, &recording->pacing, recording->mem);
    edition->parts =
        (struct parts){recording->takes, recording->timeline->sentences,
                       edition->script->sentence_count};
    recording->run =
        takes_begin(recording->takes, &recording->plan, edition->spool,
                    recording->mem, recording->err);
    return recording->run != NULL;
}

static bool go_on(void *context)
{
    struct recording *recording = context;

    if (recording->write_script && !recording->write_script(recording->context))
        return false;
    return begin(recording);
}

static bool make_all(struct recording *recording)
{
    bool ok = begin(recording);
    size_t count = recording->edition->script->sentence_count;

    for (size_t i = 0; ok && i < count; i++)
        ok = make_next(recording, i);
    recording_end(recording);
    return ok;
}

/* All takes, laid; in a slot, at rates that come nearer to it each time. */
static bool make_fitting(struct recording *recording)
{
    bool again;

    do {
        if (!make_all(recording))
            return false;
        if (recording->slot.samples == 0)
            return true;
        if (!slot_fit(&again, &recording->search, recording->edition,
                      recording->timeline, recording->mem, recording->err))
            return false;
    } while (again);
    return true;
}

/* The takes, and what stands around and under them. */
static bool make_whole(struct recording *recording, double first_gain_db)
{
    const struct takes_plan *takes = &recording->plan;
    struct furniture_plan plan = {
        .furniture = &recording->furniture,
        .pacing = &recording->pacing,
        .gain_db = takes->level.gain_db - first_gain_db,
        .ceiling_dbtp = takes->level.ceiling_dbtp,
        .encoding = takes->encoding,
        .packets = recording->packets,
        .jobs = takes->jobs,
        .progress = takes->progress,
    };

    return make_fitting(recording) &&
           (!recording->furniture.any ||
            furniture_mix(recording->edition, &plan, recording->mem,
                          recording->err));
}

/* Until the level is within reach of a gain that leaves the packets as they
 * are, or comes no closer, as the limiter stands against it. */
bool recording_make(struct recording *recording)
{
    const struct loudness *loudness = &recording->edition->loudness;
    double last_db = HUGE_VAL, first_gain_db;

    recording->plan.level.gain_db += AIM_HIGH_DB;
    first_gain_db = recording->plan.level.gain_db;
    recording->packets = recording->plan.packets;
    /* The packets are those of the mix. */
    if (recording->furniture.any)
        recording->plan.packets = false;
    recording->search = (struct slot_search){.slot = &recording->slot,
                                             .pacing = &recording->pacing,
                                             .voice = *recording->plan.voice};
    recording->plan.voice = &recording->search.voice;
    for (int pass = 1;; pass++) {
        double off_db;

        if (!make_whole(recording, first_gain_db) ||
            !loudness_measure(&recording->edition->loudness, recording->edition,
                              recording->target_lufs, *recording->mem,
                              recording->err))
            return false;
        off_db = recording->target_lufs - loudness->integrated_lufs;
        if (pass == PASSES_MOST || isinf(off_db) ||
            fabs(off_db) > fabs(last_db) - GAIN_STEP_DB / 2 ||
            (off_db <= LOUDNESS_RAISE_MOST_DB &&
             off_db >= -LOUDNESS_LOWER_MOST_DB))
            return true;
        last_db = off_db;
        recording->plan.level.gain_db +=
            round((off_db + AIM_HIGH_DB) / GAIN_STEP_DB) * GAIN_STEP_DB;
    }
}

void recording_begin(struct recording *recording)
{
    struct edition *edition = recording->edition;

    edition->loudness = (struct loudness){
        .integrated_lufs = recording->target_lufs,
        .target_lufs = recording->target_lufs,
    };
    recording->live = (struct live){make_head, go_on, make_next, recording};
    edition->live = &recording->live;
    recording->timeline = ARENA_ONE(recording->mem, struct timeline);
    edition->timeline = recording->timeline;
    recording->plan.in_order = true;
    recording->plan.script = edition->script;
    head_begin(&recording->head, &recording->plan, recording->mem);
}

void recording_end(struct recording *recording)
{
    head_end(&recording->head);
    if (recording->run)
        takes_end(recording->run);
    recording->run = NULL;
}
