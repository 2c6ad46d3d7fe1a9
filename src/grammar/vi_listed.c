/* What the word lists have, and the short forms that they lack. */
#include "grammar/vi_listed.h"

#include "base/utf8.h"
#include "tokens/coined.h"
#include "words/foreign.h"
#include "words/vi_syllable.h"

static const enum word_list word_lists[] = {WORDS_ABBREVIATIONS, WORDS_PEOPLES,
                                            WORDS_FOREIGN, WORDS_UNITS};

static bool is_loud_syllable(const struct token *token)
{
    return token->kind == TOKEN_WORD && token->upper &&
           utf8_count(token->text) > 1 && vi_syllable_valid(token->lower);
}

/* A syllable in a line of capitals, which is no abbreviation there. */
static bool is_shouted(const struct match *match)
{
    const struct token *token = match_token(match);
    size_t at = match->first;

    if (!token->upper || !vi_syllable_valid(token->lower))
        return false;
    return is_loud_syllable(token + 1) ||
           (token[1].kind == TOKEN_SIGN && is_loud_syllable(token + 2)) ||
           (at > 0 && is_loud_syllable(token - 1)) ||
           (at > 1 && token[-1].kind == TOKEN_SIGN &&
            is_loud_syllable(token - 2));
}

/* Units are named without a number too ("km 12", "tính theo m2"), but where
 * they could be words they are. */
static bool may_stand_in(const struct match *match, enum word_list list)
{
    const struct token *token = match_token(match);

    return list != WORDS_UNITS || !vi_syllable_valid(token->lower);
}

static bool is_better(const struct entry *entry, str head, str longest)
{
    return head.len > longest.len &&
           (entry->list != WORDS_UNITS ||
            (utf8_count(head) > 1 && !str_has(head, STR("/"))));
}

static const struct entry *find_longest(const struct match *match, str text,
                                        str *longest)
{
    const struct entry *best = NULL;

    *longest = (str){0};
    for (size_t i = 0; i < sizeof word_lists / sizeof word_lists[0]; i++) {
        str head;
        const struct entry *entry =
            may_stand_in(match, word_lists[i])
                ? lexicon_longest(match->lexicon, word_lists[i], text, &head)
                : NULL;

        if (entry && is_better(entry, head, *longest)) {
            best = entry;
            *longest = head;
        }
    }
    return best;
}

/* What is numbered: "QL6" is a road, but "CT1" a building, "VN213" a flight. */
static const char numbered[] =
    "ql|tl|đt|hl|qk|đh|bđ|km|kp|q|p|tt|tdp|kcn|vtv|htv|pa|ron|nv|hk|gđ|bn|nđ|"
    "nq|qđ|kl";

/* The point of "24 TS." ends the sentence, where "TS." is a title. */
static bool ends_line(const struct match *match, str head)
{
    const struct token *token = match_token(match);
    str known;

    return str_eq(str_skip(head, head.len - 1), STR(".")) &&
           token[2].kind == TOKEN_END && token[1].lower.len == 1 &&
           head.len == token->text.len + 1 &&
           find_longest(match, token->text, &known);
}

/* The longest entry from the word on; of a word that digits touch, a whole one
 * with its digits ("CO2"), or the word alone if such things are numbered. */
static const struct entry *find_listed(const struct match *match, str *head)
{
    const struct token *token = match_token(match);
    str text = line_text_from(match->line, match->first);
    const struct entry *entry = find_longest(match, text, head);

    if (entry && ends_line(match, *head))
        return find_longest(match, token->text, head);
    if (entry || token[1].kind != TOKEN_NUMBER || !token[1].glued ||
        (token->upper && !line_is_one_of(token->lower, numbered)))
        return entry;
    return find_longest(match, token->text, head);
}

