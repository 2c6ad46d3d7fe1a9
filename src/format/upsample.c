/* An edition, or a part of it, at the rate of the containers, with its gain. */
#include "format/upsample.h"

#include <math.h>
#include <string.h>

double upsample_channel_db(const struct airing *airing)
{
    return airing->dual_mono ? 10 * log10(0.5) : 0;
}

static bool begin(struct upsample *up, const struct edition *edition,
                  struct stretch stretch, const struct upsample_form *form,
                  struct error *err)
{
    soxr_io_spec_t io =
        soxr_io_spec(SOXR_INT16_I, form->wide ? SOXR_INT32_I : SOXR_INT16_I);
    soxr_quality_spec_t quality = soxr_quality_spec(SOXR_HQ, 0);
    soxr_runtime_spec_t runtime = soxr_runtime_spec(1);
    soxr_error_t fault;

    *up = (struct upsample){
        .mix = {.edition = edition, .at = stretch.start, .end = stretch.end},
        .left = (stretch.end - stretch.start) * UPSAMPLE_FACTOR,
        .wide = form->wide,
    };
    io.scale = pow(10, (edition->loudness.gain_db + form->more_db) / 20);
    io.flags = SOXR_NO_DITHER; /* noise that is never the same twice */
    up->resampler = soxr_create(AUDIO_RATE_HZ, UPSAMPLE_RATE_HZ, 1, &fault, &io,
                                &quality, &runtime);
    return up->resampler ||
           error_set(err, ERROR_INTERNAL, "resampler: %s", fault);
}

bool upsample_begin(struct upsample *up, const struct edition *edition,
                    const struct upsample_form *form, struct error *err)
{
    struct stretch whole = {0, edition->timeline->total};

    return begin(up, edition, whole, form, err);
}

bool upsample_part(struct upsample *up, const struct edition *edition,
                   struct stretch stretch, struct error *err)
{
    struct upsample_form form = {0};

    return begin(up, edition, stretch, &form, err);
}

bool upsample_next(struct upsample *up, struct error *err)
{
    struct mix *mix = &up->mix;

    up->count = 0;
    while (up->count == 0 && up->left > 0) {
        if (!mix_next(mix, err))
            return false;
        /* At the end no input: what the filter still holds comes out. */
        soxr_process(up->resampler, mix->count > 0 ? mix->samples : NULL,
                     mix->count, NULL, up->wide_samples, UPSAMPLE_BLOCK,
                     &up->count);
        if (mix->count == 0 && up->count == 0) {
            memset(up->wide_samples, 0, sizeof up->wide_samples);
            up->count = UPSAMPLE_BLOCK;
        }
        if (up->count > up->left)
            up->count = (size_t)up->left;
    }
    up->left -= up->count;
    return true;
}

void upsample_end(struct upsample *up)
{
    soxr_delete(up->resampler);
    up->resampler = NULL;
}
