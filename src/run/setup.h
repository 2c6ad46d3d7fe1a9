/* What the options ask for, made ready: voices, word lists, studios. */
#ifndef BAONOI_RUN_SETUP_H
#define BAONOI_RUN_SETUP_H

#include "pipeline.h"
#include "run/lists.h"
#include "run/options.h"
#include "run/plan.h"

#define SETUP_VOICES_MOST 6

/* What all articles of a run share: one studio for each voice. */
struct setup {
    const struct options *options;
    struct plan plan;
    struct voice voices[SETUP_VOICES_MOST];
    struct studio studios[SETUP_VOICES_MOST];
    size_t voice_count;
    struct lexicon lexicon;
    struct encoding encoding;
    bool one_line; /* of progress, for all editions together */
};

/* All of it from `setup->options`, and the engines opened: once in a run. */
bool setup_prepare(struct setup *setup, struct arena *mem, struct error *err);

#endif
