/* MP3 for the formats that are made of it. */
#ifndef BAONOI_FORMAT_MP3_H
#define BAONOI_FORMAT_MP3_H

#include "format/format.h"
#include "format/upsample.h"

/* Of an edition, as --mp3 names them: kbit/s, or 0 for as many as the sound
 * needs. */
extern const unsigned mp3_rates[];

/* A part of the edition as MP3 behind the sink's end, with `tag` before it,
 * which may be empty. Its header tells what the encoder added at both ends, so
 * that players which read it (nearly all) start at the first sample of the
 * stretch. What is decoded keeps to the edition's ceiling: where coding would
 * pass it, the sound is made softer. */
bool mp3_write(struct sink *sink, const struct edition *edition,
               struct stretch stretch, str tag, struct arena mem,
               struct error *err);

/* The file is an MP3 of this program, whole to its last byte. */
bool mp3_verify(const char *path);

#endif
