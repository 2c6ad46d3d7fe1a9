/* An edition that is exactly as long as was asked for. */
#include "recording/slot.h"

#include <math.h>

#include "sound/timeline.h"

#define RATE_STEPS_PER_WPM 4
#define HALVINGS 40 /* of a range of pauses: below any sample */
/* Pauses so close to the voice's own need no other rate. */
#define PAUSES_LEAST_CLOSE 0.93
#define PAUSES_MOST_CLOSE 1.07
/* Of speech, what a rate does not change: the pauses inside of sentences. */
#define SPEECH_STILL 0.15
/* A pause before a chapter may be so much longer: it starts on a second. */
#define CHAPTER_WAIT (AUDIO_RATE_HZ - PACKET_SAMPLES)

/* Takes, and what their pauses depend on. */
struct laying {
    const struct pacing *pacing;
    const struct take *takes;
};

/* A chapter: the sentences that must fill the time until the next. */
struct span {
    size_t first, end;
};

/* From one sample to another. */
struct reach {
    uint64_t least, most;
};

static uint64_t up_to_second(uint64_t samples)
{
    return (samples + AUDIO_RATE_HZ - 1) / AUDIO_RATE_HZ * AUDIO_RATE_HZ;
}

static uint64_t down_to_second(uint64_t samples)
{
    return samples / AUDIO_RATE_HZ * AUDIO_RATE_HZ;
}

static uint64_t step(const struct laying *laying, size_t i, double pauses)
{
    return timeline_step(laying->pacing, &laying->takes[i], i, pauses);
}

static uint64_t length(const struct laying *laying, struct span span,
                       double pauses)
{
    uint64_t sum = span.first == 0 ? laying->pacing->room.before : 0;

    for (size_t i = span.first; i < span.end; i++)
        sum += step(laying, i, pauses);
    return sum;
}

static size_t span_count(const struct laying *laying)
{
    return laying->pacing->script->chapter_count > 0
               ? laying->pacing->script->chapter_count
               : 1;
}

static struct span span_of(const struct laying *laying, size_t k)
{
    const struct script *script = laying->pacing->script;

    return (struct span){k > 0 ? script->chapters[k].first_sentence : 0,
                         k + 1 < span_count(laying)
                             ? script->chapters[k + 1].first_sentence
                             : script->sentence_count};
}

static struct span whole_of(const struct laying *laying)
{
    return (struct span){0, laying->pacing->script->sentence_count};
}

/* How long a span can be; one before a chapter waits for its second. */
static struct reach reach_of(const struct laying *laying, size_t k)
{
    const struct voice *voice = laying->pacing->voice;
    struct span span = span_of(laying, k);

    return (struct reach){
        length(laying, span, voice->pauses_least_percent / 100),
        length(laying, span, voice->pauses_most_percent / 100) +
            (k + 1 < span_count(laying) ? CHAPTER_WAIT : 0)};
}

/* Where each span can start, seen from the start of the edition; and behind the
 * last one, where it can end. */
static struct reach *starts_of(const struct laying *laying, struct arena *mem)
{
    size_t count = span_count(laying);
    struct reach *starts = ARENA_ARRAY(mem, struct reach, count + 1);

    for (size_t k = 0; k < count; k++) {
        struct reach reach = reach_of(laying, k);

        starts[k + 1] = (struct reach){starts[k].least + reach.least,
                                       starts[k].most + reach.most};
        if (k + 1 < count) {
            starts[k + 1].least = up_to_second(starts[k + 1].least);
            starts[k + 1].most = down_to_second(starts[k + 1].most);
        }
    }
    return starts;
}

/* The most of a range of pauses that keeps within the length. */
static double pauses_for(const struct laying *laying, struct span span,
                         uint64_t samples)
{
    double least = laying->pacing->voice->pauses_least_percent / 100;
    double most = laying->pacing->voice->pauses_most_percent / 100;

    if (length(laying, span, most) <= samples)
        return most;
    for (int i = 0; i < HALVINGS; i++) {
        double middle = (least + most) / 2;

        if (length(laying, span, middle) <= samples)
            least = middle;
        else
            most = middle;
    }
    return least;
}

/* Lays the sentences of a span into its length. What pauses of one measure
 * leave over goes to the first ones, a packet each, and the rest to the last.
 */
static void lay_span(struct timeline *timeline, const struct laying *laying,
                     struct span span, uint64_t start, uint64_t samples)
{
    double pauses = pauses_for(laying, span, samples);
    uint64_t over = samples - length(laying, span, pauses);

