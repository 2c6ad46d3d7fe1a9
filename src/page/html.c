/* A saved web page, by libxml2's push parser: one pass from tags to lines.
 * Nothing recurses over the page. */
#include "page/html.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#include "base/late.h"
#include "base/utf8.h"
#include "page/claims.h"
#include "page/input.h"
#include "page/markup.h"

#define PUSH_BYTES 1024
#define DEPTH_MOST                                                             \
    512 /* then the parser begins anew, with nothing open:                     \
           it takes time by the depth for each end tag */
#define SAMPLE_BYTES 4096
#define TAGS_LEAST 3

/* What is named so is a line, whatever its tag. */
#define OWN_LINES (HINT_BIT(HINT_WRITER) | HINT_BIT(HINT_DATE))

#define CALLS(f)                                                               \
    f(htmlCreatePushParserCtxt) f(htmlCtxtUseOptions) f(htmlParseChunk)        \
        f(htmlFreeParserCtxt) f(xmlByteConsumed)
LATE_LIBRARY(xml_calls, LATE_XML2, CALLS)

struct reader {
    struct xml_calls xml;
    struct collector *lines;
    struct claims claims;
    struct buf title;
    size_t titles; /* <title>s that began */
    bool in_title;
    struct hints *hints;
    struct arena *mem;
};

/* ---- Elements ------------------------------------------------------------ */

static str attribute(const xmlChar **attributes, const char *name)
{
    for (; attributes && *attributes; attributes += 2)
        if (strcmp((const char *)attributes[0], name) == 0)
            return attributes[1] ? str_from((const char *)attributes[1])
                                 : STR("");
    return (str){0};
}

static uint32_t hints_of_style(str style)
{
    static const struct {
        const char *text;
        enum hint hint;
    } styles[] = {
        {"display:none", HINT_HIDDEN},
        {"display: none", HINT_HIDDEN},
        {"text-align:center", HINT_CENTRED},
        {"text-align: center", HINT_CENTRED},
        {"text-align:right", HINT_RIGHT},
        {"text-align: right", HINT_RIGHT},
    };
    uint32_t hints = 0;

    for (size_t i = 0; i < sizeof styles / sizeof styles[0]; i++)
        if (str_has(style, str_from(styles[i].text)))
            hints |= HINT_BIT(styles[i].hint);
    return hints;
}

/* Letters that only a style makes bold or slanted. */
static uint32_t tag_of_style(str style)
{
    static const struct {
        const char *text;
        uint32_t is;
    } styles[] = {
        {"font-weight:bold", TAG_STRONG},   {"font-weight: bold", TAG_STRONG},
        {"font-weight:700", TAG_STRONG},    {"font-weight: 700", TAG_STRONG},
        {"font-style:italic", TAG_SLANTED}, {"font-style: italic", TAG_SLANTED},
    };
    uint32_t is = 0;

    for (size_t i = 0; style.len > 0 && i < sizeof styles / sizeof styles[0];
         i++)
        if (str_has(style, str_from(styles[i].text)))
            is |= styles[i].is;
    return is;
}

static uint32_t hints_of_element(struct reader *reader,
                                 const xmlChar **attributes)
{
    static const char *const naming[] = {"class", "id",  "itemprop",
                                         "role",  "rel", "align"};
    uint32_t hints = hints_of_style(attribute(attributes, "style"));

    for (size_t i = 0; i < sizeof naming / sizeof naming[0]; i++)
        hints |= hints_find(reader->hints, attribute(attributes, naming[i]));
    if (str_eq(attribute(attributes, "align"), STR("right")))
        hints |= HINT_BIT(HINT_RIGHT);
    if (attribute(attributes, "hidden").s)
        hints |= HINT_BIT(HINT_HIDDEN);
    return hints;
}

static void take_empty(struct reader *reader, str name,
                       const xmlChar **attributes)
{
    static const char *const keys[] = {"property", "name", "itemprop"};

    if (str_eq(name, STR("br")))
        collect_break(reader->lines);
    else if (str_eq(name, STR("img")))
        collect_image(reader->lines);
    else if (str_eq(name, STR("link")) &&
             str_eq(attribute(attributes, "rel"), STR("canonical")))
        claims_meta(&reader->claims, STR("canonical"),
                    attribute(attributes, "href"), reader->mem);
    else if (str_eq(name, STR("meta")))
        for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
            claims_meta(&reader->claims, attribute(attributes, keys[i]),
                        attribute(attributes, "content"), reader->mem);
}

static void on_start(void *context, const xmlChar *chars,
                     const xmlChar **attributes)
{
    struct reader *reader = context;
    str name = str_from((const char *)chars);
    const struct tag *tag = hints_tag(name);
    uint32_t is = tag->is, hints;

    if (is & TAG_EMPTY) {
        take_empty(reader, name, attributes);
        return;
    }
    if (is & TAG_LINK && !attribute(attributes, "href").s)
        is = 0;
    is |= tag_of_style(attribute(attributes, "style"));
    hints = hints_of_element(reader, attributes);
    if (hints & OWN_LINES)
        is |= TAG_BLOCK;
    if (str_eq(name, STR("title")))
        reader->in_title = reader->titles++ == 0;
    collect_open(reader->lines, is, tag->hints | hints);
}

