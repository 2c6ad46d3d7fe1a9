/* Titles as names of files that every file system can hold, FAT too. */
#include "access/filename.h"

#include "base/utf8.h"

#define BETWEEN STR(" - ")
#define PAIR_FIRST 0x10000 /* code points from here take two units */
#define DELETE 0x7F

/* What stands for a character: itself, a space, a hyphen, or nothing (0). */
static int32_t safe_form(int32_t code)
{
    if (utf8_is_space(code) || code < ' ' || code == DELETE)
        return ' ';
    switch (code) {
    case '/':
    case '\\':
    case ':':
    case '|':
        return '-';
    case '"':
    case '*':
    case '<':
    case '>':
    case '?':
        return 0;
    default:
        return code;
    }
}

/* The title as far as it can be used, however long. */
static str safe_title(str title, struct arena *mem)
{
    struct buf out = {.mem = mem};
    bool blank = false;

    while (title.len > 0) {
        int32_t code = safe_form(utf8_next(&title));

        if (code == ' ') {
            blank = out.len > 0;
        } else if (code != 0) {
            if (blank)
                buf_char(&out, ' ');
            blank = false;
            utf8_add(&out, code);
        }
    }
    return buf_str(&out);
}

/* The longest head within the limits, up to a space if it has one. */
static str head_of(str title)
{
    str rest = title;
    size_t units = 0, end = 0, word = 0;

    while (rest.len > 0) {
        int32_t code = utf8_next(&rest);

        units += code >= PAIR_FIRST ? 2 : 1;
        if (units > FILENAME_TITLE_UNITS ||
            title.len - rest.len > FILENAME_TITLE_BYTES)
            return str_slice(title, 0, word > 0 ? word : end);
        if (code == ' ')
            word = end;
        end = title.len - rest.len;
    }
    return title;
}

void filename_add(struct buf *out, str title)
{
    struct arena tmp;
    str head;

    buf_reserve(out, FILENAME_TITLE_BYTES);
    tmp = *out->mem;
    head = head_of(safe_title(title, &tmp));
    while (head.len > 0 && str_has(STR(" .,;-"), str_skip(head, head.len - 1)))
        head.len--;
    buf_add(out, head);
}

bool filename_is_numbered(str name, str suffix)
{
    size_t digits = 0;

    while (digits < name.len && utf8_is_digit(name.s[digits]))
        digits++;
    return digits > 0 && str_starts(str_skip(name, digits), BETWEEN) &&
           str_ends(name, suffix);
}
