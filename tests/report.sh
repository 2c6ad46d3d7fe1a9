#!/usr/bin/env bash
# The report of the reading: as a page, as JSON, and with the times of an edition.
# shellcheck source=tests/tap.sh
. "$(dirname "$0")/tap.sh"
cp "$root/tests/examples/article.txt" talk.txt
printf '%s\n\n%s %s %s\n' '# Tin "nóng" & mới về thư viện' \
    'Sáng 3/5, ông Zbrzeźny & bà con xã Zorbaxk, "những người mê sách", 5 < 7,' \
    'đón 1.200 đầu sách mới về thư viện của xã, để trẻ em đọc vào các ngày cuối' \
    'tuần, và mong có thêm nhiều sách hay cho người già nữa. ☃' > odd.md

for input in talk.txt odd.md; do
    "$BAONOI" text --report=json $input > $input.json
    is "$input: --report=json is --report --json" "$(cat $input.json)" \
        "$("$BAONOI" text --report --json $input)"
    ends 0 "$input: the page" "$BAONOI" text --report=html $input
    cp out $input.html
    is "$input: a row for each reading" \
        "$(grep -c '<tr id="r' $input.html)" \
        "$(jq '[.sentences[].words[]] | length' $input.json)"
    is "$input: the guesses are listed" \
        "$(grep -c '<li><a href="#r' $input.html)" "$(jq .unsure $input.json)"
    is "$input: a row for each skip" \
        "$(grep -c '^<tr><td lang' $input.html)" "$(jq '.skips | length' $input.json)"
    judged html-validate "$input: the page is valid" htmlvalidate.mjs \
        "$work/$input.html"
done
is 'nothing of the article is markup' "$(grep -c '<script\|<b>' odd.md.html)" 0
holds 'a list and its line are named' "$(cat talk.txt.html)" 'danh sách từ: abbreviations.tsv, dòng '
is 'JSON: a list and its line' \
    "$(jq '[.sentences[].words[] | select(.list != null)][0] | .list_line > 0' talk.txt.json)" true
is 'without an edition there is no time' "$(grep -c 'data-t=\|<audio' talk.txt.html)" 0
ends 0 'in English' "$BAONOI" text --report=html --lang en talk.txt
holds 'in English' "$(cat out)" '<html lang="en">'
ends 2 'no such report' "$BAONOI" text --report=pdf talk.txt
ends 2 'a page and JSON' "$BAONOI" text --report=html --json talk.txt
is 'as text, as ever' "$("$BAONOI" text --report talk.txt)" \
    "$("$BAONOI" text --report=text talk.txt)"

# Every rule and reason has a name for readers of Vietnamese.
labels=$root/src/web/report_labels.c
missing=
while read -r name; do
    grep -qF "{\"$name\", " "$labels" || missing="$missing, $name"
done < <(grep -oP '^    \{"\K[^"]+' "$root/src/grammar/rules.c" | sort -u)
while read -r name; do
    grep -qF "{\"$name\", " "$labels" || missing="$missing, $name"
done < <(jq -r '.skips[].reason' ./*.json | sort -u)
is 'every rule and reason has a Vietnamese name' "$missing" ''

# ---- of an edition
ends 0 'an edition' "$BAONOI" -q --no-cache -f report,mp3 talk.txt -o 'tin #1'
is 'the seconds are those of the manifest' \
    "$(grep -oP 'data-t="\K[0-9.]+' 'tin #1.report.html' | head -5)" \
    "$(jq -r '[.sentences[].words[] | select(.unsure or (.rule != "plain" and .written != .spoken)).start]
        | .[0:5][] | . * 1000 | floor | tostring | "\(.[:-3]).\(.[-3:])"' 'tin #1.json')"
holds 'a time is a link to the sound' "$(cat 'tin #1.report.html')" \
    '<a href="tin%20%231.mp3#t='
ends 0 'it is whole' "$BAONOI" -q check 'tin #1.json'
judged html-validate 'the page is valid' htmlvalidate.mjs "$work/tin #1.report.html"
head -c -20 'tin #1.report.html' > cut.html && mv cut.html 'tin #1.report.html'
ends 3 'cut off' "$BAONOI" -q check 'tin #1.json'
ends 0 'without sound beside it' "$BAONOI" -q -f report talk.txt -o alone
is 'without sound: times, but no links' \
    "$(grep -c '<audio\|data-t=' alone.report.html) $(grep -c '<td>0:0' alone.report.html | sed 's/[1-9][0-9]*/some/')" '0 some'
finish
