#!/usr/bin/env bash
# The engine crashes, hangs and gives up: it costs the words that it can't say.
. "$(dirname "$0")/tap.sh"

# Every syllable stands in one sentence only, so that each can be made to fail.
cat > article.txt << 'ARTICLE'
Bản nhỏ có điện lưới

Hôm qua bà con ai cũng vui mừng. Từ nay trẻ em học bài dưới đèn.

Ba mươi hộ dân góp công dựng cột, xã sẽ kéo thêm dây về các xóm xa.
ARTICLE

finish_early() {
    skip 'an engine that fails' "$1"
    finish
    exit
}
failing=${BAONOI%/*}/failing # the program with an engine that fails
[ -x "$failing" ] || finish_early "$failing is missing: make unit-tests"
command -v jq > /dev/null || finish_early 'jq is missing'

# failing DEED WORDS ARGUMENT...: baonoi with an engine that fails on the words
failing() {
    deed=$1 words=$2
    shift 2
    env SHIM_DEED="$deed" SHIM_WORDS="$words" \
        "$failing" --no-cache article.txt "$@" > out 2> err < /dev/null
}
lost() { sed -n 's/^ *lost \(.* words\): \(.*\)/\1 \2/p' err; }

# sentence FILE K: its words, each with its first sample from the sentence's.
sentence() {
    jq -c --argjson k "$2" '.sentences[$k] | .start as $start | [.words[] |
        {(.spoken): ((.start - $start) * 24000 + 0.5 | floor)}]' "$1"
}
# Of sentences in JSON: all words, as the engine gets them.
words() {
    jq -r '[.words[].spoken] | join(" ") | ascii_downcase' | sed 's/Từ/từ/'
}

"$BAONOI" -q --no-cache article.txt -o whole
count=$(jq '.sentences | length' whole.json)
is 'four sentences' "$count" 4

# ---- a whole sentence, each in its turn
for ((k = 0; k < count; k++)); do
    words=$(jq ".sentences[$k]" whole.json | words)
    written=$(jq -r ".sentences[$k].written[:30]" whole.json)
    total=$(jq ".sentences[$k].words | length" whole.json)

    failing crash "$words" -o gap
    is "sentence $k crashes: status 6" $? 6
    holds "sentence $k crashes: it is said" "$(lost)" \
        "$total of $total words $written"
    is "sentence $k crashes: no edition" "$(echo gap.*)" 'gap.*'

    failing crash "$words" --allow-gaps -o gap
    is "sentence $k crashes, gaps allowed: status 0" $? 0
    "$BAONOI" -q check gap.json
    is "sentence $k crashes, gaps allowed: an edition" $? 0
    is "sentence $k crashes: counted in the manifest" \
        "$(jq -c '[.sentences[] | .lost_words // 0]' gap.json)" \
        "$(jq -c "[.sentences[] | 0] | .[$k] = $total" whole.json)"
    for ((i = 0; i < count; i++)); do
        [ $i -eq $k ] ||
            is "sentence $k crashes, sentence $i is as it was" \
                "$(sentence gap.json $i)" "$(sentence whole.json $i)"
    done
    rm -f gap.*
done

# ---- a stream, whose first sound is made apart
failing refuse 'điện' -q -o - --allow-gaps
is 'a stream, its first sentence refused: status 0' $? 0
cp out refused.opus
failing crash 'điện' -q -o - --allow-gaps
is 'a stream, its first sentence crashes: status 0' $? 0
cmp -s out refused.opus
ok $? '... the same bytes'

# ---- one word, in every way to fail
for deed in crash abort leave refuse; do
    failing $deed dưới -o gap
    is "$deed on a word: status 6" $? 6
    is "$deed on a word: only it is lost" "$(lost)" \
        '1 of 8 words Từ nay trẻ em học bài dưới đèn.'
done
failing crash dưới --allow-gaps -o gap
is 'a word lost: status 0' $? 0
is 'a word lost: the others sound' "$(jq -c '[.sentences[2].words[] |
    select(.start == .end) | .spoken]' gap.json)" '["dưới"]'

cp article.txt plain.txt

# ---- the clocks run ten times faster, so that limits come soon
SHIM_SPEED=10 failing hang cột -o hung
is 'a hang has an end: status 6' $? 6
is 'a hang costs its word' "$(lost | cut -d ' ' -f 1-4)" '1 of 17 words'
is 'a hang: no edition' "$(echo hung.*)" 'hung.*'

failing crash "$(jq '.sentences[]' whole.json | words | tr '\n' ' ')" \
    --allow-gaps -o none
is 'nothing can be said: status 6' $? 6
is 'nothing can be said: no edition' "$(echo none.*)" 'none.*'

# ---- a sentence that is lost whole, and no pause behind it
mkdir voices
cp -r "$root/voices/." voices
sed 's/^\(pause[.][a-z]*\) = .*/\1 = 0/' "$root/voices/nam-bac.voice" > voices/nam-bac.voice
title='bản nhỏ có điện lưới'
failing crash "$title" --allow-gaps --voices voices -f opus,wav -o close
is 'no pause behind what is lost: the rest is made' $? 0
is 'it is heard' "$(ffmpeg -v error -i close.opus -f s16le -ac 1 -ar 48000 - |
    od -An -v -t d2 -w2 | awk '$1 > 5000 { n++ } END { print (n > 100) }')" 1
