"""A podcast feed by tools that are not ours: what directories demand is there,
feedparser has nothing to say, gPodder subscribes and loads the episodes.

    feed.py checklist FEED
    feed.py feedparser FEED ITEMS
    feed.py gpodder FOLDER      whose feed names the address that @ADDRESS@ in
                                the file feed.in stands for
"""
import hashlib
import http.server
import os
import pathlib
import subprocess
import sys
import threading
import xml.etree.ElementTree as tree

NAMES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "atom": "http://www.w3.org/2005/Atom",
}
# What Apple Podcasts, Spotify and the Podcast Index demand or read first.
CHANNEL = """title link description language itunes:image itunes:category
    itunes:explicit itunes:author itunes:owner/itunes:name
    itunes:owner/itunes:email itunes:type atom:link podcast:guid podcast:locked
    podcast:medium image/url image/title image/link""".split()
ITEM = """title description enclosure guid itunes:duration itunes:explicit
    itunes:title itunes:author itunes:episodeType podcast:transcript
    podcast:chapters podcast:alternateEnclosure/podcast:source
    podcast:alternateEnclosure/podcast:integrity""".split()


def checklist(path):
    channel = tree.parse(path).getroot().find("channel")
    for name in CHANNEL:
        if len(channel.findall(name, NAMES)) != 1:
            yield f"the podcast: {len(channel.findall(name, NAMES))} {name}"
    for item in channel.findall("item"):
        for name in ITEM:
            found = item.find(name, NAMES)
            if found is None or not (found.text or found.attrib):
                yield f"{item.findtext('title')}: no {name}"
        enclosure = item.find("enclosure").attrib
        if set(enclosure) != {"url", "length", "type"}:
            yield f"enclosure: {enclosure}"
        if len(item.findtext("description").encode()) > 4000:
            yield "a description that directories cut"
    guids = [item.findtext("guid") for item in channel.findall("item")]
    if len(set(guids)) != len(guids):
        yield f"guids: {guids}"


def check_feedparser(path, items):
    import feedparser

    with open(path, "rb") as file:
        feed = feedparser.parse(file.read(), response_headers={
            "content-type": "application/rss+xml; charset=utf-8"})
    if feed.bozo:
        yield f"{feed.bozo_exception}"
    if feed.version != "rss20" or len(feed.entries) != int(items):
        yield f"{feed.version}, {len(feed.entries)} entries"
    for entry in feed.entries:
        if not entry.id or not entry.enclosures or not entry.summary:
            yield f"{entry.title}: not whole"
    dates = [e.published_parsed for e in feed.entries if "published" in e]
    if None in dates or dates != sorted(dates, reverse=True):
        yield f"dates: {dates}"


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def check_gpodder(folder):
    home = pathlib.Path(os.environ["HOME"], "gpodder")
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), lambda *a: Quiet(*a, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}/feed.xml"
    config = pathlib.Path("feed.in").read_text(encoding="utf-8")
    pathlib.Path("feed.ini").write_text(config.replace("@ADDRESS@", address),
                                        encoding="utf-8")
    subprocess.run([os.environ["BAONOI"], "feed", "-q", folder, "--config",
                    "feed.ini"], check=True)
    said = ""
    for command in ["subscribe", address], ["update"], ["download"]:
        done = subprocess.run(
            ["gpo", *command], stdin=subprocess.DEVNULL, check=False,
            env=os.environ | {"GPODDER_HOME": str(home)}, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
        said += done.stdout
    want = sorted(hashlib.sha256(p.read_bytes()).hexdigest()
                  for p in pathlib.Path(folder).glob("*.mp3"))
    got = sorted(hashlib.sha256(p.read_bytes()).hexdigest()
                 for p in home.rglob("*.mp3"))
    if got != want or not want:
        yield f"{len(got)} of {len(want)} episodes as they are: {said}"


CHECKS = {"checklist": checklist, "feedparser": check_feedparser,
          "gpodder": check_gpodder}
faults = list(CHECKS[sys.argv[1]](*sys.argv[2:]))
for fault in faults:
    print(fault)
sys.exit(1 if faults else 0)
