"""What the models of tone and kind see of a text; Sources/HeedReading/Words/TextFeatures.swift sees the same."""

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


def matrix(rows, bits, power=0.5, letters=True):
    """A row a text: each list's hashes over their number to `power`."""
    indices, indptr, data = [], [0], []
    for wordy, runs in rows:
        parts = [wordy, runs] if letters else [wordy]
        for part in parts:
            f = np.array(part, np.int64) & ((1 << bits) - 1)
            indices.append(f)
            data.append(np.full(len(f), 1 / max(1, len(f)) ** power, np.float32))
        indptr.append(indptr[-1] + sum(map(len, parts)))
    x = sp.csr_matrix(
        (np.concatenate(data), np.concatenate(indices), indptr), shape=(len(rows), 1 << bits), dtype=np.float32)
    x.sum_duplicates()
    return x


def fit(x, target, weight, epochs=8, rate=0.3, decay=1e-6, seed=1, dense=None, softmax=True):
    """Linear model by AdaGrad on batches of 64 against soft targets; `dense` columns are learnt beside the hashed ones.
    With softmax classes exclude each other, without each column is a yes or no of its own. Weights are of
    a text, or of a text and a column."""
    rng = np.random.default_rng(seed)
    k = target.shape[1]
    w = np.zeros((x.shape[1], k), np.float32)
    g2 = np.full((x.shape[1], k), 1e-4, np.float32)
    d = dense.shape[1] if dense is not None else 0
    v = np.zeros((d + 1, k), np.float32)
    v2 = np.full((d + 1, k), 1e-2, np.float32)
    n = x.shape[0]
    total = np.zeros_like(w)
    steps = 0
    for epoch in range(epochs):
        order = rng.permutation(n)
        for start in range(0, n, 64):
            part = order[start : start + 64]
            b = x[part]
            used, local = np.unique(b.indices, return_inverse=True)
            local = sp.csr_matrix((b.data, local, b.indptr), shape=(len(part), len(used)))
            one = np.ones((len(part), 1), np.float32)
            extra = np.hstack([dense[part], one]) if d else one
            z = local @ w[used] + extra @ v
            if softmax:
                z -= z.max(1, keepdims=True)
                p = np.exp(z)
                p /= p.sum(1, keepdims=True)
            else:
                p = 1 / (1 + np.exp(-np.clip(z, -30, 30)))
            e = (p - target[part]) * (weight[part] if weight.ndim == 2 else weight[part][:, None])
            grad = local.T @ e + decay * len(part) * w[used]
            g2[used] += grad**2
            w[used] -= rate * grad / np.sqrt(g2[used])
            grad = extra.T @ e
            v2 += grad**2
            v -= rate * grad / np.sqrt(v2)
        if epoch >= epochs // 2:
            total += w
            steps += 1
    return total / steps, v
