"""The rules of DAISY 2.02 (daisy.org, "DAISY 2.02 Specification", 2001), each
by its name, and the times of the manifest.

    measure_daisy.py rules BASE     BASE.json and the folder BASE.daisy
"""
import os
import re
import xml.etree.ElementTree as ElementTree

import measure

XHTML = "{http://www.w3.org/1999/xhtml}"
NCC_ONCE = ("dc:date", "dc:format", "dc:identifier", "dc:publisher", "dc:title",
            "ncc:charset", "ncc:pageFront", "ncc:pageNormal",
            "ncc:pageSpecial", "ncc:tocItems", "ncc:totalTime")
NCC_SOME = ("dc:creator", "dc:language")
NCC_MAY = ("dc:contributor", "dc:coverage", "dc:description", "dc:relation",
           "dc:rights", "dc:source", "dc:subject", "dc:type", "ncc:depth",
           "ncc:files", "ncc:footnotes", "ncc:generator", "ncc:kByteSize",
           "ncc:maxPageNormal", "ncc:multimediaType", "ncc:narrator",
           "ncc:prodNotes", "ncc:producedDate", "ncc:producer", "ncc:revision",
           "ncc:revisionDate", "ncc:setInfo", "ncc:sidebars", "ncc:sourceDate",
           "ncc:sourceEdition", "ncc:sourcePublisher", "ncc:sourceRights",
           "ncc:sourceTitle")
SMIL_MAY = ("dc:identifier", "dc:title", "ncc:generator",
            "ncc:timeInThisSmil", "ncc:totalElapsedTime", "title")
MULTIMEDIA = ("audioOnly", "audioNcc", "audioPartText", "audioFullText",
              "textPartAudio", "textNcc")


class Book:
    def __init__(self, base):
        self.folder = base + ".daisy"
        self.names = os.listdir(self.folder)
        self.trees = {name: ElementTree.parse(self.path(name)).getroot()
                      for name in self.names if not name.endswith(".mp3")}
        self.ncc = self.trees["ncc.html"]
        self.smils = sorted(n for n in self.names if n.endswith(".smil"))
        self.items = list(self.ncc.find(XHTML + "body"))

    def path(self, name):
        return os.path.join(self.folder, name)

    def metas(self, name, space=""):
        values = {}
        for meta in self.trees[name].iter(space + "meta"):
            if meta.get("name"):
                values.setdefault(meta.get("name"), []).append(
                    meta.get("content"))
        return values


def seconds_of(clock):
    parts = clock.split(":")
    return sum(float(p) * 60 ** i for i, p in enumerate(reversed(parts)))


def rule_names(book, _):
    """2: files are those of the book, their names plain ASCII."""
    for name in book.names:
        if not re.fullmatch(r"ncc\.html|content\.html|\d{4,}\.(smil|mp3)", name):
            yield name


def rule_ncc_metadata_occurs(book, _):
    """2.1.2: what the NCC must say once, or at least once; nothing unknown."""
    said = book.metas("ncc.html", XHTML)
    for name in NCC_ONCE:
        if len(said.get(name, [])) != 1:
            yield f"{name}: {said.get(name)}"
    for name in NCC_SOME:
        if not said.get(name):
            yield f"{name} is missing"
    for name, values in said.items():
        if name not in NCC_ONCE + NCC_SOME + NCC_MAY and \
                not name.startswith("prod:"):
            yield f"{name} is unknown"
        if not all(values):
            yield f"{name} is empty"


