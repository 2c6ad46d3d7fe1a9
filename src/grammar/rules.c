/* How a line is read: the table of rules. */
#include "grammar/rules.h"

#include "grammar/vi_address.h"
#include "grammar/vi_cited.h"
#include "grammar/vi_code.h"
#include "grammar/vi_date.h"
#include "grammar/vi_day.h"
#include "grammar/vi_listed.h"
#include "grammar/vi_measure.h"
#include "grammar/vi_period.h"
#include "grammar/vi_ratio.h"
#include "grammar/vi_roman.h"
#include "grammar/vi_score.h"
#include "grammar/vi_unit.h"
#include "grammar/vi_word.h"
#include "tokens/coined.h"

struct rule {
    const char *name, *shape;
    const char *after;  /* phrases one of which stands right before, or NULL */
    const char *before; /* and right after */
    enum kind kind;
    rule_reader *read;
};

#define PLATES "biển số|bks|bs|biển kiểm soát|biển|số xe|biển số xe"
#define LOTS                                                                                              \
    "số lô|số lô sản xuất|lô sản xuất|mã lô|số đăng ký|số đăng ký lưu hành|" \
    "sđk|số lưu hành|mã hàng|mã sản phẩm"
#define STANDARDS "iso|tcvn|qcvn|iec|tiêu chuẩn|quy chuẩn|iso/iec"

/* What is numbered by the year, and what tells hours from other counts. */
static const char documents[] =
    "nghị định|nghị định số|thông tư|thông tư số|quyết định|quyết định số|"
    "nghị quyết|nghị quyết số|luật số|chỉ thị|chỉ thị số|pháp lệnh|công văn|"
    "công văn số|nđ|tt|qđ|nq|ct|số";
static const char known_by_number[] =
    "đề án|chỉ thị|nghị quyết|nghị định|thông tư|quyết định|chương trình";
static const char hour_heads[] = "từ|đến|tới|lúc|hồi|vào|trước|sau|khoảng|-";

/* clang-format off */

