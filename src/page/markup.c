/* A web page without what no parser should see. */
#include "page/markup.h"

#include <stdint.h>
#include <string.h>

#define TAG_BYTES_MOST ((size_t)64 << 10)
#define TAG_SPACES_MOST 200 /* about as many attributes */
#define TAG_NAME_MOST 32
#define WIDGET_BYTES_MOST ((size_t)64 << 10)

/* Elements that hold no text of the page. Scripts go on until their end tag,
 * as browsers read them; from others without a near end only the tag goes. */
static const struct {
    const char *start, *end;
    bool script;
} dropped[MARKUP_KINDS] = {
    {"<script", "</script", true},      {"<style", "</style", true},
    {"<svg", "</svg", false},           {"<button", "</button", false},
    {"<noscript", "</noscript", false}, {"<iframe", "</iframe", false},
    {"<select", "</select", false},     {"<textarea", "</textarea", false},
    {"<template", "</template", false}, {"<video", "</video", false},
    {"<audio", "</audio", false},       {"<object", "</object", false},
    {"<canvas", "</canvas", false},     {"<math", "</math", false},
};

struct stripper {
    str html;
    size_t at;
    size_t next_end[MARKUP_KINDS]; /* where the next end tag of each kind
                                 starts, as far as it was looked for */
    struct buf tags, data;
    struct left_out left_out[MARKUP_KINDS];
};

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static bool is_letter(char c)
{
    return lower(c) >= 'a' && lower(c) <= 'z';
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Whether `text` starts with `head`, which is in lower case. */
static bool starts(str text, str head)
{
    if (text.len < head.len)
        return false;
    for (size_t i = 0; i < head.len; i++)
        if (lower(text.s[i]) != head.s[i])
            return false;
    return true;
}

/* Where the next `part` starts from `at` on; html.len without one. */
static size_t find(str html, size_t at, const char *part)
{
    while (at < html.len) {
        const char *next = memchr(html.s + at, part[0], html.len - at);

        if (!next)
            break;
        at = (size_t)(next - html.s);
        if (starts(str_skip(html, at), str_from(part)))
            return at;
        at++;
    }
    return html.len;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Bytes up to and with the end of the tag that `text` starts with: a ">"
 * outside of quotation marks that follow a "=". */
static size_t tag_length(str text, size_t *spaces)
{
    char quote = 0, before = 0;

    *spaces = 0;
    for (size_t i = 1; i < text.len; i++) {
        char c = text.s[i];

        if (quote) {
            quote = c == quote ? 0 : quote;
        } else if (c == '>') {
            return i + 1;
        } else if (is_space(c) || c == '/') {
            ++*spaces;
            continue;
        } else if ((c == '"' || c == '\'') && before == '=') {
            quote = c;
        }
        before = c;
    }
    return text.len;
}

static size_t name_length(str tag)
{
    size_t len = tag.len > 1 && tag.s[1] == '/' ? 2 : 1;

    while (len < tag.len && len < TAG_NAME_MOST && !is_space(tag.s[len]) &&
           tag.s[len] != '>' && tag.s[len] != '/')
        len++;
    return len;
}

/* Comments and declarations. */
static bool skip_comment(struct stripper *at)
{
    static const struct {
        const char *start, *end;
    } kinds[] = {{"<!--", "-->"}, {"<!", ">"}, {"<?", ">"}};

    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        str end = str_from(kinds[i].end);

        if (!starts(str_skip(at->html, at->at), str_from(kinds[i].start)))
            continue;
        at->at = least(find(at->html, at->at + 2, kinds[i].end) + end.len,
                       at->html.len);
        return true;
    }
    return false;
}

/* What `tag` starts is left out, and kept apart when it is data about the
 * page; false when it is part of the page. */
static bool skip_element(struct stripper *at, str tag)
{
    for (size_t i = 0; i < MARKUP_KINDS; i++) {
        str start = str_from(dropped[i].start);
        size_t content = at->at, end;

        if (!starts(tag, start) || name_length(tag) != start.len)
            continue;
        if (at->next_end[i] < at->at)
            at->next_end[i] = find(at->html, at->at, dropped[i].end);
        end = at->next_end[i];
        if (!dropped[i].script &&
            (end == at->html.len || end - at->at > WIDGET_BYTES_MOST))
            return true;
        if (dropped[i].script && str_has(tag, STR("ld+json"))) {
            buf_add(&at->data, str_slice(at->html, at->at, end));
            buf_char(&at->data, '\0');
        }
        at->at = least(find(at->html, end, ">") + 1, at->html.len);
        at->left_out[i].count++;
        at->left_out[i].size_bytes += end - content;
        return true;
    }
    return false;
}

static void take_tag(struct stripper *at)
{
    size_t spaces, len = tag_length(str_skip(at->html, at->at), &spaces);
    str tag = str_slice(at->html, at->at, at->at + len);

    at->at += len;
    if (skip_element(at, tag))
        return;
    if (len > TAG_BYTES_MOST || spaces > TAG_SPACES_MOST) {
        buf_add(&at->tags, str_slice(tag, 0, name_length(tag)));
        buf_char(&at->tags, '>');
    } else {
        buf_add(&at->tags, tag);
    }
}

void markup_strip(struct markup *markup, str html, struct arena *mem)
{
    struct stripper at = {
        .html = html, .tags = {.mem = mem}, .data = {.mem = mem}};

    while (at.at < html.len) {
        size_t text = find(html, at.at, "<");
        char next = text + 1 < html.len ? html.s[text + 1] : ' ';

        buf_add(&at.tags, str_slice(html, at.at, text));
        at.at = text;
        if (text == html.len || skip_comment(&at))
            continue;
        if (is_letter(next) || next == '/') {
            take_tag(&at);
        } else {
            buf_add(&at.tags, STR("&lt;"));
            at.at++;
        }
    }
    markup->tags = buf_str(&at.tags);
    markup->data = buf_str(&at.data);
    for (size_t i = 0; i < MARKUP_KINDS; i++) {
        markup->left_out[i] = at.left_out[i];
        markup->left_out[i].kind = dropped[i].start + 1;
    }
}
