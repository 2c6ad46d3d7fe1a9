#!/usr/bin/env bash
# Killed at any moment, the program leaves whole editions or none, and nobody
# behind it; stopped by a signal it also leaves nothing half made.
. "$(dirname "$0")/tap.sh"
sed '/^Người dân bản/,$d' "$root/tests/examples/article.txt" > article.txt
sed 's/ngày 4/ngày 5/' article.txt > corrected.txt
# What is killed at each step says no more than it must: all is made each time.
sed '/^Công trình/,$d' article.txt > short.txt
sed 's/3 bản/4 bản/' short.txt > mended.txt
moments=${KILL_MOMENTS:-50}
resumes=${KILL_RESUMES:-5}
RANDOM=2024

# What may stand in a folder after a kill: finished files, and hidden ones that
# are not finished, or that were put aside.
fair() {
    strange=$(find "$1" -mindepth 1 -name '.talk.*.part' -prune -o \
        ! -name 'talk.opus' ! -name 'talk.wav' ! -name 'talk.json' \
        ! -name 'talk.mp3dir' ! -path '*/talk.mp3dir/*' -print)
    [ -z "$strange" ] || return 1
    "$BAONOI" -q check "$1" > check.out 2>&1
    case $? in
    0) return 0 ;;
    3) [ -z "$(find "$1" -name 'talk.*')" ] ;;
    *) return 1 ;;
    esac
}
# Who is still alive of a session.
left_of() {
    cat /proc/[0-9]*/stat 2> /dev/null | sed 's/([^)]*)/()/' |
        awk -v session="$1" '$6 == session && $3 != "Z"'
}
gone() {
    for _ in {1..100}; do
        [ -n "$(left_of "$1")" ] || return 0
        sleep 0.05
    done
    return 1
}

