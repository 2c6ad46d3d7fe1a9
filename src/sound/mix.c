/* The whole edition as one run of samples: takes and the silence between. */
#include "sound/mix.h"

#include <string.h>

#include "base/io.h"

/* Copies what of the take lies in the block. */
static bool lay_take(struct mix *mix, size_t index, uint64_t block_end,
                     struct error *err)
{
    const struct take *take = &mix->edition->parts.takes[index];
    uint64_t start = mix->edition->parts.starts[index];
    uint64_t end = start + take->sample_count;
    uint64_t from = start > mix->at ? start : mix->at;
    uint64_t to = end < block_end ? end : block_end;

    if (from >= to)
        return true;
    if (!io_read_at(mix->edition->spool, mix->samples + (from - mix->at),
                    (size_t)(to - from) * sizeof *mix->samples,
                    take->samples_at +
                        (int64_t)((from - start) * sizeof *mix->samples)))
        return error_set(err, ERROR_INTERNAL,
                         "temporary file: part %zu can't be read again",
                         index + 1);
    return true;
}

bool mix_next(struct mix *mix, struct error *err)
{
    const struct timeline *timeline = mix->edition->timeline;
    const struct parts *parts = &mix->edition->parts;
    uint64_t last = mix->end > 0 ? mix->end : timeline->total;
    uint64_t end;

    mix->at += mix->count;
    end =
        mix->at + MIX_BLOCK_SAMPLES < last ? mix->at + MIX_BLOCK_SAMPLES : last;
    mix->count = (size_t)(end - mix->at);
    memset(mix->samples, 0, sizeof mix->samples);
    while (mix->take + 1 < parts->count &&
           parts->starts[mix->take + 1] <= mix->at)
        mix->take++;
    for (size_t i = mix->take; i < parts->count && parts->starts[i] < end; i++)
        if (!lay_take(mix, i, end, err))
            return false;
    return true;
}
