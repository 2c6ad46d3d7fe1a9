#!/usr/bin/env bash
# An edition, measured by programs that are not ours: ffmpeg, opusinfo, mpv,
# mediainfo, sndfile-info.
. "$(dirname "$0")/tap.sh"
article=$root/tests/examples/article.txt
shared=$root/../shared/data

# well_made NAME BASE: all that is true of every edition.
well_made() {
    measured_by opusinfo "$1: opusinfo is content" opusinfo "$2"
    measured_by ffprobe "$1: chapters as ffprobe sees them" chapters "$2"
    measured_by mpv "$1: length and chapters as mpv sees them" mpv "$2"
    measured_by mediainfo "$1: as mediainfo sees it" mediainfo "$2"
    measured_by sndfile-info "$1: as sndfile-info sees it" sndfile "$2"
    measured_by python3 "$1: marks in order" marks "$2"
    measured_by ffmpeg "$1: words sound, pauses are silent" sound "$2"
    measured_by ffmpeg "$1: Opus and WAV are one" aligned "$2"
}

# loud LUFS BASE NAME
loud() {
    measured_by ffmpeg "$3: $1 LUFS by ffmpeg" loudness "$2" "$1"
}

# ---- the project's own article
ends 0 'an edition' "$BAONOI" -q "$article" -o own
well_made own own
ends 0 'baonoi check' "$BAONOI" check own.json

for lufs in -16 -19 -23; do
    for voice in nam-bac nu-bac; do
        ends 0 "$voice at $lufs LUFS" "$BAONOI" -q --voice "$voice" \
            --loudness "$lufs" "$article" -o level
        loud "$lufs" level "$voice"
    done
done
measured_by ffmpeg 'a female voice: words sound, pauses are silent' sound level

for how in none paragraph; do
    ends 0 "--chapters $how" "$BAONOI" -q --chapters "$how" "$article" -o how
    measured_by ffprobe "--chapters $how: as ffprobe sees them" chapters how
done

# ---- one that is as short as can be
printf '%s\n\n%s %s\n' 'Bản nhỏ có điện lưới' \
    'Hôm qua, bản nhỏ đã có điện lưới, bà con rất vui mừng và phấn khởi.' \
    'Từ nay, trẻ em có đèn để học bài.' > short.txt
ends 0 'a short one' "$BAONOI" -q short.txt -o short
well_made 'a short one' short

# ---- the article that the project was made from
if [ -r "$shared/seed_article.txt" ]; then
    ends 0 'the seed' "$BAONOI" -q "$shared/seed_article.txt" -o seed
    well_made seed seed
    loud -19 seed seed
    # its sentences by hand, each with its kind: title, body, byline are read
    cut -f 4,6 "$shared/reading/seed_gold.tsv" |
        sed -n 's/\t\(title\|body\|byline\)$//p' > sentences
    mapfile -t sentences < sentences
    measured_by python3 'seed: all its sentences, none of the page around it' \
        spoken seed "${sentences[@]}"
else
    skip 'the seed' '../shared is missing'
fi
finish
