/* Where a reader of Vietnamese parts a sentence without punctuation.
 *
 * Joints are found by the words around them; of those the cheapest set is
 * taken, by what each joint costs and by how long the phrases become. */
#include "speech/vi_phrase.h"

#include <math.h>
#include <string.h>

#include "base/utf8.h"

enum kind {
    CLAUSE,  /* between clauses */
    SAID,    /* after a verb of saying, before what is said */
    ADJUNCT, /* before what tells when, where, why, how */
    PART,    /* before a further part of what was named */
    VERB,    /* between the subject and its verb */
    NO_JOINT
};

/* What parting there costs, as the length of a phrase counts, and how many
 * syllables are wanted before and after. */
static const struct {
    double cost;
    size_t before, after;
} kinds[] = {
    [CLAUSE] = {-12, 3, 4}, [SAID] = {-12, 4, 4}, [ADJUNCT] = {2, 3, 3},
    [PART] = {30, 5, 5},    [VERB] = {0, 8, 4},
};

/* A longer phrase costs the square of what is too much, a shorter one what it
 * lacks. */
#define LONG 7
#define LONG_COST 2.6
#define SHORT_COST 7

struct joint {
    const char *words;
    enum kind kind;
};

/* clang-format off */

/* A phrase may begin with these. The longest that fits counts. */
static const struct joint openers[] = {
    {"bởi", CLAUSE},         {"cũng như", CLAUSE},    {"do", CLAUSE},
    {"dù", CLAUSE},          {"để", CLAUSE},          {"đồng thời", CLAUSE},
    {"hơn là", CLAUSE},      {"kể từ", CLAUSE},       {"khi", CLAUSE},
    {"khiến", CLAUSE},       {"mà", CLAUSE},          {"mặc dù", CLAUSE},
    {"nên", CLAUSE},         {"nếu", CLAUSE},         {"nhằm", CLAUSE},
    {"nhờ", CLAUSE},         {"nhưng", CLAUSE},       {"sau khi", CLAUSE},
    {"so với", CLAUSE},      {"song", CLAUSE},        {"thay cho", CLAUSE},
    {"thay vì", CLAUSE},     {"trong đó", CLAUSE},    {"trong khi", CLAUSE},
    {"trong khi đó", CLAUSE}, {"trước khi", CLAUSE},  {"tuy nhiên", CLAUSE},
    {"vì", CLAUSE},          {"đặc biệt là", CLAUSE},

    {"cùng với", ADJUNCT},   {"hoặc", ADJUNCT},       {"ra khỏi", ADJUNCT},
    {"sau", ADJUNCT},        {"tại", ADJUNCT},        {"trên", ADJUNCT},
    {"trong", ADJUNCT},      {"trước", ADJUNCT},      {"từ", ADJUNCT},
    {"và", ADJUNCT},         {"vào cuối", ADJUNCT},   {"vào dịp", ADJUNCT},
    {"vào đầu", ADJUNCT},    {"vào lúc", ADJUNCT},    {"vào năm", ADJUNCT},
    {"vào ngày", ADJUNCT},   {"vào tháng", ADJUNCT},  {"về", ADJUNCT},
    {"với", ADJUNCT},

    {"bằng", PART},          {"cho", PART},           {"của", PART},
    {"dưới", PART},          {"đến", PART},           {"hay", PART},
    {"là", PART},            {"lên", PART},           {"ngoài", PART},
    {"như", PART},           {"ở", PART},             {"theo", PART},
    {"thêm", PART},          {"tới", PART},           {"vào", PART},

    {"bị", VERB},            {"cần", VERB},           {"chỉ", VERB},
    {"có", VERB},            {"cũng", VERB},          {"dự kiến", VERB},
    {"đã", VERB},            {"đang", VERB},          {"đều", VERB},
    {"được", VERB},          {"hiện có", VERB},       {"hiện đã", VERB},
    {"hiện đang", VERB},     {"hiện vẫn", VERB},      {"không", VERB},
    {"mới chỉ", VERB},       {"mới đạt", VERB},       {"phải", VERB},
    {"sẽ", VERB},            {"tiếp tục", VERB},      {"vẫn", VERB},
    {"vừa", VERB},
};

