/* Numbers with a unit, money, percentages, and rates. */
#include "grammar/vi_measure.h"

#include "grammar/vi_unit.h"

#define PER_REACH_ITEMS 6

/* The number goes on a name of letters and digits: "i9-14900K". */
static bool is_in_name(const struct match *match)
{
    const struct token *token = &match->line->tokens[match->first];

    return match->first > 2 && token->glued && token[-1].glued &&
           token[-2].glued && str_eq(token[-1].lower, STR("-")) &&
           token[-2].kind == TOKEN_NUMBER && token[-3].kind == TOKEN_WORD;
}

/* "24K", "18K": gold, or thousands */
static bool may_be_karat(const struct match *match)
{
    return line_is_one_of(match->part[0], "10|14|16|18|22|24") &&
           str_eq(match->line->tokens[match->end].text, STR("K"));
}

/* "vàng 24K", "nhẫn 18K" */
static bool is_karat(const struct match *match)
{
    return may_be_karat(match) &&
           line_has_near(match->line, match->first,
                         "vàng|nhẫn|kara|nữ trang|trang sức|dây chuyền|lắc");
}

/* "Xiaomi 15T"; a lorry may be named by its tons. */
static bool is_model(const struct match *match)
{
    str letter = match->line->tokens[match->end].text;

    return letter.len == 1 && str_has(STR("TCSREX"), letter) &&
           match_follows_brand(match) && match->numeral.fraction.len == 0 &&
           !line_has_near(match->line, match->first, "xe tải|tải trọng|tấn");
}

/* "hạng B30K" */
static bool follows_capitals(const struct match *match)
{
    const struct token *token = &match->line->tokens[match->first];

    return match->first > 0 && token->glued && token[-1].upper &&
           token[-1].kind == TOKEN_WORD && match->numeral.fraction.len == 0;
}

/* "5K" is a name, as "5G" is, and "09A"; "50K" is a price. */
static bool is_letter_name(const struct match *match)
{
    const struct token *next = &match->line->tokens[match->end];
    bool zero = match->numeral.whole[0] == '0' && next->upper;

    if (!next->glued || next->kind != TOKEN_WORD)
        return false;
    if (next->upper && follows_capitals(match))
        return true;
    if (next->upper &&
        (is_in_name(match) || is_karat(match) || is_model(match)))
        return true;
    return match->numeral.whole_digits == 1
               ? str_eq(next->text, STR("K"))
               : zero && match->numeral.fraction.len == 0;
}

bool vi_measure_unit(struct buf *out, struct match *match)
{
    vi_number_read(out, &match->numeral, match->region);
    match->unsure = may_be_karat(match) &&
                    !line_has_near(match->line, match->first,
                                   "giá|vé|tiền|phí|lương|mua|bán|thưởng");
    return !is_letter_name(match) && vi_unit_take(out, match, &match->end);
}

bool vi_measure_split(struct buf *out, struct match *match)
{
    const struct entry *unit;
    str written;

    if (vi_unit_is_scale(match->line, match->first + 1))
        return vi_unit_split_scale(out, match);
    unit = lexicon_find(match->lexicon, WORDS_UNITS, match->part[1]);
    written = line_span(match->line, match->first + 1, match->end);
    if (lexicon_find(match->lexicon, WORDS_UNITS, written))
        return false; /* "80m2" */
    if (!unit || match->part[2].len > 2 ||
        !str_has(STR("m kg g l"), match->part[1]))
        return false;
    vi_number_count(out, match->part[0], match->region);
    vi_number_add(out, entry_spoken(unit));
    if (str_eq(match->part[2], STR("5")))
        vi_number_say(out, "rưỡi");
    else
        vi_number_count(out, match->part[2], match->region);
    return true;
}

/* After these a dot between numbers is said. */
static const char version_heads[] =
    "phiên bản|bản|version|ios|android|windows|mục|điều|khoản|chương|phần|bảng|"
    "hình|công nghiệp|công nghệ|web|tiểu mục|thế hệ|chuẩn|usb|bluetooth|"
    "hdmi|wi-fi|mã|mã số|ms|gpt|gemini";

