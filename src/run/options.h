/* What one command line asked for: filled by cli/, read by the commands. */
#ifndef BAONOI_RUN_OPTIONS_H
#define BAONOI_RUN_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"

struct command;
struct options;

/* What a command line leads to. */
typedef bool (*options_run)(const struct options *options, struct arena *mem,
                            struct error *err);

struct texts {
    const char **items;
    size_t count;
};

/* What `text` says of the readings. */
enum report { REPORT_NONE, REPORT_TEXT, REPORT_HTML, REPORT_JSON };

struct options {
    const struct command *command;
    options_run run; /* the command's, or that of --help and the like */
    struct texts operands;

    bool edition;        /* all operands become one edition */
    const char *title;   /* of that edition; NULL: named after its articles */
    const char *output;  /* as given; NULL: named after the article */
    int preset;          /* what it is for: row of preset_table */
    const char *formats; /* names, commas between; NULL: opus,wav */
    const char *watch;   /* folder of articles; NULL: those named */
    const char *sample;  /* folder for samples of the voices; NULL: none */
    const char *config;  /* path of what a podcast is; NULL: none */
    bool allow_gaps, strict;
    bool json, quiet, lines;
    int report; /* enum report */

    const char *voice;
    const char *cast;     /* PART=VOICE, commas between; NULL: none */
    const char *voices;   /* folder; NULL: found by paths.c */
    double rate_wpm;      /* 0: the voice's own */
    double pitch_percent; /* 0: the voice's own */
    const char *style;    /* a name or a path; NULL: the voice's own */
    bool flat;
    double loudness_lufs, true_peak_dbtp;
    double jobs;         /* 0: one for each processor */
    int sound;           /* row of polish_table */
    int quality;         /* row of encoder_table */
    double bitrate_kbps; /* of Opus; 0: that of the quality */
    const char *cover;   /* path of a picture; NULL: none */
    int mp3;             /* row of mp3_names */
    int epub_sync;       /* row of sync_names: sentence, word */
    int epub_audio;      /* row of audio_names: MP3, Opus */
    const char *cache;   /* folder; NULL: the user's own */
    bool no_cache;
    double cache_mb;

    const char *duration, *duration_max;     /* NULL: as it comes */
    int priority;                            /* enum shorten_by */
    bool bulletin, dateline;                 /* what a presenter says */
    const char *intro, *outro, *sting, *bed; /* sound files; NULL: none */
    const char *date; /* of the edition; NULL: that of the article */
    int wav_bits;     /* 0: 16, 1: 24 */
    bool dual_mono;   /* of a WAV */
    const char *cut, *starts, *expires; /* for playout; NULL: not known */

    bool captions;
    int chapters; /* enum chapter_mode */
    int region;   /* enum region */
    int language; /* enum language */
    struct texts lexicons;
};

#endif
