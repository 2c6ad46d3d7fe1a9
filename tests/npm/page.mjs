// A page in a real browser, with what a listener does to it: PAGE MANIFEST.
// Prints "ok" or "not ok" for each thing.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const axePath = createRequire(`${process.cwd()}/package.json`)
  .resolve('axe-core/axe.min.js');
const [page, manifestPath] = process.argv.slice(2);
const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
const url = pathToFileURL(page).href;

function ok(passed, name, detail) {
  console.log(`${passed ? 'ok' : 'not ok'} ${name}`);
  if (!passed && detail !== undefined)
    console.log('# ' + JSON.stringify(detail));
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--autoplay-policy=no-user-gesture-required', '--mute-audio',
    '--no-sandbox', '--disable-gpu'],
});

async function open(options = {}) {
  const context = await browser.newContext(options);
  const tab = await context.newPage();
  const requests = [];
  const errors = [];
  tab.on('request', (r) => {
    if (!r.url().startsWith('data:')) requests.push(r.url());
  });
  tab.on('pageerror', (e) => errors.push(String(e)));
  tab.on('console', (m) => {
    if (m.type() === 'error') errors.push(m.text());
  });
  await tab.goto(url);
  return { context, tab, requests, errors };
}

const time = (tab) => tab.evaluate(() =>
  document.querySelector('audio:not([hidden])').currentTime);

const playing = (tab) => tab.evaluate(() =>
  !document.querySelector('audio:not([hidden])').paused);

async function seek(tab, seconds) {
  await tab.evaluate((s) => new Promise((done) => {
    const audio = document.querySelector('audio:not([hidden])');
    audio.addEventListener('seeked', () => setTimeout(done, 0), { once: true });
    audio.currentTime = s;
  }), seconds);
}

async function until(tab, check, wait = 5000) {
  return tab.waitForFunction(check, null, { timeout: wait })
    .then(() => true, () => false);
}

// ---- playing ---------------------------------------------------------------

const main = await open();
const { tab } = main;
await until(tab, () => document.querySelector('audio').readyState >= 1);
const length = await tab.evaluate(() => document.querySelector('audio').duration);
ok(Math.abs(length - manifest.seconds) < 0.1, 'the sound has the length of the edition',
  { length, seconds: manifest.seconds });

const article = await tab.evaluate(() => {
  const text = document.querySelector('.bn-text');
  const audio = document.querySelector('audio');
  return Boolean(text.compareDocumentPosition(audio) &
    Node.DOCUMENT_POSITION_FOLLOWING);
});
ok(article, 'the text comes before the player');

await tab.click('[data-do="play"]');
await until(tab, () => document.querySelector('audio').currentTime > 0.2);
ok(await playing(tab), 'it plays');
ok(await until(tab, () => document.querySelector('.bn-now')),
  'the sentence that is read is marked');
await tab.click('[data-do="play"]');
ok(!await playing(tab), 'it pauses');

await seek(tab, 20);
await tab.click('[data-do="ahead"]');
ok(Math.abs(await time(tab) - 50) < 0.01, '30 seconds ahead', await time(tab));
await tab.click('[data-do="back"]');
ok(Math.abs(await time(tab) - 40) < 0.01, '10 seconds back', await time(tab));

const third = manifest.sentences[3];
await seek(tab, third.start + 0.3);
await tab.click('[data-do="sentence-ahead"]');
ok(Math.abs(await time(tab) - manifest.sentences[4].start) < 0.002,
  'to the next sentence');
await tab.click('[data-do="sentence-back"]');
ok(Math.abs(await time(tab) - third.start) < 0.002, 'to the one before');

await tab.click('.bn-options summary');
await tab.selectOption('.bn-rate', '1.5');
ok(await tab.evaluate(() => document.querySelector('audio').playbackRate) === 1.5,
  'it plays faster');
await tab.selectOption('.bn-rate', '1');

// ---- following -------------------------------------------------------------

// Moments spread over the edition by the golden section, none chosen by hand.
const moments = Array.from({ length: 20 }, (_, i) =>
  ((i * 0.618034) % 1) * (manifest.seconds - 0.5));