    if (span.first == 0)
        start += laying->pacing->room.before;
    for (size_t i = span.first; i < span.end; i++) {
        timeline->sentences[i] = start;
        start += step(laying, i, pauses);
        if (over >= PACKET_SAMPLES) {
            start += PACKET_SAMPLES;
            over -= PACKET_SAMPLES;
        }
    }
}

/* The nearest whole second to the place that it would have with pauses of one
 * measure all through, of those from which the end can still be reached. */
static uint64_t choose_start(const struct reach *start, uint64_t ideal,
                             uint64_t before, struct reach reach)
{
    uint64_t least = up_to_second(before + reach.least);
    uint64_t most = down_to_second(before + reach.most);
    uint64_t near = down_to_second(ideal + AUDIO_RATE_HZ / 2);

    if (start->least > least)
        least = start->least;
    if (start->most < most)
        most = start->most;
    return near < least ? least : near > most ? most : near;
}

/* Narrows the starts to those from which the end is reached. */
static void reach_back(struct reach *starts, const struct laying *laying,
                       uint64_t end)
{
    size_t count = span_count(laying);

    starts[count] = (struct reach){end, end};
    for (size_t k = count; k-- > 1;) {
        struct reach reach = reach_of(laying, k);
        uint64_t least = starts[k + 1].least > reach.most
                             ? up_to_second(starts[k + 1].least - reach.most)
                             : 0;
        uint64_t most = down_to_second(starts[k + 1].most - reach.least);

        if (least > starts[k].least)
            starts[k].least = least;
        if (most < starts[k].most)
            starts[k].most = most;
    }
}

static void lay(struct timeline *timeline, struct reach *starts,
                const struct laying *laying, uint64_t end)
{
    size_t count = span_count(laying);
    double pauses = pauses_for(laying, whole_of(laying), end);
    uint64_t start = 0, ideal = 0;

    reach_back(starts, laying, end);
    for (size_t k = 0; k < count; k++) {
        struct span span = span_of(laying, k);
        uint64_t next = end;

        ideal += length(laying, span, pauses);
        if (k + 1 < count)
            next =
                choose_start(&starts[k + 1], ideal, start, reach_of(laying, k));
        lay_span(timeline, laying, span, start, next - start);
        if (laying->pacing->script->chapter_count > 0)
            timeline->chapters[k] = start;
        start = next;
    }
    timeline->total = end;
}

/* ---- the rate ----------------------------------------------------------- */

static double speech_of(const struct laying *laying)
{
    double sum = 0;

    for (size_t i = 0; i < laying->pacing->script->sentence_count; i++)
        sum += laying->takes[i].sample_count;
    return sum;
}

/* The rate at which the takes leave room for pauses of the voice's own; by how
 * the last tries differ, or by what usually changes with the rate. */
static double rate_for(const struct slot_search *search,
                       const struct laying *laying)
{
    const struct slot_try *now = &search->tries[search->try_count - 1];
    double own = (double)length(laying, whole_of(laying), 1) - now->speech;
    double wanted = (double)search->slot->samples - own;
    double moving = now->speech * (1 - SPEECH_STILL) * now->wpm;
    double still;

    if (search->try_count > 1) {
        const struct slot_try *before = now - 1;

        moving =
            (now->speech - before->speech) / (1 / now->wpm - 1 / before->wpm);
    }
    still = now->speech - moving / now->wpm;
    return wanted > still && moving > 0 ? moving / (wanted - still) : HUGE_VAL;
}

static double fastest(const struct slot_search *search)
{
    return fmin(search->own_wpm * search->voice.rate_most_percent / 100,
                VOICE_RATE_MOST);
}

static double slowest(const struct slot_search *search)
{
    return fmax(search->own_wpm * search->voice.rate_least_percent / 100,
                VOICE_RATE_LEAST);
}

static double keep_limits(const struct slot_search *search, double wpm)
{
    wpm = round(wpm * RATE_STEPS_PER_WPM) / RATE_STEPS_PER_WPM;
    return fmin(fmax(wpm, slowest(search)), fastest(search));
}

static bool was_tried(const struct slot_search *search, double wpm)
{
    for (size_t i = 0; i < search->try_count; i++)
        if (fabs(search->tries[i].wpm - wpm) < 1.0 / RATE_STEPS_PER_WPM / 2)
            return true;
    return false;
}

