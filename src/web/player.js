// The player of one edition: follows the sound through the text, starts it from
// any sentence, keeps the place. Without it the page is text and native audio.
(function (root) {
  'use strict';

  const data = JSON.parse(root.querySelector('.bn-data').textContent);
  const words = data.words;
  const find = (selector) => root.querySelector(selector);
  const all = (selector) => Array.from(root.querySelectorAll(selector));

  // One for each voice: its sound, and for each sentence [start, end, the start
  // of every word] in milliseconds.
  const tracks = all('audio').map((audio, i) => ({ audio, ...data.voices[i] }));
  const sentences = [];
  const bar = find('.bn-player');
  const status = find('.bn-status');
  const follow = find('.bn-follow');
  const rate = find('.bn-rate');
  const playButton = find('[data-do="play"]');
  const still = window.matchMedia('(prefers-reduced-motion: reduce)');
  const store = 'baonoi:' + data.id;

  let track = tracks[0];
  let shownSentence = -1;
  let shownWord = null;
  let savedAt = 0;

  all('[data-s]').forEach((element) => {
    sentences[Number(element.dataset.s)] = element;
  });

  // ---- times ---------------------------------------------------------------

  // The last place of the list that is not behind this time; -1 before all.
  function lastBefore(list, from, time, startOf) {
    let low = from;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (startOf(list[middle]) <= time) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  const sentenceAt = (ms) =>
    lastBefore(track.sentences, 0, ms, (sentence) => sentence[0]);

  const chapterAt = (ms) =>
    lastBefore(track.chapters, 0, ms, (chapter) => chapter);

  const now = () => track.audio.currentTime * 1000;

  function clock(seconds) {
    const whole = Math.floor(seconds);
    const rest = String(whole % 60).padStart(2, '0');
    const minutes = Math.floor(whole / 60);
    if (minutes < 60) return minutes + ':' + rest;
    return Math.floor(minutes / 60) + ':' +
      String(minutes % 60).padStart(2, '0') + ':' + rest;
  }

  // The same place in another voice: as far into the same sentence.
  function carry(ms, from, to) {
    const i = lastBefore(from.sentences, 0, ms, (sentence) => sentence[0]);
    if (i < 0) return 0;
    const [start, end] = from.sentences[i];
    const [start2, end2] = to.sentences[i];
    const part = end > start ? Math.min(1, (ms - start) / (end - start)) : 0;
    return start2 + part * (end2 - start2);
  }

  // ---- showing where it is -------------------------------------------------

  function showSentence(i) {
    if (i === shownSentence) return;
    if (sentences[shownSentence])
      sentences[shownSentence].classList.remove('bn-now');
    shownSentence = i;
    const element = sentences[i];
    if (!element) return;
    element.classList.add('bn-now');
    if (!follow.checked || track.audio.paused) return;
    const box = element.getBoundingClientRect();
    const room = window.innerHeight - bar.offsetHeight;
    if (box.top < 0 || box.bottom > room)
      element.scrollIntoView({
        block: 'center', behavior: still.matches ? 'auto' : 'smooth',
      });
  }

  function showWord(element) {
    if (element === shownWord) return;
    if (shownWord) shownWord.classList.remove('bn-word');
    shownWord = element;
    if (element) element.classList.add('bn-word');
  }

  function show() {
    const ms = now();
    const i = sentenceAt(ms);
    const times = track.sentences[i];
    showSentence(i);
    if (!times || !sentences[i] || ms >= times[1]) return showWord(null);
    const word = lastBefore(times, 2, ms, (start) => start) - 2;
    showWord(word < 0 ? null : sentences[i].querySelectorAll('[data-w]')[word]);
  }

  // As often as the screen is drawn, while it plays.
  function step() {
    show();
    if (!track.audio.paused) window.requestAnimationFrame(step);
  }

  // ---- moving --------------------------------------------------------------

  function seek(ms) {
    track.audio.currentTime = Math.max(0, ms / 1000);
    show();
  }

  function play() {
    const started = track.audio.play();
    if (started) started.catch(() => { status.textContent = words.failed; });
  }

  function move(seconds) {
    seek(Math.min(now() + seconds * 1000, track.total));
  }

  function moveSentence(by) {
    const i = Math.max(0, sentenceAt(now()) + by);
    if (track.sentences[i]) seek(track.sentences[i][0]);
  }

  function moveChapter(by) {
    const start = track.chapters[Math.max(0, chapterAt(now()) + by)];
    if (start !== undefined) seek(start);
  }

  function choose(i) {
    const from = track;
    const playing = !from.audio.paused;
    const ms = carry(now(), from, tracks[i]);
    if (tracks[i] === from) return;
    from.audio.pause();
    from.audio.hidden = true;
    track = tracks[i];
    track.audio.hidden = false;
    track.audio.playbackRate = Number(rate.value);
    seek(ms);
    if (playing) play();
    showChapters();
    save();
  }

  const actions = {
    play: () => { if (track.audio.paused) play(); else track.audio.pause(); },
    back: () => move(-10),
    ahead: () => move(30),
    'sentence-back': () => moveSentence(-1),
    'sentence-ahead': () => moveSentence(1),
  };

  // ---- keeping the place ---------------------------------------------------

  // A browser may forbid the store, or have none for files.
  function save() {
    savedAt = now();
    try {
      window.localStorage.setItem(store, JSON.stringify({
        ms: savedAt, voice: track.name, rate: rate.value,
      }));
    } catch (error) { /* the place is not kept */ }
  }

  function saved() {
    try {
      return JSON.parse(window.localStorage.getItem(store)) || {};
    } catch (error) {
      return {};
    }
  }

  function resume() {
    const { ms, voice, rate: speed } = saved();
    const i = tracks.findIndex((other) => other.name === voice);
    if (speed && Array.from(rate.options).some((o) => o.value === speed))
      rate.value = speed;
    track.audio.playbackRate = Number(rate.value);
    if (i > 0) {
      choose(i);
      all('.bn-voice')[i].checked = true;
    }
    if (ms > 5000 && ms < track.total - 5000) {
      seek(ms);
      status.textContent = words.resumed.replace('%s', clock(ms / 1000));
    }
  }

  // ---- setting up ----------------------------------------------------------

  function showChapters() {
    all('.bn-at').forEach((element, i) => {
      element.textContent = clock(track.chapters[i] / 1000);
    });
  }

  function showPlaying() {
    const paused = track.audio.paused;
    playButton.textContent = paused ? words.play : words.pause;
    if ('mediaSession' in navigator)
      navigator.mediaSession.playbackState = paused ? 'paused' : 'playing';
  }

  function listen(audio) {
    audio.addEventListener('play', () => {
      document.querySelectorAll('.baonoi audio').forEach((other) => {
        if (other !== audio) other.pause();
      });
      status.textContent = '';
      showPlaying();
      step();
    });
    audio.addEventListener('pause', () => { showPlaying(); save(); });
    audio.addEventListener('seeked', show);
    audio.addEventListener('timeupdate', () => {
      if (Math.abs(now() - savedAt) > 2000) save();
    });
    audio.addEventListener('ended', () => {
      showWord(null);
      seek(0);
      save();
    });
    const sources = audio.querySelectorAll('source');
    const last = sources[sources.length - 1] || audio;
    last.addEventListener('error', () => { status.textContent = words.failed; });
  }

  // Before each paragraph a button that starts there: what a click on the text
  // is for a mouse.
  function addStarts() {
    let number = 0;
    all('.bn-block').forEach((block) => {
      const first = block.querySelector('[data-s]');
      if (!first) return;
      const button = document.createElement('button');
      number += 1;
      button.type = 'button';
      button.className = 'bn-from';
      button.lang = bar.lang;
      button.textContent = '\u25B6\uFE0E';
      button.setAttribute('aria-label', words.from.replace('%s', number));
      button.addEventListener('click', () => {
        seek(track.sentences[Number(first.dataset.s)][0]);
        play();
      });
      block.before(button);
    });
  }

  // What gets the focus does not lie behind the player.
  function keepClear() {
    new window.ResizeObserver(() => {
      root.style.setProperty('--bn-bar', bar.offsetHeight + 'px');
    }).observe(bar);
  }

  function startAt(event) {
    const sentence = event.target.closest('[data-s]');
    if (!sentence || event.target.closest('a, button') ||
        !window.getSelection().isCollapsed) return;
    const times = track.sentences[Number(sentence.dataset.s)];
    const word = event.target.closest('[data-w]');
    const places = Array.from(sentence.querySelectorAll('[data-w]'));
    seek(word ? times[2 + places.indexOf(word)] : times[0]);
    play();
  }

  function addMediaSession() {
    if (!('mediaSession' in navigator)) return;
    const session = navigator.mediaSession;
    session.metadata = new window.MediaMetadata({
      title: data.title, artist: data.artist,
    });
    const handlers = {
      play,
      pause: () => track.audio.pause(),
      seekbackward: (details) => move(-(details.seekOffset || 10)),
      seekforward: (details) => move(details.seekOffset || 30),
      seekto: (details) => seek(details.seekTime * 1000),
      previoustrack: () => moveChapter(-1),
      nexttrack: () => moveChapter(1),
    };
    for (const [name, handler] of Object.entries(handlers))
      try {
        session.setActionHandler(name, handler);
      } catch (error) { /* this browser has no such action */ }
  }

  tracks.forEach(({ audio }, i) => {
    audio.hidden = i > 0;
    listen(audio);
  });
  all('[data-do]').forEach((button) => {
    button.addEventListener('click', actions[button.dataset.do]);
  });
  all('.bn-voice').forEach((input, i) => {
    input.addEventListener('change', () => choose(i));
  });
  all('.bn-chapters a').forEach((link, i) => {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      seek(track.chapters[i]);
      play();
    });
  });
  rate.addEventListener('change', () => {
    track.audio.playbackRate = Number(rate.value);
    save();
  });
  find('.bn-text').addEventListener('click', startAt);
  window.addEventListener('pagehide', () => { if (now() > 0) save(); });
  addStarts();
  keepClear();
  addMediaSession();
  showChapters();
  showPlaying();
  resume();
  root.classList.add('bn-ready');
  find('.bn-controls').hidden = false;
})(document.currentScript.closest('.baonoi'));
