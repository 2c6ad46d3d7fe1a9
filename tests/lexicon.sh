#!/usr/bin/env bash
# Lists of words that people keep: what is wrong in them, PLS, phonemes.
# shellcheck source=tests/tap.sh
. "$(dirname "$0")/tap.sh"

check() { "$BAONOI" lexicon check "$@" > out 2> err; }
read_line() { printf '%s\n' "$1" | "$BAONOI" text --lines "${@:2}"; }

printf '%s\n' '# mine' $'XYZ\tdự án mới' '' $'ABC\thội [[S\x27a:1]]' > good.tsv
check good.tsv
is 'a good list: status' $? 0
is 'a good list: what is said' "$(cat out)" 'good.tsv: 2 entries, 0 bad, 0 warnings'

cat > bad.tsv << 'END'
XYZ = dự án
XYA	Dự án
XYB	tóan học
XYC	fan
XYD
XYE	một	ba
XYF	ba	hai	x
XYG	[[ban ba]]
END
check bad.tsv
is 'bad lines: status' $? 3
is 'bad lines: each is told' "$(grep -c '^bad.tsv:[1-8]: ' out)" 8
is 'bad lines: what was meant' "$(grep -c 'perhaps: ' out)" 5
holds 'bad lines: a missing tab' "$(cat out)" $'perhaps: XYZ\tdự án'
holds 'bad lines: a misplaced tone' "$(cat out)" $'perhaps: XYB\ttoán học'
holds 'bad lines: joined phonemes' "$(cat out)" $'perhaps: XYG\t[[ban]] [[ba]]'
sed -n 's/^    perhaps: //p' out > mended.tsv
check mended.tsv
is 'what is proposed is right' $? 0
"$BAONOI" text --lexicon bad.tsv "$root/tests/examples/article.txt" > out 2> err
is 'a bad list is not used: status' $? 3
is 'a bad list is not used: the first line is told' "$(cat err)" \
    'baonoi: bad.tsv:1: "XYZ = dự án" has no tab and spoken form; baonoi lexicon check lists 7 more'

printf '%s\n' $'hà\tnhà' $'XYZ\tmột' $'XYZ\thai' $'Tie\314\202\314\201n\tba' > odd.tsv
check odd.tsv
is 'warnings: status' $? 0
is 'warnings: all' "$(grep -c warning: out)" 3
holds 'warnings: a rule comes first' "$(cat out)" \
    'odd.tsv:1: warning: "hà" is never read by this entry: it is "hà", by the rule of "plain"'
holds 'warnings: twice' "$(cat out)" '"XYZ" stands again in line 3, which counts'
holds 'warnings: not NFC' "$(cat out)" 'odd.tsv:4: warning: is not in Unicode'
check --json odd.tsv bad.tsv
is 'JSON: status' $? 3
is 'JSON: an object a list' "$(jq -c '[.file, .entries, .bad, .warnings]' out)" \
    $'["odd.tsv",4,0,3]\n["bad.tsv",0,8,0]'
is 'JSON: what was meant' "$(jq -r '.notes[] | select(.line == 3 and .kind == "bad").meant' out)" \
    $'XYB\ttoán học'
head -c 20000 /dev/urandom > noise.tsv
check noise.tsv
is 'noise: status' $? 3
"$BAONOI" lexicon check no.tsv 2> err
is 'no file: status' $? 3
"$BAONOI" lexicon mend good.tsv 2> err
is 'no such action: status' $? 2
"$BAONOI" lexicon import good.tsv odd.tsv 2> err
is 'import takes one file: status' $? 2

# ---- phonemes ----------------------------------------------------------------

printf '%s\n' $'Xanadu\t[[S\x27a:1]] na [[d\x27u6]]' > phonemes.tsv
is 'phonemes: the eye sees what is written' \
    "$(read_line 'Hãng Xanadu có 5 xe.' --lexicon phonemes.tsv)" 'Hãng Xanadu có năm xe.'
sed 's/$/ Hãng Xanadu cho biết./' "$root/tests/examples/article.txt" > article.txt
"$BAONOI" -q article.txt --lexicon phonemes.tsv -f wav --no-cache -o spoken
is 'phonemes: made' $? 0
is 'phonemes: in the manifest' \
    "$(jq -r '[.sentences[].words[] | select(.written == "Xanadu")][0].spoken' spoken.json)" \
    "[[S'a:1]] na [[d'u6]]"
is 'phonemes: heard as long as its syllables' \
    "$(jq '[.sentences[].words[] | select(.written == "Xanadu")][0] | .end - .start > 0.3 and .end - .start < 1.2' spoken.json)" true
