/* How far the work is, on standard error, and whether it is to be stopped. */
#include "run/progress.h"

#include <stdio.h>
#include <time.h>

#include "base/utf8.h"
#include "run/stop.h"

#define REDRAW_S 0.1
#define NAME_BYTES 40
#define ERASE_LINE "\r\033[K"

static double now_s(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void draw(struct meter *meter, size_t done, size_t total)
{
    double now = now_s();
    str name = utf8_head(str_from(meter->name ? meter->name : ""), NAME_BYTES);
    const char *unit = meter->unit ? meter->unit : "sentences";
    int left_s;

    if (now - meter->drawn_s < REDRAW_S || total == 0)
        return;
    meter->drawn_s = now;
    fprintf(stderr, ERASE_LINE "%.*s%s%zu/%zu %s, %zu %%", STR_ARGS(name),
            meter->name ? ": " : "", done, total, unit, done * 100 / total);
    if (done > 0) {
        left_s = (int)((now - meter->start_s) / (double)done *
                       (double)(total - done));
        fprintf(stderr, ", %d:%02d left", left_s / 60, left_s % 60);
    }
    fflush(stderr);
}

static bool report(void *context, size_t done, size_t total)
{
    struct meter *meter = context;

    if (!meter->started) {
        if (!meter->streams)
            stop_defer();
        meter->started = true;
        meter->start_s = now_s();
        if (!meter->quiet && !meter->terminal)
            fprintf(stderr, "%s: %zu sentences\n", meter->name, total);
    }
    if (!meter->quiet && meter->terminal)
        draw(meter, done, total);
    return !stop_wanted();
}

struct progress progress_of(struct meter *meter)
{
    return (struct progress){.report = report, .context = meter};
}

void progress_end(const struct meter *meter)
{
    if (meter->started && !meter->quiet && meter->terminal)
        fputs(ERASE_LINE, stderr);
}