# ---- before each call that changes a folder, over nothing and over an edition
by_step() {
    name=$1
    shift
    for over in nothing 'an edition'; do
        bad='' step=0
        while :; do
            rm -rf at
            mkdir at
            [ "$over" = nothing ] || cp -r old/* at
            step=$((step + 1))
            # a shell between, which has the remark on the killed one
            sh -c '"$@"; exit $?' - \
                env LD_PRELOAD="$work/shim.so" SHIM_KILL_AT=$step "$@" \
                ASAN_OPTIONS="${ASAN_OPTIONS-}:verify_asan_link_order=0" \
                "$BAONOI" -q -f opus,mp3dir mended.txt -o at/talk > out 2> err < /dev/null
            status=$?
            fair at || bad="$bad $step"
            [ $status -ne 0 ] || break
            [ $status -eq 137 ] || bad="$bad $step:$status"
            [ $step -lt 200 ] || break
        done
        [ -z "$bad" ] && [ $step -gt 10 ] && [ $step -lt 200 ]
        ok $? "$name: killed at $((step - 1)) steps, over $over" ||
            note "wrong at:$bad" "$(cat check.out)"
    done
}
mkdir old files
"$BAONOI" -q -f opus,mp3dir short.txt -o old/talk
"$BAONOI" -q article.txt -o files/talk
"$BAONOI" -q mended.txt -o warm
"$BAONOI" -q corrected.txt -o warm # the cache has all sentences now
if cc -std=c11 -D_GNU_SOURCE -shared -fPIC -o shim.so \
    "$root/tests/shim_files.c" 2> err; then
    by_step 'files without a name' A=0
    by_step 'a disk without such' SHIM_NO_TMPFILE=1
else
    skip 'killed at each step' "no shim: $(head -1 err)"
fi

# ---- at random moments of a whole run
start=$(date +%s%N)
"$BAONOI" -q --no-cache article.txt -o timed
whole_ms=$((($(date +%s%N) - start) / 1000000 + 20))

# run COMMAND...: in a session of its own, whose number is then $run. A shell
# lets what it runs in the background ignore SIGINT, unless it is told not to.
run() {
    setsid env --default-signal=INT,TERM,HUP "$@" > out 2> err < /dev/null &
    run=$!
}
# pause MILLISECONDS
pause() {
    sleep "$(printf '%d.%03d' $(($1 / 1000)) $(($1 % 1000)))"
}

for over in nothing 'an edition'; do
    bad='' alive=''
    for ((i = 0; i < moments / 2; i++)); do
        rm -rf at
        mkdir at
        [ "$over" = nothing ] || cp files/* at
        run "$BAONOI" -q --no-cache corrected.txt -o at/talk
        pause $((RANDOM % whole_ms))
        kill -KILL $run 2> /dev/null
        wait $run 2> /dev/null
        gone $run || alive="$alive $i"
        fair at || bad="$bad $i"
    done
    is "$((moments / 2)) random kills over $over: baonoi check is content" "$bad" ''
    is "$((moments / 2)) random kills over $over: nobody is left" "$alive" ''
done
"$BAONOI" -q corrected.txt -o at/talk && "$BAONOI" -q check at
ok $? 'after them all a run is as ever'

# ---- what killed runs have left goes with the next one of the same edition
rm -rf at
mkdir -p at/.talk.mp3dir.77.part
cp files/* at
id=$(jq -r .id at/talk.json)
mv at/talk.json at/.talk.json.77.old.part
touch at/.talk.opus.77.part at/.talk.mp3dir.77.3.part at/.talk.mp3dir.77.part/1.mp3
touch at/.talk.wav.78.part at/.other.opus.77.part at/.talk.2.opus.77.part \
    at/.talk.opus.part at/.talk.chapters.json.77.old.part
(flock 9 && sleep 600) 9> at/.talk.lrc.79.part &
held=$!
sleep 0.2
sed 's/3 bản/4 bản/' corrected.txt > again.txt
"$BAONOI" -q -f opus again.txt -o at/talk
is 'what is left goes, but for that of others and what is in work' \
    "$(find at -name '.*' | sort | tr '\n' ' ')" \
    'at/.other.opus.77.part at/.talk.2.opus.77.part at/.talk.chapters.json.77.old.part at/.talk.lrc.79.part at/.talk.opus.part '
kill $held
wait $held 2> /dev/null
is 'a manifest that was put aside tells the identity' \
    "$(jq -r '.id, .revision' at/talk.json | tr '\n' ' ')" "$id 2 "

# What was kept of a run that was killed is not made again: an entry that is
# made anew is another file.
entries() { find cache -type f ! -name '.*' -printf '%i %p\n' | sort; }
bad='' again='' kept=0
"$BAONOI" -q --no-cache article.txt -o undisturbed
for ((i = 0; i < resumes; i++)); do
    rm -rf at cache
    mkdir at cache
    run "$BAONOI" -q --cache cache article.txt -o at/talk
    pause $((RANDOM % whole_ms))
    kill -KILL $run 2> /dev/null
    wait $run 2> /dev/null
    gone $run
    entries > before
    kept=$((kept + $(wc -l < before)))
    "$BAONOI" -q --cache cache article.txt -o at/talk
    cmp -s at/talk.opus undisturbed.opus && cmp -s at/talk.wav undisturbed.wav ||
        bad="$bad $i"
    entries > after
    [ -z "$(comm -23 before after)" ] || again="$again $i"
done
is "$resumes times killed and made again: the same bytes" "$bad" ''
is "of $kept sentences that were kept none is made again" "$again" ''

# ---- signals
# stopped SIGNAL STATUS: at random moments
stopped() {
    bad=''
    for ((i = 0; i < 8; i++)); do
        rm -rf at
        mkdir at
        run "$BAONOI" -q --no-cache article.txt -o at/talk
        pause $((RANDOM % whole_ms))
        kill "-$1" $run 2> /dev/null
        wait $run 2> /dev/null
        status=$?
        [ $status -eq "$2" ] || [ $status -eq 0 ] || bad="$bad status:$status"
        gone $run || bad="$bad alive"
        [ -z "$(find at -name '.*')" ] || bad="$bad part"
        fair at || bad="$bad unfair"
    done
    is "SIG$1 at random moments: status $2 or done, nothing half made" "$bad" ''
}
# Several editions are made by children, which a signal to the program reaches.
bad=''
cp article.txt other.txt
for ((i = 0; i < 8; i++)); do
    rm -rf at
    run "$BAONOI" -q --no-cache --jobs 2 article.txt corrected.txt other.txt -o at/
    pause $((RANDOM % (3 * whole_ms)))
    kill -TERM $run 2> /dev/null
    wait $run 2> /dev/null
    status=$?
    [ $status -eq 143 ] || [ $status -eq 0 ] || bad="$bad status:$status"
    gone $run || bad="$bad alive"
    [ ! -e at ] || [ -z "$(find at -name '.*')" ] || bad="$bad part"
done
is 'SIGTERM while several are made: status, nobody left, nothing half made' "$bad" ''

stopped INT 130
stopped TERM 143
stopped HUP 129

# While the engine hangs, which is surely before the end.
failing=${BAONOI%/*}/failing # the program with an engine that fails
if [ -x "$failing" ]; then
    for signal in INT:130 TERM:143 KILL:137; do
        rm -rf at
        mkdir at
        run env SHIM_DEED=hang SHIM_WORDS='xã nước' \
            "$failing" -q --no-cache article.txt -o at/talk
        until [ "$(left_of $run | wc -l)" -ge 2 ]; do
            sleep 0.02
        done
        kill "-${signal%:*}" $run
        wait $run 2> /dev/null
        is "SIG${signal%:*} while the engine hangs: status" $? "${signal#*:}"
        gone $run
        ok $? "SIG${signal%:*} while the engine hangs: nobody is left"
        is "SIG${signal%:*} while the engine hangs: nothing is left" \
            "$(ls -A at)" ''
    done
else
    skip 'signals while the engine hangs' "$failing is missing: make unit-tests"
fi
finish
