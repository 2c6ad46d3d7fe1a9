/* A folder of files that appear together, or not at all. */
#ifndef BAONOI_BASE_FOLDER_H
#define BAONOI_BASE_FOLDER_H

#include "base/io.h"

/* A folder that is being written. Its files have no names, or names of their
 * own beside the target, until folder_commit puts them into a new folder that
 * takes the place of the old one. */
struct folder {
    const char *path;
    struct sink *files; /* in the order of folder_add; open until the end */
    size_t count;
    size_t room;
    const char *part; /* a hidden folder beside it: the new one, and once it has
                       * its place the one that was there before; or NULL */
    bool committed;
    struct arena *mem; /* for the files' names */
};

/* Nothing is made by it yet. */
void folder_open(struct folder *folder, const char *path, struct arena *mem);

/* The next file, empty; `name` has no slash. The sink stays where it is only
 * until the next one is added. Takes names from folder->mem, so a format that
 * has scratch takes it from there as well. NULL and ERROR_OUTPUT. */
struct sink *folder_add(struct folder *folder, const char *name,
                        struct error *err);

/* As those of a sink. */
bool folder_sync(struct folder *folder, struct error *err);
bool folder_commit(struct folder *folder, struct error *err);
void folder_undo(struct folder *folder);
void folder_close(struct folder *folder);

/* With the files in it; a folder in it is left, and so is what holds it. */
void folder_remove(const char *path);

/* The names in a folder without those of the folder system, sorted; false when
 * it can't be read. */
bool folder_names(const char ***names, size_t *count, const char *path,
                  struct arena *mem);

#endif
