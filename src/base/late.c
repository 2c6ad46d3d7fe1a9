/* Libraries that are loaded when they are first wanted. */
#include "base/late.h"

#include <dlfcn.h>
#include <string.h>

static bool missing(struct error *err)
{
    return error_set(err, ERROR_INTERNAL, "%s", dlerror());
}

bool late_load(void (**calls)(void), const char *library,
               const char *const *names, size_t count, struct error *err)
{
    void *loaded = dlopen(library, RTLD_LAZY | RTLD_LOCAL);

    if (!loaded)
        return missing(err);
    for (size_t i = 0; i < count; i++) {
        void *found = dlsym(loaded, names[i]);

        if (!found)
            return missing(err);
        memcpy(&calls[i], &found, sizeof found); /* ISO C casts none */
    }
    return true;
}
