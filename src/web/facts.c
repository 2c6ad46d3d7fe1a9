/* What search engines and assistants are told of an edition. */
#include "web/facts.h"

#include <jansson.h>
#include <string.h>

#include "base/encode.h"
#include "web/sound.h"

static json_t *text_of(str text)
{
    return text.len > 0 ? json_stringn(text.s, text.len) : NULL;
}

/* Sets what is known, nothing else. */
static void set(json_t *object, const char *key, json_t *value)
{
    if (value)
        json_object_set_new(object, key, value);
}

/* ISO 8601, 5.5.2.2: PT3M24S */
static json_t *duration_of(const struct edition *edition)
{
    unsigned long seconds =
        (unsigned long)(edition->timeline->total / AUDIO_RATE_HZ);

    return json_sprintf("PT%luM%luS", seconds / 60, seconds % 60);
}

static json_t *person_of(str name)
{
    return name.len > 0 ? json_pack("{s:s, s:o}", "@type", "Person", "name",
                                    text_of(name))
                        : NULL;
}

/* Of the file beside the page, where there is one. */
static json_t *sound_of(const struct edition *edition, struct arena mem)
{
    const struct format *file = sound_file(edition);
    struct buf reference = {.mem = &mem};

    if (!file)
        return NULL;
    sound_reference(&reference, edition, file);
    return text_of(buf_str(&reference));
}

static json_t *audio_of(const struct edition *edition, struct arena mem)
{
    json_t *audio =
        json_pack("{s:s, s:s}", "@type", "AudioObject", "inLanguage", "vi");

    set(audio, "name", text_of(edition->article->title));
    set(audio, "duration", duration_of(edition));
    set(audio, "contentUrl", sound_of(edition, mem));
    return audio;
}

bool facts_write(struct sink *sink, const struct edition *edition,
                 struct arena mem, struct error *err)
{
    const struct article *article = edition->article;
    json_t *facts = json_pack(
        "{s:s, s:s, s:s, s:{s:s, s:[s, s]}}", "@context", "https://schema.org",
        "@type", "NewsArticle", "inLanguage", "vi", "speakable", "@type",
        "SpeakableSpecification", "cssSelector", ".bn-title", ".bn-lead");
    struct buf out = {.mem = &mem};
    char *json;

    set(facts, "headline", text_of(article->title));
    set(facts, "author", person_of(article->author));
    set(facts, "datePublished", text_of(article->date));
    set(facts, "url", text_of(article->address));
    set(facts, "audio", audio_of(edition, mem));
    json = json_dumps(facts, JSON_COMPACT);
    json_decref(facts);
    if (!json)
        return error_set(err, ERROR_INTERNAL, "%s: no JSON", sink->path);
    buf_add(&out, STR("<script type=\"application/ld+json\">"));
    encode_script(&out, str_from(json));
    buf_add(&out, STR("</script>\n"));
    free(json);
    return sink_write(sink, out.s, out.len, err);
}
