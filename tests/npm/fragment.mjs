// Two fragments in a page of somebody else: FRAGMENT FRAGMENT. Says what is
// wrong, and ends with status 1 then.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const axePath = createRequire(`${process.cwd()}/package.json`)
  .resolve('axe-core/axe.min.js');
const fragments = process.argv.slice(2).map((f) => readFileSync(f, 'utf8'));

function fault(...what) {
  console.log(...what);
  process.exitCode = 1;
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--autoplay-policy=no-user-gesture-required', '--mute-audio',
    '--no-sandbox', '--disable-gpu'],
});

async function open(parts) {
  const context = await browser.newContext();
  const tab = await context.newPage();
  tab.on('pageerror', (e) => fault(String(e)));
  await tab.setContent('<!DOCTYPE html><html lang="vi"><title>Báo</title>' +
    '<style>h2 { color: rgb(1, 2, 3) }</style>' +
    `<main><h1>Tên bài</h1><h2 id="own">Của báo</h2>${parts.join('')}</main>`);
  return tab;
}

const look = (tab) => tab.evaluate(() => {
  const style = getComputedStyle(document.getElementById('own'));
  return [style.color, style.fontSize, style.margin, style.fontFamily,
    getComputedStyle(document.body).margin].join();
});

const bare = await open([]);
const tab = await open(fragments);
if (await look(bare) !== await look(tab))
  fault('the page around it looks otherwise');

const twice = await tab.evaluate(() => {
  const ids = Array.from(document.querySelectorAll('[id]'), (e) => e.id);
  return ids.filter((id, i) => ids.indexOf(id) !== i);
});
if (twice.length > 0) fault('ids that stand twice:', twice);

const plays = tab.locator('[data-do="play"]');
for (const i of [0, 1]) {
  await plays.nth(i).click();
  await tab.waitForFunction((n) =>
    document.querySelectorAll('.baonoi')[n].querySelector('audio').currentTime > 0.1,
  i, { timeout: 5000 }).catch(() => fault(`fragment ${i} does not play`));
}
const playing = await tab.evaluate(() =>
  Array.from(document.querySelectorAll('.baonoi'), (root) =>
    !root.querySelector('audio').paused));
if (playing.join() !== 'false,true')
  fault('not one alone plays:', playing);

const languages = await tab.evaluate(() =>
  Array.from(document.querySelectorAll('.baonoi'), (root) =>
    Array.from(root.querySelectorAll('.bn-player, .bn-from'), (e) => e.lang)
      .filter((lang, i, all) => all.indexOf(lang) === i).join()));
if (languages.join(' ') !== 'vi en')
  fault('what speaks for itself is told to be in', languages);

await tab.addScriptTag({ path: axePath });
const { violations } = await tab.evaluate(() => window.axe.run(document, {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',
    'best-practice'],
}));
for (const { id, nodes } of violations)
  fault(id, nodes.map((node) => node.html.slice(0, 160)));
await browser.close();
