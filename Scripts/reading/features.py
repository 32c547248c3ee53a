"""What the models of tone and kind see of a text; Sources/HeedReading/Words/TextFeatures.swift sees the same."""

import ctypes
import hashlib
import os
import subprocess

import numpy as np
import scipy.sparse as sp

import text
from language import mixed

NEGATORS = set(
    "not no never neither nor none nothing nobody without cannot cant dont doesnt didnt isnt wasnt arent werent wont "
    "wouldnt couldnt shouldnt hasnt havent hadnt aint hardly barely "
    "nicht kein keine keinen keinem keiner nie niemals nix ohne "
    "pas jamais rien aucun aucune sans ni "
    "ningún ninguna nunca jamás nada sin tampoco "
    "não nao nem nunca nenhum nenhuma sem "
    "non mai nessuno nessuna niente senza né "
    "nahi nahin mat na "
    "لا ليس لم لن ما مش مو غير بدون".split()
)
WORD, USER, LINK, NUMBER, NEGATED, LOUD, LONG, PAIR, FIRST, LAST, LENGTH, LINKS, USERS, RUN, FACE, MARK, TAG = (
    0x9E3779B9 * (i + 1) & 0xFFFFFFFF for i in range(17)
)
SCOPE = 3


def fold(scalars, start=0x811C9DC5):
    h = start
    for c in scalars:
        h = (h ^ c) * 0x01000193 & 0xFFFFFFFF
    return h


NEGATOR_HASHES = {fold([ord(c) for c in w]) for w in NEGATORS}


def negates(piece):
    s = piece.scalars
    return fold(s) in NEGATOR_HASHES or len(s) > 3 and s[-3:] == [0x6E, 0x27, 0x74]


runs = {}


def word_runs(scalars):
    """Runs of three to five letters of a word of four letters and more, with its edges."""
    key = tuple(scalars)
    found = runs.get(key)
    if found is None:
        found = []
        if len(key) >= 4:
            s = [0x20, *key[:24], 0x20]
            for start in range(len(s) - 2):
                h = fold(s[start : start + 2], RUN)
                for length in range(3, min(5, len(s) - start) + 1):
                    h = (h ^ s[start + length - 1]) * 0x01000193 & 0xFFFFFFFF
                    found.append(mixed(h ^ length))
        runs[key] = found
    return found


def bucket(n):
    """0, 1, 2, 3, 4 for 4 to 5, 5 for 6 to 10, 6 for 11 to 20, 7 for 21 to 40, 8 above."""
    return n if n < 4 else 4 if n < 6 else 5 if n < 11 else 6 if n < 21 else 7 if n < 41 else 8


MOST = 250  # pieces; what stands behind is not read


def features(post):
    """Two lists of hashes: of words, pairs and signs, and of runs of letters."""
    pieces = text.pieces(post)[:MOST]
    wordy, letters = [], []
    before = 0x5555
    negated = 0
    words = links = users = louds = longs = 0
    first = None
    for p in pieces:
        if p.kind == "word" or p.kind == "tag":
            t = fold(p.scalars)
            words += 1
            if first is None:
                first = t
            wordy.append(mixed(t ^ (NEGATED if negated else WORD)))
            letters += word_runs(p.scalars)
            if p.loud:
                louds += 1
                wordy.append(mixed(t ^ LOUD))
            longs += p.long
            if p.kind == "tag":
                wordy.append(mixed(TAG))
            if negates(p):
                negated = SCOPE
            elif negated:
                negated -= 1
        elif p.kind == "user":
            t = USER
            users += 1
        elif p.kind == "link":
            t = LINK
            links += 1
        elif p.kind == "number":
            t = NUMBER
        else:
            t = fold(p.scalars, FACE if p.kind == "face" else MARK)
            if p.kind == "face" or p.scalars[0] != 0x22:
                negated = 0
        if p.kind not in ("word", "tag"):
            wordy.append(mixed(t))
        wordy.append(mixed(fold([before, t], PAIR)))
        before = t
    if pieces:
        wordy.append(mixed(fold([before], LAST)))
    if first is not None:
        wordy.append(mixed(fold([first], FIRST)))
    wordy.append(mixed(fold([bucket(words)], LENGTH)))
    wordy.append(mixed(fold([bucket(links)], LINKS)))
    wordy.append(mixed(fold([bucket(users), 1 if pieces and pieces[0].kind == "user" else 0], USERS)))
    wordy.append(mixed(fold([bucket(louds)], LOUD)))
    wordy.append(mixed(fold([bucket(longs)], LONG)))
    return wordy, letters


