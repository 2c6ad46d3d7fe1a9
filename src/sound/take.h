/* A take on its way from the child that made it to the spool. */
#ifndef BAONOI_SOUND_TAKE_H
#define BAONOI_SOUND_TAKE_H

#include "sound/encoder.h"

/* Packs what a child made of a sentence of `word_count` words. */
void take_pack(struct buf *message, const struct pcm *pcm,
               const struct packets *packets, size_t word_count,
               uint32_t lost_words);

/* Whether it is a message of take_pack for so many words. */
bool take_fits(str message, size_t word_count);

/* Stores a packed take at `*end` of the spool, and moves `*end` behind it;
 * take->words has room for `word_count`. False with ERROR_OUTPUT when the disk
 * is full, with ERROR_INTERNAL when the message is not one of take_pack. */
bool take_store(struct take *take, str message, size_t word_count, int spool,
                int64_t *end, struct error *err);

#endif
