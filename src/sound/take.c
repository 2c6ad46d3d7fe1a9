/* A take on its way from the child that made it to the spool. */
#include "sound/take.h"

#include "base/io.h"
#include "sound/loudness.h"

/* It begins with this; then come the intervals of the words, the samples, the
 * energies, the packets. */
struct header {
    uint32_t word_count, sample_count, packet_count, packets_bytes;
    uint32_t lost_words;
    float true_peak, packets_peak;
};

bool take_write(struct result *result, const struct pcm *pcm,
                const struct packets *packets, size_t word_count,
                uint32_t lost_words)
{
    struct header header = {
        .word_count = (uint32_t)word_count,
        .sample_count = pcm->sample_count,
        .packet_count = packets->count,
        .packets_bytes = (uint32_t)packets->bytes.len,
        .lost_words = lost_words,
        .true_peak = pcm->true_peak,
        .packets_peak = packets->true_peak,
    };
    const str parts[] = {
        {(char *)&header, sizeof header},
        {(char *)pcm->words, word_count * sizeof *pcm->words},
        {(char *)pcm->samples, pcm->sample_count * sizeof *pcm->samples},
        {(char *)pcm->energies,
         loudness_packets(pcm->sample_count) * sizeof *pcm->energies},
        packets->bytes,
    };

    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        if (!process_add(result, parts[i]))
            return false;
    return true;
}

bool take_open(struct take *take, size_t word_count, int spool, int64_t at,
               int64_t size)
{
    size_t words_bytes = word_count * sizeof(struct interval);
    int64_t samples_at, energies_at, packets_at;
    struct header header;

    if (size < (int64_t)sizeof header ||
        !io_read_at(spool, &header, sizeof header, at) ||
        header.word_count != word_count)
        return false;
    samples_at = at + (int64_t)(sizeof header + words_bytes);
    energies_at =
        samples_at + (int64_t)header.sample_count * (int64_t)sizeof(int16_t);
    packets_at = energies_at + (int64_t)(loudness_packets(header.sample_count) *
                                         sizeof(float));
    if (size != packets_at + header.packets_bytes - at ||
        !io_read_at(spool, take->words, words_bytes,
                    at + (int64_t)sizeof header))
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
        .samples_at = samples_at,
        .energies_at = energies_at,
        .packets_at = packets_at,
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
