#!/usr/bin/env bash
# The text formats of an edition, as FFmpeg and jq read them.
. "$(dirname "$0")/tap.sh"
formats=vtt,srt,lrc,chapters,notes

# well_written BASE
well_written() {
    measured_by ffmpeg "$1: WebVTT as ffmpeg reads it" cues "$1" .vtt
    measured_by ffmpeg "$1: SubRip as ffmpeg reads it" cues "$1" .srt
    measured_by ffmpeg "$1: LRC as ffmpeg reads it" cues "$1" .lrc ''
    is "$1: chapters as jq reads them" \
        "$(jq -c '[.version, [.chapters[] | [.startTime, .title]]]' \
            "$1.chapters.json")" \
        "$(jq -c '["1.2.0", [.chapters[] | [.start, .title]]]' "$1.json")"
    is "$1: notes with a time for each chapter" \
        "$(grep -E '^[0-9]+:[0-5][0-9] ' "$1.notes.txt")" \
        "$(jq -r '.chapters[] | (.start | strftime("%M:%S")) + " " + .title' \
            "$1.json")"
    is "$1: notes begin with title and summary" "$(head -n 3 "$1.notes.txt")" \
        "$(jq -r '.title, "", .summary' "$1.json")"
}

cp "$root/tests/examples/article.txt" own.txt
ends 0 'an edition' "$BAONOI" -q -f $formats own.txt
well_written own
shared=$root/../shared/data/seed_article.txt
if [ -r "$shared" ]; then
    ends 0 'the seed' "$BAONOI" -q -f $formats "$shared" -o seed
    well_written seed
else
    skip 'the seed' '../shared is missing'
fi

# ---- what means something to a reader
cat > odd.txt << 'ODD'
Bản có a < b & <lúa> --> “gạo”

Trang ở https://thi-du.example/mot-duong-dan-rat-dai/dai-hon-mot-dong/cua-phu-de/nam-trong-bai.html có nói, hôm qua bà con vui mừng và phấn khởi.
ODD
ends 0 'odd signs' "$BAONOI" -q -f $formats odd.txt
measured_by ffmpeg 'odd signs: WebVTT as ffmpeg reads it' cues odd .vtt
holds 'odd signs: WebVTT escapes them' "$(cat odd.vtt)" \
    'a &lt; b &amp; &lt;lúa&gt; --&gt; “gạo”'
holds 'odd signs: SubRip does not' "$(cat odd.srt)" 'a < b & <lúa> --> “gạo”'
is 'no line is too long' "$(grep -cE '^.{90}' odd.vtt)" 0

# ---- the same bytes, alone and to standard output
for format in vtt srt lrc notes; do
    "$BAONOI" -q -f $format own.txt -o - | cmp - own.$format*
    is "$format to standard output" "${PIPESTATUS[*]}" '0 0'
done
ends 0 'a name that ends in two suffixes' "$BAONOI" -q own.txt -o talk.chapters.json
cmp talk.chapters.json own.chapters.json
is 'a name that ends in two suffixes: the same' "$?" 0

# ---- damage is seen; chapters are no manifest
mkdir folder
cp own.* folder
rm folder/own.txt
ends 0 'a folder' "$BAONOI" check folder
is 'a folder: five files' "$(grep -c '^good: ' out)" 5
echo >> folder/own.chapters.json
ends 3 'altered chapters' "$BAONOI" check folder
rm folder/own.json
ends 0 'without the manifest' "$BAONOI" check folder
is 'without the manifest: five files' "$(grep -c '^good: ' out)" 5
for file in own.vtt own.srt own.lrc own.notes.txt own.chapters.json; do
    head -c -1 "own.${file#*.}" > "folder/$file"
    [ "$file" != own.chapters.json ] || echo '[' > "folder/$file"
    ends 3 "$file alone, cut" "$BAONOI" check "folder/$file"
done

# ---- a manifest may have the name of chapters
"$BAONOI" -q -f vtt own.txt -o other.chapters
ends 0 'a manifest with the name of chapters' "$BAONOI" check other.chapters.json
holds 'a manifest with the name of chapters: what it names' "$(cat out)" \
    other.chapters.vtt
ends 5 'chapters in the place of a manifest' "$BAONOI" -q -f chapters own.txt \
    -o other
ends 0 'chapters in the place of a manifest: it stays' "$BAONOI" check \
    other.chapters.json
ends 5 'a manifest in the place of chapters' "$BAONOI" -q -f vtt own.txt \
    -o own.chapters
finish
