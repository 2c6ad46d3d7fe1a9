/* That what lies in a depot stays as it is, and costs no memory; above all a
 * long script. */
#include "check.h"

#include <stdio.h>
#include <unistd.h>

#include "base/depot.h"
#include "reading/script.h"
#include "speech/delivery.h"
#include "words/lexicon.h"

#define LISTS "voices/vi"
#define NUMBERS ((size_t)1 << 19)
#define FAR 128000     /* from one to another, a megabyte */
#define SENTENCES 6000 /* three hours of them */

static size_t resident_bytes(void)
{
    FILE *file = fopen("/proc/self/statm", "r");
    unsigned long whole, resident;

    assert_non_null(file);
    assert_int_equal(fscanf(file, "%lu %lu", &whole, &resident), 2);
    fclose(file);
    return resident * (size_t)sysconf(_SC_PAGESIZE);
}

static void test_numbers(void **state)
{
    struct error err = {0};
    struct depot depot;
    uint64_t *numbers;
    size_t before;
    char *start;

    TEST_ARENA(mem);
    (void)state;
    depot_begin(&depot, &mem);
    start = mem.next;
    numbers = ARENA_ARRAY(&mem, uint64_t, NUMBERS);
    for (size_t i = 0; i < NUMBERS; i++)
        numbers[i] = i;
    before = resident_bytes();
    if (!depot_put(&depot, &mem, &err))
        fail_msg("%s", err.message);
    depot_rest(&depot);
    assert_true(before - resident_bytes() > NUMBERS * sizeof *numbers / 2);
    for (size_t i = 0; i < NUMBERS; i += 1000)
        assert_int_equal(numbers[i]++, i);
    depot_rest(&depot);
    before = resident_bytes();
    for (size_t i = 0; i < NUMBERS; i += FAR) /* brings a few, and no more */
        assert_int_equal(numbers[i], i + 1);
    assert_true(resident_bytes() < before + NUMBERS * sizeof *numbers / 2);
    for (size_t i = 0; i < NUMBERS; i += 1000)
        assert_int_equal(numbers[i], i + 1);
    depot_end(&depot);
    mem.next = start;
    assert_int_equal(ARENA_ARRAY(&mem, uint64_t, NUMBERS)[1000], 0);
}

/* The paragraphs of an article that says nothing twice. */
static str long_text(size_t number, struct arena *mem)
{
    struct buf text = {.mem = mem};

    buf_format(&text,
               "Tin số %zu: bà con bản Nà Lếch đã sửa xong %zu km đường vào "
               "xã Khe Mương, sớm hơn kế hoạch %zu ngày.",
               number, number % 97 + 2, number % 31 + 2);
    return buf_str(&text);
}

static struct article long_article(struct arena *mem)
{
    struct article article = {.blocks =
                                  ARENA_ARRAY(mem, struct block, SENTENCES),
                              .block_count = SENTENCES};

    for (size_t i = 0; i < SENTENCES; i++)
        article.blocks[i] =
            (struct block){.role = ROLE_BODY, .text = long_text(i, mem)};
    return article;
}

static void test_script(void **state)
{
    struct depot depot;
    struct script_options options = {.chapters = CHAPTERS_NONE,
                                     .depot = &depot};
    struct error err = {0};
    struct lexicon lexicon;
    struct article article;
    struct script script;
    size_t before, most = 0;
    char *start;

    TEST_ARENA(mem);
    (void)state;
    if (!lexicon_load(&lexicon, LISTS, NULL, 0, &mem, &err))
        fail_msg("%s", err.message);
    article = long_article(&mem);
    before = resident_bytes();
    depot_begin(&depot, &mem);
    start = mem.next;
    if (!script_write(&script, &article, &lexicon, &options, &mem, &err))
        fail_msg("%s", err.message);
    delivery_plan(&script, &article, mem);
    assert_int_equal(script.sentence_count, SENTENCES);
    for (size_t i = 0; i < SENTENCES; i++) {
        const struct sentence *sentence = script_sentence(&script, i);

        check_str("first", sentence->words[0].spoken, STR("Tin"));
        if (resident_bytes() > most)
            most = resident_bytes();
    }
    print_message("# %zu KB of script, %zu KB of memory\n",
                  (size_t)(mem.next - start) / 1024, (most - before) / 1024);
#ifndef __SANITIZE_ADDRESS__ /* which takes memory of its own */
    assert_true(most - before < (size_t)(mem.next - start) / 2);
#endif
    depot_end(&depot);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_script),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
