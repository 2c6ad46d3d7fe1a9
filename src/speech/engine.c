/* The table of engines. */
#include "speech/engine.h"

static const struct engine *const engines[] = {
    &engine_espeak,
};

const struct engine *engine_find(str name)
{
    for (size_t i = 0; i < sizeof engines / sizeof engines[0]; i++)
        if (str_eq(name, str_from(engines[i]->name)))
            return engines[i];
    return NULL;
}