/* Verbs of the news, before which a long subject may end. */
static const char *const verbs[] = {
    "ban hành", "bày tỏ", "bắt đầu", "chia sẻ", "chiếm", "công bố", "diễn ra",
    "diễn biến", "dẫn đến", "đánh giá", "đạt", "đẩy mạnh", "đẩy nhanh", "đề nghị",
    "đề xuất", "đến từ", "đối mặt", "đón", "đứng", "gây", "ghi nhận", "giảm",
    "giành", "giúp", "gồm", "góp phần", "hoàn thành", "hỗ trợ", "hướng đến",
    "kéo dài", "kêu gọi", "khẳng định", "khiến", "khởi công", "kiểm tra",
    "lên tiếng", "mang lại", "mang về", "mở", "nằm", "ngập", "nhận", "nhận định",
    "nhất trí", "phát động", "phát hiện", "phối hợp", "ra mắt",
    "ra quân", "rơi vào", "tạo", "tăng", "tham gia", "tham dự", "thể hiện",
    "thống nhất", "thông báo", "thông qua", "thu hút", "thuộc",
    "tiếp nhận", "tổ chức", "tập trung", "trao", "trở lại",
    "trở thành", "tuần tra", "tuyên bố", "tuyên phạt", "vươn lên", "vượt",
    "xảy ra", "xuất hiện", "xuất phát", "yêu cầu",
};

/* A phrase may end with these. */
static const struct joint closers[] = {
    {"cảnh báo", SAID},      {"cho biết", SAID},      {"cho hay", SAID},
    {"cho rằng", SAID},      {"cho thấy", SAID},      {"đặt mục tiêu", SAID},
    {"khẳng định", SAID},    {"lần đầu tiên", SAID},  {"nhận định", SAID},
    {"nhấn mạnh", SAID},     {"quy định rõ", SAID},   {"rằng", SAID},
    {"thừa nhận", SAID},     {"dự báo", SAID},        {"khuyên", SAID},
    {"nêu rõ", SAID},        {"tin tưởng", SAID},     {"lưu ý", SAID},
};

/* Compounds that look like joints inside. */
static const char *const fixed[] = {
    "bao gồm", "bay lên", "bất chấp", "bên cạnh", "bên dưới", "bên ngoài",
    "bên phải", "bên trên", "bên trong", "bị can", "bị cáo", "bị đơn", "bị hại",
    "bị thương", "bỏ qua", "buổi sáng", "bởi vậy", "bởi vì", "cân bằng",
    "cấp trên", "chuẩn bị", "chưa có", "chưa được", "chứng chỉ", "cho đến",
    "cho đến khi", "cho nên", "coi là", "có được", "có hiệu lực", "có không",
    "có thể", "công bằng", "cũng được", "cũng là", "cần có", "cần được",
    "dẫn đến", "do đó", "do vậy", "dường như", "dựa trên", "dựa vào",
    "dựng nên", "đã bị", "đã có", "đã được", "đã là", "đang được", "đặc biệt là",
    "đến từ", "đi vào", "địa chỉ", "đó là", "đây là", "đối với", "đồng bằng",
    "đồng đều", "đủ để", "đưa đến", "điều chỉnh giảm", "điều chỉnh tăng", "đưa ra", "nằm trong", "đưa vào", "được không",
    "gắn với", "gần như", "gặp phải", "giàu có", "gọi là", "góp phần", "hàng không",
    "hay không", "hầu như", "hiện có", "hiện tại", "hướng đến", "hướng tới",
    "kèm theo", "kết hợp với", "kể rằng", "kể từ khi", "không chỉ", "không có",
    "không để", "không được", "không phải", "là do", "là vì", "làm nên",
    "liên quan đến", "lý do", "mang về", "mắc phải", "miền trong", "mới đây",
    "mới chỉ", "năm học tới", "năm sau", "năm tới", "nên đã", "nguyên là",
    "nhất là", "như vậy", "nhỏ và vừa", "nước ngoài", "phải được", "phải là",
    "phía dưới", "phía ngoài", "phía sau", "phía trên", "phía trong",
    "phía trước", "phối hợp với", "phù hợp với", "ra ngoài", "rằng", "rơi vào",
    "sau đó", "sau khi", "sắp tới", "sẽ có", "sẽ được", "sẽ là", "so với",
    "tạo nên", "tham gia vào", "thẳng vào", "tháng tới", "thể hiện", "theo đó",
    "thiết bị", "thời gian tới", "tiến tới", "tiếp theo", "tìm đến", "tính đến",
    "tồn tại", "trái với", "trang bị", "trên dưới", "trong khi", "trở lại",
    "trở lên", "trở nên", "trở về", "trước đó", "trước khi", "trước mắt",
    "tuần sau", "tuần tới", "tức là", "tự do", "tương đương với", "từ nay",
    "vẫn được", "vẫn là", "vẫn phải", "vì sao", "vì thế", "vì vậy", "vừa được",
    "xa rời", "ngày mai", "cùng với", "vừa qua", "thậm chí là",
};

