#!/usr/bin/env bash
# A corrected article takes the place of its edition, and says what changed.
. "$(dirname "$0")/tap.sh"

cp "$root/tests/examples/article.txt" news.txt
make_edition() { "$BAONOI" news.txt --json > result.json 2> err; }
fact() { jq -r "$1" news.json; }
changes() { jq -c "[.changes[].kind]" result.json; }

make_edition
id=$(fact .id)
is "the first revision" "$(fact .revision)" 1
is "changes nothing" "$(changes)" "[]"
sha256sum news.* > first

make_edition
is "once more: no new revision" "$(fact .revision)" 1
sha256sum --quiet -c first
ok $? "once more: the same bytes"

cp news.opus old.opus
cp news.json old.json
was=$(jq -c '.sentences[] | select(.written | test("bà con"))' news.json)
sed -i 's/bà con/dân bản/' news.txt
make_edition
is "a corrected word: the next revision" "$(fact .revision)" 2
is "keeps its identity" "$(fact .id)" "$id"
is "one sentence altered" "$(changes)" '["altered"]'
is "which stood here" "$(jq -c .start <<< "$was")" \
    "$(jq -c '.changes[0].before.start' result.json)"
holds "and is told" "$(cat err)" "revision 2: 1 sentence changed"

if command -v python3 > /dev/null; then
    unchanged=$(($(jq '.sentences | length' news.json) - 1))
    is "all other sentences have the packets that they had" \
        "$(python3 "$root/tests/packets.py" old news 2>&1)" \
        "$unchanged of $unchanged"
else
    skip "all other sentences have the packets that they had" \
        "python3 is missing"
fi

sed -i 's/^Theo báo cáo của HĐND xã/Có thêm một câu mới. &/' news.txt
make_edition
is "a sentence more" "$(changes)" '["added"]'
sed -i 's/Có thêm một câu mới\. //' news.txt
make_edition
is "a sentence less" "$(changes)" '["removed"]'
is "every change counts" "$(fact .revision)" 4

"$BAONOI" -q news.txt --voice nu-bac
is "another voice is another revision" "$(fact .revision)" 5
"$BAONOI" -q news.txt --voice nu-bac --flat
is "so is the voice without its melody" "$(fact .revision)" 6
jq -c . news.json > line.json && mv line.json news.json
sed -i 's/dân bản/bà con/' news.txt
"$BAONOI" -q news.txt --voice nu-bac --json > result.json
is "a manifest in one line: the next revision" \
    "$(fact .revision)" 7
is "and what is different" "$(jq -r '.changes[].before.written' result.json)" \
    "$(jq -r '.changes[].after.written' result.json | sed 's/bà con/dân bản/')"
sed -i 's/"id":"[^"]*"/"id":"\\"><u>"/' news.json
"$BAONOI" -q news.txt --voice nu-bac
is "an identity that is none: the first revision" "$(fact .revision)" 1
is "and its own identity" "$(fact .id)" "$id"
echo '{"manifest":' > news.json
make_edition
is "a broken manifest: the first revision" "$(fact .revision)" 1
finish
