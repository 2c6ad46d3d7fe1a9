/* The words of the cues, a list for each cue and place. */
#include "article/cue_lists.h"

/* clang-format off */

static const char *const ending_whole[] = {
    "bình luận", "ý kiến", "ý kiến bạn đọc", "ý kiến của bạn", "thảo luận",
    "bình luận bạn đọc", "gửi bình luận", "viết bình luận", "để lại bình luận",
    "gửi ý kiến", "gửi ý kiến của bạn", "gửi phản hồi", "phản hồi",
    "tin mới", "tin mới nhất", "tin mới hơn", "tin cũ hơn", "tin nổi bật",
    "tin khác", "tin tức khác", "tin bài khác", "tin đọc nhiều", "tin xem nhiều",
    "tin liên quan", "tin bài liên quan", "bài liên quan", "bài viết liên quan",
    "các tin liên quan", "các bài liên quan", "tin tức liên quan",
    "nội dung liên quan", "bài viết khác", "các bài viết khác", "bài khác",
    "các tin khác", "các bài khác", "các tin đã đưa", "tin đã đưa",
    "các tin mới hơn", "các tin cũ hơn", "tin cùng chuyên mục",
    "cùng chuyên mục", "bài cùng chuyên mục", "tin cùng chủ đề", "cùng chủ đề",
    "tin bài cùng chuyên mục", "bài viết cùng chuyên mục", "tin trong ngày",
    "có thể bạn quan tâm", "bạn có thể quan tâm", "có thể bạn chưa biết",
    "đọc nhiều", "đọc nhiều nhất", "xem nhiều", "xem nhiều nhất", "mới nhất",
    "được quan tâm", "tin đang hot", "đang nóng", "bài mới", "bài đọc nhiều",
    "bài nổi bật", "bài viết mới", "bài viết mới nhất", "tin tiếp theo", "bài trước", "bài sau",
    "bài viết trước", "bài viết sau", "tin trước", "tin sau", "video nổi bật",
    "thông tin doanh nghiệp", "thông tin cần biết", "dành cho bạn",
    "gợi ý cho bạn", "chủ đề liên quan", "sự kiện liên quan", "chuyên đề",
    "dòng sự kiện", "chủ đề", "từ khóa", "từ khoá", "tags", "tag", "thẻ",
    "nhãn", "keywords", "related articles", "related posts", "related news",
    "related stories", "you may also like", "you might also like",
    "more stories", "more news", "most read", "most popular", "read next",
    "recommended", "trending", "latest news", "latest", "comments",
    "leave a comment", "leave a reply", "post a comment", "share this",
    "share this article", "recommended for you", "more from this section",
    "nguồn tham khảo", "tài liệu tham khảo", "references", "sources",
    "đánh giá bài viết", "phản hồi bạn đọc", "bạn đọc phản hồi",
};

static const char *const ending_start[] = {
    "từ khóa", "từ khoá", "tags", "tag", "bạn còn #", "bình luận #",
    "bạn vui lòng nhập", "vui lòng nhập", "đăng nhập để bình luận",
    "vui lòng đăng nhập", "hiện chưa có bình luận", "chưa có bình luận",
    "hãy là người đầu tiên", "bài viết có hữu ích", "bạn có hài lòng",
    "để gửi bình luận", "ý kiến của bạn sẽ", "ý kiến bạn đọc", "đọc nhiều trong",
    "trở thành người đầu tiên", "tặng sao", "bạn đang đọc bài viết",
    "bạn đọc gửi", "độc giả gửi", "mọi ý kiến đóng góp",
    "mọi thông tin góp ý", "các tin khác",
    "các tin đã đưa", "tin cùng", "the comments", "sign up for", "subscribe to",
};

static const char *const links_whole[] = {
    "đọc thêm", "xem thêm", "tin liên quan", "bài liên quan", "tham khảo thêm",
    "tin bài liên quan", "bài viết liên quan", "dòng sự kiện", "đọc tiếp",
    "xem chi tiết", "xem tất cả", "xem toàn bộ", "chi tiết", "read more",
    "see also", "related", "tin nên đọc", "nên đọc", "bài đọc thêm",
    "có thể bạn quan tâm", "chủ đề nóng", "tin nóng",
};

