/* Random strings of what news is made of, and what must hold for any of them:
 * only legal syllables are spoken, every character is accounted for, the same
 * text is read in the same way, and no word or number vanishes in silence.
 *
 *     test_reading_tokens [STRINGS [SEED]]
 */
#include <stdlib.h>

#include "check.h"

#include "base/utf8.h"
#include "words/lexicon.h"
#include "reading/script.h"
#include "words/spoken.h"

#define STRINGS 20000
#define MAX_TOKENS 9
/* A list of a user's, over names, units and abbreviations, with phonemes. */
#define OWN_WORDS                                                              \
    "Grobulak\t[[g'O1]] [[b'u1]] lắc\nkm\t[[k'i1]] lô\nBTC\tban mới\n"    \
    "ASEAN\t[[_b'a:6]]\nXQZ\t[[S'a:I3]]\n"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static size_t string_count = STRINGS;
static uint64_t seed = STRINGS;

/* splitmix64 */
static uint64_t next_random(uint64_t *state)
{
    uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);

    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

static size_t pick(uint64_t *state, size_t count)
{
    return (size_t)(next_random(state) % count);
}

/* clang-format off */

/* '#' is a random digit. */
static const char *const numbers[] = {
    "#", "##", "1#", "2#", "0#", "###", "####", "20##", "19##", "#.###",
    "##.###.###", "#,#", "##,##", "#.#", "0,##", "0####", "1900", "#######",
};
static const char *const signs[] = {
    "/", "-", " - ", ".", ",", ":", "%", " (", ") ", "+", "x", "×", "–", "'",
    "\"", "°", "&", ">", "~", "=", "…", ";", "@", "#", "$", "*", "|", "!",
};
static const char *const words[] = {
    "ngày", "tháng", "năm", "quý", "từ", "đến", "sáng", "lúc", "khoảng", "hơn",
    "số", "nhà", "ngõ", "tỷ lệ", "tỷ số", "thắng", "thứ", "khóa", "điều", "bản",
    "triệu", "tỷ", "nghìn", "đồng", "đồng/kg", "người", "hộ", "xã", "lần", "điện thoại",
    "đường", "km", "kg", "m2", "ha", "m", "giờ", "h", "phút", "USD", "độ C", "tr",
    "Nghị định", "Quyết định", "QĐ", "NĐ-CP", "UBND", "QH15", "TTg", "TW", "Km", "QL",
    "BTC", "H.", "P.", "TP.", "Q.", "A", "B", "C", "g", "K", "T", "k", "p", "đ", "d",
    "II", "IV", "XVI", "V", "L", "XQZ", "Grobulak", "Hà Nội", "Sơn La", "Nguyễn Thị",
    "COVID", "iPhone", "ASEAN", "H'Mông", "Nam", "nữ", "www", "com", "vn", "s's",
};
/* clang-format on */

static void add_number(struct buf *out, uint64_t *state)
{
    for (const char *shape = numbers[pick(state, COUNT(numbers))]; *shape;
         shape++)
        buf_char(out, *shape == '#' ? (char)('0' + pick(state, 10)) : *shape);
}

static void add_token(struct buf *out, const struct lexicon *lexicon,
                      uint64_t *state)
{
    const struct wordlist *list = &lexicon->lists[pick(state, WORDS_COUNT)];

    switch (pick(state, 8)) {
    case 0:
    case 1:
        add_number(out, state);
        break;
    case 2:
    case 3:
        buf_add(out, str_from(signs[pick(state, COUNT(signs))]));
        break;
    case 4:
        buf_add(out,
                entry_written(&list->entries[pick(state, list->entry_count)]));
        break;
    default:
        buf_add(out, str_from(words[pick(state, COUNT(words))]));
    }
}

static str make_string(const struct lexicon *lexicon, uint64_t *state,
                       struct arena *mem)
{
    struct buf out = {.mem = mem};
    size_t tokens = 1 + pick(state, MAX_TOKENS);

    for (size_t i = 0; i < tokens; i++) {
        add_token(&out, lexicon, state);
        if (pick(state, 2) == 0)
            buf_char(&out, ' ');
    }
    return buf_str(&out);
}

/* ---- what must hold ------------------------------------------------------ */

static bool has_legal_syllables(const struct script *script, struct arena mem)
{
    for (size_t i = 0; i < script->sentence_count; i++)
        for (size_t j = 0; j < script->sentences[i].word_count; j++) {
            const struct word *word = &script->sentences[i].words[j];
            struct arena tmp = mem;

            if (!spoken_is_text(spoken_lower(word->spoken, &tmp)))
                return false;
        }
    return true;
}

