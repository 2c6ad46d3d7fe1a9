/* One article into one edition: the order of the stages. */
#ifndef BAONOI_PIPELINE_H
#define BAONOI_PIPELINE_H

#include "article/bulletin.h"
#include "article/gather.h"
#include "base/error.h"
#include "base/progress.h"
#include "edition.h"
#include "output/output.h"
#include "output/revision.h"
#include "reading/script.h"
#include "sound/cache.h"
#include "sound/encoder.h"
#include "recording/furniture.h"
#include "recording/slot.h"
#include "speech/cast.h"

/* What stays the same from article to article. */
struct studio {
    const struct voice *voice;
    struct cast cast;              /* who reads what instead */
    const struct lexicon *lexicon; /* the word lists */
    struct script_options reading;
    str date; /* of the edition, in place of the article's; empty: that */
    struct bulletin bulletin;
    struct airing airing;
    struct slot_wish slot;
    struct furniture_files furniture;
    double loudness_lufs;  /* of the whole edition */
    double true_peak_dbtp; /* no sample of the output above it */
    const struct polish *polish;
    const struct encoding *encoding;
    unsigned mp3_kbps;    /* 0: it varies */
    struct picture cover; /* with type NULL: none */
    bool epub_words, epub_opus;
    struct cache cache;
    const struct format *const *formats;
    size_t format_count;
    enum language language;     /* of what the documents say themselves */
    const struct edition *also; /* the same articles in another voice */
    size_t jobs;                /* children at a time */
    bool allow_gaps; /* an edition is written though words were lost */
    bool strict;     /* no edition while something is unsure */
};

/* One article, or several as one, to be made. */
struct job {
    const struct gather *inputs;
    const char *output; /* path without a suffix; "-": standard output */
    const struct progress *progress;
};

/* What came of it. */
struct product {
    struct edition edition; /* there as soon as all its sound was made, for a
                               report of lost words too; to be closed */
    struct output_files files;
    struct changes changes; /* against the edition that was there before */
};

/* Makes the engines of all voices that will be heard ready, once, before the
 * first pipeline_make. NULL among them is none. */
bool pipeline_open(const struct voice *const *voices, size_t count,
                   struct error *err);

/* Whether an edition to `output` would be sent while it is made. */
bool pipeline_streams(const struct studio *studio, const char *output);

/* Reads the articles and writes the edition to the output + suffix of each
 * format, and its manifest beside them with ".json"; to standard output goes
 * the only format, without a manifest. On failure nothing under those names has
 * changed. */
bool pipeline_make(struct product *product, const struct studio *studio,
                   const struct job *job, struct arena *mem, struct error *err);

/* Lets go of its sound. A zero edition is ignored. */
void pipeline_close(struct edition *edition);

#endif
