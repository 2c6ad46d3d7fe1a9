/* baonoi article: the blocks of a page, their roles and the reasons. */
#include <stdio.h>

#include "article/article.h"
#include "base/io.h"
#include "command/command.h"
#include "output/values.h"
#include "run/result.h"

#define ROLE_COLUMNS 7
#define LINE_COLUMNS 4

static bool print_json(const struct article *article, struct error *err)
{
    json_t *blocks = json_array();

    for (size_t i = 0; i < article->block_count; i++) {
        const struct block *block = &article->blocks[i];

        json_array_append_new(blocks,
                              json_pack("{s:s, s:s%, s:s%, s:I}", "role",
                                        article_role_name(block->role), "text",
                                        JSON_STR(block->text), "reason",
                                        JSON_STR(block->reason), "line",
                                        (json_int_t)block->line));
    }
    return result_json(
        json_pack("{s:s%, s:s%, s:s%, s:s%, s:s%, s:s%, s:s%, s:o, s:o}",
                  "title", JSON_STR(article->title), "author",
                  JSON_STR(article->author), "date", JSON_STR(article->date),
                  "source", JSON_STR(article->source), "section",
                  JSON_STR(article->section), "image", JSON_STR(article->image),
                  "address", JSON_STR(article->address), "blocks", blocks,
                  "left_out", values_left_out(article)),
        err);
}

static void print_blocks(const struct article *article)
{
    for (size_t i = 0; i < article->block_count; i++) {
        const struct block *block = &article->blocks[i];

        printf("%-*s %*zu  %.*s  [%.*s]\n", ROLE_COLUMNS,
               article_role_name(block->role), LINE_COLUMNS, block->line,
               STR_ARGS(block->text), STR_ARGS(block->reason));
    }
    for (size_t i = 0; i < article->left_out_count; i++)
        printf("%-*s %*zu  <%s>, %zu bytes  [left out whole]\n", ROLE_COLUMNS,
               "skipped", LINE_COLUMNS, article->left_out[i].count,
               article->left_out[i].kind, article->left_out[i].size_bytes);
}

bool command_article(const struct options *options, struct arena *mem,
                     struct error *err)
{
    const char *path = options->operands.items[0];
    struct article article = {0};
    str bytes;

    if (!io_read_file(&bytes, path, mem, err) ||
        !article_read(&article, bytes, io_input_name(path), mem, err))
        return false;
    if (options->json)
        return print_json(&article, err);
    print_blocks(&article);
    return true;
}
