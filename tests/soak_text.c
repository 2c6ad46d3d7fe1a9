/* Random bytes, random news and spoilt articles through the article and the
 * reading stage: soak_text COUNT SEED ARTICLE...
 *
 * What is spoken must be legal syllables, and every letter and digit of what is
 * read must lie in a word or among the skips. Aborts at the first fault, with
 * the string that led to it in soak.txt. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "article/article.h"
#include "base/io.h"
#include "base/utf8.h"
#include "words/lexicon.h"
#include "reading/script.h"
#include "words/spoken.h"

#define LEAST_ARGUMENTS 4
#define STRING_MAX_BYTES 4000
#define SPOILS_MOST 40
#define SAVED "soak.txt"

/* xorshift64*, Vigna 2016 */
static uint64_t next_random(uint64_t *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return *state * UINT64_C(0x2545F4914F6CDD1D);
}

static size_t below(size_t limit, uint64_t *state)
{
    return (size_t)(next_random(state) >> 11) % limit;
}

static const char *const pieces[] = {
    "Hà Nội",
    "UBND",
    "TP.",
    "đồng",
    "ngày ",
    "tháng ",
    "năm ",
    "Ảnh: ",
    "Quyết",
    "số ",
    "QĐ",
    "NĐ-CP",
    "%",
    "km²",
    "m³",
    "USD",
    "Biden",
    "COVID",
    "Đăk",
    "H'Mông",
    "I.",
    "a)",
    "XXI",
    "...",
    "1",
    "27",
    "2024",
    "12/12",
    "14h30",
    "1,5",
    "50.000",
    "0",
    "/",
    "-",
    "–",
    ".",
    ",",
    ";",
    ":",
    "!",
    "\"",
    "“",
    "”",
    "(",
    ")",
    "[[",
    "]]",
    "'",
    " ",
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "\t",
    "\r\n",
    "\x01"
    "9P",
    "\xC2\xA0",
    "e\xCC\x82\xCC\x81",
    "\xF0\x9F\x98\x80",
    "\xD4\xB1",
    "\xE2\x80\x8B",
    "\xFF",
    "\xC3",
    "@",
    "https://",
    "#",
    "&",
};

static void make_bytes(struct buf *out, uint64_t *state)
{
    for (size_t left = below(STRING_MAX_BYTES / 4, state); left > 0; left--)
        buf_char(out, (char)(unsigned char)below(256, state));
}

static void make_news(struct buf *out, uint64_t *state)
{
    size_t count = sizeof pieces / sizeof pieces[0];

    while (out->len < STRING_MAX_BYTES && below(300, state) > 0)
        buf_add(out, str_from(pieces[below(count, state)]));
}

/* An article with bytes turned, pieces put in, taken away and said twice. */
static void make_spoilt(struct buf *out, str article, uint64_t *state)
{
    struct buf next = *out;

    buf_add(out, article);
    for (size_t n = below(SPOILS_MOST, state); n > 0 && out->len > 0; n--) {
        size_t start = below(out->len, state);
        size_t end = start + below(out->len - start, state) % 200;
        str text = buf_str(out);
        const char *piece =
            pieces[below(sizeof pieces / sizeof *pieces, state)];

        next = (struct buf){.mem = out->mem};
        buf_add(&next, str_slice(text, 0, start));
        switch (below(4, state)) {
        case 0:
            buf_char(&next, (char)(unsigned char)below(256, state));
            buf_add(&next, str_skip(text, start + 1));
            break;
        case 1:
            buf_add(&next, str_from(piece));
            buf_add(&next, str_skip(text, start));
            break;
        case 2:
            buf_add(&next, str_skip(text, end));
            break;
        default:
            buf_add(&next, str_slice(text, start, end));
            buf_add(&next, str_skip(text, start));
        }
        *out = next;
    }
}

/* ---- what must be true -------------------------------------------------- */

static void require(bool condition, const char *what)
{
    if (condition)
        return;
    fprintf(stderr, "soak_text: %s; see " SAVED "\n", what);
    abort();
}

/* Marks the bytes of `part`, which is a view into `text`. */
static void cover(char *covered, str text, str part)
{
    require(part.s >= text.s && part.s + part.len <= text.s + text.len,
            "a view outside its block");
    for (size_t i = 0; i < part.len; i++)
        require(!covered[part.s - text.s + (ptrdiff_t)i]++,
                "a byte is read twice");
}

static void check_covered(const char *covered, str text)
{
    for (str rest = text; rest.len > 0;) {
        size_t at = text.len - rest.len;
        int32_t code = utf8_next(&rest);

        require(covered[at] || !(utf8_is_letter(code) || utf8_is_digit(code)),
                "a letter or digit is lost");
    }
}

