/* What a book says for itself, in the languages that it speaks. */
#include "access/wording.h"

/* clang-format off */
#define SUMMARY_VI(unit) \
    "Toàn văn có mục lục và tiêu đề để di chuyển, kèm tiếng đọc bằng giọng " \
    "máy; từng " unit " được tô sáng khi đọc."
/* clang-format on */
#define SUMMARY_EN(unit)                                                       \
    "The whole text, with contents and headings to move by, read by a "        \
    "synthetic voice; each " unit " is highlighted while it is read."

static const struct wording wordings[LANGUAGE_COUNT] = {
    [LANGUAGE_VI] =
        {
            .language = "vi",
            .contents = "Mục lục",
            .landmarks = "Các mốc",
            .start = "Bắt đầu đọc",
            .cover = "Bìa",
            .unknown = "Không rõ",
            .narrator = "giọng máy",
            .summary = {SUMMARY_VI("câu"), SUMMARY_VI("từ")},
            .summary_unread = " Phần không được đọc vẫn có đủ dạng chữ.",
        },
    [LANGUAGE_EN] =
        {
            .language = "en",
            .contents = "Contents",
            .landmarks = "Landmarks",
            .start = "Start of the text",
            .cover = "Cover",
            .unknown = "Unknown",
            .narrator = "synthetic voice",
            .summary = {SUMMARY_EN("sentence"), SUMMARY_EN("word")},
            .summary_unread = " What is not read is there as text.",
        },
};

const struct wording *wording_of(const struct edition *edition)
{
    return &wordings[edition->language];
}

const char *wording_attributes(const struct edition *edition)
{
    return edition->language == LANGUAGE_EN ? " lang=\"en\" xml:lang=\"en\""
                                            : "";
}
