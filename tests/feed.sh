#!/usr/bin/env bash
# A folder of editions as a podcast: what the feed says, by readers of feeds that
# are not ours, and that nothing changes without a reason.
. "$(dirname "$0")/tap.sh"
python=/usr/bin/python3 # whose libraries Debian's packages bring
[ -x $python ] || python=python3

cat > feed.in << 'INI'
# What the podcast is.
[feed]
title = Tin "bản ta" & <mường>
description = Tin trong ngày,
    đọc mỗi sáng & chiều.
author = Đài truyền thanh xã
address = @ADDRESS@
link = https://thi-du.example/
owner = Ban biên tập
email = bien-tap@thi-du.example
category = Society & Culture > Documentary
INI
address=https://thi-du.example/tin/feed.xml
sed "s|@ADDRESS@|$address|" feed.in > feed.ini

# an article of its own for each: title, date, text
article() {
    printf '%s\n\n%s\n\n%s\n\n%s\n\n%s\n' "$1" "$2" \
        'Sáng nay, bà con trong bản cùng nhau sửa lại con đường ra đồng & dọn kênh.' \
        "$3" 'Công việc xong trước buổi trưa, ai cũng vui vì đường đã sạch đẹp hơn.'
}
article 'Bản “Nà & Mường” sửa đường' '14/5/2024, 08:30' \
    'Mỗi nhà góp một buổi công, tiền mua đá thì xin từ quỹ chung của bản.' > 'một hai.txt'
article 'Xã mở lớp học chữ' '15/5/2024' \
    'Lớp học có hai mươi người, phần lớn là các bà các mẹ chưa từng tới trường.' > b.txt
article 'Chợ phiên họp sớm' '' \
    'Chợ phiên tuần này họp sớm hơn một ngày vì trời sắp có mưa lớn ở vùng cao.' > c.txt
ends 0 'three editions' "$BAONOI" -q --for podcast --chapters paragraph \
    'một hai.txt' b.txt c.txt -o pod/
feed() {
    "$BAONOI" feed "$@" --config feed.ini
}

# by NAME COMMAND...: a check of feed.py finds nothing wrong
by() {
    name=$1
    shift
    $python "$root/tests/feed.py" "$@" > said 2>&1
    ok $? "$name" || note "$(cat said)"
}

# judged_all NAME: by everyone
judged_all() {
    judged feedsmith "$1: by feedsmith and podcast-partytime" feed.mjs \
        "$work/pod/feed.xml" $address "$work"/pod/{'một hai',b,c}.json
    by "$1: what is demanded is there" checklist pod/feed.xml
    if $python -c 'import feedparser' 2> /dev/null; then
        by "$1: by feedparser" feedparser pod/feed.xml 3
    else
        skip "$1: by feedparser" 'python3-feedparser is missing'
    fi
}

ends 0 'a feed' feed pod
is 'a feed: what is said' "$(cat err)" "c.json: no date, and last in the feed
pod/feed.xml: 3 episodes"
judged_all 'a feed'
is 'the newest first, those without a date last' \
    "$(grep -o '<itunes:title>[^ ]*' pod/feed.xml | cut -d '>' -f 2 | tr '\n' ' ')" \
    'Xã Bản Chợ '
holds 'the date of the article, in its zone' "$(cat pod/feed.xml)" \
    '<pubDate>Tue, 14 May 2024 08:30:00 +0700</pubDate>'
is 'the UUID is that of the address' "$(grep -o '<podcast:guid>[^<]*' pod/feed.xml)" \
    "<podcast:guid>$($python -c 'import uuid; print(uuid.uuid5(uuid.UUID(
        "ead4c236-bf58-58c6-a2c6-a6b28d128cb6"), "thi-du.example/tin/feed.xml"))')"
if command -v ffprobe > /dev/null; then
    is 'a cover is made' "$(ffprobe -v error -show_entries \
        stream=codec_name,width,height,pix_fmt -of csv=p=0 pod/cover.png)" \
        png,1400,1400,rgb24
else
    skip 'a cover is made' 'no ffprobe'
fi

# ---- nothing changes without a reason
touch -d 2020-01-01 pod/feed.xml pod/cover.png
stat -c '%n %Y %i' pod/* > before
ends 0 'again' feed pod/
stat -c '%n %Y %i' pod/* | diff before -
is 'again: every file as it was' "${PIPESTATUS[1]}" 0
holds 'again: it is said' "$(cat err)" 'pod/feed.xml: 3 episodes, as it was'
guid=$(jq -r .id pod/b.json)
sed -i 's/hai mươi người/ba mươi người/' b.txt
"$BAONOI" -q --for podcast --chapters paragraph b.txt -o pod/
ends 0 'an article is corrected' feed -q pod
is 'an article is corrected: in silence' "$(cat out err)" ''
judged_all 'an article is corrected'
is 'an article is corrected: as it was called' "$(grep -c "$guid" pod/feed.xml)" 1
holds 'an article is corrected: no cache has it' "$(cat pod/feed.xml)" \
    'b.mp3?revision=2'

# ---- what somebody else made stays
mkdir own
cp pod/b.json pod/b.mp3 pod/b.opus pod/b.vtt pod/b.srt pod/b.chapters.json own/
echo '<rss/>' > own/feed.xml
ends 5 'a feed of another program' feed own
holds 'a feed of another program: it is named' "$(cat err)" \
    'own/feed.xml: not made by baonoi feed, and not replaced'
rm own/feed.xml
echo 'my picture' > own/cover.png
ends 5 'a cover of another' feed own
holds 'a cover of another: what helps' "$(cat err)" 'cover = cover.png takes it'
is 'a cover of another: it stays' "$(cat own/cover.png)" 'my picture'
cp pod/cover.png own/
sed 's/^title = .*/title = Một tên khác/' feed.ini > renamed.ini
ends 0 'one of another title is made anew' "$BAONOI" feed -q own --config renamed.ini
cmp -s pod/cover.png own/cover.png
is 'one of another title: it is another' $? 1

