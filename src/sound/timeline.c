/* When everything is heard: the one set of times, for every output. */
#include "sound/timeline.h"

static bool is_headline(enum role role)
{
    return role == ROLE_HEADING || role == ROLE_TITLE;
}

/* What lies between sentence `i` and the next; `opens` when a chapter starts
 * with the next. */
static enum joint joint_after(const struct article *article,
                              const struct script *script, size_t i, bool opens)
{
    size_t block = script->sentences[i].block;
    size_t next = script->sentences[i + 1].block;

    if (opens)
        return JOINT_CHAPTER;
    if (block == next)
        return JOINT_SENTENCE;
    return is_headline(article->blocks[block].role) ||
                   is_headline(article->blocks[next].role)
               ? JOINT_HEADING
               : JOINT_PARAGRAPH;
}

static uint64_t round_up(uint64_t samples, uint64_t unit)
{
    return (samples + unit - 1) / unit * unit;
}

/* Where sound can start again after the take: when its pause is over, and its
 * last packet. */
static uint64_t free_after(uint64_t start, const struct take *take,
                           double pause_ms)
{
    uint64_t quiet = start + take->sample_count +
                     (uint64_t)(pause_ms * AUDIO_RATE_HZ / 1000);
    uint64_t packets = start + (uint64_t)take->packet_count * PACKET_SAMPLES;

    return quiet > packets ? quiet : packets;
}

void timeline_begin(struct timeline *timeline, const struct script *script,
                    struct arena *mem)
{
    *timeline = (struct timeline){
        .sentences = ARENA_ARRAY(mem, uint64_t, script->sentence_count),
        .chapters = ARENA_ARRAY(mem, uint64_t, script->chapter_count),
        .chapter_count = script->chapter_count > 0,
    };
}

void timeline_lay(struct timeline *timeline, size_t i, const struct take *take,
                  const struct article *article, const struct script *script,
                  const struct voice *voice)
{
    bool last = i + 1 == script->sentence_count;
    bool opens =
        timeline->chapter_count < script->chapter_count &&
        script->chapters[timeline->chapter_count].first_sentence == i + 1;
    enum joint joint =
        last ? JOINT_SENTENCE : joint_after(article, script, i, opens);
    uint64_t next = round_up(
        free_after(timeline->sentences[i], take, voice->joint_ms[joint]),
        PACKET_SAMPLES);

    if (last) {
        timeline->total = next;
        return;
    }
    if (opens) {
        next = round_up(next, AUDIO_RATE_HZ);
        timeline->chapters[timeline->chapter_count++] = next;
    }
    timeline->sentences[i + 1] = next;
}
