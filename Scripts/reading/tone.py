"""Makes Sources/System/CModels/tone.bin and prints what was tried.

One linear model for English, trained on what people said of the tone of posts and reviews and on what the teacher reads
in posts without a label; one for seven other languages, trained on labelled posts. The test part is only reported. A slow
rate and many buckets told more than any further feature."""

import glob
import os
import sys

import numpy as np

import corpora
import features
import linear

BITS, OTHER_BITS = 19, 18
SEEDS = (1, 2, 3)


def recall(z, y):
    return float(np.mean([(z[y == c].argmax(1) == c).mean() for c in range(3)]))


def interval(z, y, times=1000):
    rng = np.random.default_rng(1)
    found = []
    for _ in range(times):
        part = rng.integers(0, len(y), len(y))
        found.append(recall(z[part], y[part]))
    return np.round(np.quantile(found, [0.025, 0.975]), 3)


def softmax(z):
    p = np.exp(z - z.max(1, keepdims=True))
    return (p / p.sum(1, keepdims=True)).astype(np.float32)


def of_valence(v, edge=0.6, width=0.3):
    """Shares of the three tones for a mean valence of 20 readers."""
    v = np.asarray(v, np.float32)
    return softmax(np.stack([-(v + edge) / width, np.zeros_like(v), (v - edge) / width], 1))


def one_hot(y):
    return np.eye(3, dtype=np.float32)[y]


def seen(texts):
    return features.Seen.of(list(texts))


class Data:
    def __init__(self, teacher):
        self.posts = {}
        for name in corpora.TONE_LANGUAGES:
            for part in ("train", "val", "test"):
                pairs = corpora.xlmt(name, part)
                self.posts[name, part] = (seen([t for t, _ in pairs]), np.array([l for _, l in pairs]))
        self.valued = []
        for name, weight in (("tweets", 1.0), ("movieReviewSnippets", 0.5), ("amazonReviewSnippets", 0.5)):
            pairs = corpora.vader(name)
            read = np.load(os.path.join(teacher, f"{name}.npz"))["read"][:, :3] if teacher else None
            self.valued.append((seen([t for t, _ in pairs]), [v for _, v in pairs], weight, read))
        words = corpora.lexicon()
        self.lexicon = (seen(sorted(words)), [words[w] for w in sorted(words)])
        said = corpora.emoji()
        valence = lambda text: sum(words.get(w, 0) for w in text.split())
        self.emoji = (seen(sorted(said)), [valence(said[e]) for e in sorted(said)])
        self.read = []
        if teacher:
            self.train_read = np.load(os.path.join(teacher, "train.npz"))["read"][:, :3]
            posts = {f"crisis {i}": t for i, t, _ in corpora.crisis()}
            posts.update({f"care {i}": t for i, t in corpora.care()})
            posts.update({f"rumour {i}": t for i, t in corpora.rumour()})
            for path in sorted(glob.glob(os.path.join(teacher, "posts-*.npz"))):
                found = np.load(path)
                self.read.append((seen([posts[k] for k in found["keys"]]), found["read"][:, :3]))


def english(
    data, lexicon=True, valued=True, teacher=True, runs=True, sharp=1.5, bits=BITS, rate=0.05, parts=("train",), seeds=(1,)):
    rows, targets, weights = [], [], []

    def add(r, t, w):
        rows.append(r)
        targets.append(t)
        weights.append(np.full(len(r), w, np.float32))

    for part in parts:
        r, y = data.posts["english", part]
        t = one_hot(y)
        if teacher and part == "train":
            t = 0.6 * t + 0.4 * softmax(data.train_read)
        add(r, t, 4)
    if valued:
        for r, v, weight, read in data.valued:
            add(r, of_valence(v) if not teacher else 0.4 * of_valence(v) + 0.6 * softmax(read), weight)
    if lexicon:
        add(data.lexicon[0], of_valence(data.lexicon[1]), 1)
        add(data.emoji[0], of_valence(data.emoji[1]), 1)
    if teacher:
        for r, read in data.read:
            add(r, softmax(sharp * read), 1)
    x = features.matrix(features.Seen.joined(rows), bits, letters=runs)
    return mean(x, np.vstack(targets), np.concatenate(weights), rate, seeds)


def mean(x, targets, weights, rate, seeds):
    """The mean of runs in different orders: less of it is chance."""
    runs = [features.fit(x, targets, weights, rate=rate, seed=seed) for seed in seeds]
    return sum(w for w, _ in runs) / len(runs), sum(b for _, b in runs) / len(runs)


def others(data, names, rate=0.1, parts=("train",), seeds=(1,)):
    rows, targets = [], []
    for name in names:
        for part in parts:
            r, y = data.posts[name, part]
            rows.append(r)
            targets.append(one_hot(y))
    rows.append(data.emoji[0])
    targets.append(of_valence(data.emoji[1]))
    t = np.vstack(targets)
    return mean(features.matrix(features.Seen.joined(rows), OTHER_BITS), t, np.ones(len(t), np.float32), rate, seeds)


def score(data, name, part, w, b, runs=True):
    r, y = data.posts[name, part]
    return features.matrix(r, w.shape[0].bit_length() - 1, letters=runs) @ w + b, y


def main(teacher, out):
    data = Data(teacher if teacher != "-" else None)
    tried = [
        ("labelled posts alone, words", dict(lexicon=False, valued=False, teacher=False, runs=False)),
        ("and runs of letters", dict(lexicon=False, valued=False, teacher=False)),
        ("and valued tweets and reviews", dict(lexicon=False, teacher=False)),
        ("and the lexicon", dict(teacher=False)),
    ]
    if data.read:
        tried += [
            ("and the teacher's reading of unlabelled posts", dict()),
            ("the same without runs of letters", dict(runs=False)),
            ("the same, learning fast", dict(rate=0.3)),
            ("in half as many buckets", dict(bits=BITS - 1)),
            ("in twice as many buckets", dict(bits=BITS + 1)),
            ("the mean of three runs", dict(seeds=SEEDS)),
        ]
    for name, how in corpora.few(tried, 1):
        w, b = english(data, **how)
        runs = how.get("runs", True)
        val, test = (score(data, "english", part, w, b, runs) for part in ("val", "test"))
        print(f"{name}: validation {recall(*val):.3f}, test {recall(*test):.3f} {interval(*test)}", flush=True)
    w, b = english(data, parts=("train", "val"), teacher=bool(data.read), seeds=SEEDS)
    z, y = score(data, "english", "test", w, b)
    print(f"kept, with validation in training: test {recall(z, y):.3f} {interval(z, y)}")
    names = [n for n in corpora.TONE_LANGUAGES if n != "english"]
    for rate in (0.05, 0.1, 0.3):
        w2, b2 = others(data, names, rate=rate)
        print("others", rate, [(corpora.TONE_LANGUAGES[n], round(recall(*score(data, n, "val", w2, b2)), 3)) for n in names])
    w2, b2 = others(data, names, parts=("train", "val"), seeds=SEEDS)
    for n in names:
        z, y = score(data, n, "test", w2, b2)
        print(corpora.TONE_LANGUAGES[n], f"test {recall(z, y):.3f} {interval(z, y)}")
    zero = np.zeros(3)
    linear.write(out, [
        (["en"], corpora.TONES, w, b, zero),
        ([corpora.TONE_LANGUAGES[n] for n in names], corpora.TONES, w2, b2, zero),
    ])


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
