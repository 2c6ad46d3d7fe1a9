/* The tag at the front of an MP3, with the chapters of the edition. */
#ifndef BAONOI_FORMAT_ID3_H
#define BAONOI_FORMAT_ID3_H

#include "base/error.h"
#include "edition.h"

/* The header that tells the length of a tag. */
#define ID3_HEAD_BYTES 10

/* ID3v2.3, as old players know no later one: facts, chapters, summary, level
 * and cover; and the text, plain and with times, as far as it has room.
 * ERROR_OUTPUT when it can't hold the rest; `path` is named then. */
bool id3_tag(str *tag, const struct edition *edition, const char *path,
             struct arena *mem, struct error *err);

/* The same without chapters, for what tells them in its own way. */
bool id3_texts(str *tag, const struct edition *edition, const char *path,
               struct arena *mem, struct error *err);

/* A file that holds one of so many parts of the edition. */
struct id3_track {
    str title;
    size_t number, count; /* from 1 */
};

/* The same for such a file: its own title, the edition's as that of the album,
 * no chapters. */
bool id3_track(str *tag, const struct edition *edition,
               const struct id3_track *track, const char *path,
               struct arena *mem, struct error *err);

/* Bytes of the whole tag that begins with `head`; 0 when none does. */
size_t id3_length(const unsigned char head[ID3_HEAD_BYTES]);

#endif
