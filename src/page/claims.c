/* What a page says about itself: its <meta> tags and its JSON-LD. */
#include "page/claims.h"

#include <jansson.h>
#include <stddef.h>

#include "base/utf8.h"

#define DEPTH_MOST 4 /* of what is looked at in JSON-LD */

#define FIELD(name) offsetof(struct claims, name)

/* What the first <meta> of one of these names says is taken. */
static const struct {
    const char *name;
    size_t field;
} metas[] = {
    {"og:title", FIELD(title)},
    {"twitter:title", FIELD(title)},
    {"headline", FIELD(title)},
    {"dc.title", FIELD(title)},
    {"title", FIELD(title)},
    {"og:description", FIELD(description)},
    {"description", FIELD(description)},
    {"twitter:description", FIELD(description)},
    {"article:author", FIELD(author)},
    {"dable:author", FIELD(author)},
    {"author", FIELD(author)},
    {"dc.creator", FIELD(author)},
    {"article:published_time", FIELD(date)},
    {"datepublished", FIELD(date)},
    {"pubdate", FIELD(date)},
    {"dc.date", FIELD(date)},
    {"date", FIELD(date)},
    {"og:site_name", FIELD(site)},
    {"article:section", FIELD(section)},
    {"og:image", FIELD(image)},
    {"canonical", FIELD(address)},
    {"og:url", FIELD(address)},
};

static str *field_of(struct claims *claims, size_t field)
{
    return (str *)(void *)((char *)claims + field);
}

static str kept(str text, struct arena *keep)
{
    return page_trim(utf8_clean(text, keep));
}

/* Whether `name` is `known`, which is in lower case, in any case. */
static bool is_named(str name, str known)
{
    if (name.len != known.len)
        return false;
    for (size_t i = 0; i < name.len; i++) {
        char c = name.s[i];

        if ((c >= 'A' && c <= 'Z' ? (c | 0x20) : c) != known.s[i])
            return false;
    }
    return true;
}

void claims_meta(struct claims *claims, str name, str content,
                 struct arena *keep)
{
    for (size_t i = 0; i < sizeof metas / sizeof metas[0]; i++) {
        str *field = field_of(claims, metas[i].field);

        if (field->len == 0 && is_named(name, str_from(metas[i].name)))
            *field = kept(content, keep);
    }
}

/* ---- JSON-LD ------------------------------------------------------------- */

static str text_of(const json_t *value)
{
    const json_t *first =
        json_is_array(value) ? json_array_get(value, 0) : value;

    if (json_is_object(first)) {
        const json_t *name = json_object_get(first, "name");

        first = name ? name : json_object_get(first, "url");
    }
    if (!json_is_string(first))
        return (str){0};
    return (str){json_string_value(first), json_string_length(first)};
}

static bool is_article(const json_t *object)
{
    return str_has(text_of(json_object_get(object, "@type")), STR("Article")) ||
           str_has(text_of(json_object_get(object, "@type")), STR("BlogPost"));
}

static void read_article(struct claims *claims, const json_t *object,
                         struct arena *keep)
{
    static const struct {
        const char *key;
        size_t field;
    } keys[] = {
        {"headline", FIELD(title)},         {"description", FIELD(description)},
        {"author", FIELD(author)},          {"datePublished", FIELD(date)},
        {"articleSection", FIELD(section)}, {"image", FIELD(image)},
        {"publisher", FIELD(site)},
    };

    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        str text = text_of(json_object_get(object, keys[i].key));
        str *field = field_of(claims, keys[i].field);

        if (text.len > 0 && field->len == 0)
            *field = kept(text, keep);
    }
}

/* Articles stand at the top, in a list, or in the list "@graph". */
static void read_value(struct claims *claims, json_t *value, struct arena *keep)
{
    json_t *list[DEPTH_MOST] = {value};

    for (int depth = 0; depth < DEPTH_MOST && list[depth]; depth++) {
        json_t *graph = json_object_get(list[depth], "@graph"), *item;
        size_t i;

        if (is_article(list[depth]))
            read_article(claims, list[depth], keep);
        if (graph && depth + 1 < DEPTH_MOST)
            list[depth + 1] = graph;
        json_array_foreach(list[depth], i, item)
        {
            if (is_article(item))
                read_article(claims, item, keep);
            else if (depth + 1 < DEPTH_MOST && !list[depth + 1])
                list[depth + 1] = json_object_get(item, "@graph");
        }
    }
}

void claims_data(struct claims *claims, str data, struct arena *keep)
{
    while (data.len > 0) {
        str script = str_cut(data, '\0', &data);
        json_t *value = json_loadb(script.s, script.len, 0, NULL);

        if (value)
            read_value(claims, value, keep);
        json_decref(value);
    }
}
