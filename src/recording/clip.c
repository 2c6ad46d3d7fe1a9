/* A sound file as samples. */
#include "recording/clip.h"

#include <fcntl.h>
#include <math.h>
#include <sndfile.h>
#include <soxr.h>
#include <string.h>
#include <unistd.h>

#include "base/io.h"
#include "base/late.h"
#include "edition.h"
#include "sound/loudness.h"

#define SECONDS_MOST 3600
#define BLOCK_FRAMES 4096
#define ID_BYTES 4
#define RIFF_HEAD_BYTES 8  /* the name, and the length of what follows */
#define RF64_HEAD_BYTES 28 /* and the first chunk's, with the true length */

#define CALLS(f) f(sf_open) f(sf_readf_float) f(sf_strerror) f(sf_close)
LATE_LIBRARY(snd_calls, LATE_SNDFILE, CALLS)

static bool check(const SF_INFO *info, const char *path, struct error *err)
{
    if (info->frames <= 0)
        return error_set(err, ERROR_INPUT, "%s: no sound in it", path);
    if (info->frames / info->samplerate >= SECONDS_MOST)
        return error_set(err, ERROR_INPUT, "%s: longer than an hour", path);
    return true;
}

/* Its channels mixed, at its own rate. */
static size_t read_mono(float *out, const struct snd_calls *lib, SNDFILE *file,
                        const SF_INFO *info, struct arena tmp)
{
    size_t channels = (size_t)info->channels, most = (size_t)info->frames;
    size_t count = 0;
    float *block = ARENA_ARRAY(&tmp, float, BLOCK_FRAMES *channels);
    sf_count_t got;

    while (count < most &&
           (got = lib->sf_readf_float(file, block, BLOCK_FRAMES)) > 0)
        for (size_t i = 0; i < (size_t)got && count < most; i++) {
            float sum = 0;

            for (size_t c = 0; c < channels; c++)
                sum += block[i * channels + c];
            out[count++] = isfinite(sum) ? sum / (float)channels : 0;
        }
    return count;
}

static bool resample(struct clip *clip, const float *samples, size_t count,
                     int rate_hz, struct arena *mem, struct error *err)
{
    size_t most = (size_t)((double)count * AUDIO_RATE_HZ / rate_hz) + 1;
    soxr_quality_spec_t quality = soxr_quality_spec(SOXR_HQ, 0);
    soxr_runtime_spec_t runtime = soxr_runtime_spec(1);
    soxr_error_t fault;

    clip->samples = ARENA_ARRAY(mem, float, most);
    fault = soxr_oneshot(rate_hz, AUDIO_RATE_HZ, 1, samples, count, NULL,
                         clip->samples, most, &clip->count, NULL, &quality,
                         &runtime);
    return !fault || error_set(err, ERROR_INTERNAL, "resampler: %s", fault);
}

/* A file that was cut off, or spoilt, ends before its time; its header may be
 * wrong by a little. */
static bool check_whole(size_t count, const SF_INFO *info, const char *path,
                        struct error *err)
{
    double rate_hz = info->samplerate;

    return (sf_count_t)count + info->samplerate >= info->frames ||
           error_set(err, ERROR_INPUT, "%s: broken off, %.1f s of %.1f s", path,
                     (double)count / rate_hz, (double)info->frames / rate_hz);
}

/* Where the header of a file tells its length. */
static const struct {
    const char *id;
    int first, last;  /* of the number's bytes, the highest first */
    uint64_t unknown; /* from this on it tells none: it went to a pipe */
} headers[] = {
    {"RIFF", 7, 4, 0x7F000000},
    {"FORM", 4, 7, 0x7F000000},
    {"RF64", 27, 20, INT64_MAX},
};

/* The length of the whole file but for a last pad byte; 0: unknown. */
static uint64_t told_bytes(const unsigned char *head)
{
    for (size_t i = 0; i < sizeof headers / sizeof headers[0]; i++) {
        int last = headers[i].last, step = headers[i].first < last ? 1 : -1;
        uint64_t told = 0;

        if (memcmp(head, headers[i].id, ID_BYTES) != 0)
            continue;
        for (int at = headers[i].first; at != last + step; at += step)
            told = told << 8 | head[at];
        return told > 0 && told < headers[i].unknown ? told + RIFF_HEAD_BYTES
                                                     : 0;
    }
    return 0;
}

/* libsndfile would make do with what is left of a file. */
static bool check_length(const char *path, struct error *err)
{
    unsigned char head[RF64_HEAD_BYTES] = {0};
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    off_t size = fd >= 0 ? lseek(fd, 0, SEEK_END) : 0;
    uint64_t told = 0;

    if (fd >= 0 && io_read_at(fd, head, sizeof head, 0))
        told = told_bytes(head);
    if (fd >= 0)
        close(fd);
    return (uint64_t)size + 1 >= told ||
           error_set(err, ERROR_INPUT, "%s: broken off, %lld of %llu bytes",
                     path, (long long)size, (unsigned long long)told);
}

bool clip_load(struct clip *clip, const char *path, double lufs,
               struct arena *mem, struct error *err)
{
    struct arena keep = *mem, scratch = arena_halve(&keep);
    SF_INFO info = {0};
    struct clip made = {0};
    struct snd_calls lib;
    SNDFILE *file;
    float *samples;
    double own;
    size_t count;

    if (!snd_calls_load(&lib, path, err))
        return false;
    file = lib.sf_open(path, SFM_READ, &info);
    if (!file)
        return error_set(err, ERROR_INPUT, "%s: not read: %s", path,
                         lib.sf_strerror(NULL));
    if (!check_length(path, err) || !check(&info, path, err)) {
        lib.sf_close(file);
        return false;
    }
    samples = ARENA_ARRAY(&scratch, float, (size_t)info.frames);
    count = read_mono(samples, &lib, file, &info, scratch);
    lib.sf_close(file);
    if (!check_whole(count, &info, path, err) ||
        !resample(&made, samples, count, info.samplerate, &keep, err) ||
        !loudness_of(&own, made.samples, made.count, err))
        return false;
    for (size_t i = 0; isfinite(own) && i < made.count; i++)
        made.samples[i] *= (float)pow(10, (lufs - own) / 20);
    mem->next = keep.next;
    *clip = made;
    return true;
}
