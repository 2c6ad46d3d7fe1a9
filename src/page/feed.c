/* RSS and Atom: a bulletin, its items one below the other, each under its
 * title. */
#include <string.h>

#include "base/utf8.h"
#include "base/xml.h"
#include "page/claims.h"
#include "page/html.h"
#include "page/input.h"

#define SAMPLE_BYTES 1024
#define ITEMS_MOST 99 /* chapters that an edition can have */

/* What is read of the feed and of each item. */
enum field {
    FIELD_NONE,
    FIELD_TITLE,
    FIELD_SUMMARY,
    FIELD_CONTENT,
    FIELD_AUTHOR,
    FIELD_DATE,
    FIELD_UPDATED,
    FIELD_LINK,
    FIELDS
};

static const struct {
    const char *name;
    enum field field;
} names[] = {
    {"title", FIELD_TITLE},     {"description", FIELD_SUMMARY},
    {"summary", FIELD_SUMMARY}, {"subtitle", FIELD_SUMMARY},
    {"content", FIELD_CONTENT}, {"encoded", FIELD_CONTENT},
    {"creator", FIELD_AUTHOR},  {"name", FIELD_AUTHOR}, /* in <author> */
    {"pubDate", FIELD_DATE},    {"published", FIELD_DATE},
    {"date", FIELD_DATE},       {"updated", FIELD_UPDATED},
    {"link", FIELD_LINK},
};

struct reader {
    struct collector *lines;
    struct claims claims, *about; /* the feed, and each of its items */
    struct buf fields[FIELDS];    /* of the feed or the item */
    enum field field;             /* that text goes to */
    size_t depth;                 /* in elements of that field */
    size_t items;
    bool in_item, failed;
    const char *name; /* of the file, for messages */
    struct arena *mem;
    struct error *err; /* when it failed */
};

static enum field field_of(str name)
{
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (str_eq(name, str_from(names[i].name)))
            return names[i].field;
    return FIELD_NONE;
}

static bool is_item(str name)
{
    return str_eq(name, STR("item")) || str_eq(name, STR("entry"));
}

static void add_html(struct reader *reader, str html, uint32_t hints)
{
    struct claims none = {0};

    collect_open(reader->lines, TAG_BLOCK, hints);
    reader->failed =
        reader->failed || !html_collect(reader->lines, &none, html,
                                        reader->name, reader->mem, reader->err);
    collect_close(reader->lines);
}

static str copy_field(struct reader *reader, enum field field)
{
    return str_copy(str_trim(buf_str(&reader->fields[field])), reader->mem);
}

/* What the item says of itself. */
static struct claims claims_of(struct reader *reader)
{
    bool dated = reader->fields[FIELD_DATE].len > 0;

    return (struct claims){
        .author = copy_field(reader, FIELD_AUTHOR),
        .date = copy_field(reader, dated ? FIELD_DATE : FIELD_UPDATED),
        .address = copy_field(reader, FIELD_LINK),
    };
}

/* The title as a heading, then the content, or the summary without one. */
static void end_part(struct reader *reader, uint32_t heading)
{
    str title = buf_str(&reader->fields[FIELD_TITLE]);
    str summary = buf_str(&reader->fields[FIELD_SUMMARY]);
    str content = buf_str(&reader->fields[FIELD_CONTENT]);

    add_html(reader, title, heading);
    if (reader->in_item)
        add_html(reader, content.len > 0 ? content : summary, 0);
    collect_item(reader->lines, 0);
    for (size_t i = 0; i < FIELDS; i++)
        reader->fields[i].len = 0;
}

/* The markup of Atom's xhtml goes on as it is; only lines count here. */
static void on_start(void *context, str name, const char **attributes)
{
    struct reader *reader = context;
    const char *link = xml_attribute(attributes, "href");
    const char *rel = xml_attribute(attributes, "rel");

    if (reader->depth > 0) {
        reader->depth++;
        buf_format(&reader->fields[reader->field], "<%.*s>", STR_ARGS(name));
        return;
    }
    if (is_item(name)) {
        if (!reader->in_item && reader->items == 0) {
            claims_meta(&reader->claims, STR("title"),
                        buf_str(&reader->fields[FIELD_TITLE]), reader->mem);
            end_part(reader, HINT_BIT(HINT_H1));
        }
        reader->in_item = true;
        return;
    }
    reader->field = field_of(name);
    if (reader->field == FIELD_LINK && rel && strcmp(rel, "alternate") != 0)
        reader->field = FIELD_NONE;
    if (reader->field != FIELD_NONE) {
        reader->fields[reader->field].len = 0;
        reader->depth = 1;
        if (link)
            buf_add(&reader->fields[reader->field], str_from(link));
    }
}

static void end_item(struct reader *reader)
{
    struct left_out item = {"item", 1, 0};

    for (size_t i = 0; i < FIELDS; i++)
        item.size_bytes += reader->fields[i].len;
    if (reader->items == ITEMS_MOST) {
        collect_left_out(reader->lines, &item);
        return;
    }
    reader->about[reader->items++] = claims_of(reader);
    collect_item(reader->lines, (uint32_t)reader->items);
    end_part(reader, HINT_BIT(HINT_HEADING));
}

static void on_end(void *context, str name)
{
    struct reader *reader = context;

    if (reader->depth > 0) {
        if (--reader->depth > 0)
            buf_format(&reader->fields[reader->field], "</%.*s>",
                       STR_ARGS(name));
    } else if (is_item(name) && reader->in_item) {
        end_item(reader);
        reader->in_item = false;
    }
}

static void on_text(void *context, str text)
{
    struct reader *reader = context;

    if (reader->depth > 0)
        buf_add(&reader->fields[reader->field], text);
}

static bool read_feed(struct page *page, str bytes, const char *name,
                      struct arena *mem, struct error *err)
{
    struct reader reader = {
        .lines = collect_new(mem),
        .about = ARENA_ARRAY(mem, struct claims, ITEMS_MOST),
        .name = name,
        .mem = mem,
        .err = err,
    };
    const struct xml_handler handler = {on_start, on_end, on_text, &reader,
                                        NULL};

    for (size_t i = 0; i < FIELDS; i++)
        reader.fields[i].mem = mem;
    if (!xml_parse(utf8_cleaned(bytes, mem), &handler) && reader.items == 0)
        return error_set(err, ERROR_INPUT, "%s: a feed that can't be parsed",
                         name);
    if (reader.failed)
        return false;
    page->claims = reader.claims;
    page->items = reader.about;
    page->item_count = reader.items;
    if (!collect_finish(page, reader.lines, true, name, err))
        return false;
    if (reader.items == 0 || page->count == 0)
        return error_set(err, ERROR_INPUT, "%s: a feed without items", name);
    return true;
}

static bool is_feed(str bytes)
{
    static const char *const roots[] = {"<rss", "<feed", "<rdf:RDF"};
    str head = utf8_head(bytes, SAMPLE_BYTES);

    if (str_starts(head, STR("\xEF\xBB\xBF")))
        head = str_skip(head, 3);
    if (!str_starts(str_trim(head), STR("<")))
        return false;
    for (size_t i = 0; i < sizeof roots / sizeof roots[0]; i++)
        if (str_has(head, str_from(roots[i])))
            return true;
    return false;
}

const struct input_kind input_feed = {
    .name = "feed",
    .recognise = is_feed,
    .read = read_feed,
};
