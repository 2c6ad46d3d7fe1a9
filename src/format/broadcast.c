/* What playout systems read of a WAV: the chunks `bext` and `cart`. */
#include "format/broadcast.h"

#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "format/upsample.h"

#define BEXT_VERSION 2
#define CART_VERSION "0101"
#define UNKNOWN_LEVEL INT16_MAX /* Tech 3285, 2.4 */
#define LEVELS_PER_UNIT 100
#define FULL_SCALE 32768 /* AES46: the sample that is 0 dB */
#define ASCII_FIRST ' '
#define ASCII_LAST '~'
#define DAY_BYTES 10  /* 2024-05-14 */
#define TIME_BYTES 8  /* 08:30:15 */
#define CLOCK_BYTES 5 /* 08:30 */

/* A field of a chunk: so many bytes, with NULs behind the text. */
struct field {
    char *bytes;
    size_t size;
};

#define FIELD(array) ((struct field){(array), sizeof(array)})

static char ascii_of(int32_t code)
{
    static const struct {
        int32_t code;
        char ascii;
    } signs[] = {
        {0x2018, '\''}, {0x2019, '\''}, {0x201C, '"'},
        {0x201D, '"'},  {0x2013, '-'},  {0x2014, '-'},
    };
    int32_t bare = utf8_bare(code);

    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (code == signs[i].code)
            return signs[i].ascii;
    if (utf8_is_space(code))
        return ' ';
    return bare < ASCII_FIRST || bare > ASCII_LAST ? '?' : (char)bare;
}

/* As much of the text as the field holds. */
static void set(struct field field, str text)
{
    for (size_t i = 0; i < field.size && text.len > 0; i++)
        field.bytes[i] = ascii_of(utf8_next(&text));
}

/* The end of the text, from a word on. */
static void set_end(struct field field, str text)
{
    while (utf8_count(text) > field.size && str_has(text, STR(" ")))
        str_cut(text, ' ', &text);
    set(field, text);
}

/* The day and the time of "2024-05-14T08:30", as far as it tells them. */
static void set_date(struct field day, struct field time, str date)
{
    str clock;

    if (date.len < DAY_BYTES)
        return;
    clock = str_skip(date, date.len > DAY_BYTES ? DAY_BYTES + 1 : DAY_BYTES);
    set(day, str_slice(date, 0, DAY_BYTES));
    set(time, STR("00:00:00"));
    if (clock.len >= CLOCK_BYTES)
        set(time, str_slice(clock, 0,
                            clock.len < TIME_BYTES ? CLOCK_BYTES : TIME_BYTES));
}

static int16_t level_of(double level)
{
    double scaled = round(level * LEVELS_PER_UNIT);

    return fabs(scaled) < UNKNOWN_LEVEL ? (int16_t)scaled : UNKNOWN_LEVEL;
}

void broadcast_bext(SF_BROADCAST_INFO *bext, const struct edition *edition)
{
    const struct article *article = edition->article;
    const struct loudness *loudness = &edition->loudness;
    double gain_db = loudness->gain_db;
    double peak_db = gain_db + upsample_channel_db(&edition->airing);

    *bext = (SF_BROADCAST_INFO){
        .version = BEXT_VERSION,
        .loudness_value = level_of(loudness->integrated_lufs + gain_db),
        .loudness_range = level_of(loudness->range_lu),
        .max_true_peak_level = level_of(loudness->samples_dbtp + peak_db),
        .max_momentary_loudness = level_of(loudness->momentary_lufs + gain_db),
        .max_shortterm_loudness = level_of(loudness->short_term_lufs + gain_db),
    };

    set(FIELD(bext->description), article->title);
    set(FIELD(bext->originator),
        article->source.len > 0 ? article->source : STR("baonoi"));
    set(FIELD(bext->originator_reference), edition->identity);
    set_date(FIELD(bext->origination_date), FIELD(bext->origination_time),
             article->date);
}

/* A timer, unless its sample is past what 32 bits count. */
static void add_timer(SF_CART_INFO *cart, size_t *count, const char *usage,
                      uint64_t at)
{
    SF_CART_TIMER *timer = &cart->post_timers[*count];

    if (at * UPSAMPLE_FACTOR > INT32_MAX)
        return;
    memcpy(timer->usage, usage, sizeof timer->usage);
    timer->value = (int32_t)(at * UPSAMPLE_FACTOR);
    (*count)++;
}

/* Where sound begins and ends, and what opens the edition; the next may be
 * heard from where speech has ended. */
static void set_timers(SF_CART_INFO *cart, const struct edition *edition)
{
    const struct timeline *timeline = edition->timeline;
    size_t last = edition->script->sentence_count - 1, count = 0;
    uint64_t end =
        timeline->sentences[last] + edition->takes[last].sample_count;
    uint64_t speech = timeline->sentences[0];

    add_timer(cart, &count, "AUDs", 0);
    if (speech > 0) {
        add_timer(cart, &count, "INTs", 0);
        add_timer(cart, &count, "INTe", speech);
    }
    add_timer(cart, &count, "SEC1", end);
    add_timer(cart, &count, "AUDe",
              timeline->room.after > 0 ? timeline->total : end);
}

void broadcast_cart(SF_CART_INFO *cart, const struct edition *edition)
{
    const struct article *article = edition->article;
    const struct airing *airing = &edition->airing;
    const struct script *script = edition->script;

    *cart = (SF_CART_INFO){.level_reference = FULL_SCALE};

    set(FIELD(cart->version), STR(CART_VERSION));
    set(FIELD(cart->title), article->title);
    set(FIELD(cart->artist),
        article->author.len > 0 ? article->author : article->source);
    set(FIELD(cart->cut_id),
        airing->cut.len > 0 ? airing->cut : edition->identity);
    set(FIELD(cart->category), article->section);
    set_end(FIELD(cart->out_cue),
            script->sentences[script->sentence_count - 1].written);
    set_date(FIELD(cart->start_date), FIELD(cart->start_time),
             airing->starts.len > 0 ? airing->starts : article->date);
    set_date(FIELD(cart->end_date), FIELD(cart->end_time), airing->expires);
    set(FIELD(cart->producer_app_id), STR("baonoi"));
    set(FIELD(cart->producer_app_version), STR(BAONOI_VERSION));
    set(FIELD(cart->url), article->address);
    set_timers(cart, edition);
}
