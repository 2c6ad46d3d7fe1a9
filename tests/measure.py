"""Measures an edition with tools that are not ours, against its manifest.

    measure.py CHECK BASE [ARGUMENT...]     BASE.json and the files it names

A check prints what is wrong, a line each, and ends with status 1 then.
"""
import array
import json
import operator
import os
import re
import subprocess
import sys
import unicodedata

SOUND_HZ = 24000  # what the manifest's times are made of
WAV_HZ = 48000

# An Ogg page tells its length to a packet; the container adds its pre-skip.
# What is said of an MP3 counts whole frames; its decoders cut them.
TOLERANCE_S = {".opus": 0.021, ".wav": 1.01 / WAV_HZ, ".mp3": 0.048}
CHAPTER_TOLERANCE_S = {".opus": 0.0011, ".wav": 1.01 / WAV_HZ, ".mp3": 0.0001}
# In FFmpeg's time the sound of an MP3 starts behind the delay of the encoder;
# mpv takes that off.
MPV_TOLERANCE_S = {".opus": 0.0011, ".wav": 0.0011, ".mp3": 0.024}


def sounds_of(edition):
    """The suffixes of its files that sound."""
    names = [os.path.splitext(file["name"]) for file in edition["files"]]
    return [suffix for _, suffix in names if suffix in TOLERANCE_S]


