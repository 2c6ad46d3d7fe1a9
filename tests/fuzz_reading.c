/* Any bytes, so many of them, as a line, the same twice, and as an article:
 * what is spoken is legal syllables, and every character is accounted for. */
#include <stdint.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "words/lexicon.h"
#include "reading/script.h"
#include "words/spoken.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What is longer has nothing new in it, and takes its time. */
#define BYTES_MOST 400

static void check_script(const struct script *script, struct arena mem)
{
    for (size_t i = 0; i < script->sentence_count; i++) {
        const struct sentence *sentence = &script->sentences[i];

        if (sentence->word_count == 0)
            abort();
        for (size_t j = 0; j < sentence->word_count; j++) {
            struct arena tmp = mem;

            if (!spoken_is_text(spoken_lower(sentence->words[j].spoken, &tmp)))
                abort();
        }
    }
}

static void read_twice(str bytes, const struct lexicon *lexicon,
                       struct arena mem)
{
    const struct script_options options = {0};
    str text = utf8_clean(bytes, &mem);
    struct block blocks[] = {{.role = ROLE_TITLE, .text = text},
                             {.role = ROLE_BYLINE, .text = text}};
    struct article article = {.blocks = blocks, .block_count = 2};
    struct script script = {0};
    struct error err = {0};

    if (!str_eq(script_line(text, lexicon, &options, &mem),
                script_line(text, lexicon, &options, &mem)))
        abort();
    if (script_write(&script, &article, lexicon, &options, &mem, &err))
        check_script(&script, mem);
    else if (err.code != ERROR_INPUT)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct arena mem;
    static struct lexicon lexicon;
    struct error err = {0};

    if (!mem.end) {
        mem = arena_reserve(ARENA_EDITION_BYTES);
        if (!lexicon_load(&lexicon, "voices/vi", NULL, 0, &mem, &err))
            abort();
    }
    if (size > BYTES_MOST)
        size = BYTES_MOST;
    read_twice((str){(const char *)data, size}, &lexicon, mem);
    return 0;
}
