#!/usr/bin/env bash
# Several articles, and feeds, as one edition.
# shellcheck source=tests/tap.sh
. "$(dirname "$0")/tap.sh"
examples=$root/tests/examples/article

cat > bridge.txt << 'TEXT'
Cầu tre xóm Đông
Sáng 2/3, xóm Đông bắc xong cây cầu tre dài hai mươi mét qua con lạch, để lũ trẻ khỏi phải đi vòng khi nước lên.
Cả xóm góp tre, mỗi nhà một ngày công, làm trong đúng một tuần thì xong, không tốn đồng nào của xã.
Ghép nhịp cầu thế nào
Ông Tư Lành, người chỉ cách ghép nhịp, nói cầu đi được chừng năm năm rồi phải thay tre.
Lê Thị Hà
TEXT
cat > feed.xml << 'XML'
<rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Bản tin xóm</title>
<item><title>Giếng mới ở đầu làng</title><link>https://xom.example/gieng</link>
<dc:creator>Trần Văn Lạch</dc:creator><pubDate>Tue, 03 Mar 2026 10:05:00 +0700</pubDate>
<description>Giếng sâu mười hai mét, nước trong, bà con đầu làng thay nhau gánh về từ sáng sớm.</description></item>
<item><title>Chợ phiên đổi ngày</title><description><![CDATA[
<p>Từ tháng tới, chợ phiên họp vào thứ bảy, để người đi làm xa về còn kịp buổi chợ.</p>
<h2>Chỗ để xe</h2><p>Xe để ở sân kho, hợp tác xã trông không lấy tiền.</p>]]></description></item>
</channel></rss>
XML

# titles FILE: the chapters of a manifest, an edge for each level
titles() {
    jq -r '.chapters[] | (["", "", "  "][.level]) + .title' "$1"
}

ends 0 'articles of three kinds' "$BAONOI" -q --no-cache --edition \
    bridge.txt feed.xml "$examples/magazine.html" -o bulletin -f opus
is 'a chapter for each article, its headings below' "$(titles bulletin.json)" \
'Cầu tre xóm Đông
  Ghép nhịp cầu thế nào
Giếng mới ở đầu làng
Chợ phiên đổi ngày
  Chỗ để xe
Làng chài Vĩnh Lạc dựng lại chợ cá sau bão
  Mái cao hơn, nền cũng cao hơn
  Kho lạnh dùng chung'
is 'it is named after them' "$(jq -r .title bulletin.json)" \
    'Cầu tre xóm Đông và 3 bài khác'
is 'who wrote each, and when' \
    "$(jq -r '.articles[] | [.title, .author, .date, .address] | join("|")' bulletin.json)" \
'Cầu tre xóm Đông|Lê Thị Hà||
Giếng mới ở đầu làng|Trần Văn Lạch|2026-03-03T10:05|https://xom.example/gieng
Chợ phiên đổi ngày|||
Làng chài Vĩnh Lạc dựng lại chợ cá sau bão|Hoàng Minh Thu||'
is 'each begins where its title is heard' \
    "$(jq -r '.sentences as $s | .articles[] | select(.start != $s[.sentence].start or .title != $s[.sentence].written)' bulletin.json)" ''
is 'a byline ends its own article' \
    "$(jq -r '.sentences[] | select(.role == "byline" or .role == "title") | .written' bulletin.json)" \
'Cầu tre xóm Đông
Lê Thị Hà
Giếng mới ở đầu làng
Chợ phiên đổi ngày
Làng chài Vĩnh Lạc dựng lại chợ cá sau bão
Bài, ảnh: Hoàng Minh Thu'
measured_by ffprobe 'chapters as ffprobe sees them' chapters bulletin
ends 0 'it is what its manifest says' "$BAONOI" check bulletin.json

ends 0 'a title of its own' "$BAONOI" -q --no-cache --edition --title 'Bản tin sáng 2/3' \
    --chapters article bridge.txt feed.xml -f opus
is 'it names the file, is read first, and headings are no chapters' \
    "$(titles ban-tin-sang-2-3.json)" \
'Bản tin sáng 2/3
Cầu tre xóm Đông
Giếng mới ở đầu làng
Chợ phiên đổi ngày'

"$BAONOI" text feed.xml > alone
"$BAONOI" text --edition feed.xml > edition
is 'a feed alone keeps its title' "$(head -n 1 alone)" 'Bản tin xóm.'
ok "$(cmp -s alone edition; echo $?)" 'a feed alone is an edition'

{
    echo '<rss><channel><title>Bản tin dài của cả xóm</title>'
    for i in {1..101}; do
        echo "<item><title>Tin số $i của xóm Đông</title><description>Bà con xóm Đông họp bàn việc số $i trong sáng nay ở nhà văn hóa.</description></item>"
    done
    echo '</channel></rss>'
} > long.xml
ends 0 'a feed with too many items' "$BAONOI" --edition long.xml -f notes --json
holds 'what was left out is told' "$(cat err)" '2 items left out at the end'
is 'and in the result' "$(jq -c '[.left_out[] | [.kind, .count]]' out)" '[["item",2]]'

is 'and in the manifest' "$(jq -c '[.left_out[] | [.kind, .count]]' ban-tin.json)" '[["item",2]]'
holds 'and by text' "$("$BAONOI" text --report --edition long.xml)" $'count  element without text\n   2  <item>'

"$BAONOI" -q --no-cache --edition bridge.txt feed.xml -o told -f notes
is 'an edition has a revision' "$(jq .revision told.json)" 1
sed -i 's|xom.example/gieng|xom.example/gieng-moi|' feed.xml
"$BAONOI" -q --no-cache --edition bridge.txt feed.xml -o told -f notes
is 'another address of one of its articles is another' "$(jq .revision told.json)" 2
sed -i 's|xom.example/gieng-moi|xom.example/gieng|' feed.xml

# ---- what is wrong
ends 3 'one that is no article' "$BAONOI" --edition bridge.txt "$examples/refused_home.html" -o bad
holds 'it is named' "$(cat err)" 'refused_home.html: no article found'
ends 3 'one that is not there' "$BAONOI" --edition bridge.txt none.txt -o bad
holds 'it is named' "$(cat err)" 'none.txt: '
is 'nothing is left of it' "$(ls bad* 2> /dev/null)" ''
ends 2 '--title without --edition' "$BAONOI" --title x bridge.txt
ends 2 'several articles, one name' "$BAONOI" bridge.txt feed.xml -o bad
holds 'how it is meant' "$(cat err)" '--edition'
finish
