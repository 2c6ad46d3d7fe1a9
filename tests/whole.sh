#!/usr/bin/env bash
# An edition is written whole or not at all, and `baonoi check` sees damage.
. "$(dirname "$0")/tap.sh"
sed '/^Trước đây/,$d' "$root/tests/examples/article.txt" > long.txt
sed '/^Công trình/,$d' long.txt > article.txt
printf '#!/bin/sh\nexec "%s" -q --no-cache "$@"\n' "$BAONOI" > anew
chmod +x anew
anew=$work/anew

sums() { (cd "$1" && sha256sum -- * .[!.]* 2> /dev/null); }

# ---- standard output on a full disk
if [ -e /dev/full ]; then
    full() {
        name=$1
        shift
        "$@" > /dev/full 2> err < /dev/null
        is "$name: a full disk is no success" $? 5
    }
    full 'Opus' "$anew" article.txt -o -
    full 'WAV' "$anew" -f wav article.txt -o -
    full '--json' "$anew" --json article.txt -o unseen
    full 'text' "$BAONOI" text article.txt
    full 'article' "$BAONOI" article article.txt
    full '--help' "$BAONOI" --help
else
    skip 'a full disk' 'there is no /dev/full'
fi

# ---- an older edition stays when a newer one has no room
mkdir old
ends 0 'an older edition' "$anew" article.txt -o old/talk
sums old > want
unchanged() {
    is "$1: the older edition is whole" "$(sums old)" "$(cat want)"
    "$BAONOI" -q check old > out 2> err
    is "$1: baonoi check agrees" $? 0
}

# A limit on the size of files fails a write at any place one likes.
for blocks in 1 64 512 1024 2048; do
    (ulimit -f "$blocks" && exec "$anew" long.txt -o old/talk) 2> err
    status=$?
    [ "$status" -eq 5 ] || [ "$status" -eq 6 ]
    ok $? "files of at most $blocks KiB: status 5 or 6" || note "got: $status"
    unchanged "files of at most $blocks KiB"
done

mkdir -p apart/talk.wav
"$anew" -f opus article.txt -o apart/talk
sums apart > apart.want 2> /dev/null
ends 5 'a folder in the place of the WAV' "$anew" long.txt -o apart/talk
is 'a folder in the place of the WAV: nothing changes' \
    "$(sums apart 2> /dev/null)" "$(cat apart.want)"
ends 5 'a file in the place of the folder' "$anew" article.txt -o article.txt/
ends 5 'no such folder' "$anew" article.txt -o nowhere/talk

# ---- small disks: only root, or who may make name spaces, can mount one
if unshare -m true 2> /dev/null; then
    apart='unshare -m'
elif unshare -rm true 2> /dev/null; then
    apart='unshare -rm'
else
    apart=
fi

# on_disk BYTES PLACE COMMAND...: with an empty disk of that size mounted there
on_disk() {
    # shellcheck disable=SC2016 # expanded by that shell
    $apart sh -c 'mount -t tmpfs -o size="$1" tmpfs "$2" || exit 99
        shift 2
        exec "$@"' - "$@"
}
if [ -z "$apart" ] || ! on_disk 65536 /mnt true 2> /dev/null; then
    skip 'small disks' 'no disk can be mounted'
else
    # what files take of such a disk
    pages() {
        stat -c %s "$@" | awk '{ n += int(($1 + 4095) / 4096) * 4096 }
            END { print n }'
    }
    # the newer edition over the older one, and what is left there
    cat > try << 'TRY'
cp old/* /mnt || exit 98
"$1" long.txt -o /mnt/talk 2> err
echo $? > status
rm -rf left
cp -a /mnt left
TRY
    mkdir new
    "$anew" long.txt -o new/talk
    older=$(pages old/*)
    newer=$(pages new/*)
    for room in 4096 65536 300000 $((newer - 200000)) $((newer - 4096)); do
        on_disk $((older + room)) /mnt sh try "$anew"
        is "a disk with $room bytes left: status 5" "$(cat status)" 5
        is "a disk with $room bytes left: the older edition is whole" \
            "$(sums left)" "$(cat want)"
    done
    on_disk $((older + newer)) /mnt sh try "$anew"
    is 'a disk with room enough' "$(cat status)" 0
    cmp new/talk.wav left/talk.wav
    is 'a disk with room enough: the newer edition' $? 0

    on_disk 65536 /var/tmp "$anew" long.txt -o old/talk 2> err
    is 'no room for the temporary file: status 5' $? 5
    unchanged 'no room for the temporary file'

    # shellcheck disable=SC2016 # expanded by that shell
    on_disk 9000000 /mnt sh -c 'cp old/* /mnt && mount -o remount,ro /mnt
        "$1" long.txt -o /mnt/talk 2> err' - "$anew"
    is 'a disk that is read only: status 5' $? 5
fi

# ---- damage is seen
"$BAONOI" -q check old > out 2> err
is 'a whole edition' "$?$(cat out err)" 0

# damaged WHAT FILE COMMAND: baonoi check names the file, with status 3
damaged() {
    rm -rf bad
    cp -r old bad
    (cd bad && eval "$3")
    "$BAONOI" check bad > out 2> err
    is "$1: status 3" $? 3
    holds "$1: the file is named" "$(grep ^bad: out)" "$2"
}
flip() {
    # shellcheck disable=SC2059 # a byte
    printf "\\$(printf %o $(($(od -An -tu1 -j "$2" -N 1 "$1") ^ 1)))" |
        dd of="$1" bs=1 seek="$2" conv=notrunc status=none
}
for file in talk.opus talk.wav; do
    size=$(stat -c %s "old/$file")
    for at in 0 40 $((size / 2)) $((size - 1)); do
        damaged "$file, a bit turned at $at" $file "flip $file $at"
        damaged "$file, cut at $at" $file "truncate -s $at $file"
    done
    damaged "$file longer" $file "echo >> $file"
    damaged "$file removed" $file "rm $file"
done
damaged 'the manifest cut' talk.json 'truncate -s 500 talk.json'
damaged 'the manifest empty' talk.json ': > talk.json'
damaged 'the manifest flipped at its start' talk.json 'flip talk.json 2'
damaged 'sound of another' talk.opus 'cp ../new/talk.opus . || echo > talk.opus'

# without its manifest a file is judged by itself
damaged 'Opus alone, a bit turned' talk.opus 'rm talk.json; flip talk.opus 9000'
damaged 'Opus alone, cut' talk.opus 'rm talk.json; truncate -s -1 talk.opus'
damaged 'WAV alone, cut' talk.wav 'rm talk.json; truncate -s -2 talk.wav'

# among others
rm -rf many
mkdir many
for i in 1 2 3; do
    "$anew" article.txt -o "many/talk$i"
done
flip many/talk2.wav 1000
"$BAONOI" check many > out 2> err
is 'one of three: status 3' $? 3
is 'one of three: no other is named' "$(grep -c ^bad: out) $(grep -c ^good: out)" \
    '1 5'
ends 3 'an empty folder' "$BAONOI" check home
ends 3 'no such file' "$BAONOI" check nothing.json
finish
