/* The first packets of a stream, made ahead of its first take. */
#include "sound/head.h"

#include "sound/cut.h"
#include "sound/take_key.h"

#define HEAD_LIMIT_MS 2000 /* hundreds of times what they need */

static bool work(struct result *result, size_t task, void *context)
{
    const struct head *head = context;
    str packets;

    (void)task;
    return cut_head(&packets, head->plan, result->mem) &&
           process_add(result, packets);
}

/* What failed comes with the take. */
static bool done(size_t task, enum process_end end, const struct result *result,
                 void *context)
{
    struct head *head = context;

    (void)task;
    if (end == PROCESS_DONE)
        head->packets = process_read(result, head->mem);
    return true;
}

/* Who is to stop is asked for the takes. */
static bool alive(void *context)
{
    (void)context;
    return true;
}

/* Whether a child would have them before the take is there. */
static bool is_sooner(const struct takes_plan *plan, struct arena tmp)
{
    const struct sentence *first = plan->script->sentences;
    struct voice voice = cut_voice(plan, first);
    struct hash key =
        take_key(first, take_key_of_plan(plan, &voice, &tmp), tmp);

    return engine_find(voice.engine)->breaks_off &&
           !cache_has(&plan->cache, &key, tmp);
}

void head_begin(struct head *head, const struct takes_plan *plan,
                struct arena *mem)
{
    *head = (struct head){.plan = plan, .mem = mem};
    head->pool = (struct pool){
        .task_count = is_sooner(plan, *mem),
        .jobs = 1,
        .limit_ms = HEAD_LIMIT_MS,
        .work = work,
        .done = done,
        .alive = alive,
        .context = head,
    };
    pool_begin(&head->work, &head->pool, mem);
    pool_start(&head->work);
}

str head_wait(struct head *head)
{
    while (pool_busy(&head->work) && pool_step(&head->work))
        continue;
    return head->packets;
}

void head_end(struct head *head)
{
    if (head->work.pool)
        pool_end(&head->work);
}
