/* Which voice reads what, where not all is read by one. */
#include "speech/cast.h"

#include "reading/script.h"

static const struct {
    const char *name;
    enum role role;
} parts[] = {
    {"title", ROLE_TITLE}, {"lead", ROLE_LEAD},       {"heading", ROLE_HEADING},
    {"body", ROLE_BODY},   {"caption", ROLE_CAPTION}, {"byline", ROLE_BYLINE},
    {"link", ROLE_LINK},
};

/* Where the voice of the part goes; NULL: there is no such part. */
static const struct voice **place_of(struct cast *cast, str name)
{
    if (str_eq(name, STR("quote")))
        return &cast->quotation;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        if (str_eq(name, str_from(parts[i].name)))
            return &cast->roles[parts[i].role];
    return NULL;
}

bool cast_load(struct cast *cast, str text, const char *folder,
               const struct wishes *wishes, struct arena *mem,
               struct error *err)
{
    struct cast whole = {0};

    while (text.len > 0) {
        str name = {0}, one = str_cut(text, ',', &text);
        str part = str_trim(str_cut(one, '=', &name));
        const struct voice **place = place_of(&whole, part);
        struct voice *voice = ARENA_ONE(mem, struct voice);

        if (!place)
            return error_set(err, ERROR_USAGE,
                             "--cast %.*s: no such part; there are title, "
                             "lead, heading, body, caption, byline and quote",
                             STR_ARGS(part));
        if (!style_load(voice, folder, str_trim(name), wishes, mem, err))
            return false;
        *place = voice;
    }
    *cast = whole;
    return true;
}

static void name_one(struct buf *out, const char *part,
                     const struct voice *voice)
{
    if (voice)
        buf_format(out, ", %s %.*s", part, STR_ARGS(voice->name));
}

void cast_name(struct buf *out, const struct cast *cast)
{
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        name_one(out, parts[i].name, cast->roles[parts[i].role]);
    name_one(out, "quote", cast->quotation);
}

/* ---- sentences that are quoted in part ----------------------------------- */

static bool is_quoted(const struct sentence *sentence, size_t word)
{
    return sentence->words[word].delivery == DELIVERY_QUOTED;
}

/* The first word from `first` on that is quoted otherwise. */
static size_t run_end(const struct sentence *sentence, size_t first)
{
    size_t end = first + 1;

    while (end < sentence->word_count &&
           is_quoted(sentence, end) == is_quoted(sentence, first))
        end++;
    return end;
}

static size_t count_runs(const struct sentence *sentence)
{
    size_t count = 0;

    for (size_t at = 0; at < sentence->word_count; at = run_end(sentence, at))
        count++;
    return count;
}

/* The written text before word `at`, to the blank that parts it, so that a
 * sign that opens a quotation stays with it. */
static str written_before(const struct sentence *sentence, str written,
                          size_t at)
{
    str last = sentence->words[at - 1].written;
    const char *end = sentence->words[at].written.s;

    while (end > last.s + last.len && end[-1] != ' ')
        end--;
    return (str){written.s, (size_t)(end - written.s)};
}

/* A part ends with a pause, though no mark stands there. */
static void split(struct sentence **out, const struct sentence *sentence)
{
    str rest = sentence->written;

    for (size_t at = 0, end; at < sentence->word_count; at = end) {
        struct sentence *part = (*out)++;
        enum mark *mark;

        end = run_end(sentence, at);
        mark = &sentence->words[end - 1].mark;
        *part = *sentence;
        part->words = sentence->words + at;
        part->word_count = end - at;
        part->opens = sentence->opens && at == 0;
        part->closes = sentence->closes && end == sentence->word_count;
        part->written = rest;
        if (end == sentence->word_count)
            continue;
        part->written = written_before(sentence, rest, end);
        rest = str_skip(rest, part->written.len);
        part->written = str_trim(part->written);
        if (*mark < MARK_COMMA)
            *mark = MARK_DASH;
    }
}

/* Chapters keep the sentences that they start with. */
static void split_quotations(struct script *script, struct arena *mem)
{
    size_t count = 0, chapter = 0;
    struct sentence *sentences, *next;

    for (size_t i = 0; i < script->sentence_count; i++)
        count += count_runs(script_sentence(script, i));
    sentences = next = ARENA_ARRAY(mem, struct sentence, count);
    for (size_t i = 0; i < script->sentence_count; i++) {
        for (; chapter < script->chapter_count &&
               script->chapters[chapter].first_sentence == i;
             chapter++)
            script->chapters[chapter].first_sentence =
                (size_t)(next - sentences);
        split(&next, script_sentence(script, i));
    }
    script->sentences = sentences;
    script->sentence_count = count;
}

/* ---- the whole ----------------------------------------------------------- */

void cast_script(struct script *script, const struct cast *cast,
                 struct arena *mem)
{
    if (cast->quotation)
        split_quotations(script, mem);
    for (size_t i = 0; i < script->sentence_count; i++) {
        struct sentence *sentence = script_sentence(script, i);

        sentence->voice = cast->roles[sentence->role];
        if (cast->quotation && is_quoted(sentence, 0))
            sentence->voice = cast->quotation;
    }
}
