/* When everything is heard: the one set of times, for every output. */
#include "sound/timeline.h"

static bool is_headline(enum role role)
{
    return role == ROLE_HEADING || role == ROLE_TITLE;
}

static bool opens_chapter(const struct script *script, size_t sentence)
{
    for (size_t i = 0; i < script->chapter_count; i++)
        if (script->chapters[i].first_sentence == sentence)
            return true;
    return false;
}

/* What lies between sentence `i` and the next. */
static enum joint joint_after(const struct article *article,
                              const struct script *script, size_t i)
{
    size_t block = script->sentences[i].block, next;

    if (i + 1 == script->sentence_count)
        return JOINT_SENTENCE;
    next = script->sentences[i + 1].block;
    if (opens_chapter(script, i + 1))
        return JOINT_CHAPTER;
    if (block == next)
        return JOINT_SENTENCE;
    return is_headline(article->blocks[block].role) ||
                   is_headline(article->blocks[next].role)
               ? JOINT_HEADING
               : JOINT_PARAGRAPH;
}

/* The silence after sentence `i`. A part of a sentence that was split has the
 * pause of its mark. */
static double pause_after(const struct article *article,
                          const struct script *script, size_t i,
                          const struct voice *voice)
{
    const struct sentence *sentence = &script->sentences[i];
    enum joint joint = joint_after(article, script, i);
    enum mark mark = sentence->words[sentence->word_count - 1].mark;

    return joint == JOINT_SENTENCE && !sentence->closes && mark < MARK_STOP
               ? voice->mark_ms[mark]
               : voice->joint_ms[joint];
}

static uint64_t round_up(uint64_t samples, uint64_t unit)
{
    return (samples + unit - 1) / unit * unit;
}

/* Sound can start again when the pause is over, and the last packet. */
uint64_t timeline_step(const struct take *take, const struct article *article,
                       const struct script *script, size_t i,
                       const struct voice *voice, double pauses)
{
    double pause_ms = pauses * pause_after(article, script, i, voice);
    uint64_t quiet =
        take->sample_count + (uint64_t)(pause_ms * AUDIO_RATE_HZ / 1000);
    uint64_t packets = (uint64_t)take->packet_count * PACKET_SAMPLES;

    return round_up(quiet > packets ? quiet : packets, PACKET_SAMPLES);
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
    uint64_t next = timeline->sentences[i] +
                    timeline_step(take, article, script, i, voice, 1);

    if (i + 1 == script->sentence_count) {
        timeline->total = next;
        return;
    }
    if (timeline->chapter_count < script->chapter_count &&
        script->chapters[timeline->chapter_count].first_sentence == i + 1) {
        next = round_up(next, AUDIO_RATE_HZ);
        timeline->chapters[timeline->chapter_count++] = next;
    }
    timeline->sentences[i + 1] = next;
}
