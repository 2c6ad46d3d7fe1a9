/* The feed itself. */
#include "podcast/rss.h"

#include <math.h>
#include <string.h>

#include "base/encode.h"
#include "base/hash.h"
#include "format/notes.h"

#define NOTES_MOST_BYTES 4000 /* what directories show of a description */
#define TIME_BYTES 16
#define HEAD                                                                   \
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                             \
    "<rss version=\"2.0\"\n"                                                   \
    "  xmlns:atom=\"http://www.w3.org/2005/Atom\"\n"                           \
    "  xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\"\n"          \
    "  xmlns:podcast=\"https://podcastindex.org/namespace/1.0\">\n"            \
    "<channel>\n"
#define FOOT "</channel>\n</rss>\n"

/* The namespace of feeds (podcastindex.org/namespace/1.0, guid). */
static const unsigned char feeds[HASH_UUID_BYTES] = {
    0xEA, 0xD4, 0xC2, 0x36, 0xBF, 0x58, 0x58, 0xC6,
    0xA2, 0xC6, 0xA6, 0xB2, 0x8D, 0x12, 0x8C, 0xB6};

/* What is told of each kind of file. */
static const struct {
    const char *type;
    bool is_transcript;
} parts[EPISODE_PARTS] = {
    [EPISODE_MP3] = {"audio/mpeg", false},
    [EPISODE_OPUS] = {"audio/ogg; codecs=opus", false},
    [EPISODE_VTT] = {"text/vtt", true},
    [EPISODE_SRT] = {"application/x-subrip", true},
    [EPISODE_CHAPTERS] = {"application/json+chapters", false},
};

/* Where the writing stands. */
struct writing {
    struct buf out;
    const struct podcast_config *config;
    str base; /* the address of the folder, with its slash */
    struct arena *mem;
};

/* ---- elements ----------------------------------------------------------- */

static void add(struct writing *writing, const char *text)
{
    buf_add(&writing->out, str_from(text));
}

/* <NAME>TEXT</NAME> on a line; nothing without a text. */
static void element(struct writing *writing, const char *name, str text)
{
    if (text.len == 0)
        return;
    buf_format(&writing->out, "<%s>", name);
    encode_markup(&writing->out, text);
    buf_format(&writing->out, "</%s>\n", name);
}

static void attribute(struct writing *writing, const char *name, str value)
{
    buf_format(&writing->out, " %s=\"", name);
    encode_markup(&writing->out, value);
    add(writing, "\"");
}

static void number(struct writing *writing, const char *name, uint64_t value)
{
    buf_format(&writing->out, " %s=\"%llu\"", name, (unsigned long long)value);
}

/* The address of a file; of a corrected edition one that no cache has yet. */
static str address_of(const struct writing *writing, str name,
                      uint32_t revision)
{
    struct buf address = {.mem = writing->mem};

    buf_add(&address, writing->base);
    encode_reference(&address, name);
    if (revision > 1)
        buf_format(&address, "?revision=%u", (unsigned)revision);
    return buf_str(&address);
}

/* ---- the podcast -------------------------------------------------------- */

/* The address of the feed up to its last slash. */
static str base_of(str address, struct arena *mem)
{
    size_t host = str_find(address, STR("://")) + strlen("://");
    const char *slash = memrchr(address.s + host, '/', address.len - host);
    struct buf base = {.mem = mem};

    buf_add(&base, slash ? str_slice(address, 0, (size_t)(slash - address.s))
                         : address);
    buf_char(&base, '/');
    return buf_str(&base);
}

static void add_guid(struct writing *writing)
{
    str name = writing->config->address, given = writing->config->guid;
    char text[HASH_UUID_TEXT_BYTES];

    name = str_skip(name, str_find(name, STR("://")) + strlen("://"));
    while (str_ends(name, STR("/")))
        name.len--;
    hash_uuid(text, feeds, name);
    element(writing, "podcast:guid", given.len > 0 ? given : str_from(text));
}