/* "Nguyễn Thị H. khai": no place ("H. Củ Chi"), but the initial of a name. */
static bool is_initial(const struct match *match, size_t end)
{
    const struct token *token = match_token(match);

    if (utf8_count(token->text) != 1 || !str_eq(token[1].text, STR(".")))
        return false;
    if (token[2].glued && token[2].kind == TOKEN_WORD && token[2].upper &&
        utf8_count(token[2].text) == 1 && !str_eq(token[2].text, STR("Ô")))
        return true; /* "T.M.L."; but "P.Ô Chợ Dừa" */
    if (token->glued && match->first > 1 && token[-2].upper &&
        str_eq(token[-1].text, STR(".")) && utf8_count(token[-2].text) == 1)
        return true; /* the last of them */
    if (match->line->tokens[end].kind != TOKEN_NUMBER &&
        !line_is_capital(match->line, end))
        return true;
    return match->first > 1 && !token[-1].upper &&
           line_is_capital(match->line, match->first - 1) &&
           line_is_capital(match->line, match->first - 2);
}

/* Capitals that a number touches: the model "Mi-8MTV". */
static bool ends_model(const struct match *match)
{
    const struct token *token = match_token(match);

    return token->upper && token->glued && match->first > 0 &&
           token[-1].kind == TOKEN_NUMBER;
}

#define MODEL_MAX_LETTERS 3

/* "ST-450": letters and a number, which is no shop. */
static bool begins_model(const struct match *match, size_t end)
{
    const struct token *token = match_token(match);

    return token->upper && end == match->first + 1 &&
           token->text.len == utf8_count(token->text) &&
           token->text.len <= MODEL_MAX_LETTERS && token[1].glued &&
           str_eq(token[1].lower, STR("-")) && token[2].glued &&
           token[2].kind == TOKEN_NUMBER &&
           !line_is_one_of(token->lower, "ql|tl|đt|qk|bđ");
}

/* A name stands behind: "TS Trần Thị Ngọc" is no candidate of an exam, "TH Hòa
 * Bình" no case. */
static bool is_title(const struct match *match, const struct entry *entry,
                     size_t end)
{
    const struct line *line = match->line;

    return line_is_one_of(entry_written(entry),
                          "TS|BS|KS|LS|DS|ĐD|GV|KTV|TH") &&
           line_is_capital(line, end) && !line->tokens[end].upper &&
           line_is_capital(line, end + 1) && !line->tokens[end + 1].upper &&
           !line->tokens[end + 1].glued &&
           vi_syllable_valid(line->tokens[end].lower) &&
           vi_syllable_valid(line->tokens[end + 1].lower);
}

bool vi_listed_entry(struct buf *out, struct match *match)
{
    const struct line *line = match->line;
    str head, clue, spoken;
    const struct entry *entry = find_listed(match, &head);
    size_t end =
        entry ? line_token_after(line, match->first, head) : match->first;

    if (end == match->first || ends_model(match) ||
        (end == match->first + 2 && is_initial(match, end)))
        return false;
    match->end = end;
    match->entry = entry;
    spoken = match_choose(match, entry, end, &clue);
    if (clue.len == 0 && begins_model(match, end))
        return false;
    if (end == match->first + 1 && is_shouted(match) &&
        (clue.len == 0 || str_eq(clue, STR("_"))))
        return false;
    if (is_title(match, entry, end)) {
        spoken = entry_spoken(entry);
        match->unsure = false;
    }
    if (entry->list == WORDS_FOREIGN || entry->list == WORDS_PEOPLES)
        match_show(match, head, spoken);
    buf_add(out, spoken);
    return true;
}

/* "TAM" in a line of small letters: a word, or an abbreviation by chance. */
bool vi_listed_capitals(struct buf *out, struct match *match)
{
    str text = match_token(match)->text;
    const struct entry *entry =
        lexicon_find(match->lexicon, WORDS_ABBREVIATIONS, text);

    if (!is_loud_syllable(match_token(match)) || text.len != utf8_count(text))
        return false;
    match->unsure =
        !is_shouted(match) || (entry != NULL && entry_context(entry).len > 0);
    buf_add(out, text);
    return true;
}

/* Capitals that touch digits, or two that make a syllable by chance: "SE1",
 * "DO". */
bool vi_listed_series(struct buf *out, struct match *match)
{
    const struct token *token = match_token(match);
    bool model = begins_model(match, match->end);
    bool touches =
        (token->glued && match->first > 0 && token[-1].kind == TOKEN_NUMBER) ||
        (token[1].glued && token[1].kind == TOKEN_NUMBER);

    if (token->text.len != utf8_count(token->text) || token->text.len < 2)
        return false;
    if (!touches && !model && (token->text.len > 2 || is_shouted(match)))
        return false;
    match->unsure = !touches && !model;
    return foreign_spell(out, token->text, match->lexicon);
}

