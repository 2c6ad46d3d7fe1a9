/* The text of a word processor's document. */
#include "page/office.h"

#include "base/xml.h"

enum action {
    OPEN = 1, /* an element of its own */
    TEXT = 2, /* what stands in it is text */
    SKIP = 4, /* nothing in it is */
    BREAK = 8,
    SPACE = 16,
    IMAGE = 32,
    SWITCH = 64, /* a property of what stands two steps above it */
    STYLE = 128, /* the same, by the name of a style */
};

struct rule {
    const char *name; /* without prefix */
    int action;
    uint32_t is, hints;
};

/* clang-format off */

static const struct rule docx[] = {
    {"p",         OPEN,   TAG_BLOCK, HINT_BIT(HINT_PARAGRAPH)},
    {"t",         TEXT,   0, 0},
    {"tr",        OPEN,   TAG_BLOCK | TAG_ROW, 0},
    {"tc",        OPEN,   TAG_BLOCK, 0},
    {"hyperlink", OPEN,   TAG_LINK, 0},
    {"pStyle",    STYLE,  TAG_BLOCK, 0},
    {"jc",        SWITCH, TAG_BLOCK, HINT_BIT(HINT_CENTRED)},
    {"b",         SWITCH, TAG_STRONG, 0},
    {"i",         SWITCH, TAG_SLANTED, 0},
    {"br",        BREAK,  0, 0},
    {"cr",        BREAK,  0, 0},
    {"tab",       SPACE,  0, 0},
    {"drawing",   IMAGE,  0, 0},
    {"pict",      IMAGE,  0, 0},
    {"Fallback",  SKIP,   0, 0}, /* the same once more */
    {NULL, 0, 0, 0},
};

static const struct rule odt[] = {
    {"p",               OPEN | TEXT, TAG_BLOCK, HINT_BIT(HINT_PARAGRAPH)},
    {"h",               OPEN | TEXT, TAG_BLOCK, HINT_BIT(HINT_HEADING)},
    {"list-item",       OPEN,  TAG_BLOCK, HINT_BIT(HINT_ITEM)},
    {"table-row",       OPEN,  TAG_BLOCK | TAG_ROW, 0},
    {"table-cell",      OPEN,  TAG_BLOCK, 0},
    {"a",               OPEN,  TAG_LINK, 0},
    {"line-break",      BREAK, 0, 0},
    {"s",               SPACE, 0, 0},
    {"tab",             SPACE, 0, 0},
    {"image",           IMAGE, 0, 0},
    {"annotation",      SKIP,  0, 0},
    {"note",            SKIP,  0, 0},
    {"tracked-changes", SKIP,  0, 0},
    {NULL, 0, 0, 0},
};

/* Names of styles, as programs in English and in Vietnamese write them. */
static const struct {
    const char *start;
    enum hint hint;
} styles[] = {
    {"Title",     HINT_H1},      {"Tiu",       HINT_H1},
    {"Heading",   HINT_HEADING}, {"heading",   HINT_HEADING},
    {"u",         HINT_HEADING}, {"Subtitle",  HINT_LEAD},
    {"Caption",   HINT_CAPTION}, {"Chuthich",  HINT_CAPTION},
    {"List",      HINT_ITEM},
};

/* clang-format on */

/* An element of the XML that is open. */
struct frame {
    uint32_t opened; /* elements that end with it */
    bool text, skip;
};

struct reader {
    struct collector *lines;
    const struct rule *rules;
    struct buf frames;
};

static struct frame *frames(struct reader *reader)
{
    return (struct frame *)(void *)reader->frames.s;
}

static size_t depth(const struct reader *reader)
{
    return reader->frames.len / sizeof(struct frame);
}

static const struct rule *rule_of(const struct rule *rules, str name)
{
    while (rules->name && !str_eq(name, str_from(rules->name)))
        rules++;
    return rules;
}

static uint32_t hints_of_style(str name)
{
    for (size_t i = 0; i < sizeof styles / sizeof styles[0]; i++)
        if (str_starts(name, str_from(styles[i].start)))
            return HINT_BIT(styles[i].hint);
    return 0;
}

/* Whether a property is on: it has no value, or one that says so. */
static bool is_on(const char *value)
{
    return !value || !(str_eq(str_from(value), STR("0")) ||
                       str_eq(str_from(value), STR("false")) ||
                       str_eq(str_from(value), STR("left")) ||
                       str_eq(str_from(value), STR("right")) ||
                       str_eq(str_from(value), STR("both")));
}

/* Opens an element that ends with what stands two steps above. */
static void set_property(struct reader *reader, const struct rule *rule,
                         const char *value)
{
    uint32_t hints = rule->hints;

    if (depth(reader) < 3 || !is_on(value))
        return;
    if (rule->action & STYLE)
        hints = hints_of_style(value ? str_from(value) : (str){0});
    collect_open(reader->lines, rule->is, hints);
    frames(reader)[depth(reader) - 3].opened++;
}

static void on_start(void *context, str name, const char **attributes)
{
    struct reader *reader = context;
    const struct rule *rule = rule_of(reader->rules, name);
    struct frame frame = {0};

    if (depth(reader) > 0) {
        frame = frames(reader)[depth(reader) - 1];
        frame.opened = 0;
    }
    frame.text = (frame.text && !(rule->action & OPEN)) || rule->action & TEXT;
    frame.skip = frame.skip || rule->action & SKIP;
    frame.opened = !frame.skip && rule->action & OPEN ? 1 : 0;
    buf_add(&reader->frames, (str){(const char *)&frame, sizeof frame});
    if (frame.skip)
        return;
    if (rule->action & OPEN)
        collect_open(reader->lines, rule->is, rule->hints);
    if (rule->action & BREAK)
        collect_break(reader->lines);
    if (rule->action & SPACE)
        collect_text(reader->lines, STR(" "));
    if (rule->action & IMAGE)
        collect_image(reader->lines);
    if (rule->action & (SWITCH | STYLE))
        set_property(reader, rule, xml_attribute(attributes, "val"));
}

static void on_end(void *context, str name)
{
    struct reader *reader = context;
    uint32_t opened = frames(reader)[depth(reader) - 1].opened;

    (void)name;
    for (uint32_t i = 0; i < opened; i++)
        collect_close(reader->lines);
    reader->frames.len -= sizeof(struct frame);
}

static void on_text(void *context, str text)
{
    struct reader *reader = context;
    const struct frame *frame = &frames(reader)[depth(reader) - 1];

    if (frame->text && !frame->skip)
        collect_text(reader->lines, text);
}

static void read_by(const struct rule *rules, struct collector *to, str xml,
                    struct arena *mem)
{
    struct reader reader = {to, rules, {.mem = mem}};
    const struct xml_handler handler = {on_start, on_end, on_text, &reader,
                                        NULL};

    xml_parse(xml, &handler);
    while (depth(&reader) > 0) /* it was cut off */
        on_end(&reader, (str){0});
}

void office_docx(struct collector *to, str xml, struct arena *mem)
{
    read_by(docx, to, xml, mem);
}

void office_odt(struct collector *to, str xml, struct arena *mem)
{
    read_by(odt, to, xml, mem);
}
