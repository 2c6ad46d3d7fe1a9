/* How the words of a script stand out from one another. */
#ifndef BAONOI_SPEECH_DELIVERY_H
#define BAONOI_SPEECH_DELIVERY_H

#include "edition.h"

/* Fills for the whole script what a reader sees on the page beside the words:
 * the role of each sentence and its place in the paragraph, what is quoted,
 * what stands in brackets, and which figures and new names are to be
 * heard. */
void delivery_plan(struct script *script, const struct article *article,
                   struct arena tmp);

#endif