static str spoken_of(str text, const struct lexicon *lexicon, struct arena *mem)
{
    static const struct script_options options = {.respelled = true};

    return script_line(text, lexicon, &options, mem);
}

/* The end of the word or number that begins at `start`. */
static size_t run_end(str text, size_t start, bool digits)
{
    str rest = str_skip(text, start);

    while (rest.len > 0) {
        int32_t code = utf8_peek(rest);

        if (digits ? !utf8_is_digit(code) : !utf8_is_letter(code))
            break;
        utf8_next(&rest);
    }
    return text.len - rest.len;
}

/* The text with another digit at the end of the number, or another word. */
static str exchange(str text, size_t start, size_t end, struct arena *mem)
{
    struct buf out = {.mem = mem};
    char last = text.s[end - 1];

    buf_add(&out, str_slice(text, 0, start));
    if (utf8_is_digit(last)) {
        buf_add(&out, str_slice(text, start, end - 1));
        buf_char(&out, (char)('0' + (last - '0' + 3) % 10));
    } else {
        buf_add(&out, STR("quỳnh"));
    }
    buf_add(&out, str_skip(text, end));
    return buf_str(&out);
}

/* What is heard depends on every word and number that is written. */
static bool all_are_heard(str text, str spoken, const struct lexicon *lexicon,
                          struct arena mem)
{
    size_t at = 0;

    while (at < text.len) {
        str rest = str_skip(text, at);
        bool digit = utf8_is_digit(utf8_peek(rest));
        size_t end = run_end(text, at, digit);
        struct arena tmp = mem;

        if (end > at) {
            str other = exchange(text, at, end, &tmp);

            if (str_eq(spoken_of(other, lexicon, &tmp), spoken)) {
                print_error("\"%.*s\" is not heard\n",
                            STR_ARGS(str_slice(text, at, end)));
                return false;
            }
            at = end;
        } else {
            utf8_next(&rest);
            at = text.len - rest.len;
        }
    }
    return true;
}

static bool holds(str text, const struct lexicon *lexicon, struct arena mem)
{
    static const struct script_options options = {0};
    struct block block = {.role = ROLE_BODY, .text = text};
    struct article article = {.blocks = &block, .block_count = 1};
    struct script script = {0};
    struct error err = {0};
    str spoken = spoken_of(text, lexicon, &mem);

    if (!str_eq(spoken, spoken_of(text, lexicon, &mem)))
        return false;
    if (!script_write(&script, &article, lexicon, &options, &mem, &err))
        return err.code == ERROR_INPUT;
    return has_legal_syllables(&script, mem) &&
           (script.skip_count > 0 || all_are_heard(text, spoken, lexicon, mem));
}

static void test_strings(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct lexicon shipped = {0}, lexicon;
    struct wordlist own = {.file = "own"};
    struct error err = {0};
    uint64_t random = seed;
    size_t wrong = 0;

    if (!lexicon_load(&shipped, "voices/vi", NULL, 0, &mem, &err))
        fail_msg("%s", err.message);
    wordlist_read(&own, STR(OWN_WORDS), NULL, &mem);
    lexicon_lay(&lexicon, &shipped, &own, &mem);
    for (size_t i = 0; i < string_count; i++) {
        struct arena tmp = mem;
        str text = utf8_clean(make_string(&lexicon, &random, &tmp), &tmp);

        if (!holds(text, &lexicon, tmp)) {
            print_error("    in \"%.*s\"\n", STR_ARGS(text));
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
}

/* What most shapes run past the end of: a sign or two, with nothing around. */
static void test_signs(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    static const char *const others[] = {"", "1", "A", "à"};
    struct lexicon lexicon = {0};
    struct error err = {0};
    size_t wrong = 0;

    if (!lexicon_load(&lexicon, "voices/vi", NULL, 0, &mem, &err))
        fail_msg("%s", err.message);
    for (size_t i = 0; i < COUNT(signs) * (COUNT(signs) + COUNT(others)); i++) {
        struct arena tmp = mem;
        struct buf text = {.mem = &tmp};
        size_t second = i / COUNT(signs);

        buf_add(&text, str_from(signs[i % COUNT(signs)]));
        buf_add(&text, str_from(second < COUNT(signs)
                                    ? signs[second]
                                    : others[second - COUNT(signs)]));
        if (!holds(buf_str(&text), &lexicon, tmp)) {
            print_error("    in \"%.*s\"\n", STR_ARGS(buf_str(&text)));
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_signs),
        cmocka_unit_test(test_strings),
    };

    if (argc > 1)
        seed = string_count = strtoul(argv[1], NULL, 10);
    if (argc > 2)
        seed = strtoull(argv[2], NULL, 10);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
