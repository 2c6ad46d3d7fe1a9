/* How an article is read, as a page to be checked by eye and ear: every word
 * that is not read as it is written, in its sentence, by which rule or line of
 * a word list, and whether that is a guess; and what is not read, with the
 * reasons. */
#ifndef BAONOI_WEB_REPORT_H
#define BAONOI_WEB_REPORT_H

#include "base/error.h"
#include "base/io.h"
#include "edition.h"

/* An edition without takes, before there is sound, has no times in it. With
 * them each reading tells when it is heard, and is a link to that second of the
 * edition's file beside the page, if it has one that browsers play. */
bool report_write(struct sink *sink, const struct edition *edition,
                  struct arena mem, struct error *err);

#endif
