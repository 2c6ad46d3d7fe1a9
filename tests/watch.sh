#!/usr/bin/env bash
# A folder of articles that is watched.
. "$(dirname "$0")/tap.sh"

sed '/^Người dân bản/,$d' "$root/tests/examples/article.txt" > article.txt
mkdir in
# start [OPTION...]: the program, as $watcher.
start() {
    env --default-signal=INT,TERM "$BAONOI" --watch in -o made -f opus "$@" \
        > said 2> err < /dev/null &
    watcher=$!
}
# soon COMMAND...: it succeeds within some seconds.
soon() {
    for _ in {1..600}; do
        "$@" > /dev/null 2>&1 && return
        sleep 0.05
    done
    return 1
}
revision() { grep -q "\"revision\": *$2" "made/$1.json"; }
whole() { "$BAONOI" -q check made; }

cp article.txt in/before.txt
start
soon revision before 1
ok $? 'an article that is there is made'
cp article.txt in/new.txt
soon revision new 1
ok $? 'one that comes is made'
cp article.txt in/.hidden
cp article.txt in/half.txt.part
echo 'no article' > in/bad.txt
soon grep -q '^baonoi: in/bad.txt: ' err
ok $? 'one that fails is told' || note "$(cat err)"
sed 's/ngày 4/ngày 5/' article.txt > corrected.txt
mv corrected.txt in/new.txt
soon revision new 2
ok $? 'one that is corrected is made again' || note "$(cat err)"
# The edition that was made of the text before may be younger than the new one.
kill -STOP $watcher
sed 's/ngày 4/ngày 6/' article.txt > in/new.txt
touch made/new.json
kill -CONT $watcher
soon revision new 3
ok $? 'one that is corrected while it is made, too' || note "$(cat err)"
ticks() { awk '{print $14 + $15}' "/proc/$watcher/stat"; }
idle() {
    worked=$(ticks)
    sleep 0.3
    [ "$(ticks)" = "$worked" ]
}
soon idle
sleep 1
is 'nothing to do takes no work' "$(($(ticks) - worked))" 0
kill -TERM $watcher
wait $watcher
is 'SIGTERM ends it: status' $? 143
soon whole
ok $? 'all editions are whole' || note "$(whole 2>&1)"
is 'unfinished and hidden files are left alone' \
    "$(cd made && find . -type f | sort | tr '\n' ' ')" \
    './before.json ./before.opus ./new.json ./new.opus '
old=$(stat -c %Y%y made/before.opus)

start
cp article.txt in/late.txt
soon revision late 1
ok $? 'started again it goes on'
is 'what was made stays as it is' "$(stat -c %Y%y made/before.opus)" "$old"
kill -TERM $watcher
wait $watcher
# Corrected, and of that time a manifest that is younger.
sed 's/ngày 4/ngày 7/' article.txt > in/before.txt
touch -d '1 hour' made/before.json
touch in/late.txt # older than its edition, and not changed
made=$(stat -c %i made/late.json)
start
soon revision before 2
ok $? 'one that was corrected meanwhile is made again, whatever the clock says'
soon idle
is 'one that is as it was is not' "$(stat -c %i made/late.json)" "$made"
rm -r in
soon grep -q '^baonoi: in: gone' err
ok $? 'a folder that goes away ends it' || note "$(cat err)"
wait $watcher
is 'a folder that goes away: status' $? 3

mkdir in
ends 2 'articles besides' "$BAONOI" --watch in article.txt -o made
ends 2 'a stream' "$BAONOI" --watch in -o -
ends 2 'the same folder' "$BAONOI" --watch in -o in
ends 3 'no folder' "$BAONOI" --watch nowhere -o made
finish
