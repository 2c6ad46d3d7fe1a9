/* What every unit test needs: an arena, and checks that print their row. */
#ifndef BAONOI_TESTS_CHECK_H
#define BAONOI_TESTS_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/str.h"

#define TEST_ARENA_BYTES ((size_t)256 << 20)

/* An arena that goes with the block it stands in. */
#define TEST_ARENA(name)                                                       \
    __attribute__((cleanup(arena_release))) struct arena name##_whole =        \
        arena_reserve(TEST_ARENA_BYTES);                                       \
    struct arena name = name##_whole

#define check_str(row, got, want)                                              \
    check_str_at(row, got, want, __FILE__, __LINE__)

static inline void check_str_at(const char *row, str got, str want,
                                const char *file, int line)
{
    if (str_eq(got, want))
        return;
    print_error("%s:%d: row \"%s\"\n    got  \"%.*s\"\n    want \"%.*s\"\n",
                file, line, row, STR_ARGS(got), STR_ARGS(want));
    fail();
}

#define check_true(row, condition)                                             \
    do {                                                                       \
        if (!(condition)) {                                                    \
            print_error("%s:%d: row \"%s\": %s\n", __FILE__, __LINE__, row,    \
                        #condition);                                           \
            fail();                                                            \
        }                                                                      \
    } while (0)

#endif
