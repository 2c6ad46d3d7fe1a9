/* EPUB 3.3 (w3.org/TR/epub-33) with Media Overlays: the text as it is written,
 * and the sound that it is highlighted by. */
#include <stdlib.h>
#include <string.h>

#include "access/clips.h"
#include "access/cover.h"
#include "access/pack.h"
#include "access/package.h"
#include "access/wording.h"
#include "access/xhtml.h"
#include "base/encode.h"
#include "format/format.h"
#include "format/mp3.h"
#include "format/opus.h"

#define FOLDER "EPUB/"
#define XML_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define MP3_KBPS                                                               \
    64 /* where the user lets it vary: clips are found by bytes                \
        */

static const char container[] =
    XML_HEAD "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:"
             "container\" version=\"1.0\">\n<rootfiles>\n"
             "<rootfile full-path=\"" FOLDER "package.opf\""
             " media-type=\"application/oebps-package+xml\"/>\n"
             "</rootfiles>\n</container>\n";

static const char style[] =
    "body { line-height: 1.5; }\n"
    "h1, h2 { line-height: 1.25; }\n"
    ".lead { font-weight: bold; }\n"
    ".caption, .byline, .meta { font-style: italic; }\n"
    ".cover { margin: 0; text-align: center; }\n"
    ".cover img { max-width: 100%; max-height: 100vh; }\n"
    ".-epub-media-overlay-active { background-color: #ffe08a; "
    "color: #000000; }\n";

static const char page_head[] =
    XML_HEAD "<!DOCTYPE html>\n"
             "<html xmlns=\"http://www.w3.org/1999/xhtml\""
             " xmlns:epub=\"http://www.idpf.org/2007/ops\""
             " lang=\"vi\" xml:lang=\"vi\">\n<head>\n<title>";

/* A page up to its body; `up` leads to the folder of the package. */
static void add_page_head(struct buf *out, str title, const char *up)
{
    buf_add(out, str_from(page_head));
    encode_markup(out, title);
    buf_format(out,
               "</title>\n<link rel=\"stylesheet\" type=\"text/css\""
               " href=\"%sstyle.css\"/>\n</head>\n<body>\n",
               up);
}

static str text_page(const struct book *book, size_t i, struct arena *mem)
{
    const struct track *story = &book->stories.items[i];
    struct xhtml_style marks = {.words = book->words};
    struct buf out = {.mem = mem};

    add_page_head(&out, xhtml_title(story), "../");
    buf_add(&out, STR("<main>\n"));
    xhtml_add(&out, book->edition, story, &marks);
    buf_add(&out, STR("</main>\n</body>\n</html>\n"));
    return buf_str(&out);
}

static str contents_page(const struct book *book, struct arena *mem)
{
    struct buf out = {.mem = mem};

    add_page_head(&out, package_title(book->edition), "");
    package_add_contents(&out, book);
    buf_add(&out, STR("</body>\n</html>\n"));
    return buf_str(&out);
}

/* A clip, of the sentence or of a word. */
static void add_par(struct buf *out, const struct book *book, size_t story,
                    size_t sentence, const struct clip *clip)
{
    buf_format(out, "<par><text src=\"%03zu.xhtml#s%zu", story + 1,
               sentence + 1);
    if (clip->word != CLIP_SENTENCE)
        buf_format(out, "w%zu", clip->word + 1);
    buf_add(out, STR("\"/><audio src=\"../"));
    package_audio_name(out, story, book);
    buf_add(out, STR("\" clipBegin=\""));
    clips_add_clock(out, clip->begin_ms);
    buf_add(out, STR("\" clipEnd=\""));
    clips_add_clock(out, clip->end_ms);
    buf_add(out, STR("\"/></par>\n"));
}

/* Words stand in the sequence of their sentence (EPUB 3.3, 9.2.2.4). */
static struct buf sentence_clips(const struct book *book, size_t story,
                                 size_t sentence, struct arena *tmp)
{
    struct clips clips = clips_of(book->edition, &book->stories.items[story],
                                  sentence, book->words, tmp);
    struct buf out = {.mem = tmp};

    if (book->words)
        buf_format(&out, "<seq epub:textref=\"%03zu.xhtml#s%zu\">\n", story + 1,
                   sentence + 1);
    for (size_t i = 0; i < clips.count; i++)
        if (clips.items[i].end_ms > clips.items[i].begin_ms)
            add_par(&out, book, story, sentence, &clips.items[i]);
    if (book->words)
        buf_add(&out, STR("</seq>\n"));
    return out;
}

/* A sentence at a time: by words an overlay is much longer than its text. */
static bool put_overlay(struct pack *pack, const struct book *book,
                        size_t story, struct arena mem, struct error *err)
{
    const struct track *track = &book->stories.items[story];
    static const char head[] =
        XML_HEAD "<smil xmlns=\"http://www.w3.org/ns/SMIL\""
                 " xmlns:epub=\"http://www.idpf.org/2007/ops\""
                 " version=\"3.0\">\n<body>\n";
    struct sink *sink = &pack->spool;

    if (!sink_write(sink, head, strlen(head), err))
        return false;
    for (size_t i = track->first_sentence; i < track->end_sentence; i++) {
        struct arena tmp = mem;
        struct buf out = sentence_clips(book, story, i, &tmp);

        if (!sink_write(sink, out.s, out.len, err))
            return false;
    }
    return sink_write(sink, "</body>\n</smil>\n", strlen("</body>\n</smil>\n"),
                      err);
}