class Seen:
    """What is seen of many texts: the hashes of all one behind the other, and where each text's end."""

    def __init__(self, words, word_ends, runs, run_ends):
        self.words, self.word_ends, self.runs, self.run_ends = words, word_ends, runs, run_ends

    def __len__(self):
        return len(self.word_ends) - 1

    @staticmethod
    def of(texts):
        """Reading takes half a minute for a hundred thousand: what was read is kept in the work folder."""
        digest = hashlib.sha256("\0".join(texts).encode("utf-8", "replace"))
        here = os.path.dirname(os.path.abspath(__file__))
        for name in ("features.py", "text.py", "language.py"):
            with open(os.path.join(here, name), "rb") as file:
                digest.update(file.read())
        path = os.path.join(work(), f"seen-{digest.hexdigest()[:24]}.npz")
        if os.path.exists(path):
            return Seen(*(np.load(path)[name] for name in ("words", "word_ends", "runs", "run_ends")))
        words, word_ends, runs, run_ends = [], [0], [], [0]
        for post in texts:
            wordy, letters = features(post)
            words += wordy
            runs += letters
            word_ends.append(len(words))
            run_ends.append(len(runs))
        seen = Seen(np.array(words, np.uint32), np.array(word_ends), np.array(runs, np.uint32), np.array(run_ends))
        np.savez(path, words=seen.words, word_ends=seen.word_ends, runs=seen.runs, run_ends=seen.run_ends)
        return seen

    @staticmethod
    def joined(parts):
        ends = lambda of: np.concatenate([[0], np.cumsum(np.concatenate([np.diff(of(part)) for part in parts]))])
        return Seen(
            np.concatenate([part.words for part in parts]), ends(lambda part: part.word_ends),
            np.concatenate([part.runs for part in parts]), ends(lambda part: part.run_ends))

    def picked(self, wanted):
        """Of the texts those that are wanted, one truth value each."""
        wanted = np.asarray(wanted, bool)
        pick = lambda all, ends: all[np.repeat(wanted, np.diff(ends))]
        ends = lambda ends: np.concatenate([[0], np.cumsum(np.diff(ends)[wanted])])
        return Seen(
            pick(self.words, self.word_ends), ends(self.word_ends), pick(self.runs, self.run_ends), ends(self.run_ends))


def matrix(seen, bits, letters=True):
    """A row a text: each of its two lists' hashes over the root of their number."""
    parts = [(seen.words, seen.word_ends)] + ([(seen.runs, seen.run_ends)] if letters else [])
    rows, columns, values = [], [], []
    for hashes, ends in parts:
        counts = np.diff(ends)
        rows.append(np.repeat(np.arange(len(seen)), counts))
        columns.append((hashes & ((1 << bits) - 1)).astype(np.int64))
        values.append(np.repeat(1 / np.sqrt(np.maximum(1, counts)), counts).astype(np.float32))
    x = sp.csr_matrix(
        (np.concatenate(values), (np.concatenate(rows), np.concatenate(columns))), shape=(len(seen), 1 << bits))
    x.sum_duplicates()
    return x


def work():
    """HEED_READING_WORK, or .build/reading: what need not be made again."""
    here = os.path.dirname(os.path.abspath(__file__))
    folder = os.environ.get("HEED_READING_WORK") or os.path.join(here, "../../.build/reading")
    os.makedirs(folder, exist_ok=True)
    return folder


def library():
    """fit.c, compiled once for this machine."""
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "fit.c")
    made = os.path.join(work(), "fit.so")
    if not os.path.exists(made) or os.path.getmtime(made) < os.path.getmtime(source):
        flags = ["-O3", "-ffast-math", "-shared", "-fPIC"]
        subprocess.run(["cc", *flags, "-o", made, source, "-lm"], check=True)
    return ctypes.CDLL(made)


def fit(x, target, weight, epochs=6, rate=0.05, decay=1e-4, seed=1, softmax=True):
    """Linear model by AdaGrad against soft targets: weights a feature and a class, and biases. With softmax classes
    exclude each other, without each column is a yes or no of its own. Weights are of a text, or of a text and a column."""
    target = np.ascontiguousarray(target, np.float32)
    weight = np.broadcast_to(weight if weight.ndim == 2 else weight[:, None], target.shape)
    weight = np.ascontiguousarray(weight, np.float32)
    start, columns = x.indptr.astype(np.int64), x.indices.astype(np.int32)
    values = x.data.astype(np.float32)
    w = np.zeros((x.shape[1], target.shape[1]), np.float32)
    bias = np.zeros(target.shape[1], np.float32)
    at = lambda array, kind: array.ctypes.data_as(ctypes.POINTER(kind))
    real, whole = ctypes.c_float, ctypes.c_int64
    failed = library().fit(
        ctypes.c_long(x.shape[0]), at(start, whole), at(columns, ctypes.c_int32), at(values, real),
        ctypes.c_long(x.shape[1]), target.shape[1], at(target, real), at(weight, real), int(softmax), epochs,
        real(rate), real(decay), ctypes.c_uint64(seed), at(w, real), at(bias, real))
    if failed:
        raise MemoryError("There is not memory enough to fit the model.")
    return w, bias
