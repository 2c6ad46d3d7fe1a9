/* The table of engines. */
#include "speech/engine.h"

static const struct engine *const engines[] = {
    &engine_command,
    &engine_espeak,
};

const struct engine *engine_find(str name)
{
    for (size_t i = 0; i < sizeof engines / sizeof engines[0]; i++)
        if (str_eq(name, str_from(engines[i]->name)))
            return engines[i];
    return NULL;
}

uint32_t engine_rate_hz(const struct engine *engine, const struct voice *voice)
{
    return engine->rate_hz > 0 ? engine->rate_hz : (uint32_t)voice->rate_hz;
}
