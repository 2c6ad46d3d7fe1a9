/* Short forms that the article itself explains. */
#include "tokens/coined.h"

#include <string.h>

#include "base/utf8.h"
#include "words/vi_syllable.h"

#define LETTERS_LEAST 2
#define LETTERS_MOST 12

/* What may stand between the bracket and the form. */
static const char introductions[] =
    "gọi tắt là|gọi tắt|viết tắt là|viết tắt|sau đây gọi là|gọi là";
#define INTRODUCTION_WORDS_MOST 6

/* What a form leaves out of the words that it stands for. */
static const char left_out[] = "và|của|các|cho|về|trong|với|,|-|–";
#define LEFT_OUT_MOST 6

struct letters {
    int32_t codes[LETTERS_MOST]; /* in lower case */
    size_t count;                /* 0: they are no form */
};

static struct letters letters_of(str form)
{
    struct letters letters = {.count = 0};

    while (form.len > 0) {
        if (letters.count == LETTERS_MOST)
            return (struct letters){.count = 0};
        letters.codes[letters.count++] = utf8_lower(utf8_next(&form));
    }
    if (letters.count < LETTERS_LEAST)
        letters.count = 0;
    return letters;
}

/* The bracket before the form at `at`; `at` itself when there is none. */
static size_t bracket_before(const struct line *line, size_t at)
{
    size_t open = at;

    if (line_has_before(line, at, introductions))
        while (at - open < INTRODUCTION_WORDS_MOST && open > 0 &&
               line->tokens[open - 1].kind == TOKEN_WORD)
            open--;
    return open > 0 && str_eq(line->tokens[open - 1].text, STR("(")) ? open - 1
                                                                     : at;
}

/* "Ủy" begins with U, "đạo" with Đ alone. */
static bool begins_with(const struct token *token, int32_t letter)
{
    static const int32_t stroked = 0x111; /* đ */
    int32_t first = utf8_peek(token->lower);

    if (token->kind != TOKEN_WORD || !vi_syllable_valid(token->lower))
        return false;
    return first == letter || (first != stroked && letter != stroked &&
                               utf8_bare(first) == utf8_bare(letter));
}

/* The first of the words before token `end` that the letters stand for; `end`
 * when they stand for none. */
static size_t first_word(const struct line *line, const struct letters *letters,
                         size_t end)
{
    size_t at = end, left = letters->count, omitted = 0;

    while (left > 0 && at > 0) {
        const struct token *token = &line->tokens[--at];

        if (begins_with(token, letters->codes[left - 1]))
            left--;
        else if (left == letters->count || ++omitted > LEFT_OUT_MOST ||
                 !line_is_one_of(token->lower, left_out))
            return end;
    }
    return left == 0 ? at : end;
}

/* The words alone. False when they are too long to be kept. */
static bool spell_out(struct coined_form *form, const struct line *line,
                      size_t first, size_t end)
{
    size_t len = 0;

    for (size_t i = first; i < end; i++) {
        str word = line->tokens[i].lower;

        if (line->tokens[i].kind != TOKEN_WORD)
            continue;
        if (len + 1 + word.len > sizeof form->spoken)
            return false;
        if (len > 0)
            form->spoken[len++] = ' ';
        memcpy(form->spoken + len, word.s, word.len);
        len += word.len;
    }
    form->spoken_bytes = len;
    return true;
}

/* Where the form is, or would be. */
static size_t place_of(const struct coined *coined, str written)
{
    size_t at = 0;

    while (at < coined->count && !str_eq(coined->forms[at].written, written))
        at++;
    return at;
}

static void learn(struct coined *coined, const struct line *line, size_t first,
                  size_t end, str written)
{
    struct coined_form new = {.written = written};
    size_t at = place_of(coined, written);

    if (at == COINED_FORMS_MOST || !spell_out(&new, line, first, end))
        return;
    coined->forms[at] = new;
    coined->count += at == coined->count;
}

void coined_learn(struct coined *coined, const struct line *line, size_t at)
{
    const struct token *token = &line->tokens[at];
    struct letters letters;
    size_t open, first;

    if (token->kind != TOKEN_WORD || !token->upper ||
        !str_eq(token[1].text, STR(")")))
        return;
    letters = letters_of(token->text);
    open = bracket_before(line, at);
    if (letters.count == 0 || open == at)
        return;
    first = first_word(line, &letters, open);
    if (first < open)
        learn(coined, line, first, open, token->text);
}

str coined_find(const struct coined *coined, str written)
{
    size_t at = place_of(coined, written);

    if (at == coined->count)
        return (str){0};
    return (str){coined->forms[at].spoken, coined->forms[at].spoken_bytes};
}
