/* A take on its way from the child that made it to the spool. */
#include "sound/take.h"

#include <string.h>

#include "base/io.h"
#include "sound/loudness.h"

/* A message: this, the intervals of the words, and what goes to the spool: the
 * samples, the energies, the packets. */
struct header {
    uint32_t word_count, sample_count, packet_count, packets_bytes;
    uint32_t lost_words;
    float true_peak, packets_peak;
};

void take_pack(struct buf *message, const struct pcm *pcm,
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

    buf_add(message, (str){(char *)&header, sizeof header});
    buf_add(message,
            (str){(char *)pcm->words, word_count * sizeof *pcm->words});
    buf_add(message, (str){(char *)pcm->samples,
                           pcm->sample_count * sizeof *pcm->samples});
    buf_add(message,
            (str){(char *)pcm->energies,
                  loudness_packets(pcm->sample_count) * sizeof *pcm->energies});
    buf_add(message, packets->bytes);
}

/* The parts of a message, in bytes; false when there is no header. */
static bool read_header(struct header *header, size_t *words_bytes,
                        size_t *samples_bytes, size_t *energies_bytes,
                        str message)
{
    if (message.len < sizeof *header)
        return false;
    memcpy(header, message.s, sizeof *header);
    *words_bytes = (size_t)header->word_count * sizeof(struct interval);
    *samples_bytes = (size_t)header->sample_count * sizeof(int16_t);
    *energies_bytes = loudness_packets(header->sample_count) * sizeof(float);
    return true;
}

bool take_fits(str message, size_t word_count)
{
    struct header header;
    size_t words_bytes, samples_bytes, energies_bytes;

    return read_header(&header, &words_bytes, &samples_bytes, &energies_bytes,
                       message) &&
           header.word_count == word_count &&
           message.len == sizeof header + words_bytes + samples_bytes +
                              energies_bytes + header.packets_bytes;
}

bool take_store(struct take *take, str message, size_t word_count, int spool,
                int64_t *end, struct error *err)
{
    struct header header;
    size_t words_bytes, samples_bytes, energies_bytes;
    str sound;

    if (!take_fits(message, word_count) ||
        !read_header(&header, &words_bytes, &samples_bytes, &energies_bytes,
                     message))
        return error_set(err, ERROR_INTERNAL, "take: of another sentence");
    sound = str_skip(message, sizeof header + words_bytes);
    if (!io_write_at(spool, sound.s, sound.len, *end))
        return io_not_written("temporary file", err);
    if (word_count > 0)
        memcpy(take->words, message.s + sizeof header, words_bytes);
    *take = (struct take){
        .words = take->words,
        .pieced = take->pieced,
        .sample_count = header.sample_count,
        .packet_count = header.packet_count,
        .packets_bytes = header.packets_bytes,
        .lost_words = header.lost_words,
        .true_peak = header.true_peak,
        .packets_peak = header.packets_peak,
        .samples_at = *end,
        .energies_at = *end + (int64_t)samples_bytes,
        .packets_at = *end + (int64_t)(samples_bytes + energies_bytes),
    };
    *end += (int64_t)sound.len;
    return true;
}
