#!/usr/bin/env bash
# The MP3 of an edition, measured by programs that are not ours: ffmpeg, mpg123,
# mpv, mediainfo, mutagen.
. "$(dirname "$0")/tap.sh"
sed '/^Trước đây/,$d' "$root/tests/examples/article.txt" > own.txt

# tagged NAME BASE: all chapters and texts, as several readers see them
tagged() {
    measured_by ffprobe "$1: chapters as ffprobe sees them" chapters "$2"
    measured_by mpv "$1: length and chapters as mpv sees them" mpv "$2"
    measured_by mid3v2 "$1: the tag as mutagen sees it" mutagen "$2"
}

make_own() {
    "$BAONOI" -q --loudness -16 --chapters paragraph own.txt "$@"
}
ends 0 'an edition' make_own -f mp3,wav -o own
tagged own own
measured_by mediainfo 'as mediainfo sees it' mediainfo own
measured_by ffmpeg 'to the sample as long as the WAV, and in time' aligned own
measured_by ffmpeg 'level and true peak by ffmpeg' loudness own -16
if command -v mpg123 > /dev/null; then
    is 'to the sample as long as the WAV by mpg123' \
        "$(mpg123 -q -s own.mp3 | wc -c)" \
        "$(jq '.seconds * 96000 | round' own.json)"
else
    skip 'by mpg123' 'it is missing'
fi

# ---- a cover
if command -v ffmpeg > /dev/null; then
    ffmpeg -v error -f lavfi -i color=red:s=600x600 -frames:v 1 cover.jpg
    ffmpeg -v error -f lavfi -i nullsrc=s=1000x1000,geq=random\(1\)*255 \
        -frames:v 1 large.png
    ends 0 'a cover' "$BAONOI" -q --cover cover.jpg own.txt -f mp3 -o covered
    tagged 'a cover' covered
    ffmpeg -v error -i covered.mp3 -map 0:v -c copy -f image2 got.jpg
    cmp cover.jpg got.jpg
    is 'a cover: by ffmpeg, byte for byte' $? 0
    ends 3 'too large a cover' "$BAONOI" -q --cover large.png own.txt -o no
    ends 3 'a cover that is none' "$BAONOI" -q --cover own.txt own.txt -o no
    is 'nothing is made then' "$(ls no.* 2> /dev/null)" ""
else
    skip 'a cover' 'no ffmpeg'
fi

# ---- loud sound passes the true peak where it is coded plainly
for rate in 64 vbr 128; do
    ends 0 "loud, $rate" "$BAONOI" -q --loudness -14 --mp3 $rate own.txt -f mp3 \
        -o "loud$rate"
    measured_by ffmpeg "loud, $rate: level and true peak" loudness "loud$rate" -14
    measured_by ffprobe "loud, $rate: chapters" chapters "loud$rate"
done
holds 'a variable rate tells so' "$(head -c 20000 loudvbr.mp3 | tr -d '\0')" Xing
rm loudvbr.json
ends 0 'a variable rate alone and whole' "$BAONOI" check loudvbr.mp3
truncate -s -1 loudvbr.mp3
ends 3 'a variable rate, cut' "$BAONOI" check loudvbr.mp3

# ---- the same bytes
sha256sum own.mp3 > want
make_own -f mp3 -o - > own.mp3
sha256sum -c --quiet want
ok $? 'the same bytes, to standard output'

# ---- as many chapters as there can be, and none
{
    printf '%s\n\n' 'Một trăm điều bà con cần biết'
    for i in $(seq 100); do
        printf '%d. “Nước” & <lúa> là vàng. Ai cũng giữ lấy từng giọt, từng hạt cho con cháu.\n\n' "$i"
    done
} > many.txt
ends 0 'many chapters' "$BAONOI" -q -f mp3 --chapters paragraph many.txt -o many
is 'many chapters: 99' "$(jq '.chapters | length' many.json)" 99
tagged 'many chapters' many
head -n 9 many.txt > short.txt
ends 0 'no chapters' "$BAONOI" -q -f mp3 --chapters none short.txt -o none
tagged 'no chapters' none

# ---- damage is seen, without the manifest too
rm many.json
ends 0 'alone and whole' "$BAONOI" check many.mp3
size=$(stat -c %s many.mp3)
sound=$(grep -abo -m 1 Info many.mp3 | cut -d : -f 1)
# damaged NAME COMMAND...
damaged() {
    name=$1
    shift
    cp many.mp3 bad.mp3
    "$@"
    ends 3 "alone, $name" "$BAONOI" check bad.mp3
}
# over BYTES PLACE: writes over what stands there
over() {
    printf %s "$1" | dd of=bad.mp3 bs=1 seek="$2" conv=notrunc status=none
}
damaged 'cut' truncate -s -1 bad.mp3
damaged 'cut to nothing' truncate -s 0 bad.mp3
damaged 'cut in its tag' truncate -s 100 bad.mp3
damaged 'longer' truncate -s +1 bad.mp3
damaged 'another tag' over x 0
damaged 'another header' over x $((sound + 120))
damaged 'another sound' over x $((size - 5000))
finish
