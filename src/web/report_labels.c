/* What the report says, in the languages that it speaks. */
#include "web/report_labels.h"

#include <string.h>

static const struct report_labels labels[LANGUAGE_COUNT] = {
    [LANGUAGE_VI] =
        {
            .language = "vi",
            .title = "Cách đọc: ",
            .not_plain = "chỗ không đọc đúng như mặt chữ",
            .guesses = "chỗ chưa chắc",
            .pieces = "đoạn không đọc",
            .unsure_heading = "Chỗ chưa chắc",
            .no_unsure = "Không có chỗ nào.",
            .readings = "Các cách đọc",
            .skips = "Không đọc",
            .written = "Viết",
            .spoken = "Đọc",
            .rule = "Theo",
            .sureness = "Chắc chắn",
            .time = "Lúc",
            .sure = "chắc",
            .unsure = "chưa chắc",
            .line = "dòng",
            .reason = "Lý do",
            .from = "Nghe từ %s",
        },
    [LANGUAGE_EN] =
        {
            .language = "en",
            .title = "How it is read: ",
            .not_plain = "not read as written",
            .guesses = "unsure",
            .pieces = "pieces not read",
            .unsure_heading = "Unsure",
            .no_unsure = "None.",
            .readings = "Readings",
            .skips = "Not read",
            .written = "Written",
            .spoken = "Spoken",
            .rule = "By",
            .sureness = "Sure",
            .time = "At",
            .sure = "sure",
            .unsure = "unsure",
            .line = "line",
            .reason = "Reason",
            .from = "Listen from %s",
        },
};

/* In English a rule has its own name. */
static const struct {
    const char *name, *vietnamese;
} names[] = {
    {"IP address", "địa chỉ IP"},
    {"around", "khoảng chừng"},
    {"article", "điều của luật"},
    {"boat", "số hiệu tàu"},
    {"byline", "tên tác giả"},
    {"clock", "giờ"},
    {"code", "mã"},
    {"date", "ngày tháng"},
    {"date span", "khoảng ngày"},
    {"digits", "từng chữ số"},
    {"document code", "số hiệu văn bản"},
    {"explained", "bài tự giải thích"},
    {"fertilizer", "công thức phân bón"},
    {"fineness", "tuổi vàng"},
    {"flat", "số căn hộ"},
    {"foreign", "tiếng nước ngoài"},
    {"formation", "đội hình, dãy số"},
    {"fraction", "phân số"},
    {"hashtag", "thẻ #"},
    {"house", "số nhà"},
    {"issue", "số báo, kỳ"},
    {"joined words", "chữ dính nhau"},
    {"letter", "tên chữ cái"},
    {"letters", "đánh vần từng chữ cái"},
    {"share", "mã cổ phiếu"},
    {"long code", "mã dài, đọc từng chữ"},
    {"measure", "số đo"},
    {"minus", "số âm"},
    {"minutes", "phút"},
    {"mixed number", "hỗn số"},
    {"money", "số tiền"},
    {"month", "tháng"},
    {"named by date", "tên theo ngày"},
    {"number", "số"},
    {"part", "phần trên tổng"},
    {"place", "địa danh viết tắt"},
    {"plain", "như mặt chữ"},
    {"plate", "biển số xe"},
    {"punctuation", "dấu câu"},
    {"range", "khoảng"},
    {"rank", "thứ hạng"},
    {"rate", "trên một đơn vị"},
    {"regiment", "đơn vị quân đội"},
    {"roman", "số La Mã"},
    {"scale", "tỷ lệ"},
    {"score", "tỷ số"},
    {"seasons", "mùa, niên khóa"},
    {"seconds", "giây"},
    {"serial", "số hiệu"},
    {"sign", "ký hiệu"},
    {"standard", "tiêu chuẩn"},
    {"street", "tên đường"},
    {"telephone", "số điện thoại"},
    {"test result", "kết quả xét nghiệm"},
    {"times", "lần, nhân"},
    {"version", "phiên bản"},
    {"web address", "địa chỉ mạng"},
    {"web path", "đường dẫn mạng"},
    {"weekday", "thứ trong tuần"},
    {"word list", "danh sách từ"},

    {"a picture caption", "chú thích ảnh"},
    {"a sign that is not spoken", "ký hiệu không đọc"},
    {"date, section or place of the page", "ngày, mục hoặc nơi của trang"},
    {"furniture of the site", "phần phụ của trang mạng"},
    {"no Vietnamese reading is known", "chưa biết cách đọc tiếng Việt"},
    {"the long path of a web address", "phần dài của địa chỉ mạng"},
    {"the name of the paper before the text", "tên báo trước bài"},
};

const struct report_labels *report_labels_of(enum language language)
{
    return &labels[language];
}

const char *report_labels_name(enum language language, const char *name)
{
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (language == LANGUAGE_VI && strcmp(names[i].name, name) == 0)
            return names[i].vietnamese;
    return name;
}
