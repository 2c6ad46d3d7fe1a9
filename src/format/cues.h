/* The written text of an edition in lines, each with the time when it is
 * heard: for subtitles and transcripts. */
#ifndef BAONOI_FORMAT_CUES_H
#define BAONOI_FORMAT_CUES_H

#include "edition.h"

/* What apps show of a transcript without breaking it (Podcasting 2.0). */
#define CUE_MAX_CHARACTERS 65
#define CUE_MAX_SECONDS 7

struct cue {
    str text;            /* as written: a view into the sentence */
    uint64_t start, end; /* of its words; samples of the edition */
};

struct cues {
    struct cue *items;
    size_t count;
};

/* A sentence in cues: cut between words, where a phrase ends if it can be, into
 * lines of a like length. A cue is within the limits above unless it is a
 * single word; none overlaps another. */
struct cues cues_of(const struct edition *edition, size_t sentence,
                    struct arena *mem);

#endif
