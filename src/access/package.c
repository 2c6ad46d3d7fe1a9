/* What an EPUB says of itself: the package document and the contents. */
#include "access/package.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "access/clips.h"
#include "access/wording.h"
#include "access/xhtml.h"
#include "base/encode.h"
#include "base/utf8.h"

#define VIETNAM_AHEAD_S (7 * 3600) /* of UTC; the clock of the papers */
#define DAY_BYTES strlen("YYYY-MM-DD")
#define IDENTITY_DIGITS 32
#define UNTITLED STR("Báo nói")

/* ---- names -------------------------------------------------------------- */

void package_text_name(struct buf *out, size_t story)
{
    buf_format(out, "text/%03zu.xhtml", story + 1);
}

void package_overlay_name(struct buf *out, size_t story)
{
    buf_format(out, "text/%03zu.smil", story + 1);
}

void package_audio_name(struct buf *out, size_t story, const struct book *book)
{
    buf_format(out, "audio/%03zu%s", story + 1, book->audio_suffix);
}

void package_cover_name(struct buf *out, const struct edition *edition)
{
    bool png = strcmp(edition->cover.type, "image/png") == 0;

    buf_add(out, png ? STR("cover.png") : STR("cover.jpg"));
}

str package_title(const struct edition *edition)
{
    return edition->article->title.len > 0 ? edition->article->title : UNTITLED;
}

/* Of several stories the contents are a page to read as well. */
static bool has_contents_page(const struct book *book)
{
    return book->stories.count > 1;
}

/* ---- metadata ----------------------------------------------------------- */

/* When the edition was changed last: the time of the article, one second later
 * for each revision, as no clock is asked. 1980 without a date. */
static void add_modified(struct buf *out, const struct edition *edition)
{
    struct tm tm = {.tm_year = 80, .tm_mday = 1}; /* 1980-01-01 */
    str date = edition->article->date;
    char text[] = "YYYY-MM-DDThh:mm";
    time_t time;
    int year, month;
    int read;

    snprintf(text, sizeof text, "%.*s", STR_ARGS(date));
    read = sscanf(text, "%4d-%2d-%2dT%2d:%2d", &year, &month, &tm.tm_mday,
                  &tm.tm_hour, &tm.tm_min);
    if (read >= 3) {
        tm.tm_year = year - 1900;
        tm.tm_mon = month - 1;
    }
    time = timegm(&tm) - (read >= 5 ? VIETNAM_AHEAD_S : 0) +
           (edition->revision > 0 ? edition->revision - 1 : 0);
    gmtime_r(&time, &tm);
    buf_format(out, "%04d-%02d-%02dT%02d:%02d:%02dZ", tm.tm_year + 1900,
               tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec);
}

/* The digits of the identity as a UUID of its own kind (RFC 9562, 5.8). */
void package_add_identifier(struct buf *out, const struct edition *edition)
{
    char digits[IDENTITY_DIGITS];

    for (size_t i = 0; i < sizeof digits; i++)
        digits[i] = i < edition->identity.len ? edition->identity.s[i] : '0';
    digits[12] = '8';                    /* the version */
    digits[16] = "89ab"[digits[16] & 3]; /* the variant */
    buf_format(out, "urn:uuid:%.8s-%.4s-%.4s-%.4s-%.12s", digits, digits + 8,
               digits + 12, digits + 16, digits + 20);
}

static void add_fact(struct buf *out, const char *open, str text,
                     const char *close)
{
    if (text.len == 0)
        return;
    buf_add(out, str_from(open));
    encode_markup(out, text);
    buf_format(out, "%s\n", close);
}

static void add_meta(struct buf *out, const char *property, str text)
{
    buf_format(out, "<meta property=\"%s\">", property);
    add_fact(out, "", text, "</meta>");
}

/* Whether some text that is shown is not heard. */
static bool is_partly_read(const struct edition *edition)
{
    const struct script *script = edition->script;

    for (size_t i = 0; i < script->skip_count; i++)
        if (edition->article->blocks[script->skips[i].block].role !=
            ROLE_CHROME)
            return true;
    return false;
}