def rule_ncc_metadata_values(book, edition):
    """2.1.2: the form of values, and that counts are those of the body."""
    said = {k: v[0] for k, v in book.metas("ncc.html", XHTML).items()}
    forms = {"dc:format": "Daisy 2[.]02", "dc:date": r"\d{4}-\d\d-\d\d",
             "ncc:totalTime": r"\d\d:\d\d:\d\d", "ncc:charset": "utf-8",
             "dc:language": "vi", "ncc:tocItems": str(len(book.items)),
             "ncc:files": str(len(book.names)),
             "ncc:multimediaType": "|".join(MULTIMEDIA),
             "ncc:depth": max(re.sub(r".*h", "", i.tag) for i in book.items)}
    forms.update((f"ncc:page{kind}", "0")
                 for kind in ("Front", "Normal", "Special"))
    for name, form in forms.items():
        if not re.fullmatch(form, said.get(name, "")):
            yield f"{name}: {said.get(name)!r}, not like {form}"
    if abs(seconds_of(said["ncc:totalTime"]) - edition["seconds"]) > 0.51:
        yield f"ncc:totalTime {said['ncc:totalTime']} of {edition['seconds']}"
    if said["dc:title"] != edition["title"]:
        yield f"dc:title {said['dc:title']!r}"


def rule_ncc_title_first(book, _):
    """2.1.3: the body begins with a heading h1 of the class title."""
    if book.items[0].tag != XHTML + "h1" or book.items[0].get("class") != "title":
        yield f"{book.items[0].tag} {book.items[0].get('class')}"


def rule_ncc_items(book, _):
    """2.1.3: the body holds headings alone, each with an id of its own and one
    link, whose text is not empty, to a SMIL file with a fragment."""
    ids = [item.get("id") for item in book.items]
    if len(set(ids)) != len(ids) or None in ids:
        yield f"ids {ids}"
    for item in book.items:
        links = list(item)
        if item.tag not in [f"{XHTML}h{n}" for n in range(1, 7)]:
            yield f"{item.tag} in the body"
        if len(links) != 1 or links[0].tag != XHTML + "a" or \
                (item.text or "").strip() or not (links[0].text or "").strip():
            yield f"{item.get('id')} is not a link alone"
        elif not re.fullmatch(r"[^#/]+\.smil#\w+", links[0].get("href")):
            yield links[0].get("href")


def rule_ncc_levels(book, _):
    """2.1.3: headings are nested without leaving a level out."""
    before = 0
    for item in book.items:
        level = int(item.tag[-1])
        if level > before + 1:
            yield f"h{level} below h{before}"
        before = level


def rule_ncc_order(book, edition):
    """2.1.3: headings follow the presentation: each leads to the first moment
    of a SMIL file, in their order; they are the chapters."""
    links = [item[0].get("href").split("#") for item in book.items]
    if [name for name, _ in links] != book.smils:
        yield f"{links}"
    for name, fragment in links:
        first = next(book.trees[name].iter("par"))
        if fragment not in (first.get("id"), first.find("text").get("id")):
            yield f"{name}#{fragment} is not its first par"
    titles = [item[0].text for item in book.items]
    want = [c["title"] for c in edition["chapters"]] or [edition["title"]]
    if titles != want:
        yield f"{titles}, not {want}"


def rule_smil_metadata(book, _):
    """2.3.2: dc:format once, others once at the most; nothing unknown."""
    for name in book.smils:
        said = book.metas(name)
        if said.get("dc:format") != ["Daisy 2.02"]:
            yield f"{name}: dc:format {said.get('dc:format')}"
        for key, values in said.items():
            if key not in SMIL_MAY + ("dc:format",) or len(values) > 1:
                yield f"{name}: {key} {values}"


def rule_smil_structure(book, _):
    """2.3.3: a region; a seq with its length; pars that end with their last,
    each a text and a seq of sound; every id once."""
    for name in book.smils:
        tree = book.trees[name]
        ids = [e.get("id") for e in tree.iter() if e.get("id")]
        if len(ids) != len(set(ids)):
            yield f"{name}: an id twice"
        if [e.tag for e in tree] != ["head", "body"] or \
                len(tree.findall("head/layout/region[@id]")) != 1:
            yield f"{name}: {[e.tag for e in tree]}"
        mother = tree.find("body")
        if [e.tag for e in mother] != ["seq"] or \
                not re.fullmatch(r"\d+\.\d{3}s", mother[0].get("dur", "")):
            yield f"{name}: no seq with its length"
        for par in mother[0]:
            shape = [(e.tag, [c.tag for c in e]) for e in par]
            if par.tag != "par" or par.get("endsync") != "last" or \
                    shape != [("text", []), ("seq", ["audio"])]:
                yield f"{name}: {par.get('id')} {shape}"


