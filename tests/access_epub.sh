#!/usr/bin/env bash
# The EPUB of an edition, judged by programs that are not ours: epubcheck, Ace,
# the parser of the reader Thorium, ffmpeg.
. "$(dirname "$0")/tap.sh"
measure=measure_access.py
article=$root/tests/examples/article.txt
sed '/^Trước đây/,$d' "$article" > own.txt
sed 's/^Xã Mường Thượng/Xã Nậm Mười/' own.txt > other.txt
jar=/usr/share/java/epubcheck.jar

# well_made NAME BASE [word]
well_made() {
    judged @likecoin/epubcheck-ts "$1: the rules of EPUB 3.3" epubcheck.mjs \
        "$work/$2.epub"
    judged r2-shared-js "$1: Thorium's parser reads every clip" overlays.mjs \
        "$work/$2.epub" "$work/$2.json" ${3+"$3"}
    measured_by python3 "$1: clips are those of the manifest" epub "$2" ${3+"$3"}
    measured_by python3 "$1: packed as books are" zip "$2"
}
ends 0 'several articles, by word' "$BAONOI" -q --edition --epub-sync word \
    -f epub,wav "$article" other.txt -o two
well_made 'several articles, by word' two word
measured_by ffmpeg 'several articles: sound of each file' epub_sound two
# It takes its time, and knows no Opus before its version 5.
if [ -r "$jar" ] && command -v java > /dev/null; then
    java -jar "$jar" --failonwarnings two.epub > said 2>&1
    ok $? 'epubcheck has nothing to say' || note "$(cat said)"
else
    skip 'epubcheck' 'it is missing'
fi
ends 0 'one article' "$BAONOI" -q -f epub own.txt -o one
judged @likecoin/epubcheck-ts 'one article: the rules of EPUB 3.3' \
    epubcheck.mjs "$work/one.epub"
measured_by python3 'one article: clips are those of the manifest' epub one
own=()
if ffmpeg -v error -f lavfi -i color=navy:s=600x800 -frames:v 1 cover.png; then
    own=(--cover cover.png)
fi
ends 0 'in Opus, with a cover' "$BAONOI" -q --epub-audio opus --edition \
    -f epub,wav "${own[@]}" own.txt other.txt -o opus
well_made 'in Opus, with a cover' opus
measured_by ffmpeg 'in Opus: sound of each file' epub_sound opus

# ---- the cover
title=$(jq -r .title one.json)
is 'a cover is told in words' "$(unzip -p one.epub EPUB/cover.xhtml |
    grep -o 'alt="[^"]*"')" "alt=\"Bìa: $title\""
is 'and is drawn where there is none' "$(unzip -p one.epub EPUB/cover.png |
    head -c 4 | tail -c 3)" PNG
if [ -r cover.png ]; then
    unzip -p opus.epub EPUB/cover.png | cmp -s - cover.png
    ok $? 'the cover is the picture that is given'
else
    skip 'the cover is the picture that is given' 'no ffmpeg to paint one'
fi

# ---- in English it speaks for itself, not for the article
ends 0 'in English' "$BAONOI" -q --lang en -f epub,daisy own.txt -o english
unzip -q -d english english.epub
is 'its contents are in English' \
    "$(grep -c '<h1 id="contents" lang="en" xml:lang="en">Contents' \
        english/EPUB/nav.xhtml)" 1
is 'its metadata too' "$(grep -c 'xml:lang="en">' english/EPUB/package.opf)" 2
is 'no Vietnamese of its own is left' "$(cat english/EPUB/nav.xhtml \
    english/EPUB/package.opf english.daisy/ncc.html |
    grep -c 'Mục lục\|Các mốc\|Bắt đầu\|giọng máy\|Toàn văn\|Không rõ')" 0
unzip -p one.epub EPUB/text/001.xhtml | cmp -s - english/EPUB/text/001.xhtml
ok $? 'the text is as it was'
judged @likecoin/epubcheck-ts 'in English: the rules of EPUB 3.3' \
    epubcheck.mjs "$work/english.epub"

# ---- what is not read stays to be seen
is 'a caption is text' "$(unzip -p two.epub EPUB/text/001.xhtml |
    grep -c '<p class="caption">Người dân')" 1
is 'the site around the article is not' "$(unzip -p two.epub \
    EPUB/text/001.xhtml | grep -c 'GMT+7')" 1

# ---- a table of contents of articles, and of chapters below
is 'contents' "$(unzip -p two.epub EPUB/nav.xhtml | grep -c 'text/00[12].xhtml"')" 3
is 'chapters below' "$(unzip -p two.epub EPUB/nav.xhtml | grep -c '#s')" 2

# ---- by Ace, in Chromium
ace=$root/build/npm/node_modules/.bin/ace-cli
chromium=${CHROMIUM:-/usr/bin/chromium}
if [ -x "$ace" ] && [ -x "$chromium" ]; then
    PUPPETEER_EXECUTABLE_PATH=$chromium "$ace" -s -f -o ace two.epub > said 2>&1
    is 'Ace by DAISY: violations' "$(jq -c '[."earl:result"."earl:outcome",
        (.assertions[].assertions[] | ."earl:test"."dct:title")]' \
        ace/report.json 2>&1)" '["pass"]' || note "$(cat said)"
else
    skip 'Ace by DAISY' 'scripts/install-consumers and chromium bring it'
fi

# ---- the same bytes, and damage
ends 0 'to standard output' sh -c '"$0" -q -f epub own.txt \
    -o - > again.epub' "$BAONOI"
cmp -s one.epub again.epub
ok $? 'the same bytes'
ends 0 'alone and whole' "$BAONOI" check again.epub
for size in -1 0 1000; do
    cp again.epub bad.epub
    truncate -s "$size" bad.epub
    ends 3 "alone, cut: $size" "$BAONOI" check bad.epub
done
cp again.epub bad.epub
dd if=/dev/zero of=bad.epub bs=1 seek=90000 count=9 conv=notrunc status=none
ends 3 'alone, another sound' "$BAONOI" check bad.epub
finish
