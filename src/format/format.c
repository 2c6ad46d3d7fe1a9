/* The table of formats. */
#include "format/format.h"

/* clang-format off */
const struct format *const formats[] = {
    &format_opus,
    &format_wav,
    &format_cuesheet,
    &format_mp3,
    &format_vtt,
    &format_srt,
    &format_lrc,
    &format_chapters,
    &format_notes,
    &format_mp3dir,
    &format_daisy,
    &format_epub,
    &format_html,
    &format_fragment,
    &format_report,
    NULL,
};
/* clang-format on */

const struct format *format_find(str name)
{
    for (size_t i = 0; formats[i]; i++)
        if (str_eq(name, str_from(formats[i]->name)))
            return formats[i];
    return NULL;
}

bool format_ready(const struct format *format, struct error *err)
{
    return !format->ready || format->ready(format->name, err);
}
