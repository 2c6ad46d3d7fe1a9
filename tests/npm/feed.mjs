// A podcast feed as feedsmith and podcast-partytime read it, against the
// manifests of its editions: feed.mjs FEED ADDRESS MANIFEST...
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { parseFeed } from "feedsmith";
import { parseFeed as partytime } from "podcast-partytime";

const [path, address, ...manifests] = process.argv.slice(2);
const xml = readFileSync(path, "utf8");
const base = address.replace(/[^/]*$/, "");
const types = {
  mp3: "audio/mpeg",
  opus: "audio/ogg; codecs=opus",
  vtt: "text/vtt",
  srt: "application/x-subrip",
  chapters: "application/json+chapters",
};
let faults = 0;

function same(what, got, want) {
  if (!isDeepStrictEqual(got, want)) {
    console.log(`${what}: ${JSON.stringify(got)}, not ${JSON.stringify(want)}`);
    faults++;
  }
}

function urlOf(edition, file) {
  const more = edition.revision > 1 ? `?revision=${edition.revision}` : "";
  return base + encodeURIComponent(file.name) + more;
}

function sriOf(file) {
  return "sha256-" + Buffer.from(file.sha256, "hex").toString("base64");
}

const smith = parseFeed(xml).feed;
const party = partytime(xml);
const editions = manifests.map((m) => JSON.parse(readFileSync(m, "utf8")));
same("items of feedsmith", smith.items.length, editions.length);
same("items of partytime", party.items.length, editions.length);
same("guid", party.guid, smith.podcast.guid);
same("locked", [party.locked, smith.podcast.locked.value], [true, true]);
same("medium", [party.medium, smith.podcast.medium], ["podcast", "podcast"]);
same("self", smith.atom.links[0].href, address);

for (const edition of editions) {
  const files = Object.fromEntries(edition.files.map((f) => [f.format, f]));
  const item = smith.items.find((i) => i.guid.value === edition.id);
  const other = party.items.find((i) => i.guid === edition.id);
  if (!item || !other) {
    same(edition.title, "not in the feed", edition.id);
    continue;
  }
  same("title", [item.title, other.title], [edition.title, edition.title]);
  const enclosure = {
    url: urlOf(edition, files.mp3),
    length: files.mp3.bytes,
    type: types.mp3,
  };
  same("enclosure", item.enclosures, [enclosure]);
  same("enclosure of partytime", other.enclosure, enclosure);
  same("duration", item.itunes.duration, Math.round(edition.seconds));
  same("duration of partytime", other.duration, Math.round(edition.seconds));
  same("revision", item.podcast.txts, [
    { display: String(edition.revision), purpose: "revision" },
  ]);
  same("transcripts", item.podcast.transcripts,
    ["vtt", "srt"].map((format) => ({
      url: urlOf(edition, files[format]),
      type: types[format],
      language: "vi",
    })));
  same("transcripts of partytime", other.podcastTranscripts.length, 2);
  const chapters = { url: urlOf(edition, files.chapters), type: types.chapters };
  same("chapters", item.podcast.chapters, chapters);
  same("chapters of partytime", other.podcastChapters, chapters);
  const forms = ["mp3", "opus"].map((format) => ({
    type: types[format],
    length: files[format].bytes,
    uri: urlOf(edition, files[format]),
    sum: sriOf(files[format]),
  }));
  same("forms", item.podcast.alternateEnclosures.map((a) => ({
    type: a.type,
    length: a.length,
    uri: a.sources[0].uri,
    sum: a.integrity.value,
  })), forms);
  same("forms of partytime", other.alternativeEnclosures.map((a) => ({
    type: a.type,
    length: a.length,
    uri: a.source[0].uri,
    sum: a.integrity.value,
  })), forms);
  for (const chapter of edition.chapters)
    same(chapter.title, item.description.includes(" " + chapter.title
      .replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")
      .replace(/"/g, "&quot;")), true);
}
process.exit(faults > 0 ? 1 : 0);
