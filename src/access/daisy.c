/* A DAISY 2.02 book (daisy.org, "DAISY 2.02 Specification", 2001): the NCC with
 * a heading for each chapter, the whole text, and for each chapter a SMIL file
 * and an MP3, which has no tag, as players look for sound at its start. */
#include <string.h>

#include "access/clips.h"
#include "access/package.h"
#include "access/wording.h"
#include "access/xhtml.h"
#include "base/encode.h"
#include "base/utf8.h"
#include "format/format.h"
#include "format/mp3.h"

#define NCC_NAME "ncc.html"
#define TEXT_NAME "content.html"
#define SMIL_SUFFIX ".smil"
#define MP3_SUFFIX ".mp3"
#define NUMBER_DIGITS 4
#define LEVELS 2
#define OTHER_FILES 2 /* beside those of the chapters */
#define MP3_KBPS 64   /* where the user lets it vary: 2.02 advises against */
#define MS_PER_S 1000
#define DAY_BYTES 10
#define NO_DAY STR("1980-01-01")
#define XML_HEAD "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"

struct daisy {
    const struct edition *edition;
    struct folder *folder;
    struct tracks tracks;
    size_t linked; /* the track of the sentence that was linked last */
};

/* ---- pieces ------------------------------------------------------------- */

static void add_meta(struct buf *out, const char *name, str content,
                     const char *rest)
{
    buf_format(out, "<meta name=\"%s\" content=\"", name);
    encode_markup(out, content);
    buf_format(out, "\"%s/>\n", rest);
}

static void add_number(struct buf *out, const char *name, size_t number)
{
    buf_format(out, "<meta name=\"%s\" content=\"%zu\"/>\n", name, number);
}

/* To the nearest second. */
static void add_time(struct buf *out, const char *name, uint64_t ms)
{
    uint64_t s = (ms + MS_PER_S / 2) / MS_PER_S;

    buf_format(out,
               "<meta name=\"%s\" content=\"%02u:%02u:%02u\""
               " scheme=\"hh:mm:ss\"/>\n",
               name, (unsigned)(s / 3600), (unsigned)(s / 60 % 60),
               (unsigned)(s % 60));
}

/* The clips of the first tracks, without music before them. */
static uint64_t elapsed_ms(const struct daisy *daisy, size_t tracks)
{
    uint64_t ms = 0;

    for (size_t i = 0; i < tracks; i++)
        ms += clips_length_ms(daisy->edition, &daisy->tracks.items[i], false);
    return ms;
}

static void add_generator(struct buf *out)
{
    add_meta(out, "ncc:generator", STR("baonoi " BAONOI_VERSION), "");
}

static void add_identifier(struct buf *out, const struct edition *edition)
{
    buf_add(out, STR("<meta name=\"dc:identifier\" content=\""));
    package_add_identifier(out, edition);
    buf_add(out, STR("\"/>\n"));
}

/* A page of XHTML 1.0 up to the end of its title. */
static void add_page_head(struct buf *out, const struct edition *edition)
{
    buf_add(out,
            STR(XML_HEAD
                "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 "
                "Transitional//EN\" "
                "\"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">\n"
                "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"vi\""
                " xml:lang=\"vi\">\n<head>\n<title>"));
    encode_markup(out, package_title(edition));
    buf_add(out, STR("</title>\n<meta http-equiv=\"Content-type\""
                     " content=\"text/html; charset=utf-8\"/>\n"));
}

/* ---- the navigation control center -------------------------------------- */

/* Below the title of a lone article stand its headings, as in the text. */
static unsigned level_of(const struct daisy *daisy, size_t i)
{
    bool lone = daisy->edition->article->story_count == 0;

    return i > 0 && lone ? LEVELS : daisy->tracks.items[i].level;
}

static unsigned depth_of(const struct daisy *daisy)
{
    unsigned depth = 1;

    for (size_t i = 0; i < daisy->tracks.count; i++)
        if (level_of(daisy, i) > depth)
            depth = level_of(daisy, i);
    return depth;
}