/* schema.org's properties, as EPUB Accessibility 1.1, 2 asks for them. */
static void add_accessibility(struct buf *out, const struct book *book)
{
    static const char *const features[] = {
        "structuralNavigation", "tableOfContents", "readingOrder",
        "displayTransformability", "synchronizedAudioText"};
    const struct wording *words = wording_of(book->edition);
    bool part = is_partly_read(book->edition);

    add_meta(out, "schema:accessMode", STR("textual"));
    add_meta(out, "schema:accessMode", STR("auditory"));
    add_meta(out, "schema:accessModeSufficient", STR("textual"));
    add_meta(out, "schema:accessModeSufficient", STR("textual,auditory"));
    if (!part)
        add_meta(out, "schema:accessModeSufficient", STR("auditory"));
    for (size_t i = 0; i < sizeof features / sizeof features[0]; i++)
        add_meta(out, "schema:accessibilityFeature", str_from(features[i]));
    add_meta(out, "schema:accessibilityHazard", STR("none"));
    buf_format(out,
               "<meta property=\"schema:accessibilitySummary\" xml:lang=\"%s\">"
               "%s%s</meta>\n",
               words->language, words->summary[book->words],
               part ? words->summary_unread : "");
}

static void add_durations(struct buf *out, const struct book *book)
{
    uint64_t total_ms = 0;

    for (size_t i = 0; i < book->stories.count; i++) {
        const struct track *story = &book->stories.items[i];
        uint64_t ms = clips_length_ms(book->edition, story, book->words);

        if (story->first_sentence == story->end_sentence)
            continue;
        total_ms += ms;
        buf_format(out, "<meta property=\"media:duration\" refines=\"#o%zu\">",
                   i + 1);
        clips_add_clock(out, ms);
        buf_add(out, STR("</meta>\n"));
    }
    buf_add(out, STR("<meta property=\"media:duration\">"));
    clips_add_clock(out, total_ms);
    buf_add(out, STR("</meta>\n"));
}

static void add_narrator(struct buf *out, const struct edition *edition)
{
    const struct wording *words = wording_of(edition);

    buf_format(out, "<meta property=\"media:narrator\" xml:lang=\"%s\">%s ",
               words->language, words->narrator);
    encode_markup(out, edition->voice);
    buf_add(out, STR(" ("));
    encode_markup(out, edition->engine);
    buf_add(out, STR(")</meta>\n"));
}

static void add_metadata(struct buf *out, const struct book *book)
{
    const struct edition *edition = book->edition;
    const struct article *article = edition->article;

    buf_add(out, STR("<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
                     "\n<dc:identifier id=\"id\">"));
    package_add_identifier(out, edition);
    buf_add(out, STR("</dc:identifier>\n"));
    add_fact(out, "<dc:title>", package_title(edition), "</dc:title>");
    buf_add(out, STR("<dc:language>vi</dc:language>\n"));
    add_fact(out, "<dc:creator>", article->author, "</dc:creator>");
    add_fact(out, "<dc:publisher>", article->source, "</dc:publisher>");
    add_fact(out, "<dc:date>", utf8_head(article->date, DAY_BYTES),
             "</dc:date>"); /* with a time it would need a zone */
    add_fact(out, "<dc:source>", article->address, "</dc:source>");
    buf_add(out, STR("<meta property=\"dcterms:modified\">"));
    add_modified(out, edition);
    buf_add(out, STR("</meta>\n"));
    if (book->edition->cover.type)
        buf_add(out, STR("<meta name=\"cover\" content=\"cover\"/>\n"));
    add_durations(out, book);
    add_narrator(out, edition);
    add_meta(out, "media:active-class", STR("-epub-media-overlay-active"));
    add_meta(out, "media:playback-active-class",
             STR("-epub-media-overlay-playing"));
    add_accessibility(out, book);
    buf_add(out, STR("</metadata>\n"));
}

/* ---- the package document ----------------------------------------------- */

static void add_item(struct buf *out, const char *kind, size_t story,
                     void (*name)(struct buf *, size_t), const char *type)
{
    buf_format(out, "<item id=\"%s%zu\" href=\"", kind, story + 1);
    name(out, story);
    buf_format(out, "\" media-type=\"%s\"", type);
}

static void add_story(struct buf *out, const struct book *book, size_t i)
{
    const struct track *story = &book->stories.items[i];
    bool read = story->first_sentence < story->end_sentence;

    add_item(out, "t", i, package_text_name, "application/xhtml+xml");
    if (read)
        buf_format(out, " media-overlay=\"o%zu\"", i + 1);
    buf_add(out, STR("/>\n"));
    if (!read)
        return;
    add_item(out, "o", i, package_overlay_name, "application/smil+xml");
    buf_format(out, "/>\n<item id=\"a%zu\" href=\"", i + 1);
    package_audio_name(out, i, book);
    buf_format(out, "\" media-type=\"%s\"/>\n", book->audio_type);
}

