/* The kinds of output. A format is a pure function from the finished edition
 * to the bytes of a file, or of a folder's files; a new one is a file here or
 * in access/, and a row in format.c. */
#ifndef BAONOI_FORMAT_FORMAT_H
#define BAONOI_FORMAT_FORMAT_H

#include "base/error.h"
#include "base/folder.h"
#include "base/io.h"
#include "edition.h"

struct format {
    const char *name;   /* for -f */
    const char *suffix; /* with its dot */
    const char *about;  /* one line for --help */
    bool packets; /* made of the packets of the takes, not their samples */
    bool streams; /* render needs no take before it comes to it, and never
                   * goes back in the file */
    bool (*render)(struct sink *sink, const struct edition *edition,
                   struct arena mem, struct error *err);
    /* In place of render: adds the files of a folder, which has no folders in
     * it. An older one gives its place up only while `owns` all its names. */
    bool (*render_folder)(struct folder *folder, const struct edition *edition,
                          struct error *err);
    bool (*owns)(str name);
    /* The library that it needs can be loaded (base/late.h), else the message
     * begins with `what`; NULL: it needs none. */
    bool (*ready)(const char *what, struct error *err);
    /* The file, or the one of a folder, is whole: to its last byte as far as it
     * tells. Only of a format that is ready. */
    bool (*verify)(const char *path, struct arena tmp);
};

extern const struct format format_opus, format_wav, format_cuesheet, format_mp3,
    format_vtt, format_srt, format_lrc, format_chapters, format_mp3dir,
    format_html, format_fragment, format_notes, format_daisy, format_epub,
    format_report;

extern const struct format *const formats[]; /* ends with NULL */

const struct format *format_find(str name); /* NULL when there is none */

/* Whether files of the format can be made and verified here: ERROR_INTERNAL
 * names the format and the library that it lacks. */
bool format_ready(const struct format *format, struct error *err);

#endif
