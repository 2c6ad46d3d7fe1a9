/* An edition as a page that anyone can use, and as a part of another page. */
#include <stdio.h>
#include <string.h>

#include "base/encode.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "format/format.h"
#include "web/assets.h"
#include "web/facts.h"
#include "web/labels.h"
#include "web/player.h"
#include "web/transcript.h"

#define PREFIX_BYTES 16
#define PREFIX_DIGITS 8 /* of the identity: two editions in a page differ */

static bool put(struct sink *sink, str text, struct error *err)
{
    return sink_write(sink, text.s, text.len, err);
}

static bool put_element(struct sink *sink, const char *element, str text,
                        struct error *err)
{
    return put(sink, STR("<"), err) && put(sink, str_from(element), err) &&
           put(sink, STR(">"), err) && put(sink, text, err) &&
           put(sink, STR("</"), err) && put(sink, str_from(element), err) &&
           put(sink, STR(">\n"), err);
}

/* ---- the page ------------------------------------------------------------ */

/* Content Security Policy Level 3: that text and no other. */
static void add_source_hash(struct buf *out, str text)
{
    struct hash hash = hash_of(text);

    buf_add(out, STR("'sha256-"));
    encode_base64(out, (str){(const char *)hash.bytes, sizeof hash.bytes});
    buf_char(out, '\'');
}

/* The page asks for nothing but its own sound: no server learns who listens,
 * and nothing in an article's text can run. */
static void add_policy(struct buf *out)
{
    buf_add(out, STR("<meta http-equiv=\"Content-Security-Policy\" "
                     "content=\"default-src 'none'; base-uri 'none'; "
                     "form-action 'none'; img-src data:; "
                     "media-src 'self' data:; style-src "));
    add_source_hash(out, assets_style());
    buf_add(out, STR("; script-src "));
    add_source_hash(out, assets_script());
    buf_add(out, STR("\">\n"));
}

/* Of an article that has none, what the player is called. */
static str title_of(const struct edition *edition)
{
    return edition->article->title.len > 0
               ? edition->article->title
               : str_from(labels_of(edition->language)->listen);
}

static str head_of(const struct edition *edition, struct arena *mem)
{
    struct buf out = {.mem = mem};

    buf_add(&out, STR("<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n"
                      "<meta charset=\"utf-8\">\n"
                      "<meta name=\"viewport\" content=\"width=device-width, "
                      "initial-scale=1\">\n"
                      "<meta name=\"color-scheme\" content=\"light dark\">"
                      "\n"));
    add_policy(&out);
    buf_add(&out, STR("<link rel=\"icon\" href=\"data:,\">\n<title>"));
    encode_markup(&out, title_of(edition));
    buf_add(&out, STR("</title>\n"));
    return buf_str(&out);
}

/* What has no title block of its own has a heading all the same. */
static bool put_title(struct sink *sink, const struct edition *edition,
                      struct arena mem, struct error *err)
{
    const struct article *article = edition->article;
    size_t count = article->story_count > 0 ? article->stories[0].first_block
                                            : article->block_count;
    struct buf title = {.mem = &mem};

    for (size_t i = 0; i < count; i++)
        if (article->blocks[i].role == ROLE_TITLE)
            return true;
    encode_markup(&title, title_of(edition));
    return put_element(sink, "h1", buf_str(&title), err);
}

/* Past the text to the player, for who comes by keyboard. */
static str skip_of(const struct edition *edition, struct arena *mem)
{
    const struct labels *labels = labels_of(edition->language);
    struct buf out = {.mem = mem};

    buf_format(&out,
               "<a class=\"bn-skip\" href=\"#player\" lang=\"%s\">%s</a>\n",
               labels->language, labels->listen);
    return buf_str(&out);
}

static bool render_page(struct sink *sink, const struct edition *edition,
                        struct arena mem, struct error *err)
{
    return put(sink, head_of(edition, &mem), err) &&
           facts_write(sink, edition, mem, err) &&
           put_element(sink, "style", assets_style(), err) &&
           put(sink, STR("</head>\n<body>\n<main class=\"baonoi\">\n"), err) &&
           put(sink, skip_of(edition, &mem), err) &&
           put(sink, STR("<article class=\"bn-text\">\n"), err) &&
           put_title(sink, edition, mem, err) &&
           transcript_write(sink, edition, "", 1, mem, err) &&
           put(sink, STR("</article>\n"), err) &&
           player_write(sink, edition, "", 2, mem, err) &&
           player_data(sink, edition, mem, err) &&
           put_element(sink, "script", assets_script(), err) &&
           put(sink, STR("</main>\n</body>\n</html>\n"), err);
}

/* ---- the fragment -------------------------------------------------------- */

static bool render_fragment(struct sink *sink, const struct edition *edition,
                            struct arena mem, struct error *err)
{
    const struct labels *labels = labels_of(edition->language);
    struct buf middle = {.mem = &mem};
    char prefix[PREFIX_BYTES];

    snprintf(prefix, sizeof prefix, "bn-%.*s-", PREFIX_DIGITS,
             edition->identity.s);
    buf_format(&middle,
               "<details class=\"bn-transcript\"><summary>%s</summary>\n"
               "<div class=\"bn-text\">\n",
               labels->text);
    return put(sink, STR("<div class=\"baonoi\" lang=\"vi\">\n"), err) &&
           put_element(sink, "style", assets_style(), err) &&
           facts_write(sink, edition, mem, err) &&
           player_write(sink, edition, prefix, 2, mem, err) &&
           put(sink, buf_str(&middle), err) &&
           transcript_write(sink, edition, prefix, 2, mem, err) &&
           put(sink, STR("</div></details>\n"), err) &&
           player_data(sink, edition, mem, err) &&
           put_element(sink, "script", assets_script(), err) &&
           put(sink, STR("</div>\n"), err);
}

/* ---- verifying ----------------------------------------------------------- */

static bool has_end(const char *path, str end, struct arena tmp)
{
    struct error unread;
    str text;

    return io_read_file(&text, path, &tmp, &unread) && utf8_valid(text) &&
           str_ends(text, end);
}

static bool verify_page(const char *path, struct arena tmp)
{
    return has_end(path, STR("</script>\n</main>\n</body>\n</html>\n"), tmp);
}

static bool verify_fragment(const char *path, struct arena tmp)
{
    return has_end(path, STR("</script>\n</div>\n"), tmp);
}

const struct format format_html = {
    .name = "html",
    .suffix = ".html",
    .about = "a page with the text and its sound, in one file",
    .render = render_page,
    .verify = verify_page,
};

const struct format format_fragment = {
    .name = "fragment",
    .suffix = ".fragment.html",
    .about = "the same as a part of another page, for a newspaper's site",
    .render = render_fragment,
    .verify = verify_fragment,
};