const wrong = [];
for (const moment of moments) {
  await seek(tab, moment);
  const shown = await tab.evaluate(() => {
    const word = document.querySelector('.bn-word');
    const sentence = document.querySelector('.bn-now');
    return {
      sentence: sentence ? Number(sentence.dataset.s) : -1,
      word: word ? Array.from(
        word.closest('[data-s]').querySelectorAll('[data-w]')).indexOf(word) : -1,
    };
  });
  const near = (t) => {
    const sentence = manifest.sentences.findLastIndex((s) => s.start <= t);
    const spoken = manifest.sentences[sentence];
    return {
      sentence,
      word: !spoken || t >= spoken.end ? -1
        : spoken.words.findLastIndex((w) => w.start <= t),
    };
  };
  const same = [-0.1, -0.05, 0, 0.05, 0.1].some((off) => {
    const due = near(moment + off);
    return due.sentence === shown.sentence && due.word === shown.word;
  });
  if (!same) wrong.push({ moment, shown, due: near(moment) });
}
ok(wrong.length === 0, 'the word that is heard is marked, at 20 moments', wrong);

const marked = await tab.evaluate(() => {
  const spoken = Array.from(document.querySelectorAll('[data-s]'));
  return spoken.sort((a, b) => a.dataset.s - b.dataset.s).map((s) =>
    Array.from(s.querySelectorAll('[data-w]')).map((w) => w.textContent));
});
const written = manifest.sentences.map((s) => s.words.map((w) => w.written));
ok(JSON.stringify(marked) === JSON.stringify(written),
  'each word of the manifest is in the text as written');

// ---- starting from the text ------------------------------------------------

await tab.evaluate(() => document.querySelector('audio').pause());
const fifth = manifest.sentences[5];
await tab.locator('[data-s="5"] [data-w]').nth(2).click();
ok(Math.abs(await time(tab) - fifth.words[2].start) < 0.5 && await playing(tab),
  'a click on a word starts there', await time(tab));
await tab.evaluate(() => document.querySelector('audio').pause());

const block = await tab.evaluate(() => {
  const buttons = document.querySelectorAll('.bn-from');
  buttons[2].focus();
  return Number(buttons[2].nextElementSibling.querySelector('[data-s]').dataset.s);
});
await tab.keyboard.press('Enter');
const started = await time(tab);
ok(started >= manifest.sentences[block].start - 0.01 &&
   started < manifest.sentences[block].start + 0.5 && await playing(tab),
  'Enter on the button of a paragraph starts it', started);
await tab.evaluate(() => document.querySelector('audio').pause());

const chapters = await tab.locator('.bn-chapters a').count();
ok(chapters === manifest.chapters.length, 'all chapters are listed', chapters);
if (chapters > 1) {
  await tab.click('.bn-chapters summary');
  await tab.locator('.bn-chapters a').nth(1).click();
  const at = await time(tab);
  ok(at >= manifest.chapters[1].start - 0.01 &&
     at < manifest.chapters[1].start + 0.5, 'a chapter starts where it is', at);
  await tab.evaluate(() => document.querySelector('audio').pause());
}

// ---- by keyboard alone -----------------------------------------------------

const reached = new Set();
await tab.evaluate(() => window.scrollTo(0, 0));
await tab.mouse.click(1, 1);
await tab.keyboard.press('Tab');
const skip = await tab.evaluate(() => ({
  class: document.activeElement.className,
  width: document.activeElement.offsetWidth,
}));
await tab.keyboard.press('Enter');
await tab.keyboard.press('Tab');
const behind = await tab.evaluate(() =>
  Boolean(document.activeElement.closest('.bn-player')));
ok(skip.class === 'bn-skip' && skip.width > 20 && behind,
  'the first link is seen when it has the focus, and leads to the player', skip);
await tab.waitForTimeout(500); // until nothing scrolls
await tab.evaluate(() => window.scrollTo(0, 0));
await tab.mouse.click(1, 1);
const controls = await tab.evaluate(() => {
  const all = document.querySelectorAll('button, select, input, summary, a');
  let count = 0;
  all.forEach((element) => {
    const closed = element.closest('details:not([open])');
    if (element.checkVisibility() &&
        (!closed || element.tagName === 'SUMMARY')) {
      element.dataset.order = count;
      count += 1;
    }
  });
  return count;
});
const covered = [];
for (let i = 0; i < controls + 20; i += 1) {
  await tab.keyboard.press('Tab');
  const behind = await tab.evaluate(async () => {
    await new Promise((drawn) => {
      requestAnimationFrame(() => requestAnimationFrame(drawn));
    });
    const focused = document.activeElement;
    const box = focused.getBoundingClientRect();
    const bar = document.querySelector('.bn-player');
    return focused.closest('.baonoi') && !bar.contains(focused) &&
      box.bottom > bar.getBoundingClientRect().top &&
      box.top < bar.getBoundingClientRect().bottom ? focused.outerHTML.slice(0, 200) : '';
  });
  if (behind) covered.push(behind);
  const order = await tab.evaluate(() => {
    const { order: at } = document.activeElement.dataset;
    const outline = getComputedStyle(document.activeElement).outlineStyle;
    return at === undefined ? null : at + (outline === 'none' ? ' unseen' : '');
  });
  if (order !== null) reached.add(order);
}
const radios = await tab.locator('.bn-voice').count();
const due = controls - Math.max(0, radios - 1);
ok(reached.size >= due && ![...reached].some((o) => o.includes('unseen')),
  'Tab reaches every control, and each shows that it has the focus',
  { reached: reached.size, due });

