"""Measures a bed of music under speech.

    furniture.py make FOLDER       sounds for tests: tones, noise, silence
    furniture.py bed WITH WITHOUT SUFFIX
                                   the bed of the edition WITH, by what it has
                                   more than WITHOUT, the same over silence

What is wrong is printed, a line each, and the end status is 1 then."""
import json
import math
import os
import random
import struct
import sys
import wave

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import measure  # noqa: E402

RATE_HZ = 8000
TONE_HZ = 1000
WINDOW = RATE_HZ // 100  # 10 ms
RATIO_LEAST_DB = 15
BACK_S = 0.7
STEP_MOST_DB = 1.0
AUDIBLE_DB = -40  # below the full bed: its steps are looked at
NEAR_SPEECH_S = 0.03


def write(path, seconds, value, rate_hz=44100, channels=2):
    frames = (struct.pack("<h", round(8000 * value(i / rate_hz))) * channels
              for i in range(round(seconds * rate_hz)))
    with wave.open(path, "wb") as out:
        out.setnchannels(channels)
        out.setsampwidth(2)
        out.setframerate(rate_hz)
        out.writeframes(b"".join(frames))


def make(folder):
    chance = random.Random(1)

    def tone(hz, decay):
        return lambda t: (math.sin(2 * math.pi * hz * t) * math.exp(-decay * t))
    for name, seconds, value in (
            ("bed", 7, tone(TONE_HZ, 0)),
            ("silence", 7, lambda t: 0),
            ("noise", 3, lambda t: chance.uniform(-1, 1)),
            ("intro", 3.3, tone(440, 1)),
            ("outro", 4, tone(330, 1))):
        write(os.path.join(folder, name + ".wav"), seconds, value)
    write(os.path.join(folder, "sting.wav"), 1.2, tone(660, 2), 22050, 1)


def decode(path):
    out, _ = measure.run("ffmpeg", "-v", "error", "-i", path, "-f", "f32le",
                         "-ac", "1", "-ar", str(RATE_HZ), "-")
    return struct.unpack(f"<{len(out) // 4}f", out)


def db(value):
    return 20 * math.log10(max(value, 1e-9))


def tone_of(samples):
    """The amplitude of the tone in each window."""
    turn = [2 * math.pi * TONE_HZ * i / RATE_HZ for i in range(WINDOW)]
    cos, sin = [math.cos(t) for t in turn], [math.sin(t) for t in turn]
    levels = []
    for at in range(0, len(samples) - WINDOW + 1, WINDOW):
        part = samples[at:at + WINDOW]
        levels.append(2 / WINDOW * math.hypot(
            sum(map(float.__mul__, part, cos)),
            sum(map(float.__mul__, part, sin))))
    return levels


def check_bed(base, plain, suffix):
    with open(base + ".json", encoding="utf-8") as file:
        edition = json.load(file)
    both, speech = decode(base + suffix), decode(plain + suffix)
    scale = sum(map(float.__mul__, both, speech)) / sum(
        s * s for s in speech)
    bed = [b - scale * s for b, s in zip(both, speech)]
    levels = tone_of(bed)
    full = sorted(levels)[len(levels) * 99 // 100]
    sentences = edition["sentences"]

    ratios = []
    for s in sentences:
        part = range(int(s["start"] * RATE_HZ), int(s["end"] * RATE_HZ))
        power = sum((scale * speech[i]) ** 2 for i in part) / len(part)
        tones = levels[part.start // WINDOW + 1:part.stop // WINDOW]
        under = sum(t * t / 2 for t in tones) / len(tones)
        ratios.append(10 * math.log10(power / under))
    print(f"# {suffix}: speech over bed: {min(ratios):.1f} dB and more, "
          f"{sorted(ratios)[len(ratios) // 2]:.1f} in the middle")
    if min(ratios) < RATIO_LEAST_DB:
        yield f"{suffix}: only {min(ratios):.1f} dB under speech"

    ends = [s["end"] for s in sentences]
    starts = [s["start"] for s in sentences[1:]] + [edition["seconds"]]
    for end, start in zip(ends, starts):
        if start - end < 2:
            continue
        back = next((i for i in range(round(end * 100), round(start * 100))
                     if db(levels[i]) > db(full) - 1), None)
        if back is None or back / 100 - end > BACK_S:
            yield f"{suffix}: not back {BACK_S} s after {end}"
        else:
            print(f"# {suffix}: back {back / 100 - end:.2f} s after {end}")

    worst = 0
    for i, (one, two) in enumerate(zip(levels, levels[1:])):
        at = (i + 1) / 100
        if suffix != ".wav" and any(s["start"] - NEAR_SPEECH_S < at <
                                    s["end"] + NEAR_SPEECH_S
                                    for s in sentences):
            continue  # what coding adds to speech hides the bed
        if min(db(one), db(two)) < db(full) + AUDIBLE_DB:
            continue
        step = abs(db(one) - db(two))
        worst = max(worst, step)
        if step > STEP_MOST_DB:
            yield f"{suffix}: a step of {step:.2f} dB at {at:.2f} s"
    print(f"# {suffix}: steps of {worst:.2f} dB in 10 ms at the most")


def main():
    if sys.argv[1] == "make":
        make(sys.argv[2])
        return
    faults = list(check_bed(*sys.argv[2:5]))
    for fault in faults[:20]:
        print("# " + fault)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
