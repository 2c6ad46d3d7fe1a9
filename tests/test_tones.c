/* The tones as they sound, in every place of a phrase: the melody is added to
 * them and must leave them what they are. */
#include "studio.h"

#define POINTS 12
#define POSITIONS 3

static const char *const bases[][TONE_COUNT] = {
    {"la", "là", "lả", "lã", "lá", "lạ"},
    {"ma", "mà", "mả", "mã", "má", "mạ"},
    {"nga", "ngà", "ngả", "ngã", "ngá", "ngạ"},
    {"mang", "màng", "mảng", "mãng", "máng", "mạng"},
    {"lôi", "lồi", "lổi", "lỗi", "lối", "lội"},
    {"buôn", "buồn", "buổn", "buỗn", "buốn", "buộn"},
    {"đêm", "đềm", "đểm", "đễm", "đếm", "đệm"},
    {"nhanh", "nhành", "nhảnh", "nhãnh", "nhánh", "nhạnh"},
    {"giao", "giào", "giảo", "gião", "giáo", "giạo"},
    {"vươn", "vườn", "vưởn", "vưỡn", "vướn", "vượn"},
};

#define BASES (sizeof bases / sizeof bases[0])

/* How a tone sounded: its pitch about the melody of the place, as a listener
 * hears it, and its length against the level tone in the same place. */
struct contour {
    double points[POINTS]; /* semitones */
    double length;         /* a logarithm */
};

/* What a difference of length counts beside one of pitch: a third longer, 2.3
 * semitones. */
#define LENGTH_WEIGHT_ST 8

struct tone_measures {
    struct contour all[POSITIONS][BASES][TONE_COUNT];
    size_t right, total;
    size_t confused[TONE_COUNT][TONE_COUNT];
    double span_st; /* of the mean tones, lowest point to highest */
    double hook_to_dot;
};

/* What the consonant may take, on which espeak glides from tone to tone. */
#define ONSET_PERCENT 35

#define JUMP_ST 3

/* No voice moves so far in a frame: an octave error, or creak. */
static void drop_jumps(double frames[FRAMES_MOST], size_t count)
{
    for (size_t i = 1; i + 1 < count; i++) {
        double before = frames[i - 1], after = frames[i + 1];

        if (fabs(frames[i] - before) > JUMP_ST &&
            fabs(frames[i] - after) > JUMP_ST)
            frames[i] = 0;
    }
}

/* A line through the voiced frames, at even distances. */
static void take_contour(struct contour *out, const struct line *line, size_t i,
                         const struct studio *studio)
{
    double frames[FRAMES_MOST];
    size_t count = track(frames, line, i, studio), first = 0, end = count;

    drop_jumps(frames, count);
    first = count * ONSET_PERCENT / 100;
    while (first < end && frames[first] == 0)
        first++;
    while (end > first && frames[end - 1] == 0)
        end--;
    out->length = log(seconds(line, i, studio));
    assert_true(end > first);
    for (size_t p = 0; p < POINTS; p++) {
        size_t at = first + p * (end - 1 - first) / (POINTS - 1);
        size_t before = at, after = at;

        while (frames[before] == 0)
            before--;
        while (frames[after] == 0)
            after++;
        out->points[p] =
            before == after
                ? frames[at]
                : frames[before] + (frames[after] - frames[before]) *
                                       (double)(at - before) /
                                       (double)(after - before);
    }
}

/* What the melody adds there, but for what the voice has by its tones. */
static double melody_at(const struct line *line, size_t i,
                        const struct studio *studio, struct arena mem)
{
    struct voice voice = studio->voice;
    size_t count;

    memset(voice.melody.tones, 0, sizeof voice.melody.tones);
    voice.melody.last_level = (struct manner){0};
    return melody_plan(&count, &line->sentence, &voice, &mem)[i]
        .manner.pitch_st;
}

static void say_tone(struct contour *out, size_t position, const char *syllable,
                     const struct studio *studio, struct arena mem)
{
    static const struct {
        const char *before, *after;
        size_t place;
    } carriers[POSITIONS] = {
        {"", " ta đi ra đây.", 0},
        {"ta đi ", " ra đây.", 2},
        {"ta đi ra đây ", ".", 4},
    };
    struct buf text = {.mem = &mem};
    struct line line;
    double melody_st;

    buf_format(&text, "%s%s%s", carriers[position].before, syllable,
               carriers[position].after);
    read_words(&line, buf_str(&text));
    say(&line, studio, &mem);
    take_contour(out, &line, carriers[position].place, studio);
    melody_st = melody_at(&line, carriers[position].place, studio, mem);
    for (size_t i = 0; i < POINTS; i++)
        out->points[i] -= melody_st;
}

static void say_tones(struct tone_measures *out, const struct studio *studio,
                      struct arena mem)
{
    for (size_t p = 0; p < POSITIONS; p++)
        for (size_t b = 0; b < BASES; b++) {
            struct contour *all = out->all[p][b];
            double level_length;

            for (size_t t = 0; t < TONE_COUNT; t++)
                say_tone(&all[t], p, bases[b][t], studio, mem);
            level_length = all[TONE_LEVEL].length;
            for (size_t t = 0; t < TONE_COUNT; t++)
                all[t].length -= level_length;
        }
}

static double distance(const struct contour *a, const struct contour *b)
{
    double length = LENGTH_WEIGHT_ST * (a->length - b->length), sum = 0;

    for (size_t p = 0; p < POINTS; p++)
        sum += (a->points[p] - b->points[p]) * (a->points[p] - b->points[p]);
    return sqrt(sum / POINTS + length * length);
}