/* The rate to try next: the limit, where the way to it goes in circles. */
static double next_rate(const struct slot_search *search,
                        const struct laying *laying, struct reach reach)
{
    uint64_t asked = search->slot->samples;
    double wpm = keep_limits(search, rate_for(search, laying));

    if (!was_tried(search, wpm))
        return wpm;
    return asked < reach.least  ? fastest(search)
           : asked > reach.most ? slowest(search)
                                : wpm;
}

static double seconds(uint64_t samples)
{
    return (double)samples / AUDIO_RATE_HZ;
}

/* ---- what can't be ------------------------------------------------------ */

static bool refuse(const struct slot_search *search, struct reach reach,
                   struct error *err)
{
    uint64_t asked = search->slot->samples;
    bool longer = asked < reach.least;

    return error_set(
        err, ERROR_FIT,
        "%s %.3f s: %.3f s too %s for this text: at its %s, with its "
        "%s pauses, it lasts %.3f s%s",
        search->slot->at_most ? "--duration-max" : "--duration", seconds(asked),
        longer ? seconds(reach.least - asked) : seconds(asked - reach.most),
        longer ? "short" : "long", longer ? "fastest" : "slowest",
        longer ? "shortest" : "longest",
        longer ? seconds(reach.least) : seconds(reach.most),
        longer && search->slot->by == SHORTEN_NOT
            ? "; --priority leaves out what does not fit"
            : "");
}

/* Leaves out as little as makes the rest fit at the rate of these takes. */
static bool shorten(struct slot_search *search, struct edition *edition,
                    struct arena *mem)
{
    struct pacing pacing = *search->pacing;
    struct laying laying = {.pacing = &pacing};
    struct shortening *shortening = &search->shortening;
    struct script *script = ARENA_ONE(mem, struct script);
    const struct take *takes = edition->takes;

    *shortening =
        shorten_begin(edition->article, edition->script, search->slot->by, mem);
    pacing.script = script;
    while (shorten_more(shortening)) {
        struct arena tmp = *mem;
        size_t *kept;
        struct take *left;

        *script = shorten_script(shortening, &kept, &tmp);
        left = ARENA_ARRAY(&tmp, struct take, script->sentence_count);
        for (size_t i = 0; i < script->sentence_count; i++)
            left[i] = takes[kept[i]];
        laying.takes = left;
        if (starts_of(&laying, &tmp)[span_count(&laying)].least <=
            search->slot->samples) {
            *script = shorten_script(shortening, &kept, mem);
            edition->script = script;
            edition->fit.left_out += shortening->units;
            search->tries[0] =
                (struct slot_try){search->voice.rate_wpm, speech_of(&laying)};
            search->try_count = 1;
            search->voice.rate_wpm =
                keep_limits(search, rate_for(search, &laying));
            return true;
        }
    }
    return false;
}

static bool is_close(double pauses)
{
    return pauses >= PAUSES_LEAST_CLOSE && pauses <= PAUSES_MOST_CLOSE;
}

bool slot_fit(bool *again, struct slot_search *search, struct edition *edition,
              struct timeline *timeline, struct arena *mem, struct error *err)
{
    const struct slot_wish *slot = search->slot;
    struct laying laying = {search->pacing, edition->takes};
    struct reach *starts = starts_of(&laying, mem);
    struct reach reach = starts[span_count(&laying)];
    bool fits = reach.least <= slot->samples && slot->samples <= reach.most;
    struct fit *fit = &edition->fit;
    double pauses, next;

    *again = false;
    if (fit->samples == 0) {
        search->own_wpm = search->voice.rate_wpm;
        fit->natural_s = seconds(timeline->total);
        fit->samples = slot->samples;
    }
    fit->rate_wpm = search->voice.rate_wpm;
    fit->pauses = 1;
    if (slot->at_most && timeline->total <= slot->samples)
        return true;
    if (!was_tried(search, search->voice.rate_wpm))
        search->tries[search->try_count++] =
            (struct slot_try){search->voice.rate_wpm, speech_of(&laying)};
    pauses = pauses_for(&laying, whole_of(&laying), slot->samples);
    next = next_rate(search, &laying, reach);
    if ((!fits || !is_close(pauses)) && !was_tried(search, next) &&
        search->try_count < SLOT_TRIES_MOST) {
        search->voice.rate_wpm = next;
        *again = true;
        return true;
    }
    if (fits) {
        lay(timeline, starts, &laying, slot->samples);
        fit->pauses = pauses;
        return true;
    }
    *again = slot->samples < reach.least && shorten(search, edition, mem);
    return *again || refuse(search, reach, err);
}
