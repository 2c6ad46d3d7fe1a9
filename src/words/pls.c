/* A lexicon of the W3C (Pronunciation Lexicon Specification 1.0). */
#include "words/pls.h"

#include <string.h>

#include "base/utf8.h"
#include "base/xml.h"
#include "words/spoken.h"

#define SNIFF_BYTES 4096
#define GRAPHEMES_MOST 64 /* of one lexeme */

/* What one <phoneme> or <alias> says, and why it can't be said. */
struct saying {
    str spoken; /* empty when it can't */
    struct fault fault;
    bool preferred;
};

struct reader {
    struct wordlist *list;
    struct arena *mem;
    bool failed; /* there are too many faults */
    size_t line; /* of what is read */

    str alphabet; /* of the lexicon */

    /* the lexeme */
    size_t lexeme_line;
    str graphemes[GRAPHEMES_MOST];
    size_t grapheme_count;
    struct saying best;
    bool has_saying;

    /* the element inside it */
    struct buf text;
    str element_alphabet;
    bool preferred;
};

bool pls_is_one(str bytes)
{
    str head = str_trim(utf8_head(bytes, SNIFF_BYTES)), rest;

    if (str_starts(head, STR("\xEF\xBB\xBF")))
        head = str_trim(str_skip(head, STR("\xEF\xBB\xBF").len));
    return str_starts(head, STR("<")) &&
           !str_has(str_cut(head, '\n', &rest), STR("\t")) &&
           (str_has(head, STR("<lexicon")) || str_has(head, STR(":lexicon")));
}

static void refuse(struct reader *reader, size_t line, str text,
                   const char *what, bool skipped)
{
    const struct fault fault = {line, text, what, skipped};

    if (!reader->failed)
        reader->failed = !wordlist_refuse(reader->list, &fault, reader->mem);
}

/* ---- what is said -------------------------------------------------------- */

/* Blanks at the ends are none, others are one. */
static str one_line(str text, struct arena *mem)
{
    struct buf out = {.mem = mem};

    while (text.len > 0) {
        int32_t code = utf8_next(&text);

        if (!utf8_is_space(code))
            utf8_add(&out, code);
        else if (out.len > 0 && out.s[out.len - 1] != ' ')
            buf_char(&out, ' ');
    }
    return str_trim(buf_str(&out));
}

/* Each syllable in brackets of its own. */
static str bracketed(str phonemes, struct arena *mem)
{
    struct buf out = {.mem = mem};

    while (phonemes.len > 0) {
        str one = str_cut(phonemes, ' ', &phonemes);

        buf_format(&out, spoken_is_phonemes(one) ? "%s%.*s" : "%s[[%.*s]]",
                   out.len > 0 ? " " : "", STR_ARGS(one));
    }
    return buf_str(&out);
}

static bool is_espeak(str alphabet)
{
    return str_eq(alphabet, STR("x-espeak-ng")) ||
           str_eq(alphabet, STR("x-espeak"));
}

static struct saying judge(const struct reader *reader, str spoken)
{
    const struct columns columns = {reader->graphemes[0], spoken, {0}};
    struct saying saying = {0};

    if (wordlist_check(&saying.fault, &columns))
        saying.spoken = spoken;
    return saying;
}

static struct saying saying_of(const struct reader *reader, bool alias)
{
    str text = one_line(buf_str(&reader->text), reader->mem);
    str alphabet = reader->element_alphabet;
    struct saying saying = {0};

    if (alias)
        saying = judge(reader, utf8_lower_str(text, reader->mem));
    else if (is_espeak(alphabet))
        saying = judge(reader, bracketed(text, reader->mem));
    else
        saying.fault = (struct fault){
            .text = text,
            .what =
                str_eq(alphabet, STR("ipa"))
                    ? "is IPA, which is not converted: give an <alias> in "
                      "syllables, or phonemes in x-espeak-ng"
                    : "is in an alphabet that is not known: x-espeak-ng is"};
    saying.preferred = reader->preferred;
    return saying;
}

