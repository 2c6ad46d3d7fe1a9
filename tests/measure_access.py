"""Measures editions for listeners with tools that are not ours, against their
manifest, as measure.py does.
"""
import os
import re
import tempfile
import unicodedata
import xml.etree.ElementTree as ElementTree
import zipfile

import measure

OPF = "{http://www.idpf.org/2007/opf}"
SMIL = "{http://www.w3.org/ns/SMIL}"
XHTML = "{http://www.w3.org/1999/xhtml}"
FIRST_ENTRY = 30  # where the name of a ZIP's first file stands


def files_of(edition, format_name, suffix):
    """Paths of a format's files with this suffix, as the manifest tells."""
    return [f["name"] for f in edition["files"]
            if f["format"] == format_name and f["name"].endswith(suffix)]


def compare(name, got, want, at=0):
    """What was coded lies within 1 ms of the samples, wherever they sound."""
    window, reach, step = 9600, 240, 4
    loud = [i for i in range(reach, len(want) - window - reach, window)
            if max(want[i:i + window]) > 3000]
    for i in loud[::max(1, len(loud) // 4)]:
        miss = [sum(abs(a - b) for a, b in zip(
            want[i:i + window:3], got[i + d:i + d + window:3]))
            for d in range(-reach, reach + 1, step)]
        shift = step * miss.index(min(miss)) - reach
        if abs(shift) > measure.WAV_HZ // 1000:
            yield f"{name}: at {(at + i) / measure.WAV_HZ:.3f} s {shift} " \
                "samples late"


def tracks_of(edition):
    """Titles, and starts with the end: of the chapters of the first level."""
    first = [c for c in edition["chapters"] if c["level"] == 1] or \
        [{"title": edition["title"], "start": 0.0}]
    return [c["title"] for c in first], \
        [c["start"] for c in first] + [edition["seconds"]]


def check_tracks(base, edition):
    """One after another the numbered files are the edition; each has its title,
    its number and the edition's title; the list names them all."""
    folder = os.path.dirname(base)
    names = files_of(edition, "mp3dir", ".mp3")
    titles, starts = tracks_of(edition)
    wav = measure.decode(base + ".wav")
    out, _ = measure.run("mid3v2", "--list",
                         *(os.path.join(folder, name) for name in names))
    tags = re.split(r"^IDv2 tag info.*\n", out.decode("utf-8"), flags=re.M)[1:]
    if len(names) != len(titles) or names != sorted(names):
        yield f"{names} for {titles}"
    for i, name in enumerate(names):
        sound = measure.decode(os.path.join(folder, name))
        first, last = (round(s * measure.WAV_HZ) for s in starts[i:i + 2])
        if len(sound) != last - first:
            yield f"{name}: {len(sound)} samples, not {last - first}"
        yield from compare(name, sound, wav[first:last], first)
        frames = dict(re.findall(r"^(T\w+)=(.*)", tags[i], re.M))
        want = {"TIT2": titles[i], "TALB": edition["title"],
                "TRCK": f"{i + 1}/{len(names)}"}
        for key, value in want.items():
            if frames.get(key, "") != value:
                yield f"{name}: {key} {frames.get(key)!r}, not {value!r}"
    lists = files_of(edition, "mp3dir", ".m3u8")
    with open(os.path.join(folder, lists[0]), encoding="utf-8") as file:
        lines = [line for line in file.read().split("\n")
                 if line and not line.startswith("#")]
    if lines != [os.path.basename(name) for name in names]:
        yield f"the list has {lines}"


def seconds_of(clock):
    hours, minutes, seconds = clock.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)


def texts_of(page):
    """The text of each element that has an id."""
    return {e.get("id"): "".join(e.itertext()) for e in page.iter()
            if e.get("id")}


def manifest_clips(edition, words):
    """Start and text of what is highlighted: all that is written."""
    for sentence in edition["sentences"]:
        parts = [w for w in sentence["words"] if w["written"]]
        for part in parts if words else [sentence]:
            yield part["start"], part["written"]


def overlay_clips(book, package):
    """Begin and end in the edition, the text, and the file of each clip; and
    each overlay with its length."""
    offset, lengths = 0, {}
    items = {i.get("id"): i for i in package.iter(OPF + "item")}
    clips = []
    for ref in package.iter(OPF + "itemref"):
        overlay = items[ref.get("idref")].get("media-overlay")
        if not overlay:
            continue
        texts = texts_of(ElementTree.fromstring(
            book.read("EPUB/" + items[ref.get("idref")].get("href"))))
        begin = None
        for par in ElementTree.fromstring(book.read(
                "EPUB/" + items[overlay].get("href"))).iter(SMIL + "par"):
            audio = par.find(SMIL + "audio")
            start, end = (seconds_of(audio.get(a))
                          for a in ("clipBegin", "clipEnd"))
            begin = start if begin is None else begin
            fragment = par.find(SMIL + "text").get("src").split("#")[1]
            clips.append((offset + start, offset + end, texts[fragment],
                          audio.get("src")))
        lengths[overlay] = end - begin
        offset += end
    return clips, lengths


def check_epub(base, edition, words=""):
    """The clips of the overlays are those of the manifest, one after another
    without a gap; durations are their sums; the text of each is there."""
    with zipfile.ZipFile(base + ".epub") as book:
        package = ElementTree.fromstring(book.read("EPUB/package.opf"))
        clips, lengths = overlay_clips(book, package)
    want = list(manifest_clips(edition, words))
    if len(clips) != len(want):
        yield f"{len(clips)} clips, not {len(want)}"
    end, file = 0, None
    for clip, (start, text) in zip(clips, want):
        if abs(clip[0] - start) > 0.0011:
            yield f"{text!r} at {clip[0]}, not {start}"
        if clip[2] != text:
            yield f"{clip[2]!r}, not {text!r}"
        if file == clip[3] and abs(clip[0] - end) > 1e-6:
            yield f"{text!r} at {clip[0]}, after {end}"
        end, file = clip[1], clip[3]
    said = {m.get("refines"): seconds_of(m.text)
            for m in package.iter(OPF + "meta")
            if m.get("property") == "media:duration"}
    want = {"#" + key: length for key, length in lengths.items()}
    want[None] = sum(lengths.values())
    if said.keys() != want.keys() or any(
            abs(said[key] - want[key]) > 0.0011 for key in want):
        yield f"durations {said}, not {want}"


def check_epub_sound(base, edition):
    """The sound in the book, file by file, is that of the edition."""
    wav, at = measure.decode(base + ".wav"), 0
    with zipfile.ZipFile(base + ".epub") as book, \
            tempfile.TemporaryDirectory() as folder:
        names = [n for n in book.namelist() if n.startswith("EPUB/audio/")]
        for name in names:
            if book.getinfo(name).compress_type != zipfile.ZIP_STORED:
                yield f"{name} is compressed"
            sound = measure.decode(book.extract(name, folder))
            yield from compare(name, sound, wav[at:at + len(sound)], at)
            at += len(sound)
    if at != len(wav):
        yield f"{at} samples, not {len(wav)}"


# A sound starts where it is this share of its loudest; a soft start lies
# between both for a while, and coding moves it there.
HEARD_SHARES = 0.03, 0.05


def onset_of(samples, start, end, share):
    """Where the sound at a mark starts, in samples from it: behind the silence
    at the mark or shortly before it; None where sound goes on through it."""
    frame, reach, still = measure.WAV_HZ // 1000, 60, 8
    heard = max(map(abs, samples[start:end])) * share

    def is_still(at):
        return max(map(abs, samples[at:at + frame]), default=0) < heard

    if is_still(start):
        return next(i for i in range(start, end)
                    if abs(samples[i]) >= heard) - start
    run = 0
    for back in range(1, reach):
        at = start - back * frame
        run = run + 1 if at < 0 or is_still(at) else 0
        if run == still:
            return -(back - still) * frame
    return None


def is_broken(word):
    """A syllable in these tones has a silence in its middle."""
    last = unicodedata.normalize("NFD", word["spoken"].split()[-1])
    return "\u0323" in last or "\u0303" in last


def check_word_starts(base, edition, suffix):
    """The mark of every word is within 30 ms of where its sound starts, wherever
    silence shows where that is."""
    samples, errors = measure.decode(base + suffix), []
    words = measure.words_of(edition)
    for before, word in zip([words[-1]] + words, words):
        start, end = (round(word[key] * measure.WAV_HZ)
                      for key in ("start", "end"))
        onsets = [onset_of(samples, start, end, s) for s in HEARD_SHARES]
        if None in onsets or (min(onsets) < 0 and is_broken(before)):
            continue
        onset = min(onsets, key=abs)
        errors.append(onset / measure.WAV_HZ * 1000)
        if abs(errors[-1]) > 30:
            yield f"{suffix}: {word['spoken']!r} at {word['start']} is heard " \
                f"{errors[-1]:.1f} ms later"
    errors.sort(key=abs)
    print(f"# {suffix}: of {len(words)} words "
          f"{len(errors)} behind silence: half within "
          f"{abs(errors[len(errors) // 2]):.1f} ms, all within "
          f"{abs(errors[-1]):.1f} ms")
    if len(edition["sentences"]) < 30 or len(errors) < 100:
        yield "too little to measure"


def check_zip(base, _):
    """The first file tells what the book is, to who reads no ZIP; no time of
    its making is in it."""
    with open(base + ".epub", "rb") as file:
        head = file.read(FIRST_ENTRY + 28)
    if head[FIRST_ENTRY:] != b"mimetypeapplication/epub+zip":
        yield f"it begins with {head[FIRST_ENTRY:]!r}"
    with zipfile.ZipFile(base + ".epub") as book:
        for info in book.infolist():
            if info.date_time != (1980, 1, 1, 0, 0, 0):
                yield f"{info.filename} is of {info.date_time}"
            if info.extra:
                yield f"{info.filename} has {info.extra!r}"


if __name__ == "__main__":
    measure.main(globals())
