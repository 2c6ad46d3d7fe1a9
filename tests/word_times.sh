#!/usr/bin/env bash
# Words are marked where they are heard, in whatever was made of the sound.
. "$(dirname "$0")/tap.sh"
for voice in nam-bac nu-bac; do
    ends 0 "$voice" "$BAONOI" -q --voice $voice --edition -f wav,mp3,opus \
        "$root/tests/examples/article.txt" \
        "$root/tests/examples/article/cms_modern.html" -o $voice
    for suffix in .wav .mp3 .opus; do
        measure=measure_access.py \
            measured_by ffmpeg "$voice$suffix: words start with their sound" \
            word_starts $voice $suffix
        cat said
    done
done
for rate in 380 400; do
    ends 0 "--rate $rate" "$BAONOI" -q --voice nam-trung --rate $rate -f wav \
        "$root/tests/examples/article.txt" -o fast
    measured_by python3 "--rate $rate: marks in order" marks fast
done
finish