def rule_smil_references(book, _):
    """2.3.3: text and sound that are referred to are there."""
    ids = {e.get("id") for e in book.trees["content.html"].iter()}
    for name in book.smils:
        for text in book.trees[name].iter("text"):
            file, fragment = text.get("src").split("#")
            if file != "content.html" or fragment not in ids:
                yield f"{name}: {text.get('src')}"
        for audio in book.trees[name].iter("audio"):
            if audio.get("src") not in book.names:
                yield f"{name}: {audio.get('src')}"


def clips_of(book, name):
    for audio in book.trees[name].iter("audio"):
        times = [re.fullmatch(r"npt=(\d+\.\d{3})s", audio.get(key))
                 for key in ("clip-begin", "clip-end")]
        yield [float(t.group(1)) for t in times]


def rule_smil_times(book, edition):
    """2.3.3: clips follow one another, sum up to the length that is said, and
    are those of the manifest; files are counted one after the other."""
    elapsed, sentence = 0, 0
    for name in book.smils:
        end = 0
        for begin, stop in clips_of(book, name):
            want = edition["sentences"][sentence]["start"]
            if begin != end or stop <= begin:
                yield f"{name}: {begin} to {stop}, after {end}"
            if abs(elapsed + begin - want) > 0.0011:
                yield f"{name}: {elapsed + begin}, not {want}"
            end, sentence = stop, sentence + 1
        said = {k: v[0] for k, v in book.metas(name).items()}
        for key, value in (("ncc:timeInThisSmil", end),
                           ("ncc:totalElapsedTime", elapsed)):
            if abs(seconds_of(said[key]) - value) > 0.51:
                yield f"{name}: {key} {said[key]}, not {value}"
        length = float(book.trees[name].find("body/seq").get("dur")[:-1])
        if abs(length - end) > 0.0011:
            yield f"{name}: {length} s long, with clips to {end}"
        elapsed += end
    if sentence != len(edition["sentences"]):
        yield f"{sentence} sentences"


def rule_text_links_back(book, edition):
    """2.2: the text of each moment leads back to it; all that is read is
    there."""
    pars = {f"{name}#{par.find('text').get('id')}":
            par.find("text").get("src").split("#")[1]
            for name in book.smils for par in book.trees[name].iter("par")}
    texts = []
    for span in book.trees["content.html"].iter(XHTML + "span"):
        link = span.find(XHTML + "a")
        if pars.pop(link.get("href"), None) != span.get("id"):
            yield f"{span.get('id')} leads to {link.get('href')}"
        texts.append("".join(span.itertext()))
    if pars:
        yield f"nothing leads to {pars}"
    if texts != [s["written"] for s in edition["sentences"]]:
        yield "not all text"


def rule_sound(book, _):
    """2.4: MP3 at a constant rate, without a tag before its sound."""
    for name in book.names:
        if not name.endswith(".mp3"):
            continue
        with open(book.path(name), "rb") as file:
            head = file.read(4)
        if head[:2] != b"\xff\xfb":
            yield f"{name} begins with {head!r}"
    out, _ = measure.run("mediainfo", "--Inform=Audio;%BitRate_Mode% ",
                         *(book.path(n) for n in book.names
                           if n.endswith(".mp3")))
    if set(out.decode().split()) != {"CBR"}:
        yield out.decode()


def check_rules(base, edition):
    book = Book(base)
    for name, rule in sorted(globals().items()):
        if name.startswith("rule_"):
            for fault in rule(book, edition):
                yield f"{name[5:]} ({rule.__doc__.split(':')[0]}): {fault}"


if __name__ == "__main__":
    measure.main(globals())
