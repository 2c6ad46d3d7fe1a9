#!/usr/bin/env bash
# An edition sent to standard output while it is made.
. "$(dirname "$0")/tap.sh"

article=$root/tests/examples/article.txt
length() { ffprobe -v error -show_entries format=duration -of csv=p=0 "$1"; }

ends 0 "to a pipe" sh -c '"$0" "$1" -o - --no-cache | cat' "$BAONOI" "$article"
cp out live.opus
holds "what a stream lacks is said" "$(cat err)" "no chapters in it"
opusinfo live.opus > info 2>&1
is "opusinfo has nothing to say against it" "$(grep -ci warning info)" 0
"$BAONOI" -q "$article" -o file --no-cache
is "as long as the file" "$(length live.opus)" "$(length file.opus)"
is "without chapters" "$(ffprobe -v error -show_chapters live.opus)" ""

"$BAONOI" -q "$article" -o - --no-cache > again.opus
cmp -s live.opus again.opus
ok $? "the same bytes twice"
"$BAONOI" -q "$article" -o - --no-cache --jobs 1 > again.opus
cmp -s live.opus again.opus
ok $? "the same bytes by one child at a time"

"$BAONOI" -q "$article" -o - -f wav --no-cache > whole.wav
cmp -s whole.wav file.wav
ok $? "WAV goes out whole"

set -o pipefail
"$BAONOI" "$article" -o - --no-cache 2> err | head -c 100 > /dev/null
is "a reader that goes away" "$?" 141
is "is no matter for a message" "$(grep -c 'not written' err)" 0
ends 5 "a full device" sh -c '"$0" -q "$1" -o - > /dev/full' "$BAONOI" "$article"
finish
