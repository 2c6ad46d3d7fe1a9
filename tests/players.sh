#!/usr/bin/env bash
# What a studio plays editions with: Liquidsoap plays a queue of them from end to
# end, VLC plays each.
. "$(dirname "$0")/tap.sh"
sed '/^Dân góp/,/^Liệu/d' "$root/tests/examples/article.txt" > own.txt
ends 0 'an edition' "$BAONOI" -q -f opus,mp3,wav --chapters paragraph own.txt \
    -o own
seconds=$(jq .seconds own.json)
title=$(jq -r .title own.json)
author=$(jq -r .author own.json)

# near NAME GOT WANT MOST: two numbers are no further apart
near() {
    awk -v got="$2" -v want="$3" -v most="$4" \
        'BEGIN { exit !(got - want < most && want - got < most) }'
    ok $? "$1" || note "got:  $2" "want: $3"
}

length_of() {
    ffprobe -v error -show_entries format=duration -of csv=p=0 "$1"
}

if command -v liquidsoap > /dev/null && command -v ffprobe > /dev/null; then
    cat > queue.liq << 'END'
settings.init.allow_root.set(true)
settings.frame.audio.samplerate.set(48000)
q = request.queue(queue=[request.create("own.opus"), request.create("own.mp3"),
                         request.create("own.wav")])
q.on_track(fun (m) -> print("TRACK #{m['title']}|#{m['artist']}"))
clock.assign_new(sync="none", [q])
output.file(fallible=true, on_stop=shutdown, %wav(stereo=false), "air.wav", q)
END
    timeout 120 liquidsoap queue.liq > said 2>&1
    is 'Liquidsoap reads all titles and artists' "$(grep '^TRACK ' said)" \
        "$(for _ in 1 2 3; do echo "TRACK $title|$author"; done)"
    # It works in frames of 40 ms, and leaves the rest of the last one away.
    near 'Liquidsoap plays them from end to end' "$(length_of air.wav)" \
        "$(awk "BEGIN { print 3 * $seconds }")" 0.121
else
    skip 'Liquidsoap plays them' 'liquidsoap or ffprobe is missing'
fi

# vlc ARGUMENT...: not as root, which it refuses to be
vlc() {
    if [ "$(id -u)" = 0 ]; then
        set -- setpriv --reuid=65534 --regid=65534 --clear-groups cvlc "$@"
    else
        set -- cvlc "$@"
    fi
    HOME=$work/vlc timeout 120 "$@"
}
if command -v cvlc > /dev/null && command -v ffprobe > /dev/null; then
    mkdir -m 777 vlc
    chmod a+rx . && chmod a+r own.*
    for suffix in opus mp3 wav; do
        vlc -q -I dummy own.$suffix vlc://quit --sout \
            "#transcode{acodec=s16l,samplerate=48000,channels=1}:std{access=file,mux=wav,dst=vlc/$suffix.wav}" \
            > said 2>&1
        near "VLC plays .$suffix from end to end" \
            "$(length_of vlc/$suffix.wav)" "$seconds" 0.121
    done
else
    skip 'VLC plays them' 'cvlc or ffprobe is missing'
fi
finish