/* 2.02, 2.1.2: what must be said comes first. */
static void add_ncc_metadata(struct buf *out, const struct daisy *daisy)
{
    static const char *const none[] = {"ncc:pageFront",   "ncc:pageNormal",
                                       "ncc:pageSpecial", "ncc:maxPageNormal",
                                       "ncc:footnotes",   "ncc:sidebars",
                                       "ncc:prodNotes"};
    const struct edition *edition = daisy->edition;
    const struct article *article = edition->article;
    str day = utf8_head(article->date, DAY_BYTES);
    str unknown = str_from(wording_of(edition)->unknown);

    add_meta(out, "dc:title", package_title(edition), "");
    add_meta(out, "dc:creator",
             article->author.len > 0 ? article->author : unknown, "");
    add_meta(out, "dc:date", day.len == DAY_BYTES ? day : NO_DAY,
             " scheme=\"yyyy-mm-dd\"");
    add_meta(out, "dc:format", STR("Daisy 2.02"), "");
    add_identifier(out, edition);
    add_meta(out, "dc:language", STR("vi"), " scheme=\"ISO 639\"");
    add_meta(out, "dc:publisher",
             article->source.len > 0 ? article->source : unknown, "");
    if (article->address.len > 0)
        add_meta(out, "dc:source", article->address, "");
    add_meta(out, "ncc:charset", STR("utf-8"), "");
    add_number(out, "ncc:tocItems", daisy->tracks.count);
    add_time(out, "ncc:totalTime", elapsed_ms(daisy, daisy->tracks.count));
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
        add_number(out, none[i], 0);
    add_number(out, "ncc:depth", depth_of(daisy));
    add_number(out, "ncc:files", OTHER_FILES + 2 * daisy->tracks.count);
    add_meta(out, "ncc:multimediaType", STR("audioFullText"), "");
    add_meta(out, "ncc:setInfo", STR("1 of 1"), "");
    add_meta(out, "ncc:narrator", edition->voice, "");
    add_generator(out);
}

static bool put_ncc(struct daisy *daisy, struct error *err)
{
    struct sink *sink = folder_add(daisy->folder, NCC_NAME, err);
    struct arena tmp = *daisy->folder->mem;
    struct buf out = {.mem = &tmp};

    if (!sink)
        return false;
    add_page_head(&out, daisy->edition);
    add_ncc_metadata(&out, daisy);
    buf_add(&out, STR("</head>\n<body>\n"));
    for (size_t i = 0; i < daisy->tracks.count; i++) {
        const struct track *track = &daisy->tracks.items[i];
        unsigned level = level_of(daisy, i);

        buf_format(&out,
                   "<h%u%s id=\"n%zu\"><a href=\"%04zu" SMIL_SUFFIX "#t%zu\">",
                   level, i == 0 ? " class=\"title\"" : "", i + 1, i + 1,
                   track->first_sentence + 1);
        encode_markup(&out, xhtml_title(track));
        buf_format(&out, "</a></h%u>\n", level);
    }
    buf_add(&out, STR("</body>\n</html>\n"));
    return sink_write(sink, out.s, out.len, err);
}

/* ---- the text ----------------------------------------------------------- */

/* Every sentence leads to the moment when it is heard. */
static void add_link(struct buf *out, size_t sentence, void *context)
{
    struct daisy *daisy = context;

    while (daisy->tracks.items[daisy->linked].end_sentence <= sentence)
        daisy->linked++;
    buf_format(out, "%04zu" SMIL_SUFFIX "#t%zu", daisy->linked + 1,
               sentence + 1);
}

static bool put_text(struct daisy *daisy, struct error *err)
{
    struct sink *sink = folder_add(daisy->folder, TEXT_NAME, err);
    struct arena tmp = *daisy->folder->mem;
    struct tracks stories = tracks_stories(daisy->edition, &tmp);
    struct xhtml_style style = {.link = add_link, .context = daisy};
    struct buf out = {.mem = &tmp};

    if (!sink)
        return false;
    add_page_head(&out, daisy->edition);
    buf_add(&out, STR("</head>\n<body>\n"));
    for (size_t i = 0; i < stories.count; i++) {
        xhtml_add(&out, daisy->edition, &stories.items[i], &style);
        if (!sink_write(sink, out.s, out.len, err))
            return false;
        out.len = 0;
    }
    return sink_write(sink, "</body>\n</html>\n", strlen("</body>\n</html>\n"),
                      err);
}

/* ---- a chapter ---------------------------------------------------------- */

static void add_smil_head(struct buf *out, const struct daisy *daisy, size_t i)
{
    const struct track *track = &daisy->tracks.items[i];
    uint64_t ms = clips_length_ms(daisy->edition, track, false);

    buf_add(out, STR(XML_HEAD "<!DOCTYPE smil PUBLIC \"-//W3C//DTD SMIL "
                              "1.0//EN\" \"http://www.w3.org/TR/REC-smil/"
                              "SMIL10.dtd\">\n<smil>\n<head>\n"));
    add_meta(out, "dc:format", STR("Daisy 2.02"), "");
    add_identifier(out, daisy->edition);
    add_meta(out, "dc:title", package_title(daisy->edition), "");
    add_meta(out, "title", xhtml_title(track), "");
    add_generator(out);
    add_time(out, "ncc:timeInThisSmil", ms);
    add_time(out, "ncc:totalElapsedTime", elapsed_ms(daisy, i));
    buf_format(out,
               "<layout>\n<region id=\"txtView\"/>\n</layout>\n"
               "</head>\n<body>\n<seq dur=\"%u.%03us\">\n",
               (unsigned)(ms / MS_PER_S), (unsigned)(ms % MS_PER_S));
}

