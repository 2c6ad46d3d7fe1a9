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

find cache -type f | while read -r entry; do
    printf x | dd of="$entry" bs=1 seek=500 conv=notrunc status=none
done
make_edition mended
same first mended
ok $? "damaged entries: the same bytes"

find cache -type f | while read -r entry; do truncate -s 1000 "$entry"; done
make_edition mended
same first mended
ok $? "cut entries: the same bytes"

sed 's/bà con/dân bản/' "$article" > corrected.txt
changed=$(diff "$article" corrected.txt | grep -c '^>')
is "the correction changes the text" "$((changed > 0))" 1
article=$work/corrected.txt
make_edition corrected
is "only changed sentences are made" \
    "$((kept < $(entries) && $(entries) <= kept + changed))" 1

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

: > cache_file
"$BAONOI" -q "$article" -o odd --cache cache_file
is "a cache that can't be made is no error" $? 0
finish
