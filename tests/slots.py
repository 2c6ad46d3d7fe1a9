"""Editions of lengths by chance, each exact to the sample or refused with the
right figure.

    slots.py BAONOI COUNT SEED ARTICLE...     COUNT of them over all articles

What is wrong is printed, a line each, and the end status is 1 then. It works in
the current folder."""
import json
import math
import os
import random
import re
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import measure  # noqa: E402

LUFS = -23
LEVEL_TOLERANCE_LU = 0.3
SENTENCE_TOLERANCE_DB = 2.0
STATUS_FIT = 10
BASE = "slot"


def level_db(samples, sentence):
    part = samples[round(sentence["start"] * measure.WAV_HZ):
                   round(sentence["end"] * measure.WAV_HZ)]
    return 10 * math.log10(sum(s * s for s in part[::7]) / len(part[::7]) + 1)


def make(baonoi, article, *options):
    done = subprocess.run(
        [baonoi, "-q", "-f", "wav,opus", "--loudness", str(LUFS), *options,
         article, "-o", BASE], stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    said = done.stderr.decode("utf-8", "replace").strip()
    if done.returncode:
        return done.returncode, said, None
    with open(BASE + ".json", encoding="utf-8") as file:
        return 0, said, json.load(file)


def frames_of(path):
    out, _ = measure.run("ffmpeg", "-v", "error", "-i", path, "-f", "s16le",
                         "-ac", "1", "-ar", str(measure.WAV_HZ), "-")
    return len(out) // 2


def levels_of(edition):
    wav = measure.decode(BASE + ".wav")
    return [level_db(wav, s) for s in edition["sentences"]]


def faults_of(edition, seconds, natural):
    """What is wrong with an edition that was made."""
    want = round(seconds * measure.WAV_HZ)
    for suffix in ".wav", ".opus":
        if frames_of(BASE + suffix) != want:
            yield f"{suffix}: {frames_of(BASE + suffix)} samples, not {want}"
    for chapter in edition["chapters"]:
        if chapter["start"] % 1:
            yield f"chapter at {chapter['start']}: not a whole second"
    yield from measure.check_marks(BASE, edition)
    yield from measure.check_sound(BASE, edition)
    for suffix in ".wav", ".opus":
        _, err = measure.run("ffmpeg", "-nostats", "-hide_banner", "-i",
                             BASE + suffix, "-af", "ebur128=framelog=verbose",
                             "-f", "null", "-")
        lufs = float(re.findall(r"I:\s+(\S+) LUFS", err)[-1])
        if abs(lufs - LUFS) > LEVEL_TOLERANCE_LU + 1e-9:
            yield f"{suffix}: {lufs} LUFS, not {LUFS}"
    before = {s["written"]: level for s, level in natural}
    for s, level in zip(edition["sentences"], levels_of(edition)):
        if abs(level - before[s["written"]]) > SENTENCE_TOLERANCE_DB:
            yield f"{s['start']}: {level - before[s['written']]:.1f} dB " \
                f"from what it was: {s['written'][:50]}"


def faults_of_refusal(baonoi, article, seconds, said):
    """The time that it needs is told, to the millisecond, and is enough."""
    got = re.search(r"duration (\S+) s: (\S+) s too (short|long) .* lasts "
                    r"(\S+) s", said)
    if not got:
        yield f"unclear: {said}"
        return
    off, limit = float(got.group(2)), float(got.group(4))
    sign = 1 if got.group(3) == "short" else -1
    if abs(seconds + sign * off - limit) > 0.0015:
        yield f"{seconds} s and {off} s are not {limit} s"
    for more, ends in (0.001, 0), (-0.020, STATUS_FIT):
        status, again, _ = make(baonoi, article, "--duration",
                                f"{limit + sign * more:.3f}")
        if status != ends:
            yield f"{limit + sign * more:.3f} s: status {status}: {again}"


def main():
    baonoi, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    articles = sys.argv[4:]
    chance = random.Random(seed)
    wrong, made, refused, shortened = 0, 0, 0, 0
    for i in range(count):
        article = articles[i % len(articles)]
        _, _, whole = make(baonoi, article)
        natural = list(zip(whole["sentences"], levels_of(whole)))
        seconds = round(whole["seconds"] * chance.uniform(0.8, 1.25), 3)
        options = ["--priority", "paragraphs"] if chance.random() < 0.2 else []
        status, said, edition = make(baonoi, article, "--duration",
                                     f"{seconds:.3f}", *options)
        if status == 0:
            made += 1
            shortened += edition["fit"]["left_out"] > 0
            faults = list(faults_of(edition, seconds, natural))
        elif status == STATUS_FIT:
            refused += 1
            faults = list(faults_of_refusal(baonoi, article, seconds, said))
        else:
            faults = [f"status {status}: {said}"]
        for fault in faults:
            print(f"# {article}, {seconds} s {' '.join(options)}: {fault}")
        wrong += len(faults) > 0
    print(f"# {count} lengths: {made} exact ({shortened} of them shortened), "
          f"{refused} refused, {wrong} wrong")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