/* "p. Bến Nghé", "q.1": the lists have these in capitals. */
bool vi_listed_place(struct buf *out, struct match *match)
{
    const struct token *next = &match->line->tokens[match->end];
    struct buf capital = {.mem = match->scratch};
    const struct entry *entry;

    if (match->part[0].len != 1 || match_token(match)->upper ||
        !(next->kind == TOKEN_NUMBER ||
          line_is_capital(match->line, match->end)))
        return false;
    buf_format(&capital, "%c.", match->part[0].s[0] - 'a' + 'A');
    entry =
        lexicon_find(match->lexicon, WORDS_ABBREVIATIONS, buf_str(&capital));
    if (entry)
        buf_add(out, entry_spoken(entry));
    match->entry = entry;
    return entry != NULL;
}

#define ROOM_MIN_DIGITS 3
#define ROOM_MAX_DIGITS 4

/* "P.302" is a room: no ward has such a number. */
bool vi_listed_room(struct buf *out, struct match *match)
{
    str digits = match->part[0];

    if (!match_token(match)->upper || digits.len < ROOM_MIN_DIGITS ||
        digits.len > ROOM_MAX_DIGITS)
        return false;
    vi_number_say(out, "phòng");
    vi_number_digits(out, digits);
    return true;
}

bool vi_listed_hyphened(struct buf *out, struct match *match)
{
    struct buf written = {.mem = match->scratch};
    const struct entry *entry;

    if (match_token(match)[1].glued && match_token(match)[2].glued)
        return false; /* "KT-XH" itself */
    buf_add(&written, match->part[0]);
    buf_char(&written, '-');
    buf_add(&written, match->part[1]);
    entry =
        lexicon_find(match->lexicon, WORDS_ABBREVIATIONS, buf_str(&written));
    if (entry)
        buf_add(out, entry_spoken(entry));
    match->entry = entry;
    return entry != NULL;
}

/* ---- short forms that no list has ---------------------------------------- */

#define SYMBOL_MAX_LETTERS 5

/* Most of its few letters are capitals: "IChO", "SpO". */
static bool is_symbol(str text)
{
    size_t capitals = 0, letters = 0;

    while (text.len > 0 && letters <= SYMBOL_MAX_LETTERS) {
        capitals += utf8_is_upper(utf8_next(&text));
        letters++;
    }
    return letters <= SYMBOL_MAX_LETTERS && 2 * capitals > letters;
}

#define TICKER_LETTERS 3

/* Near these three capitals are a share: "cổ phiếu DIG". */
static const char shares[] =
    "cổ phiếu|các mã|mã ck|mã chứng khoán|cp|hose|hnx|upcom|bluechip|mua ròng|"
    "bán ròng|tăng trần|giảm sàn|dư mua|dư bán|vn-index|vn30";

/* "mã HPX"; but "mã PIN" is a word. */
static bool is_unknown_code(const struct match *match)
{
    return line_has_before(match->line, match->first, "mã") &&
           !vi_syllable_valid(match_token(match)->lower) &&
           !lexicon_find(match->lexicon, WORDS_FOREIGN,
                         match_token(match)->text);
}

bool vi_listed_ticker(struct buf *out, struct match *match)
{
    str letters = match_token(match)->text;
    const struct token *next = &match->line->tokens[match->end];
    bool moves = str_eq(next[0].lower, STR("(")) && /* "VND (+3,8%)" */
                 line_is_one_of(next[1].lower, "+|-") && next[1].glued;

    if (moves && letters.len == TICKER_LETTERS &&
        utf8_count(letters) == letters.len)
        return foreign_spell(out, letters, match->lexicon);
    if (letters.len != TICKER_LETTERS || utf8_count(letters) != letters.len ||
        lexicon_find(match->lexicon, WORDS_ABBREVIATIONS, letters) ||
        lexicon_find(match->lexicon, WORDS_CURRENCIES, letters) ||
        is_shouted(match))
        return false;
    return (match_joins(match, "share", ",|và|/") || is_unknown_code(match) ||
            line_has_near(match->line, match->first, shares)) &&
           foreign_spell(out, letters, match->lexicon);
}

