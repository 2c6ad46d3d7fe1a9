'use strict';
// A time plays the sound from there; without this, its link does.
const audio = document.querySelector('audio');
for (const link of document.querySelectorAll('a[data-t]'))
  link.addEventListener('click', (event) => {
    event.preventDefault();
    audio.currentTime = Number(link.dataset.t);
    audio.play();
  });
