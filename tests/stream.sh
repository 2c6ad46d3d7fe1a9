#!/usr/bin/env bash
# An edition sent to standard output while it is made.
. "$(dirname "$0")/tap.sh"

article=$root/tests/examples/article.txt
length() { ffprobe -v error -show_entries format=duration -of csv=p=0 "$1"; }

ends 0 "to a pipe" sh -c '"$0" "$1" -o - --no-cache | cat' "$BAONOI" "$article"
cp out live.opus
holds "what a stream lacks is said" "$(cat err)" "no chapters in it"
opusinfo live.opus > info 2>&1
is "opusinfo has nothing to say against it" "$(grep -ci warning info)" 0
"$BAONOI" -q "$article" -o file --no-cache
is "as long as the file" "$(length live.opus)" "$(length file.opus)"
is "without chapters" "$(ffprobe -v error -show_chapters live.opus)" ""

"$BAONOI" -q "$article" -o - --no-cache > again.opus
cmp -s live.opus again.opus
ok $? "the same bytes twice"
"$BAONOI" -q "$article" -o - --no-cache --jobs 1 > again.opus
cmp -s live.opus again.opus
ok $? "the same bytes by one child at a time"

"$BAONOI" -q "$article" -o kept --cache cache
"$BAONOI" -q "$article" -o - --cache cache > again.opus
cmp -s live.opus again.opus
ok $? "the same bytes of sentences that were kept"
# The first sound goes out before its sentence is whole.
for title in 'Xã có chợ mới' 'Năm 2024, xã Mường Thượng thu 1.250 tấn thóc!'; do
    for voice in nam-bac nu-nam; do
        printf '%s\n\n%s\n' "$title" 'Bà con đi chợ từ sáng sớm.' > short.txt
        "$BAONOI" -q short.txt -o - --voice $voice --no-cache > live.opus
        "$BAONOI" -q short.txt -o kept --voice $voice --cache cache
        "$BAONOI" -q short.txt -o - --voice $voice --cache cache > again.opus
        cmp -s live.opus again.opus
        ok $? "$voice: $title: the same bytes of its first sound"
    done
done

# It starts without what few runs want; where that is spoilt, those say so.
is "no library is loaded before it is wanted" \
    "$(ldd "$BAONOI" | grep -c 'libxml2\|libzip\|libsndfile')" 0
mkdir spoilt
libraries=$(grep -ao 'lib\(xml2\|zip\|sndfile\)\.so[.0-9]*' "$BAONOI" | sort -u)
is "three are known" "$(printf '%s\n' "$libraries" | wc -l)" 3
for library in $libraries; do
    : > "spoilt/$library"
done
printf '<p>Chợ xã họp sáng nay, bà con đến từ sớm.</p>' > page.html
"$BAONOI" -q short.txt -o alone -f wav,epub --no-cache
rm alone.json
cp alone.epub book.epub
status_of() {
    LD_LIBRARY_PATH=spoilt "$BAONOI" -q "$@" > out 2> err
    echo $?
}
is "a text is heard" "$(status_of "$article" -o - --no-cache)" 0
while IFS='|' read -r wants run; do
    is "not so $run" "$(status_of $run --cache unspoken)" 1
    holds "which names what it wants" "$(cat err)" "$wants"
    is "before a sentence is spoken" "$(find unspoken -type f 2> err)" ""
done << 'END'
page.html: spoilt/libxml2|page.html -o -
book.epub: spoilt/libzip|book.epub -o -
alone.wav: spoilt/libsndfile|short.txt -o - --intro alone.wav
wav: spoilt/libsndfile|short.txt -o spoilt/a -f wav
wav: spoilt/libsndfile|short.txt -o - -f wav
wav: spoilt/libsndfile|short.txt -o spoilt/a -f opus,wav
epub: spoilt/libzip|short.txt -o spoilt/a -f epub
END
for file in alone.wav alone.epub; do
    is "$file is not verified" "$(status_of check $file)" 1
    holds "for lack of a library" "$(cat out)" "$file: not verified: "
    is "and not called damaged" "$(grep -c damaged out)" 0
    is "verified with it" "$("$BAONOI" check $file)" \
        "good: $file: whole, but has no manifest"
done

"$BAONOI" -q "$article" -o - -f wav --no-cache > whole.wav
cmp -s whole.wav file.wav
ok $? "WAV goes out whole"

set -o pipefail
"$BAONOI" "$article" -o - --no-cache 2> err | head -c 100 > /dev/null
is "a reader that goes away" "$?" 141
is "is no matter for a message" "$(grep -c 'not written' err)" 0
ends 5 "a full device" sh -c '"$0" -q "$1" -o - > /dev/full' "$BAONOI" "$article"
finish
