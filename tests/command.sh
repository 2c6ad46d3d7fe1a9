#!/usr/bin/env bash
# Any program as an engine: raw samples or WAV on its standard output.
. "$(dirname "$0")/tap.sh"

article=$root/tests/examples/article.txt
words() { jq '[.sentences[].words[]] | length' "$1.json"; }
voice() { # NAME COMMAND RATE_HZ
    printf '%s\n' 'about = test' 'engine = command' "command = $2" \
        "rate_hz = $3" 'rate = 190' 'loudness = -22' 'pause.comma = 200' \
        'pause.sentence = 400' > "$1.voice"
}
speak() { timeout 120 "$BAONOI" -q "$article" --no-cache --voice "./$1.voice" -o "$@" 2>> log; }

"$BAONOI" -q "$article" --no-cache -o own
voice wav 'espeak-ng -v vi --stdin --stdout' 22050
speak wav
is 'espeak-ng, WAV: status' $? 0
is 'espeak-ng, WAV: all words' "$(words wav)" "$(words own)"
ok "$(jq '.seconds > 60' wav.json | sed 's/true/0/; s/false/1/')" \
    'espeak-ng, WAV: as long as it should be'
is 'word times are said to be estimated' \
    "$(jq -r .engine wav.json)" 'command (word times estimated)'

voice raw 'espeak-ng -v vi --stdin --stdout | tail -c +45' 22050
speak raw
is 'espeak-ng, raw: status' $? 0
cmp -s wav.wav raw.wav
ok $? 'raw samples and WAV: the same edition'
speak wav --jobs 1
mv wav.wav one.wav
speak wav --jobs 2
cmp -s wav.wav one.wav
ok $? 'the same bytes over --jobs'

voice rate 'espeak-ng -v vi --stdin --stdout' 16000
speak rate
is 'another rate than that of its WAV' $? 6
voice fails false 22050
speak fails
is 'it fails' $? 6
voice missing './no-such-program' 22050
speak missing
is 'it is not there' $? 6
ends 6 'told before anything is made' "$BAONOI" "$article" --voice ./missing.voice -o x
is 'which one' "$(cat err)" \
    'baonoi: missing: its command is not to be found: ./no-such-program'
voice quoted "'./no such program' --raw" 22050
speak quoted
is 'a command that only the shell can tell' $? 6
voice silent 'cat > /dev/null' 22050
speak silent
is 'it says nothing' $? 6
voice deaf 'exec true' 22050
speak deaf
is 'it does not listen' $? 6
sed -i /^rate_hz/d wav.voice
speak wav
is 'no rate' $? 3
finish
