/* What both a manifest and a result tell of an edition, as JSON. */
#ifndef BAONOI_OUTPUT_VALUES_H
#define BAONOI_OUTPUT_VALUES_H

#include <jansson.h>

#include "edition.h"

json_t *values_text(str text);

/* In seconds: exact to the sample when rounded back. */
json_t *values_seconds(uint64_t samples);

/* A level of the takes as that of the finished sound, to a hundredth; null when
 * the sound is too short to have one. */
json_t *values_level(double level_db, const struct loudness *loudness);

/* Start, title and level of each. */
json_t *values_chapters(const struct edition *edition);

/* Block, text and reason of each. */
json_t *values_skips(const struct script *script);

/* Kind, count and bytes of what a page has and holds no text. */
json_t *values_left_out(const struct article *article);

#endif
