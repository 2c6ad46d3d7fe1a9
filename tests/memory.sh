#!/usr/bin/env bash
# That the memory of a run does not depend on how long a sentence is.
. "$(dirname "$0")/tap.sh"

# peak FILE: the largest process that makes an edition of it, in KB, as the
# kernel tells it when all have ended.
peak() {
    env time -f %M -o peak "$BAONOI" -q --no-cache -f opus,wav "$1" -o out &&
        cat peak
}

# article SYLLABLES: its sentence needs no breath.
article() {
    printf 'Đường mới về bản\n\nĐường'
    for ((i = 1; i < $1; i++)); do
        printf ' xa'
    done
    echo '.'
}

if ! type -P time > /dev/null; then
    skip 'a sentence of a minute' 'time is missing'
elif grep -q __asan_init "$BAONOI"; then
    skip 'a sentence of a minute' 'a sanitizer takes memory of its own'
else
    article 12 > short.txt
    article 290 > long.txt
    short=$(peak short.txt) && long=$(peak long.txt)
    # As it is spoken, a minute of samples is 2.6 MB; nothing else of it is in
    # memory as a whole.
    [ "$long" -lt $((short + 3000)) ]
    ok $? 'a sentence of a minute' || note "$short KB, and then $long KB"
fi
finish
