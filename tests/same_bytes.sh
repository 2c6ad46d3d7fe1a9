#!/usr/bin/env bash
# The same article gives the same bytes, wherever and however it is made.
. "$(dirname "$0")/tap.sh"

# The first paragraphs: more sentences than processors, and soon made.
sed '/^Trước đây/,$d' "$root/tests/examples/article.txt" > article.txt

printf '#!/bin/sh\nexec "%s" -q --no-cache "$@"\n' "$BAONOI" > anew
chmod +x anew
anew=$work/anew

sums() { (cd "$1" && sha256sum -- *); }
sum() { sha256sum | cut -c -64; }

ends 0 'an edition' "$anew" article.txt -o first/
sums first > want
is 'three files' "$(wc -l < want)" 3

# same NAME COMMAND...: what it makes in the folder `again` is the same.
same() {
    name=$1
    shift
    "$@" > out 2> err < /dev/null || note "$(cat err)"
    is "$name" "$(sums again)" "$(cat want)"
    rm -rf again
}

# ---- however
same 'twice' "$anew" article.txt -o again/
same 'with progress' "$BAONOI" --no-cache article.txt -o again/
for jobs in 1 2 5; do
    same "--jobs $jobs" "$anew" --jobs "$jobs" article.txt -o again/
done
if command -v taskset > /dev/null; then
    same 'on one processor' taskset -c 0 "$anew" article.txt -o again/
else
    skip 'on one processor' 'taskset is missing'
fi
(umask 077 && mkdir again && ulimit -n 64 && "$anew" article.txt -o again/)
is 'under tight limits' "$(sums again)" "$(cat want)"
rm -r again

# ---- wherever
mkdir -p 'another folder/again'
(cd 'another folder' && "$anew" ../article.txt -o again)
is 'from another folder' "$(sums 'another folder/again')" "$(cat want)"
same 'under an absolute name' "$anew" "$PWD/article.txt" -o "$PWD/again/"
for zone in UTC Asia/Ho_Chi_Minh America/New_York; do
    same "time zone $zone" env TZ="$zone" "$anew" article.txt -o again/
done
same 'an empty environment' env -i "$anew" article.txt -o again/

# Locales that write numbers or the letter i in other ways, made here when the
# system has their sources.
for locale in vi_VN tr_TR; do
    mkdir -p locales
    if localedef -i "$locale" -f UTF-8 "locales/$locale.UTF-8" 2> /dev/null ||
        [ -e "locales/$locale.UTF-8/LC_NUMERIC" ]; then
        same "locale $locale.UTF-8" env LOCPATH="$work/locales" \
            LC_ALL="$locale.UTF-8" "$anew" article.txt -o again/
    else
        skip "locale $locale.UTF-8" 'the system has no sources of locales'
    fi
done
same 'locale C' env LC_ALL=C "$anew" article.txt -o again/

# ---- whatever else is made
mkdir again
"$anew" - -o again/article < article.txt
is 'from standard input' "$(sums again)" "$(cat want)"
is 'a stream' "$("$anew" article.txt -o - | sum)" \
    "$("$anew" --jobs 5 article.txt -o - | sum)"
is 'WAV to standard output' "$("$anew" -f wav article.txt -o - | sum)" \
    "$(sum < first/article.wav)"
cp article.txt other.txt
"$anew" other.txt article.txt -o several/
is 'after another article' "$(sum < several/article.wav)" \
    "$(sum < first/article.wav)"
"$anew" -f wav article.txt -o alone/
is 'one format alone' "$(sum < alone/article.wav)" "$(sum < first/article.wav)"
"$BAONOI" -q -f wav article.txt -o kept/
"$BAONOI" -q article.txt -o kept/
is 'both where the cache has one' "$(sum < kept/article.opus)" \
    "$(sum < first/article.opus)"
finish
