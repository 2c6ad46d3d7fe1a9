#!/usr/bin/env bash
# A corrected article costs its changed sentences; a damaged cache costs time.
. "$(dirname "$0")/tap.sh"

article=$root/tests/examples/article.txt
make_edition() { "$BAONOI" -q "$article" -o "$1" --cache cache "${@:2}"; }
entries() { find cache -type f | wc -l; }
same() { cmp -s "$1.opus" "$2.opus" && cmp -s "$1.wav" "$2.wav"; }

make_edition first
kept=$(entries)
sentences=$(grep -c '"role"' first.json)
is "an entry for each sentence" "$kept" "$sentences"

make_edition again
same first again
ok $? "made from the cache: the same bytes"
is "nothing was made anew" "$(entries)" "$kept"

make_edition without --no-cache
same first without
ok $? "made without the cache: the same bytes"

# What may become of an entry; $place is one of its bytes, by chance.
RANDOM=1
flipped() {
    byte=$(od -An -tu1 -j "$place" -N 1 "$1")
    # shellcheck disable=SC2059 # the format is the byte
    printf "\\x$(printf %x $((byte ^ 1 << RANDOM % 8)))" |
        dd of="$1" bs=1 seek="$place" conv=notrunc status=none
}
cut_off() { truncate -s "$place" "$1"; }
longer() { echo x >> "$1"; }
removed() { rm "$1"; }
unreadable() { chmod 000 "$1"; }
a_folder() { rm "$1" && mkdir "$1"; }
a_link_to_nothing() { ln -sf nowhere "$1"; }
for deed in flipped cut_off longer removed unreadable a_folder \
    a_link_to_nothing; do
    rm -rf cache
    make_edition mended
    find cache -type f > all
    while read -r entry; do
        place=$(((RANDOM << 15 | RANDOM) % $(stat -c %s "$entry")))
        $deed "$entry"
    done < all
    make_edition mended && same first mended
    ok $? "entries ${deed//_/ }: the same bytes"
done
rm -rf cache
make_edition again
find cache -type f > all

sed 's/bà con/dân bản/' "$article" > corrected.txt
changed=$(diff "$article" corrected.txt | grep -c '^>')
is "the correction changes the text" "$((changed > 0))" 1
article=$work/corrected.txt
make_edition corrected
is "only changed sentences are made" \
    "$((kept < $(entries) && $(entries) <= kept + changed))" 1

# The corrected sentence has as many words as that before.
corrected=$(find cache -type f | grep -vxFf all | tail -1)
while read -r entry; do cp "$corrected" "$entry"; done < all
article=$root/tests/examples/article.txt
make_edition again && same first again
ok $? "entries of another sentence: the same bytes"

# A pass that misses the level makes all sentences once more.
once='' article=$root/tests/examples/article/law_questions.txt
for use in '--voice nam-bac' '--voice nam-nam' '--voice nam-trung' \
    '--voice nu-bac' '--voice nu-nam' '--voice nu-trung' '--loudness -14' \
    '--for radio -f wav' '--for loudspeaker -f wav' '--sound clear'; do
    rm -r cache
    # shellcheck disable=SC2086 # words
    make_edition once -f wav $use
    [ "$(entries)" -eq "$(grep -c '"role"' once.json)" ] || once="$once $use"
done
is "every voice and use meets its level in one pass" "$once" ''

article=$work/corrected.txt
rm -r cache
make_edition small --cache-size 1
is "the cache keeps its size" "$(($(du -sb cache | cut -f1) < 1300000))" 1

# Folders that can't hold any.
article=$root/tests/examples/article.txt
: > a_file
mkdir shut && chmod 500 shut
ln -s nowhere/at/all dangling
for folder in a_file a_file/below shut dangling /dev/null /proc/cache; do
    rm -f odd.*
    "$BAONOI" -q "$article" -o odd --cache $folder 2> err && same first odd
    ok $? "a cache in $folder: the same bytes" || note "$(cat err)"
done
finish