env SHIM_DEED=crash SHIM_WORDS="$title" timeout 60 "$failing" -q --no-cache \
    article.txt --allow-gaps --voices voices -f opus -o - 2> err | head -c 9999999 > close.stream
is 'nor has a stream no end' "$(opusinfo close.stream 2>&1 | grep -c 'Playback length')" 1

# ---- texts that espeak-ng itself dies of
# narrated NAME TEXT: in an article, and alone
narrated() {
    { cat plain.txt; printf '\n%s\n' "$2"; } > article.txt
    "$BAONOI" -q --no-cache article.txt -o told > out 2> err
    is "$1: narrated" "$?$(cat err)" 0
    "$BAONOI" -q check told.json
    is "$1: an edition" $? 0
    printf '%s\n' "$2" > article.txt
    "$BAONOI" -q --no-cache article.txt -o alone > out 2> err
    status=$?
    [ $status -eq 0 ] || [ $status -eq 3 ]
    ok $? "$1: alone, status 0 or 3" || note "got: $status $(cat err)"
}
told() {
    jq -e --arg text "$2" "$3" told.json > out 2>&1
    ok $? "$1" || note "$(jq -c '.skipped, [.sentences[].spoken]' told.json)"
}
# shellcheck disable=SC2016 # variables of jq
spoken='.sentences[] | select(.spoken | ascii_downcase | contains($text))'
# shellcheck disable=SC2016
skipped='.skipped[] | select(.written | contains($text))'

# shellcheck disable=SC2026 # quotation marks of the text
narrated 'a dash after a quotation mark' \
    'Khi bà con hỏi về đường dây, anh nói: "-Không phải tôi", rồi đi ra sông.'
told '... is spoken' 'không phải tôi' "$spoken"
narrated 'apostrophes' "Tiếng $(printf "s's%.0s" {1..150}) vang lên."
told '... the rest is spoken' 'vang lên' "$spoken"
narrated 'an Armenian letter' 'Chữ Ա đứng ở giữa câu này.'
told '... is listed' Ա "$skipped"
told '... the rest is spoken' 'đứng ở giữa câu này' "$spoken"
narrated 'commands of the engine' \
    "$(printf 'Một \00190P hai \00150S \001+20A ba \001\001 bốn.')"
told '... the rest is spoken' 'bốn' "$spoken"
narrated 'phonemes of the engine' 'Đây là [[m_a1_]] và [[ hai ]] ngoặc.'
told '... the rest is spoken' 'ngoặc' "$spoken"
narrated 'SSML' '<speak><audio src="/etc/passwd"/>Một <break time="9s"/>hai.'
narrated 'a long letter' "$(printf 'a%.0s' {1..20000})"
narrated 'a long word of syllables' "$(printf 'nghiêng%.0s' {1..300})"
narrated 'many words' "$(printf 'ba %.0s' {1..1000})"
narrated 'a long number' "$(printf '9%.0s' {1..20000})"
narrated 'marks only' "$(printf '…“”!?.,;:-–—()[]{}%.0s' {1..500})"
narrated 'no Unicode' "$(printf 'Một \377 hai.')"
narrated 'marks that combine' "$(printf 'a%s' "$(printf '\314\201%.0s' {1..3000})")"
finish