/* Words that begin like a joint and are none. */
static const char *const plain_words[] = {
    "bằng cấp", "bằng chứng", "bằng khen", "bằng lái", "bị can", "bị cáo",
    "cần thiết", "chỉ đạo", "chỉ huy", "chỉ số", "chỉ thị", "chỉ tiêu", "cho là",
    "cho phép", "cho ra", "cho vay", "có lẽ", "có mặt", "của cải", "dưới nước",
    "để dành", "đến nay", "được mùa", "được giá", "không gian", "không khí",
    "không quân", "là lượt", "lên đến", "lên sóng", "lên tới", "ngoài nước",
    "ngoài trời", "như nhau", "như sau", "như vậy", "phải chăng", "sau này",
    "song phương", "song song", "tại chỗ", "theo dõi", "theo đuổi", "trên biển",
    "trên không", "trong lành", "trong nước", "trong sạch", "trong suốt",
    "trước đây", "trước đó", "từ bỏ", "từ chối", "từ khóa", "từ thiện", "từ xa",
    "vào viện", "về đích", "về hưu", "về người", "về nhà", "về nước", "về quê",
};

/* A phrase never ends with these. */
static const char *const clinging[] = {
    "bằng", "bị", "bởi", "các", "cần", "chỉ", "cho", "chưa", "có", "có thể",
    "của", "cùng", "cũng", "do", "dù", "đã", "đang", "đến", "để", "đều", "được",
    "gần", "gồm", "hay", "hoặc", "hơn", "khi", "khoảng", "không", "là", "mà",
    "mỗi", "mọi", "một", "nên", "nếu", "nhằm", "như", "nhưng", "những",
    "nhiều", "nhờ", "ở", "phải", "rất", "sẽ", "sự", "tại", "theo", "thường",
    "tiếp tục", "trên", "trong", "từ", "từng", "tự", "và", "vào", "vẫn", "về",
    "vì", "việc", "với", "vừa",
};

/* clang-format on */

/* How many joints back the start of a phrase is looked for. */
#define JOINTS_BACK 24

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* The written words in lower case, one blank between them, and where each
 * starts. */
struct plain {
    const struct sentence *sentence;
    str text;
    size_t *starts; /* one more than there are words */
};

static size_t syllables_of(const struct word *word)
{
    size_t count = word->spoken.len > 0;

    for (size_t i = 0; i < word->spoken.len; i++)
        count += word->spoken.s[i] == ' ';
    return count;
}

static struct plain plain_text(const struct sentence *sentence,
                               struct arena *mem)
{
    struct plain plain = {
        .sentence = sentence,
        .starts = ARENA_ARRAY(mem, size_t, sentence->word_count + 1),
    };
    struct arena scratch = {mem->next + (mem->end - mem->next) / 2, mem->end};
    struct buf text = {.mem = mem};

    for (size_t i = 0; i < sentence->word_count; i++) {
        struct arena tmp = scratch;

        plain.starts[i] = text.len;
        buf_add(&text, utf8_lower_str(sentence->words[i].written, &tmp));
        buf_char(&text, ' ');
    }
    plain.starts[sentence->word_count] = text.len;
    plain.text = buf_str(&text);
    return plain;
}

static str plain_from(const struct plain *plain, size_t at)
{
    return str_skip(plain->text, plain->starts[at]);
}

/* ---- single boundaries: `at` is the word that would open a phrase -------- */

static bool begins_with(str text, const char *words)
{
    size_t len = strlen(words);

    return text.len > len && text.s[len] == ' ' &&
           memcmp(text.s, words, len) == 0;
}

static bool ends_with(str text, const char *words)
{
    size_t len = strlen(words);

    return text.len >= len && str_ends(text, str_from(words)) &&
           (text.len == len || text.s[text.len - len - 1] == ' ');
}

/* How far into `text` the longest of the compounds at its head reaches. */
static size_t fixed_reach(str text)
{
    size_t reach = 0;

    for (size_t i = 0; i < COUNT(fixed); i++)
        if (strlen(fixed[i]) > reach && begins_with(text, fixed[i]))
            reach = strlen(fixed[i]);
    return reach;
}

/* The longest compound is of so many words. */
#define FIXED_MAX_WORDS 3

static bool is_in_fixed(const struct plain *plain, size_t at)
{
    for (size_t back = 1; back < FIXED_MAX_WORDS && back <= at; back++) {
        size_t start = plain->starts[at - back];

        if (start + fixed_reach(str_skip(plain->text, start)) >
            plain->starts[at])
            return true;
    }
    return false;
}

static bool has_tail(str text, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (ends_with(text, list[i]))
            return true;
    return false;
}

static bool has_head(str text, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (begins_with(text, list[i]))
            return true;
    return false;
}

static bool is_capital(const struct sentence *sentence, size_t at)
{
    return at < sentence->word_count &&
           utf8_is_upper(utf8_peek(sentence->words[at].written));
}

