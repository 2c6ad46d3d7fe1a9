#!/bin/bash
# The command line: options, messages, exit statuses, pages.
# shellcheck source=tests/tap.sh
. "$(dirname "$0")/tap.sh"
article=$root/tests/examples/article.txt

# ---- what is wrong is named, with what was probably meant; status 2
# arguments | the message, or its beginning with ... behind it
while IFS='|' read -r arguments message; do
    # shellcheck disable=SC2086 # the arguments are words
    "$BAONOI" $arguments > out 2> err < /dev/null
    said="$? $(cat err)"
    message="2 baonoi: $message"
    case $message in
    *...) said=${said:0:$((${#message} - 3))}... ;;
    esac
    is "baonoi $arguments" "$said" "$message"
done << 'TABLE'
|make: ARTICLE... is missing; see baonoi --help
artcle x.txt|artcle: no such command or file; did you mean article?
chekc|chekc: no such command or file; did you mean check?
--ratee 3|--ratee: no such option; did you mean --rate?
--ture-peak -2 x|--ture-peak: no such option; did you mean --true-peak?
--vers|--vers: no such option; did you mean --version?
--zzzzzz|--zzzzzz: no such option
-x|-x: no such option
-qx|-x: no such option
x --output|--output: OUT is missing after it
x -o|--output: OUT is missing after it
x --quiet=yes|--quiet: takes no value
x --rate fast|--rate fast: not a number
x --rate=79|--rate 79: out of range, from 80 to 400
x --loudness 19|--loudness 19: out of range, from -36 to -14
x --true-peak 1|--true-peak 1: out of range, from -12 to 0
x --jobs 1.5|--jobs 1.5: not a whole number
x --jobs 0|--jobs 0: out of range, from 1 to 256
x --chapters page|--chapters page: not one of auto, heading, paragraph, none, article
x --region tay|--region tay: not one of bac, trung, nam
x --for film|--for film: not one of podcast, radio...
text x --for radio|--for: not an option of baonoi text
x -f opus -o - --voice nam-bac,nu-bac|-o -: standard output takes one voice
x -f opus,mp9|--format mp9: no such format; there are opus, wav, cue...
x --sample d|--sample: not an option of baonoi make
article x --rate 200|--rate: not an option of baonoi article
article|article: ARTICLE is missing; see baonoi --help
article a b|b: one too many for baonoi article
text|text: ARTICLE is missing; see baonoi help text
x --title a|--title: it is for --edition
text a b|b: one too many for baonoi text
text --lines x|--lines: reads standard input, takes no file
help no-command|no-command: no such command
TABLE
ends 2 'a voice that is not there' "$BAONOI" --voice khong-co "$article"
ends 2 'no folder of voices' "$BAONOI" --voices nowhere text "$article"

# ---- ways to write options
is 'bundled letters, a value of its own argument' \
    "$("$BAONOI" -qo- -fwav "$article" | head -c 4)" RIFF
is '--name=value' "$("$BAONOI" -q --format=wav -o - "$article" | head -c 4)" RIFF
cp "$article" ./-q
ends 0 'operands after --' "$BAONOI" article -- -q
cp "$article" text
ends 0 'a file named as a command' "$BAONOI" article text

# ---- what it is for
ends 0 'for a podcast' "$BAONOI" -q --for podcast "$article" -o made/
is 'for a podcast: what is made' "$(ls made)" \
    "$(printf 'article.%s\n' chapters.json json mp3 notes.txt opus srt vtt)"
ends 0 'for radio, in another format' "$BAONOI" -q --for radio -f opus "$article" \
    -o made/on-air.opus
is 'for radio: the level' "$(jq '.loudness.target_lufs == -23' made/on-air.json)" true
holds 'for radio: the true peak' "$(jq -r .settings made/on-air.json)" '-1 dBTP'

# ---- exit statuses
printf 'Trang chủ\nTin mới\n' > section.txt
ends 3 'no such file' "$BAONOI" none.txt
holds 'it is named' "$(cat err)" 'none.txt: '
ends 3 'no article' "$BAONOI" article section.txt
ends 3 'a folder' "$BAONOI" article .
ends 3 'nothing' "$BAONOI" text /dev/null
ends 4 'one of two fails' "$BAONOI" -q -f opus -o some/ none.txt "$article"
holds 'it is listed' "$(cat err)" 'baonoi: 1 of 2 articles failed: none.txt'
is 'the other is made' "$(ls some)" "$(printf 'article.json\narticle.opus')"
ends 5 'no room for the text' sh -c "'$BAONOI' text '$article' > /dev/full"
ends 5 'no room for the article' sh -c "'$BAONOI' article '$article' > /dev/full"
ends 5 'no room for the page' sh -c "'$BAONOI' --help > /dev/full"
ends 5 'no room for the sound' sh -c "'$BAONOI' -qo- '$article' > /dev/full"
ends 5 'standard output is closed' sh -c "'$BAONOI' --help >&-"
ends 5 'no such folder' "$BAONOI" -q -o no/folder/x.opus "$article"
ends 5 'a folder in the place of a file' sh -c \
    "mkdir -p taken.opus; '$BAONOI' -q -f opus -o taken '$article'"
sed 's/^language .*/language xx-none/; s/^name .*/name none/' \
    "$root/voices/nam-bac.voice" | sed '/^\[espeak-ng\]/q' > bad.voice
ends 6 'a voice that the engine refuses' "$BAONOI" --voice ./bad.voice "$article"
(cat "$article" && echo) | sed 's/đơn vị thiết kế/ông Qwzrtk Xvbnm/' > unsure.txt
ends 8 'an unsure reading under --strict' "$BAONOI" text --strict unsure.txt
ends 8 'likewise no edition' "$BAONOI" -q --strict -o strict unsure.txt
is 'none is there' "$(ls strict.* 2> /dev/null)" ''
ends 0 'without --strict it is only told' "$BAONOI" text unsure.txt

# ---- signals: nothing stays, and the shell learns of it
{ cat "$article"; for _ in $(seq 40); do sed -n 13,31p "$article"; done; } > long.txt
for signal in INT TERM HUP; do
    ends $((128 + $(kill -l $signal))) "stopped by SIG$signal" \
        timeout --preserve-status -s $signal 0.5 \
            "$BAONOI" --no-cache -o stopped long.txt
done
is 'nothing is left' "$(find . -name '*stopped*')" ''
"$BAONOI" text long.txt 2> err | head -n 1 > out
is 'a closed pipe ends it in silence' "${PIPESTATUS[0]} $(cat err)" '141 '

# ---- pages
ends 0 '--version' "$BAONOI" --version
ends 0 '--help' "$BAONOI" --help
for command in make article text check voices help; do
    holds "--help knows $command" "$(cat out)" "$command"
    holds "help $command" "$("$BAONOI" help $command)" 'Usage: baonoi '
done
is 'make --help is help make' "$("$BAONOI" make --help)" "$("$BAONOI" help make)"
is 'lines of at most 80 columns' \
    "$("$BAONOI" --help | awk 'length > 80' | wc -l)" 0
is 'no line ends in a blank' "$("$BAONOI" --help | grep -c ' $')" 0
is 'a command has the sections that it has options of' \
    "$("$BAONOI" help check | grep ':$' | tr '\n' ' ')" 'General: Examples: '
is 'general options stand behind the others' \
    "$("$BAONOI" --help | grep '^[A-Z].*:$' | grep -A1 '^General:' | tr '\n' ' ')" \
    'General: Formats: '
is 'no command tells of an argument that it has not' \
    "$("$BAONOI" help voices | grep -c '\<OUT\>')" 0
"$BAONOI" --help-man > baonoi.1
if command -v mandoc > /dev/null; then
    is 'the manual page is clean' \
        "$(mandoc -Tlint -Wstyle baonoi.1 2> /dev/null | grep -v "referenced manual not found")" ''
    holds 'the manual page has the options' "$(mandoc -Tutf8 baonoi.1 | sed "s/.\x08//g")" --true-peak
else
    skip 'the manual page is clean' 'no mandoc'
fi

# ---- completion
"$BAONOI" --help-completion > completion
complete_words() {
    PATH=$(dirname "$BAONOI"):$PATH bash -c '
        . ./completion
        compopt() { :; }
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
        _baonoi baonoi "${@: -1}" "${@: -2:1}"
        echo "${COMPREPLY[@]}"' bash "$@"
}
is 'completes a command' "$(complete_words baonoi voi)" voices
is 'completes an option' "$(complete_words baonoi text --rep)" --report
is 'completes a choice' "$(complete_words baonoi --chapters par)" paragraph
is 'completes a use' "$(complete_words baonoi --for pod)" podcast
is 'completes a format' "$(complete_words baonoi -f o)" opus
is 'completes a voice' "$(complete_words baonoi --voice nu-b)" nu-bac
is 'completes a file' "$(complete_words baonoi sect)" section.txt
finish
