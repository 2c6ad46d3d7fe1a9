/* A cue sheet (CDRWIN user's guide, appendix A) for the WAV of the edition:
 * its chapters as tracks, for players and burners that read no cue points. */
#include <string.h>

#include "base/utf8.h"
#include "format/format.h"

#define FRAMES_PER_SECOND 75
#define FRAME_SAMPLES (AUDIO_RATE_HZ / FRAMES_PER_SECOND)

/* In quotation marks; none can stand inside. */
static void add_text(struct buf *out, const char *what, str text,
                     const char *end)
{
    buf_format(out, "%s \"", what);
    while (text.len > 0) {
        int32_t code = utf8_next(&text);

        if (code < ' ')
            code = ' ';
        utf8_add(out, code == '"' ? '\'' : code);
    }
    buf_format(out, "\"%s\n", end);
}

/* The WAV beside the sheet. */
static str wav_name(const char *path, struct arena *mem)
{
    const char *slash = strrchr(path, '/');
    str name = str_from(slash ? slash + 1 : path);
    struct buf out = {.mem = mem};

    if (str_ends(name, str_from(format_cuesheet.suffix)))
        name.len -= strlen(format_cuesheet.suffix);
    buf_add(&out, name);
    buf_add(&out, str_from(format_wav.suffix));
    return buf_str(&out);
}

static void add_track(struct buf *out, const struct edition *edition, size_t i)
{
    size_t chapters = edition->script->chapter_count;
    str artist = edition->article->author;
    uint64_t frames =
        chapters > 0 ? edition->timeline->chapters[i] / FRAME_SAMPLES : 0;
    uint64_t seconds = frames / FRAMES_PER_SECOND;

    buf_format(out, "  TRACK %02zu AUDIO\n", i + 1);
    add_text(out, "    TITLE",
             chapters > 0 ? edition->script->chapters[i].title
                          : edition->article->title,
             "");
    if (artist.len > 0)
        add_text(out, "    PERFORMER", artist, "");
    buf_format(out, "    INDEX 01 %02u:%02u:%02u\n", (unsigned)(seconds / 60),
               (unsigned)(seconds % 60),
               (unsigned)(frames % FRAMES_PER_SECOND));
}

static bool render_cuesheet(struct sink *sink, const struct edition *edition,
                            struct arena mem, struct error *err)
{
    const struct article *article = edition->article;
    size_t chapters = edition->script->chapter_count;
    str wav = wav_name(sink->path, &mem);
    struct buf out = {.mem = &mem};

    if (article->date.len >= strlen("YYYY"))
        buf_format(&out, "REM DATE %.4s\n", article->date.s);
    if (article->author.len > 0)
        add_text(&out, "PERFORMER", article->author, "");
    add_text(&out, "TITLE", article->title, "");
    add_text(&out, "FILE", wav, " WAVE");
    for (size_t i = 0; i < (chapters > 0 ? chapters : 1); i++)
        add_track(&out, edition, i);
    return sink_write(sink, out.s, out.len, err);
}

/* Every track has its place, and the last line is one. */
static bool verify_cuesheet(const char *path, struct arena tmp)
{
    struct error unread;
    bool placed = false;
    str text;

    if (!io_read_file(&text, path, &tmp, &unread) || !utf8_valid(text) ||
        !str_ends(text, STR("\n")))
        return false;
    while (text.len > 0) {
        str line = str_trim(str_cut(text, '\n', &text));

        placed = str_starts(line, STR("INDEX 01 "));
    }
    return placed;
}

const struct format format_cuesheet = {
    .name = "cue",
    .suffix = ".cue",
    .about = "a cue sheet beside the WAV, for players and burners",
    .render = render_cuesheet,
    .verify = verify_cuesheet,
};