static const struct rule number_rules[] = {
    /* name           shape        after  before  kind         reader */
    {"digits",        "#*",        NULL,  NULL,   KIND_TEXT,   vi_word_long_digits},
    {"long code",     "#*",        NULL,  NULL,   KIND_TEXT,   vi_code_long},
    {"web address",   "#*",        NULL,  NULL,   KIND_TEXT,   vi_address_web},
    {"document code", "#*",        NULL,  NULL,   KIND_TEXT,   vi_code_document},
    {"plate",         "#U-#.#",    NULL,  NULL,   KIND_TEXT,   vi_code_plate},
    {"plate",         "#U-#",      NULL,  NULL,   KIND_TEXT,   vi_code_plate},
    {"plate",         "#U#-#.#",   NULL,  NULL,   KIND_TEXT,   vi_code_plate},
    {"plate",         "#U#-#",     NULL,  NULL,   KIND_TEXT,   vi_code_plate},
    {"plate",         "#-U# #.#",  PLATES, NULL,  KIND_TEXT,   vi_code_plate},
    {"plate",         "#-U#-#.#",  PLATES, NULL,  KIND_TEXT,   vi_code_plate},
    {"plate",         "#U# #.#",   PLATES, NULL,  KIND_TEXT,   vi_code_plate},
    {"plate",         "#U - #.#",  PLATES, NULL,  KIND_TEXT,   vi_code_plate},
    {"plate",         "#U# - #.#", PLATES, NULL,  KIND_TEXT,   vi_code_plate},
    {"plate",         "#U #.#",    PLATES, NULL,  KIND_TEXT,   vi_code_plate},
    {"plate",         "#-U# #",    PLATES, NULL,  KIND_TEXT,   vi_code_plate},
    {"standard",      "#:#",       STANDARDS, NULL, KIND_TEXT, vi_code_standard},

    {"digits",        "#_-_#_-_#_-_#*", NULL, NULL, KIND_TEXT, vi_score_drawn},
    {"code",          "#W",        NULL,  NULL,   KIND_TEXT,   vi_code_runway},
    {"code",          "#W*",       NULL,  "/",    KIND_TEXT,   vi_code_runway},
    {"digits",        "#",         "boeing", NULL, KIND_TEXT, vi_code_aircraft},
    {"digits",        "#-#",       "boeing", NULL, KIND_TEXT, vi_code_aircraft},
    {"month",         "#t/#",      NULL,  NULL,   KIND_DATE,   vi_period_year},
    {"month",         "#t#",       NULL,  NULL,   KIND_DATE,   vi_period_year},
    {"month",         "#q/#",      NULL,  NULL,   KIND_DATE,   vi_period_year},
    {"month",         "#q#",       NULL,  NULL,   KIND_DATE,   vi_period_year},
    {"month",         "#h/#",      NULL,  NULL,   KIND_DATE,   vi_period_year},
    {"month",         "#h#",       NULL,  NULL,   KIND_DATE,   vi_period_year},
    {"month",         "#/#",       "quý", NULL,   KIND_DATE,   vi_period_quarter},
    {"measure",       "#W#W",      NULL,  NULL,   KIND_NUMBER, vi_period_stay},
    {"measure",       "#W/#W",     NULL,  NULL,   KIND_NUMBER, vi_period_stay},
    {"measure",       "#W-#W",     NULL,  NULL,   KIND_NUMBER, vi_period_stay},
    {"measure",       "#?",        NULL,  NULL,   KIND_NUMBER, vi_unit_stars},
    {"measure",       "N?",        NULL,  NULL,   KIND_NUMBER, vi_unit_plus},
    {"measure",       "#t",        NULL,  NULL,   KIND_NUMBER, vi_unit_age},
    {"measure",       "Nx",        NULL,  NULL,   KIND_NUMBER, vi_unit_times},
    {"measure",       "N?",        NULL,  NULL,   KIND_NUMBER, vi_unit_inches},
    {"scale",         "#:N",       "tỷ lệ|tỉ lệ", NULL, KIND_NUMBER, vi_measure_scale},

    {"date span",     "#_-_#/#/#", NULL,  NULL,   KIND_DATE,   vi_date_span},
    {"date span",     "#_-_#/#",   NULL,  NULL,   KIND_DATE,   vi_date_span},
    {"date span",     "#-#.#",     vi_date_heads, NULL, KIND_DATE, vi_date_span},
    {"date",          "#/#/#*",    NULL,  NULL,   KIND_DATE,   vi_date_full},
    {"date",          "#-#-#",     NULL,  NULL,   KIND_DATE,   vi_date_full},
    {"date",          "#.#.#",     NULL,  NULL,   KIND_DATE,   vi_date_full},
    {"telephone",     "#*",        NULL,  NULL,   KIND_TEXT,   vi_address_phone},
    {"digits",        "#",         NULL,  NULL,   KIND_NUMBER, vi_address_digits},
    {"telephone",     "#",         NULL,  NULL,   KIND_NUMBER, vi_address_emergency},
    {"IP address",    "#.#.#.#",   NULL,  NULL,   KIND_TEXT,   vi_address_ip},

    {"clock",         "#:#:#.#",   NULL,  NULL,   KIND_TIME,   vi_date_race},
    {"clock",         "#:#.#",     NULL,  NULL,   KIND_TIME,   vi_date_race},
    {"scale",         "#:N",       NULL,  NULL,   KIND_NUMBER, vi_measure_scale},
    {"clock",         "#:#:#",     NULL,  NULL,   KIND_TIME,   vi_date_clock},
    {"clock",         "#:#",       NULL,  NULL,   KIND_TIME,   vi_date_clock},
    {"clock",         "#h#p",      NULL,  NULL,   KIND_TIME,   vi_date_clock},
    {"clock",         "#g#p",      NULL,  NULL,   KIND_TIME,   vi_date_clock},
    {"clock",         "#h#m",      NULL,  NULL,   KIND_TIME,   vi_date_clock},
    {"clock",         "#h#'#\"",  NULL,  NULL,   KIND_TIME,   vi_date_clock},
    {"clock",         "#h#'#",     NULL,  NULL,   KIND_TIME,   vi_date_clock},
    {"clock",         "#h#'",      NULL,  NULL,   KIND_TIME,   vi_date_clock},
    {"clock",         "#h#",       NULL,  NULL,   KIND_TIME,   vi_date_clock},
    {"clock",         "#g#",       NULL,  NULL,   KIND_TIME,   vi_date_clock},
    {"clock",         "#h #",      NULL,  ".|,|;|ngày|cùng|sáng|chiều|tối", KIND_TIME, vi_date_clock},
    {"clock",         "# h #",     NULL,  NULL,   KIND_TIME,   vi_date_clock},
    {"clock",         "#h/#/#",    NULL, NULL,   KIND_DATE,   vi_date_hour_of_day},
    {"clock",         "#h/#-#",    hour_heads, NULL, KIND_DATE, vi_date_hour_of_day},
    {"clock",         "#h/#",      hour_heads, NULL,   KIND_DATE,   vi_date_hour_of_day},
    {"clock",         "#h",        NULL,  NULL,   KIND_TIME,   vi_date_hours},
    {"clock",         "#g",        "lúc|hồi", NULL, KIND_TIME, vi_date_hours},
    {"clock",         "#g",        NULL,  "sáng|trưa|chiều|tối|đêm|ngày|hôm", KIND_TIME, vi_date_hours},
    {"clock",         "#g #/#*",   NULL,  NULL,   KIND_TIME,   vi_date_hour_before_day},
    {"clock",         "#g #-#*",   NULL,  NULL,   KIND_TIME,   vi_date_hour_before_day},
    {"clock",         "#g",        "lúc|hồi|khung giờ", NULL, KIND_TIME, vi_date_hours},
    {"clock",         "#g",        "giờ mở cửa|mở cửa|giờ làm việc|làm việc|hoạt động|khởi hành|xuất phát|đến nơi|tới nơi|có mặt", NULL, KIND_TIME, vi_date_hours},
    {"clock",         "#g",        "từ", "tại|ở|mỗi ngày|hằng ngày|hàng ngày", KIND_TIME, vi_date_hours},
    {"clock",         "#g",        "và|đến|,|-", NULL, KIND_TIME, vi_date_next_hour},
    {"clock",         "# W #",     NULL,  NULL,   KIND_TIME,   vi_date_full_hour},
    {"minutes",       "#'#\"#",   NULL,  NULL,   KIND_TIME,   vi_date_minutes},
    {"minutes",       "#'#\"",    NULL,  NULL,   KIND_TIME,   vi_date_minutes},
    {"minutes",       "#'#",       NULL,  NULL,   KIND_TIME,   vi_date_minutes},
    {"seconds",       "#\"#",     NULL,  NULL,   KIND_TIME,   vi_date_seconds},
    {"minutes",       "#'#s",      NULL,  NULL,   KIND_TIME,   vi_date_minutes},
    {"minutes",       "#p#s",      NULL,  NULL,   KIND_TIME,   vi_date_minutes},
    {"minutes",       "#m#s",      NULL,  NULL,   KIND_TIME,   vi_date_minutes},
    {"minutes",       "#p",        NULL,  NULL,   KIND_TIME,   vi_date_minutes},
    {"minutes",       "#'",        NULL,  NULL,   KIND_TIME,   vi_date_minutes},

    {"formation",     "#-#-#-#",   NULL,  NULL,   KIND_TEXT,   vi_score_row},
    {"formation",     "#-#-#",     NULL,  NULL,   KIND_TEXT,   vi_score_row},
    {"fertilizer",    "#-#",       "dap|npk|phân|dap hồng hà|dap đình vũ", NULL, KIND_TEXT, vi_score_row},
    {"formation",     "#/#",       "if|gián đoạn|nhịn ăn|khung", NULL, KIND_TEXT, vi_score_row},
    {"flat",          "#-#",       "căn|căn hộ|lô|ô|phòng", NULL, KIND_TEXT, vi_score_name},
    {"named by date", "#-#",       "bệnh viện|đường|phố|quảng trường|trường|công viên|cầu|nhà hát|rạp", NULL, KIND_TEXT, vi_score_name},
    {"named by date", "#/#",       "đường|phố|quảng trường|công viên|bệnh viện|nông trường|trường|mầm non|tiểu học|thcs|thpt", NULL, KIND_DATE, vi_date_day_month},
    {"house",         "#/#/#",     NULL,  NULL,   KIND_TEXT,   vi_address_house},
    {"score",         "#_-_#",     NULL,  NULL,   KIND_TEXT,   vi_score_score},
    {"scale",         "N/N*",      "tỷ lệ|tỉ lệ|quy hoạch|chi tiết|phân khu|bản đồ|đồ án", NULL, KIND_NUMBER, vi_ratio_part},
    {"issue",         "#/#",       "số|kỳ|tập|đợt|phiên|lần|khóa|học kỳ", NULL, KIND_TEXT, vi_date_issue},
    {"document code", "#/#",       documents, NULL, KIND_TEXT, vi_code_numbered},
    {"score",         "#/#",       NULL,  NULL,   KIND_TEXT,   vi_score_set},
    {"date span",     "#-#",       NULL,  NULL,   KIND_DATE,   vi_date_years},
    {"seasons",       "#/#",       NULL,  NULL,   KIND_DATE,   vi_date_seasons},
    {"month",         "#/#",       NULL,  NULL,   KIND_DATE,   vi_date_month_year},
    {"month",         "#-#",       NULL,  NULL,   KIND_DATE,   vi_date_month_year},
    {"month",         "# #",       "tháng", NULL, KIND_DATE,   vi_date_month_year},
    {"month",         "#.#",       NULL,  NULL,   KIND_DATE,   vi_date_month_year},
    {"around",        "N/N*",      NULL,  NULL,   KIND_NUMBER, vi_ratio_always},
    {"date",          "#/#",       NULL,  NULL,   KIND_DATE,   vi_day_slash},
    {"date",          "#_/_#",     vi_date_heads, NULL, KIND_DATE, vi_date_day_month},
    {"date",          "#-#",       NULL,  NULL,   KIND_DATE,   vi_day_other},
    {"date",          "#.#",       NULL,  NULL,   KIND_DATE,   vi_day_other},
    {"date",          "#-#",       NULL,  NULL,   KIND_DATE,   vi_date_alone},
    {"score",         "#-#",       NULL,  NULL,   KIND_TEXT,   vi_score_falling},
    {"mixed number",  "# #/#",     NULL,  NULL,   KIND_NUMBER, vi_ratio_mixed},
    {"fraction",      "#/#*",      NULL,  NULL,   KIND_NUMBER, vi_ratio_fraction},
    {"part",          "N/N*",      NULL,  NULL,   KIND_NUMBER, vi_ratio_part},

    {"month",         "#",         NULL,  NULL,   KIND_NUMBER, vi_date_month},
    {"document code", "#",         known_by_number, NULL, KIND_NUMBER, vi_code_zero},
    {"fineness",      "#",         "vàng|nhẫn|ta|trơn|24k|bạc|vàng 24k", NULL, KIND_TEXT, vi_measure_fineness},
    {"rank",          "#",         "thứ|hạng", NULL, KIND_NUMBER, vi_measure_rank},
    {"rank",          "#",         NULL,  NULL,   KIND_NUMBER, vi_measure_next_rank},
    {"version",       "#.#.#",     NULL,  NULL,   KIND_TEXT,   vi_measure_version},
    {"version",       "#.#",       NULL,  NULL,   KIND_NUMBER, vi_measure_version},
    {"measure",       "#W#*",      NULL,  NULL,   KIND_NUMBER, vi_measure_split},
    {"serial",        "#",         NULL,  NULL,   KIND_TEXT,   vi_code_serial},
    {"measure",       "N*",        NULL,  NULL,   KIND_NUMBER, vi_measure_unit},
    {"number",        "N",         NULL,  NULL,   KIND_NUMBER, vi_word_number},
    {"number",        "N*",        NULL,  NULL,   KIND_NUMBER, vi_word_parted},
    {"number",        "#*",        NULL,  NULL,   KIND_NUMBER, vi_word_digits},
};