/* The picture, and a page of it that is passed over where one reads on. */
static void add_cover(struct buf *out, const struct edition *edition)
{
    buf_add(out, STR("<item id=\"cover\" href=\""));
    package_cover_name(out, edition);
    buf_format(out,
               "\" properties=\"cover-image\" media-type=\"%s\"/>\n"
               "<item id=\"covered\" href=\"" PACKAGE_COVER_PAGE "\""
               " media-type=\"application/xhtml+xml\"/>\n",
               edition->cover.type);
}

void package_add(struct buf *out, const struct book *book)
{
    buf_add(out, STR("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                     "<package xmlns=\"http://www.idpf.org/2007/opf\""
                     " version=\"3.0\" unique-identifier=\"id\""
                     " xml:lang=\"vi\">\n"));
    add_metadata(out, book);
    buf_add(out, STR("<manifest>\n"
                     "<item id=\"nav\" href=\"nav.xhtml\" properties=\"nav\""
                     " media-type=\"application/xhtml+xml\"/>\n"
                     "<item id=\"style\" href=\"style.css\""
                     " media-type=\"text/css\"/>\n"));
    if (book->edition->cover.type)
        add_cover(out, book->edition);
    for (size_t i = 0; i < book->stories.count; i++)
        add_story(out, book, i);
    buf_add(out, STR("</manifest>\n<spine>\n"));
    if (has_contents_page(book))
        buf_add(out, STR("<itemref idref=\"nav\"/>\n"));
    for (size_t i = 0; i < book->stories.count; i++)
        buf_format(out, "<itemref idref=\"t%zu\"/>\n", i + 1);
    if (book->edition->cover.type)
        buf_add(out, STR("<itemref idref=\"covered\" linear=\"no\"/>\n"));
    buf_add(out, STR("</spine>\n</package>\n"));
}

/* ---- the contents ------------------------------------------------------- */

static void add_link(struct buf *out, size_t story, str title)
{
    buf_add(out, STR("<li><a href=\""));
    package_text_name(out, story);
    buf_add(out, STR("\">"));
    encode_markup(out, title);
    buf_add(out, STR("</a>"));
}

/* The chapters that start in a story, but not with it. */
static void add_chapters(struct buf *out, const struct book *book, size_t story)
{
    const struct script *script = book->edition->script;
    const struct track *track = &book->stories.items[story];
    size_t count = 0;

    for (size_t i = 0; i < script->chapter_count; i++) {
        const struct chapter *chapter = &script->chapters[i];

        if (chapter->first_sentence <= track->first_sentence ||
            chapter->first_sentence >= track->end_sentence)
            continue;
        buf_add(out, count++ == 0 ? STR("\n<ol>\n<li><a href=\"")
                                  : STR("<li><a href=\""));
        package_text_name(out, story);
        buf_format(out, "#s%zu\">", chapter->first_sentence + 1);
        encode_markup(out, chapter->title);
        buf_add(out, STR("</a></li>\n"));
    }
    buf_add(out, count > 0 ? STR("</ol>\n</li>\n") : STR("</li>\n"));
}

/* Where a reading system goes by its own commands. */
static void add_landmarks(struct buf *out, const struct book *book)
{
    const struct wording *words = wording_of(book->edition);

    buf_format(out,
               "<nav epub:type=\"landmarks\" hidden=\"hidden\"%s"
               " aria-label=\"%s\">\n<ol>\n",
               wording_attributes(book->edition), words->landmarks);
    if (book->edition->cover.type)
        buf_format(out,
                   "<li><a epub:type=\"cover\" href=\"" PACKAGE_COVER_PAGE
                   "\">%s</a></li>\n",
                   words->cover);
    if (has_contents_page(book))
        buf_format(out,
                   "<li><a epub:type=\"toc\" href=\"nav.xhtml\">%s</a></li>\n",
                   words->contents);
    buf_add(out, STR("<li><a epub:type=\"bodymatter\" href=\""));
    package_text_name(out, 0);
    buf_format(out, "\">%s</a></li>\n</ol>\n</nav>\n", words->start);
}

void package_add_contents(struct buf *out, const struct book *book)
{
    buf_format(out,
               "<nav epub:type=\"toc\" role=\"doc-toc\""
               " aria-labelledby=\"contents\">\n"
               "<h1 id=\"contents\"%s>%s</h1>\n<ol>\n",
               wording_attributes(book->edition),
               wording_of(book->edition)->contents);
    for (size_t i = 0; i < book->stories.count; i++) {
        add_link(out, i, xhtml_title(&book->stories.items[i]));
        add_chapters(out, book, i);
    }
    buf_add(out, STR("</ol>\n</nav>\n"));
    add_landmarks(out, book);
}