static void add_category(struct writing *writing)
{
    const struct podcast_config *config = writing->config;

    add(writing, "<itunes:category");
    attribute(writing, "text", config->category);
    if (config->subcategory.len > 0) {
        add(writing, "><itunes:category");
        attribute(writing, "text", config->subcategory);
        add(writing, "/></itunes:category>\n");
    } else {
        add(writing, "/>\n");
    }
}

static void add_cover(struct writing *writing, str cover)
{
    const struct podcast_config *config = writing->config;
    str address = address_of(writing, cover, 1);

    add(writing, "<itunes:image");
    attribute(writing, "href", address);
    add(writing, "/>\n<image>\n");
    element(writing, "url", address);
    element(writing, "title", config->title);
    element(writing, "link", config->link);
    add(writing, "</image>\n");
}

static void add_podcast(struct writing *writing, str cover)
{
    const struct podcast_config *config = writing->config;

    element(writing, "title", config->title);
    element(writing, "link", config->link);
    element(writing, "description", config->description);
    element(writing, "language", config->language);
    element(writing, "copyright", config->copyright);
    element(writing, "generator", STR("baonoi " BAONOI_VERSION));
    add(writing, "<atom:link rel=\"self\" type=\"application/rss+xml\"");
    attribute(writing, "href", config->address);
    add(writing, "/>\n");
    add_cover(writing, cover);
    element(writing, "itunes:author", config->author);
    add(writing, "<itunes:owner>\n");
    element(writing, "itunes:name", config->owner);
    element(writing, "itunes:email", config->email);
    add(writing, "</itunes:owner>\n");
    add_category(writing);
    element(writing, "itunes:explicit",
            config->is_explicit ? STR("true") : STR("false"));
    element(writing, "itunes:type",
            config->is_serial ? STR("serial") : STR("episodic"));
    add_guid(writing);
    element(writing, "podcast:medium", STR("podcast"));
    add(writing, "<podcast:locked");
    attribute(writing, "owner", config->email);
    add(writing,
        config->is_open ? ">no</podcast:locked>\n" : ">yes</podcast:locked>\n");
}

/* ---- an episode --------------------------------------------------------- */

/* The notes as HTML: what it is about, times that apps make links of, where it
 * is from. The times end where a directory would cut the text. */
static str notes_of(const struct episode *episode, struct arena *mem)
{
    struct buf out = {.mem = mem};

    if (episode->summary.len > 0) {
        buf_add(&out, STR("<p>"));
        encode_markup(&out, episode->summary);
        buf_add(&out, STR("</p>\n"));
    }
    for (size_t i = 0; i < episode->chapter_count; i++) {
        const struct episode_chapter *chapter = &episode->chapters[i];

        if (out.len + chapter->title.len + TIME_BYTES > NOTES_MOST_BYTES)
            break;
        buf_add(&out, i == 0 ? STR("<p>") : STR("<br/>\n"));
        notes_add_time(&out, (uint64_t)chapter->start_s);
        buf_char(&out, ' ');
        encode_markup(&out, chapter->title);
    }
    if (episode->chapter_count > 0)
        buf_add(&out, STR("</p>\n"));
    if (episode->address.len > 0) {
        buf_add(&out, STR("<p><a href=\""));
        encode_markup(&out, episode->address);
        buf_add(&out, STR("\">"));
        encode_markup(&out, episode->source.len > 0 ? episode->source
                                                    : episode->address);
        buf_add(&out, STR("</a></p>\n"));
    }
    return buf_str(&out);
}

/* The sound in one form, with a sum that apps can check it by (W3C Subresource
 * Integrity). */
