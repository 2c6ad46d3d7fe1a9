// BOOK MANIFEST [word]: the overlays of an EPUB or a DAISY book, as the parser
// of the reader Thorium reads them, against the times of the manifest. Says what
// is wrong, and ends with status 1 then.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(`${process.cwd()}/package.json`);
const shared = 'r2-shared-js/dist/es8-es2017/src';
const { getAllMediaOverlays } = require(`${shared}/parser/epub.js`);
const { PublicationParsePromise } =
  require(`${shared}/parser/publication-parser.js`);
const globals = require(`${shared}/init-globals.js`);
const [book, path, unit] = process.argv.slice(2);
const manifest = JSON.parse(readFileSync(path, 'utf8'));
const tolerance = 0.0011;

globals.initGlobalConverters_SHARED();
globals.initGlobalConverters_GENERIC();

function fault(text) {
  console.log(text);
  process.exitCode = 1;
}

function clipsIn(node) {
  const own = node.Audio ? [node] : [];
  return own.concat(...(node.Children || []).map(clipsIn));
}

const publication = await PublicationParsePromise(book);
const overlays = await getAllMediaOverlays(publication);
const clips = overlays.flatMap(clipsIn);
const want = unit === 'word'
  ? manifest.sentences.flatMap((s) => s.words.map((w) => w.start))
  : manifest.sentences.map((s) => s.start);

if (publication.Metadata.Title !== manifest.title)
  fault(`title: ${publication.Metadata.Title}`);
if (clips.length !== want.length)
  fault(`${clips.length} clips, not ${want.length}`);

// In the edition a file starts where the files before it end.
let file = '', offset = 0, end = 0;
clips.forEach((clip, i) => {
  const name = clip.Audio.split('#')[0];
  if (name !== file) {
    offset = file ? offset + end : 0;
    end = clip.AudioClipBegin;
    file = name;
  }
  if (Math.abs(offset + clip.AudioClipBegin - want[i]) > tolerance)
    fault(`${clip.Text}: ${offset + clip.AudioClipBegin}, not ${want[i]}`);
  if (clip.AudioClipBegin !== end)
    fault(`${clip.Text}: begins at ${clip.AudioClipBegin}, not ${end}`);
  end = clip.AudioClipEnd;
});
if (Math.abs(offset + end - manifest.seconds) > tolerance)
  fault(`the end is ${offset + end}, not ${manifest.seconds}`);