#define LONG_GROUP 3

/* "2.3. Về nguồn vốn" */
static bool is_heading_number(const struct match *match)
{
    const struct token *next = &match->line->tokens[match->end];

    return match->first == 0 && (line_is_one_of(next->lower, ".|)|:") ||
                                 line_is_capital(match->line, match->end));
}

bool vi_measure_version(struct buf *out, struct match *match)
{
    const struct token *first = &match->line->tokens[match->first];
    bool chain = match->part[2].len > 0;
    bool named = first->glued && match->first > 0 &&
                 first[-1].kind == TOKEN_WORD && /* "PM2.5", "v0.1" */
                 (first[-1].upper || str_eq(first[-1].text, STR("v")));
    bool dotted = chain || named || is_heading_number(match) ||
                  str_eq(match->part[1], STR("0"));
    struct numeral numeral;

    if (vi_number_scan(&numeral, match->line, match->first) > match->first &&
        numeral.has_groups)
        return false; /* "1.000.000" */
    if (line_has_at(match->line, match->end, "%"))
        return false;
    if (!dotted && !line_has_before(match->line, match->first, version_heads))
        return false;
    for (size_t i = 0; i < MATCH_MAX_PARTS && match->part[i].len > 0; i++) {
        if (i > 0)
            vi_number_say(out, "chấm");
        if (match->part[i].len >= LONG_GROUP)
            vi_number_digits(out, match->part[i]);
        else
            vi_number_count(out, match->part[i], match->region);
    }
    return true;
}

bool vi_measure_minus(struct buf *out, struct match *match)
{
    if (match->line->tokens[match->first].glued &&
        !line_is_one_of(match->line->tokens[match->first - 1].lower, "(|:|/"))
        return false;
    match->end = match->first + 1;
    vi_number_say(out, "âm");
    return true;
}

/* A sign or code of money, then a number: "$5", "US$ 5", "USD 5". In small
 * letters it is a name: "Euro 2024" is a cup. */
static bool may_be_money(const struct match *match)
{
    const struct token *token = &match->line->tokens[match->first];
    const struct item *last = match_last(match);

    if (!token->upper || (last && last->kind == KIND_NUMBER))
        return false;
    return token[1].kind == TOKEN_NUMBER ||
           (token[1].kind == TOKEN_SIGN && token[2].kind == TOKEN_NUMBER);
}

bool vi_measure_money(struct buf *out, struct match *match)
{
    const struct line *line = match->line;
    size_t at = match->first, end;
    const struct entry *currency =
        may_be_money(match) ? vi_unit_find(match, WORDS_CURRENCIES, &at) : NULL;
    struct numeral numeral;

    if (!currency || line->tokens[at].kind != TOKEN_NUMBER)
        return false;
    end = vi_number_scan(&numeral, line, at);
    if (end == at)
        return false;
    vi_number_read(out, &numeral, match->region);
    while (vi_unit_take_scale(out, match, &end))
        ;
    vi_number_add(out, entry_spoken(currency));
    match->end = end;
    return true;
}