/* One that can be said is better, then a preferred one, then the first. */
static void choose(struct reader *reader, struct saying saying)
{
    const struct saying *best = &reader->best;
    bool can = saying.spoken.len > 0, could = best->spoken.len > 0;

    if (!reader->has_saying || (can && !could) ||
        (can == could && saying.preferred && !best->preferred))
        reader->best = saying;
    reader->has_saying = true;
}

/* ---- elements ------------------------------------------------------------ */

static str attribute(const char **attributes, const char *name,
                     struct arena *mem)
{
    const char *value = xml_attribute(attributes, name);

    return value ? str_copy(str_from(value), mem) : (str){0};
}

static void on_start(void *context, str name, const char **attributes)
{
    struct reader *reader = context;
    str alphabet = attribute(attributes, "alphabet", reader->mem);

    reader->text.len = 0;
    if (str_eq(name, STR("lexicon")))
        reader->alphabet = alphabet;
    if (str_eq(name, STR("lexeme"))) {
        reader->lexeme_line = reader->line;
        reader->grapheme_count = 0;
        reader->graphemes[0] = (str){0};
        reader->has_saying = false;
        reader->best = (struct saying){0};
    }
    reader->element_alphabet = alphabet.len > 0 ? alphabet : reader->alphabet;
    reader->preferred =
        str_eq(attribute(attributes, "prefer", reader->mem), STR("true"));
}

static void on_text(void *context, str text)
{
    struct reader *reader = context;

    buf_add(&reader->text, text);
}

static void end_grapheme(struct reader *reader)
{
    str written = one_line(buf_str(&reader->text), reader->mem);

    if (reader->grapheme_count < GRAPHEMES_MOST)
        reader->graphemes[reader->grapheme_count++] = written;
    else
        refuse(reader, reader->line, written,
               "is one <grapheme> too many of its lexeme", true);
}

static void add_entry(struct reader *reader, str written)
{
    const struct columns columns = {written, reader->best.spoken, {0}};
    struct fault fault;

    if (wordlist_check(&fault, &columns))
        wordlist_add(reader->list, &columns, reader->lexeme_line, reader->mem);
    else
        refuse(reader, reader->lexeme_line, fault.text, fault.what, true);
}

static void end_lexeme(struct reader *reader)
{
    const struct fault *fault = &reader->best.fault;

    if (reader->grapheme_count == 0)
        refuse(reader, reader->lexeme_line, STR("<lexeme>"),
               "has no <grapheme> before what it says", true);
    else if (!reader->has_saying)
        refuse(reader, reader->lexeme_line, reader->graphemes[0],
               "has no <alias> and no <phoneme>", true);
    else if (reader->best.spoken.len == 0)
        refuse(reader, reader->lexeme_line, fault->text, fault->what, true);
    else
        for (size_t i = 0; i < reader->grapheme_count; i++)
            add_entry(reader, reader->graphemes[i]);
}

static void on_end(void *context, str name)
{
    struct reader *reader = context;

    if (str_eq(name, STR("grapheme")))
        end_grapheme(reader);
    else if (str_eq(name, STR("alias")) || str_eq(name, STR("phoneme")))
        choose(reader, saying_of(reader, str_eq(name, STR("alias"))));
    else if (str_eq(name, STR("lexeme")))
        end_lexeme(reader);
    reader->text.len = 0;
}

void pls_read(struct wordlist *list, str bytes, struct arena *mem)
{
    struct reader reader = {.list = list, .mem = mem, .text = {.mem = mem}};
    const struct xml_handler handler = {on_start, on_end, on_text, &reader,
                                        &reader.line};
    str text = utf8_clean(bytes, mem);

    reader.line = 1;
    if (str_has(text, STR("<!ENTITY")))
        refuse(&reader, 1, str_from(list->file),
               "declares entities, which no lexicon needs", false);
    else if (!xml_parse(text, &handler))
        refuse(&reader, reader.line, str_from(list->file),
               "is no well-formed XML from here on", false);
}
