"""Makes Sources/System/CModels/kind.bin: what kinds of thing an English post says, by a linear model a kind.

Trained on posts labelled by hand after labels/README.md, on own sentences, and on what the teacher reads in posts without
a label. Four labelled posts in ten, chosen by their id, are kept apart from all of it and only reported."""

import glob
import os
import sys
import zlib

import numpy as np

import corpora
import features
import linear

BITS = 17
K = len(corpora.KINDS)
RARE = np.array([k not in ("question", "complaint", "other") for k in corpora.KINDS])
SPAM = corpora.KINDS.index("spam")


def marked(kinds):
    return np.array([float(k in kinds) for k in corpora.KINDS], np.float32)


def table(z, y):
    rows = []
    for k, name in enumerate(corpora.KINDS):
        if name == "other":
            continue
        hit, said, real = ((z[:, k] >= 0) & (y[:, k] > 0)).sum(), (z[:, k] >= 0).sum(), (y[:, k] > 0).sum()
        rows.append(f"  {name}: precision {hit / max(1, said):.2f}, recall {hit / max(1, real):.2f}, of {real}")
    return "\n".join(rows)


def main(teacher, out, show=None):
    labelled = [(id, features.features(t), marked(k)) for id, t, k, _ in corpora.kinds()]
    own = [(t, features.features(t), marked(k)) for t, k in corpora.own()]
    train = [(i, f, y) for i, f, y in labelled + own if not corpora.is_test(i)]
    posts = {f"crisis {i}": t for i, t, _ in corpora.crisis()}
    posts.update({f"care {i}": t for i, t in corpora.care()})
    posts.update({f"rumour {i}": t for i, t in corpora.rumour()})
    apart = {i for i, *_ in labelled}
    pseudo = []
    if teacher != "-":
        for path in sorted(glob.glob(os.path.join(teacher, "posts-*.npz"))):
            found = np.load(path)
            for key, read in zip(found["keys"], found["read"]):
                if key.split(" ")[1] not in apart:
                    pseudo.append((features.features(posts[key]), 1 / (1 + np.exp(-read[4:]))))

    def fitted(part, taught=True, epochs=6):
        rows = [f for _, f, _ in part]
        y = [y for *_, y in part]
        # What is rare counts for more where a person said so; of rare kinds the teacher knows little.
        weight = [np.where(RARE & (k > 0), 12.0, 4.0) for *_, k in part]
        if taught:
            rows = rows + [f for f, _ in pseudo]
            y = y + [p for _, p in pseudo]
            weight += [np.where(RARE, 0.2, 1.0)] * len(pseudo)
        y = np.stack(y).astype(np.float32)
        w, v = features.fit(
            features.matrix(rows, BITS), y, np.stack(weight).astype(np.float32), epochs=epochs, decay=1e-4,
            softmax=False)
        return w, v[-1]

    # From which score on a kind holds: tuned on the training part alone, each quarter read by what the others taught.
    fold = np.array([zlib.crc32(b"fold" + i.encode()) % 4 for i, *_ in train])
    z = np.zeros((len(train), K), np.float32)
    for n in range(4):
        w, b = fitted([t for t, k in zip(train, fold) if k != n])
        rows = [t for t, k in zip(train, fold) if k == n]
        z[fold == n] = features.matrix([f for _, f, _ in rows], BITS) @ w + b
    y = np.stack([y for *_, y in train])
    least = np.zeros(K, np.float32)
    for k in range(K):
        best = -1.0
        for cut in np.quantile(z[:, k], np.linspace(0.3, 0.995, 120)):
            said = z[:, k] >= cut
            hit = (said & (y[:, k] > 0)).sum()
            # A wrong kind misleads more than a missing one; most of all where it is rare.
            care = 0.25 if RARE[k] else 0.5
            f = (1 + care) * hit / max(1, care * y[:, k].sum() + said.sum())
            if f > best:
                best, least[k] = f, cut
    w, b = fitted(train)
    # Spam is put aside: it must be surer than that.
    everything = sorted(posts)
    unlabelled = [k for k in everything if k.split(" ")[1] not in apart]
    sample = unlabelled[:: max(1, len(unlabelled) // 20000)]
    zs = features.matrix([features.features(posts[k]) for k in sample], BITS) @ w[:, SPAM] + b[SPAM]
    least[SPAM] = max(least[SPAM], np.quantile(zs, 0.9985))
    flagged = [k for k, v in zip(sample, zs) if v >= least[SPAM]]
    print("spam among", len(sample), "unlabelled:", len(flagged))
    if show:
        with open(show, "w") as file:
            file.write("\n".join(f"{k}\t{posts[k]!r}" for k in flagged))
    for name, part in (("posts", [l for l in labelled if corpora.is_test(l[0])]), ("own", [o for o in own if corpora.is_test(o[0])])):
        z = features.matrix([f for _, f, _ in part], BITS) @ w + b - least
        print(name, len(part), "kept apart:")
        print(table(z, np.stack([y for *_, y in part])))
    linear.write(out, [(["en"], corpora.KINDS, w, b, least)])


if __name__ == "__main__":
    main(*sys.argv[1:])
