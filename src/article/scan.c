/* One walk over the characters of a line: its words, and how it ends. */
#include "article/scan.h"

#include "base/utf8.h"

#define COPYRIGHT 0xA9 /* ©, as good as a word */

/* What a character is to the words of a line; one of them in ASCII is what a
 * fold has for it. */
enum { MARK, SPACE, CLOSING, WORD };

/* clang-format off */
static const char ascii[0x80] = {
    ['\t'] = SPACE, ['\n'] = SPACE, ['\v'] = SPACE, ['\f'] = SPACE,
    ['\r'] = SPACE, [' '] = SPACE,
    ['"'] = CLOSING, ['\''] = CLOSING, [')'] = CLOSING, [']'] = CLOSING,
    ['*'] = CLOSING, ['_'] = CLOSING,
    ['0'] = '#', ['1'] = '#', ['2'] = '#', ['3'] = '#', ['4'] = '#',
    ['5'] = '#', ['6'] = '#', ['7'] = '#', ['8'] = '#', ['9'] = '#',
    ['A'] = 'a', ['B'] = 'b', ['C'] = 'c', ['D'] = 'd', ['E'] = 'e',
    ['F'] = 'f', ['G'] = 'g', ['H'] = 'h', ['I'] = 'i', ['J'] = 'j',
    ['K'] = 'k', ['L'] = 'l', ['M'] = 'm', ['N'] = 'n', ['O'] = 'o',
    ['P'] = 'p', ['Q'] = 'q', ['R'] = 'r', ['S'] = 's', ['T'] = 't',
    ['U'] = 'u', ['V'] = 'v', ['W'] = 'w', ['X'] = 'x', ['Y'] = 'y',
    ['Z'] = 'z',
    ['a'] = 'a', ['b'] = 'b', ['c'] = 'c', ['d'] = 'd', ['e'] = 'e',
    ['f'] = 'f', ['g'] = 'g', ['h'] = 'h', ['i'] = 'i', ['j'] = 'j',
    ['k'] = 'k', ['l'] = 'l', ['m'] = 'm', ['n'] = 'n', ['o'] = 'o',
    ['p'] = 'p', ['q'] = 'q', ['r'] = 'r', ['s'] = 's', ['t'] = 't',
    ['u'] = 'u', ['v'] = 'v', ['w'] = 'w', ['x'] = 'x', ['y'] = 'y',
    ['z'] = 'z',
};
/* clang-format on */

static int kind_beyond_ascii(int32_t code)
{
    static const int32_t closing[] = {0x201D, 0x2019, 0x00BB};

    if (utf8_is_letter(code) || code == COPYRIGHT)
        return WORD;
    for (size_t i = 0; i < sizeof closing / sizeof closing[0]; i++)
        if (code == closing[i])
            return CLOSING;
    return utf8_is_space(code) ? SPACE : MARK;
}

/* What a text that is not empty starts with; `text` goes on behind it. */
static inline int next_kind(int32_t *code, str *text)
{
    unsigned char c = (unsigned char)text->s[0];
    str rest = *text;

    if (c < 0x80) {
        *text = (str){text->s + 1, text->len - 1};
        *code = c;
        return ascii[c];
    }
    *code = utf8_next_beyond(&rest);
    *text = rest;
    return kind_beyond_ascii(*code);
}

static enum ending ending_of(int32_t code)
{
    static const struct {
        int32_t code;
        enum ending ending;
    } table[] = {
        {'.', END_STOP},     {'!', END_STOP},  {0x2026, END_STOP},
        {'?', END_QUESTION}, {':', END_COLON}, {';', END_CLAUSE},
        {',', END_CLAUSE},
    };

    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
        if (code == table[i].code)
            return table[i].ending;
    return END_OPEN;
}

/* What stands between two words. */
struct gap {
    int32_t mark; /* the last that is neither space nor closing, or 0 */
    bool spaced;
};

/* What stands before the next word; it is taken off `text`. */
static inline struct gap take_gap(str *text)
{
    struct gap gap = {0};
    str rest = *text;

    for (str next = rest; next.len > 0; rest = next) {
        int32_t code;
        int kind = next_kind(&code, &next);

        if (kind >= WORD)
            break;
        gap.spaced = gap.spaced || kind == SPACE;
        gap.mark = kind == MARK ? code : gap.mark;
    }
    *text = rest;
    return gap;
}

/* What follows the word at the start of `text`. */
static str skip_word(str text)
{
    int32_t code;

    for (str next = text; next.len > 0; text = next)
        if (next_kind(&code, &next) < WORD)
            break;
    return text;
}

/* The same; the word goes to the fold, a run of digits as one "#". */
static str fold_word(struct buf *fold, str text)
{
    int before = SPACE;

    buf_char(fold, ' ');
    for (str next = text; next.len > 0; text = next) {
        int32_t code;
        int kind = next_kind(&code, &next);

        if (kind < WORD)
            break;
        if (kind == WORD)
            utf8_add(fold, utf8_lower(code));
        else if (kind != '#' || before != '#')
            buf_char(fold, (char)kind);
        before = kind;
    }
    return text;
}

/* Counts the word at the start of `text`. */
static void count_word(struct line *line, str text)
{
    int32_t first = utf8_peek(text);

    line->words++;
    line->capitals += utf8_is_upper(first);
    line->numbers += utf8_is_digit(first);
}

static void count_gap(struct line *line, const struct gap *gap, bool is_last)
{
    line->ending = gap->mark ? ending_of(gap->mark) : END_OPEN;
    line->commas += gap->mark == ',';
    line->sentences +=
        (gap->spaced || is_last) &&
        (line->ending == END_STOP || line->ending == END_QUESTION);
}

void scan_line(struct line *line, struct arena *mem)
{
    struct buf fold = {.mem = mem};
    str rest = line->text;

    take_gap(&rest);
    while (rest.len > 0) {
        struct gap gap;

        count_word(line, rest);
        rest = line->words <= FOLD_WORDS ? fold_word(&fold, rest)
                                         : skip_word(rest);
        gap = take_gap(&rest);
        count_gap(line, &gap, rest.len == 0);
    }
    line->fold = str_skip(buf_str(&fold), fold.len > 0);
}
