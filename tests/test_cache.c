/* The take cache: what was kept is found, what is damaged is not. */
#include "check.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/io.h"
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

/* Larger than what is copied at a time, and no whole number of words. */
#define MESSAGE_BYTES 1001
#define LONG_BYTES 200003

/* A message of `size` bytes that tells of its number. */
static str message_of(int number, size_t size, struct arena *mem)
{
    char *bytes = ARENA_ARRAY(mem, char, size);

    for (size_t i = 0; i < size; i++)
        bytes[i] = (char)(number + (int)i);
    return (str){bytes, size};
}

static void keep(const struct cache *store, int number, size_t size,
                 struct arena mem)
{
    struct error err;
    struct hash key = hash_of((str){(char *)&number, sizeof number});
    int file = io_spool("/tmp", &err);

    assert_true(io_write_at(file, message_of(number, size, &mem).s, size, 0));
    cache_keep(store, &key, file, (int64_t)size, mem);
    close(file);
}

/* Whether an entry is found, and it is what was kept, at its place. */
static bool find(const struct cache *store, int number, size_t size,
                 struct arena mem)
{
    struct error err;
    struct hash key = hash_of((str){(char *)&number, sizeof number});
    int file = io_spool("/tmp", &err);
    char *bytes = ARENA_ARRAY(&mem, char, size);
    int64_t found = 0;
    bool ok = cache_find(&found, store, &key, file, 5, mem);

    if (ok) {
        assert_int_equal(found, size);
        assert_true(io_read_at(file, bytes, size, 5));
        assert_true(str_eq((str){bytes, size}, message_of(number, size, &mem)));
        assert_true(cache_has(store, &key, mem));
    }
    close(file);
    return ok;
}

static void test_kept_is_found(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct cache store = cache();

    assert_false(find(&store, 1, MESSAGE_BYTES, mem));
    keep(&store, 1, MESSAGE_BYTES, mem);
    assert_true(find(&store, 1, MESSAGE_BYTES, mem));
    assert_false(find(&store, 2, MESSAGE_BYTES, mem));
    keep(&store, 2, LONG_BYTES, mem);
    assert_true(find(&store, 2, LONG_BYTES, mem));
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

        keep(&store, 1, MESSAGE_BYTES, mem);
        assert_int_equal(for_each_file(deeds[i]), 1);
        assert_false(find(&store, 1, MESSAGE_BYTES, mem));
        keep(&store, 1, MESSAGE_BYTES, mem);
        assert_true(find(&store, 1, MESSAGE_BYTES, mem));
        for_each_file(drop);
    }
}

static void test_trim_keeps_what_was_used_last(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct cache store = cache();

    for (int i = 0; i < 20; i++) {
        keep(&store, i, MESSAGE_BYTES, mem);
        usleep(2000); /* files of one moment have no order */
    }
    for (int i = 0; i < 3; i++)
        assert_true(find(&store, i, MESSAGE_BYTES, mem));
    cache_trim(&store, mem);
    assert_int_equal(for_each_file(NULL),
                     LIMIT_BYTES / (MESSAGE_BYTES + HASH_BYTES));
    for (int i = 0; i < 20; i++) {
        bool last = i < 3 || i >= 14;

        assert_int_equal(find(&store, i, MESSAGE_BYTES, mem), last);
    }
    for_each_file(drop);
}

static void test_no_folder_keeps_nothing(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    struct cache none = {0}, denied = {"/proc/nowhere", LIMIT_BYTES};

    keep(&none, 1, 1, mem);
    assert_false(find(&none, 1, 1, mem));
    cache_trim(&none, mem);
    keep(&denied, 1, 1, mem);
    assert_false(find(&denied, 1, 1, mem));
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