/* "Lào | Cai", "Nông nghiệp | và Môi trường". */
static bool is_in_name(const struct plain *plain, size_t at)
{
    const struct sentence *sentence = plain->sentence;
    str text = plain_from(plain, at);

    if (is_capital(sentence, at))
        return is_capital(sentence, at - 1);
    return begins_with(text, "và") && is_capital(sentence, at + 1) &&
           (is_capital(sentence, at - 1) ||
            (at > 1 && is_capital(sentence, at - 2)));
}

/* How many words back the "từ" of "từ mùng 8 | đến mùng 10" may stand. */
#define RANGE_WORDS 5

static bool is_in_range(const struct plain *plain, size_t at)
{
    if (!begins_with(plain_from(plain, at), "đến"))
        return false;
    for (size_t back = 1; back <= RANGE_WORDS && back <= at; back++)
        if (begins_with(plain_from(plain, at - back), "từ"))
            return true;
    return false;
}

/* What joint there is before word `at`. */
static enum kind joint_at(const struct plain *plain, size_t at)
{
    str after = plain_from(plain, at);
    str before = str_slice(plain->text, 0, plain->starts[at] - 1);
    size_t longest = 0;
    enum kind kind = NO_JOINT;

    if (is_in_fixed(plain, at) || is_in_name(plain, at) ||
        is_in_range(plain, at))
        return NO_JOINT;
    for (size_t i = 0; i < COUNT(closers); i++)
        if (ends_with(before, closers[i].words))
            return closers[i].kind;
    if (has_tail(before, clinging, COUNT(clinging)) ||
        has_head(after, plain_words, COUNT(plain_words)))
        return NO_JOINT;
    for (size_t i = 0; i < COUNT(openers); i++)
        if (strlen(openers[i].words) > longest &&
            begins_with(after, openers[i].words)) {
            longest = strlen(openers[i].words);
            kind = openers[i].kind;
        }
    if (kind == NO_JOINT && has_head(after, verbs, COUNT(verbs)))
        return VERB;
    return kind;
}

/* ---- the cheapest set ---------------------------------------------------- */

static double length_cost(size_t syllables, size_t wanted)
{
    double beyond = (double)syllables - LONG;

    if (syllables < wanted)
        return (double)(wanted - syllables) * SHORT_COST;
    return beyond > 0 ? LONG_COST * beyond * beyond : 0;
}

/* Where a phrase may start: before word `at`. */
struct place {
    size_t at, syllables; /* before it, in the stretch */
    enum kind kind;       /* CLAUSE at both ends of the stretch */
    size_t from;          /* the place that the phrase before it starts at */
    double cost;          /* of all before it */
};

/* The places of the words first .. end-1, both ends among them. */
static struct place *list_places(size_t *count, const struct plain *plain,
                                 size_t first, size_t end, struct arena *mem)
{
    struct place *places = ARENA_ARRAY(mem, struct place, end - first + 1);
    size_t n = 0, syllables = 0;

    for (size_t at = first; at <= end; at++) {
        enum kind kind =
            at == first || at == end ? CLAUSE : joint_at(plain, at);

        if (kind != NO_JOINT)
            places[n++] =
                (struct place){.at = at, .syllables = syllables, .kind = kind};
        if (at < end)
            syllables += syllables_of(&plain->sentence->words[at]);
    }
    *count = n;
    return places;
}

static double phrase_cost(const struct place *from, const struct place *to)
{
    size_t before = kinds[to->kind].before, after = kinds[from->kind].after;

    return from->cost + kinds[to->kind].cost +
           length_cost(to->syllables - from->syllables,
                       before > after ? before : after);
}

/* The words first .. end-1, between two marks of punctuation. */
static void part_stretch(struct sentence *sentence, const struct plain *plain,
                         size_t first, size_t end, struct arena tmp)
{
    size_t count;
    struct place *places = list_places(&count, plain, first, end, &tmp);

    for (size_t i = 1; i < count; i++) {
        places[i].cost = HUGE_VAL;
        for (size_t k = i; k-- > 0 && i - k <= JOINTS_BACK;) {
            double cost = phrase_cost(&places[k], &places[i]);

            if (cost < places[i].cost) {
                places[i].cost = cost;
                places[i].from = k;
            }
        }
    }
    for (size_t i = places[count - 1].from; i > 0; i = places[i].from)
        sentence->words[places[i].at - 1].mark = MARK_JOINT;
}

void vi_phrase_sentence(struct sentence *sentence, struct arena tmp)
{
    struct plain plain = plain_text(sentence, &tmp);
    size_t first = 0;

    for (size_t i = 0; i < sentence->word_count; i++)
        if (sentence->words[i].mark != MARK_NONE ||
            i + 1 == sentence->word_count) {
            part_stretch(sentence, &plain, first, i + 1, tmp);
            first = i + 1;
        }
}
