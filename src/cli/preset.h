/* What an edition is for: names for sets of options. */
#ifndef BAONOI_CLI_PRESET_H
#define BAONOI_CLI_PRESET_H

#include "base/str.h"
#include "cli/table.h"

#define PRESET_VALUES_MAX 12

struct preset {
    const char *name;  /* for --for */
    const char *about; /* one line for --help */
    struct preset_value {
        const char *option, *value; /* as on the command line */
    } values[PRESET_VALUES_MAX];    /* the last ones may be empty */
};

/* In the order of the names, which end with NULL. */
extern const struct preset preset_table[];
extern const char *const preset_names[];

/* The options that it stands for, NUL-terminated: "--format mp3 ...". */
void preset_options(struct buf *out, const struct preset *preset);

/* Stores the values of the preset that was chosen, but for the options that
 * were given beside it. */
bool preset_apply(struct options *options, const struct option *const *given,
                  size_t given_count, struct arena tmp, struct error *err);

#endif