/* Begins the file FOLDER + what `buf` holds. */
static void begin(struct pack *pack, const struct buf *name, bool stored)
{
    struct buf path = {.mem = pack->mem};

    buf_format(&path, FOLDER "%.*s%c", STR_ARGS(buf_str(name)), '\0');
    pack_begin(pack, path.s, stored);
}

static bool put_audio(struct pack *pack, const struct book *book,
                      const struct track *story, struct error *err)
{
    struct edition edition = *book->edition;

    if (edition.epub_opus)
        return opus_write(&pack->spool, &edition, story->stretch, *pack->mem,
                          err);
    if (edition.mp3_kbps == 0)
        edition.mp3_kbps = MP3_KBPS;
    return mp3_write(&pack->spool, &edition, story->stretch, (str){0},
                     *pack->mem, err);
}

static bool put_story(struct pack *pack, const struct book *book, size_t i,
                      struct error *err)
{
    const struct track *story = &book->stories.items[i];
    struct buf text = {.mem = pack->mem}, overlay = {.mem = pack->mem},
               audio = {.mem = pack->mem};
    struct arena tmp;
    str page;

    package_text_name(&text, i);
    package_overlay_name(&overlay, i);
    package_audio_name(&audio, i, book);
    begin(pack, &text, false);
    tmp = *pack->mem;
    page = text_page(book, i, &tmp);
    if (!sink_write(&pack->spool, page.s, page.len, err))
        return false;
    if (story->first_sentence == story->end_sentence)
        return true;
    begin(pack, &overlay, false);
    if (!put_overlay(pack, book, i, *pack->mem, err))
        return false;
    begin(pack, &audio, true);
    return put_audio(pack, book, story, err);
}

static str cover_page(const struct edition *edition, struct arena *mem)
{
    const struct wording *words = wording_of(edition);
    struct buf out = {.mem = mem};

    add_page_head(&out, package_title(edition), "");
    buf_add(&out, STR("<p class=\"cover\"><img role=\"doc-cover\" src=\""));
    package_cover_name(&out, edition);
    buf_format(&out, "\" alt=\"%s: ", words->cover);
    encode_markup(&out, package_title(edition));
    buf_add(&out, STR("\"/></p>\n</body>\n</html>\n"));
    return buf_str(&out);
}

static bool put_cover(struct pack *pack, const struct edition *edition,
                      struct error *err)
{
    struct buf name = {.mem = pack->mem};

    if (!edition->cover.type)
        return true;
    package_cover_name(&name, edition);
    begin(pack, &name, true);
    return sink_write(&pack->spool, edition->cover.bytes.s,
                      edition->cover.bytes.len, err) &&
           pack_text(pack, FOLDER PACKAGE_COVER_PAGE,
                     cover_page(edition, pack->mem), err);
}

/* Shelves show covers: one is drawn where there is a font to draw it with. */
static void draw_cover(struct edition *edition, struct arena *mem)
{
    struct error no_font;
    str png;

    if (!edition->cover.type &&
        cover_make(&png, package_title(edition), cover_portrait, COVER_FONT,
                   mem, &no_font))
        edition->cover = (struct picture){.bytes = png, .type = "image/png"};
}

static bool put_all(struct pack *pack, const struct book *book,
                    struct error *err)
{
    struct buf package = {.mem = pack->mem};
    bool ok;

    package_add(&package, book);
    pack_begin(pack, "mimetype", true);
    ok = sink_write(&pack->spool, "application/epub+zip",
                    strlen("application/epub+zip"), err) &&
         pack_text(pack, "META-INF/container.xml", str_from(container), err) &&
         pack_text(pack, FOLDER "package.opf", buf_str(&package), err) &&
         pack_text(pack, FOLDER "nav.xhtml", contents_page(book, pack->mem),
                   err) &&
         pack_text(pack, FOLDER "style.css", str_from(style), err) &&
         put_cover(pack, book->edition, err);
    for (size_t i = 0; ok && i < book->stories.count; i++)
        ok = put_story(pack, book, i, err);
    return ok;
}

static bool render_epub(struct sink *sink, const struct edition *edition,
                        struct arena mem, struct error *err)
{
    struct edition covered = *edition;
    struct book book = {
        .edition = &covered,
        .stories = tracks_stories(edition, &mem),
        .words = edition->epub_words,
        .audio_type =
            edition->epub_opus ? "audio/ogg; codecs=opus" : "audio/mpeg",
        .audio_suffix = edition->epub_opus ? ".opus" : ".mp3",
    };
    struct pack pack;
    bool ok;

    draw_cover(&covered, &mem);
    if (!pack_open(&pack, sink->path, &mem, err))
        return false;
    ok = put_all(&pack, &book, err) && pack_write(&pack, sink, err);
    pack_close(&pack);
    return ok;
}

static bool verify_epub(const char *path, struct arena tmp)
{
    (void)tmp;
    return pack_verify(path, "mimetype");
}

const struct format format_epub = {
    .name = "epub",
    .suffix = ".epub",
    .about = "EPUB 3 to read along: the text, highlighted while it is read",
    .render = render_epub,
    .ready = pack_ready,
    .verify = verify_epub,
};
