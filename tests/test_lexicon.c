/* The word lists: the shipped ones are whole, entries are found and chosen,
 * bad lines are refused by name. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/utf8.h"
#include "words/lexicon.h"
#include "words/spoken.h"

#define WORDS_FOLDER "voices/vi"

static struct lexicon load(const char *const *overlays, size_t count,
                           struct arena *mem)
{
    struct lexicon lexicon = {0};
    struct error err = {0};

    if (!lexicon_load(&lexicon, WORDS_FOLDER, overlays, count, mem, &err))
        fail_msg("%s", err.message);
    return lexicon;
}

/* A user's list with this text, removed with the block it stands in. */
struct overlay {
    char path[32];
};

static struct overlay overlay_with(const char *text)
{
    struct overlay overlay = {"/tmp/baonoi-words-XXXXXX"};
    int fd = mkstemp(overlay.path);

    assert_true(fd >= 0);
    assert_int_equal(write(fd, text, strlen(text)), strlen(text));
    close(fd);
    return overlay;
}

static void overlay_remove(struct overlay *overlay)
{
    unlink(overlay->path);
}

#define OVERLAY(name, text)                                                    \
    __attribute__((cleanup(overlay_remove))) struct overlay name =             \
        overlay_with(text);                                                    \
    const char *const name##_path[] = {name.path}

/* Runs of letters and digits. */
static size_t count_words(str text)
{
    size_t count = 0;
    bool inside = false;

    while (text.len > 0) {
        int32_t code = utf8_next(&text);
        bool sounds = utf8_is_letter(code) || utf8_is_digit(code);

        if (code == '\'' || code == 0x2019)
            continue;
        count += sounds && !inside;
        inside = sounds;
    }
    return count;
}

/* Each entry that is spoken, with the place that it stands in. */
static void check_shipped(bool (*is_good)(const struct entry *entry))
{
    TEST_ARENA(mem);
    struct lexicon lexicon = load(NULL, 0, &mem);

    for (size_t i = 0; i < WORDS_CLASSES; i++) {
        const struct wordlist *list = &lexicon.lists[i];

        for (size_t e = 0; e < list->entry_count; e++) {
            char row[128];

            snprintf(row, sizeof row, "%s:%u", list->file,
                     (unsigned)list->entries[e].line);
            check_true(row, is_good(&list->entries[e]));
        }
    }
}

static bool is_legal(const struct entry *entry)
{
    return spoken_is_text(entry_spoken(entry));
}

static void test_every_shipped_syllable_is_legal(void **state)
{
    (void)state;
    check_shipped(is_legal);
}

/* However a line is read, its key is that of its written form. */
static bool has_key(const struct entry *entry)
{
    return entry->hash ==
           key_of((enum word_list)entry->list, entry_written(entry), NULL).hash;
}

static void test_keys_are_those_of_the_written_forms(void **state)
{
    (void)state;
    check_shipped(has_key);
}

/* However a line is read, its beginnings lead to it. */
static void test_every_shipped_entry_is_found_whole(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct lexicon lexicon = load(NULL, 0, &mem);

    for (enum word_list list = 0; list < WORDS_COUNT; list++)
        for (size_t i = 0; i < lexicon.lists[list].entry_count; i++) {
            const struct entry *entry = &lexicon.lists[list].entries[i];
            str head = {0};

            assert_ptr_equal(
                lexicon_longest(&lexicon, list, entry_written(entry), &head),
                entry);
            assert_int_equal(head.len, entry_written(entry).len);
        }
}