bool vi_listed_spelled(struct buf *out, struct match *match)
{
    const struct token *token = match_token(match);

    match->unsure = true;
    return (token->upper ? foreign_is_spelled(token->text)
                         : is_symbol(token->text)) &&
           foreign_spell(out, token->text, match->lexicon);
}

#define COMPOSED_MIN_LETTERS 4
#define COMPOSED_MAX_BYTES 24

/* Vietnamese by a letter of its own, or by what it begins with. */
static bool is_vietnamese(str letters)
{
    return str_has(letters, STR("Đ")) || str_has(letters, STR("Ư")) ||
           str_starts(letters, STR("UBND")) ||
           str_starts(letters, STR("CSGT")) || str_starts(letters, STR("BCH"));
}

/* The level of the authority may end it: "UBNDX". */
static const struct {
    const char *letter, *spoken;
} levels[] = {{"X", "xã"}, {"P", "phường"}, {"T", "tỉnh"}};

static str level_of(str letters)
{
    for (size_t i = 0; i < sizeof levels / sizeof levels[0]; i++)
        if (str_eq(letters, str_from(levels[i].letter)))
            return str_from(levels[i].spoken);
    return (str){0};
}

static bool say_composed(struct buf *out, str letters, struct match *match)
{
    size_t start = out->len;
    str level = level_of(letters), clue;

    vi_number_add(out, level);
    if (letters.len == 0 || level.len > 0)
        return true;
    for (size_t len = letters.len; len > 1; len--) {
        str rest = str_skip(letters, len);
        const struct entry *entry = lexicon_find(
            match->lexicon, WORDS_ABBREVIATIONS, str_slice(letters, 0, len));

        if (!entry)
            continue;
        vi_number_add(out, lexicon_choose(entry, (str){0}, level_of(rest),
                                          &clue, *match->scratch));
        if (say_composed(out, rest, match))
            return true;
        out->len = start;
    }
    return false;
}

/* Abbreviations written as one: "BCHQSX". */
bool vi_listed_composed(struct buf *out, struct match *match)
{
    str letters = match_token(match)->text;

    match->unsure = true;
    return utf8_count(letters) >= COMPOSED_MIN_LETTERS &&
           letters.len <= COMPOSED_MAX_BYTES && is_vietnamese(letters) &&
           say_composed(out, letters, match);
}

/* ---- what the article explains ------------------------------------------- */

static bool is_own(const struct lexicon *lexicon, const struct entry *entry)
{
    size_t list = WORDS_COUNT;

    while (list < lexicon->list_count &&
           lexicon->lists[list].file != entry->file)
        list++;
    return list < lexicon->list_count;
}

/* Whether the reading was chosen by what stands right beside the form. */
static bool is_told_beside(const struct match *match, const struct entry *entry)
{
    size_t first = match->first;
    str clue;

    lexicon_choose(entry, line_text_before(match->line, first),
                   line_text_from(match->line, first + 1), &clue,
                   *match->scratch);
    return clue.len > 1 && str_has(clue, STR("_"));
}

/* Whether a list says it better: a longer form, the user's own word, the same
 * without doubt, or what stands beside it demands. What a list knows otherwise
 * is a guess: the letters may have been those of a person's name. */
static bool is_listed(struct match *match, str spoken)
{
    str head, written = match->part[0];
    const struct entry *entry =
        lexicon_longest(match->lexicon, WORDS_ABBREVIATIONS,
                        line_text_from(match->line, match->first), &head);

    if (!entry)
        return false;
    if (head.len > written.len || is_own(match->lexicon, entry) ||
        is_told_beside(match, entry))
        return true;
    if (entry_context(entry).len > 0)
        return false;
    match->unsure = true;
    return str_eq(entry_spoken(entry), spoken);
}

/* "VN-Index": a part of a name. */
static bool begins_name(const struct token *token)
{
    return str_eq(token[1].text, STR("-")) && token[1].glued &&
           token[2].kind == TOKEN_WORD && token[2].glued && !token[2].upper;
}

bool vi_listed_explained(struct buf *out, struct match *match)
{
    str spoken = coined_find(match->coined, match->part[0]);

    if (spoken.len == 0 || is_shouted(match) ||
        begins_name(match_token(match)) || is_listed(match, spoken))
        return false;
    buf_add(out, spoken);
    return true;
}