static void add_alternate(struct writing *writing,
                          const struct episode *episode, enum episode_part part)
{
    const struct episode_file *file = &episode->files[part];
    struct hash hash;

    if (file->name.len == 0 || !hash_from_hex(&hash, file->sha256))
        return;
    add(writing, "<podcast:alternateEnclosure");
    attribute(writing, "type", str_from(parts[part].type));
    number(writing, "length", file->size_bytes);
    number(
        writing, "bitrate",
        (uint64_t)((double)file->size_bytes * 8 / fmax(episode->seconds, 1)));
    attribute(writing, "lang", writing->config->language);
    if (part == EPISODE_MP3)
        attribute(writing, "default", STR("true"));
    add(writing, ">\n<podcast:source");
    attribute(writing, "uri",
              address_of(writing, file->name, episode->revision));
    add(writing, "/>\n<podcast:integrity type=\"sri\" value=\"sha256-");
    encode_base64(&writing->out, (str){(const char *)hash.bytes, HASH_BYTES});
    add(writing, "\"/>\n</podcast:alternateEnclosure>\n");
}

static void add_parts(struct writing *writing, const struct episode *episode)
{
    for (size_t part = 0; part < EPISODE_PARTS; part++) {
        const struct episode_file *file = &episode->files[part];

        if (file->name.len == 0 || part == EPISODE_MP3 || part == EPISODE_OPUS)
            continue;
        add(writing, parts[part].is_transcript ? "<podcast:transcript"
                                               : "<podcast:chapters");
        attribute(writing, "url",
                  address_of(writing, file->name, episode->revision));
        attribute(writing, "type", str_from(parts[part].type));
        if (parts[part].is_transcript)
            attribute(writing, "language", writing->config->language);
        add(writing, "/>\n");
    }
    add_alternate(writing, episode, EPISODE_MP3);
    add_alternate(writing, episode, EPISODE_OPUS);
}

static void add_enclosure(struct writing *writing,
                          const struct episode *episode)
{
    const struct episode_file *file = &episode->files[EPISODE_MP3];

    add(writing, "<enclosure");
    attribute(writing, "url",
              address_of(writing, file->name, episode->revision));
    number(writing, "length", file->size_bytes);
    attribute(writing, "type", str_from(parts[EPISODE_MP3].type));
    add(writing, "/>\n");
}

static void add_episode(struct writing *writing, const struct episode *episode)
{
    struct buf date = {.mem = writing->mem};
    str author =
        episode->author.len > 0 ? episode->author : writing->config->author;

    if (episode->dated)
        date_add(&date, &episode->date);
    add(writing, "<item>\n");
    element(writing, "title", episode->title);
    element(writing, "link", episode->address);
    element(writing, "description", notes_of(episode, writing->mem));
    element(writing, "pubDate", buf_str(&date));
    add(writing, "<guid isPermaLink=\"false\">");
    encode_markup(&writing->out, episode->id);
    add(writing, "</guid>\n");
    add_enclosure(writing, episode);
    element(writing, "itunes:title", episode->title);
    element(writing, "itunes:author", author);
    buf_format(&writing->out, "<itunes:duration>%u</itunes:duration>\n",
               (unsigned)round(episode->seconds));
    element(writing, "itunes:episodeType", STR("full"));
    element(writing, "itunes:explicit",
            writing->config->is_explicit ? STR("true") : STR("false"));
    add_parts(writing, episode);
    buf_format(&writing->out,
               "<podcast:txt purpose=\"revision\">%u</podcast:txt>\n"
               "</item>\n",
               (unsigned)episode->revision);
}

str rss_text(const struct podcast_config *config,
             const struct episodes *episodes, str cover, struct arena *mem)
{
    struct arena scratch = arena_halve(mem);
    struct writing writing = {
        .out = {.mem = mem},
        .config = config,
        .base = base_of(config->address, &scratch),
        .mem = &scratch,
    };

    add(&writing, HEAD);
    add_podcast(&writing, cover);
    for (size_t i = 0; i < episodes->count; i++)
        add_episode(&writing, &episodes->items[i]);
    add(&writing, FOOT);
    return buf_str(&writing.out);
}
