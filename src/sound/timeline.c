/* When everything is heard: the one set of times, for every output. */
#include "sound/timeline.h"

#include "reading/script.h"

static bool is_headline(enum role role)
{
    return role == ROLE_HEADING || role == ROLE_TITLE;
}

/* The chapter that opens with a sentence; NULL when none does. */
static const struct chapter *chapter_at(const struct script *script,
                                        size_t sentence)
{
    for (size_t i = 0; i < script->chapter_count; i++)
        if (script->chapters[i].first_sentence == sentence)
            return &script->chapters[i];
    return NULL;
}

bool timeline_is_part(const struct pacing *pacing, size_t sentence)
{
    const struct script *script = pacing->script;
    const struct article *article = pacing->article;
    const struct chapter *chapter = chapter_at(script, sentence);
    size_t block;

    if (!chapter || sentence == 0)
        return false;
    block = script->sentences[sentence].block;
    return chapter->level == 1 && (article->story_count > 0 ||
                                   article->blocks[block].role == ROLE_HEADING);
}

/* What lies between sentence `i` and the next. */
static enum joint joint_after(const struct pacing *pacing, size_t i)
{
    const struct script *script = pacing->script;
    const struct block *blocks = pacing->article->blocks;
    size_t block = script->sentences[i].block, next;

    if (i + 1 == script->sentence_count)
        return JOINT_SENTENCE;
    next = script->sentences[i + 1].block;
    if (chapter_at(script, i + 1))
        return JOINT_CHAPTER;
    if (block == next)
        return JOINT_SENTENCE;
    return is_headline(blocks[block].role) || is_headline(blocks[next].role)
               ? JOINT_HEADING
               : JOINT_PARAGRAPH;
}

/* The silence after sentence `i`. A part of a sentence that was split has the
 * pause of its mark. */
static double pause_after(const struct pacing *pacing, size_t i)
{
    const struct sentence *sentence = script_sentence(pacing->script, i);
    enum joint joint = joint_after(pacing, i);
    enum mark mark = sentence->words[sentence->word_count - 1].mark;

    return joint == JOINT_SENTENCE && !sentence->closes && mark < MARK_STOP
               ? pacing->voice->mark_ms[mark]
               : pacing->voice->joint_ms[joint];
}

static uint64_t round_up(uint64_t samples, uint64_t unit)
{
    return (samples + unit - 1) / unit * unit;
}

static uint64_t room_after(const struct pacing *pacing, size_t i)
{
    if (i + 1 == pacing->script->sentence_count)
        return pacing->room.after;
    return timeline_is_part(pacing, i + 1) ? pacing->room.between : 0;
}

/* Sound can start again when the pause is over, and the last packet. */
uint64_t timeline_step(const struct pacing *pacing, const struct take *take,
                       size_t i, double pauses)
{
    double pause_ms = pauses * pause_after(pacing, i);
    uint64_t quiet =
        take->sample_count + (uint64_t)(pause_ms * AUDIO_RATE_HZ / 1000);
    uint64_t packets = (uint64_t)take->packet_count * PACKET_SAMPLES;

    return round_up(quiet > packets ? quiet : packets, PACKET_SAMPLES) +
           room_after(pacing, i);
}

void timeline_begin(struct timeline *timeline, const struct pacing *pacing,
                    struct arena *mem)
{
    const struct script *script = pacing->script;

    *timeline = (struct timeline){
        .sentences = ARENA_ARRAY(mem, uint64_t, script->sentence_count),
        .chapters = ARENA_ARRAY(mem, uint64_t, script->chapter_count),
        .chapter_count = script->chapter_count > 0,
        .room = pacing->room,
    };
    timeline->sentences[0] = pacing->room.before;
}

void timeline_lay(struct timeline *timeline, size_t i, const struct take *take,
                  const struct pacing *pacing)
{
    const struct script *script = pacing->script;
    uint64_t next = timeline->sentences[i] + timeline_step(pacing, take, i, 1);

    if (i + 1 == script->sentence_count) {
        timeline->total = next > 0 ? next : PACKET_SAMPLES;
        return;
    }
    if (timeline->chapter_count < script->chapter_count &&
        script->chapters[timeline->chapter_count].first_sentence == i + 1) {
        next = round_up(next, AUDIO_RATE_HZ);
        timeline->chapters[timeline->chapter_count++] = next;
    }
    timeline->sentences[i + 1] = next;
}
