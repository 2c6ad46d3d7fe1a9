/* What was probably meant by a line of a word list that is no entry. */
#include "words/meant.h"

#include "base/utf8.h"
#include "words/foreign.h"
#include "words/spoken.h"

/* Puts a blank between what is there and what comes. */
static void part(struct buf *out)
{
    if (out->len > 0 && out->s[out->len - 1] != ' ' &&
        out->s[out->len - 1] != '\t')
        buf_char(out, ' ');
}

static bool is_joint(int32_t code)
{
    return !utf8_is_letter(code) && !utf8_is_digit(code) && code != '\'' &&
           code != 0x2019;
}

/* One run of letters as syllables. */
static bool add_word(struct buf *out, str word, const struct lexicon *lexicon)
{
    struct buf said = {.mem = out->mem};
    str lower = utf8_lower_str(word, out->mem);
    bool known;

    if (vi_syllable_valid(lower))
        buf_add(&said, lower);
    else if (!vi_syllable_retone(&said, lower) &&
             !vi_syllable_split(&said, lower) &&
             !foreign_read(&said, word, lexicon, &known))
        return false;
    part(out);
    buf_add(out, buf_str(&said));
    return true;
}

/* The letters before the next sign, and those behind it. */
static str cut_word(str text, str *rest)
{
    *rest = text;
    while (rest->len > 0) {
        str word = str_slice(text, 0, text.len - rest->len);

        if (is_joint(utf8_next(rest)))
            return word;
    }
    return text;
}

/* Phonemes to the next "]]", which may have blanks among them. */
static bool add_phonemes(struct buf *out, str *text)
{
    size_t end = str_find(*text, STR("]]"));
    str inside = str_slice(*text, STR("[[").len, end);

    if (end == text->len)
        return false;
    while (inside.len > 0) {
        str phonemes = str_cut(inside, ' ', &inside);
        struct buf said = {.mem = out->mem};

        if (!spoken_split(&said, phonemes))
            return false;
        part(out);
        buf_add(out, buf_str(&said));
    }
    *text = str_skip(*text, end + STR("]]").len);
    return true;
}

bool meant_spoken(struct buf *out, str spoken, const struct lexicon *lexicon)
{
    size_t start = out->len;

    while (spoken.len > 0) {
        str word;

        if (spoken_is_phonemes(spoken)) {
            if (!add_phonemes(out, &spoken))
                return false;
            continue;
        }
        word = cut_word(spoken, &spoken);
        if (word.len > 0 && !add_word(out, word, lexicon))
            return false;
    }
    return spoken_is_text(str_trim(str_skip(buf_str(out), start)));
}

/* What people write between the columns instead of a tab, the surest first. */
static const char *const separators[] = {
    "   ", "  ", " = ", "=",   " → ", "→",  "->",
    " | ", ";",  " – ", " - ", ",",   ": ",
};

static bool add_columns(struct buf *out, str written, str spoken, str context,
                        const struct lexicon *lexicon)
{
    written = str_trim(written);
    if (written.len == 0 || written.len > ENTRY_WRITTEN_MAX_BYTES)
        return false;
    buf_format(out, "%.*s\t", STR_ARGS(written));
    if (!meant_spoken(out, str_trim(spoken), lexicon))
        return false;
    if (context.len > 0)
        buf_format(out, "\t%.*s", STR_ARGS(context));
    return true;
}

/* The line with a tab where its columns seem to part. */
static bool part_columns(struct buf *out, str line,
                         const struct lexicon *lexicon)
{
    for (size_t i = 0; i < sizeof separators / sizeof separators[0]; i++) {
        str separator = str_from(separators[i]);
        size_t at = str_find(line, separator);

        out->len = 0;
        if (at < line.len &&
            add_columns(out, str_slice(line, 0, at),
                        str_skip(line, at + separator.len), (str){0}, lexicon))
            return true;
    }
    return false;
}

bool meant_line(struct buf *out, str line, const struct lexicon *lexicon)
{
    str written, spoken, context;

    if (!str_has(line, STR("\t")))
        return part_columns(out, line, lexicon);
    written = str_cut(line, '\t', &line);
    spoken = str_trim(str_cut(line, '\t', &line));
    context = str_trim(str_cut(line, '\t', &line));
    return add_columns(out, written, spoken, context, lexicon);
}