/* What things are counted by, after a slash, besides units. */
/* clang-format off */
static const char per_words[] =
    "người|ngày|tháng|năm|quý|tuần|giờ|phút|giây|hộ|lần|lượt|con|cái|chiếc|"
    "cây|suất|vé|em|cháu|ca|vụ|lượng|chỉ|thùng|bao|đêm|phòng|khóa|buổi|tiết|"
    "sào|công|mẫu|bộ|tờ|trang|trận|mùa|số|xe|chuyến|tấn|tạ|yến|lít|mét|gam|"
    "ki|chai|lon|gói|hộp|quả|trái|bó|mớ|cân|viên|liều|khẩu|bình|can|két|kiện|"
    "bữa|ly|cốc|tô|bát|đĩa|căn|nền|lô|thửa|khách|nhà|lớp|trường|đội|nhóm|cặp|"
    "đôi|thôn|bản|xã|bên|mâm|phần|môn|bài|câu|cuộc|vòng|hiệp|giường|phiên|"
    "khối|ống|lọ|tuýp|vỉ|điểm|trạm|huyện|tỉnh|đoàn|đợt|học sinh|sinh viên|"
    "cổ phiếu|cổ phần|đơn vị|gia đình|hồ sơ|trường hợp|sản phẩm|học kỳ|"
    "nhân khẩu|lao động|cán bộ|công nhân|thành viên|bệnh nhân|hợp đồng|dự án|"
    "hạng mục|tin nhắn|container|phụ nữ|người dân|cử tri|trẻ|bé|nạn nhân|"
    "diện tích|chu kỳ|ngày đêm|giờ học|buổi học|lượt khách|đầu người|sải|"
    "gốc|khóm|bụi|luống|giàn|lồng|ao|chuồng|trại|trang trại|lứa|bầu|hố|thúng|"
    "gùi|buồng|cành|tàu|kíp|tổ|phường|thị xã|điểm trường|điểm cầu|mũi|gia đình|"
    "hội viên|đảng viên|đoàn viên|chi bộ|chi hội|cơ sở|đợt tuyển|tiểu đội|"
    "chùm|khay|cuốn|quyển|tập|thẻ|tài khoản|thuê bao|tín chỉ";
/* clang-format on */

/* Whether a number stands a few words before, in the same clause. */
static bool follows_number(const struct match *match)
{
    for (size_t i = 0; i < PER_REACH_ITEMS && i < match->item_count; i++) {
        const struct item *item = &match->items[match->item_count - 1 - i];

        if (item->kind == KIND_NUMBER || item->kind == KIND_TIME)
            return true;
        if (item->kind == KIND_PUNCTUATION)
            return false;
    }
    return false;
}

/* After money, a measure or another rate any noun may be what it is counted
 * by: "120.000 đồng/vé/chiều", "300mm/đợt". */
static bool follows_measure(const struct match *match)
{
    const struct item *last = match_last(match);

    return last->end > last->first + 1
               ? str_eq(str_from(last->rule), STR("measure"))
               : (match->item_count > 1 &&
                  str_eq(str_from(last[-1].rule), STR("rate"))) ||
                     line_has_before(match->line, match->first,
                                     "đồng|usd|đ|vnd|vnđ|euro");
}

/* Words that a slash joins as one or the other: "34 tỉnh/thành". */
static bool is_choice(const struct line *line, size_t slash)
{
    return slash > 0 &&
           line_is_one_of(line->tokens[slash - 1].lower,
                          "tỉnh|xã|huyện|quận|thôn|bản|ấp|sở|anh|ông|cô|nam|"
                          "và|bố|cha|con|bộ|viên") &&
           line_is_one_of(line->tokens[slash + 1].lower,
                          "thành|phường|thị|bản|ngành|ban|tổ|chị|bà|chú|nữ|"
                          "hoặc|mẹ|cái|sĩ|chiến|em|ấp|sóc|xã|tdp|đặc");
}

/* A counted noun before, a small word behind: "3 dảnh/khóm". */
static bool is_per_noun(const struct match *match)
{
    const struct item *last = match_last(match);
    const struct token *next = &match->line->tokens[match->first + 1];

    return match->item_count > 1 && last->kind == KIND_TEXT &&
           last->end == last->first + 1 &&
           (last[-1].kind == KIND_NUMBER ||
            str_eq(str_from(last[-1].rule), STR("measure"))) &&
           str_eq(next->text, next->lower) &&
           !line_is_capital(match->line, last->first);
}

/* What is told by the head, though no number stands before: "GRDP/người". */
static const char averages[] =
    "grdp|gdp|gni|thu nhập|bình quân|thu nhập bình quân|lương thực|năng suất|"
    "mức đóng|doanh thu|diện tích|sản lượng|số giường bệnh|mức lương";

