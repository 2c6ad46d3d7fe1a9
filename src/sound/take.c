/* A take on its way from the child that made it to the spool. */
#include "sound/take.h"

#include <unistd.h>

#include "base/io.h"
#include "sound/loudness.h"

/* It begins with this; then come the intervals of the words, the samples, the
 * energies, the packets. */
struct header {
    uint32_t word_count, sample_count, packet_count, packets_bytes;
    uint32_t lost_words;
    float true_peak, packets_peak;
};

/* Where the parts lie, from the start of the take. */
struct layout {
    int64_t words_at, samples_at, energies_at, packets_at;
};

static struct layout layout_of(size_t word_count, uint32_t sample_count)
{
    struct layout layout = {.words_at = sizeof(struct header)};

    layout.samples_at =
        layout.words_at + (int64_t)(word_count * sizeof(struct interval));
    layout.energies_at =
        layout.samples_at + (int64_t)sample_count * (int64_t)sizeof(int16_t);
    layout.packets_at =
        layout.energies_at +
        (int64_t)(loudness_packets(sample_count) * sizeof(float));
    return layout;
}

struct draft take_begin(struct result *result, size_t word_count,
                        uint32_t sample_count)
{
    return (struct draft){.result = result,
                          .word_count = word_count,
                          .sample_count = sample_count};
}

bool take_add_samples(struct draft *draft, const int16_t *samples, size_t count)
{
    struct layout at = layout_of(draft->word_count, draft->sample_count);
    int64_t written = (int64_t)draft->written * (int64_t)sizeof *samples;

    draft->written += (uint32_t)count;
    return io_write_at(draft->result->fd, samples, count * sizeof *samples,
                       at.samples_at + written);
}

bool take_add_packets(struct draft *draft, str bytes, uint32_t count)
{
    struct layout at = layout_of(draft->word_count, draft->sample_count);
    int64_t written = draft->packets_bytes;

    draft->packet_count += count;
    draft->packets_bytes += (uint32_t)bytes.len;
    return io_write_at(draft->result->fd, bytes.s, bytes.len,
                       at.packets_at + written);
}

bool take_end(struct draft *draft, const struct draft_end *end)
{
    struct layout at = layout_of(draft->word_count, draft->sample_count);
    int fd = draft->result->fd;
    struct header header = {
        .word_count = (uint32_t)draft->word_count,
        .sample_count = draft->sample_count,
        .packet_count = draft->packet_count,
        .packets_bytes = draft->packets_bytes,
        .lost_words = end->lost_words,
        .true_peak = end->true_peak,
        .packets_peak = end->packets_peak,
    };

    draft->result->size_bytes = at.packets_at + draft->packets_bytes;
    return io_write_at(fd, &header, sizeof header, 0) &&
           io_write_at(fd, end->words, draft->word_count * sizeof *end->words,
                       at.words_at) &&
           io_write_at(fd, end->energies,
                       loudness_packets(draft->sample_count) *
                           sizeof *end->energies,
                       at.energies_at) &&
           ftruncate(fd, draft->result->size_bytes) == 0;
}

bool take_write(struct result *result, const struct pcm *pcm,
                const struct packets *packets, size_t word_count)
{
    struct draft draft = take_begin(result, word_count, pcm->sample_count);
    struct draft_end end = {
        .words = pcm->words,
        .energies = pcm->energies,
        .true_peak = pcm->true_peak,
        .packets_peak = packets->true_peak,
    };

    return take_add_samples(&draft, pcm->samples, pcm->sample_count) &&
           take_add_packets(&draft, packets->bytes, packets->count) &&
           take_end(&draft, &end);
}

bool take_open(struct take *take, size_t word_count, int spool, int64_t at,
               int64_t size)
{
    struct header header;
    struct layout parts;

    if (size < (int64_t)sizeof header ||
        !io_read_at(spool, &header, sizeof header, at) ||
        header.word_count != word_count)
        return false;
    parts = layout_of(word_count, header.sample_count);
    if (size != parts.packets_at + header.packets_bytes ||
        !io_read_at(spool, take->words, word_count * sizeof *take->words,
                    at + parts.words_at))
        return false;
    *take = (struct take){
        .words = take->words,
        .pieced = take->pieced,
        .sample_count = header.sample_count,
        .packet_count = header.packet_count,
        .packets_bytes = header.packets_bytes,
        .lost_words = header.lost_words,
        .true_peak = header.true_peak,
        .packets_peak = header.packets_peak,
        .samples_at = at + parts.samples_at,
        .energies_at = at + parts.energies_at,
        .packets_at = at + parts.packets_at,
    };
    return true;
}

bool take_store(struct take *take, const struct result *result,
                size_t word_count, int spool, int64_t *end, struct error *err)
{
    if (!io_copy_at(spool, *end, result->fd, 0, result->size_bytes))
        return io_not_written("temporary file", err);
    if (!take_open(take, word_count, spool, *end, result->size_bytes))
        return error_set(err, ERROR_INTERNAL, "take: of another sentence");
    *end += result->size_bytes;
    return true;
}
