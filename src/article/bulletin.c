/* What a presenter says in a bulletin: when it is, and what comes next. */
#include "article/bulletin.h"

#include <string.h>

#include "article/dates.h"
#include "base/io.h"
#include "base/utf8.h"

/* The keys of the list. */
enum phrase {
    PHRASE_DAY,  /* {weekday} and {day} */
    PHRASE_LAST, /* before the last of three stories and more */
    PHRASE_NEXT,
    PHRASE_TIME, /* {time} as well */
    PHRASE_COUNT
};

static const char *const keys[PHRASE_COUNT] = {
    [PHRASE_DAY] = "day",
    [PHRASE_LAST] = "last",
    [PHRASE_NEXT] = "next",
    [PHRASE_TIME] = "time",
};

static bool read_phrases(str phrases[PHRASE_COUNT], const char *path,
                         struct arena *mem, struct error *err)
{
    str text;

    if (!io_read_file(&text, path, mem, err))
        return false;
    text = utf8_clean(text, mem);
    while (text.len > 0) {
        str phrase, key = str_cut(str_cut(text, '\n', &text), '\t', &phrase);

        for (size_t i = 0; i < PHRASE_COUNT; i++)
            if (str_eq(key, str_from(keys[i])))
                phrases[i] = phrase;
    }
    for (size_t i = 0; i < PHRASE_COUNT; i++)
        if (phrases[i].len == 0)
            return error_set(err, ERROR_INPUT, "%s: %s is missing", path,
                             keys[i]);
    return true;
}

/* ---- the date ------------------------------------------------------------ */

/* By Sakamoto's rule; 0 is Sunday. */
static int weekday_of(const struct stamp *stamp)
{
    static const int shifts[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
    int year = stamp->year - (stamp->month < 3);

    return (year + year / 4 - year / 100 + year / 400 +
            shifts[stamp->month - 1] + stamp->day) %
           7;
}

static void add_field(struct buf *out, str field, const struct stamp *stamp)
{
    static const char *const weekdays[] = {"Chủ nhật", "thứ Hai", "thứ Ba",
                                           "thứ Tư",   "thứ Năm", "thứ Sáu",
                                           "thứ Bảy"};

    if (str_eq(field, STR("weekday")))
        buf_add(out, str_from(weekdays[weekday_of(stamp)]));
    else if (str_eq(field, STR("day")))
        buf_format(out, "%d/%d/%d", stamp->day, stamp->month, stamp->year);
    else if (str_eq(field, STR("time")) && stamp->minute > 0)
        buf_format(out, "%d giờ %d phút", stamp->hour, stamp->minute);
    else if (str_eq(field, STR("time")))
        buf_format(out, "%d giờ", stamp->hour);
}

/* The phrase with its fields in braces filled. */
static str fill(str phrase, const struct stamp *stamp, struct arena *mem)
{
    struct buf out = {.mem = mem};

    while (phrase.len > 0) {
        buf_add(&out, str_cut(phrase, '{', &phrase));
        if (phrase.len > 0)
            add_field(&out, str_cut(phrase, '}', &phrase), stamp);
    }
    return buf_str(&out);
}

static bool say_date(str *said, const str phrases[PHRASE_COUNT], str date,
                     struct arena *mem, struct error *err)
{
    struct stamp stamp = {0};

    if (!dates_find(&stamp, date) || stamp.year == 0)
        return error_set(err, ERROR_INPUT,
                         "--dateline: the edition has no date; --date gives "
                         "one");
    *said =
        fill(phrases[stamp.hour >= 0 ? PHRASE_TIME : PHRASE_DAY], &stamp, mem);
    return true;
}

/* ---- the blocks ---------------------------------------------------------- */

struct writing {
    struct block *blocks;
    size_t count;
};

static void add_link(struct writing *to, str text)
{
    to->blocks[to->count++] =
        (struct block){.role = ROLE_LINK,
                       .text = text,
                       .reason = STR("said by the presenter")};
}

/* Begins a story with what is said before it; the first has nothing. */
static void begin_story(struct writing *to, struct article *article,
                        size_t story, const str phrases[PHRASE_COUNT])
{
    bool last = story + 1 == article->story_count && story > 1;

    if (to->count > 0 && article->stories[story].first_block > 0)
        article->stories[story].first_block = to->count;
    if (story > 0 && phrases)
        add_link(to, phrases[last ? PHRASE_LAST : PHRASE_NEXT]);
}

/* The date is said behind the title of several stories, if there is one, but
 * before that of one article. */
static void write_blocks(struct writing *to, struct article *article, str date,
                         const str phrases[PHRASE_COUNT])
{
    size_t story = 0;

    for (size_t i = 0; i < article->block_count; i++) {
        bool begins = story < article->story_count &&
                      article->stories[story].first_block == i;
        bool first = article->story_count > 0 ? begins && story == 0 : i == 0;

        if (first && date.len > 0)
            add_link(to, date);
        if (begins)
            begin_story(to, article, story++, phrases);
        to->blocks[to->count++] = article->blocks[i];
    }
}

bool bulletin_add(struct article *article, const struct bulletin *bulletin,
                  struct arena *mem, struct error *err)
{
    struct writing to = {0};
    str phrases[PHRASE_COUNT] = {0}, date = {0};

    if (!bulletin->links && !bulletin->dateline)
        return true;
    if (!read_phrases(phrases, bulletin->phrases, mem, err) ||
        (bulletin->dateline &&
         !say_date(&date, phrases, article->date, mem, err)))
        return false;
    to.blocks = ARENA_ARRAY(mem, struct block,
                            article->block_count + article->story_count + 1);
    write_blocks(&to, article, date, bulletin->links ? phrases : NULL);
    article->blocks = to.blocks;
    article->block_count = to.count;
    return true;
}