static const struct rule word_rules[] = {
    {"long code",     "W*",        NULL,  NULL,   KIND_TEXT,   vi_code_long},
    {"measure",       "W*",        NULL,  NULL,   KIND_NUMBER, vi_measure_named},
    {"plain",         "W*",        NULL,  NULL,   KIND_TEXT,   vi_word_lower},
    {"web address",   "W*",        NULL,  NULL,   KIND_TEXT,   vi_address_web},
    {"times",         "x*",        NULL,  NULL,   KIND_TEXT,   vi_ratio_times},
    {"weekday",       "t#",        NULL,  NULL,   KIND_DATE,   vi_date_short_weekday},
    {"month",         "t#",        "so với|giữa|cuối|đầu", NULL, KIND_DATE, vi_period_month},
    {"month",         "t#/#",      NULL,  NULL,   KIND_TEXT,   vi_date_short_month},
    {"month",         "t#-#",      NULL,  NULL,   KIND_TEXT,   vi_date_short_month},
    {"month",         "t#.#",      NULL,  NULL,   KIND_TEXT,   vi_date_short_month},
    {"month",         "q#/#",      NULL,  NULL,   KIND_DATE,   vi_period_year},
    {"month",         "q#-#",      NULL,  NULL,   KIND_DATE,   vi_period_year},
    {"month",         "q#.#",      NULL,  NULL,   KIND_DATE,   vi_period_year},
    {"month",         "h#/#",      NULL,  NULL,   KIND_DATE,   vi_period_year},
    {"month",         "h#-#",      NULL,  NULL,   KIND_DATE,   vi_period_year},
    {"code",          "U-#-#",     NULL,  NULL,   KIND_TEXT,   vi_code_advisory},
    {"code",          "U.#.#.#",   NULL,  NULL,   KIND_TEXT,   vi_code_dotted},
    {"code",          "U.#.#",     NULL,  NULL,   KIND_TEXT,   vi_code_dotted},
    {"code",          "U.#",       "biến thể|biến chủng|chủng|omicron|dòng phụ", NULL, KIND_TEXT, vi_code_dotted},
    {"place",         "p.#",       NULL,  NULL,   KIND_TEXT,   vi_listed_room},
    {"place",         "p. #",      NULL,  NULL,   KIND_TEXT,   vi_listed_room},
    {"place",         "W .",       NULL,  NULL,   KIND_TEXT,   vi_listed_place},
    {"place",         "W.*",       NULL,  NULL,   KIND_TEXT,   vi_listed_place},
    {"article",       "U_#",       NULL,  NULL,   KIND_TEXT,   vi_cited_article},
    {"regiment",      "W#",        NULL,  NULL,   KIND_TEXT,   vi_cited_regiment},
    {"street",        "U_#",       "đường", NULL, KIND_TEXT,   vi_cited_street},
    {"document code", "U*",        NULL,  NULL,   KIND_TEXT,   vi_code_letters},
    {"boat",          "W_#_U",     NULL,  NULL,   KIND_TEXT,   vi_code_boat},
    {"boat",          "W-#-U",     NULL,  NULL,   KIND_TEXT,   vi_code_boat},
    {"boat",          "W_#",       "tàu|tàu cá|phương tiện|ghe", NULL, KIND_TEXT, vi_code_boat},
    {"boat",          "W-#",       "tàu|tàu cá|phương tiện|ghe", NULL, KIND_TEXT, vi_code_boat},
    {"serial",        "U_#*",      LOTS,  NULL,   KIND_TEXT,   vi_code_spelled},
    {"serial",        "U-#-#",     LOTS,  NULL,   KIND_TEXT,   vi_code_spelled},
    {"serial",        "U_#",       "chuyến bay|chuyến bay số hiệu|mang số hiệu", NULL, KIND_TEXT, vi_code_spelled},
    {"serial",        "U #",       "số|sê ri|seri|số seri|số sê ri|số phát hành", NULL, KIND_TEXT, vi_code_certificate},
    {"roman",         "W/#",       NULL,  NULL,   KIND_DATE,   vi_roman_year},
    {"roman",         "W-#",       NULL,  NULL,   KIND_DATE,   vi_roman_year},
    {"roman",         "U.#*",      NULL,  NULL,   KIND_TEXT,   vi_roman_heading},
    {"roman",         "W",         NULL,  NULL,   KIND_TEXT,   vi_roman_numeral},
    {"roman",         "U",         NULL,  NULL,   KIND_TEXT,   vi_roman_letter},
    {"explained",     "U",         NULL,  NULL,   KIND_TEXT,   vi_listed_explained},
    {"money",         "W*",        NULL,  NULL,   KIND_NUMBER, vi_measure_money},
    {"money",         "W*",        NULL,  NULL,   KIND_NUMBER, vi_measure_currency},
    {"share",         "U",         NULL,  NULL,   KIND_TEXT,   vi_listed_ticker},
    {"word list",     "U_-_U*",    NULL,  NULL,   KIND_TEXT,   vi_listed_hyphened},
    {"word list",     "W*",        NULL,  NULL,   KIND_TEXT,   vi_listed_entry},
    {"roman",         "U",         NULL,  NULL,   KIND_TEXT,   vi_roman_suffix},
    {"money",         "U",         NULL,  NULL,   KIND_TEXT,   vi_measure_code},
    {"roman",         "U",         NULL,  NULL,   KIND_TEXT,   vi_roman_bare},
    {"letters",       "U*",        NULL,  NULL,   KIND_TEXT,   vi_listed_series},
    {"plain",         "U*",        NULL,  NULL,   KIND_TEXT,   vi_listed_capitals},
    {"plain",         "W*",        NULL,  NULL,   KIND_TEXT,   vi_word_plain},
    {"letter",        "W*",        NULL,  NULL,   KIND_TEXT,   vi_word_letter},
    {"joined words",  "U",         NULL,  NULL,   KIND_TEXT,   vi_listed_composed},
    {"letters",       "W*",        NULL,  NULL,   KIND_TEXT,   vi_listed_spelled},
    {"joined words",  "W*",        NULL,  NULL,   KIND_TEXT,   vi_word_joined},
    {"foreign",       "W*",        NULL,  NULL,   KIND_TEXT,   vi_word_foreign},
};

