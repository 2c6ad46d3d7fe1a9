#!/usr/bin/env bash
# Music around and under the speech.
. "$(dirname "$0")/tap.sh"
article=$root/tests/examples/article.txt
sed '/^Mục tiêu/,/^Lãnh đạo/d' "$article" > own.txt
if ! command -v python3 > /dev/null || ! command -v ffmpeg > /dev/null; then
    skip 'music' 'python3 or ffmpeg is missing'
    finish
    exit
fi
python3 "$root/tests/furniture.py" make .

# ---- a bed: a tone, found again by what it adds to the same over silence
for bed in bed silence; do
    ends 0 "a bed of $bed" "$BAONOI" -q --loudness -30 --bed $bed.wav own.txt \
        -o over-$bed
done
for suffix in .wav .opus; do
    python3 "$root/tests/furniture.py" bed over-bed over-silence $suffix \
        > said 2>&1
    ok $? "$suffix: 15 dB under speech, back within 0.7 s, no step over 1 dB" ||
        cat said
done

# ---- all of them
make_all() {
    "$BAONOI" -q --loudness -23 --true-peak -1 --intro intro.wav \
        --outro outro.wav --sting sting.wav --bed noise.wav own.txt "$@"
}
ends 0 'all of them' make_all -f wav,opus,mp3 -o all
measured_by ffmpeg '-23 LUFS, -1 dBTP by ffmpeg' loudness all -23 -1
measured_by opusinfo 'opusinfo is content' opusinfo all
measured_by ffmpeg 'all files are one' aligned all
measured_by python3 'marks in order' marks all
measured_by mediainfo 'as mediainfo sees it' mediainfo all
is 'chapters still start on whole seconds' \
    "$(jq -c '[.chapters[] | .start % 1] | unique' all.json)" '[0]'
ends 0 'the same by one process' make_all -f wav,opus -o one --jobs 1 --no-cache
same=0
for suffix in wav opus; do
    cmp -s all.$suffix one.$suffix || same=1
done
ok $same 'the same bytes'

# where they sound: the opening, between, and the closing
sounds() {
    ffmpeg -v error -ss "$1" -t "$2" -i only.wav -af astats=metadata=1 \
        -f s16le - | od -An -v -t d2 | awk '
        { for (i = 1; i <= NF; i++) { sum += $i * $i; n++ } }
        END { print (sqrt(sum / n) > 300 ? "sound" : "silence") }'
}
ends 0 'without a bed' "$BAONOI" -q --intro intro.wav --outro outro.wav \
    --sting sting.wav -f wav own.txt -o only
is 'the opening' "$(sounds 0.1 1)" sound
is 'the closing' "$(sounds "$(jq '.seconds - 3.9' only.json)" 1)" sound
is 'one between the parts' \
    "$(sounds "$(jq '.chapters[1].start - 1.55' only.json)" 0.5)" sound
is 'silence before it' \
    "$(sounds "$(jq '.chapters[1].start - 1.9' only.json)" 0.2)" silence
if command -v sndfile-info > /dev/null; then
    is 'playout knows the opening and the end of the speech' \
        "$(sndfile-info --cart only.wav | awk '$2 ~ /^(INTe|SEC1|AUDe)$/ { print $2, $3 }' | xargs)" \
        "$(jq -r '"INTe \(.sentences[0].start * 48000 | round) SEC1 \(.sentences[-1].end * 48000 | round) AUDe \(.seconds * 48000 | round)"' only.json)"
else
    skip 'playout knows the opening' 'sndfile-info is missing'
fi

# ---- in a slot
seconds=$(jq '.seconds * 0.96 * 1000 | round / 1000' all.json)
ends 0 'in a slot' make_all -f wav,opus -o slot --duration "$seconds"
is 'its length' "$(jq .seconds slot.json)" "$seconds"
for suffix in wav opus; do
    is "$suffix: to the sample" \
        "$(ffmpeg -v error -i slot.$suffix -f s16le -ac 1 -ar 48000 - | wc -c)" \
        "$(jq '.seconds * 96000 | round' slot.json)"
done
measured_by ffmpeg 'as loud' loudness slot -23 -1

# ---- what is no sound
ends 3 'a sound that is not there' "$BAONOI" own.txt --bed none.wav
holds 'it is named' "$(cat err)" 'none.wav: not read: '
ends 3 'a text for a sound' "$BAONOI" own.txt --intro own.txt
holds 'it is named' "$(cat err)" 'own.txt: not read: '
ffmpeg -v error -y -f lavfi -i sine=440:d=6 whole.flac
head -c $(($(stat -c %s whole.flac) / 2)) whole.flac > half.flac
ends 3 'a sound that was cut off' "$BAONOI" own.txt --outro half.flac
holds 'it is told' "$(cat err)" 'half.flac: broken off, '
head -c $(($(stat -c %s intro.wav) / 2)) intro.wav > half.wav
ends 3 'a WAV that was cut off' "$BAONOI" own.txt --intro half.wav
holds 'it is told' "$(cat err)" 'half.wav: broken off, '
ffmpeg -v error -i intro.wav -f wav - 2> err | cat > piped.wav
ends 0 'a WAV whose header tells no length' "$BAONOI" -q own.txt -f wav -o opened \
    --intro piped.wav
espeak-ng -v vi --stdout 'xin chào bà con' > piped.wav
ends 0 'a WAV whose header tells a length of its own kind' "$BAONOI" -q own.txt \
    -f wav -o opened --intro piped.wav
for kind in 'aiff' 'wav -rf64 always'; do
    # shellcheck disable=SC2086 # a list of options
    ffmpeg -v error -y -i intro.wav -f $kind whole.snd
    ends 0 "$kind, whole" "$BAONOI" -q own.txt -f wav -o opened --intro whole.snd
    head -c 100000 whole.snd > half.snd
    ends 3 "$kind, cut off" "$BAONOI" -q own.txt -f wav -o bad --intro half.snd
done
rm -f piped.* opened.*
is 'nothing was written' "$(ls own.*)" own.txt
finish
