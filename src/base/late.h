/* Libraries that are loaded when they are first wanted. Most runs read no web
 * page and write no archive; with what those libraries need in turn, ICU and
 * OpenSSL among them, the program would take four times as long to start.
 *
 *     #define CALLS(f) f(zip_open) f(zip_close)
 *     LATE_LIBRARY(zip_calls, LATE_ZIP, CALLS)
 *     ...
 *     struct zip_calls lib;
 *     if (!zip_calls_load(&lib, path, err))
 *         return false;
 *     zip = lib.zip_open(...)
 *
 * A library's name, LATE_*, is that of the one which the program was built
 * with: the Makefile has it. */
#ifndef BAONOI_BASE_LATE_H
#define BAONOI_BASE_LATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

/* Gives the functions of these names; they stay. ERROR_INTERNAL says what is
 * missing, and before it `what`, the file or the format that needs it. */
bool late_load(void (**calls)(void), const char *library,
               const char *const *names, size_t count, const char *what,
               struct error *err);

#define LATE_POINTER(name) __typeof__(name) *name;
#define LATE_NAME(name) #name,

/* `struct calls`, pointers to the functions of the list, and calls_load. */
#define LATE_LIBRARY(calls, library, list)                                     \
    struct calls {                                                             \
        list(LATE_POINTER)                                                     \
    };                                                                         \
    _Static_assert(sizeof library > 1, "no shared library was found");         \
    static bool calls##_load(struct calls *to, const char *what,               \
                             struct error *err)                                \
    {                                                                          \
        static const char *const names[] = {list(LATE_NAME)};                  \
        return late_load((void (**)(void))(void *)to, library, names,          \
                         sizeof names / sizeof names[0], what, err);           \
    }

#endif