static void add_par(struct buf *out, size_t track, size_t sentence,
                    const struct clip *clip)
{
    buf_format(out,
               "<par endsync=\"last\" id=\"p%zu\">\n"
               "<text src=\"" TEXT_NAME "#s%zu\" id=\"t%zu\"/>\n"
               "<seq><audio src=\"%04zu" MP3_SUFFIX
               "\" clip-begin=\"npt=%u.%03us\" clip-end=\"npt=%u.%03us\""
               " id=\"a%zu\"/></seq>\n</par>\n",
               sentence, sentence, sentence, track,
               (unsigned)(clip->begin_ms / MS_PER_S),
               (unsigned)(clip->begin_ms % MS_PER_S),
               (unsigned)(clip->end_ms / MS_PER_S),
               (unsigned)(clip->end_ms % MS_PER_S), sentence);
}

static bool put_smil(struct daisy *daisy, const char *name, size_t i,
                     struct error *err)
{
    const struct track *track = &daisy->tracks.items[i];
    struct sink *sink = folder_add(daisy->folder, name, err);
    struct arena tmp = *daisy->folder->mem;
    struct buf out = {.mem = &tmp};
    bool ok;

    if (!sink)
        return false;
    add_smil_head(&out, daisy, i);
    ok = sink_write(sink, out.s, out.len, err);
    for (size_t s = track->first_sentence; ok && s < track->end_sentence; s++) {
        struct arena scratch = tmp;
        struct clips clips =
            clips_of(daisy->edition, track, s, false, &scratch);

        out = (struct buf){.mem = &scratch};
        add_par(&out, i + 1, s + 1, &clips.items[0]);
        ok = sink_write(sink, out.s, out.len, err);
    }
    return ok && sink_write(sink, "</seq>\n</body>\n</smil>\n",
                            strlen("</seq>\n</body>\n</smil>\n"), err);
}

static bool put_sound(struct daisy *daisy, const char *name, size_t i,
                      struct error *err)
{
    struct edition edition = *daisy->edition;
    struct sink *sink = folder_add(daisy->folder, name, err);

    if (edition.mp3_kbps == 0)
        edition.mp3_kbps = MP3_KBPS;
    return sink && mp3_write(sink, &edition, daisy->tracks.items[i].stretch,
                             (str){0}, *daisy->folder->mem, err);
}

static bool render_daisy(struct folder *folder, const struct edition *edition,
                         struct error *err)
{
    struct daisy daisy = {
        .edition = edition,
        .folder = folder,
        .tracks = tracks_of(edition, LEVELS, folder->mem),
    };
    bool ok = put_ncc(&daisy, err) && put_text(&daisy, err);

    for (size_t i = 0; ok && i < daisy.tracks.count; i++) {
        struct buf smil = {.mem = folder->mem}, sound = {.mem = folder->mem};

        buf_format(&smil, "%04zu" SMIL_SUFFIX "%c", i + 1, '\0');
        buf_format(&sound, "%04zu" MP3_SUFFIX "%c", i + 1, '\0');
        ok = put_smil(&daisy, smil.s, i, err) &&
             put_sound(&daisy, sound.s, i, err);
    }
    return ok;
}

/* ---- what is there already ---------------------------------------------- */

static bool owns_daisy(str name)
{
    size_t digits = 0;
    str suffix;

    while (digits < name.len && utf8_is_digit(name.s[digits]))
        digits++;
    suffix = str_skip(name, digits);
    return str_eq(name, STR(NCC_NAME)) || str_eq(name, STR(TEXT_NAME)) ||
           (digits >= NUMBER_DIGITS && (str_eq(suffix, STR(SMIL_SUFFIX)) ||
                                        str_eq(suffix, STR(MP3_SUFFIX))));
}

static bool verify_daisy(const char *path, struct arena tmp)
{
    bool smil = str_ends(str_from(path), STR(SMIL_SUFFIX));
    struct error unread;
    str text;

    if (str_ends(str_from(path), STR(MP3_SUFFIX)))
        return mp3_verify(path);
    return io_read_file(&text, path, &tmp, &unread) &&
           str_starts(text, STR(XML_HEAD)) &&
           str_ends(text, smil ? STR("</smil>\n") : STR("</html>\n"));
}

const struct format format_daisy = {
    .name = "daisy",
    .suffix = ".daisy",
    .about = "a DAISY 2.02 book, for players of blind readers",
    .render_folder = render_daisy,
    .owns = owns_daisy,
    .verify = verify_daisy,
};
