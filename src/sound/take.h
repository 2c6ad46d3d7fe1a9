/* A take on its way from the child that made it to the spool. */
#ifndef BAONOI_SOUND_TAKE_H
#define BAONOI_SOUND_TAKE_H

#include "base/process.h"
#include "sound/encoder.h"

/* Writes what a child made of a sentence of `word_count` words; false when
 * there is no room for it. */
bool take_write(struct result *result, const struct pcm *pcm,
                const struct packets *packets, size_t word_count);

/* The same of a sentence that is made a part at a time: where its parts go.
 * Begun again, it is written over. */
struct draft {
    struct result *result;
    size_t word_count;
    uint32_t sample_count;
    uint32_t written; /* samples so far */
    uint32_t packet_count, packets_bytes;
};

/* What is known of it in the end. */
struct draft_end {
    const struct interval *words;
    const float *energies;
    uint32_t lost_words;
    float true_peak, packets_peak;
};

struct draft take_begin(struct result *result, size_t word_count,
                        uint32_t sample_count);
/* False when there is no room for it; so below. */
bool take_add_samples(struct draft *draft, const int16_t *samples,
                      size_t count);
bool take_add_packets(struct draft *draft, str bytes, uint32_t count);
bool take_end(struct draft *draft, const struct draft_end *end);

/* Finds the take in the `size` bytes at `at` of the spool, as take_write made
 * them; take->words has room for `word_count`. False when they are none of so
 * many words. */
bool take_open(struct take *take, size_t word_count, int spool, int64_t at,
               int64_t size);

/* Stores the result of a child at `*end` of the spool, opens it, and moves
 * `*end` behind it. False with ERROR_OUTPUT when the disk is full, with
 * ERROR_INTERNAL when the result is not one of take_write. */
bool take_store(struct take *take, const struct result *result,
                size_t word_count, int spool, int64_t *end, struct error *err);

#endif
