/* What papers print before the first words of an article. */
#include "article/opening.h"

#include "base/utf8.h"

#define NAME_BYTES_MOST 40
#define NAME_LETTERS_LEAST 3

/* Codes of places look like codes of papers, but belong to the text. */
static const char *const places[] = {"TPHCM", "TP.HCM", "HCM", "TP"};

static bool is_dash(int32_t code)
{
    return code == '-' || code == 0x2013 || code == 0x2014;
}

/* Takes a dash with the spaces around it off `text`. */
static bool take_dash(str *text)
{
    while (utf8_is_space(utf8_peek(*text)))
        utf8_next(text);
    if (!is_dash(utf8_peek(*text)))
        return false;
    utf8_next(text);
    while (utf8_is_space(utf8_peek(*text)))
        utf8_next(text);
    return true;
}

/* "(Dân trí)" */
static size_t bracketed(str text)
{
    size_t end;

    if (!str_starts(text, STR("(")))
        return 0;
    end = str_find(utf8_head(text, NAME_BYTES_MOST), STR(")"));
    return end < utf8_head(text, NAME_BYTES_MOST).len ? end + 1 : 0;
}

/* "QĐND", "VOV.VN": one word of capitals. */
static size_t capitals(str text)
{
    str rest = utf8_head(text, NAME_BYTES_MOST),
        word = str_cut(rest, ' ', &rest);
    size_t letters = 0;

    for (rest = word; rest.len > 0; letters++) {
        int32_t code = utf8_next(&rest);

        if (!utf8_is_upper(code) && code != '.' && code != '&')
            return 0;
    }
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++)
        if (str_eq(word, str_from(places[i])))
            return 0;
    return letters >= NAME_LETTERS_LEAST ? word.len : 0;
}

size_t opening_length(str text)
{
    size_t name = bracketed(text);
    str rest;

    if (name == 0)
        name = capitals(text);
    if (name == 0)
        return 0;
    rest = str_skip(text, name);
    if (!take_dash(&rest) || rest.len == 0)
        return 0;
    if (utf8_is_letter(utf8_peek(rest)) && !utf8_is_upper(utf8_peek(rest)))
        return 0; /* a sentence: "EVN - đơn vị ..." */
    return text.len - rest.len;
}

str opening_name(str opening)
{
    size_t name = bracketed(opening);

    return name > 0 ? str_slice(opening, 1, name - 1)
                    : str_slice(opening, 0, capitals(opening));
}
