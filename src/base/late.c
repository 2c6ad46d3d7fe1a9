/* Libraries that are loaded when they are first wanted. */
#include "base/late.h"

#include <dlfcn.h>
#include <string.h>

static bool missing(const char *what, struct error *err)
{
    return error_set(err, ERROR_INTERNAL, "%s: %s", what, dlerror());
}

bool late_load(void (**calls)(void), const char *library,
               const char *const *names, size_t count, const char *what,
               struct error *err)
{
    void *loaded = dlopen(library, RTLD_LAZY | RTLD_LOCAL);

    if (!loaded)
        return missing(what, err);
    for (size_t i = 0; i < count; i++) {
        void *found = dlsym(loaded, names[i]);

        if (!found)
            return missing(what, err);
        memcpy(&calls[i], &found, sizeof found); /* ISO C casts none */
    }
    return true;
}
