"""Reads what stands in ../shared/corpora. Nothing of it is kept in the project."""

import csv
import html
import json
import os
import re
import zlib

ROOT = os.environ.get("HEED_CORPORA") or os.path.join(
    os.path.dirname(os.path.abspath(__file__)), "../../../shared/corpora"
)
# A run with little of everything, to see that all steps work; what it makes is good for nothing.
QUICK = bool(os.environ.get("HEED_READING_QUICK"))
TONES = ["negative", "neutral", "positive"]
TONE_LANGUAGES = {
    "arabic": "ar", "english": "en", "french": "fr", "german": "de",
    "hindi": "hi-Latn", "italian": "it", "portuguese": "pt", "spanish": "es",
}
ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")


def clean(text):
    """The words as they were posted: the sets hold them with escapes of the files they came through."""
    text = ESCAPE.sub(lambda m: chr(int(m.group(1), 16)), text)
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = text.replace('\\""""', '"').replace('""""', '"')
    return html.unescape(text).strip()


def few(all, most):
    """In a quick run so many of all, spread over them."""
    return all[:: max(1, len(all) // most)][:most] if QUICK else all


def lines(path):
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        return file.read().split("\n")


def xlmt(language, part):
    """(text, 0/1/2) of one language: "train", "val" or "test"."""
    texts = lines(f"tone-xlmt/sentiment/{language}/{part}_text.txt")
    labels = lines(f"tone-xlmt/sentiment/{language}/{part}_labels.txt")
    return few([(clean(t), int(l)) for t, l in zip(texts, labels) if l.strip()], 200)


def vader(name):
    """(text, mean valence from -4 to 4) of "tweets", "movieReviewSnippets", "amazonReviewSnippets" or
    "nytEditorialSnippets"."""
    found = []
    for line in lines(f"tone-vader-truth/{name}_GroundTruth.txt"):
        parts = line.split("\t")
        if len(parts) >= 3:
            found.append((clean(parts[2]), float(parts[1])))
    return few(found, 200)


def lexicon():
    """Word to valence from -4 to 4."""
    found = {}
    for line in lines("tone-vader-lexicon/vader_lexicon.txt"):
        parts = line.split("\t")
        if len(parts) >= 2:
            found[parts[0]] = float(parts[1])
    return found


def emoji():
    """Emoji to its description in words."""
    found = {}
    for line in lines("tone-vader-lexicon/emoji_utf8_lexicon.txt"):
        parts = line.split("\t")
        if len(parts) >= 2:
            found[parts[0]] = parts[1]
    return found


def leipzig():
    """Language to its sentences, single words and word pairs."""
    base = os.path.join(ROOT, "language-leipzig/language-models")
    found = {}
    for language in sorted(os.listdir(base)):
        folder = os.path.join(base, language, "testdata")
        if not os.path.isdir(folder):
            continue
        read = lambda name: [
            line for line in open(os.path.join(folder, name), encoding="utf-8").read().split("\n")
            if line.strip()
        ]
        found[language] = tuple(few(read(f"{n}.txt"), 60) for n in ("sentences", "single-words", "word-pairs"))
    return found


def care():
    """(id, text) of what customers wrote in the care conversations."""
    found = {}
    for name in ("dev", "test"):
        with open(os.path.join(ROOT, f"conversations-ibm-care/{name}.json"), encoding="utf-8") as file:
            for talk in json.load(file):
                for turn in talk["dialogContent"]:
                    if "message" in turn:
                        found[turn["tweet_ID"]] = clean(turn["message"])
    return sorted(found.items())


def rumour():
    """(id, text) of the threads about rumours."""
    found = {}
    for part in ("traindev", "test"):
        with open(os.path.join(ROOT, f"threads-rumoureval/{part}/posts.json"), encoding="utf-8") as file:
            for id, post in json.load(file).items():
                found[id] = clean(post["text"])
    return sorted(found.items())


def crisis():
    """(id, text, label) of all posts about catastrophes, and of those that only shared their words."""
    base = os.path.join(ROOT, "topics-crisislex")
    found = {}
    for folder, _, names in sorted(os.walk(base)):
        for name in sorted(names):
            if not name.endswith(".csv"):
                continue
            with open(os.path.join(folder, name), encoding="utf-8", errors="replace", newline="") as file:
                for row in csv.reader(file, skipinitialspace=True):
                    id = row[0].strip("'\"") if row else ""
                    if len(row) >= 3 and id.isdigit():
                        found[id] = (clean(row[1]), row[-1].strip().lower())
    return sorted((id, text, label) for id, (text, label) in found.items())


KINDS = ["question", "complaint", "praise", "wish", "correction", "thanks", "spam", "other"]
LABELS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "labels")


def is_test(id):
    """Four posts in ten are kept apart from all training and tuning, by their id."""
    return zlib.crc32(id.encode()) % 10 < 4


def toned():
    """(name, text) of English tweets and reviews of the sets on tone, without those that a reader of tone is tested on."""
    for part in ("train", "val"):
        yield from ((f"english-{part}-{n}", text) for n, (text, _) in enumerate(xlmt("english", part)))
    for name in ("tweets", "amazonReviewSnippets"):
        yield from ((f"{name}-{n}", text) for n, (text, _) in enumerate(vader(name)))


def kinds(*names):
    """(id, text, its kinds, to whom) labelled by hand, of these files; the texts come from the corpora."""
    posts = {"conversations-ibm-care": dict(care()), "threads-rumoureval": dict(rumour()),
             "topics-crisislex": {id: text for id, text, _ in crisis()}}
    posts["tone-xlmt"] = posts["tone-vader-truth"] = dict(toned())
    found = []
    for name in names or ("kinds.tsv",):
        with open(os.path.join(LABELS, name), encoding="utf-8") as file:
            for line in file:
                corpus, id, kinds, to = line.rstrip("\n").split("\t")[:4]
                if id in posts[corpus]:
                    found.append((id, posts[corpus][id], set(kinds.split(",")), to))
    return found


def own(name="own.tsv"):
    """(text, its kinds) written for this project. Those of "own-more.tsv" are for training alone."""
    with open(os.path.join(LABELS, name), encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if line.strip()]
    return [(row[0], set(row[1].split(","))) for row in rows]
