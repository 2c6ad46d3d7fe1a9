/* Short forms that the article itself explains: after "Ban Quản lý chợ (BQLC)",
 * BQLC is "ban quản lý chợ", whatever a word list says. */
#ifndef BAONOI_GRAMMAR_VI_COINED_H
#define BAONOI_GRAMMAR_VI_COINED_H

#include "grammar/match.h"

#define COINED_FORMS_MOST 64
#define COINED_BYTES_MOST 160

struct coined_form {
    str written; /* view into the article */
    char spoken[COINED_BYTES_MOST];
    size_t spoken_bytes;
};

/* What was explained so far; further ones are not learnt. */
struct coined {
    struct coined_form forms[COINED_FORMS_MOST];
    size_t count;
};

/* Adds what the line explains: letters in brackets right behind words that
 * begin with them. The last explanation of a form is the one that holds. */
void vi_coined_learn(struct coined *coined, const struct line *line);

rule_reader vi_coined_form;

#endif