/* Only the slash: what follows is read as any other word, or by the next. */
bool vi_measure_per(struct buf *out, struct match *match)
{
    const struct line *line = match->line;
    size_t at = match->first + 1;

    if (!(follows_number(match) ||
          line_has_before(line, match->first, averages)) ||
        (line->tokens[at].upper && line->tokens[at].text.len == 1) ||
        is_choice(line, match->first))
        return false;
    if (!follows_measure(match) && !is_per_noun(match) &&
        !line_has_at(line, at, per_words) &&
        !vi_unit_find(match, WORDS_UNITS, &at))
        return false;
    match->end = match->first + 1;
    vi_number_say(out, "một");
    return true;
}

/* Whether a unit is due: after "một" for a slash, after "2,5 triệu", or "mỗi".
 */
static bool is_unit_due(const struct match *match)
{
    const struct item *last = match_last(match);
    const struct token *token = &match->line->tokens[match->first];

    if (!last || last->kind == KIND_PUNCTUATION)
        return false;
    if (token->text.len > 1 && !token->upper &&
        line_is_one_of(token[-1].lower, "mỗi|nửa|từng"))
        return true;
    return str_eq(line_span(match->line, last->first, last->end), STR("/")) ||
           (match->item_count > 1 && last[-1].kind == KIND_NUMBER &&
            vi_unit_is_scale(match->line, last->first));
}

bool vi_measure_named(struct buf *out, struct match *match)
{
    size_t at = match->first;

    if (!is_unit_due(match) ||
        !(vi_unit_take_listed(out, match, WORDS_CURRENCIES, &at) ||
          vi_unit_take_listed(out, match, WORDS_UNITS, &at)))
        return false;
    match->end = at;
    return true;
}

bool vi_measure_currency(struct buf *out, struct match *match)
{
    const struct item *last = match_last(match);
    size_t at = match->first;

    if (!last || last->kind != KIND_NUMBER ||
        !vi_unit_take_listed(out, match, WORDS_CURRENCIES, &at))
        return false;
    match->end = at;
    return true;
}

#define CODE_LETTERS 3 /* ISO 4217 */

bool vi_measure_code(struct buf *out, struct match *match)
{
    const struct entry *entry =
        lexicon_find(match->lexicon, WORDS_CURRENCIES, match->part[0]);

    if (!entry || match->part[0].len != CODE_LETTERS)
        return false;
    vi_number_add(out, entry_spoken(entry));
    return true;
}

/* "vàng 9999" */
bool vi_measure_fineness(struct buf *out, struct match *match)
{
    str digits = match->part[0];

    for (size_t i = 0; i < digits.len; i++)
        if (digits.s[i] != '9')
            return false;
    vi_number_value_count(out, (int)digits.len, match->region);
    vi_number_say(out, "số chín");
    return digits.len > 2;
}

bool vi_measure_rank(struct buf *out, struct match *match)
{
    int value = vi_number_value(match->part[0]);
    const struct token *before = &match->line->tokens[match->first - 1];

    if (value < 1 || str_eq(before->lower, STR(":")))
        return false; /* "Bảng xếp hạng: 1. ..." */
    vi_number_rank(out, value, match->region);
    return true;
}

/* The 4 of "thứ 2, 4, 6": after a rank no count is meant. */
bool vi_measure_next_rank(struct buf *out, struct match *match)
{
    const struct line *line = match->line;

    if (!match->in_series || vi_number_value(match->part[0]) != 4 ||
        line->tokens[match->first].glued ||
        !line_has_before(line, match_series(match), "thứ") ||
        !line_has_before(line, match->first, "2,|3,|2 và|3 và|2|3"))
        return false;
    return vi_measure_rank(out, match);
}

bool vi_measure_scale(struct buf *out, struct match *match)
{
    if (!line_has_before(match->line, match->first,
                         "tỷ lệ|tỉ lệ|bản đồ|bản vẽ|sơ đồ"))
        return false;
    vi_number_count(out, match->part[0], match->region);
    vi_number_say(out, "trên");
    vi_number_read(out, &match->numeral, match->region);
    return true;
}
