/* What came of it: JSON for machines, a summary for people. */
#ifndef BAONOI_RUN_RESULT_H
#define BAONOI_RUN_RESULT_H

#include <stdio.h>

#include <jansson.h>

#include "edition.h"
#include "output/output.h"
#include "output/revision.h"

/* For json_pack("{s:s%}", "key", JSON_STR(text)) */
#define JSON_STR(text) ((text).s ? (text).s : ""), (text).len

/* A path as text: any bytes are repaired to UTF-8. */
str result_path(const char *path, struct arena *mem);

/* Prints it on one line of standard output and drops it. NULL is what json_pack
 * gives when memory fails it: ERROR_INTERNAL. */
bool result_json(json_t *json, struct error *err);

/* The readings of a script, or only the unsure ones, a line for each. */
void result_readings(FILE *out, const struct article *article,
                     const struct script *script, bool only_unsure);

/* The edition as one JSON object. */
json_t *result_edition(const char *input, const struct edition *edition,
                       const struct output_files *files,
                       const struct changes *changes, struct arena *mem);

/* A few lines about it on standard error. */
void result_summary(const char *input, const struct edition *edition,
                    const struct output_files *files,
                    const struct changes *changes);

/* The sentences in which words were lost, on standard error. */
void result_lost(const struct edition *edition);

#endif
