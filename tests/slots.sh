#!/usr/bin/env bash
# Editions of a length that was asked for.
. "$(dirname "$0")/tap.sh"
article=$root/tests/examples/article.txt
sed '/^Dân góp/,/^Lãnh đạo/d' "$article" > short.txt

if command -v ffmpeg > /dev/null && command -v python3 > /dev/null; then
    python3 "$root/tests/slots.py" "$BAONOI" 3 7 "$work/short.txt" > said 2>&1
    ok $? 'lengths by chance: exact or refused' || sed 's/^#* */# /' said
else
    skip 'lengths by chance' 'ffmpeg or python3 is missing'
fi

# ---- no longer than that
make_short() {
    "$BAONOI" -q -f wav short.txt -o short "$@"
}
seconds_of() {
    jq -r '.seconds' short.json
}
ends 0 'without a length' make_short
own=$(seconds_of)
is 'nothing is told of it' "$(jq -c .fit short.json)" null
ends 0 '--duration-max of an hour' make_short --duration-max 1:00:00
is 'it stays as it is' "$(seconds_of) $(jq .fit.pauses short.json)" "$own 1"
less=$(awk "BEGIN { printf \"%.3f\", $own * 0.95 }")
ends 0 '--duration-max of less' make_short --duration-max "$less"
is 'it is no longer than that' "$(awk "BEGIN { print $(seconds_of) <= $less }")" 1

# ---- what does not fit
ends 10 'far too short' make_short --duration 0:10
holds 'it says what would fit' "$(cat err)" 's too short for this text: at its fastest, with its shortest pauses, it lasts '
holds 'and what else to do' "$(cat err)" '; --priority leaves out'
ends 10 'far too long' make_short --duration 1:10:00.5
holds 'it says what would fit' "$(cat err)" 's too long for this text: at its slowest, with its longest pauses, it lasts '
ends 10 'even the lead is too long' make_short --duration 0:05 --priority paragraphs

# ---- what is left out
ends 0 '--priority paragraphs' "$BAONOI" -q -f wav,opus "$article" -o part \
    --duration 1:15 --priority paragraphs
is 'its length' "$(jq .seconds part.json)" 75
holds 'what was left out is listed' "$(jq -r '.skipped[].reason' part.json)" \
    'left out, to keep the time'
is 'title, lead and byline stay' \
    "$(jq -r '[.sentences[].role] | unique | map(select(. != "body" and . != "heading")) | join(" ")' part.json)" \
    'byline lead title'
measured_by ffprobe 'chapters as ffprobe sees them' chapters part
measured_by ffmpeg 'words sound, pauses are silent' sound part
cp "$article" one.txt
sed 's/Mường Thượng/Nà Lốc/g' "$article" > two.txt
ends 0 '--priority stories' "$BAONOI" -q -f wav --edition one.txt two.txt \
    -o both.wav --duration 2:00 --priority stories
is 'the first is left' "$(jq -c '[.seconds, .fit.left_out]' both.json)" '[120,1]'
ends 0 'the length of a stream' sh -c "'$BAONOI' -q short.txt -o - --duration-max $less > stream.opus"

# ---- wrong command lines
while IFS='|' read -r words said; do
    # shellcheck disable=SC2086 # a list of words
    ends 2 "$words" "$BAONOI" short.txt $words
    is "$words: what is said" "$(cat err)" "baonoi: $said"
done << 'END'
--duration x|--duration x: not a time, as 14:55 or 1:02:03.5
--duration 14:|--duration 14:: not a time, as 14:55 or 1:02:03.5
--duration 1:60|--duration 1:60: not a time, as 14:55 or 1:02:03.5
--duration 1:1:1:1|--duration 1:1:1:1: not a time, as 14:55 or 1:02:03.5
--duration 0|--duration 0: out of range, to 24 hours
--duration 1:00 --duration-max 1:00|--duration-max: can't stand beside --duration
--priority stories|--priority: needs --duration or --duration-max
END
finish