static const struct rule sign_rules[] = {
    {"web path",      "/*",        NULL,  NULL,   KIND_TEXT,   vi_address_path},
    {"document code", "?_W*",      NULL,  NULL,   KIND_TEXT,   vi_code_suffix},
    {"telephone",     "+#",        NULL,  NULL,   KIND_NUMBER, vi_address_country},
    {"telephone",     "+#*",       NULL,  NULL,   KIND_TEXT,   vi_address_phone},
    {"telephone",     "(#)*",      NULL,  NULL,   KIND_TEXT,   vi_address_phone},
    {"telephone",     "(#-#)*",    NULL,  NULL,   KIND_TEXT,   vi_address_phone},
    {"web address",   ".W",        NULL,  NULL,   KIND_TEXT,   vi_address_domain},
    {"web address",   "@W*",       NULL,  NULL,   KIND_TEXT,   vi_address_handle},
    {"hashtag",       "?W*",       NULL,  NULL,   KIND_TEXT,   vi_address_hashtag},
    {"test result",   "(?)",       NULL,  NULL,   KIND_TEXT,   vi_cited_result},
    {"money",         "?*",        NULL,  NULL,   KIND_NUMBER, vi_measure_money},
    {"range",         "?*",        NULL,  NULL,   KIND_TEXT,   vi_ratio_hyphen},
    {"minus",         "-#*",       NULL,  NULL,   KIND_TEXT,   vi_measure_minus},
    {"times",         "?*",        NULL,  NULL,   KIND_TEXT,   vi_ratio_times},
    {"rate",          "/_W*",      NULL,  NULL,   KIND_NUMBER, vi_measure_per},
    {"month",         "/#",        "tháng|quý|kỳ|vụ|đợt|năm học|qi|qii|qiii|qiv", NULL, KIND_DATE, vi_date_slash_year},
    {"part",          "/#*",       NULL,  NULL,   KIND_TEXT,   vi_ratio_whole},
    {"sign",          "?*",        NULL,  NULL,   KIND_TEXT,   vi_word_symbol},
    {"punctuation",   "?*",        NULL,  NULL,   KIND_PUNCTUATION, vi_word_sign},
};
/* clang-format on */

