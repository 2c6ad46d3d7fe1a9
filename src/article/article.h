/* From the bytes of a page to an article: labelled blocks in reading order.
 *
 * Every line of the input that is not blank is in some block, with its role
 * and the reason for it: nothing is dropped in silence. */
#ifndef BAONOI_ARTICLE_ARTICLE_H
#define BAONOI_ARTICLE_ARTICLE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"
#include "edition.h"

/* `name` is what messages call the input. Texts are repaired and in NFC; they
 * and the blocks live in `mem`. Fails with ERROR_INPUT when the bytes are
 * empty, no text, or text without an article in it (a section page, a list of
 * links); then `article` is untouched. */
bool article_read(struct article *article, str bytes, const char *name,
                  struct arena *mem, struct error *err);

/* "title", "lead", "heading", "body", "caption", "byline", "meta", "chrome" */
const char *article_role_name(enum role role);

#endif
