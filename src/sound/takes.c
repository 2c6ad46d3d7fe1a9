/* All sentences of a script into takes, in parallel forked children. */
#include "sound/takes.h"

#include <math.h>
#include <opus.h>
#include <soxr.h>

#include "base/process.h"
#include "sound/take.h"

/* Hundreds of times what a sentence needs; careful ones may hang in pieces. */
#define TAKE_LIMIT_MS 30000
#define CAREFUL_LIMIT_MS 120000

/* Goes into every key: to be raised when the same inputs give other bytes. */
#define TAKE_VERSION 2

#define LEVEL_PASSES_MOST 4
#define METERS_DIFFER_DB 0.2 /* a finer one finds so much more */

/* What the children and the parent share. */
struct session {
    const struct takes_plan *plan;
    struct take *takes;
    struct hash *keys;       /* of each sentence, in the cache */
    const size_t *sentences; /* of each task */
    bool careful;
    size_t *failed; /* sentences whose child failed */
    size_t failed_count, done_count;
    int spool;
    int64_t spool_end;
    struct arena *mem;
    struct error *err;
};

/* The speech at its level. The packets keep the ceiling too: samples start
 * below it by what encoding usually adds, and are made again, lower, where it
 * added more (measured: up to 2.1 dB). */
static bool level_speech(struct pcm *pcm, struct packets *packets,
                         const struct speech *speech, size_t word_count,
                         const struct takes_plan *plan, struct arena *mem)
{
    struct level level = plan->level;
    struct error err;

    level.ceiling_dbtp -= plan->encoding->peak_db;
    for (int pass = 1;; pass++) {
        double over_db;

        if (!master_speech(pcm, speech, word_count, plan->engine->rate_hz,
                           &level, mem, &err) ||
            !encoder_run(packets, pcm, plan->encoding, mem, &err))
            return false;
        over_db = 20 * log10((double)packets->true_peak) + METERS_DIFFER_DB -
                  plan->level.ceiling_dbtp;
        if (over_db <= 0 || pass == LEVEL_PASSES_MOST)
            return true;
        level.ceiling_dbtp -= over_db;
    }
}

/* In a child: the part of the pipeline that a sentence goes through alone. */
static bool make_take(struct buf *message, size_t task, void *context)
{
    const struct session *session = context;
    const struct takes_plan *plan = session->plan;
    const struct sentence *sentence =
        &plan->script->sentences[session->sentences[task]];
    struct arena *mem = message->mem;
    struct speech speech;
    struct pcm pcm;
    struct packets packets;

    if (!speak_sentence(&speech, sentence, plan->voice, plan->engine,
                        session->careful, mem) ||
        !level_speech(&pcm, &packets, &speech, sentence->word_count, plan, mem))
        return false;
    take_pack(message, &pcm, &packets, sentence->word_count, speech.lost_words);
    return true;
}

static bool store(struct session *session, size_t i, str message)
{
    session->done_count++;
    return take_store(&session->takes[i], message,
                      session->plan->script->sentences[i].word_count,
                      session->spool, &session->spool_end, session->err);
}

static bool keep_take(size_t task, enum process_end end, str message,
                      void *context)
{
    struct session *session = context;
    size_t i = session->sentences[task];

    if (end != PROCESS_DONE) {
        session->failed[session->failed_count++] = i;
        return true;
    }
    if (!store(session, i, message))
        return false;
    if (session->takes[i].lost_words == 0)
        cache_keep(&session->plan->cache, &session->keys[i], message,
                   *session->mem);
    return true;
}

static bool alive(void *context)
{
    struct session *session = context;
    const struct progress *progress = session->plan->progress;

    return progress->report(progress->context, session->done_count,
                            session->plan->script->sentence_count) ||
           error_set(session->err, ERROR_STOPPED, "stopped");
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
    return pool_run(&pool, session->mem);
}

/* Everything that the bytes of a take depend on, but for its words. */
static str plan_key(const struct takes_plan *plan, struct arena *mem)
{
    const struct voice *voice = plan->voice;
    struct buf key = {.mem = mem};

    buf_format(&key, "take %d\n%s %s\n%s\n%s\n", TAKE_VERSION,
               plan->engine->name, plan->engine->version(),
               opus_get_version_string(), soxr_version());
    buf_format(&key, "%a %a %a %a %a\n", voice->rate_wpm, voice->pitch_percent,
               voice->pitch_range, plan->level.gain_db,
               plan->level.ceiling_dbtp);
    buf_format(&key, "%d %d %d %a\n", plan->encoding->application,
               (int)plan->encoding->bitrate, plan->encoding->complexity,
               plan->encoding->peak_db);
    buf_add(&key, voice->file);
    return buf_str(&key);
}

static struct hash sentence_key(const struct sentence *sentence, str plan,
                                struct arena tmp)
{
    struct buf key = {.mem = &tmp};

    buf_add(&key, plan);
    for (size_t i = 0; i < sentence->word_count; i++)
        buf_format(&key, "\n%d %.*s", (int)sentence->words[i].mark,
                   STR_ARGS(sentence->words[i].spoken));
    return hash_of(buf_str(&key));
}

/* Room for the words of every take, and the names that the cache knows the
 * sentences by. */
static void prepare(struct session *session)
{
    const struct script *script = session->plan->script;
    str same = plan_key(session->plan, session->mem);

    session->keys =
        ARENA_ARRAY(session->mem, struct hash, script->sentence_count);
    for (size_t i = 0; i < script->sentence_count; i++) {
        const struct sentence *sentence = &script->sentences[i];

        session->takes[i] = (struct take){
            .words = ARENA_ARRAY(session->mem, struct interval,
                                 sentence->word_count),
            .lost_words = (uint32_t)sentence->word_count,
        };
        session->keys[i] = sentence_key(sentence, same, *session->mem);
    }
}

/* Takes from the cache what it has; the rest is left in `missing`. */
static bool find_all(size_t *missing, size_t *missing_count,
                     struct session *session)
{
    size_t count = 0;

    for (size_t i = 0; i < session->plan->script->sentence_count; i++) {
        struct arena tmp = *session->mem;
        str message;

        if (!cache_find(&message, &session->plan->cache, &session->keys[i],
                        &tmp))
            missing[count++] = i;
        else if (!store(session, i, message) || !alive(session))
            return false;
    }
    *missing_count = count;
    return true;
}

bool takes_make(struct take *takes, const struct takes_plan *plan, int spool,
                struct arena *mem, struct error *err)
{
    struct session session = {
        .plan = plan, .takes = takes, .spool = spool, .mem = mem, .err = err};
    size_t missing_count = 0;
    size_t *missing = ARENA_ARRAY(mem, size_t, plan->script->sentence_count);

    prepare(&session);
    if (!find_all(missing, &missing_count, &session) ||
        !make_all(&session, missing, missing_count, TAKE_LIMIT_MS))
        return false;
    session.careful = true;
    if (session.failed_count > 0 &&
        !make_all(&session, session.failed, session.failed_count,
                  CAREFUL_LIMIT_MS))
        return false;
    if (missing_count > 0)
        cache_trim(&plan->cache, *mem);
    return true;
}
