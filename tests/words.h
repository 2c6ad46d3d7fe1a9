/* The word lists of the program, for tests that read. */
#ifndef BAONOI_TESTS_WORDS_H
#define BAONOI_TESTS_WORDS_H

#include "check.h"

#include "words/lexicon.h"

static struct lexicon load_words(struct arena *mem)
{
    struct lexicon lexicon = {0};
    struct error err = {0};

    if (!lexicon_load(&lexicon, "voices/vi", NULL, 0, mem, &err))
        fail_msg("%s", err.message);
    return lexicon;
}

#endif