static const char *const links_start[] = {
    "xem thêm", "đọc thêm", "xem tiếp", "đọc tiếp", "mời xem", "mời đọc",
    "xem chi tiết tại", "read more", "see also", "tin liên quan", "trở lại",
    "bài liên quan", "xem video", "xem tất cả",
};

static const char *const tool_whole[] = {
    "giọng nam", "giọng nữ", "giọng đọc", "giọng miền bắc", "giọng miền nam",
    "giọng nữ miền bắc", "giọng nam miền nam", "nam miền bắc", "nữ miền bắc",
    "nam miền nam", "nữ miền nam", "nghe đọc bài", "nghe đọc báo", "nghe bài viết",
    "nghe bài này", "nghe audio", "nghe đọc bài viết", "đọc bài", "audio",
    "phát audio", "tốc độ đọc", "cỡ chữ", "a a a", "a a", "aa", "#x", "x#",
    "chia sẻ", "chia sẻ bài viết", "chia sẻ qua email", "share", "tweet", "like",
    "thích", "lưu", "lưu bài", "lưu bài viết", "theo dõi", "đóng", "gửi",
    "in", "in bài", "in bài viết", "in trang", "in tin", "bản in", "print",
    "gửi email", "email", "gửi mail", "mail", "copy link", "sao chép liên kết",
    "sao chép link", "sao chép", "lấy link", "link bài gốc", "facebook",
    "twitter", "zalo", "zalo share", "youtube", "tiktok", "telegram", "linkedin",
    "messenger", "pinterest", "instagram", "facebook zalo email", "google news",
    "quay lại", "trở về", "về đầu trang", "lên đầu trang", "đầu trang", "trang chủ",
    "trang nhất", "trang trước", "trang sau", "trước", "tiếp", "tiếp theo", "sau",
    "menu", "tìm kiếm", "tìm", "search", "đăng nhập", "đăng ký", "đăng xuất",
    "đăng kí", "tài khoản", "login", "register", "log in", "sign in", "sign up",
    "subscribe", "quảng cáo", "advertisement", "ads", "ad", "sponsored", "tài trợ",
    "rss", "podcast", "english", "tiếng việt", "bỏ qua", "hủy", "huỷ", "xóa",
    "trả lời", "thích trả lời", "báo vi phạm", "có", "không", "họ và tên",
    "họ tên", "tên của bạn", "địa chỉ email", "email của bạn", "nội dung",
    "tiêu đề", "mã xác nhận", "mã bảo mật", "nhập email của bạn", "cập nhật",
    "cập nhật liên tục", "trực tiếp", "ảnh", "video", "hình ảnh", "multimedia",
    "infographic", "emagazine", "magazine", "media", "longform", "photo", "tất cả",
    "nổi bật", "xem", "xem thêm", "thêm", "khác", "mới nhất", "liên hệ", "home",
    "giới thiệu", "sơ đồ cổng", "sơ đồ trang", "hỏi đáp", "góp ý", "điểm #",
    "bạn đọc", "báo in", "toàn văn", "nội dung bài viết", "nội dung chính",
    "mục lục", "trong bài viết này", "tải về", "download", "phóng to", "thu nhỏ",
    "tweet share", "like share", "back to top", "skip to content", "skip to main content",
    "cookie", "accept", "ok", "news", "sport", "business", "opinion",
    "nhấn để phóng to ảnh", "xem ảnh lớn", "bật tiếng", "tắt tiếng", "trạng thái",
};

