/* The finished editions of a folder, as episodes of a podcast. */
#ifndef BAONOI_PODCAST_EPISODES_H
#define BAONOI_PODCAST_EPISODES_H

#include <stdint.h>

#include "base/error.h"
#include "format/format.h"
#include "podcast/config.h"
#include "podcast/date.h"

/* The kinds of files that a feed names. */
enum episode_part {
    EPISODE_MP3,
    EPISODE_OPUS,
    EPISODE_VTT,
    EPISODE_SRT,
    EPISODE_CHAPTERS,
    EPISODE_PARTS
};

struct episode_file {
    str name; /* in the folder; empty when the edition has none */
    uint64_t size_bytes;
    str sha256; /* hexadecimal */
};

struct episode_chapter {
    double start_s;
    str title;
};

struct episode {
    const char *manifest; /* its name */
    str id, title, author, source, address, summary;
    uint32_t revision;
    bool dated;
    struct date date; /* of the article */
    double seconds;
    struct episode_file files[EPISODE_PARTS];
    struct episode_chapter *chapters;
    size_t chapter_count;
};

struct episodes {
    struct episode *items; /* the newest first; those without a date last */
    size_t count;
    size_t found; /* more, when the limit left some out */
};

/* Hears of each edition that is not where it might be, and why. */
struct episodes_report {
    void (*line)(void *context, const char *path, const char *why);
    void *context;
};

/* All editions with an MP3, to the limit of the podcast. ERROR_INPUT when the
 * folder can't be read, or a file is not as long as its manifest says. */
bool episodes_read(struct episodes *episodes, const char *folder,
                   const struct podcast_config *config,
                   const struct episodes_report *report, struct arena *mem,
                   struct error *err);

#endif
