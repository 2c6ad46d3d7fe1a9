/* baonoi: from the command line to an exit status. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/io.h"
#include "cli/parse.h"
#include "run/stop.h"

/* Where a standard stream is closed, no file that is opened may take its
 * place; to use it is an error. */
static void hold_standard_streams(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0)
            open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

/* What libraries would look for in it: another voice's data. */
static void tame_environment(void)
{
    unsetenv("ESPEAK_DATA_PATH");
}

/* What was printed has really left. */
static bool finish_output(struct error *err)
{
    return (fflush(stdout) == 0 && !ferror(stdout)) || io_not_written("-", err);
}

int main(int argc, char **argv)
{
    struct arena whole, mem;
    struct options options;
    struct error err = {0};

    hold_standard_streams();
    tame_environment();
    stop_begin();
    whole = arena_reserve(ARENA_EDITION_BYTES);
    mem = whole;
    if (!parse_arguments(&options, argc, argv, &mem, &err) ||
        !options.run(&options, &mem, &err) || !finish_output(&err)) {
        stop_obey();
        fprintf(stderr, "baonoi: %s\n", err.message);
    }
    stop_obey();
    arena_release(&whole);
    return (int)err.code;
}
