/* The command line: options by their table, names from titles. */
#include "check.h"

#include "cli/parse.h"
#include "cli/preset.h"
#include "run/plan.h"

#define WORDS_MOST 8

/* The words of a command line, parted by blanks. */
static bool parse(struct options *options, const char *line, struct arena *mem,
                  struct error *err)
{
    char *words[WORDS_MOST + 1] = {NULL};
    str rest = str_from(line);
    int count = 0;

    while (rest.len > 0)
        words[count++] = str_zero(str_cut(rest, ' ', &rest), mem);
    return parse_arguments(options, count, words, mem, err);
}

static void test_a_line_without_options(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct options options;
    struct error err;

    assert_true(parse(&options, "baonoi a.txt", &mem, &err));
    check_str("command", str_from(options.command->name), STR("make"));
    check_str("voice", str_from(options.voice), STR("nam-bac"));
    assert_true(options.loudness_lufs == -19);
    assert_true(options.true_peak_dbtp == -1.5);
    assert_int_equal(options.operands.count, 1);
    assert_int_equal(options.lexicons.count, 0);
    assert_null(options.output);
}

static void test_the_command_is_the_first_operand(void **state)
{
    (void)state;
    static const struct {
        const char *line, *command;
        size_t operands;
    } cases[] = {
        {"baonoi make a", "make", 1},      {"baonoi a make", "make", 2},
        {"baonoi text a", "text", 1},      {"baonoi -q text a", "text", 1},
        {"baonoi -- text", "make", 1},     {"baonoi ./text", "make", 1},
        {"baonoi voices -q", "voices", 0}, {"baonoi -", "make", 1},
        {"baonoi make make", "make", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TEST_ARENA(mem);
        struct options options;
        struct error err;

        check_true(cases[i].line, parse(&options, cases[i].line, &mem, &err));
        check_str(cases[i].line, str_from(options.command->name),
                  str_from(cases[i].command));
        check_true(cases[i].line, options.operands.count == cases[i].operands);
    }
}

static void test_ways_to_give_a_value(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "baonoi a -o out",          "baonoi a -oout",  "baonoi a --output out",
        "baonoi --output=out a",    "baonoi -qoout a", "baonoi -qo out a",
        "baonoi -o first a -o out",
    };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        TEST_ARENA(mem);
        struct options options;
        struct error err;

        check_true(lines[i], parse(&options, lines[i], &mem, &err));
        check_str(lines[i], str_from(options.output), STR("out"));
    }
}

static void test_an_option_given_several_times(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct options options;
    struct error err;

    assert_true(
        parse(&options, "baonoi a --lexicon x --lexicon y", &mem, &err));
    assert_int_equal(options.lexicons.count, 2);
    check_str("first", str_from(options.lexicons.items[0]), STR("x"));
    check_str("second", str_from(options.lexicons.items[1]), STR("y"));
}

static void test_a_use_sets_what_is_not_given(void **state)
{
    (void)state;
    static const struct {
        const char *line, *formats;
        double loudness_lufs;
    } cases[] = {
        {"baonoi --for radio a", "wav,cue", -23},
        {"baonoi --for radio -f mp3 a", "mp3", -23},
        {"baonoi -f mp3 --for radio a", "mp3", -23},
        {"baonoi --for radio --loudness -20 a", "wav,cue", -20},
        {"baonoi --for podcast -f opus --for radio a", "opus", -23},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TEST_ARENA(mem);
        struct options options;
        struct error err;

        check_true(cases[i].line, parse(&options, cases[i].line, &mem, &err));
        check_str(cases[i].line, str_from(options.formats),
                  str_from(cases[i].formats));
        check_true(cases[i].line,
                   options.loudness_lufs == cases[i].loudness_lufs);
    }
}

/* All rows of the table are named, and every value is one of its option. */
static void test_uses_are_whole(void **state)
{
    (void)state;
    for (size_t i = 0; preset_names[i]; i++) {
        const struct preset_value *value = preset_table[i].values;
        TEST_ARENA(mem);
        struct options options;
        struct buf line = {.mem = &mem}, said = {.mem = &mem};
        struct error err;

        check_str(preset_names[i], str_from(preset_table[i].name),
                  str_from(preset_names[i]));
        for (; value < preset_table[i].values + PRESET_VALUES_MAX; value++)
            if (value->option)
                check_true(value->option,
                           table_option(str_from(value->option)) != NULL);
        buf_format(&line, "baonoi --for %s a%c", preset_names[i], '\0');
        check_true(line.s, parse(&options, line.s, &mem, &err));
        preset_options(&said, &preset_table[i]);
        check_true(preset_names[i], strlen(said.s) > 0);
    }
}

static void test_no_arguments_at_all(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    char *none[] = {NULL};
    struct options options;
    struct error err;

    assert_false(parse_arguments(&options, 0, none, &mem, &err));
    assert_int_equal(err.code, ERROR_USAGE);
}

static void test_slug(void **state)
{
    (void)state;
    static const struct {
        const char *title, *slug;
    } cases[] = {
        {"Đường về bản", "duong-ve-ban"},
        {"  \"Ưu tiên\": 12/12 xã!  ", "uu-tien-12-12-xa"},
        {"", ""},
        {"…!?", ""},
        {"日本", ""},
        {"Một hai ba bốn năm sáu bảy tám chín mười mười một mười hai mười ba",
         "mot-hai-ba-bon-nam-sau-bay-tam-chin-muoi-muoi-mot-muoi-hai"},
        {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
         "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        TEST_ARENA(mem);
        struct buf slug = {.mem = &mem};

        plan_slug(&slug, str_from(cases[i].title));
        check_str(cases[i].title, buf_str(&slug), str_from(cases[i].slug));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_line_without_options),
        cmocka_unit_test(test_the_command_is_the_first_operand),
        cmocka_unit_test(test_ways_to_give_a_value),
        cmocka_unit_test(test_an_option_given_several_times),
        cmocka_unit_test(test_a_use_sets_what_is_not_given),
        cmocka_unit_test(test_uses_are_whole),
        cmocka_unit_test(test_no_arguments_at_all),
        cmocka_unit_test(test_slug),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
