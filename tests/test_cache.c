/* The take cache: what was kept is found, what is damaged is not. */
#include "check.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sound/cache.h"

#define LIMIT_BYTES 10000

static char folder[] = "/tmp/cache-XXXXXX";

/* Files seen on the last walk, and what to do to each. */
static size_t file_count;
static void (*deed)(const char *path);

static int visit(const char *path, const struct stat *info, int kind,
                 struct FTW *where)
{
    (void)info;
    (void)where;
    if (kind == FTW_F) {
        file_count++;
        if (deed)
            deed(path);
    }
    return 0;
}

static size_t for_each_file(void (*what)(const char *path))
{
    file_count = 0;
    deed = what;
    nftw(folder, visit, 8, FTW_DEPTH | FTW_PHYS);
    return file_count;
}

static void drop(const char *path)
{
    unlink(path);
}

static void flip(const char *path)
{
    int fd = open(path, O_RDWR);
    char byte;

    assert_int_equal(pread(fd, &byte, 1, 100), 1);
    byte ^= 1;
    assert_int_equal(pwrite(fd, &byte, 1, 100), 1);
    close(fd);
}

static void shorten(const char *path)
{
    assert_int_equal(truncate(path, 50), 0);
}

static void empty(const char *path)
{
    assert_int_equal(truncate(path, 0), 0);
}

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
    char command[64];

    (void)state;
    snprintf(command, sizeof command, "rm -rf %s", folder);
    return system(command);
}

static struct cache cache(void)
{
    return (struct cache){folder, LIMIT_BYTES};
}

/* A message of `size` bytes that tells of its number. */
static str message_of(int number, size_t size, struct arena *mem)
{
    char *bytes = ARENA_ARRAY(mem, char, size);

    for (size_t i = 0; i < size; i++)
        bytes[i] = (char)(number + (int)i);
    return (str){bytes, size};
}

static struct hash key_of(int number)
{
    return hash_of((str){(char *)&number, sizeof number});
}

static void test_kept_is_found(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct cache store = cache();
    struct hash one = key_of(1), two = key_of(2);
    str found = {0};

    assert_false(cache_find(&found, &store, &one, &mem));
    cache_keep(&store, &one, message_of(1, 1000, &mem), mem);
    assert_true(cache_find(&found, &store, &one, &mem));
    assert_true(str_eq(found, message_of(1, 1000, &mem)));
    assert_false(cache_find(&found, &store, &two, &mem));
    for_each_file(drop);
}

static void test_damaged_is_missing(void **state)
{
    (void)state;
    static void (*const deeds[])(const char *path) = {flip, shorten, empty,
                                                      drop};
    for (size_t i = 0; i < sizeof deeds / sizeof deeds[0]; i++) {
        TEST_ARENA(mem);
        struct cache store = cache();
        struct hash key = key_of(1);
        str found = {0};

        cache_keep(&store, &key, message_of(1, 1000, &mem), mem);
        assert_int_equal(for_each_file(deeds[i]), 1);
        assert_false(cache_find(&found, &store, &key, &mem));
        cache_keep(&store, &key, message_of(1, 1000, &mem), mem);
        assert_true(cache_find(&found, &store, &key, &mem));
        for_each_file(drop);
    }
}

static void test_trim_keeps_what_was_used_last(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct cache store = cache();
    str found;

    for (int i = 0; i < 20; i++) {
        struct hash key = key_of(i);

        cache_keep(&store, &key, message_of(i, 1000, &mem), mem);
        usleep(2000); /* files of one moment have no order */
    }
    for (int i = 0; i < 3; i++) {
        struct hash key = key_of(i);

        assert_true(cache_find(&found, &store, &key, &mem));
    }
    cache_trim(&store, mem);
    assert_int_equal(for_each_file(NULL), LIMIT_BYTES / (1000 + HASH_BYTES));
    for (int i = 0; i < 20; i++) {
        struct hash key = key_of(i);
        bool last = i < 3 || i >= 14;

        assert_int_equal(cache_find(&found, &store, &key, &mem), last);
    }
    for_each_file(drop);
}

static void test_no_folder_keeps_nothing(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct cache none = {0}, denied = {"/proc/nowhere", LIMIT_BYTES};
    struct hash key = key_of(1);
    str found;

    cache_keep(&none, &key, STR("x"), mem);
    assert_false(cache_find(&found, &none, &key, &mem));
    cache_trim(&none, mem);
    cache_keep(&denied, &key, STR("x"), mem);
    assert_false(cache_find(&found, &denied, &key, &mem));
    cache_trim(&denied, mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kept_is_found),
        cmocka_unit_test(test_damaged_is_missing),
        cmocka_unit_test(test_trim_keeps_what_was_used_last),
        cmocka_unit_test(test_no_folder_keeps_nothing),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
