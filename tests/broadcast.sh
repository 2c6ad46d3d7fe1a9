#!/usr/bin/env bash
# What radio reads of an edition, by programs that are not ours: sndfile-info,
# ffmpeg, mpv, mediainfo, mutagen.
. "$(dirname "$0")/tap.sh"
article=$root/tests/examples/article.txt

ends 0 '--for radio' "$BAONOI" -q --for radio -f wav,cue,opus,mp3 \
    --cut TIN-0815 --expires 31/12/2024 "$article" -o own
measured_by sndfile-info 'bext and cart' playout own TIN-0815 2024-12-31
measured_by sndfile-info 'cue points and labels' sndfile own
measured_by mutagen-inspect 'title and artist, by ffprobe, mediainfo, mutagen' \
    tags own
measured_by ffprobe 'chapters as ffprobe sees them' chapters own
measured_by mpv 'length and chapters as mpv sees them' mpv own
measured_by ffmpeg '-23 LUFS, -1 dBTP by ffmpeg' loudness own -23 -1
ends 0 'baonoi check' "$BAONOI" check own.json

# ---- the cue sheet, as mpv reads it
if command -v mpv > /dev/null; then
    mpv --no-config --ao=null --vo=null --end=0.02 --term-playing-msg='@${=duration} ${chapter-list/1/title} ${=chapter-list/1/time}' \
        own.cue 2>&1 | sed -n 's/^@//p' > said
    is 'the cue sheet as mpv sees it' "$(cat said)" \
        "$(jq -r '"\(.seconds * 1e6 | round | . / 1e6) \(.chapters[1].title) \(.chapters[1].start)"' own.json |
            awk '{ first = sprintf("%.6f", $1); last = sprintf("%.6f", $NF)
                   $1 = first; $NF = last; print }')"
else
    skip 'the cue sheet as mpv sees it' 'mpv is missing'
fi

# ---- other forms: as loud, and with the same marks
for form in '--wav-bits 24' '--dual-mono' '--wav-bits 24 --dual-mono'; do
    bits=16 channels=1
    case $form in *24*) bits=24 ;; esac
    case $form in *dual*) channels=2 ;; esac
    # shellcheck disable=SC2086 # a list of options
    ends 0 "$form" "$BAONOI" -q --for radio $form --cut TIN "$article" -o form
    measured_by ffprobe "$form: its samples" form form $channels $bits
    measured_by sndfile-info "$form: bext and cart" playout form TIN ''
    measured_by sndfile-info "$form: cue points and labels" sndfile form
    measured_by ffmpeg "$form: as loud" loudness form -23 -1
done

# ---- dates
ends 0 '--date' "$BAONOI" -q --for radio --date '2/9/2025 06:05' "$article" \
    --cut '' -o dated
is 'stands in the manifest' "$(jq -r .date dated.json)" 2025-09-02T06:05
for option in date starts expires; do
    ends 2 "--$option of no day" "$BAONOI" --$option mai "$article"
    is "--$option of no day: what is said" "$(cat err)" \
        "baonoi: --$option mai: not a date"
done

# ---- past 4 GiB, by hand: it takes a minute and 9 GB of disk
if [ -n "${BROADCAST_LONG-}" ]; then
    sed '/^Tin, ảnh/,$d' "$article" > long.txt
    for _ in $(seq 260); do
        sed '1,/^Dân góp/d; /^Mục tiêu/d; /^Tin, ảnh/,$d' "$article"
    done >> long.txt
    ends 0 'a WAV past 4 GiB' "$BAONOI" -q --for radio --wav-bits 24 \
        --dual-mono long.txt -o long
    [ "$(stat -c %s long.wav)" -gt 4294967296 ]
    ok $? 'is past 4 GiB' || note "$(ls -l)"
    measured_by ffprobe 'chapters as ffprobe sees them' chapters long
    measured_by mediainfo 'length as mediainfo sees it' mediainfo long
    ends 0 'baonoi check' "$BAONOI" check long.json
else
    skip 'a WAV past 4 GiB' 'BROADCAST_LONG=1 makes one'
fi
finish
