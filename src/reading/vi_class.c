/* The words of a stretch, put together and classed by a list. */
#include "reading/vi_class.h"

#include "base/utf8.h"

/* clang-format off */
static const char *const names[CLASS_COUNT] = {
    [UNKNOWN] = "?", [NAME] = "name", [NUMBER] = "number", [ABOUT] = "about",
    [ACT] = "act", [AND] = "and", [AT] = "at", [AUXILIARY] = "aux", [BE] = "be",
    [BY] = "by", [CLAUSE] = "clause", [COUNT] = "count", [DEGREE] = "degree",
    [FOR] = "for", [FROM] = "from", [HEAD] = "head", [IN] = "in",
    [NOUN] = "noun", [OF] = "of", [SAYING] = "saying", [STATE] = "state",
    [TAIL] = "tail", [THEY] = "they", [THIS] = "this", [TIME] = "time",
    [TO] = "to", [UNIT] = "unit", [VERB] = "verb", [WITH] = "with",
};
/* clang-format on */

static enum vi_class class_of(str name)
{
    for (size_t i = 0; i < CLASS_COUNT && name.len > 0; i++)
        if (names[i][0] == name.s[0] && str_eq(name, str_from(names[i])))
            return (enum vi_class)i;
    return UNKNOWN;
}

size_t vi_class_syllables(const struct word *word)
{
    size_t count = word->spoken.len > 0;

    for (size_t i = 0; i < word->spoken.len; i++)
        count += word->spoken.s[i] == ' ';
    return count;
}

static bool has_digit(str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (utf8_is_digit((unsigned char)text.s[i]))
            return true;
    return false;
}

/* The written text from word `at` on. */
static str text_from(const struct stretch *stretch, size_t at)
{
    const char *start = stretch->words[at].written.s;
    str last = stretch->words[stretch->count - 1].written;

    return (str){start, (size_t)(last.s + last.len - start)};
}

/* Looks up the longest word that begins at `at`; gives the next. */
size_t vi_class_look_up(struct stretch *stretch, size_t at,
                        const struct lexicon *lexicon)
{
    struct part *parts = stretch->parts;
    str written = stretch->words[at].written, head = {0}, class, weight;
    long number;
    const struct entry *entry = NULL;
    size_t next = at + 1;

    if (written.len > 0)
        entry = lexicon_longest(lexicon, WORDS_CLASSES, text_from(stretch, at),
                                &head);
    if (!entry) {
        parts[at].class = has_digit(written)  ? NUMBER
                          : parts[at].capital ? NAME
                                              : UNKNOWN;
        return next;
    }
    class = str_cut(entry_spoken(entry), ' ', &weight);
    parts[at].class = class_of(class);
    if (str_to_long(weight, &number))
        parts[at].weight = (int)number;
    parts[at].other = entry_context(entry);
    while (next < stretch->count &&
           stretch->words[next].written.s < head.s + head.len)
        parts[next++].inside = true;
    return next;
}

/* The first word after the longer one that `at` begins. */
size_t vi_class_next(const struct stretch *stretch, size_t at)
{
    do
        at++;
    while (at < stretch->count && stretch->parts[at].inside);
    return at;
}

static bool is_met(str clue, const struct stretch *stretch, size_t at,
                   enum state state)
{
    const struct part *parts = stretch->parts;
    size_t next = vi_class_next(stretch, at);

    if (str_eq(clue, STR("+")))
        return state != NOTHING;
    if (str_starts(clue, STR("<")))
        return at > 0 && parts[at - 1].class == class_of(str_skip(clue, 1));
    return next < stretch->count && parts[next].class == class_of(clue);
}

/* A word in capitals inside a name, which may be any word elsewhere. */
static bool is_in_name(const struct stretch *stretch, size_t at)
{
    const struct part *parts = stretch->parts;
    size_t next = vi_class_next(stretch, at);

    return parts[at].capital && next == at + 1 && parts[at].class != HEAD &&
           ((at > 0 && parts[at - 1].capital) ||
            (next < stretch->count && parts[next].capital &&
             parts[at].class != CLAUSE));
}

/* The class of the word in its place. */
static void settle(struct stretch *stretch, size_t at, enum state state)
{
    struct part *part = &stretch->parts[at];
    str clues = part->other;
    str class = str_trim(str_cut(clues, ':', &clues));

    clues = str_trim(clues);
    if (is_in_name(stretch, at))
        part->class = NAME;
    else
        while (clues.len > 0)
            if (is_met(str_cut(clues, ' ', &clues), stretch, at, state)) {
                part->class = class_of(class);
                break;
            }
    for (size_t i = at; i < vi_class_next(stretch, at); i++)
        stretch->parts[i].class = part->class;
}

/* The state after a word of this class. */
static enum state state_after(enum vi_class class, enum state before)
{
    if (class == CLAUSE || class == SAYING)
        return NOTHING;
    if (class == AUXILIARY || class == BE)
        return AN_AUXILIARY;
    return class == VERB && before == NOTHING ? A_VERB : before;
}

void vi_class_stretch(struct stretch *stretch, const struct lexicon *lexicon)
{
    enum state state = NOTHING;

    for (size_t i = 0; i < stretch->count; i++)
        stretch->parts[i] = (struct part){
            .syllables = vi_class_syllables(&stretch->words[i]),
            .capital = utf8_is_upper(utf8_peek(stretch->words[i].written)),
        };
    for (size_t i = 0; i < stretch->count;)
        i = vi_class_look_up(stretch, i, lexicon);
    for (size_t i = 0; i < stretch->count; i = vi_class_next(stretch, i)) {
        stretch->parts[i].state = state;
        settle(stretch, i, state);
        state = state_after(stretch->parts[i].class, state);
    }
}