static const char *const tool_start[] = {
    "chia sẻ trên", "chia sẻ facebook", "chia sẻ qua", "chia sẻ lên",
    "chia sẻ copy", "chia sẻ bài viết", "chia sẻ tweet", "theo dõi báo",
    "theo dõi chúng tôi", "theo dõi trên", "nhấn theo dõi", "bấm theo dõi",
    "nhấn vào đây", "bấm vào đây", "click vào đây", "tải ứng dụng",
    "tải app", "tham gia kênh", "link bài gốc", "gửi bài viết", "xem theo ngày",
    "# người thích", "# lượt thích", "# bình luận", "# đã tặng", "# comments",
    "đánh giá #", "xếp hạng", "nhập số sao", "hoặc nhập", "follow us", "share on",
    "share this", "facebook twitter", "facebook mail", "facebook youtube",
    "facebook zalo", "zalo facebook", "copy link", "by clicking", "we use cookies",
    "trình duyệt không hỗ trợ", "trình duyệt của bạn", "your browser",
    "dung lượng", "# # #x", "kích thước chữ", "cỡ chữ", "tương phản",
    "chuyển sao", "nghe đọc", "giọng đọc",
};

static const char *const tool_end[] = {
    "trên google news", "copy link", "copy link thành công", "về trang chủ đề",
    "trên facebook", "trên zalo", "qua zalo", "lấy link", "lên đầu trang",
};

static const char *const site_start[] = {
    "©", "©#", "copyright", "bản quyền", "toàn bộ bản quyền", "giấy phép số",
    "giấy phép hoạt động", "giấy phép xuất bản", "giấy phép báo chí", "gp số",
    "số giấy phép", "tổng biên tập", "phó tổng biên tập", "chịu trách nhiệm",
    "người chịu trách nhiệm", "trưởng ban biên tập", "cơ quan chủ quản",
    "đơn vị chủ quản", "cơ quan của", "tiếng nói của đảng bộ", "tòa soạn",
    "toà soạn", "hotline", "đường dây nóng", "fax #", "liên hệ quảng cáo",
    "ghi rõ nguồn", "vui lòng ghi rõ nguồn", "đề nghị ghi rõ nguồn",
    "khi sử dụng lại", "all rights reserved", "quảng cáo", "phát triển bởi",
    "thiết kế bởi", "powered by", "designed by", "số lượt truy cập",
    "lượt truy cập", "đang truy cập", "đang online", "truy cập",
    "thống kê truy cập", "chính sách bảo mật", "điều khoản sử dụng",
    "terms of", "privacy policy", "cookie policy", "contact us", "about us",
    "trang thông tin điện tử", "cổng thông tin điện tử", "báo điện tử",
    "cơ quan ngôn luận", "mã số thuế", "số điện thoại", "công ty cổ phần truyền thông",
};

static const char *const contact_start[] = {
    "trụ sở", "điện thoại #", "điện thoại liên hệ", "đt #", "tel #", "email",
    "e mail", "liên hệ", "địa chỉ", "văn phòng đại diện",
};

static const char *const site_anywhere[] = {
    "all rights reserved", "giữ bản quyền", "bản quyền thuộc", "ghi rõ nguồn",
    "tổng biên tập", "gp bttt", "gp bttttt", "gp bttttt", "gp bc", "gp ttđt",
    "gp bvhttdl", "gp ttđt", "toasoan", "hotline", "cookies",
};

static const char *const section_whole[] = {
    "thời sự", "chính trị", "xã hội", "kinh tế", "kinh doanh", "văn hóa",
    "văn hoá", "giải trí", "thể thao", "pháp luật", "giáo dục", "y tế",
    "sức khỏe", "sức khoẻ", "đời sống", "du lịch", "khoa học", "công nghệ",
    "số hóa", "xe", "ô tô xe máy", "thế giới", "quốc tế", "trong nước",
    "bất động sản", "tài chính", "chứng khoán", "doanh nghiệp", "nông nghiệp",
    "nông thôn mới", "môi trường", "giao thông", "dân sinh", "dân tộc",
    "tôn giáo", "quốc phòng", "quốc phòng an ninh", "an ninh", "xây dựng đảng",
    "tin tức", "tin tức sự kiện", "tin tức trong ngày", "tin trong tỉnh",
    "trong tỉnh", "tin địa phương", "địa phương", "nhịp sống trẻ", "nhịp sống",
    "tâm sự", "góc nhìn", "phóng sự", "phân tích", "ý kiến", "chuyển đổi số",
    "cải cách hành chính", "thư giãn", "hài", "bạn đọc", "hồ sơ", "quân sự",
    "bóng đá", "lao động", "việc làm", "gia đình", "ẩm thực", "làm đẹp",
    "thời trang", "âm nhạc", "điện ảnh", "sách", "tuyển sinh", "du học",
    "thời sự chính trị", "văn hóa giải trí", "văn hóa xã hội", "kinh tế xã hội",
    "đất và người", "vĩ mô", "thị trường", "tiêu dùng", "hàng hóa", "dữ liệu",
};