#define TABLE(rules)                                                           \
    {                                                                          \
        (rules), sizeof(rules) / sizeof(rules)[0]                              \
    }

/* By the kind of the first token. */
static const struct {
    const struct rule *rules;
    size_t count;
} tables[] = {
    [TOKEN_WORD] = TABLE(word_rules),
    [TOKEN_NUMBER] = TABLE(number_rules),
    [TOKEN_SIGN] = TABLE(sign_rules),
};

/* ---- a line -------------------------------------------------------------- */

static bool try_rule(struct buf *out, struct match *match,
                     const struct rule *rule)
{
    const struct line *line = match->line;

    out->len = 0;
    match->shown.len = 0;
    match->unsure = match->pause = false;
    match->skipped = NULL;
    match->entry = NULL;
    return match_shape(match, rule->shape) &&
           (!rule->after || line_has_before(line, match->first, rule->after)) &&
           (!rule->before || line_has_at(line, match->end, rule->before)) &&
           rule->read(out, match);
}

/* Phonemes are nothing for the eye. */
static str shown_of(const struct match *match, str spoken, struct arena *keep)
{
    if (match->shown.len > 0)
        return str_copy(buf_str(&match->shown), keep);
    return str_has(spoken, STR("[["))
               ? line_span(match->line, match->first, match->end)
               : spoken;
}

