#!/usr/bin/env bash
# Words are marked where they are heard, in whatever was made of the sound.
. "$(dirname "$0")/tap.sh"
measure=measure_access.py
for voice in nam-bac nu-bac; do
    ends 0 "$voice" "$BAONOI" -q --voice $voice --edition -f wav,mp3,opus \
        "$root/tests/examples/article.txt" \
        "$root/tests/examples/article/cms_modern.html" -o $voice
    for suffix in .wav .mp3 .opus; do
        measured_by ffmpeg "$voice$suffix: words start with their sound" \
            word_starts $voice $suffix
        cat said
    done
done
finish