printf '%s\n' $'Xanadu\t[[_n\x27a:1]] na [[b\x27a:1|]]' > pause.tsv
check pause.tsv
is 'phonemes: no pause, nor any other command' $? 3
# What espeak-ng says of a syllable is the syllable.
spell() { espeak-ng -v vi -q -x "hãng $1 cho biết" | tr -d '|' | awk '{print $2}' | sed 's/_$//'; }
if command -v espeak-ng > /dev/null; then
    printf '%s\n' $'Xanadu\tbuồn na toán' > syllables.tsv
    printf 'Xanadu\t[[%s]] [[%s]] [[%s]]\n' "$(spell buồn)" "$(spell na)" \
        "$(spell toán)" > same.tsv
    for list in syllables same; do
        "$BAONOI" -q article.txt --lexicon $list.tsv -f wav --no-cache -o $list
    done
    cmp -s syllables.wav same.wav
    ok $? 'phonemes: the same bytes as their syllables' || note "$(cat same.tsv)"
else
    skip 'phonemes: the same bytes as their syllables' 'espeak-ng is missing'
fi

# ---- PLS ---------------------------------------------------------------------

cat > words.pls << 'END'
<?xml version="1.0" encoding="UTF-8"?>
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon"
    alphabet="ipa" xml:lang="vi">
  <lexeme><grapheme>XYZ</grapheme><grapheme>X.Y.Z</grapheme>
    <alias>Dự án  mới</alias></lexeme>
  <lexeme><grapheme>Xanadu</grapheme><phoneme>ˈzænədu</phoneme></lexeme>
  <lexeme><grapheme>Xona</grapheme><phoneme>ˈzona</phoneme><alias>giô na</alias></lexeme>
  <lexeme><grapheme>Xuna</grapheme>
    <phoneme alphabet="x-espeak-ng">S'u1 n'a:1</phoneme>
    <phoneme alphabet="x-espeak-ng" prefer="true">z'u1 n'a:1</phoneme></lexeme>
  <lexeme><grapheme>fans</grapheme><alias>fans</alias></lexeme>
  <lexeme><alias>không tên</alias></lexeme>
  <lexeme><grapheme>A &amp; B</grapheme><alias>a và bê</alias></lexeme>
</lexicon>
END
"$BAONOI" lexicon import words.pls > out 2> err
is 'PLS: status' $? 0
is 'PLS: the entries' "$(cat out)" $'XYZ\tdự án mới
X.Y.Z\tdự án mới
Xona\tgiô na
Xuna\t[[z\x27u1]] [[n\x27a:1]]
A & B\ta và bê'
is 'PLS: what is skipped' "$(sed 's/" .*/"/' err)" $'words.pls:6: "ˈzænədu"
words.pls:11: "fans"
words.pls:12: "<lexeme>"'
cp out imported.tsv
check imported.tsv
is 'PLS: what is imported is a list' $? 0
check words.pls
is 'PLS: checked, with what is skipped' $? 3
is 'PLS: used as it is' "$(read_line 'Dự XYZ.' --lexicon words.pls 2> err)" 'Dự dự án mới.'
holds 'PLS: what is not used is told' "$(cat err)" \
    "words.pls: 3 of its words can't be said"

cat > bomb.pls << 'END'
<?xml version="1.0"?>
<!DOCTYPE lexicon [<!ENTITY a "ba ba ba ba"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<lexicon version="1.0"><lexeme><grapheme>X</grapheme><alias>&b;</alias></lexeme></lexicon>
END
"$BAONOI" lexicon import bomb.pls > out 2> err
is 'PLS: entities are refused' $? 3
is 'PLS: nothing of them comes out' "$(cat out)" ''
sed '/<\/lexicon>/d' words.pls > cut.pls
check cut.pls
is 'PLS: cut off: status' $? 3
holds 'PLS: cut off: where' "$(cat out)" 'cut.pls:14: "cut.pls" is no well-formed XML from here on'
"$BAONOI" text --lexicon cut.pls article.txt > out 2> err
is 'PLS: cut off, it is not used' $? 3
# What an article explains holds to its end, but for the user's own words.
printf '%s\n\n%s\n\n%s\n' 'Chợ xã có ban mới' \
    'Ban Quản lý chợ (BQLC) họp sáng nay, bà con đến dự rất đông.' \
    'Trưởng BQLC nói chợ sẽ mở từ năm giờ sáng.' > one.txt
printf '%s\n\n%s\n' 'Tin khác của xã' 'Trưởng BQLC không có ở đây.' > two.txt
"$BAONOI" text one.txt > out
holds 'what was explained is known' "$(cat out)" 'Trưởng ban quản lý chợ nói'
is 'and is no guess' "$("$BAONOI" text --report one.txt | grep -c unsure)" 0
"$BAONOI" text --edition --title 'Hai tin' one.txt two.txt > out
holds 'to another article it means nothing' "$(cat out)" \
    'Trưởng bê quy lờ xê không'
printf '%s\n' 'Tỉnh Nam Định (NĐ) họp sáng nay, dân đến dự rất đông ở nhà văn hóa xã, theo tin của đài.' > other.txt
is 'what a list knows otherwise is a guess' \
    "$("$BAONOI" text --report other.txt | grep -c 'nam định .*unsure')" 1
printf 'BQLC\tban quản lý\n' > own.tsv
"$BAONOI" text --lexicon own.tsv one.txt > out
holds 'a word of your own comes first' "$(cat out)" 'Trưởng ban quản lý nói'

finish
