/* What makes a take the same: the name that the cache knows it by. */
#include "sound/take_key.h"

#include <opus.h>
#include <soxr.h>

#include "sound/cut.h"

/* Goes into every key: to be raised when the same inputs give other bytes. */
#define TAKE_VERSION 14

#define NUMBER_DIGITS 10 /* of 32 bits */

str take_key_of_plan(const struct takes_plan *plan, const struct voice *voice,
                     struct arena *mem)
{
    const struct engine *engine = engine_find(voice->engine);
    struct level level = cut_level(plan, voice);
    struct buf key = {.mem = mem};

    buf_format(&key, "take %d\n%s %s %s\n%s\n%s\n", TAKE_VERSION, engine->name,
               engine->version(), engine->data ? engine->data() : "",
               opus_get_version_string(), soxr_version());
    buf_format(&key, "%a %a %a %d %a %a\n", voice->rate_wpm,
               voice->pitch_percent, voice->pitch_range, voice->flat,
               level.gain_db, level.ceiling_dbtp);
    buf_format(&key, "%s %d %d %d %d %a\n", level.polish->name, plan->packets,
               plan->encoding->application, (int)plan->encoding->bitrate,
               plan->encoding->complexity, plan->encoding->peak_db);
    buf_add(&key, voice->file);
    return buf_str(&key);
}

/* A number and a space. */
static void add_number(struct buf *key, unsigned number)
{
    char digits[NUMBER_DIGITS + 1];
    size_t at = sizeof digits;

    digits[--at] = ' ';
    do
        digits[--at] = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    buf_add(key, (str){digits + at, sizeof digits - at});
}

struct hash take_key(const struct sentence *sentence, str plan,
                     struct arena tmp)
{
    struct buf key = {.mem = &tmp};

    buf_add(&key, plan);
    buf_format(&key, "%d %d %d", (int)sentence->role, sentence->opens,
               sentence->closes);
    for (size_t i = 0; i < sentence->word_count; i++) {
        const struct word *word = &sentence->words[i];

        buf_char(&key, '\n');
        add_number(&key, word->mark);
        add_number(&key, word->delivery);
        buf_add(&key, word->spoken);
    }
    return hash_of(buf_str(&key));
}