/* What the rule made of the tokens. */
static struct item item_of(const struct match *match, const struct rule *rule,
                           str spoken, struct arena *keep)
{
    struct item item = {
        .first = match->first,
        .end = match->end,
        .spoken = str_copy(spoken, keep),
        .rule = rule->name,
        .entry = match->entry,
        .kind = rule->kind,
        .unsure = match->unsure || match->numeral.guessed,
        .pause = match->pause,
        .skipped = match->skipped,
    };

    item.shown = shown_of(match, item.spoken, keep);
    return item;
}

static struct item read_item(struct match *match, struct buf *out,
                             struct arena *keep)
{
    enum token_kind kind = match->line->tokens[match->first].kind;

    for (size_t i = 0; i < tables[kind].count; i++) {
        const struct rule *rule = &tables[kind].rules[i];

        if (try_rule(out, match, rule))
            return item_of(match, rule, buf_str(out), keep);
    }
    return (struct item){
        .first = match->first,
        .end = match->first + 1,
        .rule = "none",
        .skipped = "no Vietnamese reading is known",
    };
}

void rules_read(struct items *out, const struct line *line,
                const struct reading *reading, struct arena *keep,
                struct arena *scratch)
{
    struct item *items = ARENA_ARRAY(scratch, struct item, line->count);
    struct buf spoken = {.mem = scratch};
    struct match match = {
        .line = line,
        .lexicon = reading->lexicon,
        .coined = reading->coined,
        .region = reading->region,
        .items = items,
        .scratch = scratch,
        .shown = {.mem = scratch},
    };
    size_t learnt = 0; /* the tokens before it */

    while (match.first < line->count) {
        struct item *item = &items[match.item_count];

        for (; learnt <= match.first; learnt++)
            coined_learn(reading->coined, line, learnt);
        *item = read_item(&match, &spoken, keep);
        match_add(&match, item);
    }
    *out = (struct items){items, match.item_count};
}
