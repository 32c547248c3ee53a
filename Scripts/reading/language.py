"""Makes Sources/HeedReading/Models/language.bin: which language the words of a short post are in.

Scripts that one language has for itself need no model. For Latin, Cyrillic, Arabic and Devanagari letters there is a
linear model each over hashed runs of one to four letters and whole words, trained on sentences, word pairs and words
of 75 languages, and on posts in eight languages (Hindi in Latin letters among them).
"""

import json
import struct
import sys
import zlib

import numpy as np
import scipy.sparse as sp

import corpora
import text

GROUPS = ["Latin", "Cyrillic", "Arabic", "Devanagari"]
BITS = {"Latin": 15, "Cyrillic": 13, "Arabic": 12, "Devanagari": 12}
ALONE = {
    "Greek": "el", "Hebrew": "he", "Gujarati": "gu", "Armenian": "hy", "Georgian": "ka", "Hangul": "ko",
    "Gurmukhi": "pa", "Tamil": "ta", "Telugu": "te", "Thai": "th", "Bengali": "bn",
}
GROUP_OF = {
    "Cyrillic": "be bg kk mk mn ru sr uk".split(), "Arabic": "ar fa ur".split(), "Devanagari": "hi mr".split(),
}
NO_MODEL = set(ALONE.values()) | {"ja", "zh"}


def mixed(h):
    h ^= h >> 15
    h = h * 0x2C1B3C6D & 0xFFFFFFFF
    return h ^ h >> 12


cache = {}


def word_features(scalars):
    """Hashes of the runs of one to four letters of a word with its edges, and of the whole."""
    key = tuple(scalars)
    found = cache.get(key)
    if found is None:
        s = [0x20, *scalars[:24], 0x20]
        found = []
        for start in range(len(s)):
            h = 0x811C9DC5
            for length in range(1, min(4, len(s) - start) + 1):
                h = (h ^ s[start + length - 1]) * 0x01000193 & 0xFFFFFFFF
                if not (length == 1 and s[start] == 0x20):
                    found.append(mixed(h ^ length))
        h = 0x1234567
        for c in s:
            h = (h ^ c) * 0x01000193 & 0xFFFFFFFF
        found.append(mixed(h))
        cache[key] = found
    return found


def features(words):
    return [f for w in words for f in word_features(w)]


def words(post):
    return [p.scalars for p in text.pieces(post) if p.kind == "word"]


def matrix(rows, bits):
    indices, indptr, data = [], [0], []
    for row in rows:
        f = np.array(row, np.int64) & ((1 << bits) - 1)
        indices.append(f)
        data.append(np.full(len(f), 1 / np.sqrt(max(1, len(f))), np.float32))
        indptr.append(indptr[-1] + len(f))
    x = sp.csr_matrix(
        (np.concatenate(data), np.concatenate(indices), indptr), shape=(len(rows), 1 << bits), dtype=np.float32)
    x.sum_duplicates()
    return x


def train(x, y, weight, classes, epochs=5, rate=0.6, decay=2e-6):
    """Multinomial logistic regression by AdaGrad on batches of 256."""
    rng = np.random.default_rng(1)
    w = np.zeros((x.shape[1], classes), np.float32)
    g2 = np.full((x.shape[1], 1), 1e-3, np.float32)
    bias = np.zeros(classes, np.float32)
    for epoch in range(epochs):
        order = rng.permutation(x.shape[0])
        loss = 0
        for start in range(0, len(order), 256):
            part = order[start : start + 256]
            b = x[part]
            used, local = np.unique(b.indices, return_inverse=True)
            local = sp.csr_matrix((b.data, local, b.indptr), shape=(len(part), len(used)))
            z = local @ w[used] + bias
            z -= z.max(1, keepdims=True)
            p = np.exp(z)
            p /= p.sum(1, keepdims=True)
            loss -= np.log(p[np.arange(len(part)), y[part]] + 1e-9).sum()
            p[np.arange(len(part)), y[part]] -= 1
            p *= weight[part][:, None]
            grad = local.T @ p + decay * len(part) * w[used]
            g2[used] += (grad**2).mean(1, keepdims=True)
            w[used] -= rate * 0.3 * grad / np.sqrt(g2[used])
        print("  epoch", epoch, "loss", round(float(loss) / len(order), 4), flush=True)
    return w


def held_out(line):
    return zlib.crc32(line.encode()) % 10 == 0


def main(out):
    rng = np.random.default_rng(1)
    data = {g: [] for g in GROUPS}  # (words, language, weight)
    check = []
    extra = {}
    for name, tag in corpora.TONE_LANGUAGES.items():
        extra[tag] = [t for t, _ in corpora.xlmt(name, "train")]
    for language, (sentences, singles, pairs) in corpora.leipzig().items():
        if language in NO_MODEL:
            check += [(language, s) for s in sentences if held_out(s)]
            continue
        group = next((g for g, ls in GROUP_OF.items() if language in ls), "Latin")
        for s in sentences:
            if held_out(s):
                check.append((language, s))
                continue
            w = words(s)
            if not w:
                continue
            data[group].append((w, language, 1.0))
            for _ in range(2):
                n = int(rng.integers(2, 8))
                at = int(rng.integers(0, max(1, len(w) - n)))
                data[group].append((w[at : at + n], language, 0.7))
        for s in singles + pairs:
            w = words(s)
            if w and not held_out(s):
                data[group].append((w, language, 0.25))
    for tag, posts in extra.items():
        group = "Arabic" if tag == "ar" else "Latin"
        for post in posts:
            w = words(post)
            if len(w) >= 3:
                data[group].append((w, tag, 0.8))
                n = int(rng.integers(3, 8))
                at = int(rng.integers(0, max(1, len(w) - n)))
                data[group].append((w[at : at + n], tag, 0.5))
    models = []
    for group in GROUPS:
        classes = sorted({l for _, l, _ in data[group]})
        print(group, len(data[group]), "texts", len(classes), "languages", flush=True)
        place = {l: i for i, l in enumerate(classes)}
        x = matrix([features(w) for w, _, _ in data[group]], BITS[group])
        y = np.array([place[l] for _, l, _ in data[group]])
        weight = np.array([v for _, _, v in data[group]], np.float32)
        w = train(x, y, weight, len(classes))
        scale = np.quantile(np.abs(w), 0.9999) / 127
        models.append((group, classes, BITS[group], scale, np.clip(np.round(w / scale), -127, 127).astype(np.int8)))
    write(out, models)
    return check


def write(out, models):
    """Little endian: "HLG1", number of groups; a group: name, languages (each a length byte and its letters), bits,
    scale as Float32, then for each bucket a row of signed bytes, one a language, filled up to 64, 16, 4 or 2."""
    with open(out, "wb") as file:
        file.write(b"HLG1" + struct.pack("<I", len(models)))
        for group, classes, bits, scale, w in models:
            put = lambda s: file.write(bytes([len(s)]) + s.encode())
            put(group)
            file.write(struct.pack("<II", len(classes), bits))
            for language in classes:
                put(language)
            stride = next(n for n in (4, 8, 16, 32, 64, 128) if n >= len(classes))
            file.write(struct.pack("<If", stride, scale))
            full = np.zeros((w.shape[0], stride), np.int8)
            full[:, : w.shape[1]] = w
            file.write(full.tobytes())


if __name__ == "__main__":
    main(sys.argv[1])
