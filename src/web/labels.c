/* What the page says itself, in the languages that it speaks. */
#include "web/labels.h"

static const struct labels labels[LANGUAGE_COUNT] = {
    [LANGUAGE_VI] =
        {
            .language = "vi",
            .listen = "Nghe bài này",
            .play = "Nghe",
            .pause = "Tạm dừng",
            .back = "Lùi 10 giây",
            .ahead = "Tới 30 giây",
            .sentence_back = "Câu trước",
            .sentence_ahead = "Câu sau",
            .options = "Tốc độ, tùy chọn",
            .voice_options = "Giọng, tốc độ",
            .rate = "Tốc độ",
            .voice = "Giọng đọc",
            .follow = "Cuộn theo lời đọc",
            .chapters = "Các phần",
            .downloads = "Tải về",
            .text = "Nội dung bài",
            .from = "Nghe từ đoạn %s",
            .resumed = "Nghe tiếp từ %s",
            .failed = "Trình duyệt này không phát được âm thanh của bài.",
            .note = "Giọng đọc tổng hợp bằng máy.",
        },
    [LANGUAGE_EN] =
        {
            .language = "en",
            .listen = "Listen to this article",
            .play = "Play",
            .pause = "Pause",
            .back = "Back 10 seconds",
            .ahead = "Forward 30 seconds",
            .sentence_back = "Previous sentence",
            .sentence_ahead = "Next sentence",
            .options = "Speed, options",
            .voice_options = "Voice, speed",
            .rate = "Speed",
            .voice = "Voice",
            .follow = "Scroll along",
            .chapters = "Chapters",
            .downloads = "Download",
            .text = "Text of the article",
            .from = "Listen from paragraph %s",
            .resumed = "Continues from %s",
            .failed = "This browser can't play the sound of the article.",
            .note = "Read by a synthetic voice.",
        },
};

static const struct {
    const char *voice;
    const char *names[LANGUAGE_COUNT];
} voices[] = {
    {"nam-bac", {"Giọng nam miền Bắc", "Male voice, North"}},
    {"nam-trung", {"Giọng nam miền Trung", "Male voice, Centre"}},
    {"nam-nam", {"Giọng nam miền Nam", "Male voice, South"}},
    {"nu-bac", {"Giọng nữ miền Bắc", "Female voice, North"}},
    {"nu-trung", {"Giọng nữ miền Trung", "Female voice, Centre"}},
    {"nu-nam", {"Giọng nữ miền Nam", "Female voice, South"}},
};

const struct labels *labels_of(enum language language)
{
    return &labels[language];
}

str labels_voice(enum language language, str voice)
{
    for (size_t i = 0; i < sizeof voices / sizeof voices[0]; i++)
        if (str_eq(voice, str_from(voices[i].voice)))
            return str_from(voices[i].names[language]);
    return voice;
}
