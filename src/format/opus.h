/* Ogg Opus for the formats that are made of it. */
#ifndef BAONOI_FORMAT_OPUS_H
#define BAONOI_FORMAT_OPUS_H

#include "format/format.h"
#include "format/upsample.h"

/* A part of the edition as Ogg Opus behind the sink's end, without chapters; a
 * sentence starts with it, or it is the whole. */
bool opus_write(struct sink *sink, const struct edition *edition,
                struct stretch stretch, struct arena mem, struct error *err);

#endif
