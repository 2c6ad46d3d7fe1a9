/* What both a manifest and a result tell of an edition, as JSON. */
#include "output/values.h"

#include <math.h>

#define MICROSECONDS 1e6
#define HUNDREDTHS 100

json_t *values_text(str text)
{
    return json_stringn(text.s ? text.s : "", text.len);
}

json_t *values_seconds(uint64_t samples)
{
    return json_real(round((double)samples * MICROSECONDS / AUDIO_RATE_HZ) /
                     MICROSECONDS);
}

json_t *values_level(double level_db, const struct loudness *loudness)
{
    double made = level_db + loudness->gain_db;

    return isfinite(made) ? json_real(round(made * HUNDREDTHS) / HUNDREDTHS)
                          : json_null();
}

json_t *values_chapters(const struct edition *edition)
{
    const struct script *script = edition->script;
    json_t *list = json_array();

    for (size_t i = 0; i < script->chapter_count; i++)
        json_array_append_new(
            list, json_pack("{s:o, s:o, s:I}", "start",
                            values_seconds(edition->timeline->chapters[i]),
                            "title", values_text(script->chapters[i].title),
                            "level", (json_int_t)script->chapters[i].level));
    return list;
}

json_t *values_skips(const struct script *script)
{
    json_t *list = json_array();

    for (size_t i = 0; i < script->skip_count; i++) {
        const struct skip *skip = &script->skips[i];

        json_array_append_new(
            list, json_pack("{s:I, s:o, s:s}", "block", (json_int_t)skip->block,
                            "written", values_text(skip->written), "reason",
                            skip->reason));
    }
    return list;
}

json_t *values_left_out(const struct article *article)
{
    json_t *list = json_array();

    for (size_t i = 0; i < article->left_out_count; i++) {
        const struct left_out *left_out = &article->left_out[i];

        json_array_append_new(
            list, json_pack("{s:s, s:I, s:I}", "kind", left_out->kind, "count",
                            (json_int_t)left_out->count, "bytes",
                            (json_int_t)left_out->size_bytes));
    }
    return list;
}
