/* Which voice reads what, where not all is read by one. */
#ifndef BAONOI_SPEECH_CAST_H
#define BAONOI_SPEECH_CAST_H

#include "speech/style.h"

/* NULL: the voice of the edition. */
struct cast {
    const struct voice *roles[ROLE_COUNT];
    const struct voice *quotation; /* inside of a role too */
};

/* Loads what stands in `text`: PART=VOICE, commas between. A part is the name
 * of a role that is read, or "quote". ERROR_USAGE when there is no such part,
 * or as voice_load. */
bool cast_load(struct cast *cast, str text, const char *folder,
               const struct wishes *wishes, struct arena *mem,
               struct error *err);

/* ", title NAME" and so on for a line of settings; nothing without a cast. */
void cast_name(struct buf *out, const struct cast *cast);

/* Gives every sentence of a script with its deliveries its voice. A sentence
 * that is quoted in part becomes several when quotations have their own: each
 * is a take, told with its voice in the manifest, and parted from the next by
 * the pause of the mark that stands there. */
void cast_script(struct script *script, const struct cast *cast,
                 struct arena *mem);

#endif
