#!/usr/bin/env bash
# The folder of numbered MP3 files, measured by programs that are not ours:
# ffmpeg, mutagen, mtools; and how a folder takes the place of another.
. "$(dirname "$0")/tap.sh"
measure=measure_access.py
sed '/^Trước đây/,$d' "$root/tests/examples/article.txt" > own.txt

# listened NAME BASE
listened() {
    measured_by mid3v2 "$1: one after another they are the edition" tracks "$2"
}
ends 0 'an edition' "$BAONOI" -q --chapters paragraph -f mp3dir,wav own.txt -o own
listened 'chapters' own
ends 0 'baonoi check' "$BAONOI" check own.json
ends 0 'baonoi check of the folder' "$BAONOI" check own.mp3dir/
holds 'it names the files' "$(cat out)" 'own.mp3dir/01 - '
ends 0 'the same again' "$BAONOI" -q --chapters paragraph -f mp3dir own.txt \
    -o again
diff -r own.mp3dir again.mp3dir
ok $? 'the same bytes'

{
    printf '%s\n\n' '“Lịch” 27/5: <ai> đi họp ở bản A\B? | Trang * nhất...'
    for i in $(seq 5); do
        printf '## Phần %d: hỏi / đáp “%s”\n\n%s\n\n' "$i" \
            "$(printf 'nước sạch về bản %.0s' $(seq $((i * 5))))" \
            'Hôm qua, bà con hỏi nhiều, xã đáp đủ, ai nấy đều vui mừng ra về.'
    done
} > hard.md
ends 0 'titles that are no names' "$BAONOI" -q -f mp3dir,wav hard.md -o hard
listened 'titles that are no names' hard
if command -v mformat > /dev/null && command -v mcopy > /dev/null; then
    mkdir card
    (
        export MTOOLSRC=/dev/null MTOOLS_SKIP_CHECK=1 LC_ALL=C.UTF-8
        mformat -C -F -T 131072 -i card.img :: &&
            mcopy -s -i card.img hard.mp3dir :: &&
            mcopy -s -i card.img ::hard.mp3dir card
    )
    diff -r hard.mp3dir card/hard.mp3dir > out 2>&1
    ok $? 'the same names and bytes behind FAT32' || note "$(cat out)"
else
    skip 'names on FAT32' 'mtools is missing'
fi
ends 0 'no chapters' "$BAONOI" -q --chapters none -f mp3dir,wav own.txt -o none
listened 'no chapters' none

sed 's/^Xã Mường Thượng/Xã Nậm Mười/' own.txt > other.txt
ends 0 'several articles' "$BAONOI" -q --edition -f mp3dir,wav \
    "$root/tests/examples/article.txt" other.txt -o two
is 'a file for each, and the list' "$(find two.mp3dir -type f | wc -l)" 3
listened 'several articles' two

# ---- a folder in the place of another
kept() {
    (cd "$1" && sha256sum -- *)
}
kept own.mp3dir > before
: > own.mp3dir/notes.txt
ends 5 'a folder with more in it' "$BAONOI" -q -f mp3dir own.txt -o own
holds 'it says what' "$(cat err)" 'own.mp3dir: holds notes.txt'
rm own.mp3dir/notes.txt
is 'nothing of it was changed' "$(kept own.mp3dir)" "$(cat before)"
ends 0 'another edition' "$BAONOI" -q --chapters none -f mp3dir own.txt -o own
is 'the old folder went with all its files' "$(ls own.mp3dir)" \
    "$(ls none.mp3dir)"
ends 0 'given with its suffix' "$BAONOI" -q --chapters none own.txt \
    -o own.mp3dir
is 'it is the same one' "$(ls own.mp3dir)" "$(ls none.mp3dir)"
is 'nothing hidden is left' "$(find . -name '.own*' -o -name '.none*')" ''
mkdir far
: > 'far/01 - mine.mp3'
ln -s far linked.mp3dir
ends 0 'a link in its place' "$BAONOI" -q --chapters none -f mp3dir own.txt -o linked
is 'what it led to stays' "$(ls far)" '01 - mine.mp3'
is 'and the link is gone' "$(find . -name '.linked*')" ''
: > taken.mp3dir
ends 5 'a file in its place' "$BAONOI" -q -f mp3dir own.txt -o taken
ends 2 'not to standard output' "$BAONOI" -q -f mp3dir own.txt -o -
holds 'it says why' "$(cat err)" 'folder of files'

# ---- damage is seen
one='none.mp3dir/playlist.m3u8'
echo >> "$one"
ends 3 'a file that is not as it was' "$BAONOI" check none.json
rm "$one"
ends 3 'a file that is gone' "$BAONOI" check none.json
ends 3 'a folder as well' "$BAONOI" check none.mp3dir
ends 0 'whole alone' sh -c 'rm again.json && "$0" check again.mp3dir' "$BAONOI"
: > again.mp3dir/more
ends 3 'alone, with more in it' "$BAONOI" check again.mp3dir
: > hard.mp3dir/more
ends 3 'more than its manifest tells' "$BAONOI" check hard.json
finish
