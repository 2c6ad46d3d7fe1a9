/* All sentences of a script into takes, in parallel forked children. */
#include "sound/takes.h"

#include "base/process.h"
#include "sound/take.h"

/* Hundreds of times what a sentence needs; careful ones may hang in pieces. */
#define TAKE_LIMIT_MS 30000
#define CAREFUL_LIMIT_MS 120000

/* What the children and the parent share. */
struct session {
    const struct takes_plan *plan;
    struct take *takes;
    const size_t *sentences; /* of each task */
    bool careful;
    size_t *failed; /* sentences whose child failed */
    size_t failed_count, done_count;
    int spool;
    int64_t spool_end;
    bool stopped;
    struct arena *mem;
    struct error *err;
};

/* In a child: the part of the pipeline that a sentence goes through alone. */
static bool make_take(struct buf *message, size_t task, void *context)
{
    const struct session *session = context;
    const struct takes_plan *plan = session->plan;
    const struct sentence *sentence =
        &plan->script->sentences[session->sentences[task]];
    struct arena *mem = message->mem;
    struct error err;
    struct speech speech;
    struct pcm pcm;
    struct packets packets;

    if (!speak_sentence(&speech, sentence, plan->voice, plan->engine,
                        session->careful, mem) ||
        !master_speech(&pcm, &speech, sentence->word_count,
                       plan->engine->rate_hz, &plan->level, mem, &err) ||
        !encoder_run(&packets, &pcm, mem, &err))
        return false;
    take_pack(message, &pcm, &packets, sentence->word_count, speech.lost_words);
    return true;
}

static bool keep_take(size_t task, enum process_end end, str message,
                      void *context)
{
    struct session *session = context;
    size_t i = session->sentences[task];
    size_t word_count = session->plan->script->sentences[i].word_count;

    if (end != PROCESS_DONE) {
        session->failed[session->failed_count++] = i;
        return true;
    }
    session->done_count++;
    return take_store(&session->takes[i], message, word_count, session->spool,
                      &session->spool_end, session->mem, session->err);
}

static bool alive(void *context)
{
    struct session *session = context;
    const struct progress *progress = session->plan->progress;

    session->stopped = !progress->report(progress->context, session->done_count,
                                         session->plan->script->sentence_count);
    return !session->stopped;
}

/* Makes the takes of `count` sentences; the failed ones are left in `failed`.
 */
static bool make_all(struct session *session, const size_t *sentences,
                     size_t count, int limit_ms)
{
    struct pool pool = {
        .task_count = count,
        .jobs = session->plan->jobs,
        .limit_ms = limit_ms,
        .work = make_take,
        .done = keep_take,
        .alive = alive,
        .context = session,
    };

    session->sentences = sentences;
    session->failed = ARENA_ARRAY(session->mem, size_t, count);
    session->failed_count = 0;
    if (pool_run(&pool, session->mem))
        return true;
    return session->stopped ? error_set(session->err, ERROR_STOPPED, "stopped")
                            : false;
}

/* A sentence of which nothing could be said. */
static struct take lost_take(size_t word_count, struct arena *mem)
{
    return (struct take){
        .words = ARENA_ARRAY(mem, struct interval, word_count),
        .lost_words = (uint32_t)word_count,
    };
}

bool takes_make(struct take *takes, const struct takes_plan *plan, int spool,
                struct arena *mem, struct error *err)
{
    struct session session = {
        .plan = plan, .takes = takes, .spool = spool, .mem = mem, .err = err};
    size_t count = plan->script->sentence_count;
    size_t *all = ARENA_ARRAY(mem, size_t, count);

    for (size_t i = 0; i < count; i++)
        all[i] = i;
    if (!make_all(&session, all, count, TAKE_LIMIT_MS))
        return false;
    session.careful = true;
    if (session.failed_count > 0 &&
        !make_all(&session, session.failed, session.failed_count,
                  CAREFUL_LIMIT_MS))
        return false;
    for (size_t i = 0; i < session.failed_count; i++) {
        size_t failed = session.failed[i];

        takes[failed] =
            lost_take(plan->script->sentences[failed].word_count, mem);
    }
    return true;
}