static void check_words(const struct sentence *sentence, struct arena mem)
{
    require(sentence->word_count > 0, "a sentence without a word");
    for (size_t w = 0; w < sentence->word_count; w++) {
        struct arena tmp = mem;

        require(spoken_is_text(spoken_lower(sentence->words[w].spoken, &tmp)),
                "no legal syllables");
    }
}

static void check_script(const struct script *script,
                         const struct article *article, struct arena mem)
{
    char **covered = ARENA_ARRAY(&mem, char *, article->block_count);

    for (size_t i = 0; i < article->block_count; i++)
        covered[i] = ARENA_ARRAY(&mem, char, article->blocks[i].text.len);
    for (size_t i = 0; i < script->sentence_count; i++) {
        const struct sentence *sentence = &script->sentences[i];

        check_words(sentence, mem);
        for (size_t w = 0; w < sentence->word_count; w++)
            cover(covered[sentence->block],
                  article->blocks[sentence->block].text,
                  sentence->words[w].written);
    }
    for (size_t i = 0; i < script->skip_count; i++)
        cover(covered[script->skips[i].block],
              article->blocks[script->skips[i].block].text,
              script->skips[i].written);
    for (size_t i = 0; i < article->block_count; i++)
        check_covered(covered[i], article->blocks[i].text);
    require(script->chapter_count <= SCRIPT_MAX_CHAPTERS, "too many chapters");
    for (size_t i = 0; i < script->chapter_count; i++)
        require(script->chapters[i].first_sentence < script->sentence_count,
                "a chapter without a sentence");
}

/* ---- the run ------------------------------------------------------------ */

struct figures {
    size_t bytes, articles, sentences, words;
};

static void put_through(struct figures *figures, str bytes,
                        const struct lexicon *lexicon, struct arena mem)
{
    const struct script_options options = {0};
    struct article article = {0};
    struct script script = {0};
    struct error err = {0};
    struct arena tmp = mem;

    figures->bytes += bytes.len;
    script_line(utf8_clean(bytes, &tmp), lexicon, &options, &tmp);
    if (!article_read(&article, bytes, "soak", &mem, &err) ||
        !script_write(&script, &article, lexicon, &options, &mem, &err)) {
        require(err.code == ERROR_INPUT, err.message);
        return;
    }
    check_script(&script, &article, mem);
    figures->articles++;
    figures->sentences += script.sentence_count;
    for (size_t i = 0; i < script.sentence_count; i++)
        figures->words += script.sentences[i].word_count;
}

static void save(str bytes)
{
    FILE *file = fopen(SAVED, "wb");

    if (file) {
        if (bytes.len > 0)
            fwrite(bytes.s, 1, bytes.len, file);
        fclose(file);
    }
}

static void soak(struct figures *figures, size_t count, uint64_t state,
                 const str *articles, size_t article_count,
                 const struct lexicon *lexicon, struct arena whole)
{
    for (size_t i = 0; i < count; i++) {
        struct arena mem = whole;
        struct buf bytes = {.mem = &mem};

        switch (i % 4) {
        case 0:
            make_bytes(&bytes, &state);
            break;
        case 1:
            make_news(&bytes, &state);
            break;
        default:
            make_spoilt(&bytes, articles[below(article_count, &state)], &state);
        }
        save(buf_str(&bytes));
        put_through(figures, buf_str(&bytes), lexicon, mem);
    }
    remove(SAVED);
}

int main(int argc, char **argv)
{
    struct arena mem = arena_reserve(ARENA_EDITION_BYTES);
    struct figures figures = {0};
    struct lexicon lexicon;
    struct error err;
    size_t article_count =
        argc > LEAST_ARGUMENTS - 1 ? (size_t)argc - (LEAST_ARGUMENTS - 1) : 0;
    str *articles = ARENA_ARRAY(&mem, str, article_count + 1);

    for (size_t i = 0; i < article_count; i++)
        if (!io_read_file(&articles[i], argv[LEAST_ARGUMENTS - 1 + i], &mem,
                          &err))
            article_count = 0;
    if (article_count == 0 ||
        !lexicon_load(&lexicon, "voices/vi", NULL, 0, &mem, &err)) {
        fputs("soak_text COUNT SEED ARTICLE..., in the project's folder\n",
              stderr);
        return 2;
    }
    soak(&figures, strtoul(argv[1], NULL, 10),
         2 * strtoul(argv[2], NULL, 10) + 1, articles, article_count, &lexicon,
         mem);
    printf("%s strings, %zu bytes: %zu articles with %zu sentences and %zu "
           "words, no fault\n",
           argv[1], figures.bytes, figures.articles, figures.sentences,
           figures.words);
    return 0;
}