/* Nothing is said that is no syllable, whatever stands around it. */
static void test_known_syllables(void **state)
{
    (void)state;
    const struct {
        str text;
        int bytes; /* that may be said, or -1 */
    } cases[] = {
        {STR("ba"), 2},
        {STR("ba bốn\tx"), 8},
        {STR("trường nghiếng\n"), 19},
        {STR("ba bốn ba bốn"), 17},
        {STR("nghiêng[[tS'E3p]]"), -1},
        {STR("[[tS'E3p]] ba"), 13},
        {STR("[[_b'o@3N]] [[_b'o@3N]]"), 23},
        {STR("ba\0bốn"), 2},
        {STR("ba fan"), -1},
        {STR("ba  ba"), -1},
        {STR("ba ba "), -1},
        {STR("ba\x7F"), -1},
        {STR("ba\xFF"), -1},
        {STR("nghiêngg nghiêng"), -1},
        {STR("nghiêngnghiêngnghiêng"), -1},
        {STR(""), -1},
    };
    struct known known = {0};

    for (size_t i = 0; i < 4 * sizeof cases / sizeof cases[0]; i++) {
        size_t row = i / 4;
        const char *start = cases[row].text.s;
        const char *end = known_end(i % 2 ? &known : NULL, start,
                                    start + cases[row].text.len);

        assert_int_equal(end ? end - start : -1, cases[row].bytes);
    }
}

/* Byte order marks before a written form, as many as there are, are no part of
 * it. */
static void test_marks_are_dropped(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct wordlist list = {.file = "own"};

    wordlist_read(&list, STR("\uFEFF \uFEFFABC\tanh\n\uFEFFXYZ\tem\n"), NULL,
                  &mem);
    assert_int_equal(list.entry_count, 2);
    check_str("first", entry_written(&list.entries[0]), STR("ABC"));
    check_str("second", entry_written(&list.entries[1]), STR("XYZ"));
}

static bool is_whole(const struct entry *entry)
{
    return count_words(entry_written(entry)) <=
           count_words(entry_spoken(entry));
}

/* A word of the written form that is left out would vanish in silence. */
static void test_no_shipped_word_is_dropped(void **state)
{
    (void)state;
    check_shipped(is_whole);
}

