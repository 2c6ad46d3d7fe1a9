/* What radio asks of an edition: its length, its music, its dates, its WAV. */
#include "run/radio.h"

#include <math.h>

#include "article/dates.h"
#include "run/paths.h"

#define SECONDS_MOST (24 * 3600)
#define COLONS_MOST 2 /* hours, minutes, seconds */

/* An option's date in ISO 8601; empty when it was not given. */
static bool read_date(str *date, const char *name, const char *value,
                      struct arena *mem, struct error *err)
{
    struct stamp stamp;

    *date = (str){0};
    if (!value)
        return true;
    if (dates_find(&stamp, str_from(value)))
        *date = dates_iso(&stamp, mem);
    return date->len > 0 ||
           error_set(err, ERROR_USAGE, "--%s %s: not a date", name, value);
}

/* "14:55", "1:02:03.5" or "895" in seconds; false when it is none of them. */
static bool read_seconds(double *seconds, str text)
{
    int colons = 0;

    *seconds = 0;
    if (str_ends(text, STR(":")))
        return false;
    do {
        bool last;
        double part;
        str head = str_cut(text, ':', &text);

        last = text.len == 0;
        if (!str_to_double(head, &part) || part < 0 ||
            (!last && fmod(part, 1) != 0) || (colons > 0 && part >= 60))
            return false;
        *seconds = *seconds * 60 + part;
    } while (text.len > 0 && colons++ < COLONS_MOST);
    return text.len == 0;
}

static bool read_length(struct slot_wish *slot, const char *name,
                        const char *value, struct error *err)
{
    double seconds;

    if (!read_seconds(&seconds, str_from(value)))
        return error_set(err, ERROR_USAGE,
                         "--%s %s: not a time, as 14:55 or 1:02:03.5", name,
                         value);
    if (seconds <= 0 || seconds > SECONDS_MOST)
        return error_set(err, ERROR_USAGE, "--%s %s: out of range, to %d hours",
                         name, value, SECONDS_MOST / 3600);
    slot->samples = (uint64_t)llround(seconds * AUDIO_RATE_HZ);
    return true;
}

static bool read_slot(struct slot_wish *slot, const struct options *options,
                      struct error *err)
{
    *slot = (struct slot_wish){.at_most = options->duration_max != NULL,
                               .by = (enum shorten_by)options->priority};
    if (options->duration && options->duration_max)
        return error_set(err, ERROR_USAGE,
                         "--duration-max: can't stand beside --duration");
    if (options->priority != SHORTEN_NOT && !options->duration &&
        !options->duration_max)
        return error_set(err, ERROR_USAGE,
                         "--priority: needs --duration or --duration-max");
    if (options->duration)
        return read_length(slot, "duration", options->duration, err);
    return !options->duration_max ||
           read_length(slot, "duration-max", options->duration_max, err);
}

/* A bulletin has a chapter for each story, unless others were asked for. */
static void read_bulletin(struct studio *studio, const struct options *options,
                          const char *voices, struct arena *mem)
{
    struct buf path = {.mem = mem};

    buf_format(&path, "%s/bulletin.tsv%c", paths_words(voices, mem), '\0');
    studio->bulletin = (struct bulletin){
        .links = options->bulletin,
        .dateline = options->dateline,
        .phrases = path.s,
    };
    if (options->bulletin && studio->reading.chapters == CHAPTERS_AUTO)
        studio->reading.chapters = CHAPTERS_ARTICLE;
}

bool radio_options(struct studio *studio, const struct options *options,
                   const char *voices, struct arena *mem, struct error *err)
{
    struct airing *airing = &studio->airing;

    read_bulletin(studio, options, voices, mem);

    studio->furniture = (struct furniture_files){
        .intro = options->intro,
        .outro = options->outro,
        .sting = options->sting,
        .bed = options->bed,
    };
    *airing = (struct airing){
        .wide = options->wav_bits > 0,
        .dual_mono = options->dual_mono,
        .cut = str_from(options->cut ? options->cut : ""),
    };
    return read_slot(&studio->slot, options, err) &&
           read_date(&studio->date, "date", options->date, mem, err) &&
           read_date(&airing->starts, "starts", options->starts, mem, err) &&
           read_date(&airing->expires, "expires", options->expires, mem, err);
}