static const char *const posted_start[] = {
    "cập nhật", "đăng ngày", "ngày đăng", "đăng lúc", "ngày xuất bản",
    "xuất bản", "đăng bởi", "được đăng", "được viết", "người đăng", "thứ hai", "thứ ba", "thứ tư", "thứ năm",
    "thứ sáu", "thứ bảy", "chủ nhật", "chủ nhật #", "thứ #", "thời gian đăng",
    "ngày cập nhật", "lượt xem", "số lượt xem", "lượt đọc", "published",
    "posted", "updated", "last updated", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday", "chuyên mục", "ngày tạo",
};

static const char *const posted_whole[] = {
    "lượt xem", "lượt đọc", "lượt nghe", "phút đọc", "views", "min read",
    "giờ trước", "phút trước", "ngày trước",
};

static const char *const writer_start[] = {
    "tác giả", "bài và ảnh", "bài ảnh", "tin và ảnh", "tin ảnh", "ảnh và bài",
    "tin bài", "bài viết", "thực hiện", "người viết", "phóng viên", "pv", "p v",
    "ctv", "nhóm phóng viên", "nhóm pv", "theo", "nguồn", "nguồn tin", "biên tập",
    "biên dịch", "dịch", "by", "written by", "source", "tản văn của", "tản văn",
    "bút ký của", "bút ký", "ghi chép của", "ghi chép", "phóng sự của",
    "truyện ngắn của", "thơ của", "chùm thơ của", "tạp bút", "tùy bút", "tuỳ bút", "ý kiến của", "tổng hợp", "bttđt", "btv",
    "bài", "tin", "lược dịch", "trích nguồn", "đăng lại từ", "bài và video",
    "clip", "thực hiện bài viết", "thiết kế", "trình bày", "đồ họa", "đồ hoạ",
    "nội dung", "kỹ thuật",
};

static const char *const writer_whole[] = {
    "trưởng thôn", "thôn trưởng", "trưởng bản", "trưởng xóm", "trưởng ấp",
    "trưởng khu phố", "tổ trưởng", "tổ trưởng dân phố", "chủ tịch",
    "phó chủ tịch", "kt chủ tịch", "kt chủ tịch phó chủ tịch", "bí thư",
    "tm ủy ban nhân dân", "tm uỷ ban nhân dân", "tm ubnd", "tm ubnd xã",
    "tm ubnd phường", "tm đảng ủy", "giám đốc", "phó giám đốc", "hiệu trưởng",
    "trưởng ban", "trưởng phòng", "trưởng trạm", "trưởng công an xã",
    "ban giám hiệu", "ban quản lý", "ban tổ chức", "ban biên tập",
    "người thông báo", "người viết",
};

static const char *const writer_end[] = {
    "tổng hợp", "thực hiện", "lược dịch", "biên dịch", "lược ghi", "ghi",
    "theo ttxvn", "tổng hợp và biên dịch", "tác giả khác", "t h", "th", "dịch",
    "tổng thuật", "sưu tầm",
};

static const char *const appeal_anywhere[] = {
    "mời bạn đọc", "mời độc giả", "mời quý vị", "mời quý độc giả",
    "mời quý bạn đọc", "kính mời quý", "mời các bạn đón", "độc giả quan tâm",
    "bạn đọc quan tâm", "quý độc giả", "quý bạn đọc", "bạn đọc có thể gửi",
    "độc giả có thể gửi", "giới thiệu tới độc giả", "giới thiệu tới bạn đọc",
    "gửi tới độc giả",
};