/* The mean of a tone in the middle of a phrase, over all bases but one. */
static struct contour template_of(const struct tone_measures *tones,
                                  size_t tone, size_t without)
{
    struct contour mean = {0};
    double share = 1.0 / (double)(BASES - (without < BASES));

    for (size_t b = 0; b < BASES; b++) {
        const struct contour *one = &tones->all[1][b][tone];

        if (b == without)
            continue;
        mean.length += one->length * share;
        for (size_t p = 0; p < POINTS; p++)
            mean.points[p] += one->points[p] * share;
    }
    return mean;
}

static size_t nearest(const struct tone_measures *tones,
                      const struct contour *contour, size_t base)
{
    size_t best = 0;
    double least = HUGE_VAL;

    for (size_t t = 0; t < TONE_COUNT; t++) {
        struct contour shape = template_of(tones, t, base);
        double d = distance(contour, &shape);

        if (d < least) {
            least = d;
            best = t;
        }
    }
    return best;
}

/* The tone that the contour is heard as; where a voice has five of them, either
 * of two. */
static size_t heard_as(const struct tone_measures *out,
                       const struct studio *studio, size_t tone,
                       const struct contour *contour, size_t base)
{
    size_t heard = nearest(out, contour, base);
    bool same = (heard == TONE_TILDE && tone == TONE_HOOK) ||
                (heard == TONE_HOOK && tone == TONE_TILDE);

    return studio->compass->five_tones && same ? tone : heard;
}

static void measure_tones(struct tone_measures *out,
                          const struct studio *studio, struct arena mem)
{
    double least = HUGE_VAL, most = -HUGE_VAL;
    struct contour hook, dot;

    say_tones(out, studio, mem);
    for (size_t p = 0; p < POSITIONS; p++)
        for (size_t b = 0; b < BASES; b++)
            for (size_t t = 0; t < TONE_COUNT; t++) {
                size_t heard = heard_as(out, studio, t, &out->all[p][b][t], b);

                out->confused[t][heard]++;
                out->right += heard == t;
                out->total++;
            }
    for (size_t t = 0; t < TONE_COUNT; t++) {
        struct contour mean = template_of(out, t, BASES);

        for (size_t i = 0; i < POINTS; i++) {
            least = fmin(least, mean.points[i]);
            most = fmax(most, mean.points[i]);
        }
    }
    out->span_st = most - least;
    hook = template_of(out, TONE_HOOK, BASES);
    dot = template_of(out, TONE_DOT, BASES);
    out->hook_to_dot = distance(&hook, &dot);
}

static bool measure(struct result *result, size_t task, void *context)
{
    struct tone_measures measures = {0};
    struct studio studio;

    open_studio(&studio, task, context, result->mem);
    measure_tones(&measures, &studio, *result->mem);
    return process_add(result, (str){(char *)&measures, sizeof measures});
}

/* The tones of espeak-ng's voice "vi", as they come. */
static bool measure_plain(struct result *result, size_t task, void *context)
{
    struct tone_measures measures = {0};
    struct studio studio;

    open_studio(&studio, task, context, result->mem);
    studio.voice.flat = true;
    studio.voice.pitch_range = 50;
    measure_tones(&measures, &studio, *result->mem);
    return process_add(result, (str){(char *)&measures, sizeof measures});
}

#define RIGHT_LEAST_PERCENT 95
#define SPAN_LEAST_ST 8

static void test_tones_survive(void **state)
{
    (void)state;
    for (size_t i = 0; i < VOICE_COUNT; i++) {
        TEST_ARENA(mem);
        const struct tone_measures *m = measure_voice(measure, i, NULL, &mem);

        print_message("# %-9s %zu of %zu tones right, span %.1f st, hoi to "
                      "nang %.2f\n",
                      voices[i].voice, m->right, m->total, m->span_st,
                      m->hook_to_dot);
        assert_true(m->right * 100 >= m->total * RIGHT_LEAST_PERCENT);
        assert_true(m->span_st >= SPAN_LEAST_ST);
    }
}

static void test_tones_survive_styles(void **state)
{
    (void)state;
    static const char *const styles[] = {"bright", "calm"};

    for (size_t i = 0; i < sizeof styles / sizeof styles[0]; i++) {
        TEST_ARENA(mem);
        const struct tone_measures *m =
            measure_voice(measure, 0, styles[i], &mem);

        print_message("# %-9s %zu of %zu tones right, span %.1f st\n",
                      styles[i], m->right, m->total, m->span_st);
        assert_true(m->right * 100 >= m->total * RIGHT_LEAST_PERCENT);
        assert_true(m->span_st >= SPAN_LEAST_ST);
    }
}

/* Both sound alike in espeak-ng's own voice. */
static void test_hoi_and_nang_are_apart(void **state)
{
    (void)state;
    TEST_ARENA(mem);
    const struct tone_measures *plain =
        measure_voice(measure_plain, 0, NULL, &mem);

    for (size_t i = 0; i < VOICE_COUNT; i++) {
        const struct tone_measures *ours =
            measure_voice(measure, i, NULL, &mem);

        print_message("# %-9s hoi to nang %.2f, plain vi %.2f\n",
                      voices[i].voice, ours->hook_to_dot, plain->hook_to_dot);
        assert_true(ours->hook_to_dot > plain->hook_to_dot);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tones_survive),
        cmocka_unit_test(test_tones_survive_styles),
        cmocka_unit_test(test_hoi_and_nang_are_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
