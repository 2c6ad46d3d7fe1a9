/* What runs that were killed leave beside the files they wrote. */
#include "base/leftover.h"

#include <dirent.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/folder.h"

static str name_in(const char *path)
{
    const char *slash = strrchr(path, '/');

    return str_from(slash ? slash + 1 : path);
}

static str folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? (str){path, (size_t)(slash - path) + 1} : STR("./");
}

/* Takes digits and a dot off; false when there are none. */
static bool take_number(str *text)
{
    size_t digits = 0;

    while (digits < text->len && text->s[digits] >= '0' &&
           text->s[digits] <= '9')
        digits++;
    if (digits == 0 || digits == text->len || text->s[digits] != '.')
        return false;
    *text = str_skip(*text, digits + 1);
    return true;
}

/* Whether the entry is ".NAME.NUMBER." and `end`, with or without a second
 * number before that. */
static bool is_left_of(const char *entry, str name, const char *end)
{
    str rest = str_from(entry);

    if (!str_starts(rest, STR(".")) || !str_starts(str_skip(rest, 1), name))
        return false;
    rest = str_skip(rest, 1 + name.len);
    if (!str_starts(rest, STR(".")))
        return false;
    rest = str_skip(rest, 1);
    return take_number(&rest) &&
           (str_eq(rest, str_from(end)) ||
            (take_number(&rest) && str_eq(rest, str_from(end))));
}

const char *leftover_or(const char *path, struct arena *mem)
{
    str folder = folder_of(path), name = name_in(path);
    str last = {0}; /* by name: whatever the order of the folder */
    struct dirent *entry;
    DIR *entries;

    if (access(path, F_OK) == 0)
        return path;
    entries = opendir(str_zero(folder, mem));
    while (entries && (entry = readdir(entries)))
        if (is_left_of(entry->d_name, name, IO_ASIDE_SUFFIX) &&
            str_cmp(last, str_from(entry->d_name)) < 0)
            last = str_copy(str_from(entry->d_name), mem);
    if (entries)
        closedir(entries);
    return last.len > 0 ? str_join(folder, last, mem) : path;
}

/* Unless a run still has it. */
static void remove_left(const char *path)
{
    int fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

    if (fd < 0)
        return;
    if (flock(fd, LOCK_EX | LOCK_NB) == 0 && unlink(path) != 0)
        folder_remove(path);
    close(fd);
}

static bool is_left(const char *entry, const struct leftover *written,
                    size_t count)
{
    for (size_t i = 0; i < count; i++) {
        str name = name_in(written[i].path);

        if (is_left_of(entry, name, IO_PART_SUFFIX) ||
            (written[i].aside && is_left_of(entry, name, IO_ASIDE_SUFFIX)))
            return true;
    }
    return false;
}

void leftover_sweep(const struct leftover *written, size_t count,
                    struct arena tmp)
{
    str folder = folder_of(written[0].path);
    DIR *entries = opendir(str_zero(folder, &tmp));
    struct dirent *entry;

    while (entries && (entry = readdir(entries))) {
        struct arena mem = tmp;

        if (entry->d_name[0] == '.' && is_left(entry->d_name, written, count))
            remove_left(str_join(folder, str_from(entry->d_name), &mem));
    }
    if (entries)
        closedir(entries);
}
