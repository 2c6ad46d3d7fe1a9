/* An entry of a list of words. */
#include "words/entry.h"

#include <string.h>

str entry_written(const struct entry *entry)
{
    return (str){entry->text, entry->written_bytes};
}

str entry_spoken(const struct entry *entry)
{
    return (str){entry->text + entry->written_bytes + 1, entry->spoken_bytes};
}

str entry_context(const struct entry *entry)
{
    str spoken = entry_spoken(entry);
    const char *start = spoken.s + spoken.len + 1;

    if (!entry->has_context)
        return (str){0};
    return (str){start, strcspn(start, "\n")};
}
