"""Sentences that two editions share have the same Opus packets.

    packets.py OLD NEW      of OLD.opus, OLD.json and NEW.opus, NEW.json

Prints how many sentences were compared, or what is wrong."""
import json
import sys

PACKET_S = 0.02


def packets(path):
    """The packets of the only stream of an Ogg file, by RFC 3533."""
    with open(path, "rb") as file:
        data = file.read()
    found, part, at = [], b"", 0
    while at < len(data):
        assert data[at:at + 4] == b"OggS"
        lacing = data[at + 27:at + 27 + data[at + 26]]
        at += 27 + len(lacing)
        for length in lacing:
            part += data[at:at + length]
            at += length
            if length < 255:
                found.append(part)
                part = b""
    return found[2:] # behind the two headers


def sentences(base):
    """The packets of each sentence, by what is written: from its start to the
    end of its last word, which is cut short of the pause."""
    with open(base + ".json", encoding="utf-8") as file:
        manifest = json.load(file)
    every = packets(base + ".opus")
    for sentence in manifest["sentences"]:
        first = round(sentence["start"] / PACKET_S)
        last = int(sentence["words"][-1]["end"] / PACKET_S)
        yield sentence["written"], every[first:last]


def main():
    old, new = (dict(sentences(base)) for base in sys.argv[1:3])
    shared = [written for written in old if written in new]
    differ = [written for written in shared if old[written] != new[written]]
    for written in differ:
        print(f"other packets: {written[:60]}")
    print(f"{len(shared) - len(differ)} of {len(shared)}")


main()