def run(*command):
    done = subprocess.run(command, stdin=subprocess.DEVNULL, check=True,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return done.stdout, done.stderr.decode("utf-8", "replace")


def decode(path, start=None, seconds=None):
    """Samples of 16 bits at WAV_HZ."""
    part = [] if start is None else ["-ss", f"{start:.6f}", "-t",
                                     f"{seconds:.6f}"]
    sound, _ = run("ffmpeg", "-v", "error", "-i", path, *part, "-f", "s16le",
                   "-ac", "1", "-ar", str(WAV_HZ), "-")
    samples = array.array("h")
    samples.frombytes(sound)
    return samples


def words_of(edition):
    return [word for s in edition["sentences"] for word in s["words"]]


def check_opusinfo(base, edition):
    """opusinfo has nothing to warn of."""
    said = run("opusinfo", base + ".opus")
    for line in "".join((said[0].decode(), said[1])).splitlines():
        if re.search("warning|error|missing|invalid|corrupt", line, re.I):
            yield line


def check_chapters(base, edition):
    """ffprobe finds the manifest's chapters in all files."""
    want = edition["chapters"]
    ends = [c["start"] for c in want[1:]] + [edition["seconds"]]
    starts = {s["start"] for s in edition["sentences"]}
    for chapter in want:
        if chapter["start"] % 1 != 0:
            yield f"chapter at {chapter['start']}: not a whole second"
        if chapter["start"] not in starts:
            yield f"chapter at {chapter['start']}: no sentence starts there"
    for suffix in sounds_of(edition):
        out, _ = run("ffprobe", "-v", "error", "-show_chapters", "-of", "json",
                     base + suffix)
        got = json.loads(out)["chapters"]
        if len(got) != len(want):
            yield f"{suffix}: {len(got)} chapters, not {len(want)}"
        for g, w, end in zip(got, want, ends):
            if abs(float(g["start_time"]) - w["start"]) > \
                    CHAPTER_TOLERANCE_S[suffix]:
                yield f"{suffix}: chapter at {g['start_time']}, not {w['start']}"
            if abs(float(g["end_time"]) - end) > TOLERANCE_S[suffix]:
                yield f"{suffix}: chapter ends at {g['end_time']}, not {end}"
            if g["tags"]["title"] != w["title"]:
                yield f"{suffix}: {g['tags']['title']!r}, not {w['title']!r}"


def check_mediainfo(base, edition):
    """mediainfo agrees on the length of all, and on the chapters of Opus."""
    for suffix in sounds_of(edition):
        out, _ = run("mediainfo", "--Output=JSON", base + suffix)
        tracks = json.loads(out)["media"]["track"]
        seconds = float(tracks[0]["Duration"])
        if abs(seconds - edition["seconds"]) > max(TOLERANCE_S[suffix], 0.001):
            yield f"{suffix}: {seconds} s, not {edition['seconds']}"
        menu = [t["extra"] for t in tracks if t["@type"] == "Menu"]
        titles = [c["title"] for c in edition["chapters"]]
        if suffix == ".opus" and list(menu[0].values()) != titles:
            yield f"{suffix}: {menu}"


def check_sndfile(base, edition):
    """sndfile-info agrees on the length, the cue points and the labels."""
    out, _ = run("sndfile-info", base + ".wav")
    text = out.decode("utf-8")
    frames = int(re.search(r"^Frames\s*: (\d+)", text, re.M).group(1))
    cues = [int(c) for c in re.findall(r"Cue ID :.*Offset :\s*(\d+)", text)]
    labels = re.findall(r"labl : \d+ : (.*)", text)
    if frames != round(edition["seconds"] * WAV_HZ):
        yield f"{frames} frames for {edition['seconds']} s"
    if cues != [round(c["start"] * WAV_HZ) for c in edition["chapters"]]:
        yield f"cues at {cues}"
    if labels != [c["title"] for c in edition["chapters"]]:
        yield f"labels {labels}"


def check_mpv(base, edition):
    """mpv agrees on length and chapters of all."""
    want = edition["chapters"]
    ask = "".join(f"\n@{i} ${{=chapter-list/{i}/time}} ${{chapter-list/{i}/title}}"
                  for i in range(len(want)))
    for suffix in sounds_of(edition):
        out, err = run("mpv", "--no-config", "--ao=null", "--vo=null",
                       "--end=0.02", "--term-playing-msg=@len ${=duration}"
                       "\n@count ${=chapters}" + ask, base + suffix)
        text = out.decode("utf-8") + err
        said = dict(re.findall(r"^@(\w+) (.*)$", text, re.M))
        if abs(float(said["len"]) - edition["seconds"]) > TOLERANCE_S[suffix]:
            yield f"{suffix}: {said['len']} s, not {edition['seconds']}"
        if said["count"] != str(len(want)):
            yield f"{suffix}: {said['count']} chapters"
        for i, chapter in enumerate(want):
            time, _, title = said[str(i)].partition(" ")
            if abs(float(time) - chapter["start"]) > \
                    MPV_TOLERANCE_S[suffix] or title != chapter["title"]:
                yield f"{suffix}: chapter {i + 1}: {said[str(i)]}"


def check_loudness(base, edition, target, ceiling="-1.5"):
    """ffmpeg's ebur128 finds the level within 0.3 LU, the peak below."""
    for suffix in sounds_of(edition):
        _, err = run("ffmpeg", "-nostats", "-hide_banner", "-i", base + suffix,
                     "-af", "ebur128=peak=true:framelog=verbose", "-f", "null",
                     "-")
        lufs = float(re.findall(r"I:\s+(\S+) LUFS", err)[-1])
        peak = float(re.findall(r"Peak:\s+(\S+) dBFS", err)[-1])
        print(f"# {suffix} {lufs} LUFS, {peak} dBTP")
        if abs(lufs - float(target)) > 0.3 + 1e-9:
            yield f"{suffix}: {lufs} LUFS, not {target}"
        if peak > float(ceiling):
            yield f"{suffix}: true peak {peak} dBTP, above {ceiling}"


def check_marks(base, edition):
    """Sentences and words follow one another, each inside what holds it."""
    end = 0
    for sentence in edition["sentences"]:
        if sentence["start"] < end:
            yield f"{sentence['start']}: starts before the last one ends"
        end = sentence["start"]
        for word in sentence["words"]:
            if not end <= word["start"] < word["end"] <= sentence["end"]:
                yield f"{word}: not after {end} in its sentence"
            end = word["end"]
        end = sentence["end"]
    if end > edition["seconds"]:
        yield f"{end}: behind the end"


def pauses(suffix, samples, edition, guard_s, limit):
    """What sounds between sentences, but for the ringing of filters."""
    sentences = edition["sentences"]
    starts = [s["start"] for s in sentences[1:]] + [edition["seconds"]]
    for sentence, start in zip(sentences, starts):
        pause = samples[round((sentence["end"] + guard_s) * WAV_HZ):
                        round((start - guard_s) * WAV_HZ)]
        loudest = max(max(pause, default=0), -min(pause, default=0))
        if loudest > limit:
            yield f"{suffix}: {loudest} of 32768 in the pause after " \
                f"{sentence['end']}"


def check_sound(base, edition):
    """Every word sounds; between the sentences there is digital silence."""
    samples = decode(base + ".wav")
    if len(samples) != round(edition["seconds"] * WAV_HZ):
        yield f"{len(samples)} samples for {edition['seconds']} s"
    for word in words_of(edition):
        part = samples[round(word["start"] * WAV_HZ):round(word["end"] * WAV_HZ)]
        if max(part) < 1000:
            yield f"{word['start']}: no sound of {word['spoken']!r}"
    yield from pauses(".wav", samples, edition, 0.010, 3)  # -80 dBFS
    opus = decode(base + ".opus")
    yield from pauses(".opus", opus, edition, 0.025, 33)  # -60 dBFS


def check_aligned(base, edition):
    """What was coded lies within 1 ms of the WAV, all through."""
    window, reach, step, longest = 9600, 240, 4, WAV_HZ // 1000
    wav = decode(base + ".wav")
    sentences = edition["sentences"]
    for suffix in set(sounds_of(edition)) - {".wav"}:
        coded = decode(base + suffix)
        if len(coded) != len(wav):
            yield f"{len(coded)} samples of {suffix}, {len(wav)} of WAV"
        for sentence in (sentences[::max(1, len(sentences) // 6)] +
                         sentences[-1:]):
            middle = sentence["words"][len(sentence["words"]) // 2]
            at = max(reach, round(middle["start"] * WAV_HZ))
            reference = wav[at:at + window]
            miss = [sum(map(abs, map(operator.sub, reference,
                                     coded[at + d:at + d + window])))
                    for d in range(-reach, reach + 1, step)]
            shift = step * miss.index(min(miss)) - reach
            if abs(shift) > longest:
                yield f"at {at / WAV_HZ:.3f} s {suffix} is {shift} samples late"


def check_mutagen(base, edition):
    """mutagen reads the tag of the MP3, to the millisecond."""
    out, _ = run("mid3v2", "--list", base + ".mp3")
    said = out.decode("utf-8")
    starts = [c["start"] for c in edition["chapters"]] + [edition["seconds"]]
    want = [f"{round(start * 1000)}..{round(end * 1000)} {c['title']}"
            for c, start, end in zip(edition["chapters"], starts, starts[1:])]
    got = [" ".join(c) for c in re.findall(
        r"^CHAP=ch\d+ time=(\S+) .*\n    TIT2=(.*)", said, re.M)]
    if got != want:
        yield f"chapters {got}, not {want}"
    frames = dict(re.findall(r"^(T\w+)=(.*)", said, re.M))
    for key, frame in ("title", "TIT2"), ("author", "TPE1"), ("source", "TPUB"):
        if frames.get(frame, "") != edition[key]:
            yield f"{frames.get(frame)!r}, not {edition[key]!r}"
    date = edition["date"]
    if (frames.get("TYER", ""), frames.get("TDAT", "")) != \
            (date[:4], date[8:10] + date[5:7]):
        yield f"{frames['TYER']} {frames['TDAT']}, not {date}"
    if f"\nCOMM==vie={edition['summary']}\n" not in said:
        yield f"no summary: {edition['summary']}"
    for kind, text in ("USLT", r"^USLT==vie=(.*(?:\n.*)*?)(?=^[A-Z]{4}=|\Z)"), \
            ("SYLT", r"^SYLT=(.*(?:\n\[.*)*)"):
        found = re.search(text, said, re.M)
        got = re.sub(r"\[\d+ms\]:|\s", "", found.group(1) if found else "")
        want = re.sub(r"\s", "", "".join(
            s["written"] for s in edition["sentences"]))
        if got != want:
            yield f"{kind}: {got}, not {want}"
    times = [int(t) for t in re.findall(r"^(?:SYLT=)?\[(\d+)ms\]", said, re.M)]
    if not set(times) <= {int(w["start"] * 1000 + 0.01)
                          for w in words_of(edition)}:
        yield f"SYLT: no words start at {times}"
    level = edition["loudness"]["integrated_lufs"]
    gain = re.search(r"^TXXX=REPLAYGAIN_TRACK_GAIN=(\S+) dB", said, re.M)
    if not gain or abs(float(gain.group(1)) - (-18 - level)) > 0.011:
        yield f"gain {gain} for {level} LUFS"


def plain(text):
    """Without marks, as far as Vietnamese goes."""
    bare = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in bare if not unicodedata.combining(c))


def check_tags(base, edition):
    """Several readers find title and artist in their own letters."""
    want = {"title": edition["title"], "artist": edition["author"]}
    for suffix in sounds_of(edition):
        path = base + suffix
        out, _ = run("ffprobe", "-v", "error", "-show_entries",
                     "format_tags:stream_tags", "-of", "json", path)
        probe = json.loads(out)
        tags = dict(probe["format"].get("tags", {}))
        for stream in probe.get("streams", []):
            tags.update(stream.get("tags", {}))
        tags = {key.lower(): value for key, value in tags.items()}
        out, _ = run("mediainfo", "--Output=JSON", path)
        info = json.loads(out)["media"]["track"][0]
        out, _ = run("mutagen-inspect", path)
        lines = dict(line.partition("=")[::2]
                     for line in out.decode("utf-8").splitlines())
        lines = {key.lower(): value for key, value in lines.items()}
        for reader, got in {
                "ffprobe": (tags.get("title"), tags.get("artist")),
                "mediainfo": (info.get("Track"), info.get("Performer")),
                "mutagen": (lines.get("tit2", lines.get("title")),
                            lines.get("tpe1", lines.get("artist"))),
        }.items():
            if got != (want["title"], want["artist"]):
                yield f"{suffix}: {reader} reads {got}"


def check_playout(base, edition, cut, expires):
    """sndfile-info finds bext and cart as the manifest has them."""
    out, _ = run("sndfile-info", "--broadcast", base + ".wav")
    bext = dict(re.findall(r"^(.*?)\s*: (.*)$", out.decode("ascii"), re.M))
    out, _ = run("sndfile-info", "--cart", base + ".wav")
    text = out.decode("ascii")
    cart = dict(re.findall(r"^(\w.*?)\s*: (.*)$", text, re.M))
    timers = {name: int(at) for name, at in
              re.findall(r"^ +\d+ +(\w{4}) +(\d+)$", text, re.M)}
    day, _, time = edition["date"].partition("T")
    level = edition["loudness"]["integrated_lufs"]
    end = round(edition["sentences"][-1]["end"] * WAV_HZ)
    want = [
        ("description", bext["Description"], plain(edition["title"])),
        ("reference", bext["Origination ref"], edition["id"]),
        ("date", bext["Origination date"], day),
        ("time", bext["Origination time"][:5], time[:5]),
        ("version", bext["BWF version"], "2"),
        ("loudness", bext["Loudness value"], f"{level:.2f} LUFS"),
        ("title", cart["Title"], plain(edition["title"])),
        ("artist", cart["Artist"], plain(edition["author"])),
        ("cut", cart["Cut id"], cut),
        ("start", cart["Start date"], day),
        ("end", cart["End date"], expires),
        ("timers", timers, {"AUDs": 0, "SEC1": end, "AUDe": end}),
    ]
    for what, got, wanted in want:
        if got != wanted:
            yield f"{what}: {got!r}, not {wanted!r}"
    _, err = run("ffmpeg", "-nostats", "-hide_banner", "-i", base + ".wav",
                 "-af", "ebur128=peak=true:framelog=verbose", "-f", "null", "-")
    for what, mine, theirs in (
            ("Loudness range", r"LRA:\s+(\S+) LU", 0.15),
            ("Max. true peak level", r"Peak:\s+(\S+) dBFS", 0.25),
            ("Loudness value", r"I:\s+(\S+) LUFS", 0.15)):
        got, wanted = (float(bext[what].split()[0]),
                       float(re.findall(mine, err)[-1]))
        if abs(got - wanted) > theirs:
            yield f"{what}: {got}, by ffmpeg {wanted}"


def check_form(base, edition, channels, bits):
    """The WAV has so many channels, all of them the same, and bits."""
    out, _ = run("ffprobe", "-v", "error", "-show_entries",
                 "stream=channels,codec_name", "-of", "json", base + ".wav")
    stream = json.loads(out)["streams"][0]
    if (stream["channels"], stream["codec_name"]) != (int(channels),
                                                      f"pcm_s{bits}le"):
        yield f"{stream}"
    if int(channels) == 2:
        out, _ = run("ffmpeg", "-v", "error", "-i", base + ".wav", "-af",
                     "pan=mono|c0=c0-c1", "-f", "s32le", "-")
        if any(out):
            yield "the channels differ"


def cues_of(path):
    """Start and end in milliseconds and lines of each cue, as FFmpeg reads
    them."""
    out, _ = run("ffmpeg", "-v", "error", "-i", path, "-f", "srt", "-")
    text = out.decode("utf-8").replace("\r", "")
    for block in text.strip().split("\n\n"):
        _, times, *lines = block.split("\n")
        yield [sum(int(n) * unit for n, unit in zip(
            re.split("[:,]", time), (3600000, 60000, 1000, 1)))
            for time in times.split(" --> ")] + [lines]


def check_cues(base, edition, suffix, ends=True):
    """Cues are short, follow one another, say all that is written and start
    and end with words; LRC knows no ends."""
    words = words_of(edition)
    starts = {int(w["start"] * 1000 + 0.01) for w in words}
    stops = {int(w["end"] * 1000 + 0.01) for w in words}
    unit = 1 if ends else 10
    before, text = 0, ""
    for start, end, lines in cues_of(base + suffix):
        text += "".join(lines)
        if not any(start // unit == at // unit for at in starts):
            yield f"{suffix}: {start} ms: no word starts then"
        if ends and end not in stops:
            yield f"{suffix}: {end} ms: no word ends then"
        if ends and not before <= start < end <= start + 7000:
            yield f"{suffix}: {start} to {end} ms, after {before}"
        if max(map(len, lines)) > 65:
            yield f"{suffix}: too long: {lines}"
        before = end
    want = "".join(s["written"] for s in edition["sentences"])
    if re.sub(r"\s", "", text) != re.sub(r"\s", "", want):
        yield f"{suffix}: {text}, not {want}"


def check_spoken(base, edition, *sentences):
    """These written sentences are spoken, in this order, and nothing else."""
    got = [s["written"] for s in edition["sentences"]]
    for want in sentences:
        if want not in got:
            yield f"not spoken: {want}"
    for written in got:
        if written not in sentences:
            yield f"spoken: {written}"
    if not list(sentences) == got:
        yield "not in this order"


def main(names):
    checks = {name[6:]: check for name, check in names.items()
              if name.startswith("check_")}
    name, base, *arguments = sys.argv[1:]
    with open(base + ".json", encoding="utf-8") as file:
        edition = json.load(file)
    faults = list(checks[name](base, edition, *arguments))
    for fault in faults:
        print("# " + fault)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main(globals())
