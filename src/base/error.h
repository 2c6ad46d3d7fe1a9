/* Why something failed: the exit status it leads to, and one message. */
#ifndef BAONOI_BASE_ERROR_H
#define BAONOI_BASE_ERROR_H

#include <stdbool.h>

/* The exit statuses; `docs/` and --help list them for the user. */
enum error_code {
    ERROR_NONE = 0,
    ERROR_INTERNAL = 1,
    ERROR_USAGE = 2,
    ERROR_INPUT = 3,   /* unreadable, or not an article */
    ERROR_SOME = 4,    /* some of several articles failed */
    ERROR_OUTPUT = 5,  /* not written: disk full, denied */
    ERROR_ENGINE = 6,  /* some sentence could not be spoken */
    ERROR_UNSURE = 8,  /* something unsure, under --strict */
    ERROR_STOPPED = 9, /* by the user: the caller asked for it, no message */
    ERROR_FIT = 10,    /* the text does not fit the length asked for */
};

#define ERROR_MESSAGE_BYTES 512

struct error {
    enum error_code code;
    char message[ERROR_MESSAGE_BYTES];
};

/* Fills `err` and returns false. The message names the thing first, starts in
 * lower case, ends without a full stop; a longer one is cut. */
bool error_set(struct error *err, enum error_code code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