ok(covered.length === 0, 'nothing that has the focus lies behind the player',
  covered);

// ---- two voices ------------------------------------------------------------

if (radios > 1) {
  await seek(tab, manifest.sentences[6].start + 1);
  const before = await tab.evaluate(() =>
    document.querySelector('.bn-now').dataset.s);
  await tab.evaluate(() => {
    document.querySelectorAll('.bn-at').forEach((e) => { e.textContent = ''; });
  });
  await tab.locator('.bn-voice').nth(1).check();
  await tab.waitForTimeout(300);
  ok(await tab.evaluate(() => document.querySelector('.bn-now').dataset.s) === before,
    'another voice goes on in the same sentence');
  const shown = (await tab.locator('.bn-at').allTextContents()).map((t) =>
    t.split(':').reduce((sum, part) => sum * 60 + Number(part), 0));
  const data = await tab.evaluate(() =>
    JSON.parse(document.querySelector('.bn-data').textContent));
  ok(shown.join() === data.voices[1].chapters.map((ms) =>
    Math.floor(ms / 1000)).join(), 'chapters show their times in that voice',
  shown);
  await tab.locator('.bn-voice').nth(0).check();
  await tab.waitForTimeout(300);
  ok(Math.abs(await time(tab) - manifest.sentences[6].start - 1) < 0.1,
    'and back', await time(tab));
}

// ---- the place is kept -----------------------------------------------------

await seek(tab, 33);
await tab.evaluate(() => window.dispatchEvent(new Event('pagehide')));
await tab.reload();
await until(tab, () => document.querySelector('audio').currentTime > 0);
ok(Math.abs(await time(tab) - 33) < 0.1, 'it goes on where it was left',
  await time(tab));
const session = await tab.evaluate(() => navigator.mediaSession.metadata.title);
ok(session === manifest.title, 'the system is told what is heard', session);
ok(main.errors.length === 0, 'no error is told', main.errors);
const own = main.requests.filter((r) => r !== url);
ok(own.length === 0, 'nothing is asked for but the page', own);
await main.context.close();

// ---- without the script ----------------------------------------------------

const plain = await open({ javaScriptEnabled: false });
ok(await plain.tab.locator('audio').first().isVisible() &&
   !await plain.tab.locator('.bn-controls').isVisible() &&
   await plain.tab.locator('h1').isVisible(),
  'without JavaScript there are the text and a native player');
await plain.context.close();

// ---- accessible ------------------------------------------------------------

const looks = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'forced colours': { forcedColors: 'active' },
  'high contrast': { contrast: 'more' },
  '320 px': { viewport: { width: 320, height: 640 } },
  '200 %': { viewport: { width: 640, height: 360 }, deviceScaleFactor: 2 },
  'reduced motion': { reducedMotion: 'reduce' },
  phone: { viewport: { width: 360, height: 640 } },
};
for (const [name, look] of Object.entries(looks)) {
  const { context, tab: seen } = await open({ bypassCSP: true, ...look });
  await until(seen, () => document.querySelector('.bn-ready'));
  await seek(seen, manifest.sentences[2].start + 0.5);
  await seen.evaluate(() => {
    document.querySelectorAll('details').forEach((d) => { d.open = true; });
  });
  if (process.env.SHOTS)
    await seen.screenshot({ path: `${process.env.SHOTS}/${name.replace(/\W/g, '')}.png` });
  await seen.addScriptTag({ path: axePath });
  const { violations } = await seen.evaluate(() => window.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',
      'best-practice'],
  }));
  ok(violations.length === 0, `axe finds nothing: ${name}`,
    violations.map((v) => [v.id, v.nodes.map((n) => n.html.slice(0, 120) + n.failureSummary)]));
  const wide = await seen.evaluate(() =>
    document.documentElement.scrollWidth > window.innerWidth);
  ok(!wide, `nothing runs out at the side: ${name}`);
  const share = await seen.evaluate(() => {
    document.querySelectorAll('details').forEach((d) => { d.open = false; });
    const bar = document.querySelector('.bn-player');
    return getComputedStyle(bar).position === 'sticky'
      ? bar.offsetHeight / window.innerHeight : 0;
  });
  ok(share < 0.35, `the player leaves room for the text: ${name}`, share);
  await context.close();
}
await browser.close();
