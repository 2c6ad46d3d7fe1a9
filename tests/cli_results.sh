#!/bin/bash
# What the commands print: for people, and as JSON.
# shellcheck source=tests/tap.sh
. "$(dirname "$0")/tap.sh"
article=$root/tests/examples/article.txt

# ---- make
"$BAONOI" "$article" -o tin > out 2> err
is 'make prints nothing on standard output' "$(cat out)" ''
is 'no line is redrawn in a file' "$(grep -c $'\r' err)" 0
holds 'the summary has the files' "$(cat err)" '  tin.opus  '
holds 'the summary has the loudness' "$(cat err)" ' LUFS'
holds 'the summary says how to see what was not read' "$(cat err)" 'baonoi text --report'
"$BAONOI" -q "$article" -o tin > out 2> err
is '-q says nothing' "$(cat out err)" ''
if command -v script > /dev/null; then
    shown=$(TERM=xterm script -qec "$BAONOI $article -o tin" /dev/null)
    holds 'on a terminal a line is redrawn' "$shown" $'\r'
    shown=$(TERM=dumb script -qec "$BAONOI $article -o tin" /dev/null)
    is 'not on a dumb one' "$(printf %s "$shown" | grep -c $'\033')" 0
else
    skip 'on a terminal a line is redrawn' 'no script(1)'
fi
"$BAONOI" -q --json "$article" -o tin > result.json
is 'the result names the files' "$(jq -r '.files[].path, .manifest' result.json | tr '\n' ' ')" \
    'tin.opus tin.wav tin.json '
is 'their hashes are right' "$(jq -r '.files[] | .sha256 + "  " + .path' result.json)" \
    "$(sha256sum tin.opus tin.wav)"
is 'their sizes are right' "$(jq '.files[].size_bytes' result.json)" \
    "$(stat -c %s tin.opus tin.wav)"
is 'chapters: the title, then each heading' \
    "$(jq -r '.chapters[].title' result.json)" \
    "$(printf '%s\n' 'Xã Mường Thượng đưa nước sạch về từng bản' \
        'Dân góp công, Nhà nước góp vốn' 'Mục tiêu năm 2025')"
is 'the loudness is the one asked for' \
    "$(jq '.loudness.integrated_lufs * 10 | round' result.json)" -190
is 'skips have reasons' "$(jq '[.skips[].reason | length > 0] | all' result.json)" true
"$BAONOI" -q --json none.txt "$article" -f opus -o d/ > result.json 2> err
is 'a line for each article' "$(jq -c '[.article, .status]' result.json | sed "s|$root/||" | tr '\n' ' ')" \
    '["none.txt",3] ["tests/examples/article.txt",null] '

# ---- check
ends 0 'check' "$BAONOI" check d
ends 0 'check -q' "$BAONOI" check -q tin.json d
is 'check -q prints nothing' "$(cat out)" ''
printf x >> d/article.opus
ends 3 'a damaged edition' "$BAONOI" check -q d
holds 'it is named' "$(cat out)" 'bad: d/article.opus: '

# ---- article
"$BAONOI" article --json "$article" > result.json
is 'article --json has the title' "$(jq -r .title result.json)" \
    'Xã Mường Thượng đưa nước sạch về từng bản'
is 'every line that is not blank is in a block' \
    "$(jq '.blocks[].line' result.json | sort -n)" "$(grep -n . "$article" | cut -d: -f1)"
is 'every block has a role and a reason' \
    "$(jq '[.blocks[] | (.role | length > 0) and (.reason | length > 0)] | all' result.json)" true

# ---- text
"$BAONOI" text "$article" > spoken.txt
is 'text: a sentence a line, a blank line between paragraphs' \
    "$(grep -c '^$' spoken.txt)" 10
is 'text: no digit is left' "$(grep -c '[0-9]' spoken.txt)" 0
holds 'text --report: the readings' "$("$BAONOI" text --report "$article")" 'UBND → ủy ban nhân dân'
holds 'text --report: the skips' "$("$BAONOI" text --report "$article")" 'Trang chủ'
is 'text --json: the same sentences' \
    "$("$BAONOI" text --json "$article" | jq -r '.sentences[].spoken')" "$(grep . spoken.txt)"
is 'captions are read when asked for' \
    "$("$BAONOI" text --captions "$article" | grep -c 'bể chứa mới')" 1
printf 'xyzabc\tnước sạch\n' > own.tsv
is 'a word list of one'\''s own' "$(echo xyzabc | "$BAONOI" text --lines --lexicon own.tsv)" 'nước sạch.'
mkdir -p "$XDG_CONFIG_HOME/baonoi" && cp own.tsv "$XDG_CONFIG_HOME/baonoi/lexicon.tsv"
is 'the one in the config folder' "$(echo xyzabc | "$BAONOI" text --lines)" 'nước sạch.'
rm -r "$XDG_CONFIG_HOME"

# ---- text --lines: as many lines as were written, each at once
is 'a line for each line' \
    "$(printf 'một\n\n\r\nhai\r\nba\rbốn\n\001\xff\n..\nnăm' | "$BAONOI" text --lines | wc -l)" 8
is 'none for none' "$("$BAONOI" text --lines < /dev/null | wc -c)" 0
coproc "$BAONOI" text --lines
echo 'xin chào' >&"${COPROC[1]}"
read -r -t 10 answer <&"${COPROC[0]}"
holds 'an answer before the next line' "$answer" 'xin chào'
eval "exec ${COPROC[1]}>&-"
wait

# ---- voices
is 'voices -q: names alone' "$("$BAONOI" voices -q | tr '\n' ' ')" 'nam-bac nam-nam nam-trung nu-bac nu-nam nu-trung '
is 'voices --json' "$("$BAONOI" voices --json | jq -r '.voices[].name' | tr '\n' ' ')" 'nam-bac nam-nam nam-trung nu-bac nu-nam nu-trung '
ends 0 'voices --sample' "$BAONOI" voices -q --sample samples/new
is 'a sample of each' "$(cd samples/new && echo ./*.opus)" \
    './nam-bac.opus ./nam-nam.opus ./nam-trung.opus ./nu-bac.opus ./nu-nam.opus ./nu-trung.opus'
is 'a page to compare them' "$(grep -c '<audio' samples/new/index.html)" 6
"$BAONOI" voices -q --sample samples/mp3 -f mp3
is 'which plays what was made' \
    "$(grep -o 'nu-nam[.a-z0-9]*' samples/mp3/index.html | tr '\n' ' ')" 'nu-nam.mp3 '
finish
