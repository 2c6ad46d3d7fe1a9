/* What is encoded once, for all formats that hold it: parts of an edition. */
#ifndef BAONOI_FORMAT_SHELF_H
#define BAONOI_FORMAT_SHELF_H

#include "base/error.h"
#include "base/io.h"
#include "edition.h"
#include "format/upsample.h"

/* An empty one, with room for all parts that formats divide the edition into.
 * What stands on it lies in the edition's spool, behind the takes. */
struct shelf *shelf_of(const struct edition *edition, struct arena *mem);

/* The bytes of a stretch, behind the sink's end. What they are depends on the
 * edition and its mp3_kbps alone. */
typedef bool shelf_maker(struct sink *sink, const struct edition *edition,
                         struct stretch stretch, struct arena mem,
                         struct error *err);

/* Writes what `make` makes of a stretch; when it was asked for before, what was
 * made then. An edition without a shelf has it made each time. */
bool shelf_write(struct sink *sink, const struct edition *edition,
                 struct stretch stretch, shelf_maker *make, struct arena mem,
                 struct error *err);

#endif
