"""The level and the true peak of editions of all voices, qualities and uses,
as FFmpeg's ebur128 finds them, in tenths.

    levels.py BAONOI ARTICLE...     a row each, over the articles in turn

What is wrong is printed, a line each, and the end status is 1 then. It works in
the current folder."""
import itertools
import json
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import measure  # noqa: E402

VOICES = "nam-bac", "nam-nam", "nam-trung", "nu-bac", "nu-nam", "nu-trung"
FILES = "-f", "opus,wav,mp3"
LEVEL_TOLERANCE_LU = 0.1
BASE = "level"

# options, LUFS, the ceiling in dBTP
USES = [
    *[(("--quality", quality, *FILES), -19, -1.5)
      for quality in ("fast", "balanced", "small")],
    (("--for", "podcast"), -19, -1),
    (("--for", "radio", *FILES), -23, -1),
    (("--for", "loudspeaker", *FILES), -15, -1),
    (("--for", "web"), -19, -1),
    (("--loudness", "-16", *FILES), -16, -1.5),
    (("--loudness", "-30", *FILES), -30, -1.5),
    (("--sound", "clear", *FILES), -19, -1.5),
    (("--style", "calm", *FILES), -19, -1.5),
]


def found(path):
    _, err = measure.run("ffmpeg", "-nostats", "-hide_banner", "-i", path,
                         "-af", "ebur128=peak=true:framelog=verbose", "-f",
                         "null", "-")
    return (float(re.findall(r"I:\s+(\S+) LUFS", err)[-1]),
            float(re.findall(r"Peak:\s+(\S+) dBFS", err)[-1]))


def faults_of(lufs, ceiling):
    with open(BASE + ".json", encoding="utf-8") as file:
        edition = json.load(file)
    for suffix in measure.sounds_of(edition):
        level, peak = found(BASE + suffix)
        if abs(level - lufs) > LEVEL_TOLERANCE_LU + 1e-9:
            yield f"{suffix}: {level} LUFS, not {lufs}"
        if peak > ceiling:
            yield f"{suffix}: true peak {peak} dBTP, above {ceiling}"


def main():
    baonoi, articles = sys.argv[1], itertools.cycle(sys.argv[2:])
    wrong, rows = 0, list(itertools.product(USES, VOICES))
    for (options, lufs, ceiling), voice in rows:
        article = next(articles)
        command = (baonoi, "-q", "--no-cache", "--voice", voice, *options,
                   article, "-o", BASE)
        subprocess.run(command, stdin=subprocess.DEVNULL, check=True)
        faults = list(faults_of(lufs, ceiling))
        for fault in faults:
            print(f"# {voice} {' '.join(options)} "
                  f"{os.path.basename(article)}: {fault}", flush=True)
        wrong += len(faults) > 0
    print(f"# {len(rows)} editions, {wrong} wrong")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