static const char *const credit_anywhere[] = {
    "ảnh minh họa", "ảnh minh hoạ", "ảnh chụp màn hình", "ảnh tư liệu",
    "ảnh cắt từ clip", "ảnh nhân vật cung cấp", "ảnh cung cấp", "ảnh nvcc",
    "ảnh internet", "ảnh đồ họa", "photo by", "nguồn ảnh", "ảnh do",
};

static const char *const scene_start[] = {
    "các đại biểu", "đại biểu", "đông đảo", "quang cảnh", "toàn cảnh",
    "một góc", "hình ảnh", "khung cảnh", "cảnh", "các đồng chí", "đồng chí",
    "đ c", "lãnh đạo", "đoàn công tác", "đoàn", "thành viên", "ban tổ chức",
    "nhân dân", "người dân", "bà con", "đồng bào", "công nhân", "nông dân",
    "cán bộ", "chiến sĩ", "chiến sỹ", "bộ đội", "lực lượng", "học sinh",
    "sinh viên", "giáo viên", "thầy cô", "thí sinh", "vận động viên",
    "các vận động viên", "du khách", "khách du lịch", "đoàn viên",
    "thanh niên", "tuổi trẻ", "phụ nữ", "hội viên", "thiếu nữ", "thiếu nhi",
    "trẻ em", "các em", "các thí sinh", "các cháu", "các em học sinh",
    "các đội", "các nghệ nhân", "nghệ nhân", "nghệ sĩ", "diễn viên", "y bác sĩ",
    "bác sĩ", "nhân viên", "chủ tịch", "phó chủ tịch", "bí thư", "phó bí thư",
    "thủ tướng", "phó thủ tướng", "chủ tịch nước", "chủ tịch quốc hội",
    "tổng bí thư", "bộ trưởng", "thứ trưởng", "giám đốc", "phó giám đốc",
    "trưởng ban", "ông", "bà", "anh", "chị", "em", "cô", "thầy", "cụ", "gia đình",
    "nữ đại biểu", "ảnh", "bức ảnh", "bức thư", "biểu đồ", "sơ đồ", "bản đồ",
    "đồ họa", "đồ hoạ", "giao diện", "tiết mục", "màn", "lễ", "mô hình",
    "một tiết mục", "một cửa hàng", "một buổi", "một phiên", "xe", "máy bay",
    "tàu", "tuyến đường", "công trình", "cây", "khu vực", "các lực lượng",
    "các thành viên", "các cầu thủ", "cầu thủ", "niềm vui", "từ trái",
    "các đối tượng", "đối tượng", "nhóm",
};

static const char *const pose_anywhere[] = {
    "phát biểu", "phát biểu tại", "phát biểu khai mạc", "chụp ảnh lưu niệm",
    "chụp ảnh", "trao quà", "tặng quà", "trao giải", "trao tặng", "tặng hoa",
    "trao bằng", "trao giấy khen", "trao thưởng", "trao quyết định", "cắt băng",
    "dâng hương", "dâng hoa", "thắp hương", "tham quan", "thăm mô hình",
    "kiểm tra thực tế", "tham dự", "dự khai mạc", "dự hội nghị", "chủ trì",
    "tại hội nghị", "tại buổi lễ", "tại buổi làm việc", "tại buổi ra mắt",
    "tại cuộc họp", "tại lễ", "tại chương trình", "tại hội thảo", "tại kỳ họp",
    "tại cuộc giám sát", "tại đại hội", "tại phiên họp", "tại buổi",
    "tham gia", "biểu diễn", "thu hoạch", "chăm sóc", "vận chuyển",
    "truyền dạy", "quang cảnh", "toàn cảnh", "đặt câu hỏi", "trả lời chất vấn",
    "tuyên truyền", "hướng dẫn", "giới thiệu", "thi đấu", "ăn mừng", "bên",
    "đề cập", "trước quốc hội", "tại quốc hội", "ký kết", "bắt tay", "động viên",
    "thăm", "đổ bê tông", "khoanh đỏ", "áo trắng", "thứ hai từ", "phía sau",
    "tại cơ quan công an", "thu gom", "phân loại", "dọn vệ sinh", "trồng cây",
    "nhìn từ trên cao", "nhìn từ xa", "phía trước", "ngoài cùng", "bìa phải", "bìa trái", "giữa", "trái", "phải",
};