static void on_end(void *context, const xmlChar *chars)
{
    struct reader *reader = context;

    if (hints_tag(str_from((const char *)chars))->is & TAG_EMPTY)
        return;
    reader->in_title = false;
    collect_close(reader->lines);
}

static void on_text(void *context, const xmlChar *chars, int len)
{
    struct reader *reader = context;
    str text = {(const char *)chars, (size_t)len};

    if (reader->in_title)
        buf_add(&reader->title, text);
    else
        collect_text(reader->lines, text);
}

/* ---- The page ------------------------------------------------------------ */

static htmlParserCtxtPtr new_parser(struct reader *reader)
{
    xmlSAXHandler sax = {
        .startElement = on_start,
        .endElement = on_end,
        .characters = on_text,
        .cdataBlock = on_text,
        .ignorableWhitespace = on_text,
    };
    htmlParserCtxtPtr parser = reader->xml.htmlCreatePushParserCtxt(
        &sax, reader, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);

    if (parser)
        reader->xml.htmlCtxtUseOptions(parser, HTML_PARSE_IGNORE_ENC |
                                                   HTML_PARSE_NOERROR |
                                                   HTML_PARSE_NOWARNING);
    return parser;
}

/* Parses until nothing is left or the page nests too deep; bytes parsed, 0
 * without memory. */
static size_t parse_some(struct reader *reader, str tags)
{
    const struct xml_calls *xml = &reader->xml;
    htmlParserCtxtPtr parser = new_parser(reader);
    size_t pushed = 0;
    long parsed;

    if (!parser)
        return 0;
    while (pushed < tags.len && parser->nameNr < DEPTH_MOST &&
           !collect_full(reader->lines)) {
        size_t more = tags.len - pushed;

        more = more < PUSH_BYTES ? more : PUSH_BYTES;
        xml->htmlParseChunk(parser, tags.s + pushed, (int)more, 0);
        pushed += more;
    }
    parsed = pushed < tags.len ? xml->xmlByteConsumed(parser) : 0;
    xml->htmlParseChunk(parser, NULL, 0, 1);
    xml->htmlFreeParserCtxt(parser);
    return parsed > 0 ? (size_t)parsed : pushed;
}

bool html_collect(struct collector *to, struct claims *claims, str html,
                  const char *name, struct arena *mem, struct error *err)
{
    struct reader *reader = ARENA_ONE(mem, struct reader);
    struct markup markup;
    str tags;

    markup_strip(&markup, html, mem);
    tags = utf8_cleaned(markup.tags, mem);
    *reader = (struct reader){.lines = to,
                              .hints = hints_new(mem),
                              .title = {.mem = mem},
                              .claims = *claims,
                              .mem = mem};
    if (!xml_calls_load(&reader->xml, name, err))
        return false;
    while (tags.len > 0 && !collect_full(to)) {
        size_t parsed = parse_some(reader, tags);

        if (parsed == 0)
            return error_set(err, ERROR_INTERNAL, "%s: no memory to read it",
                             name);
        tags = str_skip(tags, parsed);
    }
    for (size_t i = 0; i < MARKUP_KINDS; i++)
        collect_left_out(to, &markup.left_out[i]);
    claims_data(&reader->claims, markup.data, mem);
    claims_meta(&reader->claims, STR("title"), buf_str(&reader->title), mem);
    *claims = reader->claims;
    return true;
}

static bool read_html(struct page *page, str bytes, const char *name,
                      struct arena *mem, struct error *err)
{
    struct collector *lines = collect_new(mem);

    if (!html_collect(lines, &page->claims, bytes, name, mem, err) ||
        !collect_finish(page, lines, false, name, err))
        return false;
    if (page->count == 0)
        return error_set(err, ERROR_INPUT, "%s: no text on the page", name);
    return true;
}

/* It starts with a tag, or soon has some that only web pages have. */
static bool is_html(str bytes)
{
    static const char *const known[] = {
        "<!doctype html", "<html",    "<head",  "<body", "<meta",
        "<div",           "<article", "</p>",   "<br",   "</h1>",
        "</h2>",          "<p>",      "</div>",
    };
    char sample[SAMPLE_BYTES];
    size_t len = bytes.len < SAMPLE_BYTES ? bytes.len : SAMPLE_BYTES;
    size_t found = 0;
    str head = str_slice(bytes, 0, len);

    if (!str_has(head, STR("<")))
        return false;
    for (size_t i = 0; i < len; i++) {
        char c = bytes.s[i];

        sample[i] = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
    }
    head.s = sample;
    if (str_starts(head, STR("\xEF\xBB\xBF")))
        head = str_skip(head, 3);
    head = str_trim(head);
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        found += str_has(head, str_from(known[i]));
    return found >= (str_starts(head, STR("<")) ? 1 : TAGS_LEAST);
}

const struct input_kind input_html = {
    .name = "html",
    .recognise = is_html,
    .read = read_html,
};
