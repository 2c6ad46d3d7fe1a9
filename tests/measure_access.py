"""Measures editions for listeners with tools that are not ours, against their
manifest, as measure.py does.
"""
import os
import re

import measure


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


if __name__ == "__main__":
    measure.main(globals())
