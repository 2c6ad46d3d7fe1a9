#!/usr/bin/env bash
# The page and the fragment: what is in them, and a browser with a listener.
. "$(dirname "$0")/tap.sh"
cp "$root/tests/examples/article.txt" talk.txt
voices=(--voice nam-bac,nu-bac)
ends 0 'an edition' "$BAONOI" -q -f html,fragment,opus,mp3 "${voices[@]}" talk.txt
ends 0 'the other voice alone' "$BAONOI" -q --no-cache -f opus,mp3 \
    --voice nu-bac talk.txt -o alone
cmp alone.opus talk.nu-bac.opus && cmp alone.mp3 talk.nu-bac.mp3
ok $? 'a voice sounds the same beside another'
is 'a page is made once' "$(echo ./*.html)" './talk.fragment.html ./talk.html'
ends 0 'it is whole' "$BAONOI" -q check .
head -c -100 talk.html > cut.html && mv cut.html talk.html
ends 3 'a page that was cut' "$BAONOI" -q check .
ends 0 'made again' "$BAONOI" -q -f html,fragment,opus,mp3 "${voices[@]}" talk.txt

# relay SCRIPT ARGUMENT...: what tests/npm/SCRIPT says of each thing.
relay() {
    while read -r line; do
        case $line in
        'ok '*) ok 0 "${line#ok }" ;;
        'not ok '*) ok 1 "${line#not ok }" ;;
        *) note "$line" ;;
        esac
    done < <(cd "$root/build/npm" &&
        node --input-type=module - "${@:2}" < "$root/tests/npm/$1" 2>&1)
}

# Other builds make the same bytes: one is enough for the slow judges.
if [ "$BAONOI" != "$root/build/baonoi" ]; then
    skip 'the page in a browser' 'judged in the plain build'
elif [ -d "$root/build/npm/node_modules/playwright-core" ] &&
    command -v chromium > /dev/null; then
    relay page.mjs "$work/talk.html" "$work/talk.json"
else
    skip 'the page in a browser' 'no chromium, or no playwright-core'
fi
judged html-validate 'the page is valid' htmlvalidate.mjs "$work/talk.html"

# ---- beside it
printf '%s\n\n%s %s\n' '# Xã mở "hội" \<b\> \& \</script\> \<!\-\- 🎉 ở مرحبا' \
    'Sáng 3/5, xã An Bình khai trương thư viện mới, có 1.200 đầu sách cho bà' \
    'con trong xã đến đọc vào các ngày cuối tuần, theo lời ông Lê Văn Bốn.' \
    > odd.md
ends 0 'odd signs in a title' "$BAONOI" -q -f html,fragment odd.md -o 'a b#1'
ends 0 'a fragment in English' "$BAONOI" -q -f fragment --lang en odd.md -o english
judged html-validate 'a page of odd signs is valid' htmlvalidate.mjs \
    "$work/a b#1.html"
is 'no script but ours' "$(grep -c '<script' 'a b#1.html')" 3
tail -n +3 odd.md > untitled.txt
ends 0 'without a title' "$BAONOI" -q -f html untitled.txt
judged html-validate 'a page without a title is valid' htmlvalidate.mjs \
    "$work/untitled.html"
ends 0 'in English' "$BAONOI" -q -f html --lang en odd.md -o talken
holds 'in English' "$(cat talken.html)" '>Play</button>'
# Thirteen minutes: too long to lie in the page.
{
    printf '# Bài dài\n'
    for part in $(seq 40); do
        printf '\nPhần thứ %d của bài kể chuyện làm đường ở bản Nà Mạ, nơi bà' \
            "$part"
        printf ' con %s.\n' \
            'góp công, góp đất và góp cả những ngày nghỉ để con đường kịp mùa' \
            'mong xe vào được tận nơi, để ngô lúa bán được giá hơn' \
            'đi chợ phiên từ mờ sáng, xuống núi khi sương còn dày' \
            'giữ lại rừng đầu nguồn, không ai chặt cây to'
    done
} > long.md
ends 0 'a long article' "$BAONOI" -q -f html,mp3 long.md
is 'its sound lies beside it' "$(grep -c base64 long.html) \
$(grep -c '<source type="audio/mpeg" src="long.mp3">' long.html)" '0 1'
ends 0 'a long article alone' "$BAONOI" -q -f html long.md -o lone
is 'without a file beside it the sound lies in it' \
    "$(grep -c 'src="data:audio/mpeg;base64,' lone.html)" 1
sed -n 's/.*;base64,\([^"]*\)">$/\1/p' lone.html | base64 -d > lone.mp3
if ffmpeg -v error -i lone.mp3 -f s16le lone.raw &&
    ffmpeg -v error -i long.mp3 -f s16le long.raw; then
    cmp lone.raw long.raw
    ok $? 'and is the sound of the article'
else
    skip 'and is the sound of the article' 'no ffmpeg'
fi

if command -v chromium > /dev/null; then
    judged playwright-core 'two fragments in a page of another' fragment.mjs \
        "$work/talk.fragment.html" "$work/english.fragment.html"
else
    skip 'two fragments in a page of another' 'no chromium'
fi
finish
