/* Any bytes, as a list of words in lines or in PLS: every entry can be said,
 * every other line has a fault; what is proposed in its place is an entry; and
 * what a list is printed as is the same list. */
#include <stdint.h>
#include <stdlib.h>

#include "words/lexicon.h"
#include "words/meant.h"
#include "words/spoken.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool condition)
{
    if (!condition)
        abort();
}

static void print_list(struct buf *out, const struct wordlist *list)
{
    for (size_t i = 0; i < list->entry_count; i++) {
        const struct entry *entry = &list->entries[i];

        require(spoken_is_text(entry_spoken(entry)) &&
                entry_written(entry).len > 0);
        buf_format(out, "%.*s\t%.*s\t%.*s\n", STR_ARGS(entry_written(entry)),
                   STR_ARGS(entry_spoken(entry)),
                   STR_ARGS(entry_context(entry)));
    }
}

static void check_same(const struct wordlist *a, const struct wordlist *b)
{
    require(a->entry_count == b->entry_count && b->fault_count == 0);
    for (size_t i = 0; i < a->entry_count; i++)
        require(str_eq(entry_written(&a->entries[i]),
                       entry_written(&b->entries[i])) &&
                str_eq(entry_spoken(&a->entries[i]),
                       entry_spoken(&b->entries[i])) &&
                str_eq(entry_context(&a->entries[i]),
                       entry_context(&b->entries[i])));
}

#define MEND_BYTES 200 /* of an input: it is slow */

static void mend_lines(str bytes, const struct lexicon *lexicon,
                       struct arena mem)
{
    bytes =
        str_slice(bytes, 0, bytes.len < MEND_BYTES ? bytes.len : MEND_BYTES);
    while (bytes.len > 0) {
        struct arena tmp = mem;
        struct buf meant = {.mem = &tmp};

        meant_line(&meant, wordlist_cut_line(&bytes), lexicon);
    }
}

static void read_list(str bytes, const struct lexicon *lexicon,
                      struct arena mem)
{
    /* Over lists without a word in them: to lay all of the shipped ones takes
     * a hundred times as long. */
    const struct wordlist empty[WORDS_COUNT] = {{0}};
    const struct lexicon under = {.lists = empty, .list_count = WORDS_COUNT};
    struct wordlist list = {.file = "fuzz"}, again = {.file = "again"};
    struct lexicon laid;
    struct buf text = {.mem = &mem};

    wordlist_read(&list, bytes, NULL, &mem);
    lexicon_lay(&laid, &under, &list, &mem);
    for (size_t i = 0; i < list.entry_count; i++)
        require(lexicon_find(&laid, WORDS_ABBREVIATIONS,
                             entry_written(&list.entries[i])));
    print_list(&text, &list);
    wordlist_read(&again, buf_str(&text), NULL, &mem);
    check_same(&list, &again);
    mend_lines(bytes, lexicon, mem);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct arena mem;
    static struct lexicon lexicon;
    struct error err = {0};

    if (!mem.end) {
        mem = arena_reserve(ARENA_EDITION_BYTES);
        require(lexicon_load(&lexicon, "voices/vi", NULL, 0, &mem, &err));
    }
    read_list((str){(const char *)data, size}, &lexicon, mem);
    return 0;
}
