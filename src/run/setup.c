/* What the options ask for, made ready: voices, word lists, studios. */
#include "run/setup.h"

#include <stdio.h>

#include "base/process.h"
#include "format/mp3.h"
#include "format/picture.h"
#include "run/paths.h"
#include "run/radio.h"

#define BYTES_PER_MB 1000000

/* All of --voice: names, commas between. */
static bool load_voices(struct setup *setup, const char *folder,
                        const struct wishes *wishes, struct arena *mem,
                        struct error *err)
{
    str names = str_from(setup->options->voice);

    do {
        str name = str_cut(names, ',', &names);

        if (setup->voice_count == SETUP_VOICES_MOST)
            return error_set(err, ERROR_USAGE, "--voice %s: more than %d",
                             setup->options->voice, SETUP_VOICES_MOST);
        if (!style_load(&setup->voices[setup->voice_count++], folder, name,
                        wishes, mem, err))
            return false;
    } while (names.len > 0);
    return true;
}

/* The other voices have no page of their own: they are in that of the first. */
static void leave_pages_out(struct studio *studio, struct arena *mem)
{
    const struct format **kept =
        ARENA_ARRAY(mem, const struct format *, studio->format_count);
    size_t count = 0;

    for (size_t i = 0; i < studio->format_count; i++)
        if (studio->formats[i] != &format_html &&
            studio->formats[i] != &format_fragment)
            kept[count++] = studio->formats[i];
    studio->formats = kept;
    studio->format_count = count;
}

static bool open_studios(struct setup *setup, const struct studio *studio,
                         struct arena *mem, struct error *err)
{
    const struct voice *voices[SETUP_VOICES_MOST + ROLE_COUNT + 1] = {0};
    size_t count = 0;

    for (size_t i = 0; i < setup->voice_count; i++) {
        setup->studios[i] = *studio;
        setup->studios[i].voice = &setup->voices[i];
        if (i > 0)
            leave_pages_out(&setup->studios[i], mem);
        voices[count++] = &setup->voices[i];
    }
    for (size_t i = 0; i < ROLE_COUNT; i++)
        voices[count++] = studio->cast.roles[i];
    voices[count++] = studio->cast.quotation;
    return pipeline_open(voices, count, err);
}

bool setup_prepare(struct setup *setup, struct arena *mem, struct error *err)
{
    const struct options *options = setup->options;
    struct studio studio;
    const struct wishes wishes = {
        .rate_wpm = options->rate_wpm,
        .pitch_percent = options->pitch_percent,
        .style = options->style,
        .flat = options->flat,
    };
    struct cast cast;
    const char *voices;

    setup->encoding = encoder_table[options->quality];
    if (options->bitrate_kbps > 0)
        setup->encoding.bitrate = (int32_t)(options->bitrate_kbps * 1000);
    if (!plan_write(&setup->plan, options, mem, err) ||
        !paths_voices(&voices, options, mem, err))
        return false;
    if (!load_voices(setup, voices, &wishes, mem, err) ||
        !cast_load(&cast, str_from(options->cast ? options->cast : ""), voices,
                   &wishes, mem, err))
        return false;
    studio = (struct studio){
        .cast = cast,
        .polish = &polish_table[options->sound],
        .lexicon = &setup->lexicon,
        .reading = {.captions = options->captions,
                    .chapters = (enum chapter_mode)options->chapters,
                    .region = (enum region)options->region},
        .loudness_lufs = options->loudness_lufs,
        .true_peak_dbtp = options->true_peak_dbtp,
        .encoding = &setup->encoding,
        .mp3_kbps = mp3_rates[options->mp3],
        .epub_words = options->epub_sync != 0,
        .epub_opus = options->epub_audio != 0,
        .cache = {.folder = paths_cache(options, mem),
                  .limit_bytes = (uint64_t)options->cache_mb * BYTES_PER_MB},
        .formats = setup->plan.formats,
        .format_count = setup->plan.format_count,
        .language = (enum language)options->language,
        .jobs = options->jobs > 0 ? (size_t)options->jobs : process_cores(),
        .allow_gaps = options->allow_gaps,
        .strict = options->strict,
    };
    setup->one_line = setup->plan.count > 1 && paths_terminal();
    if (options->cover &&
        !picture_read(&studio.cover, options->cover, mem, err))
        return false;
    return radio_options(&studio, options, voices, mem, err) &&
           open_studios(setup, &studio, mem, err) &&
           lists_read(&setup->lexicon, options, voices, mem, err);
}
