/* Short forms that the article itself explains: after "Ban Quản lý chợ (BQLC)",
 * BQLC is "ban quản lý chợ", whatever a word list says. */
#ifndef BAONOI_TOKENS_COINED_H
#define BAONOI_TOKENS_COINED_H

#include "tokens/line.h"

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

/* Adds what token `at` is, if the line explains it: letters in brackets right
 * behind words that begin with them. The last explanation is the one that
 * holds. */
void coined_learn(struct coined *coined, const struct line *line, size_t at);

/* The words that it stands for, which stay until it is explained anew; empty
 * when nothing was said of it. */
str coined_find(const struct coined *coined, str written);

#endif