static void test_find(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct lexicon lexicon = load(NULL, 0, &mem);
    static const struct {
        enum word_list list;
        const char *written, *spoken;
    } cases[] = {
        {WORDS_ABBREVIATIONS, "UBND", "ủy ban nhân dân"},
        {WORDS_ABBREVIATIONS, "ubnd", NULL},
        {WORDS_ABBREVIATIONS, "UBN", NULL},
        {WORDS_ABBREVIATIONS, "", NULL},
        {WORDS_UNITS, "km²", "ki lô mét vuông"},
        {WORDS_UNITS, "MW", "mê ga oát"},
        {WORDS_UNITS, "mW", "mi li oát"},
        {WORDS_CURRENCIES, "usd", "đô la mỹ"},
        {WORDS_CURRENCIES, "€", "ơ rô"},
        {WORDS_SYMBOLS, "&", "và"},
        {WORDS_SYMBOLS, "#", "thăng"},
        {WORDS_LETTERS, "W", "vê kép"},
        {WORDS_LETTERS, "Đ", "đê"},
        {WORDS_DOCUMENTS, "nđ", "nghị định"},
        {WORDS_ISSUERS, "TTg", "thủ tướng"},
        {WORDS_ISSUERS, "BGD&ĐT", "bộ giáo dục và đào tạo"},
        {WORDS_FOREIGN, "asean", "a xê an"},
        {WORDS_PEOPLES, "ĐẮK", "đắc"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct entry *entry =
            lexicon_find(&lexicon, cases[i].list, str_from(cases[i].written));

        check_true(cases[i].written, (entry != NULL) == (cases[i].spoken != 0));
        if (entry)
            check_str(cases[i].written, entry_spoken(entry),
                      str_from(cases[i].spoken));
    }
}

static void test_longest(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct lexicon lexicon = load(NULL, 0, &mem);
    static const struct {
        enum word_list list;
        const char *text, *head; /* NULL where nothing is found */
    } cases[] = {
        {WORDS_ABBREVIATIONS, "TP. HCM hôm nay", "TP. HCM"},
        {WORDS_ABBREVIATIONS, "TP.\xC2\xA0HCM", "TP.\xC2\xA0HCM"},
        {WORDS_ABBREVIATIONS, "TP. Vinh", "TP."},
        {WORDS_ABBREVIATIONS, "LĐ-TB&XH tỉnh", "LĐ-TB&XH"},
        {WORDS_ABBREVIATIONS, "UBNDx", NULL},
        {WORDS_ABBREVIATIONS, "P.5", "P."},
        {WORDS_UNITS, "km/h.", "km/h"},
        {WORDS_UNITS, "km/", "km"},
        {WORDS_UNITS, "kmx", NULL},
        {WORDS_UNITS, "", NULL},
        {WORDS_FOREIGN, "Asean-2026", "Asean"},
        {WORDS_FOREIGN, "a\xFF\xFE", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        str head = {0};
        const struct entry *entry = lexicon_longest(
            &lexicon, cases[i].list, str_from(cases[i].text), &head);

        check_true(cases[i].text, (entry != NULL) == (cases[i].head != NULL));
        if (entry)
            check_str(cases[i].text, head, str_from(cases[i].head));
    }
}

static void test_the_nearest_clue_chooses(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct lexicon lexicon = load(NULL, 0, &mem);
    static const struct {
        const char *before, *written, *after, *spoken;
    } cases[] = {
        {"", "BTC", "", "ban tổ chức"},
        {"Thông tư của ", "BTC", " về thuế thu nhập", "bộ tài chính"},
        {"Sau thông tư về thuế mới, ", "BTC", " giải cho biết", "ban tổ chức"},
        {"nữ ", "BTV", " của chương trình", "biên tập viên"},
        {"Ủy viên ", "BTV", " Tỉnh ủy", "ban thường vụ"},
        {"sống ở ", "Q.", " 5", "quận"},
        {"chị ", "Q.", " kể lại", "quy"},
        {"", "CA", " SĨ TRẺ", "ca"},
        {"THUẾ:", "BTC", "", "bộ tài chính"},
        {"thuếbtc", "BTC", "\xFF thuếx", "ban tổ chức"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct entry *entry = lexicon_find(&lexicon, WORDS_ABBREVIATIONS,
                                                 str_from(cases[i].written));
        str clue;

        assert_non_null(entry);
        check_str(cases[i].before,
                  lexicon_choose(entry, str_from(cases[i].before),
                                 str_from(cases[i].after), &clue, mem),
                  str_from(cases[i].spoken));
    }
}

static void test_overlays_win(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    OVERLAY(mine, "km\tcây số\nUBND\tủy ban\r\n\n# lời bàn\nXYZ\tdự án mới\n");
    struct lexicon lexicon = load(mine_path, 1, &mem);
    static const struct {
        enum word_list list;
        const char *written, *spoken;
    } cases[] = {
        {WORDS_UNITS, "km", "cây số"},
        {WORDS_ABBREVIATIONS, "UBND", "ủy ban"},
        {WORDS_ISSUERS, "UBND", "ủy ban"},
        {WORDS_ABBREVIATIONS, "XYZ", "dự án mới"},
        {WORDS_ABBREVIATIONS, "HĐND", "hội đồng nhân dân"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct entry *entry =
            lexicon_find(&lexicon, cases[i].list, str_from(cases[i].written));

        assert_non_null(entry);
        check_str(cases[i].written, entry_spoken(entry),
                  str_from(cases[i].spoken));
    }
    assert_null(lexicon_find(&lexicon, WORDS_UNITS, STR("XYZ")));
}

/* The name of a list stays one: it is found in any case, and shown as it is
 * written. */
static void test_overlays_of_names(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    OVERLAY(mine, "Asean\tba bốn\nXYZ\t[[S'a1]] [[z'u:6]] ba\n");
    struct lexicon lexicon = {0};
    struct error err = {0};
    OVERLAY(good, "Asean\tba bốn\nXYZ\t[[S'a:1]] [[z'u6]] ba\n");

    assert_false(
        lexicon_load(&lexicon, WORDS_FOLDER, mine_path, 1, &mem, &err));
    lexicon = load(good_path, 1, &mem);
    check_str("ASEAN",
              entry_spoken(lexicon_find(&lexicon, WORDS_FOREIGN, STR("ASEAN"))),
              STR("ba bốn"));
    assert_null(lexicon_find(&lexicon, WORDS_ABBREVIATIONS, STR("Asean")));
    check_str(
        "XYZ",
        entry_spoken(lexicon_find(&lexicon, WORDS_ABBREVIATIONS, STR("XYZ"))),
        STR("[[S'a:1]] [[z'u6]] ba"));
}

static void test_bad_lines_are_refused(void **state)
{
    (void)state;
    static const struct {
        const char *text, *message; /* after the name of the file */
    } cases[] = {
        {"A\tba\nXYZ\n", ":2: \"XYZ\" has no tab and spoken form"},
        {"XYZ\t\n", ":1: \"XYZ\" has no spoken form"},
        {"# a\n\nXYZ\tba fan\n",
         ":3: \"fan\" is no Vietnamese syllable in lower case"},
        {"XYZ\tBa\n", ":1: \"Ba\" is no Vietnamese syllable in lower case"},
        {"XYZ\tba\tbốn năm\n", ":1: \"bốn năm\" has no clues after a colon"},
        {"XYZ\tba\tfour: bốn\n",
         ":1: \"four\" is no Vietnamese syllable in lower case"},
        {"\tba\n", ":1: \"\" is no written form: empty, or too long"},
        {"A\tba\tbốn: x\tthêm\n",
         ":1: \"thêm\" is a fourth column: there are three at the most"},
        {"A\t\xE1\xBA\n", ":1: \"A\t\uFFFD\uFFFD\" is not UTF-8"},
        {"A\t[[ba\n",
         ":1: \"[[ba\" is no single syllable in espeak's phonemes"},
        {" #A\tba\n", ":1: \"#A\" begins as a comment does"},
        {"A\tba\rB\tba\r\nC\n", ":3: \"C\" has no tab and spoken form"},
        {"A\tba\r\rC\r\n\n", ":3: \"C\" has no tab and spoken form"},
        {"A\n\nB\nC\tba\nD\n",
         ":1: \"A\" has no tab and spoken form; baonoi lexicon check lists 2 "
         "more"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TEST_ARENA(mem);
        OVERLAY(mine, cases[i].text);
        struct lexicon lexicon = {0};
        struct error err = {0};
        str message;

        assert_false(
            lexicon_load(&lexicon, WORDS_FOLDER, mine_path, 1, &mem, &err));
        assert_int_equal(err.code, ERROR_INPUT);
        message = str_from(err.message);
        check_true(cases[i].text, str_starts(message, str_from(mine.path)));
        check_str(cases[i].text, str_skip(message, strlen(mine.path)),
                  str_from(cases[i].message));
        assert_null(lexicon.lists);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_shipped_syllable_is_legal),
        cmocka_unit_test(test_keys_are_those_of_the_written_forms),
        cmocka_unit_test(test_every_shipped_entry_is_found_whole),
        cmocka_unit_test(test_known_syllables),
        cmocka_unit_test(test_marks_are_dropped),
        cmocka_unit_test(test_no_shipped_word_is_dropped),
        cmocka_unit_test(test_find),
        cmocka_unit_test(test_longest),
        cmocka_unit_test(test_the_nearest_clue_chooses),
        cmocka_unit_test(test_overlays_win),
        cmocka_unit_test(test_overlays_of_names),
        cmocka_unit_test(test_bad_lines_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