# ---- gPodder
if command -v gpo > /dev/null; then
    cp -r pod served
    export BAONOI
    by 'gPodder subscribes and loads all episodes' gpodder served
else
    skip 'gPodder subscribes and loads all episodes' 'gpodder is missing'
fi
sed "s|@ADDRESS@|$address|" feed.in > feed.ini

# ---- what is left out, and what is refused
cp pod/b.json pod/copy.json
"$BAONOI" -q -f opus 'một hai.txt' -o pod/quiet
ends 0 'editions that are no episodes' feed pod
is 'editions that are no episodes: what is said' "$(cat err)" \
    "c.json: no date, and last in the feed
quiet.json: no MP3, and not in the feed
copy.json: the same article as another edition, and not in the feed
pod/feed.xml: 3 episodes, as it was"
rm pod/copy.json pod/quiet.*
echo 'limit = 2' >> feed.ini
ends 0 'no more than the limit' feed pod
holds 'no more than the limit: it is said' "$(cat err)" '2 episodes of 3'
cp pod/feed.xml kept
echo >> pod/b.mp3
ends 3 'a file that is not as it was' feed pod
holds 'a file that is not as it was: it is named' "$(cat err)" \
    'pod/b.mp3: not as its manifest says'
cmp pod/feed.xml kept
is 'a file that is not as it was: the feed stays' $? 0
mkdir empty
ends 3 'no edition' feed empty
ends 3 'no folder' feed nowhere
ends 2 'no config' "$BAONOI" feed pod
sed -i '$d' feed.ini
truncate -s -1 pod/b.mp3
cp pod/c.json c.json
for seconds in -1 1e300; do
    jq -c ".chapters[0].start = $seconds" c.json > pod/c.json
    ends 3 "a chapter at $seconds seconds" feed pod
    holds "a chapter at $seconds seconds: it is named" "$(cat err)" \
        'pod/c.json: a manifest with times that can'"'"'t be'
done
mv c.json pod/c.json

# ---- covers: a picture of one's own
# bad COVER MESSAGE
bad_cover() {
    { cat feed.ini; echo "cover = $1"; } > cover.ini
    "$BAONOI" feed pod --config cover.ini 2> err
    is "the cover $1" "$? $(grep -v 'no date' err)" "3 baonoi: $2"
}
bad_cover none.png 'pod/none.png: not read: No such file or directory'
bad_cover b.mp3 'pod/b.mp3: neither PNG nor JPEG'
if command -v ffmpeg > /dev/null; then
    picture() {
        ffmpeg -v error -f lavfi -i color=red:s="$1" -frames:v 1 "$2"
    }
    picture 800x800 pod/small.jpg
    picture 1500x1400 pod/wide.png
    picture 3000x3000 pod/own.jpg
    bad_cover small.jpg \
        'pod/small.jpg: 800 by 800 pixels; a cover is square, of 1400 to 3000'
    bad_cover wide.png \
        'pod/wide.png: 1500 by 1400 pixels; a cover is square, of 1400 to 3000'
    { cat feed.ini; echo "cover = own.jpg"; } > cover.ini
    ends 0 'the cover own.jpg' "$BAONOI" feed pod --config cover.ini
    holds 'the cover own.jpg is named' "$(cat pod/feed.xml)" /tin/own.jpg
else
    skip 'covers of all sizes' 'no ffmpeg'
fi
{ cat feed.ini; echo "font = feed.ini"; } > cover.ini
ends 3 'no font' "$BAONOI" feed pod --config cover.ini

# ---- the config: a line too many | the message
while IFS='|' read -r line message; do
    { cat feed.ini; echo "$line"; } > bad.ini
    "$BAONOI" feed pod --config bad.ini 2> err
    is "config: $line" "$? $(cat err)" "3 baonoi: bad.ini:12: $message"
done << 'TABLE'
titel = Tin|titel: no such key
title = Tin|title: given a second time
limit|limit: no line of the form key = value
[podcast]|[podcast]: no such part; there is [feed]
limit = 0|limit: no whole number from 1 to 10000
limit =|limit: nothing stands behind it
zone = 7|zone: no time zone, as +07:00
zone = ++7:00|zone: no time zone, as +07:00
explicit = maybe|explicit: neither yes nor no
type = daily|type: neither episodic nor serial
guid = 1|guid: no UUID in small letters
cover = a/b.png|cover: not a name in the folder
TABLE
# key | value | message
while IFS='|' read -r key value message; do
    sed "s|^$key = .*|$key = $value|" feed.ini > bad.ini
    "$BAONOI" feed pod --config bad.ini 2> err
    is "config: $key = $value" "$? $(sed 's/:[0-9]*:/:/' err)" \
        "3 baonoi: bad.ini: $key: $message"
done << 'TABLE'
address|thi-du.example/feed.xml|no address of the web, as https://thi-du.example/
address|https:///feed.xml|no address of the web, as https://thi-du.example/
link|ftp://thi-du.example|no address of the web, as https://thi-du.example/
email|bien-tap|no address of mail
category|Tin tức|no category of Apple Podcasts, as News > Daily News
category|News > Books|no category of Apple Podcasts, as News > Daily News
TABLE
for key in title description author address link owner email category; do
    sed "/^$key = /,/^[a-z]/{/^$key = /d;/^ /d}" feed.ini > bad.ini
    "$BAONOI" feed pod --config bad.ini 2> err
    is "config: no $key" "$? $(cat err)" "3 baonoi: bad.ini: $key is missing"
done
finish
