/* What radio asks of an edition: its length, its music, its dates, its WAV. */
#ifndef BAONOI_RUN_RADIO_H
#define BAONOI_RUN_RADIO_H

#include "run/options.h"
#include "pipeline.h"

/* `voices` is the folder of the voices. Fills the bulletin, the date, the slot,
 * the furniture and the airing of the studio; ERROR_USAGE. */
bool radio_options(struct studio *studio, const struct options *options,
                   const char *voices, struct arena *mem, struct error *err);

#endif
