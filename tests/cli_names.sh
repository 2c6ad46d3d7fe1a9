#!/bin/bash
# Which files are written, and what is refused.
# shellcheck source=tests/tap.sh
. "$(dirname "$0")/tap.sh"
cat > tin.txt << 'TEXT'
Chợ Đầu Mối mở cửa từ sáng sớm

Sáng nay, chợ mở cửa từ rất sớm, người dân đến mua rau, cá và hoa quả, nhiều quầy hàng bán hết trước giờ trưa.
TEXT

# makes NAME FILES ARGUMENTS...: exactly these files come.
makes() {
    name=$1 want=$2
    shift 2
    rm -rf made && mkdir made
    (cd made && "$BAONOI" -q "$@" > ../out 2> ../err < ../tin.txt)
    status=$?
    is "$name" "$status $(cd made && find . -type f | sort | tr '\n' ' ')" "0 $want"
}
makes 'by its own name, here' './tin.json ./tin.opus ./tin.wav ' ../tin.txt
makes 'a base name' './a.b.json ./a.b.opus ./a.b.wav ' ../tin.txt -o a.b
makes 'a suffix is a format' './a.json ./a.wav ' ../tin.txt -o a.wav
makes 'a suffix among the formats' './a.json ./a.opus ./a.wav ' ../tin.txt -o a.opus -f wav,opus
makes 'a format twice is one' './tin.json ./tin.wav ' ../tin.txt -f wav,wav
makes 'a new folder' './d/e/tin.json ./d/e/tin.wav ' ../tin.txt -o d/e/ -f wav
makes 'a folder that is there' './tin.json ./tin.wav ' ../tin.txt -o . -f wav
makes 'standard input by its title' './cho-dau-moi-mo-cua-tu-sang-som.json ./cho-dau-moi-mo-cua-tu-sang-som.opus ' - -f opus
makes 'standard input into a folder' './d/cho-dau-moi-mo-cua-tu-sang-som.json ./d/cho-dau-moi-mo-cua-tu-sang-som.opus ' - -f opus -o d/
makes 'standard input by the name given' './x.json ./x.opus ' - -o x.opus
cp tin.txt hai.txt
makes 'two articles' './d/hai.json ./d/hai.opus ./d/tin.json ./d/tin.opus ' ../tin.txt ../hai.txt -f opus -o d/
makes 'standard output' '' ../tin.txt -o -
is 'one format' "$(head -c 4 out)" OggS

# ---- refused, with status 2
mkdir -p x y
cp tin.txt x/ && cp tin.txt y/ && cp tin.txt z.wav && ln tin.txt tin.json
while IFS='|' read -r arguments message; do
    # shellcheck disable=SC2086 # the arguments are words
    "$BAONOI" $arguments > out 2> err < /dev/null
    is "baonoi $arguments" "$? $(cat err)" "2 baonoi: $message"
done << 'TABLE'
x/tin.txt y/tin.txt -o d/|y/tin.txt: its edition would have the name of that of x/tin.txt
x/tin.txt y/tin.txt -o d|d: not a folder, and there are several articles; d/ makes one, and --edition one edition of all
z.wav|z.wav: the edition would overwrite it
tin.txt|tin.txt: the edition would overwrite it
tin.txt -o a.wav -f opus|a.wav: its suffix is that of wav, which --format does not name
x/tin.txt -o - -f opus,wav|-o -: standard output takes one format
x/tin.txt x/hai.txt -o -|-o -: standard output takes one article
x/tin.txt -o - --json|-o -: standard output can't hold --json as well
TABLE
if command -v script > /dev/null; then
    holds 'standard output is a terminal' \
        "$(script -qec "$BAONOI x/tin.txt -o -" /dev/null)" 'standard output is a terminal'
else
    skip 'standard output is a terminal' 'no script(1)'
fi
is 'nothing came of it' "$(ls -d d a.* 2> /dev/null)" ''
finish