static const char *const claim_anywhere[] = {
    "cho biết", "cho hay", "cho rằng", "khẳng định", "nhấn mạnh", "chia sẻ",
    "nhận định", "đánh giá", "lưu ý", "yêu cầu", "đề nghị", "khuyến cáo",
    "thông tin", "nói", "là", "đã", "sẽ", "có thể", "cần", "phải", "không",
    "chưa", "vẫn", "khiến", "giúp", "nhờ", "dự kiến", "ước", "đạt", "tăng",
    "giảm", "có hiệu lực", "quy định", "nhưng", "nên", "vì", "đều", "cũng",
    "nếu", "được", "bị", "kể", "kể lại", "nhớ lại", "tâm sự", "bày tỏ",
    "bộc bạch", "giãi bày", "giải thích", "thừa nhận", "tiết lộ", "bảo", "said", "says", "was", "were", "has", "have", "will",
};

static const char *const joint_start[] = {
    "theo đó", "tuy nhiên", "bên cạnh đó", "ngoài ra", "trong đó", "cụ thể",
    "đồng thời", "sau đó", "trước đó", "tại đây", "hiện nay", "hiện", "ngày",
    "sáng", "trưa", "chiều", "tối", "đêm", "trong khi", "khi", "từ", "nếu", "do",
    "vì", "để", "với", "trong", "tại", "theo", "qua", "sau", "trước", "đến",
    "vào", "năm", "tháng", "hôm", "như vậy", "đó là", "đây là", "điều này",
    "việc", "nhưng", "còn", "cùng với", "đặc biệt", "mặt khác", "đối với",
    "kết thúc", "phát biểu tại", "phát biểu", "dự", "tham dự", "về", "bởi",
    "tuy", "dù", "mặc dù", "quy định", "thời gian", "thời điểm", "dự báo",
    "dự kiến", "được biết", "có", "không", "chính vì", "nhờ", "ở",
};

static const char *const speaker_start[] = {
    "pv", "phóng viên", "hỏi", "đáp", "trả lời", "xin", "thưa", "bạn đọc hỏi",
    "luật sư trả lời", "q", "a", "độc giả", "mc", "nhà báo",
};

/* clang-format on */

#define LIST(cue, place, words)                                                \
    {                                                                          \
        cue, place, words, sizeof(words) / sizeof *(words)                     \
    }

const struct cue_list cue_lists[] = {
    LIST(CUE_ENDING, WHOLE, ending_whole),
    LIST(CUE_ENDING, START, ending_start),
    LIST(CUE_LINKS, WHOLE, links_whole),
    LIST(CUE_LINKS, START, links_start),
    LIST(CUE_TOOL, WHOLE, tool_whole),
    LIST(CUE_TOOL, START, tool_start),
    LIST(CUE_TOOL, END, tool_end),
    LIST(CUE_SITE, START, site_start),
    LIST(CUE_SITE, ANYWHERE, site_anywhere),
    LIST(CUE_CONTACT, START, contact_start),
    LIST(CUE_SECTION, WHOLE, section_whole),
    LIST(CUE_POSTED, START, posted_start),
    LIST(CUE_POSTED, WHOLE, posted_whole),
    LIST(CUE_WRITER, START, writer_start),
    LIST(CUE_WRITER, WHOLE, writer_whole),
    LIST(CUE_WRITER, END, writer_end),
    LIST(CUE_APPEAL, ANYWHERE, appeal_anywhere),
    LIST(CUE_CREDIT, ANYWHERE, credit_anywhere),
    LIST(CUE_SCENE, START, scene_start),
    LIST(CUE_POSE, ANYWHERE, pose_anywhere),
    LIST(CUE_CLAIM, ANYWHERE, claim_anywhere),
    LIST(CUE_JOINT, START, joint_start),
    LIST(CUE_SPEAKER, START, speaker_start),
};

const size_t cue_lists_count = sizeof cue_lists / sizeof cue_lists[0];
