/* The manifest of an edition: a JSON file beside its sound, that says what is
 * spoken when, and which bytes belong to it. Times are in seconds. */
#ifndef BAONOI_OUTPUT_MANIFEST_H
#define BAONOI_OUTPUT_MANIFEST_H

#include <jansson.h>

#include "output/output.h"

#define MANIFEST_SUFFIX ".json"
#define MANIFEST_HEAD "{\"manifest\":" /* how every one begins */
#define MANIFEST_VERSION 1             /* of its form: "manifest" in the file */

bool manifest_write(struct sink *sink, const struct edition *edition,
                    const struct output_files *files, struct arena mem,
                    struct error *err);

/* What was moved to keep the time that was asked for; null when none was. */
json_t *manifest_fit(const struct fit *fit);

/* Gets the sentences of a manifest, one after another. */
typedef void manifest_sentence(void *context, const json_t *sentence);

/* The manifest without its sentences, to be given back, which `each` got
 * before; NULL when the file is none, though some may have been got. */
json_t *manifest_read(const char *path, manifest_sentence *each, void *context,
                      struct arena tmp);
json_t *manifest_load(const char *path, struct arena tmp);

/* A member that is a text; empty when it is none. */
str manifest_text(const json_t *object, const char *key, struct arena *mem);

/* Whether it is a manifest, of what was made of an input with that sum
 * (article/gather.h). */
bool manifest_is_of(const char *path, str input_sum, struct arena tmp);

#endif
