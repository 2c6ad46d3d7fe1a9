/* Where the program's data and the user's own are. */
#include "run/paths.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/io.h"
#include "base/str.h"

#define LINK_BYTES 4096

/* From the folder that the program is in: installed, and in the build tree. */
static const char *const beside[] = {"/../share/baonoi/voices", "/../voices"};

/* The folder that the program itself is in; empty when it can't be known. */
static const char *own_folder(struct arena *mem)
{
    char path[LINK_BYTES];
    ssize_t len = readlink("/proc/self/exe", path, sizeof path);
    const char *slash = len > 0 ? memrchr(path, '/', (size_t)len) : NULL;

    return slash ? str_zero((str){path, (size_t)(slash - path)}, mem) : "";
}

bool paths_voices(const char **folder, const struct options *options,
                  struct arena *mem, struct error *err)
{
    const char *given =
        options->voices ? options->voices : getenv("BAONOI_VOICES");
    const char *own = own_folder(mem);

    if (given && *given) {
        *folder = given;
        return io_is_folder(given) ||
               error_set(err, ERROR_USAGE, "%s: no folder of voices", given);
    }
    for (size_t i = 0; i < sizeof beside / sizeof beside[0]; i++) {
        *folder = str_format(mem, "%s%s", own, beside[i]);
        if (io_is_folder(*folder))
            return true;
    }
    *folder = BAONOI_DATA_DIR "/voices";
    return io_is_folder(*folder) ||
           error_set(err, ERROR_USAGE,
                     "%s: no folder of voices; say where it is with --voices",
                     *folder);
}

const char *paths_words(const char *voices, struct arena *mem)
{
    return str_format(mem, "%s/vi", voices);
}

/* NULL when the user has none. */
static const char *own_lexicon(struct arena *mem)
{
    const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
    const char *path;

    if (config && *config == '/')
        path = str_format(mem, "%s/baonoi/lexicon.tsv", config);
    else if (home && *home)
        path = str_format(mem, "%s/.config/baonoi/lexicon.tsv", home);
    else
        return NULL;
    return access(path, F_OK) == 0 ? path : NULL;
}

struct texts paths_lexicons(const struct options *options, struct arena *mem)
{
    const struct texts *given = &options->lexicons;
    const char *own = own_lexicon(mem);
    struct texts all = {
        .items = ARENA_ARRAY(mem, const char *, given->count + 1),
    };

    if (own)
        all.items[all.count++] = own;
    for (size_t i = 0; i < given->count; i++)
        all.items[all.count++] = given->items[i];
    return all;
}

const char *paths_cache(const struct options *options, struct arena *mem)
{
    const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");

    if (options->no_cache)
        return NULL;
    if (options->cache)
        return options->cache;
    if (cache && *cache == '/')
        return str_format(mem, "%s/baonoi", cache);
    return home && *home ? str_format(mem, "%s/.cache/baonoi", home) : NULL;
}

bool paths_terminal(void)
{
    const char *term = getenv("TERM");

    return isatty(STDERR_FILENO) && term && strcmp(term, "dumb") != 0;
}
