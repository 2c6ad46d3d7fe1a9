#!/usr/bin/env bash
# The DAISY 2.02 book of an edition: each rule of its specification, and the
# parser of the reader Thorium.
. "$(dirname "$0")/tap.sh"
measure=measure_daisy.py
article=$root/tests/examples/article.txt
sed '/^Trước đây/,$d' "$article" > own.txt
sed 's/^Xã Mường Thượng/Xã Nậm Mười/' own.txt > other.txt

# well_made NAME BASE
well_made() {
    measured_by mediainfo "$1: the rules of DAISY 2.02" rules "$2"
    judged r2-shared-js "$1: Thorium's parser reads every clip" overlays.mjs \
        "$work/$2.daisy" "$work/$2.json"
    ends 0 "$1: baonoi check" "$BAONOI" check "$2.json"
}
ends 0 'an article' "$BAONOI" -q -f daisy "$article" -o own
well_made 'an article' own
ends 0 'several, with a rate that varies' "$BAONOI" -q --edition --mp3 vbr \
    --title 'Bản tin “sáng”: 7 giờ' -f daisy "$article" other.txt -o two
well_made 'several, with a rate that varies' two
ends 0 'no chapters' "$BAONOI" -q --chapters none -f daisy own.txt -o none
well_made 'no chapters' none
# Thorium's parser can't read signs of markup in a title, however written.
ends 0 'signs of markup' "$BAONOI" -q --edition --title 'Tin <1> & "2"' \
    -f daisy own.txt -o signs
measured_by mediainfo 'signs of markup: the rules of DAISY 2.02' rules signs
ends 0 'the same again' "$BAONOI" -q --chapters none -f daisy own.txt -o again
diff -r none.daisy again.daisy
ok $? 'the same bytes'
is 'what is not read is text without a link' \
    "$(grep -c '<p class="caption">Người dân' own.daisy/content.html)" 1

# ---- alone
rm again.json
ends 0 'alone and whole' "$BAONOI" check again.daisy
truncate -s -1 again.daisy/content.html
ends 3 'alone, its text cut' "$BAONOI" check again.daisy
finish
