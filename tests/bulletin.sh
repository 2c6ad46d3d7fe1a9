#!/usr/bin/env bash
# What a presenter says between the stories of a bulletin.
. "$(dirname "$0")/tap.sh"
articles=$root/tests/examples/article
sed '/^Trước đây/,/^Lãnh đạo/d' "$root/tests/examples/article.txt" > one.txt
head -n 12 "$articles/agency_world.txt" > two.txt
cp "$articles/short_news.html" three.html

make_edition() {
    "$BAONOI" -q --edition one.txt two.txt three.html -f wav --bulletin \
        -o bulletin.wav "$@"
}
links() {
    jq -c '[.sentences[] | select(.role == "link") | .spoken]' bulletin.json
}
ends 0 'a bulletin' make_edition
is 'what comes next is said' "$(links)" \
    '["Tin tiếp theo.","Tin cuối của bản tin."]'
is 'a chapter for each story, by its title' \
    "$(jq -c '[.chapters[].title]' bulletin.json)" \
    "$(jq -c '[.sentences[] | select(.role == "title") | .written]' bulletin.json)"
is 'it begins with what leads to it' \
    "$(jq -c '[.chapters[1:][].start]' bulletin.json)" \
    "$(jq -c '[.sentences[] | select(.role == "link") | .start]' bulletin.json)"
measured_by ffprobe 'chapters as ffprobe sees them' chapters bulletin
measured_by python3 'marks in order' marks bulletin

ends 0 'with its title and its time' make_edition --title 'Bản tin sáng' \
    --dateline --date '14/5/2024 6:05'
is 'they come first' "$(jq -r '[.sentences[:2][].spoken] | join(" ")' bulletin.json)" \
    'Bản tin sáng. Bản tin lúc sáu giờ năm phút, thứ Ba, ngày mười bốn tháng năm năm hai nghìn không trăm hai mươi tư.'
is 'and are a chapter' "$(jq -r '.chapters[0].title' bulletin.json)" 'Bản tin sáng'

for day in '29/2/2024 thứ Năm' '1/1/2000 thứ Bảy' '31/12/2023 Chủ nhật' '4/3/2024 thứ Hai'; do
    ends 0 "the day of ${day%% *}" "$BAONOI" -q -f wav one.txt -o day.wav \
        --dateline --date "${day%% *}"
    holds "it is ${day#* }" "$(jq -r '.sentences[0].spoken' day.json)" \
        "Bản tin ${day#* }, ngày "
done
is 'the title still names the chapter' "$(jq -r '.chapters[0].title' day.json)" \
    "$(jq -r .title day.json)"
printf 'Không có ngày\n\n%s %s\n' 'Hôm qua, bản nhỏ đã có điện lưới, bà con rất' \
    'vui mừng và phấn khởi. Từ nay, trẻ em có đèn để học bài mỗi tối.' > none.txt
ends 3 'no date to say' "$BAONOI" -q none.txt --dateline
is 'what is said' "$(cat err)" \
    'baonoi: --dateline: the edition has no date; --date gives one'
finish
