#!/usr/bin/env bash
# Several voices in one edition, and styles of reading.
. "$(dirname "$0")/tap.sh"

cat > article.md <<'END'
# Giữ nước sạch cho bản cao

Xã Nậm Xé vừa khánh thành bể nước cho hơn một trăm hộ dân sau hai năm góp công, góp của.

## Hai năm góp công

Bà Lò Thị Sương, trưởng bản, cho biết: “Trước đây chúng tôi phải gùi nước từ khe suối cách nhà ba cây số.” Nay mỗi nhà đã có một vòi nước riêng.

## Tiếng cười bên bể nước

“Có nước rồi, trẻ con không còn phải nghỉ học để đi lấy nước nữa”, ông Giàng A Páo nói với phóng viên. Mô hình “góp công” được khen.
END
make() { timeout 60 "$BAONOI" -q article.md "$@" 2>> log; }
voices() { jq -r '.sentences[] | (.voice // "-") + " " + .written' "$1.json"; }

make --no-cache -f wav,opus -o cast --cast 'title=nu-bac, quote=nu-nam'
is 'made' $? 0
is 'who reads what' "$(voices cast)" "nu-bac Giữ nước sạch cho bản cao
- Xã Nậm Xé vừa khánh thành bể nước cho hơn một trăm hộ dân sau hai năm góp công, góp của.
- Hai năm góp công
- Bà Lò Thị Sương, trưởng bản, cho biết:
nu-nam “Trước đây chúng tôi phải gùi nước từ khe suối cách nhà ba cây số.”
- Nay mỗi nhà đã có một vòi nước riêng.
- Tiếng cười bên bể nước
nu-nam “Có nước rồi, trẻ con không còn phải nghỉ học để đi lấy nước nữa”,
- ông Giàng A Páo nói với phóng viên.
- Mô hình “góp công” được khen."
is 'chapters start where they did' \
    "$(jq -c '[.chapters[].title]' cast.json)" \
    '["Giữ nước sạch cho bản cao","Hai năm góp công","Tiếng cười bên bể nước"]'
is 'each with its own sentence' \
    "$(jq -r '. as $e | .chapters[].start as $at |
        $e.sentences[] | select(.start == $at) | .written' cast.json)" \
    "$(jq -r '.chapters[].title' cast.json)"
# The pause of the comma, up to the next packet.
is 'the pause before who said it' \
    "$(jq '[.sentences[] | select(.written | test("^(“Có|ông)"))] |
        (.[1].start - .[0].end) as $s | $s >= 0.2 and $s < 0.22' cast.json)" true

make --no-cache -f wav,opus -o again --jobs 1 --cast 'title=nu-bac,quote=nu-nam'
cmp -s cast.opus again.opus && cmp -s cast.wav again.wav
ok $? 'the same bytes over --jobs'
make -f opus -o first --cast 'quote=nu-nam' && make -f opus -o kept --cast 'quote=nu-nam'
cmp -s first.opus kept.opus
ok $? 'the same bytes from the cache'

# A voice sounds the same whether it reads all or a part.
make --no-cache -f wav -o all --voice nu-trung
make --no-cache -f wav -o parts \
    --cast title=nu-trung,lead=nu-trung,heading=nu-trung,body=nu-trung
cmp -s all.wav parts.wav
ok $? 'a voice sounds the same in a cast'

if command -v ffmpeg > /dev/null; then
    part() { # WRITTEN: LUFS of that sentence
        jq -r --arg w "$1" '.sentences[] | select(.written | startswith($w)) |
            "\(.start) \(.end)"' cast.json | {
            read -r start end
            ffmpeg -nostdin -hide_banner -ss "$start" -to "$end" -i cast.wav \
                -af ebur128 -f null - 2>&1 |
                sed -n 's/^ *I: *\(-[0-9.]*\) LUFS/\1/p' | tail -1
        }
    }
    one=$(part '“Trước') two=$(part 'Xã')
    is "both voices are as loud ($one and $two LUFS)" \
        "$(jq -n --argjson a "$one" --argjson b "$two" '($a - $b) | fabs < 2')" true
else
    skip 'both voices are as loud' 'no ffmpeg'
fi

ends 2 'no such part' "$BAONOI" article.md -o x --cast caption=nu-bac,photo=nu-bac
is 'and which there are' "$(cat err)" "baonoi: --cast photo: no such part; \
there are title, lead, heading, body, caption, byline and quote"
# ---- styles
echo 'rate = 90' > own.style
make --no-cache -f wav -o calm --style calm
make --no-cache -f wav -o own --style ./own.style
make --no-cache -f wav -o plain
is 'a style is told' "$(jq -r '.settings | endswith(", style calm")' calm.json)" true
is 'calm takes longer' "$(jq -n --slurpfile a calm.json --slurpfile b plain.json \
    '$a[0].seconds > $b[0].seconds * 1.05')" true
is 'so does one of my own' "$(jq -n --slurpfile a own.json --slurpfile b plain.json \
    '$a[0].seconds > $b[0].seconds * 1.03')" true
ends 2 'no such style' "$BAONOI" article.md -o x --style loud
echo 'speed = 90' > own.style
ends 3 'no such key' "$BAONOI" article.md -o x --style ./own.style
is 'its line' "$(cat err)" 'baonoi: ./own.style:1: speed: no such key'
echo 'rate = fast' > own.style
ends 3 'no number' "$BAONOI" article.md -o x --style ./own.style

ends 2 'no such voice' "$BAONOI" article.md -o x --cast title=nobody
finish
